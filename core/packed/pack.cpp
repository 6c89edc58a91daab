#include "core/packed/pack.h"

#include "core/archive/crc32c.h"
#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/image/read_image.h"
#include "core/image/shrink.h"
#include "core/job/on_threads.h"
#include "core/packed/pack_journal.h"
#include "core/packed/pack_layout.h"
#include "core/packed/pack_table.h"
#include "core/packed/packed_images.h"
#include "core/storage/digest.h"
#include "core/storage/file_lock.h"
#include "core/storage/placed_file.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <system_error>
#include <utility>
#include <vector>

namespace rekindle::packed {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kByte = 8;
constexpr std::chrono::seconds kBetweenSyncs{5};

/// A picture as it is kept: reduced where its slot is smaller than it. A file that can give a
/// smaller copy by itself does, down to twice what is needed.
Result<image::Image> copyOf(const dataset::Manifest& manifest, std::size_t place, const Slot& slot)
{
    const dataset::ImageEntry& entry = manifest.images[place];
    const image::ImageRef ref = manifest.refOf(entry);
    RK_TRY(auto opened, image::OpenedImages::open(ref.file, {}, image::requestOf(ref)));
    RK_TRY(const auto header, opened.header(ref.frame));
    if (header.width != entry.width || header.height != entry.height)
        return fail(ErrorKind::Mismatch, "The picture has another size than when it was listed",
                    ref.file.string(), "Read the folder again.");
    const bool smaller = slot.width != entry.width || slot.height != entry.height;
    const int least = smaller ? 2 * std::min(slot.width, slot.height) : 0;
    RK_TRY(auto part, opened.read(ref.frame, {0, 0, entry.width, entry.height}, least));
    return smaller ? image::shrink(part.pixels, slot.width, slot.height) : std::move(part.pixels);
}

/// Into a file of two bytes a value also those that need one.
template <class To, class From>
std::vector<std::byte> bytesOf(const std::vector<From>& samples)
{
    const std::vector<To> values(samples.begin(), samples.end());
    const auto bytes = std::as_bytes(std::span(values));
    return {bytes.begin(), bytes.end()};
}

/// One file being made. Its head stands last, so that until then it is no packed file.
class Packing
{
public:
    Packing(const dataset::Manifest& manifest, fs::path file, const PackSettings& settings)
        : m_manifest(manifest), m_file(std::move(file)), m_settings(settings),
          m_kept(manifest.images.size())
    {
    }

    Result<void> make(const job::Watch& watch)
    {
        RK_TRY(const auto lock, storage::FileLock::take(name(".partial.lock")));
        while (true) {
            RK_TRY(const bool whole, fill(watch));
            if (whole)
                break;
        }
        RK_CHECK(seal());
        std::error_code ignored;
        for (const char* ending : {".partial.done", ".partial.lock"})
            fs::remove(name(ending), ignored);
        return {};
    }

private:
    /// A failure stops the others' work, too.
    class Stopper
    {
    public:
        explicit Stopper(const job::Watch& watch)
            : m_passOn(watch.stop, [this] { m_stop.request_stop(); })
        {
        }
        void stop() { m_stop.request_stop(); }
        [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

    private:
        std::stop_source m_stop;
        std::stop_callback<std::function<void()>> m_passOn;
    };

    [[nodiscard]] fs::path name(const char* ending) const { return m_file.native() + ending; }

    [[nodiscard]] Result<std::vector<std::byte>> head() const
    {
        return storage::bulkHead(kKind,
                                 packTable(m_manifest, m_layout, m_settings.shortSide, m_kept),
                                 bulkOf(m_layout), m_file);
    }

