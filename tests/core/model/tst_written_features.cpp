// Features of the files by their real writers against what their own frameworks computed: PyTorch
// in float64, TensorFlow and haiku in float32 (tests/data/checkpoint/make_*_fixtures.py).
#include "core/checkpoint/checkpoint.h"
#include "core/model/resnet_torch.h"
#include "core/model/weight_transfer_torch.h"
#include "tests/support/result_macros.h"

using namespace rekindle;

namespace {

const std::filesystem::path kData =
    std::filesystem::path(REKINDLE_TEST_DATA) / "checkpoint" / "writers";

/// pixels.py's formula.
torch::Tensor pixels()
{
    const auto axis = [](std::int64_t size, std::vector<std::int64_t> view) {
        return torch::arange(size, torch::kLong).view(view);
    };
    const auto n = axis(2, {2, 1, 1, 1});
    const auto c = axis(3, {1, 3, 1, 1});
    const auto y = axis(33, {1, 1, 33, 1});
    const auto x = axis(40, {1, 1, 1, 40});
    return ((y * 7 + x * 13 + c * 29 + n * 31 + y * x * 3) % 64).to(torch::kFloat) / 63.0F;
}

Json expectations()
{
    Json all;
    for (const char* part : {"expected_torch.json", "expected_tensorflow.json",
                             "expected_haiku_2020.json", "expected_haiku_today.json"}) {
        const auto read = readJsonFile(kData / part);
        for (const auto& [file, told] : read->items()) {
            if (told.contains("features"))
                all[file] = told["features"];
        }
    }
    return all;
}

} // namespace

class TestWrittenFeatures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void likeTheirFrameworks_data()
    {
        QTest::addColumn<QString>("file");
        const Json all = expectations();
        QVERIFY(all.size() >= 35);
        for (const auto& [name, told] : all.items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void likeTheirFrameworks()
    {
        QFETCH(QString, file);
        const auto rows =
            expectations()[file.toStdString()].get<std::vector<std::vector<double>>>();
        RK_UNWRAP(const auto read, checkpoint::readCheckpoint(kData / file.toStdString()));
        model::ResNet network(read.architecture, read.conventions,
                              model::RunningVariance::Unbiased);
        RK_VERIFY_OK(model::loadWeights(*network, read.weights));
        network->eval();
        const torch::NoGradGuard noGrad;
        const torch::Tensor features = network->forward(pixels()).to(torch::kDouble);
        QCOMPARE(features.size(0), static_cast<std::int64_t>(rows.size()));
        double most = 0;
        double difference = 0;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const torch::Tensor expected = torch::tensor(rows[row], torch::kDouble);
            QCOMPARE(features.size(1), expected.size(0));
            most = std::max(most, expected.abs().max().item<double>());
            difference = std::max(
                difference,
                (features[static_cast<std::int64_t>(row)] - expected).abs().max().item<double>());
        }
        QVERIFY(most > 0.01);
        QVERIFY2(difference < 1e-5 * most, qPrintable(QString::number(difference / most)));
    }
};

QTEST_APPLESS_MAIN(TestWrittenFeatures)
#include "tst_written_features.moc"
