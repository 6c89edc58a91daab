#include "core/dataset/manifest.h"

#include "core/base/text.h"
#include "core/dataset/image_content.h"
#include "core/dataset/split.h"
#include "core/dataset/unreadable.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>
#include <unordered_set>

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

void Manifest::add(ImageFile file, ImageEntry image)
{
    image.file = static_cast<std::uint32_t>(files.size());
    files.push_back(std::move(file));
    images.push_back(std::move(image));
}

image::ImageRef Manifest::refOf(const ImageEntry& image) const
{
    return {folder / fileOf(image).path, image.frame, usedBits, reading};
}

std::string Manifest::nameOf(const ImageEntry& image) const
{
    const ImageFile& file = fileOf(image);
    return file.images == 1 ? file.path : file.path + '#' + std::to_string(image.frame + 1);
}

void Manifest::deriveFacts()
{
    std::unordered_map<std::string_view, std::size_t> firstOf;
    std::map<std::string_view, std::vector<std::string>> groups;
    firstOf.reserve(files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto [first, fresh] = firstOf.try_emplace(files[i].sha256, i);
        if (fresh)
            continue;
        auto& group = groups[files[i].sha256];
        if (group.empty())
            group.push_back(files[first->second].path);
        group.push_back(files[i].path);
    }
    duplicates.clear();
    for (auto& [hash, paths] : groups)
        duplicates.push_back(std::move(paths));
    std::sort(duplicates.begin(), duplicates.end());
    std::unordered_set<std::string_view> known;
    for (const ImageEntry& image : images)
        if (!image.patient.empty())
            known.insert(image.patient);
    patients = known.empty() ? std::nullopt : std::optional<std::uint64_t>(known.size());
}

std::string Manifest::contentHash() const
{
    storage::Sha256 hash;
    for (const ImageEntry& image : images) {
        addContent(hash, *this, image);
        hash.add("\n");
    }
    // What follows from the files alone says nothing new.
    if (!reading.isDefault()) {
        image::Reading chosen = reading;
        chosen.set = {};
        hash.add(dumpJsonLine(image::toJson(chosen)));
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

namespace {

Json problemJson(const Problem& problem)
{
    return {{"file", name(problem.file)}, {"kind", problem.kind}, {"message", problem.message}};
}

} // namespace

Json toJson(const Manifest& manifest)
{
    std::map<std::string, std::uint64_t> parts, sizes, depths, formats;
    for (const ImageEntry& image : manifest.images) {
        ++sizes[fmt::format("{}x{}", image.width, image.height)];
        ++depths[std::to_string(image.bits)];
        ++formats[manifest.fileOf(image).format];
        if (image.part != Part::None)
            ++parts[std::string(partName(image.part))];
    }
    const std::uint64_t unreadable = unreadableFiles(manifest.problems);
    Json problems = Json::array();
    for (const Problem& problem : manifest.problems)
        problems.push_back(problemJson(problem));
    Json remarks = Json::array();
    for (const Problem& remark : manifest.remarks)
        remarks.push_back(problemJson(remark));
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
    json["split_seed"] = manifest.splitSeed ? Json(*manifest.splitSeed) : Json(nullptr);
    json["pretraining_images"] = pretrainingImages(manifest).size();
    json["empty_folders"] = Json::array();
    for (const std::string& folder : manifest.emptyFolders)
        json["empty_folders"].push_back(name(folder));
    json["sizes"] = counted(sizes);
    json["bit_depths"] = counted(depths);
    json["formats"] = counted(formats);
    json["problems"] = std::move(problems);
    json["used_bits"] = manifest.usedBits > 0 ? Json(manifest.usedBits) : Json(nullptr);
    json["reading"] = image::toJson(manifest.reading);
    json["bands"] = manifest.bands > 0 ? Json(manifest.bands) : Json(nullptr);
    json["remarks"] = std::move(remarks);
    json["duplicates"] = std::move(duplicates);
    json["patients"] = manifest.patients ? Json(*manifest.patients) : Json(nullptr);
    json["ignored_files"] = manifest.ignored;
    json["content_sha256"] = manifest.contentHash();
    return json;
}

} // namespace rekindle::dataset
