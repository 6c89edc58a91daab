#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/dataset/manifest.h"
#include "core/repair/repair.h"
#include "core/run/run_folder.h"
#include "core/run/settings.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::study {

/// A set of start weights that the study knows.
struct WeightsEntry {
    std::string id;             ///< folder name under weights/
    std::string label;          ///< for people
    std::filesystem::path file; ///< absolute, or relative to the study folder
    std::string sha256;
    std::string repairedFrom; ///< id of the original; empty for an added file
    std::string onlyLook;     ///< why it can be looked at and not trained; empty for a ResNet
};

/// What a person calls something instead of the name of its folder: by the pair ("pair-1"), or by
/// the folder of a run or a score, relative to the study ("runs/pair-1-p1x/scores/finetune-25").
using Names = std::map<std::string, std::string>;

/// A project folder as one value: what `study.json` holds. Runs live in runs/<name>, their scores
/// in runs/<name>/scores/<name>; `queue` lists folders relative to the study in the order of work.
struct Study {
    std::filesystem::path folder;
    std::string title;
    std::string question;
    std::filesystem::path images;    ///< folder; empty = none chosen
    std::filesystem::path imageList; ///< what it held, under images/; runs planned later share it
    std::vector<WeightsEntry> weights;
    std::string chosenWeights;      ///< id, for the pages that show one
    std::vector<std::string> queue; ///< run folders, relative, in order of work
    Names names;                    ///< that people gave to pairs, runs and scores (names.h)
    /// Most runs that are worked on beside each other, where their settings name the processor and
    /// fewer cores than there are.
    int runsAtOnce = 1;
    bool finishedExample = false;  ///< shipped results: read-only, marked as such
    bool readOnly = false;         ///< derived: an example, or a folder that cannot be written
    std::string created;           ///< UTC
    Json unknown = Json::object(); ///< keys of a later minor version, written back as they were
};

/// Makes a new study folder. Kind Usage if the folder holds something already.
[[nodiscard]] Result<Study> createStudy(const std::filesystem::path& folder,
                                        const std::string& title);
/// Kinds NotFound, Unknown (no study.json), Damaged (tells of study.json.bak), Version.
[[nodiscard]] Result<Study> openStudy(const std::filesystem::path& folder);
/// How every study is changed, by this program's threads and by other processes: under the study's
/// lock study.json is read anew, `change` changes what was read, and it is written whole, keeping
/// the former one as study.json.bak. `study` is then what was written; on failure it is as before.
/// Kinds Io for a study that is read-only, Busy when somebody holds the lock for half a minute.
/// The functions below that change a study go this way; do not call one from within `change`.
[[nodiscard]] Result<void> changeStudy(Study& study,
                                       const std::function<Result<void>(Study& fresh)>& change);

/// Stores the manifest under images/ by its content, where the runs planned with it find it, and
/// drops lists that neither the study nor a run of it names any more. Runs of the queue that were
/// planned with the same images are told where these lie now, so that a study that came to another
/// computer goes on.
[[nodiscard]] Result<void> setImages(Study& study, const dataset::Manifest& manifest);
[[nodiscard]] Result<dataset::Manifest> images(const Study& study);

/// Which files a study takes: those it can train, or also those it can only look at.
enum class Networks { Trainable, Any };

/// Adds a checkpoint file (not copied); reads it to be sure.
[[nodiscard]] Result<WeightsEntry> addWeights(Study& study, const std::filesystem::path& file,
                                              const std::string& label,
                                              Networks networks = Networks::Trainable);
/// Where the next repair of `original` goes: weights/<id>/weights.safetensors, its report
/// beside it. The folder is made.
[[nodiscard]] std::filesystem::path repairTarget(const Study& study, const std::string& original);
/// Registers what `rekindle-cli repair -o <repairTarget>` wrote.
[[nodiscard]] Result<WeightsEntry> addRepaired(Study& study, const std::string& original,
                                               const std::filesystem::path& file);
[[nodiscard]] std::filesystem::path weightsFile(const Study& study, const WeightsEntry& entry);
[[nodiscard]] const WeightsEntry* findWeights(const Study& study, const std::string& id);

/// A matched pair to plan: `common` holds what both share (its init, arm and pair are set here).
struct PairPlan {
    run::PretrainSettings common;
    std::string weights; ///< id of the P2X start weights
    std::string name;    ///< "pair-1"; empty = next free
};
struct PlannedPair {
    std::filesystem::path p1x, p2x; ///< run folders
    Json memory;                    ///< how both fit into their limit (memory::choiceJson)
    std::string memoryWords;        ///< the same in words; empty without a limit
    Warnings warnings;              ///< what that means for their results
};
/// Makes both run folders and puts them at the end of the queue. Both take the network, padding and
/// normalisation of the checkpoint, so that they differ in their start weights alone. Kinds
/// NotFound, Mismatch (the weights' file has changed), Usage, and what reading and writing give.
[[nodiscard]] Result<PlannedPair> planPair(Study& study, const PairPlan& plan);

/// What follows each run of a plan.
struct ScorePlan {
    run::ScoreSettings settings;
    std::vector<std::int64_t> epochs;
    /// Also score the original weights as they are, without a second stage: what the second stage
    /// has to beat (Table 2 of the paper).
    bool noSecondStage = true;
};
/// As planPair for `pairs` pairs whose pretraining seeds follow each other from `plan.common.seed`,
/// with their scores, pair by pair in the queue; all of it or nothing. Scores share one seed, so
/// that all pairs meet the same draws of labels.
[[nodiscard]] Result<std::vector<PlannedPair>>
planPairs(Study& study, const PairPlan& plan, int pairs, const std::optional<ScorePlan>& scores);

/// Makes scores/<name> under each run for the given epochs and puts them at the end of the queue.
/// Targets are snapshots, which the run will have made by the time its turn comes; epoch 0 is what
/// the run started from. Kind Usage names an epoch of which no weights are kept.
[[nodiscard]] Result<std::vector<std::filesystem::path>>
planScores(Study& study, const std::vector<std::filesystem::path>& runs,
           const std::vector<std::int64_t>& epochs, const run::ScoreSettings& common);

/// Every run and score folder of the study, in queue order.
[[nodiscard]] std::vector<std::filesystem::path> runFolders(const Study& study);

/// The pretraining runs (no scores).
[[nodiscard]] std::vector<std::filesystem::path> pretrainingRuns(const Study& study);

/// Where scores of weights as they are, without a second stage, lie: weights/<id>/scores.
[[nodiscard]] std::filesystem::path weightScores(const Study& study, const std::string& weights);
/// The weights that `id` was repaired from, or itself; null if the study does not know it.
[[nodiscard]] const WeightsEntry* originalOf(const Study& study, const std::string& id);

} // namespace rekindle::study
