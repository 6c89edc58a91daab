#include "core/weights/safetensors_header.h"

#include "core/base/byte_view.h"
#include "core/base/text.h"
#include "core/weights/safetensors_json.h"

#include <algorithm>
#include <numeric>

namespace rekindle::weights {
namespace {

/// Offsets become places in the file; sorted by place the tensors must cover the data exactly.
Result<void> placeEntries(SafetensorsHeader& header, std::uint64_t dataBegin,
                          std::uint64_t fileSize, const std::string& subject)
{
    std::vector<std::size_t> order(header.entries.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto& one = header.entries[a];
        const auto& other = header.entries[b];
        return std::pair(one.begin, one.end) < std::pair(other.begin, other.end);
    });
    const std::uint64_t dataSize = fileSize - dataBegin;
    std::uint64_t at = 0;
    for (const std::size_t i : order) {
        auto& entry = header.entries[i];
        const auto name = [&] { return "'" + text::shown(entry.info.key, 80) + "'"; };
        if (entry.end > dataSize)
            return fail(ErrorKind::Damaged,
                        "The file ends early: its tensor " + name() + " is not all there", subject,
                        "Fetch or copy the file again.");
        if (entry.begin != at)
            return fail(ErrorKind::Damaged,
                        "The data of its tensor " + name() +
                            (entry.begin < at ? " overlap another's" : " leave a gap"),
                        subject, "Fetch the file again, or save the weights again.");
        at = entry.end;
        entry.begin += dataBegin;
        entry.end += dataBegin;
    }
    if (at != dataSize)
        return fail(ErrorKind::Damaged,
                    "There are " + text::bytes(dataSize - at) + " behind its last tensor", subject,
                    "Fetch the file again, or save the weights again.");
    return {};
}

} // namespace

bool startsLikeSafetensors(Bytes start)
{
    if (start.size() < 10 || asText(start)[8] != '{')
        return false;
    if (littleAt<std::uint64_t>(start, 0) <= kLargestHeader)
        return true;
    // A text that happens to have a brace there is not a header with an absurd length.
    const std::string_view length = asText(start).substr(0, 8);
    return !std::all_of(length.begin(), length.end(),
                        [](char c) { return c >= ' ' || c == '\n' || c == '\r' || c == '\t'; });
}

Result<SafetensorsHeader> readSafetensorsHeader(const storage::InputFile& file)
{
    const std::string subject = file.path().string();
    RK_TRY(const auto prefix, file.read(0, 8));
    const auto length = littleAt<std::uint64_t>(prefix, 0);
    if (length > file.size() - 8)
        return fail(ErrorKind::Damaged,
                    "Its header claims " + text::bytes(length) + "; the file has " +
                        text::bytes(file.size()) + ". It is damaged or not complete",
                    subject, "Fetch or copy the file again.");
    if (length > kLargestHeader)
        return fail(ErrorKind::Limit,
                    "Its header takes " + text::bytes(length) + " (limit " +
                        text::bytes(kLargestHeader) + ")",
                    subject, "Get the weights from another source.");
    RK_TRY(const auto json, file.read(8, length));
    SafetensorsJson events;
    const std::string_view text = asText(json);
    if (text.empty() || text.front() != '{' ||
        !nlohmann::json::sax_parse(text.begin(), text.end(), &events))
        return fail(events.overLimit ? ErrorKind::Limit : ErrorKind::Damaged,
                    "Its header cannot be read: " +
                        (events.problem.empty() ? "it does not begin with '{'" : events.problem),
                    subject, "Fetch the file again, or save the weights again.");
    RK_CHECK(placeEntries(events.header, 8 + length, file.size(), subject));
    return std::move(events.header);
}

} // namespace rekindle::weights
