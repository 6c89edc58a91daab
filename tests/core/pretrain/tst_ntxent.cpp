#include "core/pretrain/ntxent_torch.h"

#include <QtTest/QtTest>
#include <cmath>
#include <vector>

using namespace rekindle;

namespace {

/// The mean over 2N anchors of the paper's Eq. 1 in plain loops: -log of the positive's share among
/// everything but the anchor itself.
double byHand(const torch::Tensor& first, const torch::Tensor& second, double temperature)
{
    const torch::Tensor all = torch::cat({first, second}, 0);
    const auto count = static_cast<int>(first.size(0));
    const auto cosine = [&](int a, int b) {
        double dot = 0, na = 0, nb = 0;
        for (int k = 0; k < all.size(1); ++k) {
            const double x = all[a][k].item<double>(), y = all[b][k].item<double>();
            dot += x * y;
            na += x * x;
            nb += y * y;
        }
        return dot / std::sqrt(na * nb);
    };
    double sum = 0;
    for (int anchor = 0; anchor < 2 * count; ++anchor) {
        const int positive = (anchor + count) % (2 * count);
        double denominator = 0;
        for (int other = 0; other < 2 * count; ++other) {
            if (other != anchor)
                denominator += std::exp(cosine(anchor, other) / temperature);
        }
        sum -= cosine(anchor, positive) / temperature - std::log(denominator);
    }
    return sum / (2 * count);
}

} // namespace

class TestNtXent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTwiceTheMeanOfEquationOne_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("temperature");
        QTest::newRow("two images") << 2 << 0.1;
        QTest::newRow("seven images") << 7 << 0.5;
        QTest::newRow("sixteen images, warm") << 16 << 1.0;
    }
    void isTwiceTheMeanOfEquationOne()
    {
        QFETCH(int, count);
        QFETCH(double, temperature);
        torch::manual_seed(11);
        const auto first = torch::randn({count, 5}, torch::kDouble);
        const auto second = torch::randn({count, 5}, torch::kDouble);
        const double loss =
            pretrain::ntXent(first, second, temperature, model::alone()).item<double>();
        QVERIFY(std::abs(loss - 2 * byHand(first, second, temperature)) < 1e-10);
    }

    /// All views alike: every share is 1 / (2N - 1), so the sum of the two means is 2 log(2N - 1).
    void collapseCostsTheLogarithm()
    {
        const auto same = torch::ones({8, 4}, torch::kDouble);
        const double loss = pretrain::ntXent(same, same, 0.1, model::alone()).item<double>();
        QVERIFY(std::abs(loss - 2 * std::log(15.0)) < 1e-10);
    }

    void gradientAgreesWithFiniteDifferences()
    {
        torch::manual_seed(13);
        auto first = torch::randn({3, 4}, torch::kDouble).set_requires_grad(true);
        auto second = torch::randn({3, 4}, torch::kDouble).set_requires_grad(true);
        pretrain::ntXent(first, second, 0.2, model::alone()).backward();
        constexpr double kStep = 1e-6;
        for (const auto& input : {first, second}) {
            torch::Tensor flat = input.detach().view(-1);
            for (std::int64_t i = 0; i < flat.numel(); ++i) {
                const double value = flat[i].item<double>();
                const torch::NoGradGuard noGrad;
                flat[i] = value + kStep;
                const double up =
                    pretrain::ntXent(first, second, 0.2, model::alone()).item<double>();
                flat[i] = value - kStep;
                const double down =
                    pretrain::ntXent(first, second, 0.2, model::alone()).item<double>();
                flat[i] = value;
                const double expected = (up - down) / (2 * kStep);
                QVERIFY(std::abs(input.grad().view(-1)[i].item<double>() - expected) < 1e-7);
            }
        }
    }

    /// Several tiles, the last of them smaller, against the same loss written with whole matrices
    /// and differentiated by LibTorch.
    void manyRowsAgreeWithTheWholeMatrix_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("doubles");
        QTest::addColumn<double>("temperature");
        QTest::newRow("three tiles") << 700 << true << 0.1;
        QTest::newRow("three tiles, float") << 700 << false << 0.1;
        QTest::newRow("a row over") << 257 << true << 0.5;
        QTest::newRow("too cold for tiles") << 300 << false << 0.01;
    }
    void manyRowsAgreeWithTheWholeMatrix()
    {
        QFETCH(int, count);
        QFETCH(bool, doubles);
        QFETCH(double, temperature);
        torch::manual_seed(17);
        const auto type = doubles ? torch::kDouble : torch::kFloat;
        auto first = torch::randn({count, 16}, type).set_requires_grad(true);
        auto second = torch::randn({count, 16}, type).set_requires_grad(true);
        // A factor behind it reaches the gradient.
        torch::Tensor loss = 3 * pretrain::ntXent(first, second, temperature, model::alone());
        loss.backward();

        const torch::Tensor all = torch::cat({first, second}, 0).detach().to(torch::kDouble);
        torch::Tensor rows = all.clone().set_requires_grad(true);
        const torch::Tensor unit = rows / rows.norm(2, 1, true);
        const torch::Tensor self = torch::eye(2 * count, torch::kDouble) * 1e9;
        const torch::Tensor logits = unit.matmul(unit.t()) / temperature - self;
        const torch::Tensor positives =
            torch::cat({torch::arange(count, 2 * count), torch::arange(count)});
        torch::Tensor expected = 6 * torch::cross_entropy_loss(logits, positives);
        expected.backward();
        const double near = doubles ? 1e-11 : 2e-5;
        QVERIFY(std::abs(loss.item<double>() / expected.item<double>() - 1) < near);
        const torch::Tensor gradient = torch::cat({first.grad(), second.grad()}, 0);
        const double off = (gradient - rows.grad()).norm().item<double>();
        QVERIFY2(off < near * rows.grad().norm().item<double>(), qPrintable(QString::number(off)));
    }

    void lengthOfTheRowsDoesNotMatter()
    {
        torch::manual_seed(15);
        const auto first = torch::randn({6, 8}), second = torch::randn({6, 8});
        const double loss = pretrain::ntXent(first, second, 0.1, model::alone()).item<double>();
        const double scaled =
            pretrain::ntXent(first * 7, second * 0.2, 0.1, model::alone()).item<double>();
        QVERIFY(std::abs(loss - scaled) < 1e-4);
    }

    void zeroRowsStayFinite()
    {
        const auto zero = torch::zeros({4, 3}).set_requires_grad(true);
        const auto loss = pretrain::ntXent(zero, torch::randn({4, 3}), 0.1, model::alone());
        loss.backward();
        QVERIFY(std::isfinite(loss.item<double>()));
        QVERIFY(torch::isfinite(zero.grad()).all().item<bool>());
    }
};

QTEST_APPLESS_MAIN(TestNtXent)
#include "tst_ntxent.moc"
