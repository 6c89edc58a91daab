#pragma once

#include "core/base/warning.h"
#include "core/dataset/manifest.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rekindle::dataset {

/// Indices into Manifest::images.
struct Split {
    std::vector<std::size_t> train;
    std::vector<std::size_t> validation;
    std::vector<std::size_t> test;
    bool fromFolder = false; ///< the folder's own parts, not drawn here
};

/// The folder's own train/val/test if it has them (a validation part alone serves as test part),
/// else 80/20 stratified by class, drawn from `seed` (recipes 5, #30); a patient's images, and
/// files that are copies of each other, stay in one part. Images without a label take no part.
/// Kind Mismatch without labels or with too few images.
[[nodiscard]] Result<Split> makeSplit(const Manifest& manifest, std::uint64_t seed);

/// What would make scores on this split untrue: copies of training images ("copies_in_test") and
/// patients on both sides ("patient_in_parts"), classes that a part lacks ("class_without_images").
/// Empty where nothing is wrong.
[[nodiscard]] Warnings splitWarnings(const Manifest& manifest, const Split& split);

/// The same of the split that scoring uses by default; empty where nothing can be scored.
[[nodiscard]] Warnings splitWarnings(const Manifest& manifest);

/// What somebody should know about these images whatever is done with them: files that were left
/// out ("unreadable_files") and files with the same bytes ("same_bytes").
[[nodiscard]] Warnings imageWarnings(const Manifest& manifest);

/// The images pretraining may see: the training part where the folder has parts, else all.
[[nodiscard]] std::vector<std::size_t> pretrainingImages(const Manifest& manifest);

/// A stratified share of labelled training images: at least one per class, the same draw for every
/// arm with the same seed (paper 4.2; recipes 5, #29). `fraction` in (0, 1].
[[nodiscard]] std::vector<std::size_t> labelledSubset(const Manifest& manifest,
                                                      const std::vector<std::size_t>& train,
                                                      double fraction, std::uint64_t seed);

} // namespace rekindle::dataset
