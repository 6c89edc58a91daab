#include "core/model/resnet_torch.h"

#include <QtTest/QtTest>

#include <QCoreApplication>
#include <QProcess>

using namespace rekindle;

namespace {

struct Gradients {
    torch::Tensor output, input, weight;
};

/// A strided 1x1 convolution, forward and backward, in the given type and memory format.
Gradients gradientsOf(const torch::Tensor& pixels, const torch::Tensor& filters,
                      at::ScalarType type, at::MemoryFormat format)
{
    model::Conv conv(filters.size(1), filters.size(0), 1, 2, weights::Padding::Torchvision);
    conv->to(type);
    {
        const torch::NoGradGuard noGrad;
        conv->weight.copy_(filters);
        conv->weight.set_data(conv->weight.contiguous(format));
    }
    torch::Tensor input = pixels.to(type).clone(format).requires_grad_();
    const torch::Tensor output = conv->forward(input);
    // Not a constant slope, so that rows cannot be exchanged unnoticed.
    (output * torch::linspace(-1, 1, output.numel(), output.options()).view_as(output))
        .sum()
        .backward();
    return {output.detach().to(torch::kDouble), input.grad().to(torch::kDouble),
            conv->weight.grad().to(torch::kDouble)};
}

/// Largest difference over the largest value.
double apart(const torch::Tensor& one, const torch::Tensor& other)
{
    return (one - other).abs().max().item<double>() / other.abs().max().item<double>();
}

} // namespace

/// Networks of any width train: strided shortcuts with few channels met a fault in oneDNN.
class TestNarrowNetworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Against contiguous float64, which takes another way through the library.
    void stridedShortcuts()
    {
        torch::manual_seed(5);
        for (std::int64_t width = 1; width <= 64; ++width) {
            // The fault at 224 pixels met those below 16 channels.
            const std::int64_t side = width <= 16 ? 224 : 8;
            for (const std::int64_t size : {side, std::int64_t{8}, std::int64_t{7}}) {
                const auto pixels = torch::randn({2, width, size, size});
                const auto filters = torch::randn({2 * width, width, 1, 1});
                const Gradients exact =
                    gradientsOf(pixels, filters, torch::kDouble, at::MemoryFormat::Contiguous);
                const Gradients ours =
                    gradientsOf(pixels, filters, torch::kFloat, at::MemoryFormat::ChannelsLast);
                const QByteArray place =
                    QByteArray::number(int(width)) + " channels, " + QByteArray::number(int(size));
                QVERIFY2(apart(ours.output, exact.output) < 1e-5, place.constData());
                QVERIFY2(apart(ours.input, exact.input) < 1e-5, place.constData());
                QVERIFY2(apart(ours.weight, exact.weight) < 1e-4, place.constData());
            }
        }
    }

    /// The same with the instructions of older processors, where the fault is a wrong number. The
    /// library looks at the processor once, so a process of its own is asked.
    void stridedShortcutsOnOlderProcessors()
    {
        QProcess older;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("ONEDNN_MAX_CPU_ISA", "AVX2");
        older.setProcessEnvironment(environment);
        older.start(QCoreApplication::applicationFilePath(), {"stridedShortcuts"});
        QVERIFY(older.waitForFinished(90000));
        const QByteArray said = older.readAllStandardOutput();
        QCOMPARE(older.exitStatus(), QProcess::NormalExit);
        QVERIFY2(older.exitCode() == 0, said.constData());
        QVERIFY2(said.contains("PASS   : TestNarrowNetworks::stridedShortcuts()"),
                 said.constData());
    }
};

QTEST_GUILESS_MAIN(TestNarrowNetworks)
#include "tst_narrow_networks.moc"
