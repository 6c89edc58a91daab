#pragma once

#include <rekindle/dataset/manifest.h>

#include <cstdint>
#include <vector>

namespace rekindle::dataset {

/// Indices into Manifest::images.
struct Split {
    std::vector<std::size_t> train;
    std::vector<std::size_t> validation;
    std::vector<std::size_t> test;
    bool fromFolder = false; ///< the folder's own parts, not drawn here
};

/// The folder's own train/val/test if it has them, else 80/20 stratified by class and kept together
/// by patient, drawn from `seed` (recipes 5, #30). Needs labels.
[[nodiscard]] Result<Split> makeSplit(const Manifest& manifest, std::uint64_t seed);

/// The images pretraining may see: the training part where the folder has parts, else all.
[[nodiscard]] std::vector<std::size_t> pretrainingImages(const Manifest& manifest);

/// A stratified share of labelled training images: at least one per class, the same draw for every
/// arm with the same seed (paper 4.2; recipes 5, #29). `fraction` in (0, 1].
[[nodiscard]] std::vector<std::size_t> labelledSubset(const Manifest& manifest,
                                                      const std::vector<std::size_t>& train,
                                                      double fraction, std::uint64_t seed);

} // namespace rekindle::dataset
