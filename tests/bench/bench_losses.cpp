// What NT-Xent and Sinkhorn cost beside lightly's at the paper's largest batches.
#include "core/pretrain/ntxent_torch.h"
#include "core/pretrain/sinkhorn_torch.h"
#include "tests/bench/own_memory.h"
#include "tests/bench/patient_threads.h"
#include "tests/bench/peer.h"
#include "tests/bench/stopwatch.h"

#include <cstdio>

using namespace rekindle;

namespace {

constexpr int kRounds = 7;

/// Medians of ours and theirs, in turns.
struct Race {
    double ours = 0, theirs = 0;
};
Race race(bench::Peer& peer, const std::function<void()>& ours)
{
    std::vector<double> mine, others;
    ours();
    for (int round = 0; round < kRounds; ++round) {
        mine.push_back(bench::secondsOf(ours));
        if (peer.there())
            others.push_back(peer.seconds());
    }
    return {bench::median(mine), others.empty() ? 0 : bench::median(others)};
}

void tell(const char* what, const Race& times, const bench::Peer& peer)
{
    if (peer.there())
        std::printf("%s: %.3f s, lightly %.3f s: %.1f times its speed\n", what, times.ours,
                    times.theirs, times.theirs / times.ours);
    else
        std::printf("%s: %.3f s; not held against lightly: %s\n", what, times.ours,
                    peer.why().c_str());
}

void raceNtXent()
{
    torch::manual_seed(1);
    const auto gradient = torch::TensorOptions().requires_grad(true);
    torch::Tensor first = torch::randn({4096, 128}, gradient);
    torch::Tensor second = torch::randn({4096, 128}, gradient);
    const auto ours = [&] {
        first.mutable_grad() = second.mutable_grad() = torch::Tensor();
        pretrain::ntXent(first, second, 0.1, model::alone()).backward();
    };
    const double memory = bench::mibBeyond(ours);
    bench::Peer peer({"ntxent", "4096", "128", "0.1"});
    tell("NT-Xent, 4096 images, loss and gradient", race(peer, ours), peer);
    if (peer.there()) {
        const double theirs = peer.memory().beyond;
        std::printf("  memory: %.0f MiB, lightly %.0f MiB: 1/%.0f of its memory\n", memory, theirs,
                    theirs / memory);
    } else {
        std::printf("  memory: %.0f MiB\n", memory);
    }
}

void raceSinkhorn()
{
    torch::manual_seed(1);
    const torch::Tensor scores = torch::randn({4096, 3000}).clamp(-1, 1);
    bench::Peer peer({"sinkhorn", "4096", "3000"});
    tell("Sinkhorn, 4096 images, 3000 prototypes",
         race(peer, [&] { (void)pretrain::sinkhorn(scores, {}); }), peer);
}

} // namespace

int main(int /*count*/, char** words)
{
    bench::waitPatiently(words);
    raceNtXent();
    raceSinkhorn();
    return 0;
}
