// The losses that foretell: their gradients by finite differences, and in parts on replicas.
#include "core/pretrain/byol_loss_torch.h"
#include "core/pretrain/swav_loss_torch.h"
#include "tests/support/thread_replicas_torch.h"

#include <QtTest/QtTest>
#include <cmath>
#include <functional>

using namespace rekindle;
using torch::Tensor;

namespace {

constexpr double kStep = 1e-6;

/// The largest difference between a leaf's gradient and central differences of `loss`.
double offFromDifferences(Tensor& leaf, const std::function<Tensor()>& loss)
{
    leaf.mutable_grad() = Tensor();
    loss().backward();
    double largest = 0;
    const torch::NoGradGuard noGrad;
    Tensor flat = leaf.detach().view(-1);
    for (std::int64_t i = 0; i < flat.numel(); ++i) {
        const double value = flat[i].item<double>();
        flat[i] = value + kStep;
        const double up = loss().item<double>();
        flat[i] = value - kStep;
        const double down = loss().item<double>();
        flat[i] = value;
        largest = std::max(
            largest, std::abs(leaf.grad().view(-1)[i].item<double>() - (up - down) / (2 * kStep)));
    }
    return largest;
}

/// Scores as they come: of unit vectors against unit vectors.
Tensor unitScores(c10::IntArrayRef shape, std::int64_t prototypes)
{
    std::vector<std::int64_t> sizes(shape.begin(), shape.end());
    sizes.push_back(4);
    const auto rows = torch::nn::functional::normalize(
        torch::randn(sizes, torch::kDouble), torch::nn::functional::NormalizeFuncOptions().dim(-1));
    const auto centres =
        torch::nn::functional::normalize(torch::randn({prototypes, 4}, torch::kDouble));
    return rows.matmul(centres.t());
}

} // namespace

class TestPredictingLosses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assignmentsAreBalanced()
    {
        torch::manual_seed(1);
        const Tensor assigned = pretrain::sinkhorn(unitScores({60}, 5), {0.5, 200}); // to the limit
        QVERIFY((assigned.sum(1) - 1).abs().max().item<double>() < 1e-12);
        QVERIFY((assigned.sum(0) - 12).abs().max().item<double>() < 1e-6);
        QVERIFY(
            !pretrain::sinkhorn(torch::randn({4, 3}).requires_grad_(), {0.05, 3}).requires_grad());
    }

    /// Assignments carry no gradient: with those of a fixed moment the loss is a function of its
    /// own scores alone, and that is what the gradient is of.
    void swappedPredictionsGradient()
    {
        torch::manual_seed(2);
        Tensor scores = unitScores({3, 4}, 5).clone().requires_grad_();
        const pretrain::SinkhornSettings balance{0.5, 3};
        const auto fixed =
            pretrain::swavLoss(scores, {0, 1}, 0.3, balance, {}, model::alone()).assignments;
        const auto byHand = [&] {
            Tensor loss = torch::zeros({}, torch::kDouble);
            for (int crop : {0, 1}) {
                for (int other = 0; other < 3; ++other) {
                    if (other != crop)
                        loss = loss - (fixed[static_cast<std::size_t>(crop)] *
                                       torch::log_softmax(scores[other] / 0.3, 1))
                                              .sum(1)
                                              .mean() /
                                          2;
                }
            }
            return loss / 2;
        };
        QVERIFY(offFromDifferences(scores, byHand) < 1e-8);
        const Tensor differences = scores.grad().clone();
        scores.mutable_grad() = Tensor();
        pretrain::swavLoss(scores, {0, 1}, 0.3, balance, {}, model::alone()).loss.backward();
        QVERIFY((scores.grad() - differences).abs().max().item<double>() < 1e-14);
    }

    void regressionsGradient()
    {
        torch::manual_seed(3);
        Tensor first = torch::randn({4, 3}, torch::kDouble).requires_grad_();
        Tensor second = torch::randn({4, 3}, torch::kDouble).requires_grad_();
        Tensor target = torch::randn({4, 3}, torch::kDouble).requires_grad_();
        const auto loss = [&] { return pretrain::byolLoss(first, second, target, target); };
        QVERIFY(offFromDifferences(first, loss) < 1e-8);
        QVERIFY(offFromDifferences(second, loss) < 1e-8);
        QVERIFY(!target.grad().defined());
        // From 0 for what is foretold to 8 for its opposite.
        QVERIFY(pretrain::byolLoss(target, target, target, target).item<double>() < 1e-14);
        QVERIFY(std::abs(pretrain::byolLoss(-target, -target, target, target).item<double>() - 8) <
                1e-13);
    }

    /// Rows on three replicas, unevenly, with a queue: parts and gradients add up to the whole's.
    void partsOfASwappedPredictionAddUp()
    {
        torch::manual_seed(4);
        Tensor scores = unitScores({3, 7}, 5).clone().requires_grad_();
        const std::vector<Tensor> queued{unitScores({6}, 5), unitScores({6}, 5)};
        const auto whole =
            pretrain::swavLoss(scores, {0, 1}, 0.2, {0.05, 3}, queued, model::alone());
        whole.loss.backward();
        test::ThreadReplicas replicas(3);
        std::vector<Tensor> parts(3), gradients(3);
        replicas.run([&](const model::Replica& replica) {
            const auto rank = static_cast<std::size_t>(replica.rank());
            const std::int64_t from = 7 * replica.rank() / 3, to = 7 * (replica.rank() + 1) / 3;
            Tensor mine = scores.detach().slice(1, from, to).clone().requires_grad_();
            parts[rank] = pretrain::swavLoss(mine, {0, 1}, 0.2, {0.05, 3}, queued, replica).loss;
            parts[rank].backward();
            gradients[rank] = mine.grad();
        });
        const double sum = (parts[0] + parts[1] + parts[2]).item<double>();
        QVERIFY(std::abs(sum - whole.loss.item<double>()) < 1e-13);
        QVERIFY((torch::cat(gradients, 1) - scores.grad()).abs().max().item<double>() < 1e-13);
    }
};

QTEST_APPLESS_MAIN(TestPredictingLosses)
#include "tst_predicting_losses.moc"
