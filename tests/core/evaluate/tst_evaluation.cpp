#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest_file.h"
#include "core/evaluate/evaluate.h"
#include "core/evaluate/protocol_torch.h"
#include "core/run/metrics_journal.h"
#include "core/scores/score_table.h"
#include "core/specs/spec.h"
#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"
#include "tests/support/tiny_checkpoint.h"

#include <limits>

using namespace rekindle;
using evaluate::runEvaluation;
namespace fs = std::filesystem;

Result<evaluate::Scored> scoreByMeanColour(evaluate::Unit& unit, evaluate::UnitControl& control);

namespace {

/// Nearly red pictures and nearly blue ones, in folders whose names are not UTF-8.
void writeImages(const fs::path& folder, const std::vector<std::string>& parts = {"train", "test"})
{
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const std::string& part = parts[p];
        for (int k = 0; k < 6; ++k) {
            const int i = k + 11 * static_cast<int>(p); // no picture twice
            const auto colour = [&](bool red) {
                return pictures::png(24, 24, 3, [=](int x, int, int c) {
                    return (c == (red ? 0 : 2) ? 200 : 40) + (x + 7 * i + i / 10) % 30;
                });
            };
            const std::string name = std::to_string(k) + ".png";
            pictures::write(folder / part / "r\xe9" / name, colour(true));
            pictures::write(folder / part / "r\xe8" / name, colour(false));
        }
    }
}

Result<evaluate::Scored> scoreByNothing(evaluate::Unit& unit, evaluate::UnitControl&)
{
    const auto rows = static_cast<std::int64_t>(unit.test.images().size());
    return evaluate::Scored{
        run::Outcome::Done,
        torch::full({rows, unit.classes}, std::numeric_limits<double>::quiet_NaN())};
}

void addProtocol(const char* name,
                 Result<evaluate::Scored> (*score)(evaluate::Unit&, evaluate::UnitControl&))
{
    specs::ProtocolSpec spec;
    spec.name = spec.title = spec.phrase = name;
    specs::protocols().add(spec);
    evaluate::protocolList().push_back({name, score});
}

} // namespace

class TestEvaluation : public QObject
{
    Q_OBJECT

    test::TempFolder m_folder;

    [[nodiscard]] fs::path images() const { return m_folder / "images"; }
    [[nodiscard]] fs::path weights() const { return m_folder / "weights.safetensors"; }

    [[nodiscard]] Result<run::RunFolder> plan(const char* name, const char* protocol,
                                              const fs::path& weights,
                                              const fs::path& pictures = {},
                                              const specs::Values& own = {}) const
    {
        run::ScoreSettings settings;
        settings.protocol = protocol;
        settings.own = own;
        settings.images = pictures.empty() ? images() : pictures;
        settings.targets.resize(1);
        settings.targets.front().weights = weights;
        settings.repeats = 2;
        settings.imageSize = 24;
        settings.threads = 1;
        RK_TRY(const auto manifest, dataset::scanFolder(settings.images, {}, {}));
        settings.imagesHash = manifest.contentHash();
        RK_TRY(auto folder, run::RunFolder::create(m_folder / name, settings));
        RK_TRY(const auto list, dataset::storeManifest(folder.path() / "images", manifest));
        RK_CHECK(folder.setImageList(list));
        return folder;
    }

    static Result<Json> resultOf(const run::RunFolder& folder)
    {
        return readJsonFile(folder.resultFile());
    }

private Q_SLOTS:
    void initTestCase()
    {
        writeImages(images());
        test::writeTinyCheckpoint(weights());
        addProtocol("mean_colour", scoreByMeanColour); // the second case
        addProtocol("nothing", scoreByNothing);
    }

