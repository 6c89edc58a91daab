#include "core/dataset/folder_scan.h"

#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/dataset/folder_structure.h"
#include "core/dataset/folder_walk.h"
#include "core/dataset/labels_csv.h"
#include "core/image/image_format.h"
#include "core/storage/digest.h"
#include "core/storage/input_file.h"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <map>
#include <set>
#include <thread>
#include <variant>

namespace rekindle::dataset {
namespace {

using Finding = std::variant<std::monostate, ImageEntry, Problem>;

/// Reads one file in full: its digest, its header, all its pixels.
Result<ImageEntry> examine(const std::filesystem::path& folder, const std::string& file)
{
    const std::filesystem::path path = folder / file;
    return guard(path.string(), [&]() -> Result<ImageEntry> {
        const image::ImageLimits limits;
        RK_TRY(const auto input, storage::InputFile::open(path));
        if (input.size() > limits.fileBytes)
            return fail(ErrorKind::Limit,
                        fmt::format("The file has {}; picture files over {} are not opened",
                                    text::bytes(input.size()), text::bytes(limits.fileBytes)),
                        path.string(), "Cut it into tiles or make it smaller.");
        RK_TRY(const auto bytes, input.read(0, input.size()));
        image::ImageHeader header;
        RK_CHECK(image::decodeImage(bytes, path.string(), limits, &header));
        storage::Sha256 hash;
        hash.add(bytes);
        ImageEntry entry;
        entry.file = file;
        entry.width = header.width;
        entry.height = header.height;
        entry.channels = header.channels;
        entry.bits = header.bits;
        entry.bytes = input.size();
        entry.sha256 = hash.hex();
        entry.format = image::formatOf(bytes)->name;
        return entry;
    });
}

Finding finding(const std::filesystem::path& folder, const std::string& file)
{
    auto entry = examine(folder, file);
    if (entry)
        return *std::move(entry);
    std::error_code ignored;
    const auto path = folder / file;
    const bool empty = entry.error().kind == ErrorKind::Damaged &&
                       std::filesystem::is_regular_file(path, ignored) &&
                       std::filesystem::file_size(path, ignored) == 0;
    return Problem{file, empty ? "empty" : problemKind(entry.error().kind),
                   problemMessage(entry.error())};
}

/// Examines all files on several threads; the caller's thread works with them and reports.
std::vector<Finding> examineAll(const std::filesystem::path& folder,
                                const std::vector<std::string>& files, int threads,
                                const job::Watch& watch)
{
    std::vector<Finding> findings(files.size());
    std::atomic<std::size_t> next{0};
    std::atomic<std::uint64_t> done{0};
    const auto work = [&](bool reports) {
        while (!watch.stopping()) {
            const std::size_t i = next++;
            if (i >= files.size())
                return;
            findings[i] = finding(folder, files[i]);
            const std::uint64_t count = ++done;
            if (reports)
                watch.report(count, files.size(), "reading images");
        }
    };
    {
        std::vector<std::jthread> helpers;
        const auto most = std::min<std::size_t>(files.size(), 64);
        const auto wanted = static_cast<std::size_t>(std::max(1, threads));
        for (std::size_t i = 1; i < std::min(wanted, most); ++i)
            helpers.emplace_back([&] { work(false); });
        work(true);
    }
    watch.report(done, files.size(), "reading images");
    return findings;
}

/// IM-01: what the folder holds instead of images.
Error nothingFound(const std::filesystem::path& folder, const FolderListing& listing)
{
    std::uint64_t files = 0;
    auto most = listing.others.end();
    for (auto at = listing.others.begin(); at != listing.others.end(); ++at) {
        files += at->second;
        if (most == listing.others.end() || at->second > most->second)
            most = at;
    }
    if (files == 0)
        return {ErrorKind::NotFound, "No images were found: the folder is empty", folder.string(),
                "Choose the folder that holds the PNG or JPEG files."};
    const std::string kind =
        most->first.empty() ? "without an ending" : "*" + text::shown(most->first, 20);
    return {ErrorKind::NotFound,
            fmt::format("No images were found. The folder holds {} {}, mostly {}",
                        text::count(files), files == 1 ? "file" : "files", kind),
            folder.string(), "PNG and JPEG files are read; unpack or export them first."};
}

void findDuplicates(Manifest& manifest)
{
    std::map<std::string_view, std::vector<std::string>> byContent;
    for (const ImageEntry& image : manifest.images)
        byContent[image.sha256].push_back(image.file);
    for (auto& [hash, files] : byContent)
        if (files.size() > 1)
            manifest.duplicates.push_back(std::move(files));
    std::sort(manifest.duplicates.begin(), manifest.duplicates.end());
}

void countPatients(Manifest& manifest)
{
    std::set<std::string_view> patients;
    for (const ImageEntry& image : manifest.images)
        if (!image.patient.empty())
            patients.insert(image.patient);
    if (!patients.empty())
        manifest.patients = patients.size();
}

/// Joins what was found in the files with what the structure says about them.
Manifest assemble(const std::filesystem::path& folder, const FolderListing& listing,
                  Structure structure, std::vector<Finding> findings)
{
    Manifest manifest;
    manifest.folder = folder;
    manifest.readAs = std::move(structure.readAs);
    manifest.classes = std::move(structure.classes);
    manifest.problems = listing.problems;
    for (const auto& [extension, count] : listing.others)
        manifest.ignored += count;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (auto* problem = std::get_if<Problem>(&findings[i]))
            manifest.problems.push_back(std::move(*problem));
        auto* entry = std::get_if<ImageEntry>(&findings[i]);
        if (entry == nullptr)
            continue;
        const Place& place = structure.places[i];
        const auto at =
            std::lower_bound(manifest.classes.begin(), manifest.classes.end(), place.className);
        if (!place.className.empty() && at != manifest.classes.end())
            entry->label = static_cast<int>(std::distance(manifest.classes.begin(), at));
        entry->part = place.part;
        entry->patient = place.patient;
        manifest.images.push_back(std::move(*entry));
    }
    manifest.problems.insert(manifest.problems.end(), structure.problems.begin(),
                             structure.problems.end());
    std::stable_sort(manifest.problems.begin(), manifest.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.file < b.file; });
    findDuplicates(manifest);
    countPatients(manifest);
    return manifest;
}

