#include "core/dataset/scan_record.h"

#include "core/base/guard.h"
#include "core/base/path_json.h"
#include "core/base/read_file.h"
#include "core/dataset/manifest_file.h"
#include "core/storage/atomic_write.h"
#include "core/storage/digest.h"

#include <algorithm>
#include <cstdlib>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace rekindle::dataset {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSchema = "rekindle.scan/1";
constexpr std::uint64_t kLongestPointer = 4096;
/// Clocks of drives may be so coarse: two writes within it look like one.
constexpr std::int64_t kCoarse = 2'000'000'000;
constexpr const char* kFacts[] = {"facts_bytes", "facts_modified", "facts_changed",
                                  "facts_inode", "facts_bands",    "facts_largest"};

std::int64_t nanoseconds(const timespec& time)
{
    constexpr std::int64_t kSecond = 1'000'000'000;
    return std::int64_t{time.tv_sec} * kSecond + time.tv_nsec;
}

/// The file that names the record of a folder that is read in this way.
fs::path pointerOf(const fs::path& records, const fs::path& folder, const image::Reading& reading)
{
    image::Reading chosen = reading;
    chosen.set = {};
    std::error_code ignored;
    const fs::path whole = fs::weakly_canonical(folder, ignored);
    return records / (storage::sha256(std::string(kSchema) + '\n' + REKINDLE_VERSION + '\n' +
                                      whole.native() + '\n' + dumpJsonLine(image::toJson(chosen))) +
                      ".json");
}

bool mayBeKept(const Finding& found, const std::optional<FileFacts>& facts, std::int64_t began)
{
    if (!facts || std::max(facts->modified, facts->changed) > began - kCoarse)
        return false;
    return std::all_of(found.problems.begin(), found.problems.end(), [](const Problem& problem) {
        return problem.kind == "damaged" || problem.kind == "unknown" || problem.kind == "empty";
    });
}

/// The list of images is a table already; of a file that holds none its name alone is listed.
storage::Table tableOf(const Scanned& scanned, const std::vector<Finding>& findings)
{
    Manifest list;
    std::vector<std::int64_t> columns[std::size(kFacts)];
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Finding& found = findings[i];
        const auto& facts = scanned.facts[i];
        if (!mayBeKept(found, facts, scanned.began))
            continue;
        for (ImageEntry entry : found.images) {
            entry.file = static_cast<std::uint32_t>(list.files.size());
            entry.patient = found.group;
            list.images.push_back(std::move(entry));
        }
        list.files.push_back(found.file);
        list.files.back().path = scanned.paths[i];
        list.problems.insert(list.problems.end(), found.problems.begin(), found.problems.end());
        list.remarks.insert(list.remarks.end(), found.remarks.begin(), found.remarks.end());
        const std::int64_t values[] = {
            static_cast<std::int64_t>(facts->bytes), facts->modified, facts->changed,
            static_cast<std::int64_t>(facts->inode), found.bands,     found.largest};
        for (std::size_t c = 0; c < std::size(kFacts); ++c)
            columns[c].push_back(values[c]);
    }
    storage::Table table = toTable(list);
    for (std::size_t c = 0; c < std::size(kFacts); ++c)
        table.arrays[kFacts[c]] = {{columns[c].size()}, std::move(columns[c])};
    if (scanned.tallied)
        table.attributes["tallied"] = dumpJsonLine(image::toJson(*scanned.tallied));
    return table;
}

} // namespace

std::optional<FileFacts> factsOf(const fs::path& file)
{
    struct stat about {
    };
    if (::stat(file.c_str(), &about) != 0)
        return std::nullopt;
    return FileFacts{static_cast<std::uint64_t>(about.st_size), nanoseconds(about.st_mtim),
                     nanoseconds(about.st_ctim), static_cast<std::uint64_t>(about.st_ino)};
}

