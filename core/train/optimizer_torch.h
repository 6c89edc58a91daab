#pragma once

#include <torch/torch.h>

#include <memory>
#include <string>
#include <vector>

namespace rekindle::train {

/// A tensor that is trained, under the name its state is saved by.
struct Parameter {
    std::string name;
    torch::Tensor tensor;
};

/// Rank 0 and 1: batch norm's gamma and beta, biases. LARS leaves them undecayed and unadapted.
[[nodiscard]] inline bool isVector(const torch::Tensor& tensor)
{
    return tensor.dim() <= 1;
}

/// Changes parameters by their gradients. State is matched by parameter name, never by position.
class Optimizer
{
public:
    virtual ~Optimizer() = default;
    /// One update at learning rate `lr`; parameters without a gradient are left alone.
    virtual void step(double lr) = 0;
    /// Drops all gradients.
    virtual void zeroGrad() = 0;
    /// The tensors to save, as "<parameter>/<what>". Writing into them restores the state.
    [[nodiscard]] virtual std::vector<Parameter> state() = 0;
    /// Updates made so far; saved and restored with the state.
    std::int64_t updates = 0;
};

/// SimCLR's LARS (recipes 1.5; lars_optimizer.py): g <- g + decay * w, trust ratio eta |w| / |g|,
/// v <- momentum * v + lr * ratio * g, w <- w - v. Vectors: no decay, ratio 1.
struct LarsSettings {
    double momentum = 0.9;
    double weightDecay = 1e-6;
    double eta = 0.001;
};
[[nodiscard]] std::unique_ptr<Optimizer> makeLars(std::vector<Parameter> parameters,
                                                  const LarsSettings& settings);

/// Adam with coupled L2 decay on every parameter (paper 4; recipes 5, #25).
struct AdamSettings {
    double beta1 = 0.9;
    double beta2 = 0.999;
    double eps = 1e-8;
    double weightDecay = 1e-4;
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
