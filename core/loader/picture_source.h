#pragma once

#include "core/base/result.h"
#include "core/dataset/manifest.h"
#include "core/image/image.h"

#include <cstdint>
#include <filesystem>
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

/// Reads the pictures of a list, keeps decoded ones up to a limit, and remembers which could not be
/// read. What it answers depends on the files alone, not on who asked before. Safe from any thread.
class PictureSource
{
public:
    /// `files` relative to `folder`.
    PictureSource(std::filesystem::path folder, std::vector<std::string> files,
                  std::size_t cacheBytes);

    /// The picture at `place`. NotFound, Io, Damaged, ... when it cannot be read.
    [[nodiscard]] Result<std::shared_ptr<const image::Image>> read(std::size_t place);
    /// The same, or the next readable one of the list (past its end from its start). Unreadable
    /// ones are set aside. Damaged once too many are.
    [[nodiscard]] Result<Picture> readOrNext(std::size_t place, const std::stop_token& stop);

    [[nodiscard]] std::vector<dataset::Problem> setAside() const;

private:
    [[nodiscard]] std::shared_ptr<const image::Image> cached(std::size_t place) const;
    void keep(std::size_t place, const std::shared_ptr<const image::Image>& image);
    [[nodiscard]] bool isSetAside(std::size_t place) const;
    [[nodiscard]] Result<void> putAside(std::size_t place, const Error& error);

    const std::filesystem::path m_folder;
    const std::vector<std::string> m_files;
    const std::size_t m_cacheBytes;

    mutable std::mutex m_mutex; ///< guards all below
    std::unordered_map<std::size_t, std::shared_ptr<const image::Image>> m_kept;
    std::size_t m_keptBytes = 0;
    std::map<std::size_t, dataset::Problem> m_setAside;
};

} // namespace rekindle::loader
