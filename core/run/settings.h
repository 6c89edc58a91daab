#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/specs/spec.h"
#include "core/weights/conventions.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace rekindle::run {

/// Start from random weights (P1X) or from a checkpoint (P2X); Single is a run without a partner.
enum class Arm { Single, P1x, P2x };
[[nodiscard]] std::string_view armName(Arm arm); ///< single p1x p2x

/// One pretraining run, complete: together with the images it decides every number. What every
/// method has is a member; `own` holds what the method alone has (`specs::simclrSettings(own)`).
struct PretrainSettings {
    std::string method = "simclr";
    std::filesystem::path images; ///< folder
    std::string imagesHash;       ///< Manifest::contentHash at planning; empty = not checked
    std::string splitHash;        ///< of the images it may see, at planning; empty = not recorded
    std::string init = "random";  ///< "random" or a checkpoint's path
    std::string initSha256;       ///< of that file; empty for random
    std::string head = "new";     ///< new | keep: what becomes of heads that the checkpoint has
    std::string architecture = "resnet50"; ///< weights::name(); a checkpoint decides its own
    /// Of the start weights; for a random start those of SimCLR's own network.
    weights::Conventions conventions{weights::Padding::Simclr, weights::Normalisation::None, 1e-5};
    std::filesystem::path packed; ///< file of packed pictures (core/packed); empty = image files
    std::string packedSha256;     ///< PackedImages::sha256 of it; empty without
    bool seeTestImages = false;   ///< pretrain on the test part too; said beside every score
    Arm arm = Arm::Single;
    std::string pair; ///< shared by the two runs of a matched pair; empty without

    std::int64_t epochs = 100;
    std::int64_t imagesPerEpoch = 0; ///< 0 = every image once (the paper's is 100,000)
    std::int64_t batch = 64;
    int imageSize = 96;
    std::string policy = "paper"; ///< views::Policy by its name
    double lr = 0;                ///< peak rate; 0 = the method's rule (SimCLR: 0.3 * batch / 256)
    double weightDecay = 1e-6;
    double warmupEpochs = 10;
    std::uint64_t seed = 0;
    /// Epochs whose weights are kept for scoring, ascending; the last always is.
    std::vector<std::int64_t> snapshots;
    double saveEveryMinutes = 5; ///< 0 = after every step
    /// fp32 | bf16 | auto: bf16 where the device computes in it. A planned run has one of the first
    /// two.
    std::string precision = "fp32";
    std::int64_t memoryLimit = 0; ///< bytes of the device; 0 = none
    bool recompute = false;       ///< the way back computes maps again instead of keeping them
    std::int64_t pieces = 1;      ///< in which a batch goes through the network
    std::int64_t knnEvery = 5;    ///< passes between two checks by neighbours; 0 = never
    int threads = 0;              ///< 0 = all cores
    std::string device = "auto";  ///< auto | cpu | cuda[:N]

    specs::Values own;
    /// Settings that the file did not hold: they have their defaults and no part in the identity.
    std::vector<std::string> unrecorded;
};

/// Whether its method learns from labels.
[[nodiscard]] bool needsLabels(const PretrainSettings& settings);

/// One set of weights to score.
struct ScoreTarget {
    /// Passes of the pretraining: 0 = the start weights, not whole where it was finished early.
    double epoch = 0;
    std::filesystem::path weights; ///< a checkpoint; empty = random weights of `architecture`
    /// What they are, known when planned: "sha256:" and the file's, or "run:" and the identity of
    /// the run that makes them; empty = random weights, or not recorded.
    std::string content = {};
};

/// `ScoreTarget::content` of a file of this hash, or of what the run of this identity makes.
[[nodiscard]] std::string contentOfFile(const std::string& sha256);
[[nodiscard]] std::string contentOfRun(const std::string& identity);