Result<Manifest> scan(const std::filesystem::path& folder, const ScanOptions& options,
                      const job::Watch& watch)
{
    RK_TRY(auto listing, walkFolder(folder, watch));
    if (listing.pictures.empty())
        return fail(nothingFound(folder, listing));
    Structure structure = structureFromFolders(listing);
    if (!options.labelsCsv.empty()) {
        RK_TRY(const auto table, readLabels(options.labelsCsv));
        RK_TRY(structure, structureFromTable(listing, table, options.labelsCsv.string()));
    }
    auto findings = examineAll(folder, listing.pictures, options.threads, watch);
    if (watch.stopping())
        return fail(ErrorKind::Cancelled, "Stopped on request", folder.string());
    Manifest manifest = assemble(folder, listing, std::move(structure), std::move(findings));
    if (!manifest.images.empty())
        return manifest;
    const auto first = std::find_if(manifest.problems.begin(), manifest.problems.end(),
                                    [](const Problem& p) { return p.kind != "hidden"; });
    const std::string file = first == manifest.problems.end() ? "" : text::shown(first->file);
    const std::string why = first == manifest.problems.end() ? "" : first->message;
    const auto pictures = listing.pictures.size();
    return fail(ErrorKind::Damaged,
                pictures == 1
                    ? fmt::format("The only image, {}, cannot be read: {}", file, why)
                    : fmt::format("Not one of the {} images can be read. The first, {}: {}",
                                  text::count(pictures), file, why),
                folder.string());
}

} // namespace

Result<Manifest> scanFolder(const std::filesystem::path& folder, const ScanOptions& options,
                            const job::Watch& watch)
{
    return guard(folder.string(), [&] { return scan(folder, options, watch); });
}

} // namespace rekindle::dataset
