#include "core/packed/packed_images.h"

#include "core/archive/crc32c.h"
#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/image/sample_room.h"
#include "core/job/cores.h"
#include "core/job/on_threads.h"
#include "core/packed/pack_table.h"
#include "core/storage/bulk_file.h"
#include "core/storage/input_file.h"

#include <array>
#include <atomic>
#include <bit>
#include <charconv>
#include <cstring>
#include <fmt/format.h>
#include <limits>
#include <mutex>
#include <optional>
#include <vector>

namespace rekindle::packed {
namespace {

static_assert(std::endian::native == std::endian::little,
              "pixels are read as they lie in the file");

constexpr int kByte = 8;
constexpr int kWord = 16;

struct Picture {
    Slot slot;          ///< its channels are those that it has
    int fullWidth = 0;  ///< pixels, of the image's own file
    int fullHeight = 0; ///< the same
    int bits = 0;
    std::uint32_t crc32c = 0;
};

class OpenedPack : public PackedImages
{
public:
    explicit OpenedPack(storage::BulkFile file) : m_file(std::move(file)) {}

    Result<void> readList()
    {
        const auto& attributes = m_file.table().attributes;
        const auto text = [&](const char* name) {
            const auto found = attributes.find(name);
            return found == attributes.end() ? std::string() : found->second;
        };
        m_content = text("content_sha256");
        const std::string shortSide = text("packed_short_side");
        std::from_chars(shortSide.data(), shortSide.data() + shortSide.size(), m_shortSide);
        for (std::size_t i = 0; i < kNames.size(); ++i) {
            m_columns[i] = column(kNames[i]);
            if (m_columns[i] == nullptr || m_columns[i]->size() != m_columns[0]->size())
                return damaged(kNames[i]);
        }
        m_pictures.resize(m_columns[0]->size());
        for (std::size_t i = 0; i < m_pictures.size(); ++i) {
            if (!readPicture(i))
                return damaged(fmt::format("picture {}", text::count(i + 1)));
        }
        m_checked = std::vector<std::atomic<bool>>(m_pictures.size());
        return {};
    }

    Result<image::ImagePart> picture(std::size_t place) const override
    {
        return guard(m_file.path().string(), [&]() -> Result<image::ImagePart> {
            if (place >= m_pictures.size())
                return damaged("a number");
            const Picture& picture = m_pictures[place];
            image::ImagePart part;
            part.covers = {0, 0, picture.fullWidth, picture.fullHeight};
            part.mapped = true;
            part.pixels.width = picture.slot.width;
            part.pixels.height = picture.slot.height;
            part.pixels.channels = picture.slot.channels;
            part.pixels.bits = picture.bits;
            if (m_file.bulk().width == 1) {
                RK_TRY(part.pixels.pixels, samples<std::uint8_t>(place));
                return part;
            }
            RK_TRY(auto words, samples<std::uint16_t>(place));
            if (picture.bits > kByte)
                part.pixels.pixels = std::move(words);
            else
                part.pixels.pixels = std::vector<std::uint8_t>(words.begin(), words.end());
            return part;
        });
    }

    const std::string& sha256() const override { return m_file.sha256(); }
    int shortSide() const override { return m_shortSide; }
    std::size_t count() const override { return m_pictures.size(); }
    std::uint64_t bytes() const override { return m_file.bulk().bytes(); }

    Result<void> checkHolds(const dataset::Manifest& manifest) const override
    {
        if (m_pictures.size() == manifest.images.size() && m_content == manifest.contentHash())
            return {};
        return fail(ErrorKind::Mismatch,
                    "The packed file holds other images than the folder does now, or the same ones "
                    "read in another way",
                    m_file.path().string(),
                    "Pack them again: rekindle-cli dataset FOLDER --pack FILE.");
    }

    Result<void> verify(const job::Watch& watch) const override
    {
        std::mutex mutex;
        std::optional<Error> first;
        const bool all = job::onThreads(m_pictures.size(), job::usableCores(), watch,
                                        "verifying images", [&](std::size_t i) {
                                            m_checked[i] = false;
                                            auto part = picture(i);
                                            const std::lock_guard lock(mutex);
                                            if (!part && !first)
                                                first = std::move(part).error();
                                        });
        if (first)
            return fail(*first);
        if (!all)
            return fail(ErrorKind::Cancelled, "Stopped on request");
        return {};
    }

private:
    enum Column { Offset, Width, Height, Channels, Bits, Crc, FullWidth, FullHeight };
    static constexpr std::array kNames{"packed_offset",   "packed_width", "packed_height",
                                       "packed_channels", "packed_bits",  "packed_crc32c",
                                       "images_width",    "images_height"};

