#include "core/loader/picture_source.h"

#include "core/base/text.h"
#include "core/image/image_format.h"

#include <algorithm>
#include <fmt/format.h>

namespace rekindle::loader {
namespace {

/// reliability 5, "bad images in a run"; a handful is let pass in small folders.
constexpr double kMostUnreadable = 0.05;
constexpr std::size_t kAlwaysAllowed = 10;

std::size_t bytesOf(const image::Image& image)
{
    return std::visit([](const auto& pixels) { return pixels.size() * sizeof(pixels[0]); },
                      image.pixels);
}

} // namespace

PictureSource::PictureSource(std::filesystem::path folder, std::vector<std::string> files,
                             std::size_t cacheBytes)
    : m_folder(std::move(folder)), m_files(std::move(files)), m_cacheBytes(cacheBytes)
{
}

Result<std::shared_ptr<const image::Image>> PictureSource::read(std::size_t place)
{
    if (auto kept = cached(place))
        return kept;
    RK_TRY(auto image, image::readImage(m_folder / m_files[place]));
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
        auto image = read(at);
        if (image)
            return Picture{at, *std::move(image)};
        if (image.error().kind == ErrorKind::Memory)
            return fail(std::move(image).error());
        RK_CHECK(putAside(at, image.error()));
    }
    return fail(ErrorKind::Damaged, "Not one image of the list can be read any more",
                m_folder.string(), "Check that the folder is still there.");
}

std::vector<dataset::Problem> PictureSource::setAside() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<dataset::Problem> problems;
    for (const auto& [place, problem] : m_setAside)
        problems.push_back(problem);
    return problems;
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
    m_setAside.try_emplace(place, dataset::Problem{m_files[place], dataset::problemKind(error.kind),
                                                   dataset::problemMessage(error)});
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
