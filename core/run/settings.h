#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/weights/conventions.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace rekindle::run {

/// Start from random weights (P1X) or from a checkpoint (P2X); Single is a run without a partner.
enum class Arm { Single, P1x, P2x };
[[nodiscard]] std::string_view armName(Arm arm); ///< single p1x p2x

/// One pretraining run, complete: together with the images it decides every number. Names in JSON
/// and for `--set` are cli.md's (`epochs`, `images_per_epoch`, `batch`, `image_size`, `lr`, ...).
struct PretrainSettings {
    std::string method = "simclr";
    std::filesystem::path images; ///< folder
    std::string imagesHash;       ///< Manifest::contentHash at planning; empty = not checked
    std::string init = "random";  ///< "random" or a checkpoint's path
    std::string initSha256;       ///< of that file; empty for random
    std::string architecture = "resnet50"; ///< weights::name(); a checkpoint decides its own
    /// Of the start weights; for a random start those of SimCLR's own network.
    weights::Conventions conventions{weights::Padding::Simclr, weights::Normalisation::None, 1e-5};
    Arm arm = Arm::Single;
    std::string pair; ///< shared by the two runs of a matched pair; empty without

    std::int64_t epochs = 100;
    std::int64_t imagesPerEpoch = 0; ///< 0 = every image once (the paper's is 100,000)
    std::int64_t batch = 64;
    int imageSize = 96;
    double lr = 0; ///< peak rate; 0 = the method's rule (SimCLR: 0.3 * batch / 256)
    double weightDecay = 1e-6;
    double warmupEpochs = 10;
    double temperature = 0.1;
    double colourStrength = 1.0;         ///< `colour_strength`: SimCLR's color_jitter_strength
    std::string blurSigma = "per_batch"; ///< per_batch (one per view and batch) | per_image
    std::uint64_t seed = 0;
    /// Epochs whose weights are kept for scoring, ascending; the last always is.
    std::vector<std::int64_t> snapshots;
    double saveEveryMinutes = 5;    ///< 0 = after every step
    std::int64_t memoryLimit = 0;   ///< bytes; 0 = none
    std::string precision = "fp32"; ///< fp32 | bf16
    int threads = 0;                ///< 0 = all cores
    std::string device = "auto";    ///< auto | cpu | cuda[:N]
};

enum class Protocol { FineTune, Knn };
[[nodiscard]] std::string_view protocolName(Protocol protocol); ///< finetune knn

/// One set of weights to score.
struct ScoreTarget {
    std::int64_t epoch = 0;        ///< of the pretraining; 0 = the start weights
    std::filesystem::path weights; ///< a checkpoint; empty = random weights of `architecture`
};

/// One scoring run: every target under the same protocol, splits and draws.
struct ScoreSettings {
    Protocol protocol = Protocol::FineTune;
    std::filesystem::path images;
    std::string imagesHash;
    std::vector<ScoreTarget> targets;
    std::string architecture = "resnet50"; ///< of a target without weights
    std::string label;                     ///< for people: "P2X seed 0"
    double fraction = 1.0;                 ///< share of the labelled training images
    int repeats = 3;
    std::uint64_t seed = 0;    ///< repeat r uses seed + r for draw, head and order
    std::int64_t epochs = 100; ///< passes of fine-tuning (recipes 5, #24)
    std::int64_t batch = 64;
    int imageSize = 224;
    double lr = 3e-4;          ///< Adam (paper 4)
    double weightDecay = 1e-4; ///< coupled L2, all parameters (paper 4; recipes 5, #25)
    int neighbours = 20;       ///< k of k-NN
    double saveEveryMinutes = 5;
    int threads = 0;
    std::string device = "auto";
};

using Settings = std::variant<PretrainSettings, ScoreSettings>;

[[nodiscard]] Json toJson(const PretrainSettings& settings);
[[nodiscard]] Json toJson(const ScoreSettings& settings);
/// Reads `job.json`'s `settings` by its `kind` ("pretrain" or "evaluate"). Missing keys take the
/// defaults above. Kinds Damaged (a value of the wrong type or out of its range) and Usage (a key
/// that is no setting).
[[nodiscard]] Result<PretrainSettings> pretrainSettingsFromJson(const Json& json,
                                                                const std::string& subject);
[[nodiscard]] Result<ScoreSettings> scoreSettingsFromJson(const Json& json,
                                                          const std::string& subject);

/// Sets one field by its JSON name from text, as `--set key=value` does: "5,10,20" for a list, "8G"
/// for bytes, "conventions.padding" for a field of a field. Kind Usage names the setting and what
/// it accepts.
[[nodiscard]] Result<void> setByName(PretrainSettings& settings, const std::string& key,
                                     const std::string& value);
[[nodiscard]] Result<void> setByName(ScoreSettings& settings, const std::string& key,
                                     const std::string& value);

/// Every setting by its JSON name, with the values it accepts in words, in the order of the file.
struct SettingInfo {
    std::string name;
    std::string accepts;
};
[[nodiscard]] std::vector<SettingInfo> pretrainSettingInfos();
[[nodiscard]] std::vector<SettingInfo> scoreSettingInfos();

/// Refuses what cannot run, in words (batch below 2, rate not finite, no epochs, ...). Kind Usage.
[[nodiscard]] Result<void> check(const PretrainSettings& settings);
[[nodiscard]] Result<void> check(const ScoreSettings& settings);

/// The settings in which two runs differ besides what a pair may differ in (init, init_sha256, arm,
/// conventions): "batch (64, 128)". Empty: they are matched.
[[nodiscard]] std::vector<std::string> pairDifferences(const PretrainSettings& p1x,
                                                       const PretrainSettings& p2x);

} // namespace rekindle::run