ScanRecord ScanRecord::read(const fs::path& records, const fs::path& folder,
                            const image::Reading& reading)
{
    auto record = guard(records.string(), [&]() -> Result<ScanRecord> {
        const fs::path pointer = pointerOf(records, folder, reading);
        RK_TRY(const auto text, readFile(pointer, kLongestPointer));
        RK_TRY(const Json json, parseJson(text, pointer.string()));
        const std::string sha256 = json.is_object() ? json.value("list", std::string()) : "";
        RK_TRY(auto table, storage::readTable(records / (sha256 + ".h5"), sha256));
        std::vector<std::int64_t> columns[std::size(kFacts)];
        for (std::size_t c = 0; c < std::size(kFacts); ++c) {
            auto* column = std::get_if<std::vector<std::int64_t>>(&table.arrays[kFacts[c]].values);
            if (column == nullptr)
                return fail(ErrorKind::Damaged, "The record lacks a column");
            columns[c] = std::move(*column);
        }
        ScanRecord known;
        if (const auto tallied = table.attributes.find("tallied");
            tallied != table.attributes.end()) {
            RK_TRY(const Json settled, parseJson(tallied->second, pointer.string()));
            RK_TRY(known.m_reading, image::readingFromJson(settled, pointer.string()));
        }
        RK_TRY(Manifest list, fromTable(std::move(table), pointer.string()));
        for (const auto& column : columns) {
            if (column.size() != list.files.size())
                return fail(ErrorKind::Damaged, "The record's columns differ in length");
        }
        std::vector<Known*> places;
        for (std::size_t i = 0; i < list.files.size(); ++i) {
            Known entry;
            entry.facts = {static_cast<std::uint64_t>(columns[0][i]), columns[1][i], columns[2][i],
                           static_cast<std::uint64_t>(columns[3][i])};
            entry.finding.bands = static_cast<int>(columns[4][i]);
            entry.finding.largest = static_cast<std::uint16_t>(columns[5][i]);
            entry.finding.file = list.files[i];
            const auto at = known.m_files.emplace_hint(known.m_files.end(), list.files[i].path,
                                                       std::move(entry));
            places.push_back(&at->second);
        }
        for (ImageEntry& image : list.images) {
            Finding& found = places[image.file]->finding;
            found.group = std::exchange(image.patient, std::string());
            found.images.push_back(std::move(image));
        }
        for (const auto& [problems, member] : {std::pair(&list.problems, &Finding::problems),
                                               std::pair(&list.remarks, &Finding::remarks)}) {
            for (const Problem& problem : *problems) {
                if (const auto found = known.m_files.find(problem.file);
                    found != known.m_files.end())
                    (found->second.finding.*member).push_back(problem);
            }
        }
        return known;
    });
    return record ? *std::move(record) : ScanRecord();
}

const Finding* ScanRecord::find(const std::string& path, const FileFacts& facts) const
{
    const auto found = m_files.find(path);
    return found != m_files.end() && found->second.facts == facts ? &found->second.finding
                                                                  : nullptr;
}

Result<void> writeRecord(const fs::path& records, const fs::path& folder,
                         const image::Reading& reading, const Scanned& scanned,
                         const std::vector<Finding>& findings)
{
    return guard(records.string(), [&]() -> Result<void> {
        RK_CHECK(storage::makeFolder(records));
        const fs::path pointer = pointerOf(records, folder, reading);
        std::string former;
        if (const auto text = readFile(pointer, kLongestPointer)) {
            const auto json = parseJson(*text, pointer.string());
            former = json && json->is_object() ? json->value("list", std::string()) : "";
        }
        RK_TRY(const auto list, storage::storeTable(records, ".h5", tableOf(scanned, findings)));
        RK_CHECK(storage::atomicWrite(pointer, dumpJson(Json{{"list", list.stem().string()}})));
        std::error_code ignored;
        if (!former.empty() && former != list.stem().string() &&
            former.find('/') == std::string::npos)
            fs::remove(records / (former + ".h5"), ignored);
        return {};
    });
}

fs::path userRecords()
{
    const char* cache = std::getenv("XDG_CACHE_HOME");
    if (cache != nullptr && *cache == '/')
        return fs::path(cache) / "rekindle" / "scans";
    const char* home = std::getenv("HOME");
    return home != nullptr && *home == '/' ? fs::path(home) / ".cache" / "rekindle" / "scans"
                                           : fs::path();
}

} // namespace rekindle::dataset
