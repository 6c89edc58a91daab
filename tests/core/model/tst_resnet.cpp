#include "core/model/resnet_torch.h"
#include "core/model/weight_transfer_torch.h"
#include "core/weights/safetensors_reader.h"
#include "core/weights/safetensors_writer.h"
#include "tests/support/result_macros.h"

using namespace rekindle;

namespace {

weights::Architecture tiny(bool bottleneck)
{
    weights::Architecture architecture;
    architecture.depth = 0;
    architecture.bottleneck = bottleneck;
    architecture.blocks = {1, 1, 1, 1};
    architecture.stemChannels = 4;
    architecture.inner = {4, 8, 16, 32};
    architecture.featureDim = bottleneck ? 128 : 32;
    return architecture;
}

torch::Tensor tensorOf(const weights::WeightSet& set, const std::string& name)
{
    const weights::Tensor* stored = set.find(name);
    if (stored == nullptr)
        return {};
    return torch::tensor(stored->values).view(stored->shape);
}

double difference(const torch::Tensor& a, const torch::Tensor& b)
{
    return (a - b).abs().max().item<double>();
}

/// One output of a strided SAME convolution by TensorFlow's own formula, in plain loops.
double sameConvolution(const torch::Tensor& input, const torch::Tensor& kernel, int stride, int row,
                       int column)
{
    const auto size = static_cast<int>(input.size(2));
    const auto k = static_cast<int>(kernel.size(2));
    const int out = (size + stride - 1) / stride;
    const int before = std::max((out - 1) * stride + k - size, 0) / 2;
    double sum = 0;
    for (int channel = 0; channel < input.size(1); ++channel) {
        for (int y = 0; y < k; ++y) {
            for (int x = 0; x < k; ++x) {
                const int sourceY = row * stride + y - before;
                const int sourceX = column * stride + x - before;
                if (sourceY < 0 || sourceX < 0 || sourceY >= size || sourceX >= size)
                    continue;
                sum += input[0][channel][sourceY][sourceX].item<double>() *
                       kernel[0][channel][y][x].item<double>();
            }
        }
    }
    return sum;
}

} // namespace

/// Our networks against torchvision's, whose outputs in float64 stand in tests/data/model.
class TestResNet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTorchvision_data()
    {
        QTest::addColumn<bool>("bottleneck");
        QTest::newRow("basic") << false;
        QTest::newRow("bottleneck") << true;
    }
    void agreesWithTorchvision()
    {
        QFETCH(bool, bottleneck);
        const std::string name = bottleneck ? "bottleneck" : "basic";
        RK_UNWRAP(const auto set, weights::readSafetensors(std::string(REKINDLE_TEST_DATA) +
                                                           "/model/" + name + ".safetensors"));
        model::ResNet network(tiny(bottleneck), weights::Conventions{},
                              model::RunningVariance::Unbiased);
        RK_VERIFY_OK(model::loadWeights(*network, set));
        const torch::NoGradGuard noGrad;
        const torch::Tensor pixels = tensorOf(set, "pixels");
        network->eval();
        QVERIFY(difference(network->forward(pixels), tensorOf(set, "evaluation")) < 2e-5);
        network->train();
        QVERIFY(difference(network->forward(pixels), tensorOf(set, "training")) < 2e-4);
        QVERIFY(difference(network->named_buffers()["bn1.running_var"],
                           tensorOf(set, "after.bn1.running_var")) < 1e-5);
        QVERIFY(difference(network->named_buffers()["bn1.running_mean"],
                           tensorOf(set, "after.bn1.running_mean")) < 1e-5);
    }

    void channelsLastChangesNothing()
    {
        RK_UNWRAP(const auto set, weights::readSafetensors(std::string(REKINDLE_TEST_DATA) +
                                                           "/model/basic.safetensors"));
        model::ResNet network(tiny(false), weights::Conventions{},
                              model::RunningVariance::Unbiased);
        RK_VERIFY_OK(model::loadWeights(*network, set));
        network->eval();
        const torch::NoGradGuard noGrad;
        const auto pixels = tensorOf(set, "pixels").contiguous(at::MemoryFormat::ChannelsLast);
        QVERIFY(difference(network->forward(pixels), tensorOf(set, "evaluation")) < 2e-5);
    }

    void samePaddingIsTensorFlows_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("even") << 8;
        QTest::newRow("odd") << 9;
    }
    void samePaddingIsTensorFlows()
    {
        QFETCH(int, size);
        torch::manual_seed(3);
        model::Conv conv(2, 1, 7, 2, weights::Padding::Same);
        const torch::NoGradGuard noGrad;
        conv->weight.normal_();
        const torch::Tensor input = torch::rand({1, 2, size, size});
        const torch::Tensor output = conv->forward(input);
        QCOMPARE(output.size(2), std::int64_t{(size + 1) / 2});
        for (int row = 0; row < output.size(2); ++row) {
            for (int column = 0; column < output.size(3); ++column) {
                const double expected = sameConvolution(input, conv->weight, 2, row, column);
                QVERIFY(std::abs(output[0][0][row][column].item<double>() - expected) < 1e-4);
            }
        }
    }

    /// SimCLR feeds its running variance with the batch's own variance, PyTorch with n/(n-1) times
    /// it.
    void runningVarianceByConvention()
    {
        const torch::Tensor input = torch::tensor({{1.0f}, {2.0f}, {4.0f}, {9.0f}});
        const double biased = 9.5; // mean 4, squares 9 + 4 + 0 + 25 over 4
        model::BatchNorm simclr(1, 1e-5, model::RunningVariance::Biased);
        model::BatchNorm pytorch(1, 1e-5, model::RunningVariance::Unbiased);
        simclr->train();
        pytorch->train();
        const auto first = simclr->forward(input);
        const auto second = pytorch->forward(input);
        QVERIFY(std::abs(simclr->runningVar.item<double>() - (0.9 + 0.1 * biased)) < 1e-5);
        QVERIFY(std::abs(pytorch->runningVar.item<double>() - (0.9 + 0.1 * biased * 4 / 3)) < 1e-5);
        QVERIFY(difference(first, second) == 0.0);
        QVERIFY(std::abs(first[3].item<double>() - 5.0 / std::sqrt(biased + 1e-5)) < 1e-5);
    }

    void everyTensorMustFit()
    {
        RK_UNWRAP(auto set, weights::readSafetensors(std::string(REKINDLE_TEST_DATA) +
                                                     "/model/basic.safetensors"));
        model::ResNet network(tiny(false), weights::Conventions{},
                              model::RunningVariance::Unbiased);
        set.find("layer3.0.conv2.weight")->shape = {16, 16, 9, 1};
        const auto wrongShape = model::loadWeights(*network, set);
        RK_VERIFY_FAILS(ErrorKind::Mismatch, wrongShape);
        QCOMPARE(wrongShape.error().subject, std::string("layer3.0.conv2.weight"));
        RK_VERIFY_FAILS(ErrorKind::Mismatch, model::loadWeights(*network, weights::WeightSet{}));
    }
};

QTEST_APPLESS_MAIN(TestResNet)
#include "tst_resnet.moc"