    /// False where headers promised less than was decoded: there is more room now, to begin anew.
    Result<bool> fill(const job::Watch& watch)
    {
        const Room before = m_room;
        m_layout = layoutOf(m_manifest, m_settings.shortSide, m_room);
        std::fill(m_kept.begin(), m_kept.end(), Kept{});
        RK_TRY(const auto plan, head());
        m_start = plan.size();
        storage::Sha256 hash;
        hash.add(plan);
        RK_TRY(auto journal, PackJournal::open(name(".partial.done"), hash.hex()));
        RK_TRY(auto pixels,
               storage::PlacedFile::open(name(".partial"), m_start + m_layout.bytes()));
        m_pixels.emplace(std::move(pixels));
        m_journal.emplace(std::move(journal));
        m_earlier.assign(m_kept.size(), Kept{});
        for (const auto& [place, kept] : m_journal->found()) {
            if (place < m_earlier.size())
                m_earlier[place] = kept;
        }
        Stopper stopper(watch);
        const bool all =
            job::onThreads(m_kept.size(), m_settings.threads, {stopper.token(), watch.progress},
                           "packing images", [&](std::size_t place) {
                               auto kept = guard(m_file.string(), [&] { return keep(place); });
                               const std::lock_guard lock(m_mutex);
                               if (kept && !needsMoreRoom(before))
                                   kept = writeDown(kBetweenSyncs);
                               if (!kept && !m_failure)
                                   m_failure = std::move(kept).error();
                               if (m_failure || needsMoreRoom(before))
                                   stopper.stop();
                           });
        if (m_failure)
            return fail(*m_failure);
        if (needsMoreRoom(before))
            return false;
        RK_CHECK(writeDown(std::chrono::seconds(0)));
        if (!all)
            return fail(ErrorKind::Cancelled, "Stopped on request", m_file.string(),
                        "The same command goes on where it stopped.");
        return true;
    }

    [[nodiscard]] bool needsMoreRoom(Room before) const
    {
        return m_room.wide != before.wide || m_room.colour != before.colour;
    }

    /// Puts one picture into its place, unless an earlier try did and it is there still.
    Result<void> keep(std::size_t place)
    {
        const Slot& slot = m_layout.slots[place];
        const std::uint64_t offset = m_start + slot.offset * m_layout.width;
        Kept kept = m_earlier[place];
        if (kept.channels == 1 || kept.channels == slot.channels) {
            std::vector<std::byte> bytes(static_cast<std::size_t>(
                slot.elements() / static_cast<std::uint64_t>(slot.channels) *
                static_cast<std::uint64_t>(kept.channels) * m_layout.width));
            RK_CHECK(m_pixels->read(offset, bytes));
            if (archive::crc32c(0, bytes) == kept.crc32c) {
                m_kept[place] = kept;
                return {};
            }
        }
        RK_TRY(const auto image, copyOf(m_manifest, place, slot));
        const bool wide = image.bits > kByte && m_layout.width == 1;
        const bool colour = image.channels > slot.channels;
        if (wide || colour) {
            const std::lock_guard lock(m_mutex);
            m_room.wide = m_room.wide || wide;
            m_room.colour = m_room.colour || colour;
            return {};
        }
        const auto bytes = std::visit(
            [&](const auto& samples) {
                return m_layout.width == 1 ? bytesOf<std::uint8_t>(samples)
                                           : bytesOf<std::uint16_t>(samples);
            },
            image.pixels);
        RK_CHECK(m_pixels->write(offset, bytes));
        kept = {image.channels, image.bits, archive::crc32c(0, bytes)};
        m_kept[place] = kept;
        const std::lock_guard lock(m_mutex);
        m_written.emplace_back(place, kept);
        return {};
    }

    /// Under the mutex: tells the journal of what was written, once it is on the disk.
    Result<void> writeDown(std::chrono::seconds pause)
    {
        if (m_written.empty() || Clock::now() - m_lastSync < pause)
            return {};
        RK_CHECK(m_pixels->sync());
        RK_CHECK(m_journal->add(m_written));
        m_written.clear();
        m_lastSync = Clock::now();
        return {};
    }

