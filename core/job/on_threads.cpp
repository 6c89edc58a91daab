#include "core/job/on_threads.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace rekindle::job {

bool onThreads(std::size_t count, int threads, const Watch& watch, std::string_view what,
               const std::function<void(std::size_t)>& body)
{
    constexpr std::size_t kMostThreads = 64;
    std::atomic<std::size_t> next{0};
    std::atomic<std::uint64_t> done{0};
    const auto work = [&](bool reports) {
        while (!watch.stopping()) {
            const std::size_t i = next++;
            if (i >= count)
                return;
            body(i);
            const std::uint64_t sum = ++done;
            if (reports)
                watch.report(sum, count, what);
        }
    };
    {
        std::vector<std::jthread> helpers;
        const auto wanted = static_cast<std::size_t>(std::max(1, threads));
        try {
            for (std::size_t i = 1; i < std::min({wanted, count, kMostThreads}); ++i)
                helpers.emplace_back([&] { work(false); });
        } catch (const std::system_error&) {
            // The system gives no more threads: those that there are make do.
        }
        work(true);
    }
    watch.report(done, count, what);
    return done == count;
}

} // namespace rekindle::job
