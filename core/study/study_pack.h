#pragma once

#include "core/job/stop.h"
#include "core/study/study.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace rekindle::study {

/// What packing a study's images for views of a size would take and bring.
struct PackOffer {
    std::filesystem::path file; ///< below the study's folder packed/
    int shortSide = 0;          ///< pixels, of the copies
    std::uint64_t bytes = 0;    ///< of the file
    double seconds = 0;         ///< from a sample of the pictures
    std::uint64_t read = 0;     ///< bytes of image files that a pass reads without
};

/// Where the study keeps the packed copies for views of this size: named by the list of images, so
/// that other images, or the same ones read in another way, have another file.
[[nodiscard]] std::filesystem::path packFile(const Study& study, int viewSize);

/// What `runs` runs of these settings would have of packed images, where it pays: the pictures are
/// much larger than the views need, and decoding them again in every pass takes longer than a
/// minute in all. Nothing where it does not pay, where they are packed already, or where the
/// settings name a packed file. Kinds as reading a picture.
[[nodiscard]] Result<std::optional<PackOffer>>
packOffer(const Study& study, const run::PretrainSettings& settings, int runs);

/// Makes the file, or leaves it where it is up to date; what was stopped is gone on with. Kinds as
/// packed::packImages.
[[nodiscard]] Result<void> packStudy(const Study& study, int viewSize, const job::Watch& watch);

/// Lets a run read the study's packed images where there are some for its size: the file and its
/// seal become part of the settings. False where there are none. Kinds Damaged, Mismatch, Io.
[[nodiscard]] Result<bool> usePack(const Study& study, run::PretrainSettings& settings);

} // namespace rekindle::study