    /// The head makes it a packed file; it is read back before it gets its name.
    Result<void> seal()
    {
        RK_TRY(const auto whole, head());
        RK_CHECK(m_pixels->write(0, whole));
        RK_TRY(const auto back, PackedImages::open(name(".partial")));
        RK_CHECK(back->checkHolds(m_manifest));
        return m_pixels->moveTo(m_file, storage::Existing::Replace);
    }

    const dataset::Manifest& m_manifest;
    const fs::path m_file;
    const PackSettings& m_settings;
    Room m_room;
    Layout m_layout;
    std::uint64_t m_start = 0; ///< of the pixels in the file
    std::optional<storage::PlacedFile> m_pixels;
    std::optional<PackJournal> m_journal;
    std::vector<Kept> m_earlier; ///< what an earlier try says that it kept
    std::vector<Kept> m_kept;    ///< each written by the thread that has the picture

    std::mutex m_mutex;                                  ///< guards all below, and m_room
    std::vector<std::pair<std::size_t, Kept>> m_written; ///< and not yet told to the journal
    Clock::time_point m_lastSync = Clock::now();
    std::optional<Error> m_failure;
};

/// Whether what lies there holds these images at this size already. A packed file of others may be
/// replaced, anything else not without being asked.
Result<bool> isUpToDate(const dataset::Manifest& manifest, const fs::path& file,
                        const PackSettings& settings)
{
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(file, ignored)))
        return false;
    if (!isPacked(file)) {
        if (settings.replace && fs::is_regular_file(file, ignored))
            return false;
        return fail(ErrorKind::Usage,
                    "There is something under this name already, and it is no file of packed "
                    "images",
                    file.string(),
                    "Choose another name, or say that it may be replaced (--force).");
    }
    const auto there = PackedImages::open(file);
    return there && (*there)->shortSide() == settings.shortSide &&
           (*there)->checkHolds(manifest).has_value();
}

Result<void> checkSpace(const fs::path& file, std::uint64_t bytes)
{
    const auto space = storage::freeSpace(file);
    if (!space || *space >= bytes)
        return {};
    return fail(ErrorKind::Space,
                "The packed images need " + text::bytes(bytes) + ", and " + text::bytes(*space) +
                    " are free",
                file.string(), "Make room, choose another drive, or pack them smaller.");
}

} // namespace

Result<PackEstimate> estimatePack(const dataset::Manifest& manifest, const PackSettings& settings)
{
    constexpr std::size_t kSample = 12;
    return guard(manifest.folder.string(), [&]() -> Result<PackEstimate> {
        const Layout layout = layoutOf(manifest, settings.shortSide, {});
        const std::size_t count = layout.slots.size();
        const std::size_t looked = std::min(count, kSample);
        const auto begin = Clock::now();
        for (std::size_t i = 0; i < looked; ++i) {
            const std::size_t place = i * count / looked;
            RK_TRY(const auto image, copyOf(manifest, place, layout.slots[place]));
            static_cast<void>(image);
        }
        const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        PackEstimate estimate{layout.bytes(), 0};
        if (looked > 0)
            estimate.seconds = seconds * static_cast<double>(count) / static_cast<double>(looked) /
                               std::max(1, settings.threads);
        return estimate;
    });
}

Result<Packed> packImages(const dataset::Manifest& manifest, const fs::path& file,
                          const PackSettings& settings, const job::Watch& watch)
{
    return guard(file.string(), [&]() -> Result<Packed> {
        if (manifest.images.empty() || settings.shortSide < 1)
            return fail(ErrorKind::Usage, "There is nothing to pack", file.string());
        RK_TRY(const bool upToDate, isUpToDate(manifest, file, settings));
        if (upToDate)
            return Packed::UpToDate;
        std::error_code ignored;
        if (!fs::exists(file.native() + ".partial", ignored))
            RK_CHECK(checkSpace(file, layoutOf(manifest, settings.shortSide, {}).bytes()));
        RK_CHECK(Packing(manifest, file, settings).make(watch));
        return Packed::Made;
    });
}

} // namespace rekindle::packed
