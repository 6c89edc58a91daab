#include "core/image/image.h"
#include "tests/support/pictures.h"

#include "core/views/augment.h"
#include "core/views/colour.h"

#include <QtTest/QtTest>
#include <algorithm>
#include <cmath>
#include <map>

using namespace rekindle;
using namespace rekindle::image;
using namespace rekindle::views;

namespace {

Image colourful(int side)
{
    std::vector<std::uint8_t> pixels;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            for (int c = 0; c < 3; ++c)
                pixels.push_back(
                    static_cast<std::uint8_t>((x * 7 + y * 11 + c * 60 + x * y) & 255));
    return pictures::image(side, side, 3, std::move(pixels));
}

/// The whole picture at its own size with nothing done to it.
ViewParameters untouched(int side)
{
    ViewParameters parameters;
    parameters.crop = {0, 0, side, side};
    return parameters;
}

std::vector<float> rendered(const Image& image, const ViewRecipe& recipe,
                            const ViewParameters& parameters)
{
    std::vector<float> out(static_cast<std::size_t>(3 * recipe.size * recipe.size));
    renderView(wholePart(image), recipe, parameters, out);
    return out;
}

/// One operation on the whole picture.
void apply(int step, bool torchvision, const ViewParameters& view, std::size_t count, float* planes)
{
    const auto brightness = static_cast<float>(view.brightness);
    const auto contrast = static_cast<float>(view.contrast);
    const auto saturation = static_cast<float>(view.saturation);
    const auto hue = static_cast<float>(view.hue);
    if (step == 0)
        torchvision ? scaleBrightness(planes, 3 * count, brightness)
                    : addBrightness(planes, 3 * count, brightness);
    else if (step == 1 && torchvision)
        scaleContrastAboutGrey(planes, 3, count, contrast);
    else if (step == 1)
        for (std::size_t c = 0; c < 3; ++c)
            scaleContrast(planes + c * count, count, contrast);
    else if (step == 2)
        torchvision ? scaleSaturationAboutGrey(planes, count, saturation)
                    : scaleSaturation(planes, count, saturation);
    else
        torchvision ? turnHueInSteps(planes, count, hue) : turnHue(planes, count, hue);
}

double clipped(double x)
{
    return std::clamp(x, 0.0, 1.0);
}

} // namespace

