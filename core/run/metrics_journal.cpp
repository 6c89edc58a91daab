#include "core/run/metrics_journal.h"

#include "core/base/text.h"
#include "core/storage/atomic_write.h"
#include "core/storage/descriptor.h"
#include "core/storage/input_file.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <zlib.h>

namespace rekindle::run {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestLine = 64u << 10;
constexpr std::uint64_t kPiece = 1u << 20;
constexpr std::uint64_t kAll = std::numeric_limits<std::uint64_t>::max();
constexpr std::string_view kCrcKey = ",\"crc\":\"";
/// `,"crc":"xxxxxxxx"}`
constexpr std::size_t kCrcLength = kCrcKey.size() + 8 + 2;

std::string crcOf(std::string_view text)
{
    const auto value =
        ::crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size()));
    return fmt::format("{:08x}", value);
}

/// The object of a whole line (without its newline), or nothing if it is not what was written.
std::optional<Json> parseLine(std::string_view line)
{
    if (line.size() <= kCrcLength || line.size() > kLongestLine)
        return std::nullopt;
    const std::string_view tail = line.substr(line.size() - kCrcLength);
    if (!tail.starts_with(kCrcKey) || !tail.ends_with("\"}"))
        return std::nullopt;
    const std::string body = std::string(line.substr(0, line.size() - kCrcLength)) + '}';
    if (crcOf(body) != tail.substr(kCrcKey.size(), 8))
        return std::nullopt;
    auto json = parseJson(body, {});
    if (!json || !json->is_object() || !json->contains("seq") ||
        !(*json)["seq"].is_number_integer())
        return std::nullopt;
    return *std::move(json);
}

/// Calls `take(line, end)` for each whole line from `offset`; `end` is the offset after its
/// newline. Stops after the piece in which `most` bytes are reached, and at least one line. Returns
/// the offset after the last whole line.
template <class Take>
Result<std::uint64_t> forEachLine(const storage::InputFile& file, std::uint64_t offset,
                                  std::uint64_t most, const Take& take)
{
    std::string pending;
    std::uint64_t begin = offset; // of `pending`
    for (std::uint64_t at = offset; at < file.size() && begin - offset < most;) {
        RK_TRY(const auto piece, file.read(at, std::min({kPiece, most, file.size() - at})));
        at += piece.size();
        pending.append(reinterpret_cast<const char*>(piece.data()), piece.size());
        std::size_t from = 0;
        for (;;) {
            const std::size_t newline = pending.find('\n', from);
            if (newline == std::string::npos)
                break;
            take(std::string_view(pending).substr(from, newline - from), begin + newline + 1);
            from = newline + 1;
        }
        pending.erase(0, from);
        begin += from;
    }
    return begin;
}

/// Where to go on writing.
struct Kept {
    std::uint64_t size = 0;
    std::string torn; ///< what stood after the last newline
};

Result<Kept> findEnd(const fs::path& file, std::int64_t lastSeq, const MetricsJournal::Meet& meet)
{
    Kept kept;
    const auto input = storage::InputFile::open(file);
    if (!input && input.error().kind == ErrorKind::NotFound)
        return kept;
    if (!input)
        return fail(input.error());
    RK_TRY(const std::uint64_t whole,
           forEachLine(*input, 0, kAll, [&](std::string_view line, std::uint64_t end) {
               const auto json = parseLine(line);
               if (!json)
                   return;
               const bool stays = (*json)["seq"].template get<std::int64_t>() <= lastSeq;
               if (stays)
                   kept.size = end;
               if (meet)
                   meet(*json, stays ? MetricsJournal::Fate::Kept : MetricsJournal::Fate::Cut);
           }));
    const std::uint64_t rest = std::min<std::uint64_t>(input->size() - whole, kLongestLine);
    RK_TRY(const auto torn, input->read(whole, rest));
    kept.torn.assign(reinterpret_cast<const char*>(torn.data()), torn.size());
    return kept;
}

bool cutTo(int fd, std::uint64_t size)
{
    return ::ftruncate(fd, static_cast<off_t>(size)) == 0;
}

/// For whoever wants to know what a crash cut short; never a reason to stop.
void keepTorn(const fs::path& file, const std::string& torn)
{
    fs::path aside = file;
    aside.replace_extension(".torn");
    const storage::Descriptor open(::open(
        aside.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    const std::string line = torn + '\n';
    if (open.isOpen())
        static_cast<void>(storage::writeAll(open.get(), std::as_bytes(std::span(line))));
}

} // namespace

MetricsJournal::MetricsJournal(int fd, std::int64_t seq, std::uint64_t size, fs::path file)
    : m_fd(fd), m_seq(seq), m_size(size), m_file(std::move(file))
{
}

MetricsJournal::MetricsJournal(MetricsJournal&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)), m_seq(other.m_seq), m_size(other.m_size),
      m_torn(other.m_torn), m_file(std::move(other.m_file))
{
}

