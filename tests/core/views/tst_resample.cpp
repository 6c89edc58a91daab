#include "core/image/image.h"
#include "tests/support/pictures.h"

#include "core/views/resample.h"

#include <QtTest/QtTest>
#include <cmath>

using namespace rekindle;
using namespace rekindle::image;
using namespace rekindle::views;

namespace {

/// Keys' kernel for A = -0.75, straight from its definition.
double keys(double x)
{
    constexpr double a = -0.75;
    x = std::abs(x);
    if (x <= 1)
        return (a + 2) * x * x * x - (a + 3) * x * x + 1;
    if (x < 2)
        return a * x * x * x - 5 * a * x * x + 8 * a * x - 4 * a;
    return 0;
}

std::vector<float> resized(const ImagePart& part, ImageBox box, Resampling kind, int size,
                           Mirror mirror = Mirror::No)
{
    std::vector<float> planes(static_cast<std::size_t>(part.pixels.channels * size * size));
    resample(part, box, kind, mirror, size, planes.data());
    return planes;
}

std::vector<float> resized(const Image& image, ImageBox box, Resampling kind, int size,
                           Mirror mirror = Mirror::No)
{
    return resized(wholePart(image), box, kind, size, mirror);
}

/// 16 bits, rising by 320 a column and 96 a row.
Image slope(int side)
{
    std::vector<std::uint16_t> values;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            values.push_back(static_cast<std::uint16_t>(x * 320 + y * 96));
    return {side, side, 1, 16, std::move(values)};
}

/// Means of two by two pixels, which of a slope are exact.
Image halved(const Image& image)
{
    const auto& all = std::get<std::vector<std::uint16_t>>(image.pixels);
    std::vector<std::uint16_t> values;
    const auto at = [&](int x, int y) {
        return all[static_cast<std::size_t>(y * image.width + x)];
    };
    for (int y = 0; y + 1 < image.height; y += 2)
        for (int x = 0; x + 1 < image.width; x += 2)
            values.push_back(static_cast<std::uint16_t>(
                (at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1)) / 4));
    return {image.width / 2, image.height / 2, image.channels, image.bits, std::move(values)};
}

Image random8(int width, int height, int channels)
{
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width * height * channels));
    std::uint32_t state = 12345;
    for (auto& value : pixels)
        value = static_cast<std::uint8_t>((state = state * 1664525u + 1013904223u) >> 24);
    return pictures::image(width, height, channels, std::move(pixels));
}

} // namespace

