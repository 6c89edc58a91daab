#include "core/dataset/folder_scan.h"

#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/dataset/draw_parts.h"
#include "core/dataset/finding.h"
#include "core/dataset/folder_structure.h"
#include "core/dataset/folder_walk.h"
#include "core/dataset/labels_csv.h"
#include "core/dataset/look.h"
#include "core/dataset/scan_record.h"
#include "core/image/read_image.h"
#include "core/job/on_threads.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <chrono>
#include <fmt/format.h>
#include <iterator>

namespace rekindle::dataset {
namespace {

/// The largest value of a plain picture of more than 8 bits; 0 of others.
std::uint16_t largestOf(const image::ImagePart& part)
{
    const auto* samples = std::get_if<std::vector<std::uint16_t>>(&part.pixels.pixels);
    return part.mapped || samples == nullptr || samples->empty()
               ? std::uint16_t{0}
               : *std::max_element(samples->begin(), samples->end());
}

/// Every pixel is decoded once, so that damage is found here.
Result<ImageEntry> examineImage(image::OpenedImages& opened, int frame, Finding& found)
{
    RK_TRY(const auto header, opened.header(frame));
    RK_TRY(const auto part, opened.read(frame, {0, 0, header.width, header.height}, 0));
    const image::Image& pixels = part.pixels;
    found.largest = std::max(found.largest, largestOf(part));
    if (!pixels.remark.empty())
        found.remarks.push_back({found.file.path, "mended", pixels.remark + '.'});
    ImageEntry entry;
    entry.frame = frame;
    entry.width = header.width;
    entry.height = header.height;
    entry.channels = header.channels;
    entry.bits = header.bits;
    entry.look = lookOf(pixels);
    return entry;
}

/// Reads one file in full: its digest, its headers, all its pixels.
Result<Finding> examine(const std::filesystem::path& path, const std::string& name,
                        const image::Request& request)
{
    Finding found;
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
    Finding bad;
    bad.problems.push_back(
        {name, empty ? "empty" : problemKind(found.error().kind), problemMessage(found.error())});
    return bad;
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

/// IM-06's other sister: of files of more than 8 bits, those whose values end so far below the
/// set's white that next to nothing of them is seen. A picture may be dark; one in a hundred is not
/// by chance.
void noteDepths(Manifest& manifest, const std::vector<Finding>& findings)
{
    constexpr int kFewerBits = 3;
    constexpr int kLeastBits = 8;
    constexpr std::uint64_t kOneIn = 100;
    const auto mapping = manifest.reading.mapping;
    if (mapping != image::Mapping::Usual && mapping != image::Mapping::Full)
        return;
    std::uint16_t largest = 0, above = 0;
    for (const Finding& found : findings)
        largest = std::max(largest, found.largest);
    std::uint64_t deep = 0, dark = 0;
    for (const Finding& found : findings) {
        const int bits = std::bit_width(found.largest);
        deep += bits > 0 ? 1 : 0;
        if (bits <= kLeastBits || bits > std::bit_width(largest) - kFewerBits)
            continue;
        ++dark;
        above = std::max(above, found.largest);
    }
    if (dark == 0 || dark * kOneIn < deep)
        return;
    manifest.remarks.push_back(
        {"", "mixed_depths",
         fmt::format("{} of {} files of more than 8 bits hold no value above {}, others up to {}. "
                     "One white serves the whole set, so that those are nearly black; put the "
                     "pictures of each depth into a folder of their own.",
                     text::count(dark), text::count(deep), text::count(above),
                     text::count(largest))});
}

/// Values that are no levels by themselves, such as those of a scanner without a window of its own:
/// the set's decide what is black and what is white.
void noteRange(Manifest& manifest)
{
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
void noteBands(Manifest& manifest)
{
    if (manifest.bands == 0 || manifest.reading.bands[0] != 0)
        return;
    manifest.remarks.push_back({"", "bands",
                                fmt::format("These images have {} bands; the first three are "
                                            "shown as red, green and blue.",
                                            manifest.bands)});
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
                  Structure structure, std::vector<Finding> findings, const image::Reading& settled,
                  std::uint16_t largest)
{
    Manifest manifest;
    manifest.reading = settled;
    manifest.folder = folder;
    manifest.readAs = std::move(structure.readAs);
    manifest.classes = std::move(structure.classes);
    manifest.emptyFolders = std::move(structure.emptyFolders);
    manifest.problems = listing.problems;
    manifest.remarks = std::move(structure.remarks);
    for (const auto& [extension, count] : listing.others)
        manifest.ignored += count;
    forgetSharedGroup(manifest, findings);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        Finding& found = findings[i];
        std::move(found.problems.begin(), found.problems.end(),
                  std::back_inserter(manifest.problems));
        std::move(found.remarks.begin(), found.remarks.end(), std::back_inserter(manifest.remarks));
        if (found.images.empty())
            continue;
        manifest.bands = std::max(manifest.bands, found.bands);
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
    chooseWindow(manifest, largest);
    noteDepths(manifest, findings);
    noteRange(manifest);
    noteBands(manifest);
    manifest.problems.insert(manifest.problems.end(), structure.problems.begin(),
                             structure.problems.end());
    std::stable_sort(manifest.problems.begin(), manifest.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.file < b.file; });
    manifest.deriveFacts();
    return manifest;
}

struct Found {
    std::vector<Finding> files; ///< one a picture of the listing
    image::Reading settled;
    std::uint16_t largest = 0;
};

/// A record counts where it may: of a set whose values were tallied only if all of it is as it was.
bool counts(const ScanRecord& record, const std::vector<std::string>& paths,
            const std::vector<std::optional<FileFacts>>& facts)
{
    if (!record.tallied())
        return record.size() > 0;
    if (record.size() != paths.size())
        return false;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (!facts[i] || record.find(paths[i], *facts[i]) == nullptr)
            return false;
    }
    return true;
}

/// Every picture of the listing: what an earlier scan found, where the file is as it was, else by
/// reading it.
Result<Found> findAll(const std::filesystem::path& folder, const FolderListing& listing,
                      const ScanOptions& options, const job::Watch& watch)
{
    const auto cancelled = [&] {
        return fail(ErrorKind::Cancelled, "Stopped on request", folder.string());
    };
    const std::size_t count = listing.pictures.size();
    Scanned scanned;
    scanned.paths = listing.pictures;
    scanned.began = std::chrono::duration_cast<std::chrono::nanoseconds>(
                        std::chrono::system_clock::now().time_since_epoch())
                        .count();
    scanned.facts.resize(count);
    if (!job::onThreads(count, options.threads, watch, "finding images", [&](std::size_t i) {
            scanned.facts[i] = factsOf(folder / listing.pictures[i]);
        }))
        return cancelled();
    image::ValueTally tally;
    image::Request request{options.reading, 0, &tally};
    request.reading.set = {};
    ScanRecord record;
    if (!options.records.empty())
        record = ScanRecord::read(options.records, folder, request.reading);
    const bool useful = counts(record, listing.pictures, scanned.facts);
    Found found;
    found.files.resize(count);
    std::atomic<std::size_t> read{0};
    const auto look = [&](std::size_t i) {
        const std::string& path = listing.pictures[i];
        const auto& facts = scanned.facts[i];
        const Finding* known = useful && facts ? record.find(path, *facts) : nullptr;
        Finding& here = found.files[i];
        here = known != nullptr ? *known : finding(folder, path, request);
        here.file.modified = facts ? facts->modified : 0;
        read += known == nullptr ? 1 : 0;
    };
    if (!job::onThreads(count, options.threads, watch, "reading images", look))
        return cancelled();
    found.settled =
        useful && record.tallied() ? record.reading() : image::settled(request.reading, tally);
    if (request.reading.mapping == image::Mapping::Usual) {
        for (const Finding& file : found.files)
            found.largest = std::max(found.largest, file.largest);
    }
    if (!options.records.empty() && (read > 0 || record.size() != count)) {
        if (!tally.empty())
            scanned.tallied = found.settled;
        // Only a saving for the next time: what keeps it from being written stops nobody.
        static_cast<void>(
            writeRecord(options.records, folder, request.reading, scanned, found.files));
    }
    return found;
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
    RK_TRY(auto found, findAll(folder, listing, options, watch));
    Manifest manifest = assemble(folder, listing, std::move(structure), std::move(found.files),
                                 found.settled, found.largest);
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
