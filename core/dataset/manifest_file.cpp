#include "core/dataset/manifest_file.h"

#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/storage/atomic_write.h"

#include <array>
#include <fmt/format.h>

namespace rekindle::dataset {
namespace {

constexpr std::string_view kSchema = "rekindle.images/1";
constexpr std::uint64_t kLargestFile = std::uint64_t{1} << 30;
constexpr std::size_t kLongestName = 16384;
constexpr std::string_view kDigits = "0123456789abcdef";

/// A name out of the file system, which may hold any byte: as text where it is plain, else as
/// hexadecimal digits beside the text that people see.
Json nameJson(const std::string& raw)
{
    const std::string shown = text::shown(raw, kLongestName);
    if (shown == raw)
        return raw;
    std::string hex;
    for (const char c : raw) {
        const auto byte = static_cast<unsigned char>(c);
        hex += kDigits[byte >> 4];
        hex += kDigits[byte & 15];
    }
    return Json{{"shown", shown}, {"hex", hex}};
}

std::string nameFrom(const Json& json)
{
    if (json.is_string())
        return json.get<std::string>();
    std::string raw;
    if (!json.is_object() || !json.contains("hex") || !json["hex"].is_string())
        return raw;
    const auto hex = json["hex"].get<std::string>();
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        const auto high = kDigits.find(hex[i]);
        const auto low = kDigits.find(hex[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos)
            return {};
        raw += static_cast<char>(high * 16 + low);
    }
    return raw;
}

Json namesJson(const std::vector<std::string>& names)
{
    Json json = Json::array();
    for (const std::string& name : names)
        json.push_back(nameJson(name));
    return json;
}

std::vector<std::string> namesFrom(const Json& json)
{
    std::vector<std::string> names;
    if (json.is_array())
        for (const Json& name : json)
            names.push_back(nameFrom(name));
    return names;
}

Json imageJson(const ImageEntry& image)
{
    Json json;
    json["file"] = nameJson(image.file);
    json["label"] = image.label;
    if (image.part != Part::None)
        json["part"] = partName(image.part);
    if (!image.patient.empty())
        json["patient"] = nameJson(image.patient);
    json["width"] = image.width;
    json["height"] = image.height;
    json["channels"] = image.channels;
    json["bits"] = image.bits;
    json["bytes"] = image.bytes;
    json["format"] = image.format;
    json["sha256"] = image.sha256;
    return json;
}

Part partFrom(const std::string& word)
{
    for (const Part part : {Part::Train, Part::Validation, Part::Test})
        if (word == partName(part))
            return part;
    return Part::None;
}

Result<ImageEntry> imageFrom(const Json& json, const std::string& subject, std::size_t classes)
{
    if (!json.is_object())
        return fail(ErrorKind::Damaged, "An image's entry is not an object", subject);
    FieldReader fields(json, subject, "images");
    ImageEntry image;
    image.file = nameFrom(fields.any("file"));
    const auto label = fields.integer("label", -1);
    image.part = partFrom(fields.text("part", ""));
    image.patient = nameFrom(fields.any("patient"));
    image.width = static_cast<int>(fields.integer("width"));
    image.height = static_cast<int>(fields.integer("height"));
    image.channels = static_cast<int>(fields.integer("channels"));
    image.bits = static_cast<int>(fields.integer("bits"));
    image.bytes = static_cast<std::uint64_t>(fields.integer("bytes"));
    image.format = fields.text("format", "");
    image.sha256 = fields.text("sha256");
    RK_CHECK(fields.check());
    const std::filesystem::path path(image.file);
    bool leaves = path.empty() || path.is_absolute();
    for (const auto& step : path)
        leaves = leaves || step == "..";
    if (leaves)
        return fail(ErrorKind::Damaged, "An image's path leads out of its folder", subject);
    if (label < -1 || label >= static_cast<std::int64_t>(classes))
        return fail(ErrorKind::Damaged, "An image's label is none of the classes", subject);
    image.label = static_cast<int>(label);
    return image;
}

Result<Manifest> manifestFrom(const Json& json, const std::string& subject)
{
    if (!json.is_object())
        return fail(ErrorKind::Damaged, "This is not a list of images", subject);
    FieldReader fields(json, subject);
    const std::string schema = fields.text("schema");
    Manifest manifest;
    manifest.folder = nameFrom(fields.any("folder"));
    // A study that is shipped or moved with its images names them from where this file lies.
    if (manifest.folder.is_relative())
        manifest.folder =
            (std::filesystem::path(subject).parent_path() / manifest.folder).lexically_normal();
    manifest.readAs = fields.text("read_as", "");
    manifest.classes = namesFrom(fields.any("classes"));
    manifest.ignored = static_cast<std::uint64_t>(fields.integer("ignored_files", 0));
    RK_CHECK(fields.check());
    if (schema != kSchema)
        return fail(ErrorKind::Version,
                    fmt::format("This list of images has the format {}", text::shown(schema)),
                    subject, "Open it with the version of Rekindle that wrote it.");
    const Json& images = fields.any("images");
    if (!images.is_array())
        return fail(ErrorKind::Damaged, "This is not a list of images", subject);
    for (const Json& entry : images) {
        RK_TRY(auto image, imageFrom(entry, subject, manifest.classes.size()));
        manifest.images.push_back(std::move(image));
    }
    for (const Json& entry : fields.any("problems")) {
        if (!entry.is_object())
            return fail(ErrorKind::Damaged, "A problem's entry is not an object", subject);
        FieldReader problem(entry, subject, "problems");
        manifest.problems.push_back(
            {nameFrom(problem.any("file")), problem.text("kind"), problem.text("message")});
        RK_CHECK(problem.check());
    }
    for (const Json& group : fields.any("duplicates"))
        manifest.duplicates.push_back(namesFrom(group));
    if (fields.any("patients").is_number_unsigned())
        manifest.patients = fields.any("patients").get<std::uint64_t>();
    return manifest;
}

} // namespace

Result<void> writeManifest(const std::filesystem::path& file, const Manifest& manifest)
{
    return guard(file.string(), [&]() -> Result<void> {
        Json json;
        json["schema"] = kSchema;
        std::error_code ignored;
        const auto absolute = std::filesystem::absolute(manifest.folder, ignored);
        json["folder"] = nameJson(absolute.lexically_normal().string());
        json["read_as"] = manifest.readAs;
        json["classes"] = namesJson(manifest.classes);
        json["images"] = Json::array();
        for (const ImageEntry& image : manifest.images)
            json["images"].push_back(imageJson(image));
        json["problems"] = Json::array();
        for (const Problem& problem : manifest.problems)
            json["problems"].push_back({{"file", nameJson(problem.file)},
                                        {"kind", problem.kind},
                                        {"message", problem.message}});
        json["duplicates"] = Json::array();
        for (const auto& group : manifest.duplicates)
            json["duplicates"].push_back(namesJson(group));
        json["patients"] = manifest.patients ? Json(*manifest.patients) : Json(nullptr);
        json["ignored_files"] = manifest.ignored;
        return storage::atomicWrite(file, dumpJson(json));
    });
}

Result<Manifest> readManifest(const std::filesystem::path& file)
{
    return guard(file.string(), [&]() -> Result<Manifest> {
        RK_TRY(const auto json, readJsonFile(file, kLargestFile));
        return manifestFrom(json, file.string());
    });
}

Result<void> checkUnchanged(const Manifest& manifest)
{
    std::error_code error;
    if (!std::filesystem::is_directory(manifest.folder, error))
        return fail(ErrorKind::Mismatch,
                    fmt::format("{} images are no longer there; their folder was moved or its "
                                "drive is not connected",
                                text::count(manifest.images.size())),
                    manifest.folder.string(), "Connect the drive or put the folder back.");
    std::uint64_t gone = 0;
    std::uint64_t changed = 0;
    for (const ImageEntry& image : manifest.images) {
        const auto size = std::filesystem::file_size(manifest.folder / image.file, error);
        if (error)
            ++gone;
        else if (size != image.bytes)
            ++changed;
    }
    if (gone == 0 && changed == 0)
        return {};
    const auto verb = [](std::uint64_t n) { return n == 1 ? "has" : "have"; };
    return fail(ErrorKind::Mismatch,
                fmt::format("{} of {} images {} gone, {} {} changed", text::count(gone),
                            text::count(manifest.images.size()), gone == 1 ? "is" : "are",
                            text::count(changed), verb(changed)),
                manifest.folder.string(),
                "A run must see what it says it saw: put the files back, or set it up again.");
}

} // namespace rekindle::dataset
