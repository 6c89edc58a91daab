#include "core/loader/picture_source.h"

#include "core/base/text.h"
#include "core/image/read_image.h"
#include "core/image/sample_room.h"
#include "core/views/augment.h"

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

Result<image::ImagePart> readPart(const image::ImageRef& ref, const Wanted& wanted)
{
    image::Request request = image::requestOf(ref);
    request.takesPlanes = views::gainsByPlanes();
    RK_TRY(auto opened, image::OpenedImages::open(ref.file, {}, request));
    RK_TRY(const auto header, opened.header(ref.frame));
    if (header.width != wanted.width || header.height != wanted.height)
        return fail(ErrorKind::Mismatch,
                    fmt::format("The picture has {} × {} pixels now, and had {} × {}", header.width,
                                header.height, wanted.width, wanted.height),
                    ref.file.string(), "Put it back as it was, or read the folder again.");
    return opened.read(ref.frame, wanted.box, wanted.leastSide);
}

PictureSource::PictureSource(const dataset::Manifest& manifest,
                             const std::vector<std::size_t>& list, std::size_t cacheBytes,
                             ReadPart read)
    : m_folder(manifest.folder), m_bits(manifest.usedBits), m_reading(manifest.reading),
      m_cacheBytes(cacheBytes), m_wholes(read ? nullptr : manifest.kept),
      m_read(read ? std::move(read) : ReadPart(readPart))
{
    m_files.reserve(manifest.files.size());
    for (const dataset::ImageFile& file : manifest.files)
        m_files.push_back(file.path);
    m_list.reserve(list.size());
    for (const std::size_t i : list) {
        const dataset::ImageEntry& image = manifest.images[i];
        m_list.push_back({image.file, static_cast<std::uint32_t>(i), image.frame, image.width,
                          image.height, manifest.fileOf(image).images == 1});
    }
}

PictureSource::Facts PictureSource::facts(std::size_t place) const
{
    return {m_list[place].width, m_list[place].height};
}

image::ImageRef PictureSource::refOf(std::size_t place) const
{
    return {m_folder / m_files[m_list[place].file], m_list[place].frame, m_bits, m_reading};
}

std::string PictureSource::nameOf(std::size_t place) const
{
    const Listed& listed = m_list[place];
    return listed.alone ? m_files[listed.file]
                        : m_files[listed.file] + '#' + std::to_string(listed.frame + 1);
}

Result<image::ImagePart> PictureSource::readPatiently(std::size_t place, const Wanted& wanted,
                                                      const std::stop_token& stop) const
{
    const image::ImageRef ref = refOf(place);
    for (std::size_t tried = 0;; ++tried) {
        auto part =
            m_wholes != nullptr ? m_wholes->picture(m_list[place].image) : m_read(ref, wanted);
        if (part)
            return part;
        if (!mayPass(part.error().kind) && !isFolderGone(m_folder, part.error().kind))
            return part;
        if (tried == kPauses.size())
            return fail(part.error().kind == ErrorKind::NotFound
                            ? Error{ErrorKind::Io, "The folder of images is not there any more",
                                    m_folder.string(), "Connect the drive again, then go on."}
                            : std::move(part).error());
        if (!waited(kPauses[tried], stop))
            return fail(ErrorKind::Cancelled, "Stopped on request");
    }
}

Result<std::shared_ptr<const image::ImagePart>> PictureSource::crop(std::size_t place,
                                                                    const image::ImageBox& box,
                                                                    int leastSide,
                                                                    const std::stop_token& stop)
{
    if (auto part = kept(place))
        return part;
    const Facts size = facts(place);
    RK_TRY(auto part, readPatiently(place, {box, leastSide, size.width, size.height}, stop));
    auto shared = image::sharedPart(std::move(part));
    keep(place, shared);
    return shared;
}

Result<std::size_t>
PictureSource::useOrNext(std::size_t place, const std::stop_token& stop,
                         const std::function<Result<void>(std::size_t place)>& use)
{
    for (std::size_t tried = 0; tried < m_list.size(); ++tried) {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, "Stopped on request");
        const std::size_t at = (place + tried) % m_list.size();
        if (isSetAside(at))
            continue;
        auto used = use(at);
        if (used)
            return at;
        if (mayPass(used.error().kind) || used.error().kind == ErrorKind::Cancelled)
            return fail(std::move(used).error());
        RK_CHECK(putAside(at, used.error()));
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
                     nameOf(place));
    return warnings;
}

std::size_t PictureSource::setAside() const
{
    const std::lock_guard lock(m_mutex);
    return m_setAside.size();
}

std::shared_ptr<const image::ImagePart> PictureSource::kept(std::size_t place) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_kept.find(place);
    return found == m_kept.end() ? nullptr : found->second;
}

void PictureSource::keep(std::size_t place, const std::shared_ptr<const image::ImagePart>& part)
{
    // What answers for every later box, and nothing else. What is kept on a drive ready for use is
    // kept in memory by the system.
    if (givesWholes())
        return;
    const Facts size = facts(place);
    if (!image::serves(*part, {0, 0, size.width, size.height}, 0))
        return;
    const std::size_t bytes = bytesOf(part->pixels);
    const std::lock_guard lock(m_mutex);
    // Nothing is ever thrown out: with passes in random order any fixed share is as good as
    // another, and exchanging pictures would only cost.
    if (m_keptBytes + bytes > m_cacheBytes || !m_kept.try_emplace(place, part).second)
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
    const auto all = m_list.size();
    const double share = static_cast<double>(bad) / static_cast<double>(all);
    if (bad <= kAlwaysAllowed || share <= kMostUnreadable)
        return {};
    return fail(ErrorKind::Damaged,
                fmt::format("{} of {} images can no longer be read ({} %)", text::count(bad),
                            text::count(all), text::fixed(100.0 * share, 1)),
                m_folder.string(), "Check the drive, put the files back, then go on.");
}

} // namespace rekindle::loader
