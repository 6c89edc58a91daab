#include "core/repair/repair.h"

#include "core/base/rng.h"
#include "tests/support/result_macros.h"

#include <QtTest/QtTest>
#include <cmath>
#include <set>

using namespace rekindle;
using namespace rekindle::repair;
using checkpoint::Checkpoint;
using weights::Tensor;
using weights::WeightSet;
using namespace std::string_literals;

namespace {

/// A random network of 12 convolutions, whose filters have norms near 0.5.
Checkpoint makeCheckpoint()
{
    Checkpoint made;
    made.file = "weights.pth";
    made.method = "simclr";
    made.architecture = *weights::parseArchitecture("resnet-basic-1.1.1.1/4");
    Random random(11, Purpose::Probe);
    for (const auto& layer : weights::convLayers(made.architecture)) {
        Tensor weight{{layer.outputs, layer.inputs, layer.kernel, layer.kernel}, {}, {}};
        const double size = static_cast<double>(weight.elements()) / layer.outputs;
        for (std::int64_t i = 0; i < weight.elements(); ++i)
            weight.values.push_back(static_cast<float>(0.5 / std::sqrt(size) * random.normal()));
        made.weights.set(layer.conv + ".weight", std::move(weight));
        for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"}) {
            Tensor tensor{{layer.outputs}, {}, {}};
            for (int i = 0; i < layer.outputs; ++i)
                tensor.values.push_back(static_cast<float>(random.uniform(0.5, 2.0)));
            made.weights.set(layer.norm + part, std::move(tensor));
        }
    }
    return made;
}

std::size_t filterSize(const Tensor& tensor)
{
    return tensor.values.size() / static_cast<std::size_t>(tensor.shape[0]);
}

std::vector<float> filterOf(const WeightSet& weights, const std::string& conv, std::size_t filter)
{
    const Tensor& tensor = *weights.find(conv + ".weight");
    const auto size = static_cast<std::ptrdiff_t>(filterSize(tensor));
    const auto begin = tensor.values.begin() + size * static_cast<std::ptrdiff_t>(filter);
    return {begin, begin + size};
}

void scaleFilter(WeightSet& weights, const std::string& conv, std::size_t filter, float factor)
{
    Tensor& tensor = *weights.find(conv + ".weight");
    const std::size_t size = filterSize(tensor);
    for (std::size_t i = 0; i < size; ++i)
        tensor.values[filter * size + i] *= factor;
}

bool equal(const WeightSet& one, const WeightSet& other)
{
    for (const auto& item : one.items()) {
        if (other.find(item.name)->values != item.tensor.values)
            return false;
    }
    return one.items().size() == other.items().size();
}

/// Evaluation output of a channel without beta, for an answer z of the unscaled convolution.
double evaluate(const WeightSet& weights, const std::string& norm, std::size_t channel, double z)
{
    const auto at = [&](const char* part) {
        return static_cast<double>(weights.find(norm + part)->values[channel]);
    };
    return (z - at(".running_mean")) * at(".weight") / std::sqrt(at(".running_var") + 1e-5);
}

} // namespace

class TestRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesALiveFilterWithItsChannel()
    {
        Checkpoint original = makeCheckpoint();
        for (const std::size_t dead : {1U, 6U})
            scaleFilter(original.weights, "layer2.0.conv1", dead, 0.05F);
        const Checkpoint untouched = original;
        RepairSettings settings;
        settings.scale = ScaleScope::None;
        RK_UNWRAP(const Repaired repaired, repairWeights(original, settings));
        QVERIFY(equal(original.weights, untouched.weights));
        QCOMPARE(repaired.report.replaced.size(), std::size_t{2});
        QCOMPARE(repaired.report.before.dead, std::uint64_t{2});
        QCOMPARE(repaired.report.after.dead, std::uint64_t{0});
        for (const Replaced& one : repaired.report.replaced) {
            QCOMPARE(one.layer, std::string("layer2.0.conv1"));
            QVERIFY(one.donor >= 0 && one.donor != 1 && one.donor != 6);
            QVERIFY(one.norm < 0.1);
            const auto filter = static_cast<std::size_t>(one.filter);
            const auto donor = static_cast<std::size_t>(one.donor);
            QCOMPARE(filterOf(repaired.weights, one.layer, filter),
                     filterOf(original.weights, one.layer, donor));
            for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"})
                QCOMPARE(repaired.weights.find("layer2.0.bn1"s + part)->values[filter],
                         original.weights.find("layer2.0.bn1"s + part)->values[donor]);
        }
        // Nothing but those two channels has changed.
        std::size_t changed = 0;
        for (const auto& item : original.weights.items())
            changed += repaired.weights.find(item.name)->values != item.tensor.values ? 1 : 0;
        QCOMPARE(changed, std::size_t{5});
        QVERIFY(equal(repaired.weights, repaired.replaced));
    }

    void ownBatchNormStaysWhenAsked()
    {
        Checkpoint original = makeCheckpoint();
        scaleFilter(original.weights, "conv1", 2, 0.01F);
        RepairSettings settings;
        settings.scale = ScaleScope::None;
        settings.copyBn = false;
        RK_UNWRAP(const Repaired repaired, repairWeights(original, settings));
        QCOMPARE(repaired.report.replaced.size(), std::size_t{1});
        QCOMPARE(repaired.weights.find("bn1.running_var")->values,
                 original.weights.find("bn1.running_var")->values);
    }

    /// Donors are drawn uniformly from the live ones, by seed, and other layers' streams stand
    /// still.
    void donorsAreDrawnBySeed()
    {
        Checkpoint original = makeCheckpoint();
        scaleFilter(original.weights, "layer3.0.conv2", 3, 0.01F);
        RepairSettings settings;
        std::set<std::int64_t> donors;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            settings.seed = seed;
            RK_UNWRAP(const Repaired one, repairWeights(original, settings));
            donors.insert(one.report.replaced[0].donor);
        }
        QCOMPARE(donors.size(), std::size_t{15});
        settings.seed = 5;
        RK_UNWRAP(const Repaired one, repairWeights(original, settings));
        RK_UNWRAP(const Repaired again, repairWeights(original, settings));
        QVERIFY(equal(one.weights, again.weights));
        scaleFilter(original.weights, "conv1", 0, 0.01F);
        RK_UNWRAP(const Repaired more, repairWeights(original, settings));
        QCOMPARE(more.report.replaced.size(), std::size_t{2});
        QCOMPARE(more.report.replaced[1].donor, one.report.replaced[0].donor);
    }

    /// The initialiser's variance: 1/fan_in for SimCLR, 2/fan_out for SwAV and unknown, and for
    /// BYOL that of a normal cut at two deviations (0.7737) over fan_in.
    void randomFiltersHaveTheMethodsVariance_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<double>("variance");
        const double fanIn = 32 * 9;
        const double fanOut = 32 * 9;
        QTest::newRow("simclr") << "simclr" << 1 / fanIn;
        QTest::newRow("swav") << "swav" << 2 / fanOut;
        QTest::newRow("unknown") << "" << 2 / fanOut;
        QTest::newRow("byol") << "byol" << 0.7737413 / fanIn;
    }

    void randomFiltersHaveTheMethodsVariance()
    {
        QFETCH(QString, method);
        QFETCH(double, variance);
        Checkpoint original = makeCheckpoint();
        original.method = method.toStdString();
        Tensor& conv = *original.weights.find("layer4.0.conv2.weight");
        std::fill(conv.values.begin(), conv.values.end(), 0.0F);
        RepairSettings settings;
        settings.dead = DeadMode::Random;
        settings.scale = ScaleScope::None;
        RK_UNWRAP(const Repaired repaired, repairWeights(original, settings));
        const auto& drawn = repaired.weights.find("layer4.0.conv2.weight")->values;
        double mean = 0;
        double squares = 0;
        float largest = 0;
        for (const float value : drawn) {
            mean += static_cast<double>(value);
            squares += static_cast<double>(value) * static_cast<double>(value);
            largest = std::max(largest, std::abs(value));
        }
        const auto count = static_cast<double>(drawn.size());
        // 9,216 draws: the variance is known to 1.5 %.
        QVERIFY(std::abs(squares / count - variance) < 0.06 * variance);
        QVERIFY(std::abs(mean / count) < 4 * std::sqrt(variance / count));
        if (method == "byol" || method == "simclr") {
            const double deviation =
                method == "byol" ? std::sqrt(1 / 288.0) : std::sqrt(1 / 288.0) / 0.87962566;
            QVERIFY(static_cast<double>(largest) <= 2 * deviation * 1.000001);
        }
        QCOMPARE(repaired.report.replaced.size(), std::size_t{32});
        QCOMPARE(repaired.report.replaced[0].donor, std::int64_t{-1});
        QCOMPARE(repaired.weights.find("layer4.0.bn2.weight")->values, std::vector<float>(32, 1));
        QCOMPARE(repaired.weights.find("layer4.0.bn2.bias")->values, std::vector<float>(32, 0));
        QCOMPARE(repaired.weights.find("layer4.0.bn2.running_mean")->values,
                 std::vector<float>(32, 0));
        QCOMPARE(repaired.weights.find("layer4.0.bn2.running_var")->values,
                 std::vector<float>(32, 1));
    }

    void noLiveDonor()
    {
        Checkpoint original = makeCheckpoint();
        Tensor& conv = *original.weights.find("layer1.0.conv1.weight");
        std::fill(conv.values.begin(), conv.values.end(), 0.0F);
        RK_UNWRAP(const Repaired repaired, repairWeights(original, {}));
        QCOMPARE(repaired.report.replaced.size(), std::size_t{4});
        for (const Replaced& one : repaired.report.replaced)
            QCOMPARE(one.donor, std::int64_t{-1});
        QCOMPARE(repaired.report.warnings.count(), std::uint64_t{1});
        QVERIFY(repaired.report.warnings.items()[0].sentence.find("layer1.0.conv1") !=
                std::string::npos);
    }

    void thresholdsAreStrict()
    {
        Checkpoint original = makeCheckpoint();
        Tensor& conv = *original.weights.find("conv1.weight");
        std::fill(conv.values.begin(), conv.values.end(), 0.0F);
        const std::size_t size = filterSize(conv);
        for (std::size_t filter = 0; filter < 4; ++filter)
            conv.values[filter * size] = filter == 0 ? 0.25F : 0.5F;
        RepairSettings settings;
        settings.deadBelow = 0.25;
        settings.scale = ScaleScope::Filter;
        settings.scaleAbove = 0.5;
        RK_UNWRAP(Repaired repaired, repairWeights(original, settings));
        const auto ofStem = [](const auto& list) {
            return std::count_if(list.begin(), list.end(),
                                 [](const auto& one) { return one.layer == "conv1"; });
        };
        QCOMPARE(ofStem(repaired.report.replaced), std::ptrdiff_t{0});
        QCOMPARE(ofStem(repaired.report.scaled), std::ptrdiff_t{0});
        settings.deadBelow = std::nextafter(0.25, 1.0);
        settings.scaleAbove = std::nextafter(0.5, 0.0);
        RK_UNWRAP(repaired, repairWeights(original, settings));
        QCOMPARE(ofStem(repaired.report.replaced), std::ptrdiff_t{1});
        // The replaced filter has its donor's norm when scaling measures again.
        QCOMPARE(ofStem(repaired.report.scaled), std::ptrdiff_t{4});
    }

    /// One s per layer, and the output of the layer in evaluation as it was.
    void scalesLayers_data()
    {
        QTest::addColumn<int>("scope");
        QTest::addColumn<int>("rule");
        QTest::newRow("layer, paper") << int(ScaleScope::Layer) << int(ScaleRule::Paper);
        QTest::newRow("filter, paper") << int(ScaleScope::Filter) << int(ScaleRule::Paper);
        QTest::newRow("layer, canonical") << int(ScaleScope::Layer) << int(ScaleRule::Canonical);
        QTest::newRow("filter, canonical") << int(ScaleScope::Filter) << int(ScaleRule::Canonical);
    }

    void scalesLayers()
    {
        QFETCH(int, scope);
        QFETCH(int, rule);
        Checkpoint original = makeCheckpoint();
        for (std::size_t filter = 0; filter < 8; ++filter)
            scaleFilter(original.weights, "layer2.0.conv2", filter, filter < 4 ? 40.0F : 1.0F);
        RepairSettings settings;
        settings.dead = DeadMode::None;
        settings.scale = static_cast<ScaleScope>(scope);
        settings.rule = static_cast<ScaleRule>(rule);
        settings.eps = EpsMode::Exact;
        RK_UNWRAP(const Repaired repaired, repairWeights(original, settings));
        RK_UNWRAP(const auto report,
                  inspect::inspectWeights(original.weights, original.architecture));
        std::size_t expected = 0;
        for (const auto& layer : report.layers) {
            if (settings.scale == ScaleScope::Layer)
                expected += layer.layerNorm > 1 ? 1 : 0;
            else
                expected += layer.above;
        }
        QCOMPARE(repaired.report.scaled.size(), expected);
        for (const Scaled& one : repaired.report.scaled) {
            const auto layer = std::find_if(report.layers.begin(), report.layers.end(),
                                            [&](const auto& l) { return l.name == one.layer; });
            const bool whole = settings.scale == ScaleScope::Layer;
            QCOMPARE(one.filter >= 0, !whole);
            const std::size_t filter = whole ? 0 : static_cast<std::size_t>(one.filter);
            QCOMPARE(one.s, whole ? layer->layerNorm : layer->filterNorms[filter]);
            const float before = filterOf(original.weights, one.layer, filter)[0];
            const float after = filterOf(repaired.weights, one.layer, filter)[0];
            QVERIFY(std::abs(static_cast<double>(after) * std::sqrt(one.s) -
                             static_cast<double>(before)) < 1e-6 * std::sqrt(one.s));
            for (const double z : {-2.0, 0.3, 5.0}) {
                const double one0 = evaluate(original.weights, layer->norm, filter, z);
                const double one1 =
                    evaluate(repaired.weights, layer->norm, filter, z / std::sqrt(one.s));
                QVERIFY(std::abs(one0 - one1) < 2e-6 * (1 + std::abs(one0)));
            }
            QCOMPARE(one.evalGain, 1.0);
            QCOMPARE(original.weights.find(layer->norm + ".bias")->values,
                     repaired.weights.find(layer->norm + ".bias")->values);
        }
        QVERIFY(equal(repaired.replaced, original.weights));
        QVERIFY(repaired.report.warnings.empty());
    }

    void warnsWhereEpsilonCounts()
    {
        Checkpoint original = makeCheckpoint();
        original.weights.find("layer4.0.bn1.running_var")->values[7] = 1e-6F;
        for (std::size_t filter = 0; filter < 32; ++filter)
            scaleFilter(original.weights, "layer4.0.conv1", filter, 10.0F);
        RK_UNWRAP(Repaired repaired, repairWeights(original, {}));
        QCOMPARE(repaired.report.warnings.count(), std::uint64_t{1});
        QVERIFY(repaired.report.warnings.items()[0].sentence.find("layer4.0.conv1") !=
                std::string::npos);
        QVERIFY(repaired.report.warnings.items()[0].sentence.find("--eps exact") !=
                std::string::npos);
        const auto scaled =
            std::find_if(repaired.report.scaled.begin(), repaired.report.scaled.end(),
                         [](const Scaled& one) { return one.layer == "layer4.0.conv1"; });
        const double var = static_cast<double>(1e-6F);
        QVERIFY(std::abs(scaled->evalGain -
                         std::sqrt((var + 1e-5) / (var + 1e-5 * scaled->s * scaled->s))) < 1e-9);
        QVERIFY(std::abs(scaled->trainGain - 1 / std::sqrt(scaled->s)) < 1e-12);
        RepairSettings exact;
        exact.eps = EpsMode::Exact;
        RK_UNWRAP(repaired, repairWeights(original, exact));
        QVERIFY(repaired.report.warnings.empty());
        RepairSettings gammaOnly;
        gammaOnly.rule = ScaleRule::GammaOnly;
        RK_UNWRAP(repaired, repairWeights(original, gammaOnly));
        QCOMPARE(repaired.report.warnings.count(), std::uint64_t{1});
        QCOMPARE(repaired.weights.find("conv1.weight")->values,
                 original.weights.find("conv1.weight")->values);
    }

    void exceptionsStayAsTheyAre()
    {
        Checkpoint made = makeCheckpoint();
        scaleFilter(made.weights, "layer2.0.conv1", 1, 0.01F);
        scaleFilter(made.weights, "layer3.0.conv1", 1, 0.01F);
        RepairSettings settings;
        settings.except = {"layer2.0.conv1"};
        RK_UNWRAP(const Repaired repaired, repairWeights(made, settings));
        QCOMPARE(repaired.report.replaced.size(), std::size_t{1});
        QCOMPARE(repaired.report.replaced[0].layer, "layer3.0.conv1"s);
        for (const Scaled& scaled : repaired.report.scaled)
            QVERIFY(scaled.layer != "layer2.0.conv1");
        for (const char* name : {"layer2.0.conv1.weight", "layer2.0.bn1.weight",
                                 "layer2.0.bn1.running_mean", "layer2.0.bn1.running_var"})
            QCOMPARE(repaired.weights.find(name)->values, made.weights.find(name)->values);
        RK_UNWRAP(const auto back, repairSettingsFromJson(toJson(settings), "settings"));
        QCOMPARE(back.except, settings.except);
        settings.except = {"layer2.0.conv9"};
        RK_VERIFY_FAILS(ErrorKind::Usage, repairWeights(made, settings));
    }

    void repairingTwiceIsTold()
    {
        Checkpoint made = makeCheckpoint();
        const auto told = [](const Repaired& repaired) {
            for (const auto& warning : repaired.report.warnings.items()) {
                if (warning.kind == "repaired_twice")
                    return true;
            }
            return false;
        };
        RK_UNWRAP(const Repaired first, repairWeights(made, {}));
        QVERIFY(!told(first));
        made.metadata["rekindle.origin"] = "repaired from 00 with {}";
        RK_UNWRAP(const Repaired second, repairWeights(made, {}));
        QVERIFY(told(second));
    }

    void nothingToDo()
    {
        const Checkpoint original = makeCheckpoint();
        RepairSettings settings;
        settings.dead = DeadMode::None;
        settings.scale = ScaleScope::None;
        RK_UNWRAP(const Repaired repaired, repairWeights(original, settings));
        QVERIFY(equal(repaired.weights, original.weights));
        QVERIFY(repaired.report.replaced.empty() && repaired.report.scaled.empty());
    }

    void refusesWhatIsNotANumber()
    {
        Checkpoint original = makeCheckpoint();
        original.weights.find("layer3.0.conv1.weight")->values[3] = std::nanf("");
        const auto repaired = repairWeights(original, {});
        RK_VERIFY_FAILS(ErrorKind::Damaged, repaired);
        QCOMPARE(repaired.error().subject, std::string("layer3.0.conv1"));
        RepairSettings wrong;
        wrong.deadBelow = std::nan("");
        RK_VERIFY_FAILS(ErrorKind::Usage, repairWeights(makeCheckpoint(), wrong));
    }

    void jsonThereAndBack()
    {
        Checkpoint original = makeCheckpoint();
        scaleFilter(original.weights, "conv1", 1, 0.01F);
        RepairSettings settings;
        settings.seed = 0xFFFFFFFFFFFFFFFFU;
        settings.scale = ScaleScope::Filter;
        settings.scaleAbove = 0.4;
        RK_UNWRAP(Repaired repaired, repairWeights(original, settings));
        repaired.report.output = "out\xff.safetensors"; // no UTF-8
        for (const bool proven : {false, true}) {
            if (proven)
                repaired.report.proof = FeatureProof{32,
                                                     "o\377d",
                                                     1e-6,
                                                     1e-5,
                                                     2e-5,
                                                     3e-5,
                                                     true,
                                                     1e-3,
                                                     0.9,
                                                     0.2,
                                                     0.3,
                                                     0.4,
                                                     {{"layer1", 0.1, 0.2, 0.3, 0.9}}};
            if (proven) {
                repaired.report.proof->reading = image::Reading();
                repaired.report.proof->reading->bands = {4, 3, 2};
            }
            const std::string text = dumpJson(toJson(repaired.report));
            RK_UNWRAP(const Json parsed, parseJson(text, "report"));
            RK_UNWRAP(const RepairReport again, repairReportFromJson(parsed, "report"));
            QCOMPARE(dumpJson(toJson(again)), text);
            QCOMPARE(again.settings.seed, settings.seed);
            QCOMPARE(again.output, repaired.report.output);
            QVERIFY(!proven || again.proof->source == repaired.report.proof->source);
            QCOMPARE(parsed["proof"].is_null(), !proven);
            if (proven) {
                QVERIFY(again.proof->reading == repaired.report.proof->reading);
                QCOMPARE(parsed["proof"]["reading"]["bands"], Json({4, 3, 2}));
                QCOMPARE(again.proof->stages.size(), std::size_t{1});
                QCOMPARE(again.proof->stages[0].name, std::string("layer1"));
                QCOMPARE(again.proof->stages[0].trainChange, 0.2);
                QCOMPARE(again.proof->stages[0].replacedCosine, 0.9);
            }
            for (const char* key : {"input", "output", "settings", "replaced", "scaled", "before"})
                QVERIFY(parsed.contains(key));
            for (const char* key : {"dead", "dead_below", "scale", "rule", "eps", "seed"})
                QVERIFY(parsed["settings"].contains(key));
        }
        RK_UNWRAP(const Json bad, parseJson(R"({"input":"a","settings":{"rule":"other"}})", "r"));
        QVERIFY(!repairReportFromJson(bad, "r"));
        RK_VERIFY_FAILS(ErrorKind::Usage, parseScaleRule("other"));
        RK_VERIFY_OK(parseScaleRule("gamma-only"));
    }
};

QTEST_APPLESS_MAIN(TestRepair)
#include "tst_repair.moc"
