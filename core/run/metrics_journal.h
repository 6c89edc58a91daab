#pragma once

#include <rekindle/base/json.h>
#include <rekindle/base/result.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace rekindle::run {

/// Append-only `metrics.jsonl`: one JSON object a line with `seq` first and `crc` (CRC-32 of the
/// line before it was added) last, one write() a line, readable while it grows. On opening, a torn
/// last line is cut off and kept in metrics.torn.
class MetricsJournal
{
public:
    /// Opens for appending after the line with sequence number `lastSeq`: later lines belong to
    /// work that a kill undid and are cut. -1 keeps nothing, so a new run starts clean.
    [[nodiscard]] static Result<MetricsJournal> open(const std::filesystem::path& file,
                                                     std::int64_t lastSeq);
    MetricsJournal(MetricsJournal&& other) noexcept;
    MetricsJournal& operator=(MetricsJournal&& other) noexcept;
    ~MetricsJournal();

    /// `fields` is an object; NaN and infinities become null.
    [[nodiscard]] Result<void> append(const Json& fields);
    /// fdatasync: before each save.
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] std::int64_t lastSeq() const { return m_seq; }

private:
    MetricsJournal(int fd, std::int64_t seq, std::filesystem::path file);
    int m_fd = -1;
    std::int64_t m_seq = -1;
    std::filesystem::path m_file;
};

/// New whole lines since `offset`, which moves on; torn or damaged lines are skipped and counted.
struct JournalRead {
    std::vector<Json> lines;
    std::uint64_t offset = 0;
    std::uint64_t damaged = 0;
};
[[nodiscard]] Result<JournalRead> readJournal(const std::filesystem::path& file,
                                              std::uint64_t offset = 0);

} // namespace rekindle::run
