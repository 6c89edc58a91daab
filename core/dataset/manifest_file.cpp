#include "core/dataset/manifest_file.h"

#include "core/base/guard.h"
#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/storage/table_file.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <unordered_map>

namespace rekindle::dataset {
namespace {

using storage::Table;
using storage::TableArray;
using Texts = std::vector<std::string>;
using Numbers = std::vector<std::int64_t>;

constexpr std::string_view kSchema = "rekindle.images/2";
constexpr std::string_view kEnding = ".h5";
constexpr std::size_t kLookWords = std::tuple_size_v<Look>;

template <class T>
void put(Table& table, const std::string& name, std::vector<T> values)
{
    const std::uint64_t count = values.size();
    table.arrays[name] = TableArray{{count}, std::move(values)};
}

/// Texts that repeat, each stored once, in the order in which they are met.
class Words
{
public:
    std::int64_t indexOf(const std::string& word)
    {
        const auto [found, fresh] =
            m_known.try_emplace(word, static_cast<std::int64_t>(m_words.size()));
        if (fresh)
            m_words.push_back(word);
        return found->second;
    }
    Texts take() { return std::move(m_words); }

private:
    Texts m_words;
    std::unordered_map<std::string, std::int64_t> m_known;
};

/// A number of the images and where it stands in an entry.
struct NumberColumn {
    const char* name;
    std::int64_t (*get)(const ImageEntry& image);
    void (*set)(ImageEntry& image, std::int64_t value);
    std::int64_t least, most;
};

template <auto Member>
constexpr NumberColumn column(const char* name, std::int64_t least, std::int64_t most)
{
    return {name, [](const ImageEntry& image) { return static_cast<std::int64_t>(image.*Member); },
            [](ImageEntry& image, std::int64_t value) {
                image.*Member =
                    static_cast<std::remove_reference_t<decltype(image.*Member)>>(value);
            },
            least, most};
}

constexpr std::int64_t kLargest = std::numeric_limits<std::int32_t>::max();
constexpr NumberColumn kColumns[] = {
    column<&ImageEntry::file>("images_file", 0, kLargest),
    column<&ImageEntry::frame>("images_frame", 0, kLargest),
    column<&ImageEntry::label>("images_label", -1, kLargest),
    column<&ImageEntry::part>("images_part", 0, static_cast<std::int64_t>(Part::Test)),
    column<&ImageEntry::width>("images_width", 1, kLargest),
    column<&ImageEntry::height>("images_height", 1, kLargest),
    column<&ImageEntry::channels>("images_channels", 1, 4),
    column<&ImageEntry::bits>("images_bits", 1, 64),
};

void putFiles(Table& table, const Manifest& manifest)
{
    Texts paths, hashes;
    Numbers bytes, modified, formats, counts;
    Words names;
    for (const ImageFile& file : manifest.files) {
        paths.push_back(file.path);
        hashes.push_back(file.sha256);
        bytes.push_back(static_cast<std::int64_t>(file.bytes));
        modified.push_back(file.modified);
        formats.push_back(names.indexOf(file.format));
        counts.push_back(file.images);
    }
    put(table, "files_path", std::move(paths));
    put(table, "files_sha256", std::move(hashes));
    put(table, "files_bytes", std::move(bytes));
    put(table, "files_modified", std::move(modified));
    put(table, "files_format", std::move(formats));
    put(table, "files_images", std::move(counts));
    put(table, "formats", names.take());
}

void putImages(Table& table, const Manifest& manifest)
{
    for (const NumberColumn& column : kColumns) {
        Numbers values;
        values.reserve(manifest.images.size());
        for (const ImageEntry& image : manifest.images)
            values.push_back(column.get(image));
        put(table, column.name, std::move(values));
    }
    Words patients;
    Numbers indices;
    for (const ImageEntry& image : manifest.images)
        indices.push_back(patients.indexOf(image.patient));
    put(table, "images_patient", std::move(indices));
    put(table, "patients", patients.take());
    // Four numbers an image; lists of earlier versions have none.
    Numbers looks;
    for (const ImageEntry& image : manifest.images) {
        for (const std::uint64_t word : image.look)
            looks.push_back(static_cast<std::int64_t>(word));
    }
    table.arrays["images_look"] = {{manifest.images.size(), kLookWords}, std::move(looks)};
}

void putProblems(Table& table, const std::string& name, const std::vector<Problem>& problems)
{
    Texts files, kinds, messages;
    for (const Problem& problem : problems) {
        files.push_back(problem.file);
        kinds.push_back(problem.kind);
        messages.push_back(problem.message);
    }
    put(table, name + "_file", std::move(files));
    put(table, name + "_kind", std::move(kinds));
    put(table, name + "_message", std::move(messages));
}

} // namespace

Table toTable(const Manifest& manifest)
{
    Table table;
    table.attributes["schema"] = kSchema;
    table.attributes["read_as"] = manifest.readAs;
    table.attributes["ignored_files"] = std::to_string(manifest.ignored);
    if (manifest.splitSeed)
        table.attributes["split_seed"] = std::to_string(*manifest.splitSeed);
    if (manifest.usedBits > 0)
        table.attributes["used_bits"] = std::to_string(manifest.usedBits);
    if (manifest.reading != image::Reading{})
        table.attributes["reading"] = dumpJsonLine(image::toJson(manifest.reading));
    if (manifest.bands > 0)
        table.attributes["bands"] = std::to_string(manifest.bands);
    put(table, "classes", manifest.classes);
    if (!manifest.emptyFolders.empty())
        put(table, "empty_folders", manifest.emptyFolders);
    putFiles(table, manifest);
    putImages(table, manifest);
    putProblems(table, "problems", manifest.problems);
    if (!manifest.remarks.empty())
        putProblems(table, "remarks", manifest.remarks);
    return table;
}

namespace {

/// Takes columns out of a table; remembers what was missing or of a wrong length or kind.
class Columns
{
public:
    explicit Columns(Table& table) : m_table(table) {}

