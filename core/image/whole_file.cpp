#include "core/image/whole_file.h"

namespace rekindle::image {
namespace {

class WholeFile : public ImageReader
{
public:
    using Header = Result<ImageHeader> (*)(std::span<const std::byte> file);
    using Decode = Result<Image> (*)(std::span<const std::byte> file);

    WholeFile(std::span<const std::byte> file, Header readHeader, Decode decode)
        : m_file(file), m_header(readHeader), m_decode(decode)
    {
    }

    [[nodiscard]] int count() const override { return 1; }
    Result<ImageHeader> header(int /*frame*/) override { return m_header(m_file); }
    Result<ImagePart> read(int /*frame*/, const ImageBox& /*box*/, int /*leastSide*/) override
    {
        RK_TRY(auto image, m_decode(m_file));
        return wholePart(std::move(image));
    }

private:
    std::span<const std::byte> m_file;
    Header m_header;
    Decode m_decode;
};

} // namespace

Result<std::unique_ptr<ImageReader>>
wholeFileReader(ImageBytes& bytes, Result<ImageHeader> (*header)(std::span<const std::byte> file),
                Result<Image> (*decode)(std::span<const std::byte> file))
{
    RK_TRY(const auto file, bytes.whole());
    return std::make_unique<WholeFile>(file, header, decode);
}

} // namespace rekindle::image
