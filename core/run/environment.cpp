#include "core/run/environment.h"

#include "core/base/text.h"
#include "core/job/cores.h"
#include "core/run/file_record.h"
#include "core/storage/atomic_write.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <sys/utsname.h>
#include <thread>
#include <unistd.h>

namespace rekindle::run {
namespace {

/// The value behind `key` in a file of lines such as "model name : ..." or PRETTY_NAME="...".
std::string lookUp(const char* file, std::string_view key, char separator)
{
    std::ifstream stream(file);
    std::string line;
    for (int i = 0; i < 200 && std::getline(stream, line); ++i) {
        const auto at = line.find(separator);
        if (!line.starts_with(key) || at == std::string::npos)
            continue;
        std::string value = line.substr(at + 1);
        std::erase(value, '"');
        value.erase(0, std::min(value.find_first_not_of(" \t"), value.size()));
        return text::shown(value);
    }
    return {};
}

} // namespace

std::string_view programVersion()
{
    return REKINDLE_VERSION;
}

Json environmentJson()
{
    utsname system{};
    static_cast<void>(::uname(&system));
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long pageSize = ::sysconf(_SC_PAGESIZE);
    const std::int64_t memory =
        pages > 0 && pageSize > 0 ? static_cast<std::int64_t>(pages) * pageSize : 0;
    return Json{{"format", "rekindle.environment"},
                {"version", 1},
                {"created", text::utcNow()},
                {"program", "rekindle " + std::string(programVersion())},
                {"compiler", "g++ " __VERSION__},
                {"system", lookUp("/etc/os-release", "PRETTY_NAME", '=')},
                {"kernel", std::string(system.sysname) + ' ' + system.release},
                {"machine", system.machine},
                {"processor", lookUp("/proc/cpuinfo", "model name", ':')},
                {"cores", std::thread::hardware_concurrency()},
                {"usable_cores", job::usableCores()},
                {"memory", memory}};
}

namespace {

/// What the run was computed with so far; null before its first step.
Json engineOf(const RunFolder& folder)
{
    const auto json = readJsonFile(folder.environmentFile());
    return json && json->is_object() ? json->value("engine", Json()) : Json();
}

Result<void> write(const RunFolder& folder, const Json& engine)
{
    Json json = environmentJson();
    if (!engine.is_null())
        json["engine"] = engine;
    return writeRecorded(folder, folder.environmentFile(), [&] {
        return storage::atomicWrite(folder.environmentFile(), dumpJson(json));
    });
}

} // namespace

Result<void> writeEnvironment(const RunFolder& folder)
{
    return write(folder, engineOf(folder));
}

Result<Warnings> writeEngine(const RunFolder& folder, const Json& engine)
{
    Warnings warnings;
    const Json before = engineOf(folder);
    if (!before.is_null() && before != engine)
        warnings.add(
            "computed_with_another",
            "This run goes on with another library, processor or number of threads than it "
            "began with: its numbers will be close to those of an unbroken run, not the "
            "same",
            folder.name());
    RK_CHECK(write(folder, engine));
    return warnings;
}

} // namespace rekindle::run
