#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <vector>

namespace rekindle::run {

/// Append-only `metrics.jsonl`: one JSON object a line with `seq` first and `crc` (CRC-32 of the
/// line before it was added, 8 hexadecimal digits) last, one write() a line, readable while it
/// grows. On opening, a torn last line is cut off and kept in metrics.torn.
class MetricsJournal
{
public:
    /// What becomes of a line that stood there already.
    enum class Fate { Kept, Cut };
    using Meet = std::function<void(const Json& line, Fate fate)>;

    /// Opens for appending after the line with sequence number `lastSeq`: later lines belong to
    /// work that a kill undid and are cut. -1 keeps nothing, so a new run starts clean. `meet` is
    /// called once with each whole line.
    [[nodiscard]] static Result<MetricsJournal> open(const std::filesystem::path& file,
                                                     std::int64_t lastSeq, const Meet& meet = {});
    MetricsJournal(MetricsJournal&& other) noexcept;
    MetricsJournal& operator=(MetricsJournal&& other) noexcept;
    ~MetricsJournal();

    /// `fields` is an object; NaN and infinities become null. After a failure (full disk) the file
    /// ends with its last whole line, and the same sequence number is used again.
    [[nodiscard]] Result<void> append(const Json& fields);
    /// fdatasync: before each save.
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] std::int64_t lastSeq() const { return m_seq; }

private:
    MetricsJournal(int fd, std::int64_t seq, std::uint64_t size, std::filesystem::path file);
    int m_fd = -1;
    std::int64_t m_seq = -1;
    std::uint64_t m_size = 0; ///< after the last whole line
    bool m_torn = false;      ///< half a line stands behind m_size
    std::filesystem::path m_file;
};

/// New whole lines since `offset`, which moves on; damaged lines are skipped and counted, a last
/// line without its end is left for the next time. When a resumed run has cut the file before
/// `offset`, everything is read anew and `restarted` says so: forget what was read before.
struct JournalRead {
    std::vector<Json> lines;
    std::uint64_t offset = 0;
    std::uint64_t damaged = 0;
    bool restarted = false;
};
/// A file that is not there yet has no lines. `most` bytes are read, or one line if that is longer:
/// whoever follows a long journal asks again until the offset stays where it is.
[[nodiscard]] Result<JournalRead>
readJournal(const std::filesystem::path& file, std::uint64_t offset = 0,
            std::uint64_t most = std::numeric_limits<std::uint64_t>::max());

/// The number of the last line that is whole; -1 without one. Kinds as readJournal.
[[nodiscard]] Result<std::int64_t> lastSeqOf(const std::filesystem::path& file);

/// Kind Damaged when the journal is gone or ends before the line `seq`.
[[nodiscard]] Result<void> checkReaches(const std::filesystem::path& file, std::int64_t seq);

} // namespace rekindle::run
