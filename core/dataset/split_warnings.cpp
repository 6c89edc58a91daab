#include "core/dataset/split.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace rekindle::dataset {
namespace {

using Keys = std::unordered_set<std::string_view>;
using KeyOf = const std::string& (*)(const Manifest& manifest, const ImageEntry& image);

const std::string& contentOf(const Manifest& manifest, const ImageEntry& image)
{
    return manifest.fileOf(image).sha256;
}

const std::string& patientOf(const Manifest& /*manifest*/, const ImageEntry& image)
{
    return image.patient;
}

Keys keysOf(const Manifest& manifest, const std::vector<std::size_t>& indices, KeyOf keyOf)
{
    Keys keys;
    for (const std::size_t i : indices) {
        const std::string& key = keyOf(manifest, manifest.images[i]);
        if (!key.empty())
            keys.insert(key);
    }
    return keys;
}

void warnOfCopies(const Manifest& manifest, const Split& split, Warnings& out)
{
    auto known = keysOf(manifest, split.train, contentOf);
    known.merge(keysOf(manifest, split.validation, contentOf));
    std::uint64_t copies = 0;
    for (const std::size_t i : split.test)
        copies += known.contains(contentOf(manifest, manifest.images[i])) ? 1 : 0;
    if (copies > 0)
        out.add("copies_in_test",
                fmt::format("{} test {} of training or validation images. Scores on them mean "
                            "nothing. Take them "
                            "out of the test part.",
                            text::count(copies),
                            copies == 1 ? "image is an exact copy" : "images are exact copies"));
}

void warnOfPatients(const Manifest& manifest, const Split& split, Warnings& out)
{
    const std::array parts{&split.train, &split.validation, &split.test};
    static constexpr std::array kNames{"training", "validation", "test"};
    for (std::size_t a = 0; a < parts.size(); ++a)
        for (std::size_t b = a + 1; b < parts.size(); ++b) {
            const auto first = keysOf(manifest, *parts[a], patientOf);
            std::uint64_t shared = 0;
            for (const auto& patient : keysOf(manifest, *parts[b], patientOf))
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

Warnings splitWarnings(const Manifest& manifest, const Split& split)
{
    Warnings warnings;
    warnOfCopies(manifest, split, warnings);
    warnOfPatients(manifest, split, warnings);
    warnOfMissingClasses(manifest, split, warnings);
    return warnings;
}

Warnings splitWarnings(const Manifest& manifest)
{
    const auto split = makeSplit(manifest, 0);
    return split ? splitWarnings(manifest, *split) : Warnings{};
}

Warnings imageWarnings(const Manifest& manifest)
{
    Warnings warnings;
    const auto bad = static_cast<std::uint64_t>(
        std::count_if(manifest.problems.begin(), manifest.problems.end(),
                      [](const Problem& problem) { return problem.kind != "hidden"; }));
    if (bad > 0)
        warnings.add("unreadable_files",
                     fmt::format("{} could not be read as images and {} left out",
                                 text::count(bad, "file"), bad == 1 ? "is" : "are"));
    if (!manifest.duplicates.empty())
        warnings.add("same_bytes", fmt::format("{} of files {} the same bytes",
                                               text::count(manifest.duplicates.size(), "group"),
                                               manifest.duplicates.size() == 1 ? "has" : "have"));
    return warnings;
}

} // namespace rekindle::dataset
