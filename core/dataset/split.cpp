#include "core/dataset/split.h"

#include "core/base/rng.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace rekindle::dataset {
namespace {

constexpr double kTestShare = 0.2;

/// Images that must stay together because they share a patient or are copies of each other.
class Companions
{
public:
    explicit Companions(std::size_t count) : m_leader(count)
    {
        std::iota(m_leader.begin(), m_leader.end(), std::size_t{0});
    }
    std::size_t leader(std::size_t i)
    {
        while (m_leader[i] != i)
            i = m_leader[i] = m_leader[m_leader[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b)
    {
        a = leader(a);
        b = leader(b);
        m_leader[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> m_leader;
};

using Group = std::vector<std::size_t>;

std::vector<Group> groupsOf(const Manifest& manifest, const std::vector<std::size_t>& images)
{
    Companions companions(manifest.images.size());
    std::unordered_map<std::string_view, std::size_t> byPatient, byContent;
    byContent.reserve(images.size());
    for (const std::size_t i : images) {
        const ImageEntry& image = manifest.images[i];
        if (!image.patient.empty())
            companions.join(i, byPatient.try_emplace(image.patient, i).first->second);
        const std::string& content = manifest.fileOf(image).sha256;
        if (!content.empty())
            companions.join(i, byContent.try_emplace(content, i).first->second);
    }
    constexpr auto kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> groupOf(manifest.images.size(), kNone); // of a leader
    std::vector<Group> groups;
    for (const std::size_t i : images) {
        std::size_t& group = groupOf[companions.leader(i)];
        if (group == kNone) {
            group = groups.size();
            groups.emplace_back();
        }
        groups[group].push_back(i);
    }
    return groups;
}

/// The class that most of a group's images have; the first one among equals.
std::size_t mainClass(const Manifest& manifest, const Group& group)
{
    const auto counts = manifest.classCounts(group);
    return static_cast<std::size_t>(
        std::distance(counts.begin(), std::max_element(counts.begin(), counts.end())));
}

/// Deals one class's groups out: whole groups go to the test part as long as that brings it nearer
/// to its share; wherever there are two groups each part gets one.
void deal(std::vector<Group> groups, Random random, Split& split)
{
    double images = 0;
    for (const Group& group : groups)
        images += static_cast<double>(group.size());
    const double wanted = images * kTestShare;
    const auto order = permutation(groups.size(), random);
    double taken = 0;
    std::size_t inTest = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const Group& group = groups[order[k]];
        const double with = taken + static_cast<double>(group.size());
        const bool lastHope = inTest == 0 && k + 1 == order.size();
        const bool nearer = std::abs(with - wanted) <= std::abs(taken - wanted);
        const bool leavesSome = inTest + 1 < order.size();
        const bool test = order.size() > 1 && leavesSome && (nearer || lastHope);
        auto& part = test ? split.test : split.train;
        part.insert(part.end(), group.begin(), group.end());
        taken = test ? with : taken;
        inTest += test ? 1 : 0;
    }
}

Split drawSplit(const Manifest& manifest, const std::vector<std::size_t>& images,
                std::uint64_t seed)
{
    std::vector<std::vector<Group>> byClass(manifest.classes.size());
    for (Group& group : groupsOf(manifest, images))
        byClass[mainClass(manifest, group)].push_back(std::move(group));
    Split split;
    for (std::size_t c = 0; c < byClass.size(); ++c)
        deal(std::move(byClass[c]), Random(seed, Purpose::Split, static_cast<std::uint32_t>(c)),
             split);
    std::sort(split.train.begin(), split.train.end());
    std::sort(split.test.begin(), split.test.end());
    return split;
}

std::vector<std::size_t> labelledOf(const Manifest& manifest, std::vector<std::size_t> indices)
{
    std::erase_if(indices, [&](std::size_t i) { return manifest.images[i].label < 0; });
    return indices;
}

} // namespace

Result<Split> makeSplit(const Manifest& manifest, std::uint64_t seed)
{
    if (!manifest.labelled())
        return fail(ErrorKind::Mismatch, "Scoring needs labels, and these images have none",
                    manifest.folder.string(),
                    "Put each class into a folder of its own, or give a table with labels.");
    const auto train = labelledOf(manifest, manifest.indicesOf(Part::Train));
    const auto validation = labelledOf(manifest, manifest.indicesOf(Part::Validation));
    const auto test = labelledOf(manifest, manifest.indicesOf(Part::Test));
    Split split;
    if (!train.empty() && !test.empty()) {
        split = {train, validation, test, true};
    } else if (!train.empty() && !validation.empty()) {
        split = {train, {}, validation, true};
    } else {
        std::vector<std::size_t> images = train;
        if (images.empty()) {
            images.resize(manifest.images.size());
            std::iota(images.begin(), images.end(), std::size_t{0});
            images = labelledOf(manifest, std::move(images));
        }
        split = drawSplit(manifest, images, seed);
    }
    if (split.train.empty() || split.test.empty())
        return fail(ErrorKind::Mismatch,
                    "There are too few labelled images for a training and a test part",
                    manifest.folder.string(),
                    "At least two images (or two patients) of one class are needed.");
    return split;
}

std::vector<std::size_t> pretrainingImages(const Manifest& manifest)
{
    auto images = manifest.indicesOf(Part::Train);
    if (!images.empty())
        return images;
    images.resize(manifest.images.size());
    std::iota(images.begin(), images.end(), std::size_t{0});
    // A folder with a test part alone keeps that part unseen all the same.
    std::vector<std::size_t> open = images;
    std::erase_if(open, [&](std::size_t i) { return manifest.images[i].part != Part::None; });
    return open.empty() ? images : open;
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
