#include "core/job/memory_room.h"

#include "core/base/read_file.h"
#include "core/job/control_group.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sys/resource.h>
#include <unistd.h>

namespace rekindle::job {
namespace {

constexpr std::uint64_t kLargest = 1U << 20;

std::optional<std::uint64_t> numberAt(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos)
        return std::nullopt;
    std::uint64_t value = 0;
    const auto [end, code] = std::from_chars(text.data() + begin, text.data() + text.size(), value);
    return code == std::errc() ? std::optional(value) : std::nullopt;
}

std::uint64_t less(std::uint64_t from, std::uint64_t taken)
{
    return from > taken ? from - taken : 0;
}

/// Pages that the process has mapped, /proc/self/statm's first number.
std::uint64_t addressesLeft()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return MemoryRoom::kUnlimited;
    const auto text = readFile("/proc/self/statm", kLargest);
    const auto pages = text ? numberAt(*text) : std::nullopt;
    return less(limit.rlim_cur,
                pages.value_or(0) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)));
}

std::uint64_t groupLeft()
{
    const auto number = [](const char* modern, const char* old) -> std::optional<std::uint64_t> {
        const auto text = controlGroupFile("memory", modern, old);
        return text ? numberAt(*text) : std::nullopt; // "max" is no number
    };
    const auto most = number("memory.max", "memory.limit_in_bytes");
    const auto taken = number("memory.current", "memory.usage_in_bytes");
    // What is cached of files is given back when it is asked for.
    const auto text = controlGroupFile("memory", "memory.stat", "memory.stat");
    std::uint64_t cached = 0;
    if (const auto at = text ? text->find("inactive_file ") : std::string::npos;
        at != std::string::npos)
        cached = numberAt(std::string_view(*text).substr(at + 14)).value_or(0);
    return most && taken ? less(*most, less(*taken, cached)) : MemoryRoom::kUnlimited;
}

} // namespace

std::uint64_t meminfoBytes(std::string_view text, std::string_view key)
{
    const auto at = text.find(key);
    if (at == std::string_view::npos)
        return MemoryRoom::kUnlimited;
    const auto kilobytes = numberAt(text.substr(at + key.size()));
    return kilobytes ? *kilobytes * 1024 : MemoryRoom::kUnlimited;
}

MemoryRoom memoryRoom()
{
    MemoryRoom room;
    room.addresses = addressesLeft();
    room.memory = groupLeft();
    if (const auto text = readFile("/proc/meminfo", kLargest))
        room.memory = std::min(room.memory, meminfoBytes(*text, "MemAvailable:"));
    return room;
}

} // namespace rekindle::job
