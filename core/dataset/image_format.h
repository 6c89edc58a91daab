#pragma once

#include <rekindle/base/result.h>
#include <rekindle/dataset/image.h>

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace rekindle::dataset {

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

/// Limits checked on the header before memory is taken (reliability 5).
struct ImageLimits {
    std::uint64_t fileBytes = std::uint64_t{2} << 30;
    int side = 32768;
    std::uint64_t pixels = 100'000'000;
    double expansion = 1000.0; ///< decoded bytes over file bytes, 16 MiB allowed on top
};

/// Reads and decodes one file. Kinds NotFound, Io, Unknown, Damaged, Limit, Memory.
[[nodiscard]] Result<Image> readImage(const std::filesystem::path& file,
                                      const ImageLimits& limits = {});

/// Decodes bytes already in memory; `name` is the error's subject.
[[nodiscard]] Result<Image> decodeImage(std::span<const std::byte> bytes, const std::string& name,
                                        const ImageLimits& limits = {});

} // namespace rekindle::dataset