    /// Whether the list's numbers about a picture are those of a picture in this file.
    [[nodiscard]] bool readPicture(std::size_t place)
    {
        constexpr std::int64_t kLongest = 1 << 24;
        const auto value = [&](Column which) { return (*m_columns[which])[place]; };
        const auto isIn = [&](Column which, std::int64_t least, std::int64_t most) {
            return value(which) >= least && value(which) <= most;
        };
        const int most = m_file.bulk().width == 1 ? kByte : kWord;
        if (!isIn(FullWidth, 1, kLongest) || !isIn(FullHeight, 1, kLongest) ||
            !isIn(Width, 1, value(FullWidth)) || !isIn(Height, 1, value(FullHeight)) ||
            (value(Channels) != 1 && value(Channels) != 3) || !isIn(Bits, 1, most) ||
            !isIn(Crc, 0, std::numeric_limits<std::uint32_t>::max()) ||
            !isIn(Offset, 0, std::numeric_limits<std::int64_t>::max()))
            return false;
        m_pictures[place] = {{static_cast<std::uint64_t>(value(Offset)),
                              static_cast<int>(value(Width)), static_cast<int>(value(Height)),
                              static_cast<int>(value(Channels))},
                             static_cast<int>(value(FullWidth)),
                             static_cast<int>(value(FullHeight)),
                             static_cast<int>(value(Bits)),
                             static_cast<std::uint32_t>(value(Crc))};
        const Slot& slot = m_pictures[place].slot;
        const std::uint64_t all = m_file.bulk().count;
        return slot.elements() <= all && slot.offset <= all - slot.elements();
    }

    [[nodiscard]] const std::vector<std::int64_t>* column(const char* name) const
    {
        const auto& arrays = m_file.table().arrays;
        const auto found = arrays.find(name);
        return found == arrays.end()
                   ? nullptr
                   : std::get_if<std::vector<std::int64_t>>(&found->second.values);
    }

    [[nodiscard]] tl::unexpected<Error> damaged(const std::string& what) const
    {
        return fail(ErrorKind::Damaged,
                    fmt::format("The packed file does not fit together ({})", what),
                    m_file.path().string(), "Pack the images again.");
    }

    template <class Sample>
    [[nodiscard]] Result<std::vector<Sample>> samples(std::size_t place) const
    {
        const Picture& picture = m_pictures[place];
        auto values =
            image::roomForSamples<Sample>(static_cast<std::size_t>(picture.slot.elements()));
        const auto bytes = std::as_writable_bytes(std::span(values));
        RK_CHECK(m_file.readElements(picture.slot.offset, bytes));
        // Once: bits do not turn between two reads, and a checksum costs a tenth of a view.
        if (!m_checked[place]) {
            if (archive::crc32c(0, bytes) != picture.crc32c)
                return fail(ErrorKind::Damaged,
                            fmt::format("Picture {} of the packed file differs from its checksum",
                                        text::count(place + 1)),
                            m_file.path().string(), "Pack the images again.");
            m_checked[place] = true;
        }
        return values;
    }

    storage::BulkFile m_file;
    std::string m_content; ///< Manifest::contentHash of what was packed
    int m_shortSide = 0;
    std::array<const std::vector<std::int64_t>*, kNames.size()> m_columns{};
    std::vector<Picture> m_pictures;
    mutable std::vector<std::atomic<bool>> m_checked; ///< one a picture
};

} // namespace

Result<std::shared_ptr<const PackedImages>> PackedImages::open(const std::filesystem::path& file)
{
    return guard(file.string(), [&]() -> Result<std::shared_ptr<const PackedImages>> {
        RK_TRY(auto opened, storage::BulkFile::open(file, kKind, std::string(kPixels)));
        auto pack = std::make_shared<OpenedPack>(std::move(opened));
        RK_CHECK(pack->readList());
        return pack;
    });
}

bool isPacked(const std::filesystem::path& file)
{
    const auto input = storage::InputFile::open(file);
    if (!input || input->size() < kKind.size())
        return false;
    const auto start = input->read(0, kKind.size());
    return start && std::memcmp(start->data(), kKind.data(), kKind.size()) == 0;
}

Result<void> usePacked(dataset::Manifest& manifest, const std::filesystem::path& file,
                       const std::string& sha256)
{
    auto opened = PackedImages::open(file);
    if (!opened && opened.error().kind == ErrorKind::NotFound)
        opened.error().hint =
            "Put it back, or pack the images again: the same images give the same "
            "file.";
    RK_TRY(const auto pack, std::move(opened));
    if (!sha256.empty() && pack->sha256() != sha256)
        return fail(ErrorKind::Mismatch,
                    "The packed file is not the one that this was planned with", file.string(),
                    "Put that one back, or plan it again with this one.");
    RK_CHECK(pack->checkHolds(manifest));
    manifest.kept = pack;
    return {};
}

int shortSideFor(int viewSize)
{
    constexpr int kEighths = 8, kSeen = 7;
    return (viewSize * kEighths + kSeen - 1) / kSeen;
}

} // namespace rekindle::packed
