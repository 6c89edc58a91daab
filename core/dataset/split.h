#pragma once

#include "core/base/warning.h"
#include "core/dataset/manifest.h"
#include "core/dataset/near_copies.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rekindle::dataset {

/// What becomes of images that say nothing as test images.
enum class Leaks { LeaveOut, Keep };

/// Indices into Manifest::images.
struct Split {
    std::vector<std::size_t> train;
    std::vector<std::size_t> validation;
    std::vector<std::size_t> test;
    Leaks leaks = Leaks::LeaveOut;
    std::uint64_t testPart = 0;  ///< images of the test part, before any were left out
    std::uint64_t copies = 0;    ///< of them: exact copies of training or validation images
    std::uint64_t contested = 0; ///< labelled images whose bytes stand in two classes
};

/// The labelled images by their parts (drawParts gave each one its own). Test images that are exact
/// copies of training or validation images, and images whose bytes stand in two classes, are left
/// out unless `leaks` keeps them. Kind Mismatch without labels, with too few images, or where
/// nothing is left to test on.
[[nodiscard]] Result<Split> splitOf(const Manifest& manifest, Leaks leaks = Leaks::LeaveOut);

/// Test images that are nearly the same picture as a training or validation image (nearCopies):
/// `one` is of those, `other` of the test part. Neither of two images of one patient, who is told
/// of by himself, nor of pictures with equal bytes.
[[nodiscard]] std::vector<NearCopy> nearCopiesInTest(const Manifest& manifest, const Split& split);

/// What would make scores on this split untrue: copies of training images ("copies_in_test"), the
/// same bytes in two classes ("same_bytes_two_classes"), near copies ("near_copies_in_test"),
/// patients on both sides
/// ("patient_in_parts"), classes that a part lacks ("class_without_images"). Empty where nothing is
/// wrong.
[[nodiscard]] Warnings splitWarnings(const Manifest& manifest, const Split& split);

/// The same of the split that scoring uses by default; where leaving leaks out leaves nothing, of
/// the split with them.
[[nodiscard]] Warnings splitWarnings(const Manifest& manifest);

/// What somebody should know about these images whatever is done with them: files that were left
/// out ("unreadable_files"), files with the same bytes ("same_bytes"), folders among the classes
/// that hold no image ("empty_folders").
[[nodiscard]] Warnings imageWarnings(const Manifest& manifest);

/// The images pretraining may see: all but the test and validation parts, and but images without a
/// part that show a test image's patient or are its copy. With `testToo` the test part as well, for
/// who asks for it.
[[nodiscard]] std::vector<std::size_t> pretrainingImages(const Manifest& manifest,
                                                         bool testToo = false);

/// Whether a method learns from labels.
enum class Labels { NotNeeded, Needed };
/// The same for a method: with `labels` needed the labelled ones alone. Kind Mismatch where these
/// are of less than two classes.
[[nodiscard]] Result<std::vector<std::size_t>> imagesToLearnFrom(const Manifest& manifest,
                                                                 bool testToo, Labels labels);

/// Entropy of the classes' shares among labelled images, nats.
[[nodiscard]] double labelEntropy(const Manifest& manifest, const std::vector<std::size_t>& images);

/// How many of the split's test images are among those that were pretrained on, by their bytes.
[[nodiscard]] std::uint64_t testImagesAmong(const Manifest& manifest, const Split& split,
                                            const Manifest& pretrained,
                                            const std::vector<std::size_t>& seen);

/// A stratified share of labelled training images: at least one per class, the same draw for every
/// arm with the same seed (paper 4.2; recipes 5, #29). `fraction` in (0, 1].
[[nodiscard]] std::vector<std::size_t> labelledSubset(const Manifest& manifest,
                                                      const std::vector<std::size_t>& train,
                                                      double fraction, std::uint64_t seed);

} // namespace rekindle::dataset
