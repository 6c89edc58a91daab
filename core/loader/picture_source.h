#pragma once

#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/dataset/manifest.h"
#include "core/image/image.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace rekindle::loader {

/// A decoded picture and which one of the list it is.
struct Picture {
    std::size_t place = 0; ///< index into the list
    std::shared_ptr<const image::Image> image;
};

/// How a picture is read. Called from any thread, several at a time.
using ReadPicture = std::function<Result<image::Image>(const std::filesystem::path& file)>;

/// Reads the pictures of a list, keeps decoded ones up to a limit, and remembers which could not be
/// read. What it answers depends on the files alone, not on who asked before. Safe from any thread.
///
/// Two kinds of failure are told apart. A picture that is gone or damaged stays so: it may be set
/// aside. A drive that does not answer may answer again: such a read is tried a few times more, and
/// then fails as what it is (Io, Memory, Busy, Device), so that nothing is swapped for a moment's
/// fault and a run that is resumed later meets the same pictures.
class PictureSource
{
public:
    /// `files` relative to `folder`.
    PictureSource(std::filesystem::path folder, std::vector<std::string> files,
                  std::size_t cacheBytes, ReadPicture read);

    /// The picture at `place`. NotFound, Damaged, ... when it cannot be read; Cancelled when `stop`
    /// is asked for between two tries.
    [[nodiscard]] Result<std::shared_ptr<const image::Image>> read(std::size_t place,
                                                                   const std::stop_token& stop);
    /// The same, or the next readable one of the list (past its end from its start). Pictures that
    /// are gone or damaged are set aside. Damaged once too many are.
    [[nodiscard]] Result<Picture> readOrNext(std::size_t place, const std::stop_token& stop);

    /// "image_set_aside", one a picture, in the order of the list.
    [[nodiscard]] Warnings warnings() const;

private:
    [[nodiscard]] Result<image::Image> readPatiently(std::size_t place,
                                                     const std::stop_token& stop) const;
    [[nodiscard]] std::shared_ptr<const image::Image> cached(std::size_t place) const;
    void keep(std::size_t place, const std::shared_ptr<const image::Image>& image);
    [[nodiscard]] bool isSetAside(std::size_t place) const;
    [[nodiscard]] Result<void> putAside(std::size_t place, const Error& error);

    const std::filesystem::path m_folder;
    const std::vector<std::string> m_files;
    const std::size_t m_cacheBytes;
    const ReadPicture m_read;

    mutable std::mutex m_mutex; ///< guards all below
    std::unordered_map<std::size_t, std::shared_ptr<const image::Image>> m_kept;
    std::size_t m_keptBytes = 0;
    std::map<std::size_t, std::string> m_setAside; ///< place -> why
};

} // namespace rekindle::loader
