#include "core/model/replica_torch.h"

#include "tests/support/thread_replicas_torch.h"

#include <QtTest/QtTest>
#include <array>

using namespace rekindle;

class TestReplica : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aloneEverythingIsTheIdentity()
    {
        const auto mine = torch::randn({3, 2});
        QVERIFY(model::alone().sum(mine).is_same(mine));
        QVERIFY(model::sumOver(mine, model::alone()).is_same(mine));
        const auto rows = model::gatherRows(mine, model::alone());
        QVERIFY(rows.all.is_same(mine) && rows.first == 0);
    }

    /// In float32 1e8 + 1 is 1e8 again, so the order shows: (1e8 + 1) - 1e8 is 0, and 1e8 - 1e8 + 1
    /// would be 1.
    void sumsAreAddedUpInRankOrder()
    {
        test::ThreadReplicas three(3);
        std::array<float, 3> sums{-1, -1, -1};
        three.run([&](const model::Replica& replica) {
            const std::array<float, 3> given{1e8F, 1.0F, -1e8F};
            const auto rank = static_cast<std::size_t>(replica.rank());
            sums.at(rank) = replica.sum(torch::full({1}, given.at(rank))).item<float>();
        });
        QCOMPARE(sums, (std::array<float, 3>{0, 0, 0}));
    }

    /// The loss is the sum of c_r * s over replicas r, s the sum of all x: its slope at every x is
    /// the sum of all c.
    void aSumsGradientIsTheSumOfTheGradients()
    {
        test::ThreadReplicas three(3);
        std::array<torch::Tensor, 3> slopes;
        three.run([&](const model::Replica& replica) {
            auto x = torch::full({2}, replica.rank() + 1.0, torch::kDouble).requires_grad_();
            const auto sum = model::sumOver(x, replica);
            (sum * torch::tensor({1.0, 10.0}, torch::kDouble) * (replica.rank() + 1))
                .sum()
                .backward();
            slopes.at(static_cast<std::size_t>(replica.rank())) = x.grad();
        });
        for (const auto& slope : slopes)
            QVERIFY(torch::equal(slope, torch::tensor({6.0, 60.0}, torch::kDouble)));
    }

    /// Replicas may have different numbers of rows, even none.
    void rowsStandInRankOrderAndTakeTheirGradientsHome()
    {
        const std::array<std::int64_t, 3> counts{2, 0, 1};
        const std::array<std::int64_t, 3> firsts{0, 2, 2};
        test::ThreadReplicas three(3);
        std::array<bool, 3> right{};
        three.run([&](const model::Replica& replica) {
            const auto rank = static_cast<std::size_t>(replica.rank());
            auto mine = torch::full({counts.at(rank), 1}, replica.rank() + 1.0, torch::kDouble)
                            .requires_grad_();
            const auto rows = model::gatherRows(mine, replica);
            // Replica r weighs row i with (r + 1) * (i + 1): together 6 * (i + 1).
            const auto weights = torch::arange(1, 4, torch::kDouble).unsqueeze(1);
            (rows.all * weights * (replica.rank() + 1)).sum().backward();
            const auto expected = 6 * weights.narrow(0, firsts.at(rank), counts.at(rank));
            right.at(rank) = torch::equal(rows.all.detach().flatten(),
                                          torch::tensor({1.0, 1.0, 3.0}, torch::kDouble)) &&
                             rows.first == firsts.at(rank) && torch::equal(mine.grad(), expected);
        });
        QCOMPARE(right, (std::array<bool, 3>{true, true, true}));
    }
};

QTEST_APPLESS_MAIN(TestReplica)
#include "tst_replica.moc"
