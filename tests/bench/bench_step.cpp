// What a SimCLR step of ResNet-50 costs on the processor: beside PyTorch like for like and as its
// users run it by default, beside the processor's own limit, while images are read, and while
// another process takes one of its cores.
//
//     bench_step [VIEWS [SIZE]]     views of a step (16) of this side alone (224 and 96)
#include "core/dataset/folder_scan.h"
#include "core/job/processor.h"
#include "core/loader/batch_loader.h"
#include "core/model/device_torch.h"
#include "core/model/devices.h"
#include "core/pretrain/method_torch.h"
#include "tests/bench/own_memory.h"
#include "tests/bench/patient_threads.h"
#include "tests/bench/peer.h"
#include "tests/bench/stopwatch.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <sched.h>

using namespace rekindle;

namespace {

constexpr int kRounds = 3;
constexpr double kSettleSeconds = 6;

/// Multiplications and additions of a forward pass at 224 pixels, without the head; forward and
/// backward take three of them.
constexpr double kForward224 = 2 * 4.089e9;

double flopOf(int size, int views)
{
    const double share = static_cast<double>(size) * size / (224.0 * 224.0);
    return 3 * kForward224 * share * views;
}

/// The machine's own limit: a large product of matrices, FLOP/s.
double matrixLimit(torch::Dtype type)
{
    constexpr std::int64_t kSide = 2048;
    const torch::NoGradGuard noGrad;
    const torch::Tensor a = torch::rand({kSide, kSide}).to(type);
    const torch::Tensor b = torch::rand({kSide, kSide}).to(type);
    torch::Tensor c = torch::empty({kSide, kSide}, a.options());
    const double seconds = bench::medianSeconds(5, [&] { at::mm_out(c, a, b); });
    return 2.0 * kSide * kSide * kSide / seconds;
}

/// A run's method with its optimiser, as a session steps it.
class Training
{
public:
    Training(int size, int views, const std::string& precision)
    {
        run::PretrainSettings settings;
        settings.imageSize = size;
        settings.batch = views / 2;
        settings.epochs = 100;
        settings.imagesPerEpoch = 1000 * settings.batch;
        settings.precision = precision;
        settings.architecture = "resnet50";
        auto architecture = weights::parseArchitecture(settings.architecture);
        m_method = *pretrain::makeMethod(settings, *architecture, settings.conventions);
        m_length = {settings.imagesPerEpoch,
                    settings.epochs,
                    settings.batch,
                    m_method->totalSteps(settings.imagesPerEpoch),
                    0,
                    0};
        m_method->begin(m_length, pretrain::Start::Random);
        model::moveTo(m_method->module(), torch::kCPU);
        m_method->module().train();
        m_optimizer = m_method->makeOptimizer();
    }
    void step(const std::vector<train::ViewPixels>& blocks)
    {
        const train::StepContext context{m_step, m_length.steps, model::alone(), 1.0};
        m_optimizer->zeroGrad();
        const torch::Tensor loss = m_method->loss(m_method->embed(blocks), context);
        (void)loss.item<double>();
        loss.backward();
        m_optimizer->step(m_method->rate(m_step, m_length));
        m_method->afterUpdate(context);
        ++m_step;
    }
    [[nodiscard]] std::vector<views::ViewRecipe> views() const { return m_method->views(); }

private:
    std::unique_ptr<pretrain::PretrainMethod> m_method;
    std::unique_ptr<train::Optimizer> m_optimizer;
    pretrain::RunLength m_length;
    std::int64_t m_step = 1;
};

std::vector<train::ViewPixels> noise(int size, int views)
{
    return {
        {{0, 1}, torch::rand({views, 3, size, size}).contiguous(at::MemoryFormat::ChannelsLast)}};
}

/// Keeps one of our cores busy as long as it lives.
class BusyNeighbour
{
public:
    BusyNeighbour() : m_process(::fork())
    {
        if (m_process != 0)
            return;
        cpu_set_t mine, one;
        CPU_ZERO(&one);
        ::sched_getaffinity(0, sizeof mine, &mine);
        for (int core = 0; core < CPU_SETSIZE; ++core) {
            if (CPU_ISSET(core, &mine)) {
                CPU_SET(core, &one);
                break;
            }
        }
        ::sched_setaffinity(0, sizeof one, &one);
        for (std::atomic<unsigned> turns{0};;)
            turns.fetch_add(1, std::memory_order_relaxed);
    }
    ~BusyNeighbour()
    {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    BusyNeighbour(const BusyNeighbour&) = delete;
    BusyNeighbour& operator=(const BusyNeighbour&) = delete;

private:
    pid_t m_process;
};

struct Ours {
    const char* precision;
    torch::Dtype type;
    const char* like; ///< the peer's mode
};

/// One precision beside its peer and beside PyTorch as by default, in turns.
void raceStep(int size, int views, const Ours& ours, bench::Peer& byDefault)
{
    const std::string sizeText = std::to_string(size), viewsText = std::to_string(views);
    const auto pixels = noise(size, views);
    Training training(size, views, ours.precision);
    bench::Peer like({"step", sizeText, viewsText, ours.like});
    training.step(pixels);
    std::vector<double> mine, theirs, usual, busy;
    for (int round = 0; round < kRounds; ++round) {
        mine.push_back(bench::secondsOf([&] { training.step(pixels); }));
        if (like.there())
            theirs.push_back(like.seconds());
        if (byDefault.there())
            usual.push_back(byDefault.seconds());
    }
    {
        const BusyNeighbour neighbour;
        double settled = 0; // the first steps are not counted: the system moves threads about
        while (settled < kSettleSeconds)
            settled += bench::secondsOf([&] { training.step(pixels); });
        for (int round = 0; round < kRounds; ++round)
            busy.push_back(bench::secondsOf([&] { training.step(pixels); }));
    }
    const double step = bench::median(mine), limit = matrixLimit(ours.type);
    std::printf("ResNet-50 at %d pixels, %d views, %s: %.2f s a step\n", size, views,
                ours.precision, step);
    std::printf("  %.0f %% of the %.0f GFLOP/s of a matrix product\n",
                100 * flopOf(size, views) / step / limit, limit / 1e9);
    std::printf("  another process on one core: %.2f times as long\n", bench::median(busy) / step);
    if (!like.there() || !byDefault.there()) {
        std::printf("  not held against PyTorch: %s\n", like.why().c_str());
        return;
    }
    std::printf("  PyTorch like for like %.2f s: ratio %.2f\n", bench::median(theirs),
                bench::median(theirs) / step);
    std::printf("  PyTorch by default (fp32, contiguous) %.2f s: ratio %.2f\n",
                bench::median(usual), bench::median(usual) / step);
}

void tellMemory(int size, int views, const char* precision, bench::Peer& byDefault)
{
    const pid_t child = ::fork();
    if (child == 0) {
        Training training(size, views, precision);
        const auto pixels = noise(size, views);
        training.step(pixels);
        training.step(pixels);
        const double mine = bench::statusMib("VmHWM");
        std::printf("  memory at its highest, %s: %.0f MiB", precision, mine);
        if (byDefault.there()) {
            const double theirs = byDefault.memory().all;
            std::printf(", PyTorch by default %.0f MiB: ratio %.2f", theirs, mine / theirs);
        }
        std::printf("\n");
        std::fflush(stdout);
        std::_Exit(0);
    }
    ::waitpid(child, nullptr, 0);
}

/// How long steps wait for their images, those of the bundled sample.
void tellIdle(int views, const model::Compute& compute)
{
    constexpr int kSize = 96, kSteps = 12;
    const auto manifest =
        dataset::scanFolder(REKINDLE_SOURCE_DIR "/resources/sample/natural", {}, {});
    if (!manifest)
        return;
    Training training(kSize, views, job::cpuHasBf16() ? "bf16" : "fp32");
    loader::LoaderSettings settings;
    settings.recipes = training.views();
    settings.batch = views / 2;
    settings.threads = compute.loaderThreads;
    std::vector<std::size_t> images(manifest->images.size());
    for (std::size_t i = 0; i < images.size(); ++i)
        images[i] = i;
    const auto loader = loader::BatchLoader::create(*manifest, images, settings);
    if (!loader)
        return;
    double waited = 0, all = 0;
    for (int step = 0; step < kSteps; ++step) {
        Result<loader::ImageBatch> batch = fail(ErrorKind::NotFound, "no batch");
        const double wait = bench::secondsOf([&] { batch = (*loader)->next({}); });
        if (!batch)
            return;
        const double work =
            bench::secondsOf([&] { training.step(train::batchOn(*batch, torch::kCPU).blocks); });
        if (step < 2)
            continue; // the first batch is waited for, and the first step warms up
        waited += wait;
        all += wait + work;
    }
    std::printf("waiting for images at %d pixels: %.2f %% of the time\n", kSize,
                100 * waited / all);
}

} // namespace

int main(int count, char** words)
{
    bench::waitPatiently(words);
    const int views = count > 1 ? std::max(std::atoi(words[1]) / 2 * 2, 4) : 16;
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    std::vector<Ours> kinds{{"fp32", torch::kFloat, "last"}};
    if (job::cpuHasBf16())
        kinds.push_back({"bf16", torch::kBFloat16, "bf16"});
    const std::vector<int> sizes =
        count > 2 ? std::vector{std::max(std::atoi(words[2]), 32)} : std::vector{224, 96};
    // Before threads are made here, which a fork would lose.
    for (const int size : sizes) {
        bench::Peer byDefault({"step", std::to_string(size), std::to_string(views), "default"});
        std::printf("ResNet-50 at %d pixels, %d views\n", size, views);
        for (const Ours& kind : kinds)
            tellMemory(size, views, kind.precision, byDefault);
    }
    const auto compute = model::prepareDevice("cpu", 0);
    if (!compute)
        return 1;
    tellIdle(views, *compute);
    for (const int size : sizes) {
        bench::Peer byDefault({"step", std::to_string(size), std::to_string(views), "default"});
        for (const Ours& kind : kinds)
            raceStep(size, views, kind, byDefault);
    }
    return 0;
}
