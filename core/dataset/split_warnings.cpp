#include "core/dataset/split.h"

#include "core/base/text.h"
#include "core/dataset/unreadable.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <string_view>
#include <unordered_set>

namespace rekindle::dataset {
namespace {

using Keys = std::unordered_set<std::string_view>;

Keys patientsOf(const Manifest& manifest, const std::vector<std::size_t>& indices)
{
    Keys patients;
    for (const std::size_t i : indices) {
        const std::string& patient = manifest.images[i].patient;
        if (!patient.empty())
            patients.insert(patient);
    }
    return patients;
}

std::string whatBecame(const Split& split)
{
    return split.leaks == Leaks::Keep ? " They are scored all the same, as asked."
                                      : " They are left out of scoring.";
}

void warnOfLeaks(const Split& split, Warnings& out)
{
    if (split.copies > 0)
        out.add(
            "copies_in_test",
            fmt::format("{} of {} test images {} of training {}: scores on them mean nothing.{}",
                        text::count(split.copies), text::count(split.testPart),
                        split.copies == 1 ? "is an exact copy" : "are exact copies",
                        split.validation.empty() ? "images" : "or validation images",
                        whatBecame(split)));
    if (split.contested > 0)
        out.add("same_bytes_two_classes",
                fmt::format("{} whose bytes stand in two classes: nobody can tell which label is "
                            "right.{}",
                            split.contested == 1
                                ? "There is 1 labelled image"
                                : "There are " + text::count(split.contested) + " labelled images",
                            whatBecame(split)));
}

void warnOfNearCopies(const Manifest& manifest, const Split& split, Warnings& out)
{
    constexpr std::size_t kShown = 3;
    const auto near = nearCopiesInTest(manifest, split);
    if (near.empty())
        return;
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i < std::min(near.size(), kShown); ++i)
        pairs.push_back(text::shown(manifest.nameOf(manifest.images[near[i].one])) + " and " +
                        text::shown(manifest.nameOf(manifest.images[near[i].other])));
    out.add("near_copies_in_test",
            fmt::format("{} of {} test images {} nearly like {}: scores would look better than "
                        "they are. Look at {}: {}{}",
                        text::count(near.size()), text::count(split.test.size()),
                        near.size() == 1 ? "looks" : "look",
                        split.validation.empty() ? "a training image"
                                                 : "a training or validation image",
                        near.size() == 1 ? "the pair" : "the pairs", text::join(pairs, "; "),
                        near.size() > kShown ? "; and more" : ""));
}

void warnOfPatients(const Manifest& manifest, const Split& split, Warnings& out)
{
    const std::array parts{&split.train, &split.validation, &split.test};
    static constexpr std::array kNames{"training", "validation", "test"};
    for (std::size_t a = 0; a < parts.size(); ++a)
        for (std::size_t b = a + 1; b < parts.size(); ++b) {
            const auto first = patientsOf(manifest, *parts[a]);
            std::uint64_t shared = 0;
            for (const auto& patient : patientsOf(manifest, *parts[b]))
                shared += first.contains(patient) ? 1 : 0;
            if (shared > 0)
                out.add(
                    "patient_in_parts",
                    fmt::format(
                        "{} {} images in both {} and {}. Scores would look better than they are. "
                        "Split by patient, or keep this split and say so.",
                        text::count(shared), shared == 1 ? "patient has" : "patients have",
                        kNames[a], kNames[b]));
        }
}

void warnOfMissingClasses(const Manifest& manifest, const Split& split, Warnings& out)
{
    const auto train = manifest.classCounts(split.train);
    const auto test = manifest.classCounts(split.test);
    for (std::size_t c = 0; c < manifest.classes.size(); ++c) {
        const std::string name = text::shown(manifest.classes[c]);
        if (test[c] == 0)
            out.add(
                "class_without_images",
                fmt::format("Class {} has no test images. Its accuracy cannot be given.", name));
        if (train[c] == 0)
            out.add("class_without_images",
                    fmt::format("Class {} has no training images. It cannot be learned.", name));
    }
}

} // namespace

