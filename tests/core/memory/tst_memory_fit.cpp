#include "core/memory/fit.h"
#include "core/run/identity.h"
#include "core/specs/size_text.h"
#include "tests/support/result_macros.h"

#include <QtTest/QtTest>

using namespace rekindle;

/// How a run is fitted into a limit: the order of the ways, and that none is silent.
class TestMemoryFit : public QObject
{
    Q_OBJECT

    static constexpr memory::Workplace kPlain{};
    static constexpr memory::Workplace kHalf{false, true, 0};

    static run::PretrainSettings paper(std::int64_t limit)
    {
        run::PretrainSettings settings;
        settings.images = "/data/images";
        settings.batch = 1024;
        settings.imageSize = 96;
        settings.memoryLimit = limit;
        return settings;
    }
    static double need(const run::PretrainSettings& settings, memory::Workplace place = {})
    {
        const auto made = memory::estimate(settings, place);
        return made ? made->total() : -1;
    }
    static std::int64_t above(double bytes) { return static_cast<std::int64_t>(bytes) + 1; }

private Q_SLOTS:
    void sizesAreReadAsPeopleWriteThem()
    {
        QCOMPARE(specs::parseSize("6G"), std::optional(std::int64_t{6} << 30));
        QCOMPARE(specs::parseSize("1.5 gib"), std::optional(std::int64_t{3} << 29));
        QCOMPARE(specs::parseSize("800M"), std::optional(std::int64_t{800} << 20));
        QCOMPARE(specs::parseSize("2GB"), std::optional(std::int64_t{2'000'000'000}));
        QCOMPARE(specs::parseSize("0"), std::optional(std::int64_t{0}));
        for (const char* wrong : {"", "G", "8Q", "6Gx", "-1G", "nan", "1e300G", "6 G B"})
            QVERIFY2(!specs::parseSize(wrong), wrong);
        for (const std::int64_t bytes :
             {std::int64_t{0}, std::int64_t{6} << 30, std::int64_t{1536} << 20, std::int64_t{17}})
            QCOMPARE(specs::parseSize(specs::sizeText(bytes)), std::optional(bytes));
        QCOMPARE(specs::sizeText(std::int64_t{1536} << 20), std::string("1536M"));
    }

    void withoutALimitNothingIsChosen()
    {
        const auto settings = paper(0);
        RK_UNWRAP(const auto fitted, memory::fit(settings, kHalf));
        QCOMPARE(run::toJson(fitted), run::toJson(settings));
        auto open = settings;
        open.precision = "auto";
        RK_UNWRAP(const auto settled, memory::fit(open, kHalf));
        QCOMPARE(settled.precision, std::string("bf16"));
        RK_UNWRAP(const auto plain, memory::fit(open, kPlain));
        QCOMPARE(plain.precision, std::string("fp32"));
    }

    void aPrecisionThatIsSaidStays()
    {
        for (const bool half : {false, true}) {
            for (const char* precision : {"fp32", "bf16"}) {
                auto said = paper(0);
                said.precision = precision;
                memory::settlePrecision(said, half);
                QCOMPARE(said.precision, std::string(precision));
            }
        }
        QVERIFY(memory::computesInHalf(true));
    }

    /// What the run is stays; only how it is worked off is chosen, in this order.
    void theWaysComeInTheirOrder()
    {
        auto plain = paper(std::int64_t{1} << 40);
        plain.precision = "auto";
        auto fp32 = plain;
        fp32.precision = "fp32";
        auto half = fp32;
        half.precision = "bf16";
        RK_UNWRAP(const auto roomy, memory::fit(plain, kHalf));
        QCOMPARE(run::toJson(roomy), run::toJson(half));
        auto again = half;
        again.recompute = true;
        QVERIFY(need(again) < need(half) && need(half) < need(fp32));

        plain.memoryLimit = above(need(half));
        RK_UNWRAP(const auto halved, memory::fit(plain, kHalf));
        QCOMPARE(halved.precision, std::string("bf16"));
        QVERIFY(!halved.recompute && halved.pieces == 1);

        plain.memoryLimit = above(need(again));
        RK_UNWRAP(const auto computed, memory::fit(plain, kHalf));
        QVERIFY(computed.recompute && computed.pieces == 1 && computed.precision == "bf16");

        plain.memoryLimit = static_cast<std::int64_t>(need(again) * 0.9);
        RK_UNWRAP(const auto cut, memory::fit(plain, kHalf));
        QVERIFY(cut.recompute && cut.pieces > 1);
        QCOMPARE(cut.batch, std::int64_t{1024});
        QVERIFY(need(cut) <= static_cast<double>(plain.memoryLimit));
        auto fewer = cut;
        --fewer.pieces;
        QVERIFY(need(fewer) > static_cast<double>(plain.memoryLimit)); // as few as it takes
    }

    /// A precision that somebody chose is theirs; so is what the place does not have.
    void precisionIsNeverChangedSilently()
    {
        auto settings = paper(0);
        auto half = settings;
        half.precision = "bf16";
        settings.memoryLimit = half.memoryLimit = std::int64_t{1} << 40;
        settings.memoryLimit = above(need(half));
        RK_UNWRAP(const auto chosen, memory::fit(settings, kHalf));
        QCOMPARE(chosen.precision, std::string("fp32"));
        settings.precision = "auto";
        RK_UNWRAP(const auto without, memory::fit(settings, kPlain));
        QCOMPARE(without.precision, std::string("fp32"));
    }

    /// A batch of 1024 of the paper's network on a card of 8 GB.
    void thePapersBatchFitsIntoASmallCard()
    {
        auto settings = paper(std::int64_t{8} << 30);
        settings.imageSize = 224;
        const memory::Workplace card{true, true, 0};
        RK_UNWRAP(const auto fitted, memory::fit(settings, card));
        QCOMPARE(fitted.batch, std::int64_t{1024});
        QVERIFY(fitted.recompute && fitted.pieces > 1 && fitted.pieces <= 512);
        RK_UNWRAP(const auto estimate, memory::estimate(fitted, card));
        QVERIFY(estimate.total() <= static_cast<double>(settings.memoryLimit));
        const std::string said = memory::sentence(fitted, estimate);
        QVERIFY(said.find("1024 in ") != std::string::npos);
        QVERIFY(said.find("8.0 GiB") != std::string::npos);
        QCOMPARE(memory::choiceJson(fitted, estimate)["chosen"]["pieces"], Json(fitted.pieces));
        QCOMPARE(memory::pieceWarnings(fitted).items()[0].kind,
                 std::string("normalised_in_pieces"));
        QVERIFY(memory::pieceWarnings(settings).empty());
    }

    /// Too little is refused with a limit that then does.
    void tooLittleNamesWhatWouldDo()
    {
        for (const char* method : {"simclr", "swav", "byol", "moco"}) {
            auto settings = paper(std::int64_t{400} << 20);
            settings.method = method;
            const auto refused = memory::fit(settings, kPlain);
            RK_VERIFY_FAILS(ErrorKind::Memory, refused);
            const std::string& hint = refused.error().hint;
            const auto from = hint.find("Allow ") + 6;
            const auto least = specs::parseSize(hint.substr(from, hint.find(' ', from) - from));
            QVERIFY2(least.has_value(), hint.c_str());
            settings.memoryLimit = *least;
            RK_VERIFY_OK(memory::fit(settings, kPlain));
            settings.memoryLimit -= std::int64_t{32} << 20;
            RK_VERIFY_FAILS(ErrorKind::Memory, memory::fit(settings, kPlain));
        }
    }

    /// Pieces change numbers and the rest does not: identities say so.
    void onlyPiecesAndPrecisionAreAnotherRun()
    {
        const auto base = paper(0);
        auto limited = base;
        limited.memoryLimit = std::int64_t{1} << 40;
        limited.recompute = true;
        QCOMPARE(run::identityOf(limited), run::identityOf(base));
        auto cut = base;
        cut.pieces = 2;
        QVERIFY(run::identityOf(cut) != run::identityOf(base));
    }

    /// Pieces of one image are no batch to normalise over.
    void piecesHaveTwoImagesAtLeast()
    {
        auto settings = paper(0);
        settings.batch = 8;
        settings.pieces = 4;
        RK_VERIFY_OK(run::check(settings));
        settings.pieces = 5;
        RK_VERIFY_FAILS(ErrorKind::Usage, run::check(settings));
    }
};

QTEST_APPLESS_MAIN(TestMemoryFit)
#include "tst_memory_fit.moc"
