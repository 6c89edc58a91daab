#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/model/resnet_torch.h"
#include "core/pretrain/kept_heads.h"
#include "core/pretrain/run_length.h"
#include "core/run/settings.h"
#include "core/train/trainee_torch.h"
#include "core/views/view_recipe.h"

#include <torch/torch.h>

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::pretrain {

/// What a method's networks make of a batch.
struct Embeddings {
    std::vector<torch::Tensor> parts; ///< the method's own, in its own order; gradients flow here
    torch::Tensor features; ///< [views * N, D] of the backbone, view by view, detached: the health
                            ///< figures
    std::int64_t views = 1; ///< of the same network: MoCo's other view goes through its slow copy
    torch::Tensor labels = {}; ///< int64 [N], set by whoever has the batch; -1 without a label
};

/// What a run's backbone holds when it begins.
enum class Start { Random, Checkpoint };

/// A pretraining method: a backbone with its heads and its loss. What is around it (batches, saves,
/// snapshots, stopping) knows no method. A step is: embed, loss, the gradients,
/// beforeUpdate, the optimiser, afterUpdate. Embedding and loss are apart, so that the loss's
/// gradient can be taken once for a batch that is embedded in parts.
class PretrainMethod
{
public:
    virtual ~PretrainMethod() = default;

    /// How each view of an image is made; each has a size of its own.
    [[nodiscard]] virtual std::vector<views::ViewRecipe> views() const = 0;
    /// How many steps the run has: methods count the last, incomplete batch differently.
    [[nodiscard]] virtual std::int64_t totalSteps(std::int64_t imagesPerEpoch) const = 0;
    /// Where every pass is a whole number of steps and begins anew: how many. 0: passes follow each
    /// other without a border.
    [[nodiscard]] virtual std::int64_t stepsPerEpoch(std::int64_t /*imagesPerEpoch*/) const
    {
        return 0;
    }
    /// The tensors of its heads that a checkpoint may bring (`head=keep`); none where it has none
    /// to keep.
    [[nodiscard]] virtual std::vector<HeadTensor> headTensors() const { return {}; }
    /// Once a sitting, before a save is restored: the start weights are in place.
    virtual void begin(const RunLength& /*length*/, Start /*start*/) {}
    /// The learning rate of a step, counted from 0: a function of the step and nothing else.
    [[nodiscard]] virtual double rate(std::int64_t step, const RunLength& length) const = 0;
    /// Steps of the rise before the decay.
    [[nodiscard]] virtual std::int64_t warmupSteps(const RunLength& /*length*/) const { return 0; }
    /// Of a slow copy of the network, where the method has one, after this step.
    [[nodiscard]] virtual std::optional<double> targetMomentum(std::int64_t /*step*/,
                                                               const RunLength& /*length*/) const
    {
        return std::nullopt;
    }
    [[nodiscard]] virtual std::unique_ptr<train::Optimizer> makeOptimizer() = 0;

    /// Once per batch; `blocks` has one entry a view size, in the order of `views`.
    [[nodiscard]] virtual Embeddings embed(const std::vector<train::ViewPixels>& blocks) = 0;
    /// The same once more, for the gradients: parts through which none flow may be left undefined.
    /// Under it running statistics stay as they are.
    [[nodiscard]] virtual Embeddings embedAgain(const std::vector<train::ViewPixels>& blocks)
    {
        return embed(blocks);
    }
    /// Scalar, nats: this replica's part of the loss over the embeddings of the whole batch.
    [[nodiscard]] virtual torch::Tensor loss(const Embeddings& embeddings,
                                             const train::StepContext& context) = 0;
    /// The gradients are there, the weights have not moved: SwAV's prototypes stay frozen here.
    virtual void beforeUpdate(const train::StepContext& /*context*/) {}
    /// The weights have moved: BYOL's moving average follows them here.
    virtual void afterUpdate(const train::StepContext& /*context*/) {}

    /// Everything with state besides the optimiser: backbone and heads under their prefixes.
    [[nodiscard]] virtual torch::nn::Module& module() = 0;
    [[nodiscard]] virtual model::ResNet& backbone() = 0;
};

/// One row of the list of methods.
struct MethodEntry {
    std::string name; ///< of its specs::MethodSpec
    /// A method at its start: random weights, heads drawn from the settings' seed.
    std::unique_ptr<PretrainMethod> (*make)(const run::PretrainSettings& settings,
                                            const weights::Architecture& architecture,
                                            const weights::Conventions& conventions);
};

/// Every method. A new one is a file and a line in method_list.cpp. Filled before anything runs.
[[nodiscard]] std::deque<MethodEntry>& methodList();

/// Kind Usage names the methods there are.
[[nodiscard]] Result<std::unique_ptr<PretrainMethod>>
makeMethod(const run::PretrainSettings& settings, const weights::Architecture& architecture,
           const weights::Conventions& conventions);

[[nodiscard]] std::unique_ptr<PretrainMethod> makeSimclr(const run::PretrainSettings& settings,
                                                         const weights::Architecture& architecture,
                                                         const weights::Conventions& conventions);
[[nodiscard]] std::unique_ptr<PretrainMethod> makeSwav(const run::PretrainSettings& settings,
                                                       const weights::Architecture& architecture,
                                                       const weights::Conventions& conventions);
[[nodiscard]] std::unique_ptr<PretrainMethod> makeByol(const run::PretrainSettings& settings,
                                                       const weights::Architecture& architecture,
                                                       const weights::Conventions& conventions);

[[nodiscard]] std::unique_ptr<PretrainMethod> makeMoco(const run::PretrainSettings& settings,
                                                       const weights::Architecture& architecture,
                                                       const weights::Conventions& conventions);

[[nodiscard]] std::unique_ptr<PretrainMethod>
makeSupervised(const run::PretrainSettings& settings, const weights::Architecture& architecture,
               const weights::Conventions& conventions);

} // namespace rekindle::pretrain
