#include "core/dataset/folder_scan.h"

#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/dataset/draw_parts.h"
#include "core/dataset/folder_structure.h"
#include "core/dataset/folder_walk.h"
#include "core/dataset/labels_csv.h"
#include "core/dataset/unchanged.h"
#include "core/image/read_image.h"
#include "core/job/on_threads.h"

#include <algorithm>
#include <bit>
#include <fmt/format.h>
#include <iterator>

namespace rekindle::dataset {
namespace {

/// What was found in one file: its readable images, and what could not be read.
struct Finding {
    ImageFile file;
    std::vector<ImageEntry> images; ///< none: only problems
    std::vector<Problem> problems;
    std::vector<Problem> remarks;
    std::string group; ///< whose they are, as the file says
    int bands = 0;     ///< of its images, where they are more than a screen shows
};

/// Every pixel is decoded once, so that damage is found here.
Result<ImageEntry> examineImage(image::OpenedImages& opened, int frame, Finding& found)
{
    RK_TRY(const auto header, opened.header(frame));
    RK_TRY(const auto pixels, opened.readWhole(frame));
    if (!pixels.remark.empty())
        found.remarks.push_back({found.file.path, "mended", pixels.remark + '.'});
    ImageEntry entry;
    entry.frame = frame;
    entry.width = header.width;
    entry.height = header.height;
    entry.channels = header.channels;
    entry.bits = header.bits;
    return entry;
}

/// Reads one file in full: its digest, its headers, all its pixels.
Result<Finding> examine(const std::filesystem::path& path, const std::string& name,
                        const image::Request& request)
{
    Finding found;
    found.file.modified = modifiedAt(path).value_or(0);
    RK_TRY(auto opened, image::OpenedImages::open(path, {}, request));
    found.file.path = name;
    found.file.format = opened.format().name;
    found.file.bytes = opened.fileBytes();
    found.file.images = opened.count();
    found.group = opened.group();
    // What is next to each other in a volume looks alike, and is of one patient.
    if (found.group.empty() && opened.format().framesAre == "slice")
        found.group = name;
    found.bands = opened.bands();
    for (int frame = 0; frame < opened.count(); ++frame) {
        auto entry = examineImage(opened, frame, found);
        if (entry)
            found.images.push_back(*std::move(entry));
        else if (opened.count() == 1)
            return fail(std::move(entry).error());
        else
            found.problems.push_back({name, problemKind(entry.error().kind),
                                      fmt::format("{} {}: {}", opened.format().framesAre, frame + 1,
                                                  problemMessage(entry.error()))});
    }
    RK_TRY(found.file.sha256, opened.sha256());
    return found;
}

Finding finding(const std::filesystem::path& folder, const std::string& name,
                const image::Request& request)
{
    const auto path = folder / name;
    auto found = guard(path.string(), [&] { return examine(path, name, request); });
    if (found)
        return *std::move(found);
    std::error_code ignored;
    const bool empty = found.error().kind == ErrorKind::Damaged &&
                       std::filesystem::is_regular_file(path, ignored) &&
                       std::filesystem::file_size(path, ignored) == 0;
    return {
        {},
        {},
        {{name, empty ? "empty" : problemKind(found.error().kind), problemMessage(found.error())}},
        {},
        {},
        0};
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
                "Choose the folder that holds the " + image::formatNames("or") + " files."};
    const std::string kind =
        most->first.empty() ? "without an ending" : "*" + text::shown(most->first, 20);
    return {ErrorKind::NotFound,
            fmt::format("No images were found. The folder holds {} {}, mostly {}",
                        text::count(files), files == 1 ? "file" : "files", kind),
            folder.string(),
            image::formatNames("and") + " files are read; unpack or export them first."};
}

/// IM-06: cameras and scanners keep 10 to 14 bits in files of 16. As they stand such images would
/// be almost black; every level is kept and the largest that fits is white.
void chooseWindow(Manifest& manifest, std::uint16_t largest)
{
    constexpr int kStored = 16;
    const int used = std::bit_width(largest);
    if (used == 0 || used >= kStored)
        return;
    manifest.usedBits = used;
    manifest.remarks.push_back(
        {"", "window",
         fmt::format(
             "These images hold {}-bit values (0 to {}) in 16-bit files; as they stand they "
             "would be too dark, so that {} is taken as white.",
             used, text::count(largest), text::count((std::uint64_t{1} << used) - 1))});
}

/// Values that are no levels by themselves, such as those of a scanner without a window of its own:
/// the set's decide what is black and what is white.
void noteRange(Manifest& manifest, const image::ValueTally& tally)
{
    manifest.reading = image::settled(manifest.reading, tally);
    const auto& range = manifest.reading.set;
    if (!range.holds() || manifest.reading.mapping != image::Mapping::Usual)
        return;
    manifest.remarks.push_back(
        {"", "window",
         fmt::format(
             "Images without a window of their own are shown from {} (black) to {} (white), "
             "between which all but {} % of this set's values lie.",
             text::number(range.black), text::number(range.white),
             text::fixed(100 - manifest.reading.highPercent + manifest.reading.lowPercent, 1))});
}

/// IM-06's sister: nobody sees from a picture that it shows three bands of thirteen.
void noteBands(Manifest& manifest, int bands)
{
    if (bands == 0 || manifest.reading.bands[0] != 0)
        return;
    manifest.remarks.push_back(
        {"", "bands",
         fmt::format("These images have {} bands; the first three are shown as red, green and "
                     "blue. --bands chooses others.",
                     bands)});
}

/// One number for all is what those write who take names out of files: it tells no patients apart.
void forgetSharedGroup(Manifest& manifest, std::vector<Finding>& findings)
{
    const std::string* shared = nullptr;
    std::size_t files = 0;
    for (const Finding& found : findings) {
        if (found.group.empty())
            continue;
        if (shared != nullptr && *shared != found.group)
            return;
        shared = &found.group;
        ++files;
    }
    if (files < 2)
        return;
    for (Finding& found : findings)
        found.group.clear();
    manifest.remarks.push_back(
        {"", "patients",
         fmt::format("All {} files with a patient's number have the same one; patients cannot be "
                     "told apart by it.",
                     text::count(files))});
}

/// Joins what was found in the files with what the structure says about them.
Manifest assemble(const std::filesystem::path& folder, const FolderListing& listing,
                  Structure structure, std::vector<Finding> findings, const image::Reading& reading,
                  const image::ValueTally& tally)
{
    Manifest manifest;
    manifest.reading = reading;
    manifest.folder = folder;
    manifest.readAs = std::move(structure.readAs);
    manifest.classes = std::move(structure.classes);
    manifest.emptyFolders = std::move(structure.emptyFolders);
    manifest.problems = listing.problems;
    manifest.remarks = std::move(structure.remarks);
    for (const auto& [extension, count] : listing.others)
        manifest.ignored += count;
    forgetSharedGroup(manifest, findings);
    int bands = 0;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        Finding& found = findings[i];
        std::move(found.problems.begin(), found.problems.end(),
                  std::back_inserter(manifest.problems));
        std::move(found.remarks.begin(), found.remarks.end(), std::back_inserter(manifest.remarks));
        if (found.images.empty())
            continue;
        bands = std::max(bands, found.bands);
        const Place& place = structure.places[i];
        const auto at =
            std::lower_bound(manifest.classes.begin(), manifest.classes.end(), place.className);
        for (ImageEntry& entry : found.images) {
            if (!place.className.empty() && at != manifest.classes.end())
                entry.label = static_cast<int>(std::distance(manifest.classes.begin(), at));
            entry.part = place.part;
            entry.patient = place.patient.empty() ? found.group : place.patient;
            entry.file = static_cast<std::uint32_t>(manifest.files.size());
            manifest.images.push_back(std::move(entry));
        }
        manifest.files.push_back(std::move(found.file));
    }
    chooseWindow(manifest, tally.largestStored());
    noteRange(manifest, tally);
    noteBands(manifest, bands);
    manifest.problems.insert(manifest.problems.end(), structure.problems.begin(),
                             structure.problems.end());
    std::stable_sort(manifest.problems.begin(), manifest.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.file < b.file; });
    manifest.deriveFacts();
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
    image::ValueTally tally;
    image::Request request{options.reading, 0, &tally};
    request.reading.set = {};
    std::vector<Finding> findings(listing.pictures.size());
    const bool all = job::onThreads(
        findings.size(), options.threads, watch, "reading images",
        [&](std::size_t i) { findings[i] = finding(folder, listing.pictures[i], request); });
    if (!all)
        return fail(ErrorKind::Cancelled, "Stopped on request", folder.string());
    Manifest manifest = assemble(folder, listing, std::move(structure), std::move(findings),
                                 request.reading, tally);
    if (!manifest.images.empty()) {
        drawParts(manifest, options.splitSeed);
        return manifest;
    }
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
