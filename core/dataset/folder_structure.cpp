#include "core/dataset/folder_structure.h"

#include "core/base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace rekindle::dataset {
namespace {

/// The first folder of a path, or empty for a file (or folder) at the top.
std::string_view topOf(std::string_view path)
{
    const auto slash = path.find('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view belowTop(std::string_view path)
{
    const auto slash = path.find('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::optional<Part> topPart(std::string_view path)
{
    const auto top = topOf(path);
    return top.empty() ? std::nullopt : partFromWord(top);
}

/// Whether the top folders are parts: all of them, or training and another one among others.
bool partsOnTop(const FolderListing& listing)
{
    std::set<Part> parts;
    bool others = false;
    for (const std::string& file : listing.pictures) {
        if (const auto part = topPart(file))
            parts.insert(*part);
        else
            others = true;
    }
    return !parts.empty() && (!others || (parts.contains(Part::Train) && parts.size() > 1));
}

/// Folders without anything in them that stand where classes stand: no class, but worth a word.
std::vector<std::string> emptyClassFolders(const FolderListing& listing, bool parts,
                                           const std::set<std::string>& classes)
{
    std::set<std::string> empty;
    for (const std::string& folder : listing.emptyFolders) {
        if (parts && (!topPart(folder) || belowTop(folder).find('/') != std::string_view::npos))
            continue;
        const std::string_view name = parts ? belowTop(folder) : std::string_view(folder);
        if (name.find('/') == std::string_view::npos && !classes.contains(std::string(name)))
            empty.emplace(name);
    }
    return {empty.begin(), empty.end()};
}

std::string joinedParts(const Structure& structure)
{
    std::vector<std::string> names;
    for (const Part part : {Part::Train, Part::Validation, Part::Test})
        if (std::any_of(structure.places.begin(), structure.places.end(),
                        [&](const Place& place) { return place.part == part; }))
            names.emplace_back(partName(part));
    return text::join(names, ", ");
}

std::uint64_t withoutClass(const Structure& structure)
{
    return static_cast<std::uint64_t>(
        std::count_if(structure.places.begin(), structure.places.end(),
                      [](const Place& place) { return place.className.empty(); }));
}

std::string sentence(const Structure& structure, std::string_view source)
{
    std::string text =
        structure.classes.empty()
            ? std::string("No labels: all images are taken as one set")
            : fmt::format("{} {} from {}", text::count(structure.classes.size()),
                          structure.classes.size() == 1 ? "class" : "classes", source);
    if (const std::string parts = joinedParts(structure); !parts.empty())
        text += fmt::format("; parts: {}", parts);
    if (const auto bare = withoutClass(structure); bare > 0 && !structure.classes.empty())
        text += fmt::format("; {} {} no class", text::count(bare),
                            bare == 1 ? "image has" : "images have");
    return text + '.';
}

} // namespace

Structure structureFromFolders(const FolderListing& listing)
{
    Structure structure;
    const bool parts = partsOnTop(listing);
    std::set<std::string> classes;
    for (const std::string& file : listing.pictures) {
        Place place;
        place.part = parts ? topPart(file).value_or(Part::None) : Part::None;
        if (!parts)
            place.className = topOf(file);
        else if (place.part != Part::None)
            place.className = topOf(belowTop(file));
        if (!place.className.empty())
            classes.insert(place.className);
        structure.places.push_back(std::move(place));
    }
    if (!classes.empty())
        structure.emptyFolders = emptyClassFolders(listing, parts, classes);
    if (classes.size() < 2) {
        // One folder of images tells nothing apart.
        classes.clear();
        for (Place& place : structure.places)
            place.className.clear();
    }
    structure.classes.assign(classes.begin(), classes.end());
    structure.readAs = sentence(structure, "folder names");
    return structure;
}

Result<Structure> structureFromTable(const FolderListing& listing, const LabelTable& table,
                                     const std::string& subject)
{
    Structure structure;
    const bool parts = partsOnTop(listing);
    std::set<std::string> classes, found;
    for (const std::string& file : listing.pictures) {
        Place place;
        place.part = parts ? topPart(file).value_or(Part::None) : Part::None;
        if (const auto row = table.find(file); row != table.end()) {
            found.insert(file);
            place.className = row->second.label;
            place.patient = row->second.patient;
            place.part = row->second.part.value_or(place.part);
            if (!place.className.empty())
                classes.insert(place.className);
        }
        structure.places.push_back(std::move(place));
    }
    if (found.empty())
        return fail(ErrorKind::Damaged, "Not one file that the table names is in the folder",
                    subject,
                    "Give each file's path as seen from the image folder, such as a/b.png.");
    for (const auto& [file, row] : table)
        if (!found.contains(file))
            structure.problems.push_back(
                {file, "io",
                 fmt::format("Line {} of the table names this file, but no such image is in the "
                             "folder.",
                             row.line)});
    structure.classes.assign(classes.begin(), classes.end());
    structure.readAs = sentence(structure, "the table");
    return structure;
}

} // namespace rekindle::dataset
