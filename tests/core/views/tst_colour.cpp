#include "core/image/image.h"
#include "tests/support/pictures.h"

#include "core/views/blur.h"
#include "core/views/colour.h"

#include <QtTest/QtTest>
#include <algorithm>
#include <array>
#include <cmath>

using namespace rekindle;
using namespace rekindle::image;
using namespace rekindle::views;

namespace {

/// One pixel as three planes of length one.
std::array<float, 3> pixel(const Json& rgb)
{
    return {rgb[0].get<float>(), rgb[1].get<float>(), rgb[2].get<float>()};
}

bool near(const std::array<float, 3>& got, const Json& wanted, double tolerance)
{
    for (std::size_t c = 0; c < 3; ++c)
        if (std::abs(double(got[c]) - wanted[c].get<double>()) > tolerance)
            return false;
    return true;
}

} // namespace

/// Colour operations against Python's colorsys and closed forms; the blur against a plain sum.
class TestColour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saturationIsColorsys()
    {
        for (const Json& entry : pictures::json("expected_colours.json")) {
            auto rgb = pixel(entry["rgb"]);
            scaleSaturation(rgb.data(), 1, entry["factor"].get<float>());
            QVERIFY2(near(rgb, entry["saturated"], 2e-6), entry.dump().c_str());
        }
    }

    void hueIsColorsys()
    {
        for (const Json& entry : pictures::json("expected_colours.json")) {
            auto rgb = pixel(entry["rgb"]);
            turnHue(rgb.data(), 1, entry["turn"].get<float>());
            QVERIFY2(near(rgb, entry["turned"], 3e-6), entry.dump().c_str());
        }
    }

    void wholeTurnsChangeNothing()
    {
        for (const float turns : {0.0f, 1.0f, -1.0f, 3.0f}) {
            std::array<float, 3> rgb{0.9f, 0.2f, 0.4f};
            turnHue(rgb.data(), 1, turns);
            QVERIFY(near(rgb, Json{0.9, 0.2, 0.4}, 1e-6));
        }
        std::array<float, 3> third{1.0f, 0.0f, 0.0f};
        turnHue(third.data(), 1, 1.0f / 3.0f);
        QVERIFY(near(third, Json{0.0, 1.0, 0.0}, 1e-6));
    }

    void planesAreWorkedOnPixelByPixel()
    {
        // Many pixels at once give what single ones give: guards the layout and the vector code.
        const Json entries = pictures::json("expected_colours.json");
        const std::size_t count = entries.size();
        std::vector<float> hue(3 * count), saturation(3 * count);
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t c = 0; c < 3; ++c)
                hue[c * count + i] = saturation[c * count + i] = entries[i]["rgb"][c].get<float>();
        turnHue(hue.data(), count, 0.15f);
        scaleSaturation(saturation.data(), count, 1.7f);
        for (std::size_t i = 0; i < count; ++i) {
            auto one = pixel(entries[i]["rgb"]);
            turnHue(one.data(), 1, 0.15f);
            auto other = pixel(entries[i]["rgb"]);
            scaleSaturation(other.data(), 1, 1.7f);
            for (std::size_t c = 0; c < 3; ++c) {
                QCOMPARE(hue[c * count + i], one[c]);
                QCOMPARE(saturation[c * count + i], other[c]);
            }
        }
    }

    void contrastTurnsAboutThePlanesOwnMean()
    {
        std::vector<float> plane;
        for (int i = 0; i < 19; ++i)
            plane.push_back(static_cast<float>(i * i) / 400.0f);
        double mean = 0;
        for (const float value : plane)
            mean += value / 19.0;
        auto changed = plane;
        scaleContrast(changed.data(), changed.size(), 1.6f);
        for (std::size_t i = 0; i < plane.size(); ++i)
            QVERIFY(std::abs(changed[i] - ((plane[i] - mean) * 1.6 + mean)) < 1e-6);
    }

    void brightnessAddsAndClipCuts()
    {
        std::vector<float> values{0.0f, 0.3f, 0.9f, 1.0f};
        addBrightness(values.data(), values.size(), 0.4f);
        clipToUnit(values.data(), values.size());
        QCOMPARE(values, (std::vector<float>{0.4f, 0.3f + 0.4f, 1.0f, 1.0f}));
        addBrightness(values.data(), values.size(), -0.6f);
        clipToUnit(values.data(), values.size());
        QCOMPARE(values[0], 0.0f);
        QVERIFY(std::abs(values[1] - 0.1f) < 1e-6f);
    }

    void greyHasTensorFlowsWeights()
    {
        std::vector<float> planes{1, 0, 0, 0.5f, 0, 1, 0, 0.5f, 0, 0, 1, 0.5f};
        makeGrey(planes.data(), 4);
        for (std::size_t c = 0; c < 3; ++c) {
            QCOMPARE(planes[c * 4], 0.2989f);
            QCOMPARE(planes[c * 4 + 1], 0.5870f);
            QCOMPARE(planes[c * 4 + 2], 0.1140f);
            QVERIFY(std::abs(planes[c * 4 + 3] - 0.49995f) < 1e-6f);
        }
        float single = 0.5f;
        makeGreyPlane(&single, 1);
        QCOMPARE(single, planes[3]);
    }

    void kernelHasTheOriginalLength()
    {
        QCOMPARE(blurKernel(224, 1.0).size(), std::size_t{23});
        QCOMPARE(blurKernel(96, 1.0).size(), std::size_t{9});
        QCOMPARE(blurKernel(64, 1.0).size(), std::size_t{7});
        QCOMPARE(blurKernel(16, 1.0).size(), std::size_t{1});
        const auto kernel = blurKernel(96, 1.3);
        double sum = 0;
        for (std::size_t i = 0; i < kernel.size(); ++i) {
            sum += kernel[i];
            const double x = static_cast<double>(i) - 4.0;
            QVERIFY(std::abs(kernel[i] / kernel[4] - std::exp(-x * x / (2 * 1.3 * 1.3))) < 1e-6);
        }
        QVERIFY(std::abs(sum - 1.0) < 1e-6);
    }

    void blurIsThePlainSumWithZerosOutside_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<double>("sigma");
        QTest::newRow("two neighbours") << 40 << 1.7;
        QTest::newRow("narrow") << 100 << 0.3;
        QTest::newRow("wide") << 130 << 2.0;
        QTest::newRow("ends of no weight") << 224 << 0.9;
    }

    void blurIsThePlainSumWithZerosOutside()
    {
        QFETCH(int, size);
        QFETCH(double, sigma);
        std::vector<float> source(static_cast<std::size_t>(2 * size * size));
        for (std::size_t i = 0; i < source.size(); ++i)
            source[i] = static_cast<float>((i * 7919) % 1000) / 999.0f;
        auto blurred = source;
        blur(BlurRule::Gaussian, sigma, 2, size, blurred.data());
        const auto kernel = blurKernel(size, sigma);
        const int radius = static_cast<int>(kernel.size()) / 2;
        QCOMPARE(radius, size / 20);
        for (int p = 0; p < 2; ++p)
            for (int y = 0; y < size; ++y)
                for (int x = 0; x < size; ++x) {
                    double sum = 0;
                    for (int j = -radius; j <= radius; ++j)
                        for (int i = -radius; i <= radius; ++i)
                            if (x + i >= 0 && x + i < size && y + j >= 0 && y + j < size)
                                sum += double(kernel[static_cast<std::size_t>(i + radius)]) *
                                       double(kernel[static_cast<std::size_t>(j + radius)]) *
                                       double(source[static_cast<std::size_t>(
                                           (p * size + y + j) * size + x + i)]);
                    QVERIFY(std::abs(blurred[static_cast<std::size_t>((p * size + y) * size + x)] -
                                     sum) < 5e-5);
                }
    }

    /// PIL's way: a box along each axis, three times, beyond the border its last value each time.
    void boxesRepeatTheBorder()
    {
        for (const int size : {5, 32, 70}) {
            for (const double radius : {0.1, 0.9, 2.0}) {
                std::vector<double> wanted(static_cast<std::size_t>(size * size));
                for (std::size_t i = 0; i < wanted.size(); ++i)
                    wanted[i] = static_cast<double>((i * 7919) % 1000) / 999.0;
                std::vector<float> got(wanted.begin(), wanted.end());
                blur(BlurRule::Boxes, radius, 1, size, got.data());
                const auto kernel = boxKernel(radius);
                const int reach = static_cast<int>(kernel.size()) / 2;
                for (int pass = 0; pass < 6; ++pass) {
                    const auto before = wanted;
                    for (int y = 0; y < size; ++y)
                        for (int x = 0; x < size; ++x) {
                            double sum = 0;
                            for (int k = -reach; k <= reach; ++k) {
                                const int column =
                                    std::clamp(pass % 2 == 0 ? x + k : x, 0, size - 1);
                                const int row = std::clamp(pass % 2 == 0 ? y : y + k, 0, size - 1);
                                sum += double(kernel[static_cast<std::size_t>(k + reach)]) *
                                       before[static_cast<std::size_t>(row * size + column)];
                            }
                            wanted[static_cast<std::size_t>(y * size + x)] = sum;
                        }
                }
                for (std::size_t i = 0; i < wanted.size(); ++i)
                    QVERIFY(std::abs(got[i] - wanted[i]) < 2e-6);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestColour)
#include "tst_colour.moc"
