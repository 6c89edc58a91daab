#include "app/cli/packed_option.h"

#include "core/base/text.h"

#include <algorithm>

namespace rekindle::cli {
namespace {

/// Asked for before there is one: what it would take, and the command that makes it.
Error notThereYet(const std::filesystem::path& file, const dataset::Manifest& manifest,
                  int viewSize)
{
    packed::PackSettings settings;
    settings.shortSide = packed::shortSideFor(viewSize);
    Error error{ErrorKind::NotFound, "There is no packed file of this name yet", file.string(), {}};
    if (const auto estimate = packed::estimatePack(manifest, settings))
        error.message +=
            "; it would take " + text::bytes(estimate->bytes) + " and " + packTime(*estimate);
    error.hint = "Make it: rekindle-cli dataset " + manifest.folder.string() + " --pack " +
                 file.string() + " --pack-for " + std::to_string(viewSize);
    return error;
}

} // namespace

std::string packTime(const packed::PackEstimate& estimate)
{
    constexpr double kMinute = 60.0;
    return (estimate.seconds < kMinute ? "" : "about ") + text::duration(estimate.seconds);
}

Result<std::string> checkPackedFile(const std::filesystem::path& file,
                                    const dataset::Manifest& manifest, int viewSize, Output& output)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return fail(notThereYet(file, manifest, viewSize));
    RK_TRY(const auto pack, packed::PackedImages::open(file));
    RK_CHECK(pack->checkHolds(manifest));
    const int needed = packed::shortSideFor(viewSize);
    const bool larger = std::any_of(
        manifest.images.begin(), manifest.images.end(), [&](const dataset::ImageEntry& image) {
            return std::min(image.width, image.height) > pack->shortSide();
        });
    if (pack->shortSide() < needed && larger)
        output.warn(Warning{"packed_small",
                            "The packed images' shorter side is " +
                                std::to_string(pack->shortSide()) + " pixels; views of " +
                                std::to_string(viewSize) + " pixels need " +
                                std::to_string(needed) + " to be as sharp as the files",
                            file.string()});
    return pack->sha256();
}

} // namespace rekindle::cli
