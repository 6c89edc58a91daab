#include "core/study/names.h"

#include "core/run/run_folder.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <QtTest/QtTest>

#include <fstream>

using namespace rekindle;
using study::Study;
namespace fs = std::filesystem;

/// Names that people give to pairs, scores and weights: beside the folders, which stay as they are.
class TestNames : public QObject
{
    Q_OBJECT

    test::TempFolder m_folder;

    Study makeStudy(const char* name)
    {
        auto study = study::createStudy(m_folder / name, "S");
        if (!study)
            qFatal("%s", study.error().message.c_str());
        for (const auto& [folder, arm, pair] : {std::tuple{"pair-1-p1x", run::Arm::P1x, "pair-1"},
                                                std::tuple{"pair-1-p2x", run::Arm::P2x, "pair-1"},
                                                std::tuple{"pair-2-p1x", run::Arm::P1x, "pair-2"},
                                                std::tuple{"alone", run::Arm::Single, ""}}) {
            run::PretrainSettings settings;
            settings.images = m_folder / "images";
            settings.arm = arm;
            settings.pair = pair;
            if (arm == run::Arm::P2x)
                settings.init = (m_folder / "start.safetensors").string();
            if (!run::RunFolder::create(study->folder / "runs" / folder, settings, study->folder))
                qFatal("no run");
        }
        run::ScoreSettings score;
        score.images = m_folder / "images";
        score.targets = {{0, m_folder / "w.safetensors", "run:0"}};
        if (!run::RunFolder::create(study->folder / "runs/pair-1-p1x/scores/knn-100", score,
                                    study->folder))
            qFatal("no score");
        return *study;
    }

private Q_SLOTS:
    void aPairAScoreAndARunAreNamed()
    {
        Study study = makeStudy("a");
        RK_VERIFY_OK(study::rename(study, "pair-1", "  Without blur "));
        RK_VERIFY_OK(study::rename(study, "pair-1-p1x/scores/knn-100", "All labels"));
        RK_VERIFY_OK(study::rename(study, "runs/alone", "Try"));
        RK_UNWRAP(const Study read, study::openStudy(study.folder));
        QCOMPARE(read.names, (study::Names{{"pair-1", "Without blur"},
                                           {"runs/pair-1-p1x/scores/knn-100", "All labels"},
                                           {"runs/alone", "Try"}}));
        const fs::path runs = study.folder / "runs";
        QCOMPARE(study::givenNameOf(read, runs / "pair-1-p1x"), std::string("Without blur, P1X"));
        QCOMPARE(study::givenNameOf(read, runs / "pair-1-p2x"), std::string("Without blur, P2X"));
        QCOMPARE(study::givenNameOf(read, runs / "pair-1-p1x/scores/knn-100"),
                 std::string("All labels"));
        QCOMPARE(study::givenNameOf(read, runs / "pair-2-p1x"), std::string());
        QVERIFY(fs::exists(runs / "pair-1-p1x/job.json"));
        // By the folder of one of its runs it is the pair that is meant, and nothing takes it back.
        RK_VERIFY_OK(study::rename(study, "pair-1-p2x", ""));
        QVERIFY(!study.names.contains("pair-1"));
        QCOMPARE(study.names.size(), std::size_t(2));
    }

    void whatCannotBeANameIsRefused()
    {
        Study study = makeStudy("b");
        RK_VERIFY_OK(study::rename(study, "pair-1", "Small"));
        RK_VERIFY_FAILS(ErrorKind::Usage, study::rename(study, "pair-2", "Small"));
        RK_VERIFY_FAILS(ErrorKind::Usage, study::rename(study, "pair-2", "pair-1"));
        RK_VERIFY_FAILS(ErrorKind::Usage, study::rename(study, "pair-2", "two\nlines"));
        RK_VERIFY_FAILS(ErrorKind::Usage, study::rename(study, "pair-2", std::string(121, 'x')));
        RK_VERIFY_FAILS(ErrorKind::NotFound, study::rename(study, "pair-9", "New"));
        RK_VERIFY_FAILS(ErrorKind::NotFound, study::rename(study, "../b/runs/none", "New"));
        QCOMPARE(study.names.size(), std::size_t(1));
        // Its own name again is no other's.
        RK_VERIFY_OK(study::rename(study, "pair-1", "Small"));
    }

    void weightsAreNamedByTheirLabel()
    {
        Study study = makeStudy("c");
        RK_VERIFY_OK(study::addWeights(study, REKINDLE_TEST_DATA "/model/basic.safetensors", ""));
        const std::string id = study.weights.front().id;
        RK_VERIFY_OK(study::rename(study, id, "From the clinic"));
        RK_UNWRAP(const Study read, study::openStudy(study.folder));
        QCOMPARE(read.weights.front().label, std::string("From the clinic"));
        QVERIFY(read.names.empty());
    }

    /// A study of before has none, and is written without the key; other things are no names.
    void theFileIsReadWithAndWithoutNames()
    {
        Study study = makeStudy("d");
        const fs::path file = study.folder / "study.json";
        RK_UNWRAP(Json json, readJsonFile(file));
        QVERIFY(!json.contains("names"));
        json["names"] = Json{{"pair-1", 7}};
        std::ofstream(file) << json.dump();
        RK_VERIFY_FAILS(ErrorKind::Damaged, study::openStudy(study.folder));
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
