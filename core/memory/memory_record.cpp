#include "core/memory/memory_record.h"

#include "core/run/file_record.h"
#include "core/storage/atomic_write.h"

#include <sys/resource.h>

namespace rekindle::memory {

std::filesystem::path memoryFile(const run::RunFolder& folder)
{
    return folder.path() / "memory.json";
}

Result<void> writeMemory(const run::RunFolder& folder, const Json& choice, std::int64_t peak)
{
    Json json{{"format", "rekindle.memory"}, {"version", 1}};
    json.update(choice);
    json["peak"] = peak > 0 ? Json(peak) : Json();
    return run::writeRecorded(folder, memoryFile(folder), [&] {
        return storage::atomicWrite(memoryFile(folder), dumpJson(json));
    });
}

Json readMemory(const run::RunFolder& folder)
{
    const auto json = readJsonFile(memoryFile(folder));
    if (!json || !json->is_object())
        return {};
    Json shown = *json;
    shown.erase("format");
    shown.erase("version");
    return shown;
}

std::int64_t peakMemory()
{
    constexpr std::int64_t kKilobyte = 1024;
    rusage usage{};
    return ::getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss * kKilobyte : 0;
}

} // namespace rekindle::memory