    template <class T>
    std::vector<T> take(const std::string& name, std::optional<std::size_t> count = std::nullopt)
    {
        const auto found = m_table.arrays.find(name);
        auto* values = found == m_table.arrays.end()
                           ? nullptr
                           : std::get_if<std::vector<T>>(&found->second.values);
        if (values == nullptr || (count && values->size() != *count)) {
            m_wrong = m_wrong.empty() ? name : m_wrong;
            return std::vector<T>(count.value_or(0));
        }
        return std::move(*values);
    }
    [[nodiscard]] bool has(const std::string& name) const { return m_table.arrays.contains(name); }
    /// The first column that is not as it should be; empty where all are.
    [[nodiscard]] const std::string& wrong() const { return m_wrong; }

private:
    Table& m_table;
    std::string m_wrong;
};

bool within(std::int64_t value, std::size_t count)
{
    return value >= 0 && static_cast<std::uint64_t>(value) < count;
}

Result<void> takeFiles(Columns& columns, Manifest& manifest, const std::string& subject)
{
    auto paths = columns.take<std::string>("files_path");
    const std::size_t count = paths.size();
    auto hashes = columns.take<std::string>("files_sha256", count);
    const auto bytes = columns.take<std::int64_t>("files_bytes", count);
    const auto modified = columns.take<std::int64_t>("files_modified", count);
    const auto format = columns.take<std::int64_t>("files_format", count);
    const auto held = columns.take<std::int64_t>("files_images", count);
    const auto formats = columns.take<std::string>("formats");
    if (!columns.wrong().empty())
        return {};
    manifest.files.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (!staysInside(paths[i]))
            return fail(ErrorKind::Damaged, "An image's path leads out of its folder", subject);
        if (!within(format[i], formats.size()) || bytes[i] < 0 || held[i] < 1 || held[i] > kLargest)
            return fail(ErrorKind::Damaged, "A file's entry holds numbers that no file has",
                        subject);
        manifest.files.push_back({std::move(paths[i]), formats[static_cast<std::size_t>(format[i])],
                                  std::move(hashes[i]), static_cast<std::uint64_t>(bytes[i]),
                                  modified[i], static_cast<int>(held[i])});
    }
    return {};
}

Result<void> takeImages(Columns& columns, Manifest& manifest, const std::string& subject)
{
    const auto patient = columns.take<std::int64_t>("images_patient");
    const auto patients = columns.take<std::string>("patients");
    manifest.images.resize(patient.size());
    for (const NumberColumn& column : kColumns) {
        const auto values = columns.take<std::int64_t>(column.name, patient.size());
        if (!columns.wrong().empty())
            return {};
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] < column.least || values[i] > column.most)
                return fail(ErrorKind::Damaged,
                            fmt::format("An image's entry holds a number that no image has ({})",
                                        column.name),
                            subject);
            column.set(manifest.images[i], values[i]);
        }
    }
    for (std::size_t i = 0; i < patient.size(); ++i) {
        ImageEntry& image = manifest.images[i];
        if (image.file >= manifest.files.size() || !within(patient[i], patients.size()) ||
            image.label >= static_cast<std::int64_t>(manifest.classes.size()) ||
            image.frame >= manifest.fileOf(image).images)
            return fail(ErrorKind::Damaged, "An image's entry names what the list does not hold",
                        subject);
        image.patient = patients[static_cast<std::size_t>(patient[i])];
    }
    if (columns.has("images_look")) {
        const auto looks = columns.take<std::int64_t>("images_look", patient.size() * kLookWords);
        for (std::size_t i = 0; i < looks.size(); ++i)
            manifest.images[i / kLookWords].look[i % kLookWords] =
                static_cast<std::uint64_t>(looks[i]);
    }
    return {};
}

