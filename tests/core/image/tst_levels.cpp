#include "core/image/levels.h"
#include "tests/support/result_macros.h"

#include <QtTest/QtTest>
#include <algorithm>
#include <cmath>
#include <random>

using namespace rekindle;
using namespace rekindle::image;

namespace {

std::vector<int> levels(const Measured& measured, const Reading& reading,
                        ValueTally* tally = nullptr)
{
    const Image image = levelsOf(measured, {reading, 0, tally});
    const auto& values = std::get<std::vector<std::uint16_t>>(image.pixels);
    return {values.begin(), values.end()};
}

} // namespace

/// Stored → rescaled → window → inverted, and the words in which it is chosen.
class TestLevels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// CT numbers by a window, as DICOM's own example has it: what lies outside is cut off.
    void aWindowDecides()
    {
        Measured ct{4, 1, 1, {-1000, -160, 40, 3000}, std::nullopt, ValueRange{-1024, 3071}, false};
        Reading reading;
        RK_UNWRAP(reading.window, windowFrom("40, 400"));
        reading.mapping = Mapping::Window;
        QCOMPARE(levels(ct, reading), (std::vector<int>{0, 0, 32768, 65535}));
        ct.inverted = true;
        QCOMPARE(levels(ct, reading), (std::vector<int>{65535, 65535, 32768, 0}));
    }

    void eachMappingAsksSomebodyElse()
    {
        const Measured file{2, 1, 1, {0, 100}, ValueRange{0, 200}, ValueRange{0, 400}, false};
        Reading reading;
        reading.set = {0, 1000};
        QCOMPARE(levels(file, reading)[1], 32768); // its own window
        reading.mapping = Mapping::Full;
        QCOMPARE(levels(file, reading)[1], 16384); // what can be stored
        reading.mapping = Mapping::Percentiles;
        QCOMPARE(levels(file, reading)[1], 6554); // the set's
        Measured bare = file;
        bare.window.reset();
        bare.possible.reset();
        for (const auto mapping : {Mapping::Usual, Mapping::Full}) {
            reading.mapping = mapping;
            QCOMPARE(levels(bare, reading)[1], 6554);
        }
    }

    void whatIsNoNumberIsBlack()
    {
        Measured odd{3, 1, 1, {NAN, INFINITY, -INFINITY}, ValueRange{0, 1}, std::nullopt, false};
        QCOMPARE(levels(odd, {}), (std::vector<int>{0, 65535, 0}));
        odd.inverted = true;
        QCOMPARE(levels(odd, {})[0], 0);
        odd.inverted = false;
        odd.window.reset();
        QCOMPARE(levels(odd, {})[1], 65535);
    }

    /// Plain pictures are as they are unless somebody asks for others.
    void plainPictures()
    {
        Image grey{2, 1, 1, 16, std::vector<std::uint16_t>{0, 2000}, {}};
        ValueTally tally;
        takeLevels(grey, {{}, 12, &tally});
        QCOMPARE(grey.bits, 12);
        QCOMPARE(tally.largestStored(), std::uint16_t{2000});
        QVERIFY(tally.empty());
        Image bytes{2, 1, 1, 8, std::vector<std::uint8_t>{100, 150}, {}};
        takeLevels(bytes, {{}, 0, nullptr});
        QCOMPARE(bytes.bits, 8);
        Reading window;
        window.mapping = Mapping::Window;
        window.window = {100, 200};
        takeLevels(bytes, {window, 0, nullptr});
        QCOMPARE(bytes.bits, 16);
        QCOMPARE(std::get<std::vector<std::uint16_t>>(bytes.pixels),
                 (std::vector<std::uint16_t>{0, 32768}));
    }

    /// Against a sorted list, for values of both signs and many sizes; in any order.
    void percentilesOfTheSet()
    {
        std::mt19937 random(3);
        std::normal_distribution<float> draw(-200, 800);
        std::vector<float> values(40000);
        for (float& value : values)
            value = std::round(draw(random));
        ValueTally tally, other;
        tally.add(std::span(values).first(10000));
        tally.add(std::span(values).subspan(10000));
        other.add(std::span(values).subspan(10000));
        other.add(std::span(values).first(10000));
        std::vector<float> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        for (const double percent : {0.0, 0.1, 1.0, 25.0, 50.0, 75.0, 99.9, 100.0}) {
            const auto exact =
                static_cast<double>(sorted[static_cast<std::size_t>(percent / 100 * 39999)]);
            QVERIFY2(std::abs(tally.percentile(percent) - exact) <= 1 + 5e-4 * std::abs(exact),
                     qPrintable(QString("%1: %2, not %3")
                                    .arg(percent)
                                    .arg(tally.percentile(percent))
                                    .arg(exact)));
            QCOMPARE(tally.percentile(percent), other.percentile(percent));
        }
        Reading reading = settled({}, tally);
        QCOMPARE(reading.set.white, tally.percentile(99.9));
        reading.mapping = Mapping::Full;
        QCOMPARE(settled(reading, tally).set.black, static_cast<double>(sorted.front()));
        ValueTally same;
        same.add(std::vector<float>(100, 7.0f));
        QVERIFY(settled({}, same).set.holds());
        QVERIFY(!settled({}, ValueTally{}).set.holds());
    }

    void choicesAreRead()
    {
        QCOMPARE(windowFrom("40,400")->black, -160.0);
        QCOMPARE(*bandsFrom("4, 3,2"), (std::array<int, 3>{4, 3, 2}));
        QCOMPARE(*bandsFrom("8"), (std::array<int, 3>{8, 0, 0}));
        for (const char* wrong : {"", "40", "40,0", "40,-1", "a,b", "1,2,3", "nan,5", "1,inf"})
            QVERIFY2(!windowFrom(wrong), wrong);
        for (const char* wrong : {"", "0", "4,3", "4,3,2,1", "4,,2", "-1", "99999", "x"})
            QVERIFY2(!bandsFrom(wrong), wrong);
        Reading reading;
        for (const char* wrong : {"", "5", "9,1", "-1,50", "0,101", "5,5"})
            QVERIFY2(!setPercentiles(reading, wrong), wrong);
        QVERIFY(setPercentiles(reading, "0.5,99.5"));
        QCOMPARE(describe(reading), std::string("0.5 to 99.5 % of the set's values"));
        QVERIFY(!axisFrom("oblique"));
        QVERIFY(describe(Reading{}).empty());
    }

    /// What is chosen is kept with the list of images, to the last bit.
    void aReadingSurvivesItsFile()
    {
        Reading reading;
        reading.mapping = Mapping::Window;
        reading.window = {-160.1, 240.3};
        reading.bands = {4, 3, 2};
        reading.axis = VolumeAxis::Sagittal;
        reading.set = {0.1, 1e9};
        const Json json = toJson(reading);
        RK_UNWRAP(const Reading back, readingFromJson(json, "list"));
        QVERIFY(back == reading);
        QVERIFY(!back.isDefault());
        RK_UNWRAP(const Reading usual, readingFromJson(toJson(Reading{}), "list"));
        QVERIFY(usual.isDefault());
        const auto spoil = [&](const char* key, const Json& value) {
            Json other = json;
            other[key] = value;
            return readingFromJson(other, "list").has_value();
        };
        QVERIFY(spoil("axis", "axial"));
        QVERIFY(!spoil("axis", "up"));
        QVERIFY(!spoil("mapping", 3));
        QVERIFY(!spoil("window", Json{5, 1}));
        QVERIFY(!spoil("bands", Json{0, 1, 2}));
        QVERIFY(!spoil("bands", Json{1, 2}));
    }
};

QTEST_APPLESS_MAIN(TestLevels)
#include "tst_levels.moc"
