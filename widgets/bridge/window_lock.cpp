#include "widgets/bridge/window_lock.h"

#include "core/base/json.h"

#include <map>
#include <mutex>

namespace rekindle::bridge {
namespace {

namespace fs = std::filesystem;

/// flock knows no processes but open files: this one's second look would find the first in its way.
struct Held {
    std::mutex mutex;
    std::map<fs::path, std::weak_ptr<storage::FileLock>> locks;
};

Held& held()
{
    static Held instance;
    return instance;
}

WindowOwner ownerOf(const fs::path& file)
{
    WindowOwner owner;
    const auto json = readJsonFile(file, 4096);
    if (!json || !json->is_object())
        return owner;
    if (const auto pid = json->find("pid"); pid != json->end() && pid->is_number_integer())
        owner.pid = pid->get<long>();
    const auto text = [&](const char* key) {
        const auto found = json->find(key);
        return found != json->end() && found->is_string() ? found->get<std::string>()
                                                          : std::string();
    };
    owner.host = text("host");
    owner.started = text("started");
    return owner;
}

} // namespace

WindowHold holdStudy(const fs::path& study)
{
    const fs::path file = study / "window.lock";
    const std::scoped_lock guard(held().mutex);
    std::weak_ptr<storage::FileLock>& known = held().locks[file];
    if (WindowLock mine = known.lock())
        return {std::move(mine), std::nullopt};
    auto taken = storage::FileLock::take(file);
    if (taken) {
        auto lock = std::make_shared<storage::FileLock>(*std::move(taken));
        known = lock;
        return {std::move(lock), std::nullopt};
    }
    if (taken.error().kind == ErrorKind::Busy)
        return {nullptr, ownerOf(file)};
    return {}; // of a folder that takes no lock nobody is told anything
}

} // namespace rekindle::bridge
