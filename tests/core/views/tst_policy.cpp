#include "core/views/colour.h"
#include "core/views/rotate.h"
#include "tests/support/pictures.h"

#include "core/views/augment.h"
#include "core/views/policy.h"

#include <QtTest/QtTest>
#include <cmath>

using namespace rekindle;
using namespace rekindle::views;

namespace {

Json expected(const char* what)
{
    return Json::parse(
        pictures::read(pictures::fs::path(REKINDLE_TEST_DATA) / "packed" / "expected.json"))[what];
}

float furthest(const std::vector<float>& got, const std::vector<float>& wanted)
{
    float largest = got.size() == wanted.size() ? 0.0f : 1.0f;
    for (std::size_t i = 0; i < std::min(got.size(), wanted.size()); ++i)
        largest = std::max(largest, std::abs(got[i] - wanted[i]));
    return largest;
}

/// A colour picture of `side`.
image::ImagePart colours(int side)
{
    std::vector<std::uint8_t> pixels;
    for (int i = 0; i < side * side * 3; ++i)
        pixels.push_back(static_cast<std::uint8_t>(40 + (i * 37 + i * i) % 180));
    return image::wholePart(pictures::image(side, side, 3, std::move(pixels)));
}

std::vector<float> rendered(const image::ImagePart& part, const ViewRecipe& recipe,
                            const ViewParameters& parameters)
{
    std::vector<float> out(static_cast<std::size_t>(3 * recipe.size * recipe.size));
    renderView(part, recipe, parameters, out);
    return out;
}

} // namespace

/// Policies change what they say they change, and "paper" changes nothing.
class TestPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stainsFollowThePublishedMatrix()
    {
        const Json want = expected("stains");
        auto planes = want["planes"].get<std::vector<float>>();
        shiftStains(planes.data(), planes.size() / 3, want["factor"].get<std::array<double, 3>>(),
                    want["shift"].get<std::array<double, 3>>());
        QVERIFY(furthest(planes, want["expected"].get<std::vector<float>>()) < 1e-5f);
    }

    void picturesTurnAsTorchvisionTurnsThem()
    {
        const Json want = expected("turned");
        for (const Json& turn : want["cases"]) {
            auto planes = want["planes"].get<std::vector<float>>();
            rotate(planes.data(), 2, want["side"], turn["degrees"]);
            QVERIFY(furthest(planes, turn["expected"].get<std::vector<float>>()) < 1e-5f);
        }
    }

    void everyPolicyHasAName()
    {
        for (const std::string& name : policyNames()) {
            const auto policy = parsePolicy(name);
            QVERIFY(policy.has_value());
            QCOMPARE(std::string(policyName(*policy)), name);
        }
        QCOMPARE(policyNames().size(), std::size_t{4});
        QVERIFY(!parsePolicy("none").has_value());
        const ViewRecipe paper = simclrView(32);
        QCOMPARE(toJson(withPolicy(paper, Policy::Paper)).dump(), toJson(paper).dump());
        for (const Policy policy : {Policy::Grey, Policy::Stain, Policy::Ultrasound}) {
            const ViewRecipe changed = withPolicy(paper, policy);
            QVERIFY(changed.name.ends_with(policyName(policy)));
            QVERIFY(toJson(changed).dump() != toJson(paper).dump());
        }
    }

    /// The share between red and green of a pixel is its colour: no step of "grey" may change it
    /// beyond brightness and contrast, which act on all planes alike.
    void greyKeepsGreyGreyAndDrawsNoColour()
    {
        const ViewRecipe recipe = withPolicy(simclrView(16), Policy::Grey);
        for (std::uint32_t seed = 0; seed < 200; ++seed) {
            Random random(seed, Purpose::View);
            const auto drawn = drawView(recipe, 40, 40, random, 1.0);
            QCOMPARE(drawn.hue, 0.0);
            QCOMPARE(drawn.saturation, 1.0);
            QVERIFY(!drawn.grey);
            QCOMPARE(drawn.rotation, 0.0);
        }
    }

    void stainsAndTurnsAreDrawnWithinTheirRange()
    {
        const ViewRecipe stain = withPolicy(simclrView(16), Policy::Stain);
        const ViewRecipe ultrasound = withPolicy(simclrView(16), Policy::Ultrasound);
        double least = 0, most = 0, lowest = 2, highest = 0;
        for (std::uint32_t seed = 0; seed < 300; ++seed) {
            Random first(seed, Purpose::View), second(seed, Purpose::View);
            const auto turned = drawView(ultrasound, 40, 40, first, 1.0);
            least = std::min(least, turned.rotation);
            most = std::max(most, turned.rotation);
            const auto stained = drawView(stain, 40, 40, second, 1.0);
            QVERIFY(stained.jitter || stained.stainFactor == ViewParameters{}.stainFactor);
            for (const double factor : stained.stainFactor) {
                lowest = std::min(lowest, factor);
                highest = std::max(highest, factor);
            }
        }
        QVERIFY(least >= -10 && least < -8 && most <= 10 && most > 8);
        QVERIFY(lowest >= 0.8 && lowest < 0.82 && highest <= 1.2 && highest > 1.18);
    }

    void viewsShowThem()
    {
        const auto part = colours(24);
        ViewParameters parameters;
        parameters.crop = {0, 0, 24, 24};
        const ViewRecipe stain = withPolicy(simclrView(24), Policy::Stain);
        const auto plain = rendered(part, stain, parameters);
        parameters.jitter = true;
        parameters.brightness = 0.0;
        parameters.stainFactor = {1.2, 0.8, 1.0};
        auto wanted = plain;
        shiftStains(wanted.data(), 24 * 24, parameters.stainFactor, parameters.stainShift);
        clipToUnit(wanted.data(), wanted.size());
        QVERIFY(furthest(wanted, plain) > 0.02f);
        QVERIFY(furthest(rendered(part, stain, parameters), wanted) < 1e-5f);
        ViewParameters turned;
        turned.crop = {0, 0, 24, 24};
        turned.rotation = 9;
        auto upright = plain;
        rotate(upright.data(), 3, 24, 9);
        QVERIFY(furthest(rendered(part, stain, turned), upright) < 1e-6f);
        QVERIFY(furthest(upright, plain) > 0.05f);
    }
};

QTEST_APPLESS_MAIN(TestPolicy)
#include "tst_policy.moc"
