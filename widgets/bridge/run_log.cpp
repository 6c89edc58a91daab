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
constexpr std::string_view kLost = "Lost with the worker before: ";

std::optional<std::int64_t> numberAt(std::string_view log, std::size_t place)
{
    std::int64_t number = 0;
    const auto read = std::from_chars(log.data() + place, log.data() + log.size(), number);
    return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

/// The number behind these words.
std::optional<std::int64_t> numberBehind(std::string_view words, std::string_view log)
{
    const std::size_t place = log.find(words);
    return place == std::string_view::npos ? std::nullopt : numberAt(log, place + words.size());
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

std::optional<WentOn> wentOnFrom(std::string_view log)
{
    const std::size_t start = log.rfind(kStarted);
    if (start == std::string_view::npos)
        return std::nullopt;
    const std::string_view before = log.substr(0, start);
    const std::size_t former = before.rfind(kStarted), ended = before.rfind(kEnded);
    const bool killed =
        former != std::string_view::npos && (ended == std::string_view::npos || ended < former);
    const auto step = numberBehind(kContinues, log.substr(start));
    const auto lost = numberBehind(kLost, log.substr(start));
    if (!killed || (!step && !lost))
        return std::nullopt;
    return WentOn{step.value_or(0), lost.value_or(-1)};
}

std::vector<std::int64_t> wentOnAt(std::string_view log)
{
    std::vector<std::int64_t> steps;
    for (std::size_t place = log.find(kContinues); place != std::string_view::npos;
         place = log.find(kContinues, place + 1)) {
        const auto step = numberAt(log, place + kContinues.size());
        // What was undone by going back further is no longer on the curve.
        while (step && !steps.empty() && steps.back() >= *step)
            steps.pop_back();
        if (step)
            steps.push_back(*step);
    }
    return steps;
}

} // namespace rekindle::bridge
