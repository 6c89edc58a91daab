#include "core/train/optimizer_torch.h"

#include <QtTest/QtTest>
#include <cmath>
#include <vector>

using namespace rekindle;

namespace {

using Rows = std::vector<double>;

double norm(const Rows& values)
{
    double sum = 0;
    for (const double value : values)
        sum += value * value;
    return std::sqrt(sum);
}

/// SimCLR's LARS as its formula stands in the original, for one tensor, in double.
struct LarsByHand {
    Rows weight, velocity;
    bool excluded = false;

    void step(Rows gradient, double lr)
    {
        double ratio = 1;
        if (!excluded) {
            for (std::size_t i = 0; i < gradient.size(); ++i)
                gradient[i] += 1e-2 * weight[i];
            const double w = norm(weight), g = norm(gradient);
            ratio = w > 0 && g > 0 ? 0.001 * w / g : 1.0;
        }
        for (std::size_t i = 0; i < gradient.size(); ++i) {
            velocity[i] = 0.9 * velocity[i] + lr * ratio * gradient[i];
            weight[i] -= velocity[i];
        }
    }
};

Rows valuesOf(const torch::Tensor& tensor)
{
    const torch::Tensor flat = tensor.detach().to(torch::kDouble).flatten().contiguous();
    return Rows(flat.data_ptr<double>(), flat.data_ptr<double>() + flat.numel());
}

} // namespace

class TestOptimizers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void larsFollowsItsFormula()
    {
        torch::manual_seed(5);
        const auto options = torch::TensorOptions(torch::kDouble).requires_grad(true);
        const std::vector<torch::Tensor> tensors = {
            torch::randn({3, 4}, torch::kDouble).set_requires_grad(true), // adapted
            torch::zeros({2, 2}, options),                                // zero norm: ratio 1
            torch::randn({5}, torch::kDouble).set_requires_grad(true)};   // a vector: excluded
        std::vector<train::Parameter> parameters;
        std::vector<LarsByHand> byHand;
        for (std::size_t i = 0; i < tensors.size(); ++i) {
            parameters.push_back({"p" + std::to_string(i), tensors[i]});
            const Rows values = valuesOf(tensors[i]);
            byHand.push_back({values, Rows(values.size(), 0.0), tensors[i].dim() <= 1});
        }
        train::LarsSettings settings;
        settings.weightDecay = 1e-2;
        const auto lars = train::makeLars(parameters, settings);
        // The rate changes: it belongs inside the velocity, and only then do later steps agree.
        for (const double lr : {0.5, 1.5, 0.1, 4.8, 0.0, 0.3}) {
            for (std::size_t i = 0; i < tensors.size(); ++i) {
                const torch::Tensor gradient = torch::randn(tensors[i].sizes(), torch::kDouble);
                torch::Tensor tensor = tensors[i];
                tensor.mutable_grad() = gradient;
                byHand[i].step(valuesOf(gradient), lr);
            }
            lars->step(lr);
            for (std::size_t i = 0; i < tensors.size(); ++i) {
                const Rows now = valuesOf(tensors[i]);
                for (std::size_t k = 0; k < now.size(); ++k)
                    QVERIFY(std::abs(now[k] - byHand[i].weight[k]) < 1e-12);
            }
        }
    }

    void larsStepIsProportionalToTheWeights()
    {
        // |w| eta lr is the length of a first undecayed step, whatever the gradient's size.
        torch::Tensor weight = torch::full({10, 10}, 2.0, torch::kDouble).set_requires_grad(true);
        train::LarsSettings settings;
        settings.weightDecay = 0;
        const auto lars = train::makeLars({{"w", weight}}, settings);
        const torch::Tensor before = weight.detach().clone();
        weight.mutable_grad() = torch::randn({10, 10}, torch::kDouble) * 1e6;
        lars->step(3.0);
        QVERIFY(std::abs((weight.detach() - before).norm().item<double>() - 20.0 * 0.001 * 3.0) <
                1e-12);
    }

    void adamAgreesWithLibTorchs()
    {
        torch::manual_seed(7);
        torch::Tensor ours = torch::randn({4, 3}, torch::kDouble).set_requires_grad(true);
        torch::Tensor theirs = ours.detach().clone().set_requires_grad(true);
        const auto adam = train::makeAdam({{"w", ours}}, {});
        torch::optim::Adam reference({theirs}, torch::optim::AdamOptions(3e-4).weight_decay(1e-4));
        for (int step = 0; step < 50; ++step) {
            const torch::Tensor gradient = torch::randn({4, 3}, torch::kDouble);
            ours.mutable_grad() = gradient.clone();
            theirs.mutable_grad() = gradient.clone();
            adam->step(3e-4);
            reference.step();
            QVERIFY((ours - theirs).abs().max().item<double>() < 1e-12);
        }
    }

    void stateRestoredByNameContinuesExactly()
    {
        torch::manual_seed(9);
        const auto make = [] { return torch::full({3, 3}, 0.5f).set_requires_grad(true); };
        std::vector<torch::Tensor> gradients;
        for (int i = 0; i < 6; ++i)
            gradients.push_back(torch::randn({3, 3}));
        const auto run = [&](train::Optimizer& optimizer, torch::Tensor& weight, int from, int to) {
            for (int i = from; i < to; ++i) {
                weight.mutable_grad() = gradients[static_cast<std::size_t>(i)].clone();
                optimizer.step(0.01);
            }
        };
        torch::Tensor whole = make(), first = make();
        const auto uninterrupted = train::makeAdam({{"w", whole}}, {});
        run(*uninterrupted, whole, 0, 6);
        const auto before = train::makeAdam({{"w", first}}, {});
        run(*before, first, 0, 3);
        torch::Tensor second = first.detach().clone().set_requires_grad(true);
        const auto after = train::makeAdam({{"w", second}}, {});
        const auto saved = before->state();
        auto restored = after->state();
        for (std::size_t i = 0; i < saved.size(); ++i) {
            QCOMPARE(restored[i].name, saved[i].name);
            restored[i].tensor.copy_(saved[i].tensor);
        }
        after->updates = before->updates;
        run(*after, second, 3, 6);
        QVERIFY(torch::equal(whole, second));
    }
};

QTEST_APPLESS_MAIN(TestOptimizers)
#include "tst_optimizers.moc"
