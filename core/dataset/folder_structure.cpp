#include "core/dataset/folder_structure.h"

#include "core/base/text.h"
#include "core/dataset/folder_layout.h"
#include "core/dataset/label_match.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace rekindle::dataset {
namespace {

/// Folders without anything in them that stand where classes stand: no class, but worth a word.
std::vector<std::string> emptyClassFolders(const FolderListing& listing, const FolderLayout& layout,
                                           const std::set<std::string>& classes)
{
    std::set<std::string> empty;
    for (const std::string& path : listing.emptyFolders) {
        if (!path.starts_with(layout.base))
            continue;
        const std::string_view folder = layout.below(path);
        const bool parts = !layout.parts.empty();
        if (parts && (!layout.partOf(path) || belowTop(folder).find('/') != std::string_view::npos))
            continue;
        const std::string_view name = parts ? belowTop(folder) : folder;
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

/// How the layout is told of where it is not plain.
std::string whereIn(const FolderLayout& layout)
{
    std::string text = "folder names";
    if (!layout.base.empty())
        text += " in " + text::shown(layout.base.substr(0, layout.base.size() - 1), 80);
    return text;
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
    const FolderLayout layout = layoutOf(listing);
    std::set<std::string> classes;
    for (const std::string& file : listing.pictures) {
        Place place;
        place.part = layout.partOf(file).value_or(Part::None);
        place.className = layout.classOf(file);
        if (!place.className.empty())
            classes.insert(place.className);
        structure.places.push_back(std::move(place));
    }
    if (!classes.empty())
        structure.emptyFolders = emptyClassFolders(listing, layout, classes);
    if (classes.size() < 2) {
        // One folder of images tells nothing apart.
        classes.clear();
        for (Place& place : structure.places)
            place.className.clear();
    }
    structure.classes.assign(classes.begin(), classes.end());
    structure.readAs = sentence(structure, whereIn(layout));
    if (!layout.sameBelow.empty() && !classes.empty())
        structure.remarks.push_back(
            {"", "layout",
             fmt::format("All of these folders hold folders of the same names ({}). If those are "
                         "the classes, put them at the top, or name the folders above them train "
                         "and test.",
                         text::shown(layout.sameBelow, 120))});
    return structure;
}

Result<Structure> structureFromTable(const FolderListing& listing, const LabelTable& table,
                                     const std::string& subject)
{
    Structure structure;
    const FolderLayout layout = layoutOf(listing);
    RK_TRY(const LabelMatch match, matchRows(listing.pictures, table, subject));
    std::set<std::string> classes;
    for (std::size_t i = 0; i < listing.pictures.size(); ++i) {
        Place place;
        place.part = layout.partOf(listing.pictures[i]).value_or(Part::None);
        if (const CsvRow* row = match.rows[i]) {
            place.className = row->label;
            place.patient = row->patient;
            place.part = row->part.value_or(place.part);
            if (!place.className.empty())
                classes.insert(place.className);
        }
        structure.places.push_back(std::move(place));
    }
    structure.problems = match.problems;
    structure.classes.assign(classes.begin(), classes.end());
    structure.readAs = sentence(structure, "the table");
    return structure;
}

} // namespace rekindle::dataset
