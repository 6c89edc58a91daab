#include "core/engine/engine.h"

#include "core/base/text.h"
#include "core/job/child_process.h"
#include "core/job/memory_room.h"

#include <cstdlib>
#include <dlfcn.h>
#include <fmt/format.h>
#include <unistd.h>

namespace rekindle::engine {
namespace {

std::filesystem::path libraryFile()
{
    if (const char* chosen = std::getenv("REKINDLE_ENGINE"); chosen != nullptr && *chosen != '\0')
        return chosen;
    return job::programFolder() / ".." / "lib" / "librekindle-engine.so";
}

/// What the library and the threads of its pools take before the first number is computed. With
/// less it would not fail but hang, or end the process.
constexpr std::uint64_t kAddresses = std::uint64_t{1536} << 20;
constexpr std::uint64_t kMemory = std::uint64_t{256} << 20;

Result<void> checkRoom()
{
    const job::MemoryRoom room = job::memoryRoom();
    if (room.addresses < kAddresses)
        return fail(
            ErrorKind::Memory,
            fmt::format("This process may take too little memory to compute: {} are left until "
                        "its limit (ulimit -v), and {} are needed to begin",
                        text::bytes(room.addresses), text::bytes(kAddresses)),
            {}, "Raise the limit, and try again.");
    if (room.memory < kMemory)
        return fail(
            ErrorKind::Memory,
            fmt::format("This computer has too little free memory to compute: {} are left, and "
                        "{} are needed to begin",
                        text::bytes(room.memory), text::bytes(kMemory)),
            {}, "Close other programs, and try again.");
    return {};
}

/// The mathematics library ends the process when the working folder was deleted. Nothing can be
/// meant relative to that any more.
void leaveDeletedFolder()
{
    std::error_code gone;
    static_cast<void>(std::filesystem::current_path(gone));
    if (gone)
        static_cast<void>(!::chdir("/"));
}

Result<Engine*> load()
{
    RK_CHECK(findEngine());
    RK_CHECK(checkRoom());
    leaveDeletedFolder();
    // OpenMP's threads would spin between two steps and take the loader's cores. Some 20
    // microseconds they may: from one layer of a network to the next, sleeping costs more than
    // that. Asked for before its library comes in.
    if (::getenv("OMP_WAIT_POLICY") == nullptr) {
        ::setenv("OMP_WAIT_POLICY", "PASSIVE", 1);
        ::setenv("GOMP_SPINCOUNT", "2000", 0);
    }
    const auto file = libraryFile();
    void* library = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        const char* reason = ::dlerror();
        return fail(ErrorKind::Device,
                    std::string("The part of Rekindle that trains could not be loaded (") +
                        (reason == nullptr ? "no reason given" : reason) + ")",
                    file.filename().string(), "rekindle-cli doctor says what is missing.");
    }
    using Entry = Engine* (*)();
    const auto entry = reinterpret_cast<Entry>(::dlsym(library, "rekindle_engine_1"));
    if (entry == nullptr)
        return fail(ErrorKind::Version, "The part of Rekindle that trains is of another version",
                    file.filename().string(), "Build or install both together.");
    return entry();
}

} // namespace

Result<void> findEngine()
{
    const auto file = libraryFile();
    std::error_code code;
    if (!std::filesystem::exists(file, code))
        return fail(ErrorKind::NotFound, "The part of Rekindle that trains is not there",
                    file.lexically_normal().string(), "Build it with ./dev build, or reinstall.");
    return {};
}

Result<Engine*> loadEngine()
{
    static const Result<Engine*> engine = load();
    return engine;
}

} // namespace rekindle::engine
