// How near the inspection of a ResNet-50, and of one four times as wide, comes to the least any
// program must do: read every weight once; in memory, and as a process of its own that opens the
// file. Beside it a Python process with torch and torchvision that measures the same norms.
#include "tests/bench/peer.h"
#include "tests/bench/stopwatch.h"

#include "core/base/rng.h"
#include "core/formats/torch_zip_writer.h"
#include "core/inspect/weight_report.h"
#include "core/weights/safetensors_writer.h"

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <malloc.h>
#include <optional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace rekindle;

namespace {

weights::WeightSet randomResNet(const weights::Architecture& architecture)
{
    weights::WeightSet weights;
    std::uint32_t place = 0;
    for (const weights::ConvLayer& layer : weights::convLayers(architecture)) {
        Random random(1, Purpose::Probe, place++);
        weights::Tensor tensor;
        tensor.shape = {layer.outputs, layer.inputs, layer.kernel, layer.kernel};
        tensor.values.resize(static_cast<std::size_t>(tensor.elements()));
        for (float& value : tensor.values)
            value = static_cast<float>(random.uniform(-0.05, 0.05));
        weights.set(layer.conv + ".weight", std::move(tensor));
        for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"})
            weights.set(layer.norm + part,
                        {{layer.outputs},
                         std::vector<float>(static_cast<std::size_t>(layer.outputs), 1.0f)});
    }
    return weights;
}

/// Seconds of the whole program, from start to exit; nothing when it failed.
std::optional<double> wholeProcess(const std::filesystem::path& file, double& peakMegabytes)
{
    std::optional<double> seconds = 0;
    const double median = bench::medianSeconds(9, [&] {
        const pid_t pid = ::fork();
        if (pid == 0) {
            const int nowhere = ::open("/dev/null", O_WRONLY);
            ::dup2(nowhere, STDOUT_FILENO);
            ::dup2(nowhere, STDERR_FILENO);
            ::execl(REKINDLE_BIN_DIR "/rekindle-cli", "rekindle-cli", "inspect", file.c_str(),
                    "--json", nullptr);
            ::_exit(127);
        }
        int status = 0;
        rusage used{};
        ::wait4(pid, &status, 0, &used);
        peakMegabytes = std::max(peakMegabytes, static_cast<double>(used.ru_maxrss) / 1024);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
            seconds.reset();
    });
    return seconds ? std::optional(median) : std::nullopt;
}

/// The least for a file: its bytes into memory, and the sum of their squares.
double readAndSum(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY);
    std::vector<float> values(std::filesystem::file_size(file) / sizeof(float));
    std::size_t at = 0;
    for (ssize_t got = 1; got > 0; at += static_cast<std::size_t>(std::max<ssize_t>(0, got)))
        got = ::read(descriptor, reinterpret_cast<char*>(values.data()) + at,
                     values.size() * sizeof(float) - at);
    ::close(descriptor);
    float lanes[16] = {};
    for (std::size_t i = 0; i + 16 <= values.size(); i += 16) {
        for (std::size_t k = 0; k < 16; ++k)
            lanes[k] += values[i + k] * values[i + k];
    }
    return static_cast<double>(lanes[0]);
}

/// A file for the time of its measurements.
class TemporaryFile
{
public:
    explicit TemporaryFile(const char* ending)
        : m_path(std::filesystem::temp_directory_path() /
                 ("bench-" + std::to_string(::getpid()) + ending))
    {
    }
    ~TemporaryFile()
    {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// The program against the least, from a file that the system holds in memory already.
int benchFile(const std::filesystem::path& file, const char* what)
{
    volatile double sink = 0;
    const double least = bench::medianSeconds(9, [&] { sink = sink + readAndSum(file); });
    double peak = 0;
    const auto ours = wholeProcess(file, peak);
    const double size = static_cast<double>(std::filesystem::file_size(file)) / (1 << 20);
    if (!ours) {
        std::printf("rekindle-cli inspect failed\n");
        return 1;
    }
    std::printf("%s, the whole process: %.0f ms, %.1f times reading the file and summing its "
                "squares (%.0f ms; at most 3)\n",
                what, *ours * 1e3, *ours / least, least * 1e3);
    std::printf("    its memory: %.0f MiB at most, the file's %.0f and %.0f more (at most 64)\n",
                peak, size, peak - size);
    return *ours <= 3 * least && peak <= size + 64 ? 0 : 1;
}

/// The program against Python on one file, in turns.
int benchPython(const std::filesystem::path& file)
{
    bench::Peer python({"inspect", file.string()});
    if (!python.there()) {
        std::printf("    Python is not there to compare with: %s\n", python.why().c_str());
        return 0;
    }
    std::vector<double> ratios;
    for (int turn = 0; turn < 5; ++turn) {
        double peak = 0;
        const auto ours = wholeProcess(file, peak);
        if (!ours)
            return 1;
        ratios.push_back(python.seconds() / *ours);
    }
    std::sort(ratios.begin(), ratios.end());
    const double ratio = ratios[ratios.size() / 2];
    std::printf("    %.0f times as fast as Python with torch and torchvision (at least 100)\n",
                ratio);
    return ratio >= 100 ? 0 : 1;
}

/// As safetensors and as a file of torch.save. The weights are gone by the time they are measured:
/// a process that is started is as large as the one that starts it, for a moment.
int benchProcess(weights::WeightSet weights, const char* network, bool beside)
{
    const TemporaryFile safetensors(".safetensors"), zip(".pth");
    if (!weights::writeSafetensors(safetensors.path(), weights, {}, storage::Existing::Replace) ||
        !formats::writeTorchZip(zip.path(), weights, storage::Existing::Replace))
        return 1;
    weights = {};
    ::malloc_trim(0);
    const std::string name = network;
    int failed = benchFile(safetensors.path(), (name + ", safetensors").c_str());
    failed |= benchFile(zip.path(), (name + ", torch.save").c_str());
    return beside ? failed | benchPython(zip.path()) : failed;
}

} // namespace

int main()
{
    const weights::Architecture architecture;
    weights::WeightSet weights = randomResNet(architecture);
    volatile double sink = 0;
    const double least = bench::medianSeconds(9, [&] {
        float lanes[16] = {};
        for (const auto& item : weights.items()) {
            const auto& values = item.tensor.values;
            for (std::size_t i = 0; i + 16 <= values.size(); i += 16) {
                for (std::size_t k = 0; k < 16; ++k)
                    lanes[k] += values[i + k] * values[i + k];
            }
        }
        sink = sink + static_cast<double>(lanes[0]);
    });
    const double ours = bench::medianSeconds(9, [&] {
        const auto report = inspect::inspectWeights(weights, architecture);
        sink = sink + static_cast<double>(report->totals.filters);
    });
    std::printf("inspect ResNet-50: %.1f ms, %.1f times one pass over the weights (%.1f ms)\n",
                ours * 1e3, ours / least, least * 1e3);
    int failed = benchProcess(std::move(weights), "ResNet-50", true);
    weights::Architecture wide;
    wide.stemChannels *= 4;
    wide.featureDim *= 4;
    for (int& channels : wide.inner)
        channels *= 4;
    failed |= benchProcess(randomResNet(wide), "ResNet-50x4", false);
    return failed;
}
