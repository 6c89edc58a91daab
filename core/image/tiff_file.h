#pragma once

#include "core/base/result.h"
#include "core/image/image_bytes.h"
#include "core/image/tiff_pages.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace rekindle::image {

/// One page of a TIFF file, opened by libtiff over our own bytes: what it says goes into errors and
/// never to a screen. For one thread.
class TiffFile
{
public:
    /// Kind Damaged.
    [[nodiscard]] static Result<TiffFile> open(ImageBytes& bytes, const TiffPage& page);
    TiffFile(TiffFile&&) noexcept;
    TiffFile& operator=(TiffFile&&) noexcept;
    ~TiffFile();

    /// Unpacked bytes of the piece (strip or tile) that holds the pixel (x, y) of a plane, its
    /// numbers in this machine's byte order. The next call takes them away. Kind Damaged.
    [[nodiscard]] Result<std::span<const std::byte>> piece(std::uint32_t x, std::uint32_t y,
                                                           int plane);
    /// Bytes from one row of a piece to the next.
    [[nodiscard]] std::size_t rowBytes() const;
    /// The colours of a palette, 256 at most, 16 bits each: red, green, blue. Kind Damaged.
    [[nodiscard]] Result<std::vector<std::uint16_t>> palette() const;

private:
    struct State;
    explicit TiffFile(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace rekindle::image
