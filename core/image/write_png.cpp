#include "core/image/write_png.h"

#include <png.h>

namespace rekindle::image {

Result<std::vector<std::byte>> pngBytes(const Image& image)
{
    const auto* pixels = std::get_if<std::vector<std::uint8_t>>(&image.pixels);
    if (pixels == nullptr || (image.channels != 1 && image.channels != 3))
        return fail(ErrorKind::Usage, "Only pictures of 8 bits in 1 or 3 channels are written");
    png_image file{};
    file.version = PNG_IMAGE_VERSION;
    file.width = static_cast<png_uint_32>(image.width);
    file.height = static_cast<png_uint_32>(image.height);
    file.format = image.channels == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(file);
    std::vector<std::byte> bytes(size);
    if (png_image_write_to_memory(&file, bytes.data(), &size, 0, pixels->data(), 0, nullptr) == 0)
        return fail(ErrorKind::Internal,
                    "The picture could not be written (" + std::string(file.message) + ")");
    bytes.resize(size);
    return bytes;
}

} // namespace rekindle::image
