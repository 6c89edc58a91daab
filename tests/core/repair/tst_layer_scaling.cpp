// The maths of scaling, on a random convolution with its batch norm in double precision: the
// outputs are computed from the definition and compared, no formula of the code is repeated.
#include "core/repair/layer_scaling.h"

#include "core/base/rng.h"

#include <QtTest/QtTest>
#include <cmath>

using namespace rekindle;
using namespace rekindle::repair;

namespace {

constexpr double kEps = 1e-5;

/// One filter over flattened patches, and its batch norm.
struct Channel {
    std::vector<double> weight;
    double mean, var, gamma, beta;
};

Channel makeChannel(Random& random, std::size_t size, double var)
{
    Channel channel{{}, random.normal(), var, random.normal() + 2, random.normal()};
    for (std::size_t i = 0; i < size; ++i)
        channel.weight.push_back(random.normal());
    return channel;
}

double norm(const Channel& channel)
{
    double sum = 0;
    for (const double w : channel.weight)
        sum += w * w;
    return std::sqrt(sum);
}

Channel scaled(Channel channel, const ChannelScaling& by)
{
    for (double& w : channel.weight)
        w *= by.weight;
    channel.mean *= by.mean;
    channel.var *= by.var;
    channel.gamma *= by.gamma;
    return channel;
}

std::vector<double> convolve(const Channel& channel,
                             const std::vector<std::vector<double>>& patches)
{
    std::vector<double> out;
    for (const auto& patch : patches) {
        double z = 0;
        for (std::size_t i = 0; i < patch.size(); ++i)
            z += channel.weight[i] * patch[i];
        out.push_back(z);
    }
    return out;
}

/// (z - mean) gamma / sqrt(var + eps), without beta.
std::vector<double> normalise(const std::vector<double>& z, double mean, double var, double gamma,
                              double eps)
{
    std::vector<double> out;
    for (const double value : z)
        out.push_back((value - mean) * gamma / std::sqrt(var + eps));
    return out;
}

std::vector<double> evaluationOutput(const Channel& c,
                                     const std::vector<std::vector<double>>& patches)
{
    return normalise(convolve(c, patches), c.mean, c.var, c.gamma, kEps);
}

std::vector<double> trainingOutput(const Channel& c,
                                   const std::vector<std::vector<double>>& patches)
{
    const auto z = convolve(c, patches);
    double mean = 0;
    double var = 0;
    for (const double value : z)
        mean += value / static_cast<double>(z.size());
    for (const double value : z)
        var += (value - mean) * (value - mean) / static_cast<double>(z.size());
    return normalise(z, mean, var, c.gamma, 0.0);
}

} // namespace

class TestLayerScaling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputs_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<int>("eps");
        QTest::addColumn<double>("var");
        const auto rows = [](const char* name, ScaleRule rule, EpsMode eps) {
            for (const double var : {4.4, 0.0082, 1e-7}) {
                QTest::addRow("%s, var %g", name, var)
                    << static_cast<int>(rule) << static_cast<int>(eps) << var;
            }
        };
        rows("paper", ScaleRule::Paper, EpsMode::Literal);
        rows("paper exact", ScaleRule::Paper, EpsMode::Exact);
        rows("canonical", ScaleRule::Canonical, EpsMode::Literal);
        rows("canonical exact", ScaleRule::Canonical, EpsMode::Exact);
        rows("gamma only", ScaleRule::GammaOnly, EpsMode::Literal);
    }

    /// What the code says about its gains is what the outputs do, on every patch.
    void outputs()
    {
        QFETCH(int, rule);
        QFETCH(int, eps);
        QFETCH(double, var);
        Random random(3, Purpose::Probe);
        const Channel before = makeChannel(random, 27, var);
        std::vector<std::vector<double>> patches(64, std::vector<double>(27));
        for (auto& patch : patches) {
            for (double& value : patch)
                value = random.normal();
        }
        const double s = 4 * norm(before);
        const auto mode = static_cast<EpsMode>(eps);
        const auto by = channelScaling(static_cast<ScaleRule>(rule), mode, s, var, kEps);
        const Channel after = scaled(before, by);
        const auto evalBefore = evaluationOutput(before, patches);
        const auto evalAfter = evaluationOutput(after, patches);
        const auto trainBefore = trainingOutput(before, patches);
        const auto trainAfter = trainingOutput(after, patches);
        for (std::size_t i = 0; i < patches.size(); ++i) {
            const double largest = 1e-12 * (1 + std::abs(evalBefore[i]));
            QVERIFY(std::abs(evalAfter[i] - by.evalGain * evalBefore[i]) < largest);
            if (mode == EpsMode::Exact)
                QVERIFY(std::abs(evalAfter[i] - evalBefore[i]) < largest);
            QVERIFY(std::abs(trainAfter[i] - by.trainGain * trainBefore[i]) < 1e-11);
        }
        if (static_cast<ScaleRule>(rule) == ScaleRule::Paper && mode == EpsMode::Literal) {
            QVERIFY(std::abs(by.evalGain - std::sqrt((var + kEps) / (var + kEps * s * s))) < 1e-15);
            QVERIFY(std::abs(by.trainGain - 1 / std::sqrt(s)) < 1e-15);
        }
    }

    /// recipes 4 b: gains measured with s = 21.6 and s = 100 (the variances are printed rounded).
    void printedGains()
    {
        const auto gain = [](double s, double var) {
            return channelScaling(ScaleRule::Paper, EpsMode::Literal, s, var, kEps).evalGain;
        };
        QVERIFY(std::abs(gain(21.6, 0.0082) - 0.799) < 5e-4);
        QVERIFY(std::abs(gain(21.6, 4.4) - 0.9995) < 5e-5);
        QVERIFY(std::abs(gain(100, 0.0082) - 0.276) < 1e-3);
    }
};

QTEST_APPLESS_MAIN(TestLayerScaling)
#include "tst_layer_scaling.moc"
