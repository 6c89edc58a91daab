#include "core/dataset/unchanged.h"

#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/job/cores.h"
#include "core/job/on_threads.h"
#include "core/storage/atomic_write.h"
#include "core/storage/digest.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <fmt/format.h>
#include <optional>
#include <vector>

namespace rekindle::dataset {
namespace {

namespace fs = std::filesystem;

enum class State : std::uint8_t { NotLooked, Same, Gone, Changed, Unread };

/// Only a lack of memory is an error: it says nothing of the file.
Result<State> stateOf(const fs::path& folder, const ImageFile& file, Looking looking)
{
    const fs::path path = folder / file.path;
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error == std::errc::not_enough_memory)
        return fail(storage::ioError(ENOMEM, "read", path));
    if (error)
        return error == std::errc::no_such_file_or_directory ||
                       error == std::errc::not_a_directory || error == std::errc::is_a_directory
                   ? State::Gone
                   : State::Unread;
    if (size != file.bytes)
        return State::Changed;
    if (looking == Looking::AtFacts && modifiedAt(path) == file.modified)
        return State::Same;
    const auto sha256 = storage::sha256File(path);
    if (!sha256 && sha256.error().kind == ErrorKind::Memory)
        return fail(sha256.error());
    if (!sha256)
        return sha256.error().kind == ErrorKind::NotFound ? State::Gone : State::Unread;
    return *sha256 == file.sha256 ? State::Same : State::Changed;
}

/// Counted in images, as the manifest is.
struct Found {
    std::uint64_t gone = 0, changed = 0, unread = 0;
    const std::string* first = nullptr; ///< that is not as it was
};

/// "12 of 640 images are gone, 3 have changed".
Error described(const Manifest& manifest, const Found& found)
{
    const auto& [gone, changed, unread, first] = found;
    const std::string all = text::count(manifest.images.size());
    const std::string name = first == nullptr ? "" : text::shown(*first);
    if (gone == 0 && changed == 0)
        return {ErrorKind::Io,
                fmt::format("{} of {} images could not be read, the first is {}",
                            text::count(unread), all, name),
                manifest.folder.string(), "Check the drive and your right to read them."};
    return {ErrorKind::Mismatch,
            fmt::format("{} of {} images {} gone, {} {} changed; the first is {}",
                        text::count(gone), all, gone == 1 ? "is" : "are", text::count(changed),
                        changed == 1 ? "has" : "have", name),
            manifest.folder.string(),
            "A run must see what it says it saw: put the files back, or set it up again."};
}

Result<Found> look(const Manifest& manifest, Looking looking, const job::Watch& watch)
{
    std::error_code error;
    if (!fs::is_directory(manifest.folder, error))
        return fail(ErrorKind::Mismatch,
                    fmt::format("{} images are no longer there; their folder was moved or its "
                                "drive is not connected",
                                text::count(manifest.images.size())),
                    manifest.folder.string(), "Connect the drive or put the folder back.");
    std::vector<State> states(manifest.files.size(), State::NotLooked);
    std::atomic<bool> noMemory{false};
    const bool all = job::onThreads(
        states.size(), job::usableCores(), watch, "checking images", [&](std::size_t i) {
            const auto state = guard("", [&]() -> Result<State> {
                return stateOf(manifest.folder, manifest.files[i], looking);
            });
            if (!state && state.error().kind == ErrorKind::Memory)
                noMemory = true;
            states[i] = state.value_or(State::Unread);
        });
    if (!all)
        return fail(ErrorKind::Cancelled, "Stopped on request", manifest.folder.string());
    if (noMemory)
        return fail(ErrorKind::Memory, "There is not enough memory to look at the images",
                    manifest.folder.string(), "Close other programs, then try again.");
    Found found;
    for (const ImageEntry& image : manifest.images) {
        const State state = states[image.file];
        found.gone += state == State::Gone ? 1 : 0;
        found.changed += state == State::Changed ? 1 : 0;
        found.unread += state == State::Unread ? 1 : 0;
        if (found.first == nullptr && state != State::Same)
            found.first = &manifest.fileOf(image).path;
    }
    return found;
}

} // namespace

std::optional<std::int64_t> modifiedAt(const fs::path& file)
{
    std::error_code error;
    const auto time = fs::last_write_time(file, error);
    if (error)
        return std::nullopt;
    const auto since = std::chrono::file_clock::to_sys(time).time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
}

Result<void> checkUnchanged(const Manifest& manifest, Looking looking, const job::Watch& watch)
{
    return guard(manifest.folder.string(), [&]() -> Result<void> {
        RK_TRY(const Found found, look(manifest, looking, watch));
        if (found.first != nullptr)
            return fail(described(manifest, found));
        return {};
    });
}

Result<std::uint64_t> countGone(const Manifest& manifest, Looking looking, const job::Watch& watch)
{
    return guard(manifest.folder.string(), [&]() -> Result<std::uint64_t> {
        RK_TRY(const Found found, look(manifest, looking, watch));
        if (found.changed > 0 || found.unread > 0 || found.gone == manifest.images.size())
            return fail(described(manifest, found));
        return found.gone;
    });
}

} // namespace rekindle::dataset
