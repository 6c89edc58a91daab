#include "widgets/bridge/study_images.h"

#include "core/dataset/split.h"

#include <numeric>

namespace rekindle::bridge {
namespace {

bool same(const dataset::Manifest& left, const dataset::Manifest& right)
{
    return left.folder == right.folder && left.problems.size() == right.problems.size() &&
           left.reading == right.reading && left.usedBits == right.usedBits &&
           left.bands == right.bands && left.contentHash() == right.contentHash();
}

/// What is to be known of the images themselves, then of their parts. Unreadable files are told by
/// the page in its own words.
Warnings allWarnings(const dataset::Manifest& manifest, const Warnings& ofParts)
{
    Warnings all;
    const Warnings ofImages = dataset::imageWarnings(manifest);
    for (const Warning& warning : ofImages.items()) {
        if (warning.kind != "unreadable_files")
            all.add(warning);
    }
    for (const Warning& warning : ofParts.items())
        all.add(warning);
    return all;
}

ImageParts countParts(const dataset::Manifest& manifest)
{
    ImageParts parts;
    parts.pretraining = dataset::pretrainingImages(manifest).size();
    parts.warnings = allWarnings(manifest, {});
    if (!manifest.labelled())
        return parts;
    std::vector<std::size_t> all(manifest.images.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto total = manifest.classCounts(all);
    parts.classes.resize(total.size());
    for (std::size_t label = 0; label < total.size(); ++label)
        parts.classes[label].all = total[label];
    parts.fromFolder = !manifest.splitSeed.has_value();
    const auto split = dataset::splitOf(manifest);
    if (!split) {
        parts.problem = split.error();
        parts.warnings = allWarnings(manifest, dataset::splitWarnings(manifest));
        return parts;
    }
    parts.train = split->train.size();
    parts.validation = split->validation.size();
    parts.test = split->test.size();
    const auto train = manifest.classCounts(split->train);
    const auto validation = manifest.classCounts(split->validation);
    const auto test = manifest.classCounts(split->test);
    for (std::size_t label = 0; label < total.size(); ++label) {
        parts.classes[label].train = train[label];
        parts.classes[label].validation = validation[label];
        parts.classes[label].test = test[label];
    }
    parts.warnings = allWarnings(manifest, dataset::splitWarnings(manifest, *split));
    return parts;
}

} // namespace

StudyImages readStudyImages(const study::Study& study, const StudyImages& before)
{
    StudyImages images;
    if (study.images.empty())
        return images;
    auto manifest = study::images(study);
    if (!manifest) {
        images.problem = manifest.error();
        return images;
    }
    if (before.manifest && same(*before.manifest, *manifest))
        return before;
    images.parts = std::make_shared<const ImageParts>(countParts(*manifest));
    images.manifest = std::make_shared<const dataset::Manifest>(*std::move(manifest));
    return images;
}

} // namespace rekindle::bridge