/// One scoring run: every target under the same protocol, splits and draws. `own` as above
/// (`specs::fineTuneSettings(own)`).
struct ScoreSettings {
    std::string protocol = "finetune";
    std::filesystem::path images;
    std::string imagesHash;
    std::string splitHash;        ///< of the training and test images with their labels
    std::filesystem::path packed; ///< as above
    std::string packedSha256;
    std::vector<ScoreTarget> targets;
    std::string architecture = "resnet50"; ///< of a target without weights
    std::string label;                     ///< for people: "P2X seed 0"
    bool keepLeaks = false; ///< score test images that say nothing (dataset::Leaks), and say so
    double fraction = 1.0;  ///< share of the labelled training images
    int repeats = 3;
    std::uint64_t seed = 0; ///< repeat r uses seed + r for draw, head and order
    int imageSize = 224;
    double saveEveryMinutes = 5;
    int threads = 0;
    std::string device = "auto";

    specs::Values own;
    std::vector<std::string> unrecorded;
};

/// Repeats that are worth computing: one where chance has no part (nearest neighbours with all
/// labels).
[[nodiscard]] int usefulRepeats(const ScoreSettings& settings);

using Settings = std::variant<PretrainSettings, ScoreSettings>;

/// Every setting with its value, defaults written out.
[[nodiscard]] Json toJson(const PretrainSettings& settings);
[[nodiscard]] Json toJson(const ScoreSettings& settings);
/// Reads `job.json`'s `settings` by its `kind` ("pretrain" or "evaluate"). Missing keys take the
/// defaults and are listed in `unrecorded`; retired ones (Spec::retired) are passed over. Kinds
/// Damaged (a value of the wrong type or out of its range) and Usage (a key, method or protocol
/// that has no spec).
[[nodiscard]] Result<PretrainSettings> pretrainSettingsFromJson(const Json& json,
                                                                const std::string& subject);
[[nodiscard]] Result<ScoreSettings> scoreSettingsFromJson(const Json& json,
                                                          const std::string& subject);

/// Sets one field by its JSON name from text, as `--set key=value` does: "5,10,20" for a list,
/// "conventions.padding" for a field of a field. A new method or protocol brings its own settings;
/// what still had the former one's default takes the new one's. Kind Usage names the setting and
/// what it accepts.
[[nodiscard]] Result<void> setByName(PretrainSettings& settings, const std::string& key,
                                     const std::string& value);
[[nodiscard]] Result<void> setByName(ScoreSettings& settings, const std::string& key,
                                     const std::string& value);
/// Several, in their order, but method and protocol first: they say which names there are.
using NamedTexts = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Result<void> setByName(PretrainSettings& settings, const NamedTexts& values);
[[nodiscard]] Result<void> setByName(ScoreSettings& settings, const NamedTexts& values);

/// Refuses what cannot run, in words (batch below 2, rate not finite, no epochs, ...). Kind Usage.
[[nodiscard]] Result<void> check(const PretrainSettings& settings);
[[nodiscard]] Result<void> check(const ScoreSettings& settings);

/// What of a run's length does not fit together, to be said before it starts: a warm-up as long as
/// the run ("long_warmup"), snapshots beyond its end ("snapshots_beyond_end"), a pass without a
/// batch ("no_step_in_pass"), few steps with settings made for many ("few_steps"). `images` is how
/// many pretraining sees.
[[nodiscard]] Warnings lengthWarnings(const PretrainSettings& settings, std::int64_t images);

/// The settings in which two runs differ besides those that InPair lets differ (init, arm, ...; of
/// scores what is scored and what computes it): "batch (64, 128)". Empty: they are matched.
[[nodiscard]] std::vector<std::string> pairDifferences(const PretrainSettings& p1x,
                                                       const PretrainSettings& p2x);
[[nodiscard]] std::vector<std::string> pairDifferences(const ScoreSettings& p1x,
                                                       const ScoreSettings& p2x);

} // namespace rekindle::run
