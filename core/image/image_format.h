#pragma once

#include "core/base/result.h"
#include "core/image/image_bytes.h"
#include "core/image/image_part.h"
#include "core/image/levels.h"

#include <cstddef>
#include <deque>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::image {

/// A file of one format, opened: it answers for one image or for many. For one thread.
class ImageReader
{
public:
    virtual ~ImageReader() = default;
    /// How many images the file holds; at least 1.
    [[nodiscard]] virtual int count() const = 0;
    /// Whose images they are: what keeps those of one patient together and tells nobody who that
    /// is. Empty where the file does not say.
    [[nodiscard]] virtual std::string group() const { return {}; }
    /// How many bands its pictures have where they are more than a screen shows; else 0.
    [[nodiscard]] virtual int bands() const { return 0; }
    /// What the file says about one of them, before memory is taken for its pixels.
    [[nodiscard]] virtual Result<ImageHeader> header(int frame) = 0;
    /// Pixels that cover `box` and serve at least `leastSide` (see `serves`); more of the image
    /// where that is no dearer. At their stored depth. Damaged when the data ends early or a
    /// checksum differs: half a picture is no picture. Values that are no levels (numbers with
    /// signs or fractions, in units of their own) are made such by `levelsOf`, the part `mapped`.
    [[nodiscard]] virtual Result<ImagePart> read(int frame, const ImageBox& box, int leastSide) = 0;
};

/// One format of picture files. A new one is one source file and one line in `imageFormats()`.
struct ImageFormat {
    std::string_view name;                           ///< "PNG"
    std::string_view framesAre;                      ///< "frame", "page", "tile", where it has some
    std::vector<std::string_view> endings;           ///< ".png": names that claim to be one
    bool (*probe)(std::span<const std::byte> start); ///< by the first bytes, never by the name
    /// `bytes` outlives the reader, and so does what `request` points to.
    Result<std::unique_ptr<ImageReader>> (*open)(ImageBytes& bytes, const Request& request);
};

/// How many first bytes `probe` is shown, where the file has them.
inline constexpr std::size_t kProbeBytes = 512;

/// In the order in which they are asked. Filled before anything runs.
[[nodiscard]] std::deque<ImageFormat>& imageFormats();

/// The format whose first bytes these are, or null.
[[nodiscard]] const ImageFormat* formatOf(std::span<const std::byte> start);

/// Whether a name claims to be a picture, of a format of ours or of another that we know of: such a
/// file is a problem when it cannot be read, and not just something else.
[[nodiscard]] bool claimsPicture(const std::filesystem::path& file);

/// The same by its first bytes (kProbeBytes), whatever it is called.
[[nodiscard]] bool startsLikePicture(std::span<const std::byte> start);

/// "PNG and JPEG", for sentences: all formats by name, the last after `word`.
[[nodiscard]] std::string formatNames(std::string_view word);

} // namespace rekindle::image