    void aSecondProtocolIsAFileAndALine()
    {
        RK_UNWRAP(const auto folder, plan("colours", "mean_colour", weights()));
        run::RunControl control;
        RK_UNWRAP(const auto outcome, runEvaluation(folder, control));
        QVERIFY(outcome == run::Outcome::Done);
        RK_UNWRAP(const Json result, resultOf(folder));
        QCOMPARE(result["protocol"], Json("mean_colour"));
        QCOMPARE(result["n_test"], Json(12));
        QCOMPARE(result["mean"], Json(1.0)); // red is red
        QCOMPARE(result["confusion"], (Json{{12, 0}, {0, 12}}));
        QCOMPARE(result["repeats"].size(), std::size_t{2});
        QVERIFY(result["classes"][0] != result["classes"][1]);
        RK_UNWRAP(const auto name, scores::tableNameFromJson(result["repeats"][1]["table"], "r"));
        RK_UNWRAP(const auto table, scores::readTable(scores::tablesFolder(folder.path()), name));
        QCOMPARE(table.classes, (std::vector<std::string>{"r\xe8", "r\xe9"}));
        QCOMPARE(table.images.front(), std::string("test/r\xe8/0.png"));
        // Its own line in the journal knows whose it is.
        RK_UNWRAP(const auto journal, run::readJournal(folder.metricsFile()));
        QCOMPARE(journal.lines.size(), std::size_t{4});
        QCOMPARE(journal.lines[2]["kind"], Json("means"));
        QCOMPARE(journal.lines[2]["repeat"], Json(1));
    }

    void aProtocolWithoutACodeIsRefused()
    {
        specs::ProtocolSpec spec;
        spec.name = spec.title = spec.phrase = "spec alone";
        specs::protocols().add(spec);
        RK_UNWRAP(const auto folder, plan("alone", "spec alone", weights()));
        run::RunControl control;
        RK_VERIFY_FAILS(ErrorKind::Usage, runEvaluation(folder, control));
    }

    /// AUROC looked for the end of NaN for ever; now no such number leaves the unit.
    void numbersThatAreNoneEndTheRun()
    {
        RK_UNWRAP(const auto folder, plan("nothing", "nothing", weights()));
        run::RunControl control;
        const auto outcome = runEvaluation(folder, control);
        RK_VERIFY_FAILS(ErrorKind::Diverged, outcome);
        QCOMPARE(outcome.error().subject, weights().string());
        QVERIFY(!fs::exists(folder.resultFile()));
    }

    /// Weights that are numbers themselves and whose features are not.
    void hugeWeightsEndTheRun()
    {
        const fs::path huge = m_folder / "huge.safetensors";
        test::writeTinyCheckpoint(huge, 1e30F);
        RK_UNWRAP(const auto folder, plan("huge", "knn", huge));
        run::RunControl control;
        const auto outcome = runEvaluation(folder, control);
        RK_VERIFY_FAILS(ErrorKind::Diverged, outcome);
        QCOMPARE(outcome.error().subject, huge.string());
    }

    /// Each undone step is told with whose weights were in work, and the third ends the run.
    void fineTuningThatLeavesTheNumbersEndsTheRun()
    {
        const fs::path huge = m_folder / "huge.safetensors";
        test::writeTinyCheckpoint(huge, 1e30F);
        RK_UNWRAP(const auto folder, plan("diverged", "finetune", huge));
        run::RunControl control;
        const auto outcome = runEvaluation(folder, control);
        RK_VERIFY_FAILS(ErrorKind::Diverged, outcome);
        QCOMPARE(outcome.error().subject, huge.string());
        QVERIFY(outcome.error().message.starts_with("Fine-tuning has left the numbers"));
        RK_UNWRAP(const auto journal, run::readJournal(folder.metricsFile()));
        // Here a step is a pass, and the two before the last one have a line of their own, too.
        QCOMPARE(journal.lines.size(), std::size_t{5});
        QCOMPARE(journal.lines[4]["warning"]["subject"], Json(huge.string()));
        QCOMPARE(journal.lines[4]["repeat"], Json(0));
    }

    /// Chance has no part in it, so a second repeat would be the same and is not made.
    void neighboursWithAllLabelsAreOneComputation()
    {
        RK_UNWRAP(const auto folder, plan("one", "knn", weights()));
        run::RunControl control;
        RK_VERIFY_OK(runEvaluation(folder, control));
        RK_UNWRAP(const Json result, resultOf(folder));
        QCOMPARE(result["repeats"].size(), std::size_t{1});
        QVERIFY(result["ci95"].is_null());
        QVERIFY(result["points"][0]["measures"]["auroc"]["ci95"].is_array());
    }

