#pragma once

#include "core/dataset/folder_walk.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rekindle::dataset {

/// How the folders of a listing are to be read. Archives unpack into a folder of their own, or two:
/// what counts begins below those.
struct FolderLayout {
    std::string base; ///< "" or "lesions/lesions/": where classes or parts stand
    std::map<std::string, Part>
        parts; ///< the folders there that are parts; empty: they are classes
    /// What lies between a part and its classes, "seg_train/" where an archive has it twice.
    std::map<std::string, std::string> inner;
    /// What the folders there hold alike although they are no parts: "benign, malignant"; else
    /// empty. Then nobody can say whether those, or the folders above them, are the classes.
    std::string sameBelow;

    /// The path of a picture as seen from the base.
    [[nodiscard]] std::string_view below(std::string_view path) const;
    /// Nothing for a picture outside all parts.
    [[nodiscard]] std::optional<Part> partOf(std::string_view path) const;
    /// The folder that is a picture's class; empty where it lies in none.
    [[nodiscard]] std::string_view classOf(std::string_view path) const;
};

[[nodiscard]] FolderLayout layoutOf(const FolderListing& listing);

/// The first folder of a path, or empty for a file at the top.
[[nodiscard]] std::string_view topOf(std::string_view path);
/// The path without its first folder.
[[nodiscard]] std::string_view belowTop(std::string_view path);

} // namespace rekindle::dataset
