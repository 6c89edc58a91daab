#include "tests/core/loader/two_frames_format.h"

#include <cstring>

using namespace rekindle;
using namespace rekindle::image;

namespace twoframes {
namespace {

constexpr std::string_view kMagic = "TWOFRAME";
constexpr std::size_t kHeader = 16;

class Reader : public ImageReader
{
public:
    Reader(ImageBytes& bytes, int width, int height)
        : m_bytes(bytes), m_width(width), m_height(height)
    {
    }

    [[nodiscard]] int count() const override { return 2; }
    Result<ImageHeader> header(int /*frame*/) override
    {
        return ImageHeader{m_width, m_height, 1, 16};
    }
    /// The rows of the box, and no other byte of the file.
    Result<ImagePart> read(int frame, const ImageBox& box, int /*leastSide*/) override
    {
        const ImageBox covers{0, box.y, m_width, box.height};
        const auto rowBytes = static_cast<std::uint64_t>(m_width) * 2;
        const auto firstRow = static_cast<std::uint64_t>(frame * m_height + box.y);
        RK_TRY(const auto bytes, m_bytes.read(kHeader + firstRow * rowBytes,
                                              static_cast<std::uint64_t>(box.height) * rowBytes));
        std::vector<std::uint16_t> values(bytes.size() / 2);
        std::memcpy(values.data(), bytes.data(), bytes.size());
        return ImagePart{Image{m_width, box.height, 1, 16, std::move(values)}, covers};
    }

private:
    ImageBytes& m_bytes;
    int m_width;
    int m_height;
};

bool probe(std::span<const std::byte> start)
{
    return start.size() >= kHeader && std::memcmp(start.data(), kMagic.data(), kMagic.size()) == 0;
}

Result<std::unique_ptr<ImageReader>> open(ImageBytes& bytes, const Request&)
{
    RK_TRY(const auto start, bytes.read(0, kHeader));
    std::int32_t sides[2] = {};
    std::memcpy(sides, start.data() + kMagic.size(), sizeof sides);
    return std::make_unique<Reader>(bytes, sides[0], sides[1]);
}

} // namespace

ImageFormat format()
{
    return {"TWO", "frame", {".two"}, probe, open};
}

std::string fileOf(int width, int height,
                   const std::function<std::uint16_t(int frame, int x, int y)>& value)
{
    std::string bytes(kMagic);
    const std::int32_t sides[2] = {width, height};
    bytes.append(reinterpret_cast<const char*>(sides), sizeof sides);
    for (int frame = 0; frame < 2; ++frame)
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const std::uint16_t sample = value(frame, x, y);
                bytes.append(reinterpret_cast<const char*>(&sample), sizeof sample);
            }
    return bytes;
}

} // namespace twoframes
