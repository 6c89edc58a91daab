#pragma once

#include "core/dataset/folder_walk.h"
#include "core/dataset/labels_csv.h"

#include <string>
#include <vector>

namespace rekindle::dataset {

/// What the structure says about one picture.
struct Place {
    std::string className; ///< empty: no label
    std::string patient;   ///< empty: unknown
    Part part = Part::None;
};

/// How a folder was understood.
struct Structure {
    std::string readAs;                    ///< one sentence
    std::vector<std::string> classes;      ///< sorted
    std::vector<std::string> emptyFolders; ///< sorted: those that stand where classes stand
    std::vector<Place> places;             ///< one per listed picture, in its order
    std::vector<Problem> problems;         ///< files that a table names and nobody finds
    std::vector<Problem> remarks;          ///< what may have been meant in another way
};

/// From folder names: parts on top and classes below, or classes on top, or none of these; below
/// the folders that an archive unpacks into (folder_layout.h).
[[nodiscard]] Structure structureFromFolders(const FolderListing& listing);

/// From a table; parts that it does not name come from the folders. Damaged when it names not one
/// of the pictures.
[[nodiscard]] Result<Structure> structureFromTable(const FolderListing& listing,
                                                   const LabelTable& table,
                                                   const std::string& subject);

} // namespace rekindle::dataset
