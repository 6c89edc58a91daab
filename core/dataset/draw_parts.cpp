#include "core/dataset/draw_parts.h"

#include "core/base/rng.h"

#include <algorithm>
#include <cmath>
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
void deal(Manifest& manifest, std::vector<Group> groups, Random random)
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
        for (const std::size_t i : group)
            manifest.images[i].part = test ? Part::Test : Part::Train;
        taken = test ? with : taken;
        inTest += test ? 1 : 0;
    }
}

void draw(Manifest& manifest, const std::vector<std::size_t>& images, std::uint64_t seed)
{
    std::vector<std::vector<Group>> byClass(manifest.classes.size());
    for (Group& group : groupsOf(manifest, images))
        byClass[mainClass(manifest, group)].push_back(std::move(group));
    for (std::size_t c = 0; c < byClass.size(); ++c)
        deal(manifest, std::move(byClass[c]),
             Random(seed, Purpose::Split, static_cast<std::uint32_t>(c)));
}

/// How many labelled images each part has.
struct PartCounts {
    std::size_t none = 0, train = 0, validation = 0, test = 0;
};

PartCounts countLabelled(const Manifest& manifest)
{
    PartCounts counts;
    for (const ImageEntry& image : manifest.images) {
        if (image.label < 0)
            continue;
        std::size_t& count = image.part == Part::Train        ? counts.train
                             : image.part == Part::Validation ? counts.validation
                             : image.part == Part::Test       ? counts.test
                                                              : counts.none;
        ++count;
    }
    return counts;
}

void rename(Manifest& manifest, Part from, Part to)
{
    for (ImageEntry& image : manifest.images)
        if (image.part == from && image.label >= 0)
            image.part = to;
}

} // namespace

void drawParts(Manifest& manifest, std::uint64_t seed)
{
    manifest.splitSeed.reset();
    const bool open =
        std::any_of(manifest.images.begin(), manifest.images.end(), [](const ImageEntry& image) {
            return image.part == Part::None || image.part == Part::Train;
        });
    if (!open)
        for (ImageEntry& image : manifest.images)
            image.part = Part::None;
    const PartCounts counts = countLabelled(manifest);
    const bool own = counts.test > 0 || (counts.validation > 0 && counts.train + counts.none > 0);
    if (own) {
        if (counts.test == 0)
            rename(manifest, Part::Validation, Part::Test);
        if (counts.train == 0)
            rename(manifest, Part::None, Part::Train);
        return;
    }
    std::vector<std::size_t> images;
    for (std::size_t i = 0; i < manifest.images.size(); ++i) {
        const ImageEntry& image = manifest.images[i];
        if (image.label >= 0 && image.part == (counts.train > 0 ? Part::Train : Part::None))
            images.push_back(i);
    }
    if (images.empty())
        return;
    draw(manifest, images, seed);
    manifest.splitSeed = seed;
}

} // namespace rekindle::dataset
