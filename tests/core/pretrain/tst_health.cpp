#include "core/pretrain/health_torch.h"

#include <QtTest/QtTest>
#include <cmath>

using namespace rekindle;

/// Figures of collapse on features whose answer is known.
class TestHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rankCountsDirections()
    {
        QVERIFY(std::abs(pretrain::effectiveRank(torch::eye(7)) - 7) < 1e-6);
        QVERIFY(std::abs(pretrain::effectiveRank(torch::ones({9, 5})) - 1) < 1e-6);
        // Singular values 3 and 1: exp of the entropy of (3/4, 1/4).
        const auto two = torch::diag(torch::tensor({3.0, 1.0, 0.0}));
        const double entropy = -(0.75 * std::log(0.75) + 0.25 * std::log(0.25));
        QVERIFY(std::abs(pretrain::effectiveRank(two) - std::exp(entropy)) < 1e-9);
        QVERIFY(std::isfinite(pretrain::effectiveRank(torch::zeros({3, 4}))));
    }

    void spreadIsOneOnTheSphereAndZeroAtAPoint()
    {
        torch::manual_seed(1);
        QVERIFY(std::abs(pretrain::featureSpread(torch::randn({4000, 64})) - 1) < 0.01);
        QVERIFY(pretrain::featureSpread(torch::ones({20, 8})) < 1e-6);
    }
};

QTEST_APPLESS_MAIN(TestHealth)
#include "tst_health.moc"