/// How one view is drawn and put together (recipes 1.3, first column).
class TestViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chancesAreTheRecipes()
    {
        const ViewRecipe recipe = simclrView(224);
        const int count = 20000;
        std::map<std::string, int> seen;
        std::map<std::array<int, 4>, int> orders;
        double brightness = 0, contrast = 0, hue = 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            Random random(3, Purpose::View, i);
            const auto view = drawView(recipe, 300, 200, random, 1.25);
            seen["flip"] += view.flip;
            seen["jitter"] += view.jitter;
            seen["grey"] += view.grey;
            seen["blur"] += view.blurSigma > 0;
            QVERIFY(view.blurSigma == 0.0 || view.blurSigma == 1.25);
            if (!view.jitter)
                continue;
            ++orders[view.jitterOrder];
            QVERIFY(std::abs(view.brightness) <= 0.8 && std::abs(view.hue) <= 0.2);
            QVERIFY(view.contrast >= 0.2 && view.contrast <= 1.8);
            QVERIFY(view.saturation >= 0.2 && view.saturation <= 1.8);
            brightness += view.brightness * view.brightness;
            contrast += view.contrast;
            hue += view.hue * view.hue;
        }
        const auto share = [&](const char* what) { return double(seen[what]) / count; };
        QVERIFY(std::abs(share("flip") - 0.5) < 0.015);
        QVERIFY(std::abs(share("jitter") - 0.8) < 0.012);
        QVERIFY(std::abs(share("grey") - 0.2) < 0.012);
        QVERIFY(std::abs(share("blur") - 0.5) < 0.015);
        QCOMPARE(orders.size(), std::size_t{24});
        const double jittered = seen["jitter"];
        // A uniform draw in +-a has the mean square a^2 / 3.
        QVERIFY(std::abs(brightness / jittered - 0.64 / 3) < 0.008);
        QVERIFY(std::abs(hue / jittered - 0.04 / 3) < 0.0005);
        QVERIFY(std::abs(contrast / jittered - 1.0) < 0.015);
    }

    void strengthScalesTheFourRanges()
    {
        const ViewRecipe half = simclrView(64, 0.5);
        QCOMPARE(half.brightness, 0.4);
        QCOMPARE(half.contrast, 0.4);
        QCOMPARE(half.saturation, 0.4);
        QCOMPARE(half.hue, 0.1);
        Random random(1, Purpose::View);
        for (int i = 0; i < 200; ++i) // a strength above 1.25 must not turn contrast round
            QVERIFY(drawView(simclrView(64, 2.0), 64, 64, random, 1.0).contrast >= 0.0);
    }

    void blurPerImageDrawsItsOwnWidth()
    {
        ViewRecipe recipe = simclrView(224);
        recipe.blurWidth = BlurWidth::PerImage;
        double low = 9, high = 0;
        for (std::uint32_t i = 0; i < 4000; ++i) {
            Random random(3, Purpose::View, i);
            const double sigma = drawView(recipe, 300, 200, random, 77.0).blurSigma;
            if (sigma == 0.0)
                continue;
            low = std::min(low, sigma);
            high = std::max(high, sigma);
        }
        QVERIFY(low >= 0.1 && low < 0.12);
        QVERIFY(high < 2.0 && high > 1.98);
    }

    void sameNameSameView()
    {
        const ViewRecipe recipe = simclrView(32);
        const Image image = colourful(50);
        Random a(4, Purpose::View, 1, 2, 0), b(4, Purpose::View, 1, 2, 0),
            c(4, Purpose::View, 1, 2, 1);
        const auto first = drawView(recipe, 50, 50, a, 1.0);
        const auto again = drawView(recipe, 50, 50, b, 1.0);
        const auto other = drawView(recipe, 50, 50, c, 1.0);
        QCOMPARE(toJson(first).dump(), toJson(again).dump());
        QVERIFY(toJson(first).dump() != toJson(other).dump());
        QCOMPARE(rendered(image, recipe, first), rendered(image, recipe, again));
    }

    void jitterRunsInItsOrderWithClipsBetween()
    {
        const int side = 8;
        const Image image = colourful(side);
        const auto& source = std::get<std::vector<std::uint8_t>>(image.pixels);
        for (const bool contrastFirst : {false, true}) {
            ViewParameters view = untouched(side);
            view.jitter = true;
            view.jitterOrder = contrastFirst ? std::array{1, 0, 2, 3} : std::array{0, 1, 2, 3};
            view.brightness = 0.35;
            view.contrast = 1.7;
            const auto out = rendered(image, simclrView(side), view);
            for (std::size_t c = 0; c < 3; ++c) {
                std::vector<double> plane;
                for (std::size_t i = 0; i < 64; ++i)
                    plane.push_back(source[i * 3 + c] / 255.0);
                for (const int step : {contrastFirst ? 1 : 0, contrastFirst ? 0 : 1}) {
                    double mean = 0;
                    for (const double value : plane)
                        mean += value / 64;
                    for (double& value : plane)
                        value = clipped(step == 0 ? value + 0.35 : (value - mean) * 1.7 + mean);
                }
                for (std::size_t i = 0; i < 64; ++i)
                    QVERIFY(std::abs(out[c * 64 + i] - plane[i]) < 2e-6);
            }
        }
    }

    /// All orders of the four operations, each held against colorsys by itself (tst_colour), with a
    /// clip behind each.
    void everyOrderIsItsOperationsInARow()
    {
        constexpr int kSide = 12;
        const Image image = colourful(kSide);
        constexpr std::size_t kCount = kSide * kSide;
        for (const bool torchvision : {false, true}) {
            const ViewRecipe recipe = torchvision ? swavView(kSide, 0.1, 1.0) : simclrView(kSide);
            ViewParameters view = untouched(kSide);
            const auto plain = rendered(image, recipe, view);
            view.jitter = true;
            view.brightness = torchvision ? 1.4 : 0.3;
            view.contrast = 1.5;
            view.hue = 0.17;
            std::array<int, 4> order{0, 1, 2, 3};
            do {
                for (const double saturation : {0.4, 1.0, 1.7}) {
                    view.jitterOrder = order;
                    view.saturation = saturation;
                    auto wanted = plain;
                    for (const int step : order) {
                        apply(step, torchvision, view, kCount, wanted.data());
                        clipToUnit(wanted.data(), wanted.size());
                    }
                    const auto got = rendered(image, recipe, view);
                    for (std::size_t i = 0; i < wanted.size(); ++i)
                        QVERIFY(std::abs(got[i] - wanted[i]) < 5e-6f);
                }
            } while (std::next_permutation(order.begin(), order.end()));
        }
    }

    void greyComesAfterColour()
    {
        const int side = 8;
        const Image image = colourful(side);
        ViewParameters view = untouched(side);
        const auto plain = rendered(image, simclrView(side), view);
        view.grey = true;
        const auto grey = rendered(image, simclrView(side), view);
        for (std::size_t i = 0; i < 64; ++i) {
            const double wanted =
                0.2989 * plain[i] + 0.5870 * plain[64 + i] + 0.1140 * plain[128 + i];
            for (std::size_t c = 0; c < 3; ++c)
                QVERIFY(std::abs(grey[c * 64 + i] - wanted) < 1e-6);
        }
    }

    void greyPicturesGiveWhatTheirThreefoldCopyGives()
    {
        const int side = 24;
        std::vector<std::uint8_t> single, triple;
        for (int i = 0; i < 30 * 30; ++i) {
            const auto value = static_cast<std::uint8_t>((i * 31 + i / 30 * 7) & 255);
            single.push_back(value);
            triple.insert(triple.end(), 3, value);
        }
        const Image one = pictures::image(30, 30, 1, single);
        const Image three = pictures::image(30, 30, 3, triple);
        const ViewRecipe recipe = simclrView(side);
        for (std::uint32_t i = 0; i < 60; ++i) {
            Random random(8, Purpose::View, i);
            const auto view = drawView(recipe, 30, 30, random, 0.8);
            const auto a = rendered(one, recipe, view);
            const auto b = rendered(three, recipe, view);
            for (std::size_t k = 0; k < a.size(); ++k)
                QVERIFY(std::abs(a[k] - b[k]) < 1e-6f);
        }
    }

    void everyViewLiesInTheUnitRange()
    {
        const Image image = colourful(40);
        for (const ViewRecipe& recipe : {simclrView(32), fineTuneView(32), scoringView(32)})
            for (std::uint32_t i = 0; i < 200; ++i) {
                Random random(8, Purpose::View, i);
                const auto view = drawView(recipe, 40, 40, random, 1.9);
                const auto out = rendered(image, recipe, view);
                const auto [low, high] = std::minmax_element(out.begin(), out.end());
                QVERIFY(*low >= 0.0f && *high <= 1.0f);
            }
    }

    /// What fine-tuning learns from and what is scored have the same fine detail: a whole picture
    /// of 150 pixels shrunk to 64 by both.
    void trainingAndScoringSeeTheSameDetail()
    {
        const auto detail = [](const std::vector<float>& view, int side) {
            double energy = 0;
            for (int y = 0; y < side; ++y)
                for (int x = 1; x < side; ++x) {
                    const auto at = static_cast<std::size_t>(y * side + x);
                    const double step = view[at] - view[at - 1];
                    energy += step * step;
                }
            return energy;
        };
        const Image image = colourful(150);
        const double training = detail(rendered(image, fineTuneView(64), untouched(150)), 64);
        const double scoring = detail(rendered(image, scoringView(64), untouched(150)), 64);
        QVERIFY(training > 1);
        QVERIFY2(std::abs(scoring / training - 1) < 0.05,
                 qPrintable(QString::number(scoring / training)));
    }

    void scoringHasNoChanceInIt()
    {
        Random a(1, Purpose::View), b(2, Purpose::View);
        const ViewRecipe recipe = scoringView(32);
        QCOMPARE(toJson(drawView(recipe, 50, 60, a, 1.0)).dump(),
                 toJson(drawView(recipe, 50, 60, b, 2.0)).dump());
    }

    void recipesAreRecordedInWords()
    {
        const Json json = toJson(simclrView(96));
        QCOMPARE(json["crop"].get<std::string>(), std::string("tensorflow"));
        QCOMPARE(json["resampling"].get<std::string>(), std::string("tf1-bicubic"));
        QCOMPARE(json["size_px"].get<int>(), 96);
        QCOMPARE(json["blur_sigma"].get<std::string>(), std::string("per_batch"));
        QCOMPARE(toJson(fineTuneView(96))["resampling"].get<std::string>(),
                 std::string("triangle-antialias"));
    }
};

QTEST_APPLESS_MAIN(TestViews)
#include "tst_views.moc"