MetricsJournal& MetricsJournal::operator=(MetricsJournal&& other) noexcept
{
    std::swap(m_fd, other.m_fd);
    std::swap(m_seq, other.m_seq);
    std::swap(m_size, other.m_size);
    std::swap(m_torn, other.m_torn);
    std::swap(m_file, other.m_file);
    return *this;
}

MetricsJournal::~MetricsJournal()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Result<MetricsJournal> MetricsJournal::open(const fs::path& file, std::int64_t lastSeq,
                                            const Meet& meet)
{
    RK_TRY(const Kept kept, findEnd(file, lastSeq, meet));
    if (!kept.torn.empty())
        keepTorn(file, kept.torn);
    storage::Descriptor open(::open(
        file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!open.isOpen() || !cutTo(open.get(), kept.size))
        return fail(storage::ioError(errno, "written", file));
    if (const int code = storage::syncFile(open.get()); code != 0)
        return fail(storage::ioError(code, "written", file));
    return MetricsJournal(open.release(), std::max<std::int64_t>(lastSeq, -1), kept.size, file);
}

Result<void> MetricsJournal::append(const Json& fields)
{
    if (!fields.is_object() || fields.contains("seq") || fields.contains("crc"))
        return fail(ErrorKind::Internal, "A line of metrics has no place for this",
                    m_file.string());
    Json whole{{"seq", m_seq + 1}};
    whole.update(fields);
    std::string line = dumpJsonLine(whole);
    const std::string crc = crcOf(line);
    line.pop_back();
    line += fmt::format("{}{}\"}}\n", kCrcKey, crc);
    if (line.size() > kLongestLine)
        return fail(ErrorKind::Limit, "A line of metrics is too long", m_file.string());
    // Half a line left by a failure would spoil this one.
    if (m_torn && !cutTo(m_fd, m_size))
        return fail(storage::ioError(errno, "written", m_file));
    m_torn = false;
    if (const int code = storage::writeAll(m_fd, std::as_bytes(std::span(line))); code != 0) {
        m_torn = !cutTo(m_fd, m_size);
        return fail(storage::ioError(code, "written", m_file));
    }
    ++m_seq;
    m_size += line.size();
    return {};
}

Result<void> MetricsJournal::flush()
{
    while (::fdatasync(m_fd) != 0) {
        if (errno != EINTR)
            return fail(storage::ioError(errno, "written", m_file));
    }
    return {};
}

namespace {

Result<JournalRead> readOnce(const storage::InputFile& input, std::uint64_t offset,
                             std::uint64_t most)
{
    JournalRead read;
    bool follows = offset <= input.size();
    if (follows && offset > 0) {
        RK_TRY(const auto before, input.read(offset - 1, 1));
        follows = before.front() == std::byte{'\n'};
    }
    read.restarted = !follows;
    RK_TRY(read.offset, forEachLine(input, follows ? offset : 0, most,
                                    [&](std::string_view line, std::uint64_t) {
                                        if (auto json = parseLine(line))
                                            read.lines.push_back(*std::move(json));
                                        else
                                            ++read.damaged;
                                    }));
    return read;
}

} // namespace

Result<JournalRead> readJournal(const fs::path& file, std::uint64_t offset, std::uint64_t most)
{
    constexpr int kTries = 3;
    for (int attempt = 1;; ++attempt) {
        const auto input = storage::InputFile::open(file);
        if (!input && input.error().kind == ErrorKind::NotFound) {
            JournalRead nothing;
            nothing.restarted = offset > 0;
            return nothing;
        }
        if (!input)
            return fail(input.error());
        auto read = readOnce(*input, offset, most);
        // A worker that resumes cuts the file, perhaps just now: look again.
        if (read || read.error().kind != ErrorKind::Damaged || attempt == kTries)
            return read;
    }
}

Result<std::int64_t> lastSeqOf(const fs::path& file)
{
    RK_TRY(const auto journal, readJournal(file));
    std::int64_t last = -1;
    for (const Json& line : journal.lines)
        last = std::max(last, line["seq"].get<std::int64_t>());
    return last;
}

Result<void> checkReaches(const fs::path& file, std::int64_t seq)
{
    RK_TRY(const std::int64_t last, lastSeqOf(file));
    if (last >= seq)
        return {};
    return fail(ErrorKind::Damaged,
                last < 0 ? std::string("The journal of this run is missing")
                         : "The end of the journal is missing (" +
                               text::count(static_cast<std::uint64_t>(seq - last), "line") + ")",
                file.string());
}

} // namespace rekindle::run
