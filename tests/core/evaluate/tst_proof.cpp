#include "core/base/rng.h"
#include "core/evaluate/proof.h"
#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"
#include "tests/support/tiff.h"

#include <cmath>

using namespace rekindle;
using checkpoint::Checkpoint;
using evaluate::ProofInputs;
using evaluate::proveRepair;
using weights::Tensor;
using weights::WeightSet;

namespace {

/// A random network of 12 convolutions; its last block has a shortcut with a norm of its own.
Checkpoint makeCheckpoint()
{
    Checkpoint made;
    made.file = "weights.pth";
    made.architecture = *weights::parseArchitecture("resnet-basic-1.1.1.1/4");
    Random random(5, Purpose::Probe);
    for (const auto& layer : weights::convLayers(made.architecture)) {
        Tensor weight{{layer.outputs, layer.inputs, layer.kernel, layer.kernel}, {}, {}};
        const double size = static_cast<double>(weight.elements()) / layer.outputs;
        for (std::int64_t i = 0; i < weight.elements(); ++i)
            weight.values.push_back(static_cast<float>(random.normal() / std::sqrt(size)));
        made.weights.set(layer.conv + ".weight", std::move(weight));
        for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"}) {
            Tensor tensor{{layer.outputs}, {}, {}};
            for (int i = 0; i < layer.outputs; ++i)
                tensor.values.push_back(static_cast<float>(random.uniform(0.5, 1.5)));
            made.weights.set(layer.norm + part, std::move(tensor));
        }
    }
    return made;
}

void scale(WeightSet& weights, const std::string& name, float factor)
{
    for (float& value : weights.find(name)->values)
        value *= factor;
}

/// The two norms whose sum is the features.
const std::vector<std::string> kLast{"layer4.0.bn2", "layer4.0.downsample.1"};

/// Weights whose features are these, whatever the images: the last norms give their shift alone.
WeightSet withFeatures(const Checkpoint& base, const std::vector<float>& features)
{
    WeightSet weights = base.weights;
    for (const std::string& norm : kLast) {
        scale(weights, norm + ".weight", 0);
        scale(weights, norm + ".bias", 0);
    }
    Tensor& shift = *weights.find(kLast[0] + ".bias");
    std::copy(features.begin(), features.end(), shift.values.begin());
    return weights;
}

ProofInputs noise()
{
    ProofInputs inputs;
    inputs.count = 6;
    inputs.size = 32;
    inputs.seed = 3;
    return inputs;
}

} // namespace

class TestProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChangedIsNoDifference()
    {
        const Checkpoint original = makeCheckpoint();
        RK_UNWRAP(const auto proof,
                  proveRepair(original, original.weights, original.weights, noise(), {}));
        QCOMPARE(proof.images, std::uint64_t{6});
        QCOMPARE(proof.source, std::string("noise"));
        QVERIFY(proof.evalPreserved);
        QCOMPARE(proof.maxAbsDiff, 0.0);
        QCOMPARE(proof.trainMaxRelDiff, 0.0);
        QVERIFY(std::abs(proof.replacedCosine - 1) < 1e-6);
    }

    /// Doubling a layer and its mean and halving its gamma is the same function of running
    /// statistics to the last bit; on batch statistics it halves what the layer says.
    void runningAndBatchStatisticsAreToldApart()
    {
        const Checkpoint original = makeCheckpoint();
        WeightSet doubled = original.weights;
        scale(doubled, "layer1.0.conv1.weight", 2);
        scale(doubled, "layer1.0.bn1.running_mean", 2);
        scale(doubled, "layer1.0.bn1.weight", 0.5F);
        RK_UNWRAP(const auto proof, proveRepair(original, original.weights, doubled, noise(), {}));
        QVERIFY(proof.evalPreserved);
        QVERIFY2(proof.maxRelDiff < 1e-6, qPrintable(QString::number(proof.maxRelDiff)));
        QVERIFY2(proof.trainMaxRelDiff > 1e-3, qPrintable(QString::number(proof.trainMaxRelDiff)));
    }

    /// Gamma and beta of both last norms by 1.5 make every feature 1.5 times as large.
    void aChangeIsMeasured()
    {
        const Checkpoint original = makeCheckpoint();
        WeightSet larger = original.weights;
        for (const std::string& norm : kLast) {
            scale(larger, norm + ".weight", 1.5F);
            scale(larger, norm + ".bias", 1.5F);
        }
        RK_UNWRAP(const auto proof, proveRepair(original, original.weights, larger, noise(), {}));
        QVERIFY(!proof.evalPreserved);
        QVERIFY2(std::abs(proof.maxRelDiff - 0.5) < 1e-5,
                 qPrintable(QString::number(proof.maxRelDiff)));
        QVERIFY(std::abs(proof.trainMaxRelDiff - 0.5) < 1e-5);
    }

    void replacingAndScalingAreMeasuredApart()
    {
        Checkpoint original = makeCheckpoint();
        original.weights = withFeatures(original, {1});
        const WeightSet replaced = withFeatures(original, {1, 1});
        const WeightSet scaled = withFeatures(original, {1, 1.25F});
        RK_UNWRAP(const auto proof, proveRepair(original, replaced, scaled, noise(), {}));
        QVERIFY(std::abs(proof.replacedCosine - std::sqrt(0.5)) < 1e-6); // (1, 0) and (1, 1)
        QVERIFY(std::abs(proof.maxAbsDiff - 0.25) < 1e-6);               // (1, 1) and (1, 1.25)
        QVERIFY(std::abs(proof.maxRelDiff - 0.25) < 1e-6);
        QVERIFY(!proof.evalPreserved);
    }

    /// A feature of a two-thousandth of the largest that doubles is nothing beside that one, and a
    /// different feature all the same.
    void stagesTellWhereAChangeBegins()
    {
        const Checkpoint original = makeCheckpoint();
        WeightSet changed = original.weights;
        scale(changed, "layer3.0.bn2.weight", 1.5F);
        RK_UNWRAP(const auto proof, proveRepair(original, original.weights, changed, noise(), {}));
        const std::vector<std::string> names{"stem",   "layer1", "layer2",
                                             "layer3", "layer4", "features"};
        QCOMPARE(proof.stages.size(), names.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            const repair::StageProof& stage = proof.stages[i];
            QCOMPARE(stage.name, names[i]);
            const bool behind = i >= 3;
            QVERIFY2((stage.change > 1e-3) == behind, names[i].c_str());
            QVERIFY2((stage.trainChange > 1e-3) == behind, names[i].c_str());
            QVERIFY2((stage.worstChannel > 1e-3) == behind, names[i].c_str());
            QCOMPARE(stage.replacedCosine > 0.999999, true);
        }
        // The last one is the proof's own.
        QCOMPARE(proof.stages.back().change, proof.maxRelDiff);
        QCOMPARE(proof.stages.back().trainChange, proof.trainMaxRelDiff);
        QCOMPARE(proof.stages.back().worstChannel, proof.worstDimension);

        // What was replaced is told apart from what was scaled.
        RK_UNWRAP(const auto replacing, proveRepair(original, changed, changed, noise(), {}));
        QVERIFY(replacing.stages[2].replacedCosine > 0.999999);
        QVERIFY(replacing.stages[3].replacedCosine < 0.99999);
        QCOMPARE(replacing.stages[3].change, 0.0);
    }

    void aQuietFeatureDoesNotChangeUnseen()
    {
        const Checkpoint original = makeCheckpoint();
        const WeightSet before = withFeatures(original, {1, 0.0005F});
        const WeightSet after = withFeatures(original, {1, 0.001F});
        RK_UNWRAP(const auto proof, proveRepair(original, before, after, noise(), {}));
        QVERIFY(proof.maxRelDiff < proof.tolerance);
        QVERIFY(std::abs(proof.worstDimension - 1) < 1e-5);
        QVERIFY(std::abs(proof.worstImage - 0.0005) < 1e-6);
        QVERIFY(std::abs(proof.trainWorstDimension - 1) < 1e-5);
        QVERIFY(!proof.evalPreserved);
    }

    void theUsersImagesAreSeen()
    {
        const test::TempFolder folder;
        for (int i = 0; i < 5; ++i)
            pictures::write(folder / "mine" / (std::to_string(i) + ".png"), pictures::colourPng(i));
        const Checkpoint original = makeCheckpoint();
        ProofInputs inputs = noise();
        inputs.folder = folder / "mine";
        RK_UNWRAP(const auto proof,
                  proveRepair(original, original.weights, original.weights, inputs, {}));
        QCOMPARE(proof.images, std::uint64_t{5});
        QCOMPARE(proof.source, std::string("mine"));
        QVERIFY(proof.reading && proof.reading->isDefault());
        inputs.folder = folder / "none";
        RK_VERIFY_FAILS(ErrorKind::NotFound,
                        proveRepair(original, original.weights, original.weights, inputs, {}));
    }

    /// Band 2 of these is grey 200 everywhere, and so is the PNG.
    void theUsersImagesAreReadAsAsked()
    {
        const test::TempFolder folder;
        const auto striped = [](int x, int y, int band) { return band == 1 ? 200 : x * 8 + y; };
        for (int i = 0; i < 2; ++i) {
            const std::string name = std::to_string(i);
            pictures::write(folder / "bands" / (name + ".tif"),
                            tiff::file(24, 24, 5, tiff::Photometric::Grey, striped));
            pictures::write(folder / "grey" / (name + ".png"),
                            pictures::png(24, 24, 1, [](int, int, int) { return 200; }));
        }
        const Checkpoint original = makeCheckpoint();
        WeightSet changed = original.weights;
        scale(changed, "layer3.0.bn2.weight", 1.5F);
        const auto change = [&](const char* images, int band) {
            ProofInputs inputs = noise();
            inputs.folder = folder / images;
            inputs.reading.bands = {band, 0, 0};
            const auto proof = proveRepair(original, original.weights, changed, inputs, {});
            return proof && proof->reading && proof->reading->bands[0] == band ? proof->maxRelDiff
                                                                               : -1;
        };
        const double grey = change("grey", 0);
        QVERIFY(grey > 0);
        QCOMPARE(change("bands", 2), grey);
        QVERIFY(std::abs(change("bands", 1) - grey) > 1e-6);
        QCOMPARE(change("bands", 6), -1.0); // there are five
    }
};

QTEST_APPLESS_MAIN(TestProof)
#include "tst_proof.moc"
