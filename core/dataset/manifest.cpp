#include "core/dataset/manifest.h"

#include "core/base/text.h"
#include "core/storage/digest.h"

#include <fmt/format.h>

namespace rekindle::dataset {
namespace {

constexpr std::size_t kLongestName = 4096;

std::string name(const std::string& file)
{
    return text::shown(file, kLongestName);
}

Json counted(const std::map<std::string, std::uint64_t>& counts)
{
    Json json = Json::object();
    for (const auto& [key, count] : counts)
        json[key] = count;
    return json;
}

Json classList(const Manifest& manifest)
{
    std::vector<std::uint64_t> counts(manifest.classes.size(), 0);
    for (const ImageEntry& image : manifest.images)
        if (image.label >= 0)
            ++counts[static_cast<std::size_t>(image.label)];
    Json json = Json::array();
    for (std::size_t i = 0; i < counts.size(); ++i)
        json.push_back({{"name", name(manifest.classes[i])}, {"count", counts[i]}});
    return json;
}

} // namespace

std::string_view partName(Part part)
{
    switch (part) {
    case Part::Train:
        return "train";
    case Part::Validation:
        return "validation";
    case Part::Test:
        return "test";
    case Part::None:
        break;
    }
    return "none";
}

std::string Manifest::contentHash() const
{
    storage::Sha256 hash;
    for (const ImageEntry& image : images) {
        hash.add(image.file);
        hash.add(std::string_view("\0", 1));
        hash.add(image.sha256);
        hash.add("\n");
    }
    return hash.hex();
}

std::vector<std::size_t> Manifest::indicesOf(Part part) const
{
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < images.size(); ++i)
        if (images[i].part == part)
            indices.push_back(i);
    return indices;
}

std::vector<std::uint64_t> Manifest::classCounts(const std::vector<std::size_t>& indices) const
{
    std::vector<std::uint64_t> counts(classes.size(), 0);
    for (const std::size_t index : indices)
        if (index < images.size() && images[index].label >= 0)
            ++counts[static_cast<std::size_t>(images[index].label)];
    return counts;
}

Json toJson(const Manifest& manifest)
{
    std::map<std::string, std::uint64_t> parts, sizes, depths, formats;
    for (const ImageEntry& image : manifest.images) {
        ++sizes[fmt::format("{}x{}", image.width, image.height)];
        ++depths[std::to_string(image.bits)];
        ++formats[image.format];
        if (image.part != Part::None)
            ++parts[std::string(partName(image.part))];
    }
    std::uint64_t unreadable = 0;
    Json problems = Json::array();
    for (const Problem& problem : manifest.problems) {
        unreadable += problem.kind == "hidden" ? 0 : 1;
        problems.push_back(
            {{"file", name(problem.file)}, {"kind", problem.kind}, {"message", problem.message}});
    }
    Json duplicates = Json::array();
    for (const auto& group : manifest.duplicates) {
        Json files = Json::array();
        for (const std::string& file : group)
            files.push_back(name(file));
        duplicates.push_back(std::move(files));
    }
    Json json;
    json["folder"] = name(manifest.folder.string());
    json["read_as"] = manifest.readAs;
    json["images"] = manifest.images.size() + unreadable;
    json["readable"] = manifest.images.size();
    json["classes"] = classList(manifest);
    json["splits"] = counted(parts);
    json["sizes"] = counted(sizes);
    json["bit_depths"] = counted(depths);
    json["formats"] = counted(formats);
    json["problems"] = std::move(problems);
    json["duplicates"] = std::move(duplicates);
    json["patients"] = manifest.patients ? Json(*manifest.patients) : Json(nullptr);
    json["ignored_files"] = manifest.ignored;
    json["content_sha256"] = manifest.contentHash();
    return json;
}

} // namespace rekindle::dataset
