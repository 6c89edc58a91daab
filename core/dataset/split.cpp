#include "core/dataset/split.h"

#include "core/base/rng.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace rekindle::dataset {
namespace {

using Keys = std::unordered_set<std::string_view>;

std::string_view contentOf(const Manifest& manifest, const ImageEntry& image)
{
    return manifest.fileOf(image).sha256;
}

std::vector<std::size_t> labelledOf(const Manifest& manifest, Part part)
{
    auto indices = manifest.indicesOf(part);
    std::erase_if(indices, [&](std::size_t i) { return manifest.images[i].label < 0; });
    return indices;
}

/// Contents that stand in more than one class.
Keys contestedContents(const Manifest& manifest)
{
    std::unordered_map<std::string_view, int> labelOf;
    Keys contested;
    for (const ImageEntry& image : manifest.images) {
        const auto content = contentOf(manifest, image);
        if (image.label < 0 || content.empty())
            continue;
        if (labelOf.try_emplace(content, image.label).first->second != image.label)
            contested.insert(content);
    }
    return contested;
}

Keys contentsOf(const Manifest& manifest, Part part)
{
    Keys contents;
    for (const ImageEntry& image : manifest.images)
        if (image.part == part)
            contents.insert(contentOf(manifest, image));
    return contents;
}

/// Counts the leaks, and takes them out unless they are to be kept.
void handleLeaks(const Manifest& manifest, Split& split)
{
    const Keys contested = contestedContents(manifest);
    Keys known = contentsOf(manifest, Part::Train);
    known.merge(contentsOf(manifest, Part::Validation));
    known.erase(std::string_view());
    const auto isContested = [&](std::size_t i) {
        return contested.contains(contentOf(manifest, manifest.images[i]));
    };
    const auto isCopy = [&](std::size_t i) {
        return known.contains(contentOf(manifest, manifest.images[i]));
    };
    split.testPart = split.test.size();
    split.copies =
        static_cast<std::uint64_t>(std::count_if(split.test.begin(), split.test.end(), isCopy));
    for (const auto* part : {&split.train, &split.validation, &split.test})
        split.contested +=
            static_cast<std::uint64_t>(std::count_if(part->begin(), part->end(), isContested));
    if (split.leaks == Leaks::Keep)
        return;
    std::erase_if(split.test, isCopy);
    for (auto* part : {&split.train, &split.validation, &split.test})
        std::erase_if(*part, isContested);
}

} // namespace

Result<Split> splitOf(const Manifest& manifest, Leaks leaks)
{
    if (!manifest.labelled())
        return fail(ErrorKind::Mismatch, "Scoring needs labels, and these images have none",
                    manifest.folder.string(),
                    "Put each class into a folder of its own, or give a table with labels.");
    Split split;
    split.train = labelledOf(manifest, Part::Train);
    split.validation = labelledOf(manifest, Part::Validation);
    split.test = labelledOf(manifest, Part::Test);
    split.leaks = leaks;
    const bool some = !split.train.empty() && !split.test.empty();
    handleLeaks(manifest, split);
    if (some && split.test.empty())
        return fail(ErrorKind::Mismatch,
                    fmt::format("All {} test images are exact copies of training images or stand "
                                "in two classes, so scores would mean nothing",
                                text::count(split.testPart)),
                    manifest.folder.string(),
                    "Take the copies out of one part, or keep them (keep_leaks), which is noted "
                    "beside every number.");
    if (split.train.empty() || split.test.empty())
        return fail(ErrorKind::Mismatch,
                    "There are too few labelled images for a training and a test part",
                    manifest.folder.string(),
                    "At least two images (or two patients) of one class are needed.");
    return split;
}

std::vector<std::size_t> pretrainingImages(const Manifest& manifest, bool testToo)
{
    Keys contents, patients;
    for (const ImageEntry& image : manifest.images) {
        if (image.part != Part::Test)
            continue;
        contents.insert(contentOf(manifest, image));
        patients.insert(image.patient);
    }
    contents.erase(std::string_view());
    patients.erase(std::string_view());
    const auto open = [&](const ImageEntry& image) {
        if (image.part == Part::None)
            return testToo || (!contents.contains(contentOf(manifest, image)) &&
                               !patients.contains(image.patient));
        return image.part == Part::Train || (testToo && image.part == Part::Test);
    };
    std::vector<std::size_t> images;
    for (std::size_t i = 0; i < manifest.images.size(); ++i)
        if (open(manifest.images[i]))
            images.push_back(i);
    return images;
}

Result<std::vector<std::size_t>> imagesToLearnFrom(const Manifest& manifest, bool testToo,
                                                   Labels labels)
{
    auto images = pretrainingImages(manifest, testToo);
    if (labels == Labels::NotNeeded)
        return images;
    std::erase_if(images, [&](std::size_t i) { return manifest.images[i].label < 0; });
    if (labelEntropy(manifest, images) > 0)
        return images;
    return fail(ErrorKind::Mismatch,
                images.empty() ? "Supervised pretraining needs labelled training images, and "
                                 "these have no labels"
                               : "Supervised pretraining needs labelled training images of at "
                                 "least two classes, and all of these are of one",
                manifest.folder.string(),
                "Put each class into a folder of its own, give labels by a CSV file (--labels), or "
                "choose a method that needs none.");
}

double labelEntropy(const Manifest& manifest, const std::vector<std::size_t>& images)
{
    const auto counts = manifest.classCounts(images);
    double all = 0, entropy = 0;
    for (const std::uint64_t count : counts)
        all += static_cast<double>(count);
    for (const std::uint64_t count : counts) {
        const double share = static_cast<double>(count) / std::max(all, 1.0);
        entropy -= count > 0 ? share * std::log(share) : 0;
    }
    return entropy;
}

std::uint64_t testImagesAmong(const Manifest& manifest, const Split& split,
                              const Manifest& pretrained, const std::vector<std::size_t>& seen)
{
    Keys contents;
    for (const std::size_t i : seen)
        contents.insert(contentOf(pretrained, pretrained.images[i]));
    contents.erase(std::string_view());
    return static_cast<std::uint64_t>(
        std::count_if(split.test.begin(), split.test.end(), [&](std::size_t i) {
            return contents.contains(contentOf(manifest, manifest.images[i]));
        }));
}

std::vector<std::size_t> labelledSubset(const Manifest& manifest,
                                        const std::vector<std::size_t>& train, double fraction,
                                        std::uint64_t seed)
{
    std::vector<std::vector<std::size_t>> byClass(manifest.classes.size());
    for (const std::size_t i : train)
        if (manifest.images[i].label >= 0)
            byClass[static_cast<std::size_t>(manifest.images[i].label)].push_back(i);
    std::vector<std::size_t> subset;
    for (std::size_t c = 0; c < byClass.size(); ++c) {
        auto& images = byClass[c];
        if (images.empty())
            continue;
        Random random(seed, Purpose::LabelSubset, static_cast<std::uint32_t>(c));
        random.shuffle(images);
        const double wanted = std::round(fraction * static_cast<double>(images.size()));
        const auto count =
            static_cast<std::size_t>(std::clamp(wanted, 1.0, static_cast<double>(images.size())));
        subset.insert(subset.end(), images.begin(),
                      images.begin() + static_cast<std::ptrdiff_t>(count));
    }
    std::sort(subset.begin(), subset.end());
    return subset;
}

} // namespace rekindle::dataset
