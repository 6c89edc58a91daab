#include "app/cli/commands.h"

#include "core/base/text.h"
#include "core/engine/engine.h"
#include "core/image/image_limits.h"
#include "core/job/child_process.h"
#include "core/run/environment.h"
#include "core/storage/atomic_write.h"
#include "core/study/sample_study.h"

#include <fstream>

namespace rekindle::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    bool limits = false;
};

/// Bytes that can be had without swapping; 0 = not known.
std::uint64_t memoryAvailable()
{
    std::ifstream stream("/proc/meminfo");
    std::string key;
    std::uint64_t kibibytes = 0;
    std::string unit;
    while (stream >> key >> kibibytes) {
        std::getline(stream, unit);
        if (key == "MemAvailable:")
            return kibibytes * 1024;
    }
    return 0;
}

Json deviceJson(const engine::EngineInfo& info)
{
    Json devices = Json::array();
    for (const engine::DeviceInfo& device : info.devices)
        devices.push_back(Json{{"name", device.name},
                               {"description", device.description},
                               {"memory", device.memory},
                               {"memory_free", device.memoryFree}});
    return devices;
}

/// What LibTorch sees, or why it cannot be asked.
Json engineJson(std::vector<std::string>& missing, Output& output)
{
    const auto engine = engine::loadEngine();
    if (!engine) {
        missing.push_back(describe(engine.error()));
        output.line("training     not possible: " + describe(engine.error()));
        return Json();
    }
    const engine::EngineInfo info = (*engine)->info();
    output.line("training     LibTorch " + info.torchVersion + ", " + std::to_string(info.threads) +
                " threads");
    for (const engine::DeviceInfo& device : info.devices)
        output.line("device       " + device.name + "  " + device.description +
                    (device.memoryFree > 0 ? ", " + text::bytes(device.memoryFree) + " free" : ""));
    if (!info.whyNoCuda.empty())
        output.line("no GPU       " + info.whyNoCuda);
    if (!info.cpuFeatures.empty())
        output.line("processor    " + text::join(info.cpuFeatures, ", "));
    return Json{{"libtorch", info.torchVersion},
                {"threads", info.threads},
                {"devices", deviceJson(info)},
                {"why_no_gpu", info.whyNoCuda},
                {"cpu_features", info.cpuFeatures}};
}

Json limitsJson()
{
    const image::ImageLimits images;
    return Json{{"checkpoint_bytes", std::uint64_t{8} << 30},
                {"json_bytes", std::uint64_t{16} << 20},
                {"json_depth", 64},
                {"image_file_bytes", images.fileBytes},
                {"image_side", images.side},
                {"image_pixels", images.pixels},
                {"image_expansion", images.expansion}};
}

void checkParts(std::vector<std::string>& missing, Output& output)
{
    const fs::path window = job::programFolder() / "rekindle";
    std::error_code code;
    if (!fs::exists(window, code))
        missing.emplace_back("The window is not installed, so figures are written as CSV only.");
    const auto sample = study::sampleFolder();
    if (!sample)
        missing.emplace_back("The sample images are not there, so demo cannot run.");
    output.line("sample       " + (sample ? sample->lexically_normal().string() : "not there"));
}

Result<Exit> run(const Options& options, Output& output)
{
    Json json = run::environmentJson();
    output.line("program      " + json.value("program", "") + " on " + json.value("system", ""));
    output.line("machine      " + json.value("processor", "") + ", " +
                std::to_string(json.value("usable_cores", 0)) + " cores");
    json["memory_available"] = memoryAvailable();
    output.line("memory       " + text::bytes(json.value("memory", std::uint64_t{0})) + ", " +
                text::bytes(memoryAvailable()) + " free");
    const auto disk = storage::freeSpace(fs::current_path());
    json["disk_free"] = disk ? Json(*disk) : Json();
    output.line("disk here    " + (disk ? text::bytes(*disk) + " free" : "cannot be asked"));
    std::vector<std::string> missing;
    json["engine"] = engineJson(missing, output);
    checkParts(missing, output);
    json["missing"] = missing;
    for (const std::string& part : missing)
        output.warn({"missing_part", part, {}});
    if (options.limits) {
        json["limits"] = limitsJson();
        for (const auto& [name, value] : json["limits"].items())
            output.line("limit        " + name + " " + dumpJsonLine(value));
    }
    output.object("rekindle.doctor/1", json);
    return kDone;
}

} // namespace

void addDoctor(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(program, "doctor", "What this machine has, and what is missing",
                             "rekindle-cli doctor");
    verb->add_flag("--limits", options->limits, "List the limits on input files too");
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli
