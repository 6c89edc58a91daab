#include "core/pretrain/feature_look_torch.h"
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

    /// Wang and Isola 2020, section 4: exponents 2 and 2, on rows of unit length.
    void alignmentIsTheMeanSquaredDistanceOfViews()
    {
        const auto first = torch::tensor({{3.0, 0.0}, {0.0, 1.0}, {1.0, 0.0}});
        const auto second = torch::tensor({{1.0, 0.0}, {0.0, -2.0}, {0.0, 5.0}});
        // 0 for the first image, 4 for the second, 2 for the third.
        const auto two = torch::cat({first, second}, 0);
        QVERIFY(std::abs(pretrain::alignment(two, 2).item<double>() - 2) < 1e-6);
        // A third view like the first: pairs (1, 2), (1, 3), (2, 3) have 2, 0, 2.
        const auto three = torch::cat({first, second, first}, 0);
        QVERIFY(std::abs(pretrain::alignment(three, 3).item<double>() - 4.0 / 3) < 1e-6);
    }

    void uniformityKnowsHowFarApartImagesAre()
    {
        QVERIFY(std::abs(pretrain::uniformity(torch::ones({6, 3}))) < 1e-5);
        // Directions at right angles: every squared distance is 2.
        QVERIFY(std::abs(pretrain::uniformity(5 * torch::eye(8)) + 4) < 1e-5);
        // Two alike and one opposite: one pair at 0, two at 4.
        const auto rows = torch::tensor({{1.0, 0.0}, {2.0, 0.0}, {-1.0, 0.0}});
        const double expected = std::log((1 + 2 * std::exp(-8.0)) / 3);
        QVERIFY(std::abs(pretrain::uniformity(rows) - expected) < 1e-5);
    }

    /// What a step's line holds: the spread always, the rest every ten steps, where it can be told.
    void aStepsLineSaysWhatWasSeen()
    {
        const auto keysOf = [](std::int64_t step, const torch::Tensor& features, int views) {
            pretrain::FeatureLook look;
            look.take(features, views, {step, 100, model::alone(), 1});
            Json line = Json::object();
            look.addTo(line);
            QStringList keys;
            for (const auto& field : line.items())
                keys << QString::fromStdString(field.key());
            keys.sort();
            return keys.join(' ');
        };
        torch::manual_seed(1);
        const auto features = torch::randn({6, 4});
        QCOMPARE(keysOf(20, features, 2), QString("alignment effective_rank spread uniformity"));
        QCOMPARE(keysOf(21, features, 2), QString("spread"));
        QCOMPARE(keysOf(20, features, 1), QString("effective_rank spread uniformity"));
        QCOMPARE(keysOf(20, features.slice(0, 0, 2), 2),
                 QString("alignment effective_rank spread"));
        pretrain::FeatureLook look;
        look.take(features, 2, {10, 100, model::alone(), 1});
        look.take(features, 2, {11, 100, model::alone(), 1});
        QVERIFY(!look.isClose()); // nothing of a step before
        QCOMPARE(look.spread(), pretrain::featureSpread(features));
    }
};

QTEST_APPLESS_MAIN(TestHealth)
#include "tst_health.moc"