std::vector<NearCopy> nearCopiesInTest(const Manifest& manifest, const Split& split)
{
    std::vector<std::size_t> seen = split.train;
    seen.insert(seen.end(), split.validation.begin(), split.validation.end());
    auto near = nearCopies(manifest, seen, split.test);
    std::erase_if(near, [&](const NearCopy& pair) {
        const std::string& patient = manifest.images[pair.one].patient;
        return !patient.empty() && patient == manifest.images[pair.other].patient;
    });
    return near;
}

Warnings splitWarnings(const Manifest& manifest, const Split& split)
{
    Warnings warnings;
    warnOfLeaks(split, warnings);
    warnOfNearCopies(manifest, split, warnings);
    warnOfPatients(manifest, split, warnings);
    warnOfMissingClasses(manifest, split, warnings);
    return warnings;
}

Warnings splitWarnings(const Manifest& manifest)
{
    auto split = splitOf(manifest);
    if (!split)
        split = splitOf(manifest, Leaks::Keep);
    return split ? splitWarnings(manifest, *split) : Warnings{};
}

namespace {

/// Problems by their kinds, which are worth a word of their own.
void warnOfProblems(const Manifest& manifest, Warnings& warnings)
{
    std::map<std::string_view, std::uint64_t> counts;
    for (const Problem& problem : manifest.problems)
        ++counts[problem.kind];
    const std::uint64_t bad = unreadableFiles(manifest.problems);
    const std::uint64_t readable = manifest.images.size();
    // A few previews beside a thousand pictures of another kind are not what was meant.
    if (bad > 0)
        warnings.add("unreadable_files",
                     fmt::format("{} could not be read as {} left out{}", text::count(bad, "file"),
                                 bad == 1 ? "an image and is" : "images and are",
                                 bad > readable ? fmt::format(", more than the {} that could",
                                                              text::count(readable, "image"))
                                                : ""));
    if (const auto rows = counts["table"]; rows > 0)
        warnings.add("table_rows_without_image",
                     fmt::format("{} of the table {} no image of the folder",
                                 text::count(rows, "row"), rows == 1 ? "fits" : "fit"));
    const auto bare = static_cast<std::uint64_t>(
        std::count_if(manifest.images.begin(), manifest.images.end(),
                      [](const ImageEntry& image) { return image.label < 0; }));
    if (manifest.labelled() && bare > 0)
        warnings.add("images_without_label",
                     fmt::format("{} no label and {} not scored",
                                 bare == 1 ? "1 image has" : text::count(bare) + " images have",
                                 bare == 1 ? "is" : "are"));
}

void warnOfRemarks(const Manifest& manifest, Warnings& warnings)
{
    std::uint64_t mended = 0;
    for (const Problem& remark : manifest.remarks) {
        if (remark.file.empty())
            warnings.add(remark.kind,
                         remark.message.substr(0, remark.message.find_last_not_of('.') + 1));
        else
            ++mended;
    }
    if (mended > 0)
        warnings.add("mended_images",
                     fmt::format("{} something odd at {} end; all pixels are there",
                                 mended == 1 ? "1 image has" : text::count(mended) + " images have",
                                 mended == 1 ? "its" : "their"));
}

} // namespace

Warnings imageWarnings(const Manifest& manifest)
{
    Warnings warnings;
    warnOfProblems(manifest, warnings);
    warnOfRemarks(manifest, warnings);
    if (!manifest.duplicates.empty())
        warnings.add("same_bytes", fmt::format("{} of files {} the same bytes",
                                               text::count(manifest.duplicates.size(), "group"),
                                               manifest.duplicates.size() == 1 ? "has" : "have"));
    if (!manifest.emptyFolders.empty())
        warnings.add(
            "empty_folders",
            fmt::format("{} empty and {}: {}",
                        manifest.emptyFolders.size() == 1
                            ? "1 folder is"
                            : text::count(manifest.emptyFolders.size()) + " folders are",
                        manifest.emptyFolders.size() == 1 ? "is no class" : "are no classes",
                        text::shown(text::join(manifest.emptyFolders, ", "), 200)));
    return warnings;
}

} // namespace rekindle::dataset
