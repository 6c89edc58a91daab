#include "core/job/bare_spawn.h"

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

namespace rekindle::job {
namespace {

void place(posix_spawn_file_actions_t& actions, int file, int standard)
{
    if (file == SpawnFiles::kNowhere)
        posix_spawn_file_actions_addopen(&actions, standard, "/dev/null",
                                         standard == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
    else if (file != SpawnFiles::kInherited)
        posix_spawn_file_actions_adddup2(&actions, file, standard);
}

} // namespace

std::vector<char*> textPointers(const std::vector<std::string>& texts)
{
    std::vector<char*> list;
    list.reserve(texts.size() + 1);
    for (const std::string& text : texts)
        list.push_back(const_cast<char*>(text.c_str()));
    list.push_back(nullptr);
    return list;
}

int bareSpawn(const std::vector<std::string>& arguments, char* const* environment,
              const SpawnFiles& files, pid_t& pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    place(actions, files.input, STDIN_FILENO);
    place(actions, files.output, STDOUT_FILENO);
    place(actions, files.error, STDERR_FILENO);
    // Libraries of the window open files without O_CLOEXEC.
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(
        &attributes,
        static_cast<short>(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP));
    const auto list = textPointers(arguments);
    const int code =
        ::posix_spawn(&pid, list.front(), &actions, &attributes, list.data(), environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return code;
}

} // namespace rekindle::job