/// Resampling against TensorFlow 1's known weights, Keys' formula and torchvision's numbers.
class TestResample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void impulseOfTf1Bicubic()
    {
        // Measured with TensorFlow 1 (recipes 1.3): twice the size, phase .5 gives -.09375, .59375.
        const Axis axis = tf1BicubicAxis({0, 8, 1}, 8, 16);
        QCOMPARE(axis.taps, 4);
        const float* half = axis.weight.data() + 4 * 7; // output 7 lies at 3.5
        QCOMPARE(half[0], -0.09375f);
        QCOMPARE(half[1], 0.59375f);
        QCOMPARE(half[2], 0.59375f);
        QCOMPARE(half[3], -0.09375f);
        QCOMPARE(axis.index[4 * 7 + 0], 2);
        QCOMPARE(axis.index[4 * 7 + 3], 5);
        const float* whole = axis.weight.data() + 4 * 6; // output 6 lies on input 3
        QCOMPARE(whole[0], 0.0f);
        QCOMPARE(whole[1], 1.0f);
        QCOMPARE(axis.index[4 * 6 + 1], 3);
    }

    void tf1BicubicRepeatsTheEdge()
    {
        const Axis axis = tf1BicubicAxis({0, 8, 1}, 8, 16);
        QCOMPARE(axis.index[0], 0); // -1
        const float* last = axis.weight.data() + 4 * 15;
        QCOMPARE(axis.index[4 * 15 + 1], 7);
        QCOMPARE(axis.index[4 * 15 + 2], 7);
        QCOMPARE(axis.index[4 * 15 + 3], 7);
        QCOMPARE(last[0] + last[1] + last[2] + last[3], 1.0f);
    }

    void tf1BicubicFollowsKeys_data()
    {
        QTest::addColumn<int>("in");
        QTest::addColumn<int>("out");
        QTest::newRow("down") << 37 << 16;
        QTest::newRow("up") << 9 << 64;
        QTest::newRow("one pixel") << 1 << 8;
        QTest::newRow("same") << 16 << 16;
    }

    void tf1BicubicFollowsKeys()
    {
        QFETCH(int, in);
        QFETCH(int, out);
        const Image image = random8(in, in, 3);
        const auto planes = resized(image, {0, 0, in, in}, Resampling::Tf1Bicubic, out);
        const auto& source = std::get<std::vector<std::uint8_t>>(image.pixels);
        const double scale = static_cast<double>(in) / out;
        for (int c = 0; c < 3; ++c)
            for (int y = 0; y < out; ++y)
                for (int x = 0; x < out; ++x) {
                    double sum = 0;
                    const int left = static_cast<int>(std::floor(x * scale));
                    const int top = static_cast<int>(std::floor(y * scale));
                    for (int j = top - 1; j <= top + 2; ++j)
                        for (int i = left - 1; i <= left + 2; ++i) {
                            const int ci = std::clamp(i, 0, in - 1), cj = std::clamp(j, 0, in - 1);
                            sum += keys(x * scale - i) * keys(y * scale - j) *
                                   source[static_cast<std::size_t>((cj * in + ci) * 3 + c)] / 255.0;
                        }
                    const float value = planes[static_cast<std::size_t>((c * out + y) * out + x)];
                    // The table's steps of 1/1024 move a weight by at most about 1.2e-3 / 2.
                    QVERIFY2(std::abs(value - sum) < 5e-3,
                             qPrintable(QString("%1 %2 %3: %4, not %5")
                                            .arg(c)
                                            .arg(y)
                                            .arg(x)
                                            .arg(value)
                                            .arg(sum)));
                }
    }

    void sameSizeIsTheSamePicture()
    {
        const Image image = random8(16, 16, 3);
        const auto& source = std::get<std::vector<std::uint8_t>>(image.pixels);
        for (const Resampling kind : {Resampling::Tf1Bicubic, Resampling::Triangle}) {
            const auto planes = resized(image, {0, 0, 16, 16}, kind, 16);
            for (std::size_t i = 0; i < 256; ++i)
                for (std::size_t c = 0; c < 3; ++c)
                    QVERIFY(std::abs(planes[c * 256 + i] - float(source[i * 3 + c]) / 255) < 1e-6f);
        }
    }

    void triangleIsTorchvisions()
    {
        for (const Json& entry : pictures::json("expected_triangle.json")) {
            const int width = entry["width"], height = entry["height"], size = entry["size"];
            const Image image =
                pictures::image(width, height, 3, entry["source"].get<std::vector<std::uint8_t>>());
            const auto planes = resized(image, {0, 0, width, height}, Resampling::Triangle, size);
            const auto wanted = entry["planes"].get<std::vector<double>>();
            QCOMPARE(planes.size(), wanted.size());
            for (std::size_t i = 0; i < wanted.size(); ++i)
                QVERIFY2(std::abs(double(planes[i]) - wanted[i]) < 1e-5,
                         qPrintable(QString("%1 to %2, value %3").arg(width).arg(size).arg(i)));
        }
    }

    void cropsAsIfCutOutFirst()
    {
        const Image image = random8(40, 30, 3);
        const auto& source = std::get<std::vector<std::uint8_t>>(image.pixels);
        const ImageBox box{7, 5, 20, 13};
        std::vector<std::uint8_t> cut;
        for (int y = 0; y < box.height; ++y)
            for (int i = 0; i < box.width * 3; ++i)
                cut.push_back(source[static_cast<std::size_t>(((y + box.y) * 40 + box.x) * 3 + i)]);
        const Image alone = pictures::image(box.width, box.height, 3, cut);
        for (const Resampling kind : {Resampling::Tf1Bicubic, Resampling::Triangle})
            QCOMPARE(resized(image, box, kind, 16),
                     resized(alone, {0, 0, box.width, box.height}, kind, 16));
    }

    /// A part of an image answers like the image: boxes are in the image's coordinates.
    void partsAnswerLikeTheWhole()
    {
        const Image image = slope(64);
        const ImageBox covers{6, 4, 50, 48};
        Image cut{covers.width, covers.height, 1, 16, {}};
        std::vector<std::uint16_t> values;
        for (int y = 0; y < covers.height; ++y)
            for (int x = 0; x < covers.width; ++x)
                values.push_back(static_cast<std::uint16_t>((x + 6) * 320 + (y + 4) * 96));
        cut.pixels = std::move(values);
        for (const Resampling kind : {Resampling::Tf1Bicubic, Resampling::Triangle})
            QCOMPARE(resized({cut, covers}, {9, 7, 31, 20}, kind, 16),
                     resized(image, {9, 7, 31, 20}, kind, 16));
    }

    /// Out of a copy of half the size an odd box is cut between pixels: no output value is off by
    /// more than a quarter of the step between two stored pixels (rounding to the copy's pixels
    /// would be off by a whole one).
    void aSmallerCopyIsCutAtTheSamePlace()
    {
        const Image image = slope(64);
        const ImagePart copy{halved(image), {0, 0, 64, 64}};
        constexpr int kSize = 12;
        const ImageBox box{9, 7, 39, 41};
        const auto whole = resized(image, box, Resampling::Triangle, kSize);
        const auto half = resized(copy, box, Resampling::Triangle, kSize);
        for (std::size_t y = 1; y + 1 < kSize; ++y)
            for (std::size_t x = 1; x + 1 < kSize; ++x) {
                const double off = double(half[y * kSize + x]) - double(whole[y * kSize + x]);
                QVERIFY2(std::abs(off) * 65535 < 0.25 * 320,
                         qPrintable(QString::number(off * 65535)));
            }
        // The bicubic grid: single pixels, so a slope differs by what the kernel bends it.
        const auto points = resized(image, box, Resampling::Tf1Bicubic, kSize);
        const auto fewer = resized(copy, box, Resampling::Tf1Bicubic, kSize);
        for (std::size_t y = 1; y + 1 < kSize; ++y)
            for (std::size_t x = 1; x + 1 < kSize; ++x)
                QVERIFY(std::abs(double(fewer[y * kSize + x]) - double(points[y * kSize + x])) *
                            65535 <
                        0.35 * 320);
    }

    void pixelsAreMixedAsTheAxesSay_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("size");
        for (const int channels : {1, 3}) {
            for (const int bits : {8, 12}) {
                const auto row = [&](const char* name) -> QTestData& {
                    return QTest::addRow("%s, %d x %d bits", name, channels, bits);
                };
                row("hardly smaller") << 290 << 260 << channels << bits << 224;
                row("much smaller") << 333 << 471 << channels << bits << 50;
                row("larger") << 31 << 77 << channels << bits << 150;
                row("one pixel") << 1 << 1 << channels << bits << 33;
                row("few outputs") << 40 << 23 << channels << bits << 3;
            }
        }
    }

    /// Every way that a processor has of it: sums in double by each axis' own indices and weights.
    void pixelsAreMixedAsTheAxesSay()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, channels);
        QFETCH(int, bits);
        QFETCH(int, size);
        const auto pixels = static_cast<std::size_t>(width * height * channels);
        std::vector<std::uint16_t> words(pixels);
        std::uint32_t state = 99;
        for (auto& value : words)
            value =
                static_cast<std::uint16_t>((state = state * 1664525u + 1013904223u) >> (32 - bits));
        Image image{width, height, channels, bits, {}};
        if (bits > 8)
            image.pixels = words;
        else
            image.pixels = std::vector<std::uint8_t>(words.begin(), words.end());
        const double unit = (1 << bits) - 1;
        for (const Resampling kind :
             {Resampling::Tf1Bicubic, Resampling::Tf2Bicubic, Resampling::Triangle}) {
            const Axis across = resamplingAxis(kind, {0, double(width), 1}, width, size);
            const Axis down = resamplingAxis(kind, {0, double(height), 1}, height, size);
            for (const Mirror mirror : {Mirror::No, Mirror::LeftRight}) {
                const auto got = resized(image, {0, 0, width, height}, kind, size, mirror);
                double worst = 0;
                for (int c = 0; c < channels; ++c) {
                    std::vector<double> narrow(static_cast<std::size_t>(height * size));
                    for (int y = 0; y < height; ++y)
                        for (int x = 0; x < size; ++x)
                            for (int t = 0; t < across.taps; ++t) {
                                const auto at = static_cast<std::size_t>(x * across.taps + t);
                                narrow[static_cast<std::size_t>(y * size + x)] +=
                                    double(across.weight[at]) *
                                    words[static_cast<std::size_t>(
                                        (y * width + across.index[at]) * channels + c)] /
                                    unit;
                            }
                    for (int y = 0; y < size; ++y)
                        for (int x = 0; x < size; ++x) {
                            double sum = 0;
                            for (int t = 0; t < down.taps; ++t) {
                                const auto at = static_cast<std::size_t>(y * down.taps + t);
                                sum += double(down.weight[at]) *
                                       narrow[static_cast<std::size_t>(down.index[at] * size + x)];
                            }
                            const int to = mirror == Mirror::No ? x : size - 1 - x;
                            const double off =
                                got[static_cast<std::size_t>((c * size + y) * size + to)] - sum;
                            worst = std::max(worst, std::abs(off));
                        }
                }
                QVERIFY2(worst < 2e-6, qPrintable(QString::number(worst)));
            }
        }
    }

    void mirrorTurnsRowsRound()
    {
        const Image image = random8(20, 20, 3);
        const auto straight = resized(image, {0, 0, 20, 20}, Resampling::Tf1Bicubic, 12);
        const auto turned =
            resized(image, {0, 0, 20, 20}, Resampling::Tf1Bicubic, 12, Mirror::LeftRight);
        for (std::size_t row = 0; row < 36; ++row)
            for (std::size_t x = 0; x < 12; ++x)
                QCOMPARE(turned[row * 12 + x], straight[row * 12 + 11 - x]);
    }

    void everyDepthReachesOne()
    {
        for (const int bits : {1, 2, 4, 8, 12, 16}) {
            Image image{4, 4, 1, bits, {}};
            if (bits > 8)
                image.pixels =
                    std::vector<std::uint16_t>(16, static_cast<std::uint16_t>((1 << bits) - 1));
            else
                image.pixels =
                    std::vector<std::uint8_t>(16, static_cast<std::uint8_t>((1 << bits) - 1));
            for (const float value : resized(image, {0, 0, 4, 4}, Resampling::Triangle, 8))
                QVERIFY(std::abs(value - 1.0f) < 1e-6f);
        }
    }
};

QTEST_APPLESS_MAIN(TestResample)
#include "tst_resample.moc"
