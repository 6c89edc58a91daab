#include "widgets/bridge/run_log.h"

#include <algorithm>
#include <charconv>
#include <fstream>

namespace rekindle::bridge {
namespace {

namespace fs = std::filesystem;
constexpr std::uintmax_t kMost = 256u << 10;

// What a worker writes when it starts, goes on from a save, and ends.
constexpr std::string_view kStarted = "Started by process ";
constexpr std::string_view kContinues = "Continuing after step ";
constexpr std::string_view kEnded = "Ended: ";

std::optional<std::int64_t> stepAt(std::string_view log, std::size_t place)
{
    std::int64_t step = 0;
    const auto read = std::from_chars(log.data() + place, log.data() + log.size(), step);
    return read.ec == std::errc() ? std::optional(step) : std::nullopt;
}

} // namespace

Result<std::string> readLogEnd(const fs::path& file)
{
    std::error_code code;
    // Neither links nor pipes: somebody else's folder may hold anything.
    if (fs::symlink_status(file, code).type() != fs::file_type::regular)
        return fail(ErrorKind::NotFound, "This run has written no log", file.string());
    std::ifstream stream(file, std::ios::binary);
    const std::uintmax_t size = fs::file_size(file, code);
    if (!stream || code)
        return fail(ErrorKind::Io, "The log of this run could not be read", file.string());
    const std::uintmax_t from = size > kMost ? size - kMost : 0;
    std::string text(static_cast<std::size_t>(size - from), '\0');
    stream.seekg(static_cast<std::streamoff>(from));
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
    if (from > 0)
        text.erase(0, std::min(text.find('\n'), text.size() - 1) + 1);
    return text;
}

std::optional<std::int64_t> wentOnFrom(std::string_view log)
{
    const std::size_t start = log.rfind(kStarted);
    if (start == std::string_view::npos)
        return std::nullopt;
    const std::string_view before = log.substr(0, start);
    const std::size_t former = before.rfind(kStarted), ended = before.rfind(kEnded);
    const bool killed =
        former != std::string_view::npos && (ended == std::string_view::npos || ended < former);
    const std::size_t continues = log.find(kContinues, start);
    if (!killed || continues == std::string_view::npos)
        return std::nullopt;
    return stepAt(log, continues + kContinues.size());
}

std::vector<std::int64_t> wentOnAt(std::string_view log)
{
    std::vector<std::int64_t> steps;
    for (std::size_t place = log.find(kContinues); place != std::string_view::npos;
         place = log.find(kContinues, place + 1)) {
        const auto step = stepAt(log, place + kContinues.size());
        // What was undone by going back further is no longer on the curve.
        while (step && !steps.empty() && steps.back() >= *step)
            steps.pop_back();
        if (step)
            steps.push_back(*step);
    }
    return steps;
}

} // namespace rekindle::bridge
