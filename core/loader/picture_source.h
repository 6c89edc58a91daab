#pragma once

#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/dataset/manifest.h"
#include "core/image/image_part.h"
#include "core/image/image_ref.h"
#include "core/image/kept_pictures.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace rekindle::loader {

/// What is asked of an image: a box in its own coordinates, and how many pixels the box's shorter
/// side needs (image::serves).
struct Wanted {
    image::ImageBox box;
    int leastSide = 0;
    int width = 0;  ///< of the whole image, as the manifest knows it
    int height = 0; ///< the same
};

/// How pixels are read. Called from any thread, several at a time.
using ReadPart =
    std::function<Result<image::ImagePart>(const image::ImageRef& ref, const Wanted& wanted)>;

/// Out of the image's own file. Mismatch when its size is no longer the manifest's.
[[nodiscard]] Result<image::ImagePart> readPart(const image::ImageRef& ref, const Wanted& wanted);

/// Answers for the images of a list with facts and with crops, never with whole files; keeps whole
/// images that it met up to a limit, and remembers which could not be read. What it answers depends
/// on the files alone, not on who asked before. Safe from any thread.
///
/// Two kinds of failure are told apart. A picture that is gone or damaged stays so: it may be set
/// aside. A drive that does not answer may answer again: such a read is tried a few times more, and
/// then fails as what it is (Io, Memory, Busy, Device), so that nothing is swapped for a moment's
/// fault and a run that is resumed later meets the same pictures.
class PictureSource
{
public:
    /// `list`: indices into the manifest's images. Of the manifest only Manifest::kept is held on
    /// to, out of which every picture is read where there is one and no `read` of the caller's own.
    PictureSource(const dataset::Manifest& manifest, const std::vector<std::size_t>& list,
                  std::size_t cacheBytes, ReadPart read);

    struct Facts {
        int width = 0, height = 0; ///< pixels
    };
    /// Of the image at `place` of the list, without a look at its file.
    [[nodiscard]] Facts facts(std::size_t place) const;
    /// Whether one part answers for every box of its image, whatever `serves` says.
    [[nodiscard]] bool givesWholes() const { return m_wholes != nullptr; }

    /// Pixels that serve `box` (image::serves). NotFound, Damaged, ... when it cannot be read;
    /// Cancelled when `stop` is asked for between two tries.
    [[nodiscard]] Result<std::shared_ptr<const image::ImagePart>>
    crop(std::size_t place, const image::ImageBox& box, int leastSide, const std::stop_token& stop);

    /// Calls `use` for `place`, or for the next place of the list (past its end from its start)
    /// whose image can be read, and returns which it was. Images of which `use` says that they are
    /// gone or damaged are set aside; failures that may pass are passed on. Damaged once too many
    /// are set aside.
    [[nodiscard]] Result<std::size_t>
    useOrNext(std::size_t place, const std::stop_token& stop,
              const std::function<Result<void>(std::size_t place)>& use);

    /// "image_set_aside", one a picture, in the order of the list.
    [[nodiscard]] Warnings warnings() const;
    /// How many.
    [[nodiscard]] std::size_t setAside() const;

private:
    /// What is kept of an image of the list, small since there may be millions.
    struct Listed {
        std::uint32_t file = 0;  ///< index into m_files
        std::uint32_t image = 0; ///< index into the manifest's images
        int frame = 0;
        int width = 0, height = 0;
        bool alone = true; ///< the one image of its file
    };

    [[nodiscard]] image::ImageRef refOf(std::size_t place) const;
    [[nodiscard]] std::string nameOf(std::size_t place) const;
    [[nodiscard]] Result<image::ImagePart> readPatiently(std::size_t place, const Wanted& wanted,
                                                         const std::stop_token& stop) const;
    [[nodiscard]] std::shared_ptr<const image::ImagePart> kept(std::size_t place) const;
    void keep(std::size_t place, const std::shared_ptr<const image::ImagePart>& part);
    [[nodiscard]] bool isSetAside(std::size_t place) const;
    [[nodiscard]] Result<void> putAside(std::size_t place, const Error& error);

    const std::filesystem::path m_folder;
    const int m_bits;                 ///< image::ImageRef::bits of all
    const image::Reading m_reading;   ///< of all
    std::vector<std::string> m_files; ///< relative paths; fixed after the start, as is the list
    std::vector<Listed> m_list;
    const std::size_t m_cacheBytes;
    const std::shared_ptr<const image::KeptPictures> m_wholes;
    const ReadPart m_read; ///< where there is no m_wholes

    mutable std::mutex m_mutex; ///< guards all below
    std::unordered_map<std::size_t, std::shared_ptr<const image::ImagePart>> m_kept;
    std::size_t m_keptBytes = 0;
    std::map<std::size_t, std::string> m_setAside; ///< place -> why
};

} // namespace rekindle::loader
