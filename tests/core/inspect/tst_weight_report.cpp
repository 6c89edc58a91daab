#include "core/inspect/weight_report.h"

#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"
#include "tests/support/tiny_checkpoint.h"

#include <QtTest/QtTest>
#include <cmath>
#include <fstream>
#include <limits>
#include <map>

using namespace rekindle;
using namespace rekindle::inspect;

namespace {

const std::filesystem::path kData = std::filesystem::path(REKINDLE_TEST_DATA) / "checkpoint";

bool near(double one, double other, double relative = 1e-12)
{
    return std::abs(one - other) <= relative * (1 + std::abs(other));
}

/// The tiny network in float64, written without our writer: every value of a convolution is the one
/// given for it, or 0.5; batch norm's are 1 + 2^-40.
void writeWide(const std::filesystem::path& file, const std::map<std::string, double>& given)
{
    Json header = Json::object();
    std::vector<double> values;
    const auto add = [&](const std::string& name, std::vector<std::int64_t> shape, double value) {
        std::int64_t count = 1;
        for (const std::int64_t side : shape)
            count *= side;
        const std::size_t begin = values.size() * sizeof(double);
        values.insert(values.end(), static_cast<std::size_t>(count), value);
        header[name] = {{"dtype", "F64"},
                        {"shape", shape},
                        {"data_offsets", {begin, values.size() * sizeof(double)}}};
    };
    for (const weights::ConvLayer& layer : weights::convLayers(test::tinyArchitecture())) {
        const auto it = given.find(layer.conv);
        add(layer.conv + ".weight", {layer.outputs, layer.inputs, layer.kernel, layer.kernel},
            it == given.end() ? 0.5 : it->second);
        for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"})
            add(layer.norm + part, {layer.outputs}, 1 + std::ldexp(1.0, -40));
    }
    const std::string text = header.dump();
    const std::uint64_t length = text.size();
    std::ofstream stream(file, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(&length), sizeof length);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    stream.write(reinterpret_cast<const char*>(values.data()),
                 static_cast<std::streamsize>(values.size() * sizeof(double)));
}

} // namespace

class TestWeightReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Norms per layer and filter as PyTorch computed them in float64.
    void normsAsPyTorchs_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"basic.pth", "nested.pth", "views.pth", "bf16.safetensors",
                                 "f64.pth", "f64.safetensors", "f16.pth"})
            QTest::newRow(file) << file;
    }

    void normsAsPyTorchs()
    {
        QFETCH(QString, file);
        const std::string name = file.toStdString();
        RK_UNWRAP(const Json all, readJsonFile(kData / "expected.json"));
        checkpoint::ReadOptions look;
        look.keepDoubles = true;
        RK_UNWRAP(const auto read, checkpoint::readCheckpoint(kData / name, look));
        RK_UNWRAP(const WeightReport report, inspectCheckpoint(read));
        RK_UNWRAP(const InspectedFile passed, inspectFile(kData / name, look));
        QCOMPARE(dumpJson(toJson(passed.report)), dumpJson(toJson(report)));
        QVERIFY(report.layers.size() >= 12);
        std::uint64_t filters = 0;
        std::uint64_t dead = 0;
        std::uint64_t above = 0;
        for (const LayerReport& layer : report.layers) {
            const Json& told = all[name]["tensors"][layer.name + ".weight"];
            QCOMPARE(layer.shape, told["shape"].get<std::vector<std::int64_t>>());
            QVERIFY(near(layer.layerNorm, told["norm"].get<double>()));
            const auto norms = told["filter_norms"].get<std::vector<double>>();
            QCOMPARE(layer.filterNorms.size(), norms.size());
            for (std::size_t i = 0; i < norms.size(); ++i) {
                QVERIFY(near(layer.filterNorms[i], norms[i]));
                dead += norms[i] < 0.1 ? 1 : 0;
                above += norms[i] > 1.0 ? 1 : 0;
                ++filters;
            }
        }
        QCOMPARE(report.totals.filters, filters);
        QCOMPARE(report.totals.dead, dead);
        QCOMPARE(report.totals.above, above);
    }

    /// float64 weights are measured as they are stored: in float32 the first filter would be
    /// infinite, the second 0, the third lose its last digits; their squares leave the range of a
    /// double as well.
    void normsOfTheStoredNumbers()
    {
        const test::TempFolder folder;
        const double fine = 1 + std::ldexp(1.0, -40);
        const std::map<std::string, double> stored{
            {"conv1", 1e200}, {"layer1.0.conv1", 1e-200}, {"layer1.0.conv2", fine}};
        writeWide(folder / "wide.safetensors", stored);
        checkpoint::ReadOptions look;
        look.allowNonFinite = true;
        look.keepDoubles = true;
        RK_UNWRAP(const auto read, checkpoint::readCheckpoint(folder / "wide.safetensors", look));
        RK_UNWRAP(const WeightReport report, inspectCheckpoint(read));
        int compared = 0;
        for (const LayerReport& layer : report.layers) {
            const auto it = stored.find(layer.name);
            const double value = it == stored.end() ? 0.5 : it->second;
            const double size =
                static_cast<double>(layer.shape[1] * layer.shape[2] * layer.shape[3]);
            const double filters = static_cast<double>(layer.shape[0]);
            for (const double norm : layer.filterNorms)
                QVERIFY(std::abs(norm / (value * std::sqrt(size)) - 1) < 1e-14);
            QVERIFY(std::abs(layer.layerNorm / (value * std::sqrt(size * filters)) - 1) < 1e-14);
            QCOMPARE(layer.gamma->median, fine);
            ++compared;
        }
        QCOMPARE(compared, 20);
        QCOMPARE(report.layers[0].above, std::uint64_t{4});
        QCOMPARE(report.layers[1].dead.size(), std::size_t{4});
        // Said as what it is: a number, but none that can be trained on.
        QCOMPARE(read.warnings.items().size(), std::size_t{2});
        QCOMPARE(read.warnings.items()[1].kind, std::string("values_too_large"));
        RK_VERIFY_FAILS(ErrorKind::Damaged,
                        checkpoint::readCheckpoint(folder / "wide.safetensors"));
    }

    /// Measuring while reading says what measuring a network in memory says, of the values, and of
    /// what is wrong with them.
    void passingByAsKept_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"nan.pth", "wide.safetensors", "views.pth"})
            QTest::newRow(file) << file;
    }

    void passingByAsKept()
    {
        QFETCH(QString, file);
        const test::TempFolder folder;
        writeWide(folder / "wide.safetensors", {{"conv1", 1e200}, {"layer1.0.conv1", 1e-200}});
        const auto path =
            file.startsWith("wide") ? folder / "wide.safetensors" : kData / file.toStdString();
        checkpoint::ReadOptions look;
        look.allowNonFinite = true;
        look.keepDoubles = true;
        RK_UNWRAP(const auto read, checkpoint::readCheckpoint(path, look));
        RK_UNWRAP(const WeightReport report, inspectCheckpoint(read));
        RK_UNWRAP(const InspectedFile passed, inspectFile(path, look));
        QCOMPARE(dumpJson(toJson(passed.report)), dumpJson(toJson(report)));
        QCOMPARE(passed.warnings.items().size(), read.warnings.items().size());
        for (std::size_t i = 0; i < read.warnings.items().size(); ++i)
            QCOMPARE(passed.warnings.items()[i].kind, read.warnings.items()[i].kind);
        look.allowNonFinite = false;
        if (file != "views.pth")
            RK_VERIFY_FAILS(ErrorKind::Damaged, inspectFile(path, look));
    }

    /// Kernels that are shown are not kept; everything else is.
    void onlyKernelsPassBy()
    {
        std::map<std::string, std::size_t> shown;
        checkpoint::ReadOptions look;
        look.keepHead = true;
        look.pass = [&](const checkpoint::PassingKernel& kernel) {
            shown.emplace(kernel.name, kernel.narrow.size());
            return kernel.wide.empty();
        };
        RK_UNWRAP(const auto passed, checkpoint::readCheckpoint(kData / "basic.pth", look));
        RK_UNWRAP(const auto whole, checkpoint::readCheckpoint(kData / "basic.pth"));
        QCOMPARE(shown.size(), weights::convLayers(whole.architecture).size());
        QCOMPARE(passed.weights.items().size(), whole.weights.items().size());
        for (const auto& item : whole.weights.items()) {
            const weights::Tensor* other = passed.weights.find(item.name);
            QVERIFY(other != nullptr);
            QCOMPARE(other->shape, item.tensor.shape);
            if (const auto it = shown.find(item.name); it != shown.end()) {
                QCOMPARE(it->second, item.tensor.values.size());
                QVERIFY(other->values.empty());
            } else {
                QCOMPARE(other->values, item.tensor.values);
            }
        }
    }

    void forwardOrderWithShortcutLast()
    {
        RK_UNWRAP(const auto read, checkpoint::readCheckpoint(kData / "nested.pth"));
        RK_UNWRAP(const WeightReport report, inspectWeights(read.weights, read.architecture));
        QCOMPARE(report.layers[0].name, std::string("conv1"));
        QCOMPARE(report.layers[3].name, std::string("layer1.0.conv3"));
        QCOMPARE(report.layers[4].name, std::string("layer1.0.downsample.0"));
        QCOMPARE(report.layers[4].norm, std::string("layer1.0.downsample.1"));
        QCOMPARE(report.layers[5].name, std::string("layer1.1.conv1"));
    }

    /// A norm equal to the threshold is neither dead nor above it.
    void thresholdsAreStrict()
    {
        RK_UNWRAP(auto read, checkpoint::readCheckpoint(kData / "basic.pth"));
        auto& values = read.weights.find("conv1.weight")->values;
        std::fill(values.begin(), values.end(), 0.0F);
        values[0] = 0.25F;
        values[values.size() / 2] = 0.5F;
        InspectSettings settings;
        settings.deadBelow = 0.25;
        settings.above = 0.5;
        RK_UNWRAP(WeightReport report, inspectWeights(read.weights, read.architecture, settings));
        QVERIFY(report.layers[0].dead.empty());
        QCOMPARE(report.layers[0].above, std::uint64_t{0});
        settings.deadBelow = std::nextafter(0.25, 1.0);
        settings.above = std::nextafter(0.5, 0.0);
        RK_UNWRAP(report, inspectWeights(read.weights, read.architecture, settings));
        QCOMPARE(report.layers[0].dead, std::vector<std::int64_t>{0});
        QCOMPARE(report.layers[0].above, std::uint64_t{1});
    }

    void quartilesByLinearInterpolation()
    {
        const Quantiles q = quantiles({4, 1, 3, 2, 10});
        QCOMPARE(q.min, 1.0);
        QCOMPARE(q.q25, 2.0);
        QCOMPARE(q.median, 3.0);
        QCOMPARE(q.q75, 4.0);
        QCOMPARE(q.max, 10.0);
        QCOMPARE(q.mean, 4.0);
        // As numpy.quantile: 1.75, 2.5, 3.25.
        QCOMPARE(quantiles({1, 2, 3, 4}).q25, 1.75);
        QCOMPARE(quantiles({1, 2, 3, 4}).median, 2.5);
        QCOMPARE(quantiles({7}).q75, 7.0);
        QCOMPARE(quantiles({}).max, 0.0);
        QVERIFY(std::isnan(quantiles({1, std::nan(""), 0}).min));
    }

    void jsonThereAndBack()
    {
        checkpoint::ReadOptions look;
        look.allowNonFinite = true;
        for (const char* file : {"basic.pth", "nan.pth"}) {
            RK_UNWRAP(const auto read, checkpoint::readCheckpoint(kData / file, look));
            RK_UNWRAP(WeightReport report, inspectWeights(read.weights, read.architecture));
            report.file = "weights\xff.pth"; // no UTF-8
            const std::string text = dumpJson(toJson(report));
            RK_UNWRAP(const Json parsed, parseJson(text, "report"));
            RK_UNWRAP(const WeightReport again, reportFromJson(parsed, "report"));
            QCOMPARE(again.file, report.file);
            QCOMPARE(dumpJson(toJson(again)), text);
            for (const char* key : {"file", "dead_below", "above", "totals", "layers"})
                QVERIFY(parsed.contains(key));
            for (const char* key : {"name", "shape", "norm", "filter_norms", "dead", "above", "bn"})
                QVERIFY(parsed["layers"][0].contains(key));
            for (const char* key : {"min", "q25", "median", "q75", "max", "mean"})
                QVERIFY(parsed["layers"][0]["bn"]["var"].contains(key));
        }
        for (const char* bad : {"{}", "[]", R"({"file":"a","dead_below":1,"above":1,"totals":3})",
                                R"({"file":"a","dead_below":1,"above":1,"layers":[3],)"
                                R"("totals":{"filters":1,"dead":0,"above":0}})"}) {
            RK_UNWRAP(const Json parsed, parseJson(bad, "report"));
            RK_VERIFY_FAILS(ErrorKind::Damaged, reportFromJson(parsed, "report"));
        }
    }

    void tableHasARowPerFilter()
    {
        RK_UNWRAP(const auto read, checkpoint::readCheckpoint(kData / "basic.pth"));
        RK_UNWRAP(const WeightReport report, inspectWeights(read.weights, read.architecture));
        const std::string csv = toCsv(report);
        QCOMPARE(static_cast<std::uint64_t>(std::count(csv.begin(), csv.end(), '\n')),
                 report.totals.filters + 1);
        QVERIFY(csv.rfind("layer,filter,norm,dead,above", 0) == 0);
    }

    void missingTensor()
    {
        RK_UNWRAP(const auto read, checkpoint::readCheckpoint(kData / "basic.pth"));
        weights::WeightSet fewer;
        for (const auto& item : read.weights.items()) {
            if (item.name != "layer3.0.bn1.bias")
                fewer.set(item.name, item.tensor);
        }
        const auto report = inspectWeights(fewer, read.architecture);
        RK_VERIFY_FAILS(ErrorKind::Mismatch, report);
        QCOMPARE(report.error().subject, std::string("layer3.0.bn1.bias"));
    }
};

QTEST_APPLESS_MAIN(TestWeightReport)
#include "tst_weight_report.moc"
