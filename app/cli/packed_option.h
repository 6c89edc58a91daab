#pragma once

#include "app/cli/cli_output.h"
#include "core/dataset/manifest.h"
#include "core/packed/pack.h"
#include "core/packed/packed_images.h"

#include <filesystem>
#include <string>

namespace rekindle::cli {

/// `--packed FILE` of the verbs that train or score: what that file has to be before a run is made
/// with it. NotFound says how large it would become and how to make it; Mismatch that it holds
/// other images. Warns ("packed_small") where its pictures are smaller than views of `viewSize`
/// need. Returns PackedImages::sha256.
[[nodiscard]] Result<std::string> checkPackedFile(const std::filesystem::path& file,
                                                  const dataset::Manifest& manifest, int viewSize,
                                                  Output& output);

/// "less than a minute", "about 12 min"
[[nodiscard]] std::string packTime(const packed::PackEstimate& estimate);

/// The same for the settings of a run, in which it notes the hash; nothing where they name no file.
template <class Settings>
[[nodiscard]] Result<void> planPacked(Settings& settings, const dataset::Manifest& manifest,
                                      Output& output)
{
    settings.packedSha256.clear();
    if (settings.packed.empty())
        return {};
    RK_TRY(settings.packedSha256,
           checkPackedFile(settings.packed, manifest, settings.imageSize, output));
    return {};
}

} // namespace rekindle::cli
