#include "core/model/devices.h"

#include "core/base/text.h"
#include "core/job/cores.h"
#include "core/job/processor.h"
#include "core/model/device_torch.h"
#include "core/model/torch_guard_torch.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <dlfcn.h>
#include <fstream>
#include <unistd.h>

#include <c10/core/CachingDeviceAllocator.h>

namespace rekindle::model {
namespace {

/// Why libtorch_cuda could not be loaded, or empty. It registers itself; nothing links against it.
const std::string& cudaLoadError()
{
    static const std::string reason = [] {
        // Bit-equal results of cuBLAS need this before its first call.
        ::setenv("CUBLAS_WORKSPACE_CONFIG", ":4096:8", 0);
        if (::dlopen("libtorch_cuda.so", RTLD_NOW | RTLD_GLOBAL) != nullptr)
            return std::string();
        const char* text = ::dlerror();
        return std::string(text == nullptr ? "unknown reason" : text);
    }();
    return reason;
}

int cudaCount()
{
    if (!cudaLoadError().empty())
        return 0;
    try {
        return static_cast<int>(torch::cuda::device_count());
    } catch (const std::exception&) {
        return 0;
    }
}

std::string cpuName()
{
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        if (line.rfind("model name", 0) == 0)
            return line.substr(line.find(':') + 2);
    }
    return "processor";
}

Device cpuDevice()
{
    Device device;
    device.name = "cpu";
    device.description = cpuName();
    const auto pages = static_cast<std::uint64_t>(std::max(0L, ::sysconf(_SC_PHYS_PAGES)));
    const auto free = static_cast<std::uint64_t>(std::max(0L, ::sysconf(_SC_AVPHYS_PAGES)));
    const auto size = static_cast<std::uint64_t>(std::max(1L, ::sysconf(_SC_PAGESIZE)));
    device.memory = pages * size;
    device.memoryFree = free * size;
    return device;
}

} // namespace

std::vector<Device> devices()
{
    std::vector<Device> found = {cpuDevice()};
    for (int i = 0; i < cudaCount(); ++i) {
        Device device;
        device.name = "cuda:" + std::to_string(i);
        device.description = "GPU " + std::to_string(i);
        try {
            // The device-neutral face: no CUDA header, no link against libtorch_cuda.
            const auto memory =
                at::getDeviceAllocator(at::kCUDA)->getMemoryInfo(static_cast<c10::DeviceIndex>(i));
            device.memoryFree = memory.first;
            device.memory = memory.second;
        } catch (const std::exception&) {
            // Memory figures are a courtesy; the device is listed without them.
        }
        found.push_back(device);
    }
    return found;
}

std::string whyNoCuda()
{
    if (cudaCount() > 0)
        return {};
    if (!cudaLoadError().empty())
        return "LibTorch's CUDA part is not there (" + cudaLoadError() +
               "); everything works on the processor";
    return "LibTorch's CUDA part is there but finds no GPU or no driver";
}

std::vector<std::string> cpuFeatures()
{
    std::vector<std::string> features;
    if (__builtin_cpu_supports("avx2"))
        features.emplace_back("AVX2");
    if (__builtin_cpu_supports("avx512f"))
        features.emplace_back("AVX-512");
    if (job::cpuHasBf16())
        features.emplace_back("bf16");
    return features;
}

std::string torchVersion()
{
    return TORCH_VERSION;
}

namespace {

Result<torch::Device> pickDevice(const std::string& wish)
{
    if (wish == "cpu")
        return torch::Device(torch::kCPU);
    const auto found = devices();
    if (wish == "auto") {
        const Device* best = nullptr;
        for (const Device& device : found) {
            if (device.name != "cpu" && (best == nullptr || device.memoryFree > best->memoryFree))
                best = &device;
        }
        return best == nullptr ? torch::Device(torch::kCPU) : torch::Device(best->name);
    }
    const std::string name = wish == "cuda" ? "cuda:0" : wish;
    for (const Device& device : found) {
        if (device.name == name)
            return torch::Device(name);
    }
    if (name.rfind("cuda:", 0) != 0)
        return fail(ErrorKind::Usage, "This is not a device", wish,
                    "Use auto, cpu, cuda or cuda:N.");
    const std::string reason = whyNoCuda();
    return fail(ErrorKind::Device, reason.empty() ? "There is no such GPU" : reason, wish,
                "Use --device cpu, or see rekindle-cli doctor.");
}

} // namespace

Result<Compute> prepareDevice(const std::string& wish, int threads)
{
    return torchGuard(wish, [&]() -> Result<Compute> {
        RK_TRY(const auto device, pickDevice(wish));
        Compute compute;
        compute.device = device;
        const job::ThreadShare share = job::shareCores(threads, device.is_cuda());
        compute.threads = share.compute;
        compute.loaderThreads = share.loader;
        at::set_num_threads(compute.threads);
        auto& context = at::globalContext();
        context.setDeterministicAlgorithms(true, false);
        context.setBenchmarkCuDNN(false);
        if (device.is_cuda()) {
            context.setAllowTF32CuBLAS(false);
            context.setAllowTF32CuDNN(false);
            context.setDeterministicCuDNN(true);
        }
        compute.description =
            device.is_cpu() ? "cpu, " + std::to_string(compute.threads) + " threads" : device.str();
        return compute;
    });
}

void moveTo(torch::nn::Module& module, const torch::Device& device)
{
    const torch::NoGradGuard noGrad;
    module.to(device);
    for (torch::Tensor& parameter : module.parameters()) {
        if (parameter.dim() == 4)
            parameter.set_data(parameter.contiguous(at::MemoryFormat::ChannelsLast));
    }
}

Json computedWith(int threads, const std::string& device)
{
    return Json{{"libtorch", torchVersion()},
                {"cpu_features", cpuFeatures()},
                {"threads", threads},
                {"device", device}};
}

} // namespace rekindle::model
