#pragma once

#include "core/base/result.h"
#include "core/image/image_format.h"
#include "core/image/image_limits.h"
#include "core/image/image_ref.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace rekindle::image {

/// A file of images, opened and asked for its format. Every header is checked against the limits,
/// every answer of a format against what was asked. For one thread; nothing it does throws.
class OpenedImages
{
public:
    /// Kinds NotFound, Io, Unknown (tells what it seems to be), Damaged, Limit, Memory.
    [[nodiscard]] static Result<OpenedImages> open(const std::filesystem::path& file,
                                                   const ImageLimits& limits = {},
                                                   const Request& request = {});
    /// Bytes already in memory, which must outlive this; `name` is the subject of errors.
    [[nodiscard]] static Result<OpenedImages> open(std::span<const std::byte> memory,
                                                   const std::string& name,
                                                   const ImageLimits& limits = {},
                                                   const Request& request = {});

    [[nodiscard]] const ImageFormat& format() const { return *m_format; }
    [[nodiscard]] int count() const { return m_count; }
    /// See ImageReader::group.
    [[nodiscard]] std::string group() const { return m_reader->group(); }
    /// See ImageReader::bands.
    [[nodiscard]] int bands() const { return m_reader->bands(); }
    /// Kinds Damaged, Limit, Mismatch (there is no such image in the file).
    [[nodiscard]] Result<ImageHeader> header(int frame);
    /// See ImageReader::read; the values are levels as the request asks. `box` lies within the
    /// image, else kind Mismatch.
    [[nodiscard]] Result<ImagePart> read(int frame, const ImageBox& box, int leastSide);
    /// All pixels, none of a smaller copy.
    [[nodiscard]] Result<Image> readWhole(int frame);

    [[nodiscard]] std::uint64_t fileBytes() const { return m_bytes->size(); }
    [[nodiscard]] Result<std::string> sha256() const { return m_bytes->sha256(); }

private:
    OpenedImages() = default;
    [[nodiscard]] static Result<OpenedImages> recognise(std::unique_ptr<ImageBytes> bytes,
                                                        const std::string& name,
                                                        const ImageLimits& limits,
                                                        const Request& request);
    template <class T, class Body>
    [[nodiscard]] Result<T> about(int frame, Body&& body);

    std::string m_name;
    ImageLimits m_limits;
    Request m_request;
    std::unique_ptr<ImageBytes> m_bytes; ///< before the reader, which holds on to it
    const ImageFormat* m_format = nullptr;
    int m_count = 0;
    std::unique_ptr<ImageReader> m_reader;
    std::optional<std::pair<int, ImageHeader>> m_checked; ///< the frame asked last, and its header
};

/// What a file's reader is told about one of its images.
[[nodiscard]] Request requestOf(const ImageRef& ref);

/// One image, whole. Kinds as above.
[[nodiscard]] Result<Image> readImage(const ImageRef& ref, const ImageLimits& limits = {});

/// The first image of bytes in memory, whole; `header`, where given, receives what the file says
/// about it.
[[nodiscard]] Result<Image> decodeImage(std::span<const std::byte> bytes, const std::string& name,
                                        const ImageLimits& limits = {},
                                        ImageHeader* header = nullptr);

} // namespace rekindle::image
