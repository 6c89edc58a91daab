#include "core/train/nearest_torch.h"

#include <QtTest/QtTest>
#include <cmath>

using namespace rekindle::train;

namespace {

constexpr double kTemperature = 0.07;

double shareOf(const torch::Tensor& shares, std::int64_t row, std::int64_t column)
{
    return shares[row][column].item<double>();
}

} // namespace

/// The votes of Wu et al. 2018, computed by hand on directions in the plane.
class TestNearest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void votesAreWeighedByTheirNearness()
    {
        // At 0, 90 and 180 degrees; lengths must not matter.
        const torch::Tensor train = torch::tensor({{2.0F, 0.0F}, {0.0F, 0.5F}, {-3.0F, 0.0F}});
        // At 30 degrees: cosines 0.866, 0.5, -0.866.
        const double nearest = std::sqrt(3.0) / 2, second = 0.5, third = -nearest;
        const torch::Tensor test =
            torch::tensor({{static_cast<float>(7 * nearest), static_cast<float>(7 * second)}});

        const torch::Tensor one = nearestVotes(train, {0, 1, 2}, test, 1, 3);
        QCOMPARE(shareOf(one, 0, 0), 1.0);
        QCOMPARE(shareOf(one, 0, 1), 0.0);

        const torch::Tensor two = nearestVotes(train, {0, 1, 2}, test, 2, 3);
        const double share = 1 / (1 + std::exp((second - nearest) / kTemperature));
        QVERIFY(std::abs(shareOf(two, 0, 0) - share) < 1e-5);
        QVERIFY(std::abs(shareOf(two, 0, 1) - (1 - share)) < 1e-5);
        QCOMPARE(shareOf(two, 0, 2), 0.0);

        // All three, the first and the last of one class; more neighbours than there are images.
        const torch::Tensor all = nearestVotes(train, {1, 0, 1}, test, 20, 2);
        const double mine = std::exp(nearest / kTemperature) + std::exp(third / kTemperature);
        const double other = std::exp(second / kTemperature);
        QVERIFY(std::abs(shareOf(all, 0, 0) - other / (mine + other)) < 1e-5);
        QVERIFY(std::abs(shareOf(all, 0, 1) - mine / (mine + other)) < 1e-5);
    }

    void manyNearVotesOutweighOneNearer()
    {
        // One image of class 0 in the same direction, three of class 1 at cosine 0.96.
        const torch::Tensor train =
            torch::tensor({{1.0F, 0.0F}, {0.96F, 0.28F}, {0.96F, -0.28F}, {0.96F, 0.28F}});
        const torch::Tensor test = torch::tensor({{1.0F, 0.0F}});
        const torch::Tensor votes = nearestVotes(train, {0, 1, 1, 1}, test, 4, 2);
        const double one = 1, three = 3 * std::exp(-0.04 / kTemperature);
        QVERIFY(three > one);
        QVERIFY(std::abs(shareOf(votes, 0, 1) - three / (one + three)) < 1e-5);
    }

    /// Rows are worked off in pieces of 1,024; each has its own neighbours.
    void everyRowHasItsOwn()
    {
        constexpr std::int64_t kRows = 2500;
        const torch::Tensor train = torch::tensor({{1.0F, 0.0F}, {0.0F, 1.0F}});
        torch::Tensor test = torch::zeros({kRows, 2});
        for (std::int64_t row = 0; row < kRows; ++row)
            test[row][row % 2] = 1;
        const torch::Tensor votes = nearestVotes(train, {0, 1}, test, 1, 2);
        QCOMPARE(votes.size(0), kRows);
        for (std::int64_t row = 0; row < kRows; ++row)
            QCOMPARE(shareOf(votes, row, row % 2), 1.0);
    }

    /// Every row is judged by the others; what belongs to the same patient has no vote.
    void othersVoteButNotTheOwnGroup()
    {
        // Two pairs of the same direction; within a pair the labels agree.
        const torch::Tensor rows =
            torch::tensor({{1.0F, 0.0F}, {2.0F, 0.0F}, {0.0F, 1.0F}, {0.0F, 3.0F}});
        const std::vector<std::int64_t> labels{0, 0, 1, 1};
        const torch::Tensor apart = nearestVotesOfOthers(rows, labels, {1, 2, 3, 4}, 1, 2);
        for (std::int64_t row = 0; row < 4; ++row)
            QCOMPARE(shareOf(apart, row, labels[static_cast<std::size_t>(row)]), 1.0);
        // The pairs are one patient each: only the other class is left.
        const torch::Tensor pairs = nearestVotesOfOthers(rows, labels, {1, 1, 2, 2}, 1, 2);
        for (std::int64_t row = 0; row < 4; ++row)
            QCOMPARE(shareOf(pairs, row, labels[static_cast<std::size_t>(row)]), 0.0);
        // Nobody is left.
        const torch::Tensor none = nearestVotesOfOthers(rows, labels, {1, 1, 1, 1}, 3, 2);
        QCOMPARE(none.sum().item<double>(), 0.0);
    }
};

QTEST_APPLESS_MAIN(TestNearest)
#include "tst_nearest.moc"
