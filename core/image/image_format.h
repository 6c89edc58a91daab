#pragma once

#include "core/base/result.h"
#include "core/image/image.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::image {

/// One picture format. A new one is one source file and one line in `imageFormats()`.
struct ImageFormat {
    std::string_view name;                           ///< "PNG"
    bool (*probe)(std::span<const std::byte> start); ///< by the first bytes, never by the name
    Result<ImageHeader> (*header)(std::span<const std::byte> file);
    /// Damaged when the data ends early or a checksum differs: half a picture is no picture.
    Result<Image> (*decode)(std::span<const std::byte> file);
};

/// In the order in which they are asked.
[[nodiscard]] const std::vector<ImageFormat>& imageFormats();

/// The format whose first bytes these are, or null.
[[nodiscard]] const ImageFormat* formatOf(std::span<const std::byte> start);

/// Limits checked on the header before memory is taken (reliability 5).
struct ImageLimits {
    std::uint64_t fileBytes = std::uint64_t{2} << 30;
    int side = 32768;                   ///< pixels, width and height alike
    std::uint64_t pixels = 100'000'000; ///< width x height
    double aspect = 200.0;              ///< the longer side over the shorter one
    double expansion = 1000.0;          ///< decoded bytes over file bytes, 16 MiB allowed on top
};

/// Reads and decodes one file. Kinds NotFound, Io, Unknown, Damaged, Limit, Memory.
[[nodiscard]] Result<Image> readImage(const std::filesystem::path& file,
                                      const ImageLimits& limits = {});

/// Decodes bytes already in memory; `name` is the error's subject. `header`, where given, receives
/// what the file says about itself.
[[nodiscard]] Result<Image> decodeImage(std::span<const std::byte> bytes, const std::string& name,
                                        const ImageLimits& limits = {},
                                        ImageHeader* header = nullptr);

} // namespace rekindle::image
