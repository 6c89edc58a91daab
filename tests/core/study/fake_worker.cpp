// `fake_worker work RUN --quiet` does what RUN/behaviour says; `fake_worker study run STUDY`
// works the queue off with itself.

#include "core/base/log.h"
#include "core/run/worker.h"
#include "core/study/run_queue.h"

#include <chrono>
#include <csignal>
#include <fstream>
#include <string>
#include <thread>
#include <unistd.h>

using namespace rekindle;
using run::Outcome;
using run::RunControl;
using run::RunFolder;
namespace fs = std::filesystem;

namespace {

std::string wordIn(const fs::path& file)
{
    std::ifstream stream(file);
    std::string word;
    stream >> word;
    return word;
}

/// How often this run was started, this time included.
int starts(const fs::path& run)
{
    std::ofstream(run / "starts", std::ios::app) << "x\n";
    return static_cast<int>(fs::file_size(run / "starts") / 2);
}

/// Says how far it got, then dies; by SIGKILL as if the system had run out of memory.
[[noreturn]] void die(const RunFolder& folder, std::int64_t step, int signal = SIGKILL)
{
    run::Status progress;
    progress.state = run::State::Running;
    progress.step = step;
    static_cast<void>(folder.writeStatus(progress).has_value());
    ::raise(signal);
    ::_exit(1);
}

Result<Outcome> untilAsked(RunControl& control)
{
    for (;;) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        if (control.request() == run::Request::Pause)
            return Outcome::Paused;
        if (control.request() == run::Request::Cancel)
            return Outcome::Cancelled;
    }
}

/// A second run that somebody plans while the first one is worked on.
Result<Outcome> planAnother(const fs::path& study)
{
    RK_TRY(auto open, study::openStudy(study));
    run::PretrainSettings settings;
    settings.images = "/data/images";
    RK_CHECK(RunFolder::create(study / "runs/later", settings));
    RK_CHECK(study::changeStudy(open, [](study::Study& fresh) -> Result<void> {
        fresh.queue.emplace_back("runs/later");
        return {};
    }));
    return Outcome::Done;
}

/// How many runs of the study have a worker.
int atWork(const fs::path& study)
{
    int number = 0;
    for (const auto& entry : fs::directory_iterator(study / "runs")) {
        const auto run = RunFolder::open(entry.path());
        number += run && run->isLocked() ? 1 : 0;
    }
    return number;
}

/// Done once another run is seen at work beside this one.
Result<Outcome> meetAnother(const fs::path& study)
{
    // Whoever is seen may be gone before it has seen us: the first one leaves word.
    const fs::path word = study / "met";
    for (int look = 0; look < 1000; ++look) {
        if (atWork(study) > 1 || fs::exists(word)) {
            std::ofstream{word} << "yes";
            return Outcome::Done;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return fail(ErrorKind::Busy, "Nobody worked beside this run");
}

/// Done after a while in which no other run was at work.
Result<Outcome> stayAlone(const fs::path& study)
{
    for (int look = 0; look < 40; ++look) {
        if (atWork(study) > 1)
            return fail(ErrorKind::Busy, "Somebody worked beside this run");
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return Outcome::Done;
}

Result<Outcome> behave(const RunFolder& folder, RunControl& control)
{
    const std::string behaviour = wordIn(folder.path() / "behaviour");
    const int start = starts(folder.path());
    const fs::path study = folder.path().parent_path().parent_path();
    std::ofstream(study / "order", std::ios::app) << folder.name() << '\n';
    if (behaviour == "fail")
        return fail(ErrorKind::Damaged, "The images are damaged");
    if (behaviour == "full-once" && start == 1)
        return fail(ErrorKind::Space, "The disk is full");
    if (behaviour == "die")
        die(folder, 5);
    if (behaviour == "crash")
        die(folder, 57, SIGSEGV);
    if (behaviour == "die-once" && start == 1)
        die(folder, 5);
    if (behaviour == "die-but-advance" && start < 3)
        die(folder, 5 * start);
    if (behaviour == "garble") {
        std::ofstream(folder.path() / "status.json") << "{";
        ::_exit(0);
    }
    if (behaviour == "plan")
        return planAnother(study);
    if (behaviour == "meet")
        return meetAnother(study);
    if (behaviour == "alone")
        return stayAlone(study);
    if (behaviour == "wait")
        return untilAsked(control);
    return Outcome::Done;
}

} // namespace

int main(int count, char** arguments)
{
    log::setQuiet(true);
    run::installSignals();
    if (count < 3)
        return 2;
    if (std::string(arguments[1]) == "study") {
        const auto done =
            study::workQueue(arguments[3], "/proc/self/exe", {}, run::interruptSignal);
        return done ? 0 : 1;
    }
    if (count != 4 || std::string(arguments[1]) != "work" || std::string(arguments[3]) != "--quiet")
        return 2;
    const auto folder = RunFolder::open(arguments[2]);
    if (!folder)
        return 3;
    if (wordIn(folder->path() / "behaviour") == "exit") {
        static_cast<void>(starts(folder->path()));
        return 3;
    }
    const auto status = run::runWorker(*folder, behave);
    return status && status->state == run::State::Done ? 0 : 1;
}
