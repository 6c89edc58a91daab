#include "core/loader/picture_source.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <fmt/format.h>

namespace rekindle::loader {
namespace {

/// reliability 5, "bad images in a run"; a handful is let pass in small folders.
constexpr double kMostUnreadable = 0.05;
constexpr std::size_t kAlwaysAllowed = 10;

/// How long is waited before a read that failed is tried again.
constexpr std::array kPauses{std::chrono::milliseconds(50), std::chrono::milliseconds(250),
                             std::chrono::milliseconds(1000)};

/// A drive that does not answer may answer again; a damaged file stays damaged.
bool mayPass(ErrorKind kind)
{
    return kind == ErrorKind::Io || kind == ErrorKind::Memory || kind == ErrorKind::Busy ||
           kind == ErrorKind::Device;
}

/// A file that is gone with its whole folder has not been deleted: its drive is away.
bool isFolderGone(const std::filesystem::path& folder, ErrorKind kind)
{
    std::error_code ignored;
    return kind == ErrorKind::NotFound && !std::filesystem::is_directory(folder, ignored);
}

/// False when a stop was asked for meanwhile.
bool waited(std::chrono::milliseconds pause, const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, pause, [] { return false; });
    return !stop.stop_requested();
}

std::size_t bytesOf(const image::Image& image)
{
    return std::visit([](const auto& pixels) { return pixels.size() * sizeof(pixels[0]); },
                      image.pixels);
}

} // namespace

PictureSource::PictureSource(std::filesystem::path folder, std::vector<std::string> files,
                             std::size_t cacheBytes, ReadPicture read)
    : m_folder(std::move(folder)), m_files(std::move(files)), m_cacheBytes(cacheBytes),
      m_read(std::move(read))
{
}

Result<image::Image> PictureSource::readPatiently(std::size_t place,
                                                  const std::stop_token& stop) const
{
    const std::filesystem::path file = m_folder / m_files[place];
    for (std::size_t tried = 0;; ++tried) {
        auto image = m_read(file);
        if (image)
            return image;
        if (!mayPass(image.error().kind) && !isFolderGone(m_folder, image.error().kind))
            return image;
        if (tried == kPauses.size())
            return fail(image.error().kind == ErrorKind::NotFound
                            ? Error{ErrorKind::Io, "The folder of images is not there any more",
                                    m_folder.string(), "Connect the drive again, then go on."}
                            : std::move(image).error());
        if (!waited(kPauses[tried], stop))
            return fail(ErrorKind::Cancelled, "Stopped on request");
    }
}

Result<std::shared_ptr<const image::Image>> PictureSource::read(std::size_t place,
                                                                const std::stop_token& stop)
{
    if (auto kept = cached(place))
        return kept;
    RK_TRY(auto image, readPatiently(place, stop));
    auto shared = std::make_shared<const image::Image>(std::move(image));
    keep(place, shared);
    return shared;
}

Result<Picture> PictureSource::readOrNext(std::size_t place, const std::stop_token& stop)
{
    for (std::size_t tried = 0; tried < m_files.size(); ++tried) {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, "Stopped on request");
        const std::size_t at = (place + tried) % m_files.size();
        if (isSetAside(at))
            continue;
        auto image = read(at, stop);
        if (image)
            return Picture{at, *std::move(image)};
        if (mayPass(image.error().kind) || image.error().kind == ErrorKind::Cancelled)
            return fail(std::move(image).error());
        RK_CHECK(putAside(at, image.error()));
    }
    return fail(ErrorKind::Damaged, "Not one image of the list can be read any more",
                m_folder.string(), "Check that the folder is still there.");
}

Warnings PictureSource::warnings() const
{
    const std::lock_guard lock(m_mutex);
    Warnings warnings;
    for (const auto& [place, why] : m_setAside)
        warnings.add("image_set_aside",
                     "An image could not be read any more, and the next one took its place (" +
                         why + ")",
                     m_files[place]);
    return warnings;
}

std::shared_ptr<const image::Image> PictureSource::cached(std::size_t place) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_kept.find(place);
    return found == m_kept.end() ? nullptr : found->second;
}

void PictureSource::keep(std::size_t place, const std::shared_ptr<const image::Image>& image)
{
    const std::size_t bytes = bytesOf(*image);
    const std::lock_guard lock(m_mutex);
    // Nothing is ever thrown out: with passes in random order any fixed share is as good as
    // another, and exchanging pictures would only cost.
    if (m_keptBytes + bytes > m_cacheBytes || !m_kept.try_emplace(place, image).second)
        return;
    m_keptBytes += bytes;
}

bool PictureSource::isSetAside(std::size_t place) const
{
    const std::lock_guard lock(m_mutex);
    return m_setAside.contains(place);
}

Result<void> PictureSource::putAside(std::size_t place, const Error& error)
{
    const std::lock_guard lock(m_mutex);
    std::string why = error.message;
    while (!why.empty() && why.back() == '.')
        why.pop_back();
    m_setAside.try_emplace(place, std::move(why));
    const auto bad = m_setAside.size();
    const auto all = m_files.size();
    const double share = static_cast<double>(bad) / static_cast<double>(all);
    if (bad <= kAlwaysAllowed || share <= kMostUnreadable)
        return {};
    return fail(ErrorKind::Damaged,
                fmt::format("{} of {} images can no longer be read ({} %)", text::count(bad),
                            text::count(all), text::fixed(100.0 * share, 1)),
                m_folder.string(), "Check the drive, put the files back, then go on.");
}

} // namespace rekindle::loader
