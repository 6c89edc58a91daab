#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/dataset/problem.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::dataset {

/// Which part of a split an image belongs to; None where the folder says nothing.
enum class Part { None, Train, Validation, Test };

[[nodiscard]] std::string_view partName(Part part);

/// One readable image. `file` is relative to the manifest's folder, with '/'.
struct ImageEntry {
    std::string file;
    int label = -1; ///< index into Manifest::classes, or -1
    Part part = Part::None;
    std::string patient;     ///< empty where unknown
    int width = 0;           ///< pixels
    int height = 0;          ///< pixels
    int channels = 0;        ///< 1 grey, 2 grey + alpha, 3 colour, 4 colour + alpha
    int bits = 0;            ///< bits per channel as stored
    std::uint64_t bytes = 0; ///< file size
    std::string sha256;      ///< of the file's bytes
    std::string format;      ///< "PNG", "JPEG"
};

/// What is in an image folder, in the order of sorted relative paths.
struct Manifest {
    std::filesystem::path folder;
    std::string readAs;               ///< one sentence: how the folder's structure was understood
    std::vector<std::string> classes; ///< sorted; empty for an unlabelled set
    std::vector<ImageEntry> images;
    std::vector<Problem> problems;
    std::vector<std::vector<std::string>> duplicates; ///< groups of files with equal bytes
    std::optional<std::uint64_t> patients;            ///< distinct patients, where known
    std::uint64_t ignored = 0; ///< files that are no images and do not claim to be

    /// SHA-256 over (relative path, content hash) of every image: changes when any image does.
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
