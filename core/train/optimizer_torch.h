#pragma once

#include <torch/torch.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace rekindle::train {

/// A tensor that is trained, under the name its state is saved by.
struct Parameter {
    std::string name;
    torch::Tensor tensor;
};

/// Parameters that an optimiser neither decays nor adapts.
using Excluded = std::function<bool(const Parameter& parameter)>;
/// Rank 0 and 1: batch norm's gamma and beta, biases.
[[nodiscard]] inline bool isVector(const Parameter& parameter)
{
    return parameter.tensor.dim() <= 1;
}
[[nodiscard]] inline bool isNone(const Parameter& /*parameter*/)
{
    return false;
}

/// Changes parameters by their gradients. State is matched by parameter name, never by position.
class Optimizer
{
public:
    virtual ~Optimizer() = default;
    /// One update at learning rate `lr`; parameters without a gradient are left alone. What the
    /// gradients are afterwards is not said.
    virtual void step(double lr) = 0;
    /// Drops all gradients.
    virtual void zeroGrad() = 0;
    /// The tensors to save, as "<parameter>/<what>". Writing into them restores the state.
    [[nodiscard]] virtual std::vector<Parameter> state() = 0;
    /// Updates made so far; saved and restored with the state.
    std::int64_t updates = 0;
};

/// LARS (recipes 1.5): g <- g + decay * w, trust ratio r = eta |w| / |g|. The rate goes into the
/// velocity with SimCLR (lars_optimizer.py): v <- momentum * v + lr * r * g, w <- w - v; and not
/// with BYOL (utils/optimizers.py): v <- momentum * v + r * g, w <- w - lr * v. They differ while
/// the rate changes. What is excluded has no decay and a ratio of 1.
struct LarsSettings {
    enum class Rate { InVelocity, Outside };

    double momentum = 0.9;
    double weightDecay = 1e-6;
    double eta = 0.001;
    Rate rate = Rate::InVelocity;
    Excluded excluded = isVector;
};
[[nodiscard]] std::unique_ptr<Optimizer> makeLars(std::vector<Parameter> parameters,
                                                  const LarsSettings& settings);

/// SGD within LARC without clipping, as SwAV has it (recipes 1.5; apex LARC.py): where |w| and |g|
/// are not 0, g <- r (g + decay * w) with r = eta |w| / (|g| + decay |w| + eps); elsewhere g stays,
/// undecayed. v <- momentum * v + g, w <- w - lr * v.
struct LarcSettings {
    double momentum = 0.9;
    double weightDecay = 1e-6;
    double eta = 0.001;
    double eps = 1e-8;
    Excluded excluded = isNone;
};
[[nodiscard]] std::unique_ptr<Optimizer> makeLarc(std::vector<Parameter> parameters,
                                                  const LarcSettings& settings);

/// g <- g + decay * w, v <- momentum * v + g, w <- w - lr * v, as PyTorch's.
struct SgdSettings {
    double momentum = 0.9;
    double weightDecay = 1e-4;
    Excluded excluded = isNone; ///< from the decay
};
[[nodiscard]] std::unique_ptr<Optimizer> makeSgd(std::vector<Parameter> parameters,
                                                 const SgdSettings& settings);

/// Adam with decay on every parameter: as L2 in the gradient (paper 4; recipes 5, #25), or beside
/// the step, w <- w - lr * decay * w (AdamW).
struct AdamSettings {
    enum class Decay { Coupled, Decoupled };

    double beta1 = 0.9;
    double beta2 = 0.999;
    double eps = 1e-8;
    double weightDecay = 1e-4;
    Decay decay = Decay::Coupled;
    Excluded excluded = isNone; ///< from the decay
};
[[nodiscard]] std::unique_ptr<Optimizer> makeAdam(std::vector<Parameter> parameters,
                                                  const AdamSettings& settings);

/// A module's parameters under `prefix`.
[[nodiscard]] inline std::vector<Parameter> parametersOf(const torch::nn::Module& module,
                                                         const std::string& prefix)
{
    std::vector<Parameter> found;
    for (const auto& item : module.named_parameters())
        found.push_back({prefix + item.key(), item.value()});
    return found;
}

} // namespace rekindle::train
