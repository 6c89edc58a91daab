#include "core/image/nifti_voxels.h"

#include "core/base/text.h"
#include "core/image/inflate.h"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <mutex>
#include <string>

namespace rekindle::image {
namespace {

using Unpacked = std::shared_ptr<const std::vector<std::byte>>;

/// The volumes that were unpacked last.
class Kept
{
public:
    Unpacked find(const std::string& key)
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [known, bytes] : m_kept)
            if (known == key)
                return bytes;
        return nullptr;
    }
    void keep(const std::string& key, const Unpacked& bytes)
    {
        constexpr std::size_t kMost = std::size_t{512} << 20;
        const std::lock_guard lock(m_mutex);
        m_kept.emplace_front(key, bytes);
        std::size_t sum = 0;
        const auto end = std::find_if(m_kept.begin() + 1, m_kept.end(), [&](const auto& entry) {
            sum += entry.second->size();
            return bytes->size() + sum > kMost || sum == 0;
        });
        m_kept.erase(end, m_kept.end());
    }

private:
    std::mutex m_mutex;
    std::deque<std::pair<std::string, Unpacked>> m_kept; ///< under m_mutex, the newest first
};

Kept& kept()
{
    // Never taken down: a thread that hangs in a drive may outlive the end of the program.
    static Kept* const instance = new Kept;
    return *instance;
}

/// What tells packed files apart without unpacking them: gzip ends in a checksum of what is inside.
Result<std::string> keyOf(const ImageBytes& bytes)
{
    constexpr std::uint64_t kStart = 256, kEnd = 8;
    RK_TRY(const auto start, bytes.read(0, std::min(kStart, bytes.size())));
    RK_TRY(const auto end,
           bytes.read(bytes.size() - std::min(kEnd, bytes.size()), std::min(kEnd, bytes.size())));
    std::string key = std::to_string(bytes.size()) + ':';
    for (const auto* piece : {&start, &end})
        key.append(reinterpret_cast<const char*>(piece->data()), piece->size());
    return key;
}

} // namespace

bool startsPacked(std::span<const std::byte> start)
{
    return start.size() >= 2 && start[0] == std::byte{0x1f} && start[1] == std::byte{0x8b};
}

Result<NiftiVoxels> NiftiVoxels::open(ImageBytes& bytes)
{
    constexpr std::uint64_t kEnough = 4096; // packed, for a header
    RK_TRY(auto start, bytes.read(0, std::min(kEnough, bytes.size())));
    const bool packed = startsPacked(start);
    if (packed)
        start = inflatedStart(start, kNiftiHeader);
    RK_TRY(auto file, readNifti(start));
    const double all =
        static_cast<double>(file.offset) +
        static_cast<double>(file.bytesOfVolume()) * static_cast<double>(file.volumes);
    if (!packed && all > static_cast<double>(bytes.size()))
        return fail(ErrorKind::Damaged, "The volume ends early", {}, "Copy it again.");
    constexpr double kExpansion = 1000;
    if (all > kExpansion * static_cast<double>(bytes.size()) + double{96 << 20} ||
        (packed && all > static_cast<double>(std::uint64_t{2} << 30)))
        return fail(ErrorKind::Limit,
                    fmt::format("The volume would grow from {} to {}", text::bytes(bytes.size()),
                                text::bytes(static_cast<std::uint64_t>(std::min(all, 1e18)))),
                    {}, "Save it unpacked, or cut it into smaller ones.");
    NiftiVoxels voxels(bytes, file);
    if (packed)
        RK_CHECK(voxels.unpack());
    return voxels;
}

Result<void> NiftiVoxels::unpack()
{
    RK_TRY(const auto key, keyOf(m_bytes));
    m_unpacked = kept().find(key);
    if (m_unpacked)
        return {};
    RK_TRY(const auto packed, m_bytes.whole());
    constexpr std::uint64_t kBehind = std::uint64_t{1} << 20;
    const std::uint64_t all =
        m_file.offset + m_file.bytesOfVolume() * static_cast<std::uint64_t>(m_file.volumes);
    RK_TRY(auto bytes, inflated(packed, Deflated::Gzip, all + kBehind));
    if (bytes.size() < all)
        return fail(ErrorKind::Damaged, "The volume ends early", {}, "Copy it again.");
    m_unpacked = std::make_shared<const std::vector<std::byte>>(std::move(bytes));
    kept().keep(key, m_unpacked);
    return {};
}

Result<std::vector<std::byte>> NiftiVoxels::read(std::uint64_t at, std::uint64_t count) const
{
    if (!m_unpacked)
        return m_bytes.read(m_file.offset + at, count);
    const auto first = m_unpacked->begin() + static_cast<std::ptrdiff_t>(m_file.offset + at);
    return std::vector<std::byte>(first, first + static_cast<std::ptrdiff_t>(count));
}

} // namespace rekindle::image
