#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/image/reading.h"
#include "core/job/stop.h"
#include "core/repair/repair.h"
#include "core/run/run_control.h"
#include "core/run/run_folder.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace rekindle::engine {

/// A device that LibTorch sees.
struct DeviceInfo {
    std::string name;                         ///< "cpu", "cuda:0"
    std::string description;                  ///< processor or card
    std::uint64_t memory = 0, memoryFree = 0; ///< bytes; 0 = not known
};

struct EngineInfo {
    std::string torchVersion;
    int threads = 0;
    std::vector<DeviceInfo> devices;
    std::string whyNoCuda; ///< one sentence; empty when a GPU can be used
    std::vector<std::string> cpuFeatures;
};

/// Which images a repair is checked on.
struct ProofImages {
    std::filesystem::path folder; ///< empty: noise
    std::uint64_t count = 64;
    image::Reading reading; ///< as chosen; the set's range is found in the folder
    int size = 0;           ///< pixels; 0 = 96
    std::uint64_t seed = 0;
};

/// Which images features are computed of, and how.
struct FeatureImages {
    std::filesystem::path folder;
    image::Reading reading; ///< as chosen; the set's range is found in the folder
    int size = 224;         ///< of the central view, pixels; 0 = each image as it is
    std::string device = "auto";
    int threads = 0; ///< 0 = all cores
};

/// Pooled features: values [files, dimension], row-major.
struct Features {
    std::vector<std::string> files;
    std::int64_t dimension = 0;
    std::vector<float> values;
    image::Reading reading; ///< how the images were read
    Warnings warnings;
};

/// Everything that needs LibTorch, behind one torch-free face. Lives in librekindle-engine.so,
/// which the command line loads when a verb asks for it.
class Engine
{
public:
    virtual ~Engine() = default;

    [[nodiscard]] virtual EngineInfo info() const = 0;

    /// Works a pretraining run off from where its folder stands: from the start, or from its newest
    /// whole save. Writes metrics, saves, snapshots and backbone.safetensors.
    [[nodiscard]] virtual Result<run::Outcome> pretrain(const run::RunFolder& folder,
                                                        run::RunControl& control) = 0;

    /// Works a scoring run off: every target and repeat not yet in its journal. Writes result.json.
    [[nodiscard]] virtual Result<run::Outcome> evaluate(const run::RunFolder& folder,
                                                        run::RunControl& control) = 0;

    /// Features of original, replaced-only and fully repaired weights on the same images.
    [[nodiscard]] virtual Result<repair::FeatureProof> prove(const checkpoint::Checkpoint& original,
                                                             const weights::WeightSet& replacedOnly,
                                                             const weights::WeightSet& repaired,
                                                             const ProofImages& images,
                                                             const job::Watch& watch) = 0;

    /// Pooled features of a folder's images under the checkpoint's own conventions.
    [[nodiscard]] virtual Result<Features> features(const checkpoint::Checkpoint& checkpoint,
                                                    const FeatureImages& images,
                                                    const job::Watch& watch) = 0;
    /// Numbers in, numbers out: what losses, optimisers, schedules, views and batch norms compute
    /// (selftest::run). `pictures`: a folder for the views as PNG files; empty = none.
    [[nodiscard]] virtual Result<Json> selftest(const std::string& kind, const Json& request,
                                                const std::filesystem::path& pictures) = 0;
};

/// Whether the engine's library is there, without loading it. Kind NotFound.
[[nodiscard]] Result<void> findEngine();

/// Loads the engine once per process: ../lib/librekindle-engine.so beside the program, or
/// $REKINDLE_ENGINE. Kind NotFound or Internal with the loader's reason.
[[nodiscard]] Result<Engine*> loadEngine();

} // namespace rekindle::engine
