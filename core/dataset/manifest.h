#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/dataset/problem.h"
#include "core/image/image_ref.h"
#include "core/image/kept_pictures.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::dataset {

/// Which part of a split an image belongs to; None where the folder says nothing.
enum class Part { None, Train, Validation, Test };

[[nodiscard]] std::string_view partName(Part part);

/// One file of images, as it was when the folder was read.
struct ImageFile {
    std::string path;          ///< relative to the manifest's folder, with '/'; any bytes
    std::string format;        ///< "PNG", "JPEG"
    std::string sha256;        ///< of the file's bytes
    std::uint64_t bytes = 0;   ///< file size
    std::int64_t modified = 0; ///< nanoseconds since 1970, by the drive's clock; 0 = not known
    int images = 1;            ///< how many it holds, readable or not
};

/// What a picture looks like, in 256 bits: pictures that people call the same differ in few of them
/// (dataset/look.h). All zero: not known, or too even to tell.
using Look = std::array<std::uint64_t, 4>;

/// One readable image.
struct ImageEntry {
    std::uint32_t file = 0; ///< index into Manifest::files
    int frame = 0;          ///< which of the file's images, from 0
    int label = -1;         ///< index into Manifest::classes, or -1
    Part part = Part::None;
    std::string patient; ///< empty where unknown
    int width = 0;       ///< pixels; boxes of views are drawn in these, whatever copy is read
    int height = 0;      ///< pixels
    int channels = 0;    ///< 1 grey, 2 grey + alpha, 3 colour, 4 colour + alpha
    int bits = 0;        ///< bits per channel as stored
    Look look{};
};

/// What is in an image folder, in the order of sorted relative paths and of frames.
struct Manifest {
    std::filesystem::path folder;
    std::string readAs;               ///< one sentence: how the folder's structure was understood
    std::vector<std::string> classes; ///< sorted; empty for an unlabelled set
    std::vector<ImageFile> files;     ///< those with at least one readable image
    std::vector<ImageEntry> images;
    std::vector<Problem> problems;
    /// What was taken although something is odd: kind "mended" of an image, "layout", "window" and
    /// "bands" of the folder as a whole (no file).
    std::vector<Problem> remarks;
    /// So many bits hold the largest value of all 16-bit images, where fewer than 16 do: what is
    /// read as white. 0: as stored.
    int usedBits = 0;
    image::Reading reading; ///< how pixels become levels, bands and slices
    int bands = 0;          ///< of the images, where they are more than a screen shows; else 0
    std::vector<std::vector<std::string>> duplicates; ///< groups of files with equal bytes
    std::optional<std::uint64_t> patients;            ///< distinct patients, where known
    std::vector<std::string> emptyFolders; ///< folders among the classes without any image
    std::optional<std::uint64_t>
        splitSeed;             ///< parts were drawn with it; else they are the folder's
    std::uint64_t ignored = 0; ///< files that are no images and do not claim to be
    /// Where the pixels of `images` are read from, by their index, instead of from their files:
    /// set by whoever trains or scores, no part of the list. Null: from the files.
    std::shared_ptr<const image::KeptPictures> kept;

    /// Appends a file that holds one image.
    void add(ImageFile file, ImageEntry image);
    [[nodiscard]] const ImageFile& fileOf(const ImageEntry& image) const
    {
        return files[image.file];
    }
    /// Where its pixels are.
    [[nodiscard]] image::ImageRef refOf(const ImageEntry& image) const;
    /// What it is called in tables and messages: its path, with "#3" behind it for the third image
    /// of a file with several.
    [[nodiscard]] std::string nameOf(const ImageEntry& image) const;
    /// Fills what follows from the rest: groups of equal files, the number of patients.
    void deriveFacts();

    /// SHA-256 over (relative path, content hash, frame) of every image: changes when any does.
    [[nodiscard]] std::string contentHash() const;
    [[nodiscard]] std::vector<std::size_t> indicesOf(Part part) const;
    /// Images per class among `indices`.
    [[nodiscard]] std::vector<std::uint64_t>
    classCounts(const std::vector<std::size_t>& indices) const;
    [[nodiscard]] bool labelled() const { return !classes.empty(); }
};

/// The object that `rekindle-cli dataset --json` prints (without its `schema`).
[[nodiscard]] Json toJson(const Manifest& manifest);

} // namespace rekindle::dataset
