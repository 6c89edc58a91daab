#pragma once

#include "core/base/result.h"
#include "core/dataset/manifest.h"
#include "core/job/cores.h"
#include "core/job/stop.h"

#include <cstdint>
#include <filesystem>

namespace rekindle::packed {

struct PackSettings {
    int shortSide = 256; ///< pixels; smaller pictures are kept as they are
    int threads = job::usableCores();
    bool replace = false; ///< something that is no packed file may give way
};

/// What packing would take.
struct PackEstimate {
    std::uint64_t bytes = 0;
    double seconds = 0; ///< from a sample of the pictures
};

/// Kinds as reading a picture.
[[nodiscard]] Result<PackEstimate> estimatePack(const dataset::Manifest& manifest,
                                                const PackSettings& settings);

enum class Packed { UpToDate, Made };

/// Makes one file of all pictures of a list, at their own depth, those with a longer short side
/// made smaller once. The same list gives the same bytes. What is there already is left alone where
/// it holds these images at this size, and replaced where it is a packed file of others. Stopped or
/// killed, it leaves `FILE.partial` with its journal, and goes on from there the next time. Kinds
/// Usage (another file is there), Space, Io, Busy (somebody packs into it), Cancelled, Mismatch (a
/// picture is not what the list says), and those of reading a picture.
[[nodiscard]] Result<Packed> packImages(const dataset::Manifest& manifest,
                                        const std::filesystem::path& file,
                                        const PackSettings& settings, const job::Watch& watch);

} // namespace rekindle::packed
