#include "core/dataset/folder_layout.h"

#include "core/base/text.h"
#include "core/dataset/part_words.h"

#include <algorithm>
#include <set>
#include <vector>

namespace rekindle::dataset {
namespace {

constexpr int kDeepestBase = 16;

/// A folder that stands at the base.
struct Top {
    std::set<std::string> below; ///< folders in it that hold pictures
    bool pictures = false;       ///< in itself
};
using Tops = std::map<std::string, Top>;

/// The folders at `base`; a picture that lies there directly is under the empty name.
Tops topsAt(const FolderListing& listing, const std::string& base)
{
    Tops tops;
    for (const std::string& file : listing.pictures) {
        if (!file.starts_with(base))
            continue;
        const auto path = std::string_view(file).substr(base.size());
        Top& top = tops[std::string(topOf(path))];
        const auto inner = topOf(belowTop(path));
        if (topOf(path).empty() || inner.empty())
            top.pictures = true;
        else
            top.below.emplace(inner);
    }
    return tops;
}

/// Goes down from `base` as long as one folder holds everything, in folders of its own, and
/// `through` says that it may be passed.
template <class Through>
std::string innermost(const FolderListing& listing, std::string base, const Through& through)
{
    for (int level = 0; level < kDeepestBase; ++level) {
        const Tops tops = topsAt(listing, base);
        if (tops.size() != 1)
            break;
        const auto& [name, top] = *tops.begin();
        if (name.empty() || top.pictures || !through(name))
            break;
        base += name + '/';
    }
    return base;
}

/// Whether all hold folders of the same names, most of them.
bool shareNamesBelow(const Tops& tops)
{
    const Top& first = tops.begin()->second;
    return std::all_of(tops.begin(), tops.end(), [&](const auto& item) {
        const std::set<std::string>& mine = item.second.below;
        const auto shared = static_cast<std::size_t>(
            std::count_if(mine.begin(), mine.end(),
                          [&](const std::string& name) { return first.below.contains(name); }));
        return shared > 0 && 2 * shared >= std::max(mine.size(), first.below.size());
    });
}

/// Folders whose names are words for parts and nothing else: all of them, or training and another
/// one among others.
std::map<std::string, Part> plainParts(const Tops& tops)
{
    std::map<std::string, Part> parts;
    std::set<Part> kinds;
    for (const auto& [name, top] : tops) {
        if (const auto part = name.empty() ? std::nullopt : partFromWord(name)) {
            parts[name] = *part;
            kinds.insert(*part);
        }
    }
    const bool others = parts.size() < tops.size();
    if (others && !(kinds.contains(Part::Train) && kinds.size() > 1))
        parts.clear();
    return parts;
}

/// Folders whose names hold such a word among others: "seg_train" and "seg_test", "TISSUE-100K" and
/// "VAL-7K". What they hold, or the rest of their names, must be alike, so that classes that are
/// called "test positive" and "test negative" stay classes.
std::map<std::string, Part> namedParts(const Tops& tops)
{
    std::map<std::string, Part> parts;
    std::set<Part> kinds;
    std::set<std::string> rests;
    std::vector<std::string> without;
    for (const auto& [name, top] : tops) {
        const auto named = partInName(name);
        if (!named) {
            without.push_back(name);
            continue;
        }
        parts[name] = named->part;
        kinds.insert(named->part);
        rests.insert(named->rest);
    }
    if (parts.empty() || tops.size() < 2 || tops.contains(""))
        return {};
    const bool alike = shareNamesBelow(tops);
    if (without.empty())
        return kinds.size() > 1 && (alike || rests.size() == 1) ? parts
                                                                : std::map<std::string, Part>();
    if (!alike || without.size() > 1 || kinds.contains(Part::Train))
        return {};
    parts[without.front()] = Part::Train;
    return parts;
}

} // namespace

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

std::string_view FolderLayout::below(std::string_view path) const
{
    return path.substr(base.size());
}

std::optional<Part> FolderLayout::partOf(std::string_view path) const
{
    const auto at = parts.find(std::string(topOf(below(path))));
    return at == parts.end() ? std::nullopt : std::optional(at->second);
}

std::string_view FolderLayout::classOf(std::string_view path) const
{
    const std::string_view inside = below(path);
    if (parts.empty())
        return topOf(inside);
    const auto at = inner.find(std::string(topOf(inside)));
    return at == inner.end() ? std::string_view()
                             : topOf(belowTop(inside).substr(at->second.size()));
}

FolderLayout layoutOf(const FolderListing& listing)
{
    FolderLayout layout;
    layout.base =
        innermost(listing, "", [](const std::string& name) { return !partFromWord(name); });
    const Tops tops = topsAt(listing, layout.base);
    layout.parts = plainParts(tops);
    if (layout.parts.empty())
        layout.parts = namedParts(tops);
    for (const auto& [name, part] : layout.parts) {
        const std::string outer = layout.base + name + '/';
        // The part once more, and no class that is alone in it.
        const auto again = [](const std::string& folder) { return partInName(folder).has_value(); };
        layout.inner[name] = innermost(listing, outer, again).substr(outer.size());
    }
    const bool several = tops.size() > 1 && !tops.contains("") && layout.parts.empty();
    if (several && tops.begin()->second.below.size() > 1 && shareNamesBelow(tops)) {
        const auto& names = tops.begin()->second.below;
        layout.sameBelow = text::join({names.begin(), names.end()}, ", ");
    }
    return layout;
}

} // namespace rekindle::dataset
