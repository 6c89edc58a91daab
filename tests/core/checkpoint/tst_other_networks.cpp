// Networks that are no ResNets can be looked at (tests/data/checkpoint/make_other_fixtures.py):
// every convolution in the file's order, norms as numpy has them, and the normalisation that runs
// behind it.
#include "core/checkpoint/checkpoint.h"
#include "core/inspect/weight_report.h"
#include "tests/support/result_macros.h"

#include <QtTest/QtTest>
#include <cmath>

using namespace rekindle;
using namespace rekindle::checkpoint;

namespace {

const std::filesystem::path kData =
    std::filesystem::path(REKINDLE_TEST_DATA) / "checkpoint" / "others";

} // namespace

class TestOtherNetworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canBeLookedAt_data()
    {
        QTest::addColumn<QString>("file");
        RK_UNWRAP(const Json all, readJsonFile(kData / "expected.json"));
        QVERIFY(all.size() >= 11);
        for (const auto& [name, told] : all.items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void canBeLookedAt()
    {
        QFETCH(QString, file);
        const std::string name = file.toStdString();
        RK_UNWRAP(const Json all, readJsonFile(kData / "expected.json"));
        const Json& told = all[name];
        RK_VERIFY_FAILS(ErrorKind::Mismatch, readCheckpoint(kData / name));
        ReadOptions looking;
        looking.anyNetwork = true;
        looking.keepDoubles = true;
        RK_UNWRAP(const Checkpoint read, readCheckpoint(kData / name, looking));
        QVERIFY(!read.onlyLook.empty());
        QCOMPARE(read.warnings.items().back().kind, std::string("only_look"));
        QVERIFY(
            read.warnings.items().back().sentence.ends_with("It can be looked at, not trained"));
        RK_UNWRAP(const auto report, inspect::inspectCheckpoint(read));
        QCOMPARE(report.layers.size(), told.size());
        for (std::size_t i = 0; i < told.size(); ++i) {
            const auto& layer = report.layers[i];
            QCOMPARE(layer.name, told[i]["name"].get<std::string>());
            QCOMPARE(layer.shape, told[i]["shape"].get<std::vector<std::int64_t>>());
            const double expected = told[i]["norm"].get<double>();
            QVERIFY2(std::abs(layer.layerNorm - expected) < 1e-12 * (1 + expected),
                     layer.name.c_str());
            QCOMPARE(layer.dead.size(), told[i]["dead"].get<std::size_t>());
            QVERIFY2(layer.norm == told[i]["bn"].get<std::string>(),
                     (layer.name + ": " + layer.norm).c_str());
            QCOMPARE(layer.gamma.has_value(), !layer.norm.empty());
        }
        // There and back, with layers that have no normalisation.
        RK_UNWRAP(const auto again, inspect::reportFromJson(inspect::toJson(report), "report"));
        QCOMPARE(dumpJson(inspect::toJson(again)), dumpJson(inspect::toJson(report)));
        RK_UNWRAP(const std::string hash, contentHash(read));
        const Json info = infoJson(read, hash);
        QCOMPARE(info["architecture"]["family"].get<std::string>(), std::string("other"));
        QCOMPARE(info["convolutions"].get<std::size_t>(), told.size());
    }

    /// Nothing to look at is still an error.
    void withoutConvolutions()
    {
        ReadOptions looking;
        looking.anyNetwork = true;
        const auto read = readCheckpoint(kData.parent_path() / "vit.pth", looking);
        RK_VERIFY_FAILS(ErrorKind::Mismatch, read);
    }
};

QTEST_APPLESS_MAIN(TestOtherNetworks)
#include "tst_other_networks.moc"
