#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/model/resnet_torch.h"
#include "core/pretrain/schedule.h"
#include "core/run/settings.h"
#include "core/train/optimizer_torch.h"
#include "core/train/replica_torch.h"
#include "core/views/view_recipe.h"

#include <torch/torch.h>

#include <memory>
#include <string_view>

namespace rekindle::pretrain {

/// What one step gives back. `features` are the backbone's, detached, for the health figures.
struct StepLoss {
    torch::Tensor loss;     ///< scalar, nats
    torch::Tensor features; ///< [rows, D]
};

/// A pretraining method: a backbone with its heads and its loss. The loop around it (batches,
/// saves, snapshots, stopping) knows no method.
class PretrainMethod
{
public:
    virtual ~PretrainMethod() = default;

    /// Views per image and how each is made.
    [[nodiscard]] virtual int views() const = 0;
    [[nodiscard]] virtual views::ViewRecipe recipe() const = 0;
    [[nodiscard]] virtual Schedule schedule(std::int64_t imagesPerEpoch) const = 0;
    [[nodiscard]] virtual std::unique_ptr<train::Optimizer> makeOptimizer() = 0;

    /// Loss of [views * N, 3, S, S] pixels in [0, 1], view by view.
    [[nodiscard]] virtual StepLoss loss(const torch::Tensor& pixels,
                                        const train::Replica& replica) = 0;
    /// After the optimiser's update (BYOL's moving average; nothing for SimCLR).
    virtual void afterStep(std::int64_t step) = 0;

    /// Everything with state besides the optimiser: backbone and heads under their prefixes.
    [[nodiscard]] virtual torch::nn::Module& module() = 0;
    [[nodiscard]] virtual model::ResNet& backbone() = 0;
};

/// One row of the list of methods.
struct MethodEntry {
    std::string_view name;
    /// A method at its start: random weights, heads drawn from the settings' seed.
    std::unique_ptr<PretrainMethod> (*make)(const run::PretrainSettings& settings,
                                            const weights::Architecture& architecture,
                                            const weights::Conventions& conventions);
};

[[nodiscard]] const std::vector<MethodEntry>& methodList();

/// Kind Usage names the methods there are.
[[nodiscard]] Result<std::unique_ptr<PretrainMethod>>
makeMethod(const run::PretrainSettings& settings, const weights::Architecture& architecture,
           const weights::Conventions& conventions);

[[nodiscard]] std::unique_ptr<PretrainMethod> makeSimclr(const run::PretrainSettings& settings,
                                                         const weights::Architecture& architecture,
                                                         const weights::Conventions& conventions);

} // namespace rekindle::pretrain