    /// The last pass is the score unless the best on the validation part is asked for; the other
    /// one stands beside, and the record says which is which.
    void theBestPassByValidationStandsBesideTheLast()
    {
        const fs::path pictures = m_folder / "three-parts";
        writeImages(pictures, {"train", "val", "test"});
        specs::Values own{{"epochs", 6}, {"batch", 4}, {"lr", 0.01}};
        run::RunControl control;
        RK_UNWRAP(const auto last, plan("last", "finetune", weights(), pictures, own));
        RK_VERIFY_OK(runEvaluation(last, control));
        own["pick"] = "validation";
        RK_UNWRAP(const auto best, plan("best", "finetune", weights(), pictures, own));
        RK_VERIFY_OK(runEvaluation(best, control));
        RK_UNWRAP(const Json left, resultOf(last));
        RK_UNWRAP(const Json right, resultOf(best));
        for (std::size_t repeat = 0; repeat < 2; ++repeat) {
            const Json& a = left["repeats"][repeat];
            const Json& b = right["repeats"][repeat];
            QCOMPARE(a["choice"]["scored"], Json("last"));
            QCOMPARE(b["choice"]["scored"], Json("validation"));
            QCOMPARE(a["choice"]["best_pass"], b["choice"]["best_pass"]);
            QCOMPARE(a["choice"]["best_by_validation"]["auroc"], b["auroc"]);
            QCOMPARE(b["choice"]["last"]["auroc"], a["auroc"]);
        }
        // The first of the best passes, as the journal has them.
        RK_UNWRAP(const auto journal, run::readJournal(best.metricsFile()));
        double most = -1;
        std::int64_t pass = 0;
        for (const Json& line : journal.lines) {
            if (line.value("kind", "") != "pass" || line["repeat"] != Json(0))
                continue;
            if (line["validation_accuracy"].get<double>() > most) {
                most = line["validation_accuracy"].get<double>();
                pass = line["pass"].get<std::int64_t>();
            }
        }
        QCOMPARE(right["repeats"][0]["choice"]["best_pass"], Json(pass));
        // Without a validation part there is nothing to choose by, and that is said.
        RK_UNWRAP(const auto none, plan("none", "finetune", weights(), {}, own));
        RK_VERIFY_OK(runEvaluation(none, control));
        RK_UNWRAP(const Json alone, resultOf(none));
        QVERIFY(alone["warnings"].dump().find("no_validation_part") != std::string::npos);
        QVERIFY(!alone["repeats"][0].contains("choice"));
    }

    void aLostTableIsMadeAgain()
    {
        RK_UNWRAP(const auto folder, plan("again", "mean_colour", weights()));
        run::RunControl control;
        RK_VERIFY_OK(runEvaluation(folder, control));
        RK_UNWRAP(const Json first, resultOf(folder));
        const fs::path tables = scores::tablesFolder(folder.path());
        fs::remove(tables / "unit-0-1.h5");
        fs::remove(folder.resultFile());
        RK_VERIFY_OK(runEvaluation(folder, control));
        RK_UNWRAP(Json second, resultOf(folder));
        QVERIFY(fs::exists(tables / "unit-0-1.h5"));
        // It is told, and everything else is as it was.
        QCOMPARE(second["warnings"].size(), first["warnings"].size() + 1);
        QVERIFY(second["warnings"].dump().find("score_made_again") != std::string::npos);
        second["warnings"] = first["warnings"];
        QCOMPARE(second, first);
    }

    /// The second sitting has nothing left to do, and says the same.
    void aFinishedRunIsNotScoredAnew()
    {
        RK_UNWRAP(const auto folder, plan("twice", "mean_colour", weights()));
        run::RunControl control;
        RK_VERIFY_OK(runEvaluation(folder, control));
        RK_UNWRAP(const Json first, resultOf(folder));
        fs::rename(weights(), m_folder / "away");
        const auto outcome = runEvaluation(folder, control);
        fs::rename(m_folder / "away", weights());
        RK_VERIFY_OK(outcome);
        RK_UNWRAP(const Json second, resultOf(folder));
        QCOMPARE(second, first);
    }
};

QTEST_APPLESS_MAIN(TestEvaluation)
#include "tst_evaluation.moc"