std::vector<Problem> takeProblems(Columns& columns, const std::string& name)
{
    auto files = columns.take<std::string>(name + "_file");
    auto kinds = columns.take<std::string>(name + "_kind", files.size());
    auto messages = columns.take<std::string>(name + "_message", files.size());
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < files.size(); ++i)
        problems.push_back({std::move(files[i]), std::move(kinds[i]), std::move(messages[i])});
    return problems;
}

} // namespace

Result<Manifest> fromTable(Table table, const std::string& subject)
{
    const std::string schema = table.attributes["schema"];
    if (schema != kSchema)
        return fail(ErrorKind::Version,
                    fmt::format("This list of images has the format {}", text::shown(schema)),
                    subject, "Open it with the version of Rekindle that wrote it.");
    Columns columns(table);
    Manifest manifest;
    manifest.readAs = table.attributes["read_as"];
    const std::string& ignored = table.attributes["ignored_files"];
    std::from_chars(ignored.data(), ignored.data() + ignored.size(), manifest.ignored);
    if (const auto seed = table.attributes.find("split_seed"); seed != table.attributes.end()) {
        std::uint64_t value = 0;
        std::from_chars(seed->second.data(), seed->second.data() + seed->second.size(), value);
        manifest.splitSeed = value;
    }
    if (const auto bits = table.attributes.find("used_bits"); bits != table.attributes.end()) {
        std::from_chars(bits->second.data(), bits->second.data() + bits->second.size(),
                        manifest.usedBits);
        if (manifest.usedBits < 1 || manifest.usedBits > 16)
            return fail(ErrorKind::Damaged, "Images have 1 to 16 used bits", subject);
    }
    if (const auto chosen = table.attributes.find("reading"); chosen != table.attributes.end()) {
        RK_TRY(const Json json, parseJson(chosen->second, subject));
        RK_TRY(manifest.reading, image::readingFromJson(json, subject));
    }
    // Lists of earlier versions do not say it.
    if (const auto bands = table.attributes.find("bands"); bands != table.attributes.end())
        std::from_chars(bands->second.data(), bands->second.data() + bands->second.size(),
                        manifest.bands);
    manifest.classes = columns.take<std::string>("classes");
    if (table.arrays.contains("empty_folders"))
        manifest.emptyFolders = columns.take<std::string>("empty_folders");
    RK_CHECK(takeFiles(columns, manifest, subject));
    RK_CHECK(takeImages(columns, manifest, subject));
    manifest.problems = takeProblems(columns, "problems");
    if (table.arrays.contains("remarks_file"))
        manifest.remarks = takeProblems(columns, "remarks");
    if (!columns.wrong().empty())
        return fail(ErrorKind::Damaged,
                    fmt::format("The list of images lacks its column {}", columns.wrong()),
                    subject);
    manifest.deriveFacts();
    return manifest;
}

Result<std::filesystem::path> storeManifest(const std::filesystem::path& folder,
                                            const Manifest& manifest)
{
    return storage::storeTable(folder, kEnding, toTable(manifest));
}

Result<Manifest> readManifest(const std::filesystem::path& file,
                              const std::filesystem::path& images)
{
    return guard(file.string(), [&]() -> Result<Manifest> {
        RK_TRY(auto table, storage::readTable(file, file.stem().string()));
        RK_TRY(auto manifest, fromTable(std::move(table), file.string()));
        manifest.folder = images;
        return manifest;
    });
}

} // namespace rekindle::dataset
