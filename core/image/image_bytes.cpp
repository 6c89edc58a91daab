#include "core/image/image_bytes.h"

#include "core/image/image_limits.h"
#include "core/storage/digest.h"
#include "core/storage/input_file.h"

#include <optional>

namespace rekindle::image {

struct ImageBytes::State {
    std::optional<storage::InputFile> file;     ///< nothing: all is in memory
    std::optional<std::vector<std::byte>> kept; ///< of the file, once `whole` was asked
    std::span<const std::byte> memory;          ///< all bytes, where they are in memory
    std::uint64_t mostAtOnce = 0;
};

ImageBytes::ImageBytes(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ImageBytes::ImageBytes(ImageBytes&&) noexcept = default;
ImageBytes& ImageBytes::operator=(ImageBytes&&) noexcept = default;
ImageBytes::~ImageBytes() = default;

ImageBytes::ImageBytes(std::span<const std::byte> memory, std::uint64_t mostAtOnce)
    : m_state(std::make_unique<State>())
{
    m_state->memory = memory;
    m_state->mostAtOnce = mostAtOnce;
}

Result<ImageBytes> ImageBytes::open(const std::filesystem::path& file, std::uint64_t mostAtOnce)
{
    auto state = std::make_unique<State>();
    RK_TRY(state->file, storage::InputFile::open(file));
    state->mostAtOnce = mostAtOnce;
    return ImageBytes(std::move(state));
}

std::uint64_t ImageBytes::size() const
{
    return m_state->file ? m_state->file->size() : m_state->memory.size();
}

Result<std::vector<std::byte>> ImageBytes::read(std::uint64_t offset, std::uint64_t count) const
{
    RK_CHECK(checkFileBytes(count, m_state->mostAtOnce));
    if (m_state->file && !m_state->kept)
        return m_state->file->read(offset, count);
    const auto bytes = m_state->memory;
    if (offset > bytes.size() || count > bytes.size() - offset)
        return fail(ErrorKind::Damaged, "The file ends early", {}, "Copy it again.");
    const auto piece = bytes.subspan(offset, count);
    return std::vector<std::byte>(piece.begin(), piece.end());
}

Result<std::span<const std::byte>> ImageBytes::whole()
{
    if (m_state->file && !m_state->kept) {
        RK_CHECK(checkFileBytes(size(), m_state->mostAtOnce));
        RK_TRY(m_state->kept, m_state->file->read(0, size()));
        m_state->memory = *m_state->kept;
    }
    return m_state->memory;
}

Result<std::string> ImageBytes::sha256() const
{
    if (m_state->file && !m_state->kept)
        return storage::sha256File(*m_state->file);
    storage::Sha256 hash;
    hash.add(m_state->memory);
    return hash.hex();
}

} // namespace rekindle::image
