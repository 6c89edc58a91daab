#include "core/study/study.h"

#include "core/dataset/manifest_file.h"
#include "core/run/identity.h"
#include "core/storage/atomic_write.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"
#include "tests/support/tiny_checkpoint.h"

#include <fstream>

using namespace rekindle;
using run::PretrainSettings;
using run::RunFolder;
using run::ScoreSettings;
using study::Study;
namespace fs = std::filesystem;

namespace {

dataset::Manifest someImages(int count)
{
    dataset::Manifest manifest;
    manifest.folder = "/data/images";
    manifest.classes = {"a", "b"};
    for (int i = 0; i < count; ++i) {
        dataset::ImageEntry image;
        image.label = i % 2;
        image.part = i % 4 == 0 ? dataset::Part::Test : dataset::Part::Train;
        image.width = image.height = 32;
        image.channels = 3;
        image.bits = 8;
        manifest.add({.path = "a/" + std::to_string(1000 + i) + ".png",
                      .format = "PNG",
                      .sha256 = std::string(60, 'a') + std::to_string(1000 + i),
                      .bytes = 100},
                     image);
    }
    return manifest;
}

/// A study with 40 images (30 of them for training) and the weights "start".
Result<Study> readyStudy(const test::TempFolder& folder)
{
    RK_TRY(auto study, study::createStudy(folder / "s", "A test"));
    test::writeTinyCheckpoint(
        folder / "start.safetensors", 0.5F,
        Json{{"rekindle.architecture", weights::name(test::tinyArchitecture())},
             {"rekindle.method", "simclr"},
             {"rekindle.padding", "simclr"},
             {"rekindle.normalisation", "imagenet"},
             {"rekindle.bn_eps", "0.0001"}});
    RK_CHECK(study::setImages(study, someImages(40)));
    RK_CHECK(study::addWeights(study, folder / "start.safetensors", "Start"));
    return study;
}

study::PairPlan somePlan()
{
    study::PairPlan plan;
    plan.weights = "start";
    plan.common.epochs = 20;
    plan.common.batch = 16;
    plan.common.snapshots = {5, 10};
    return plan;
}

Result<PretrainSettings> settingsOf(const fs::path& folder)
{
    RK_TRY(const auto run, RunFolder::open(folder));
    RK_TRY(const auto settings, run.settings());
    return std::get<PretrainSettings>(settings);
}

std::size_t entriesIn(const fs::path& folder)
{
    std::error_code code;
    return fs::exists(folder) ? static_cast<std::size_t>(std::distance(
                                    fs::directory_iterator(folder, code), fs::directory_iterator()))
                              : 0;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPairDiffersInItsStartAlone()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, readyStudy(folder));
        RK_UNWRAP(const auto pair, study::planPair(study, somePlan()));
        QVERIFY(pair.p1x == study.folder / "runs/pair-1-p1x");
        RK_UNWRAP(const auto p1x, settingsOf(pair.p1x));
        RK_UNWRAP(const auto p2x, settingsOf(pair.p2x));
        QVERIFY(run::pairDifferences(p1x, p2x).empty());
        QVERIFY(p1x.arm == run::Arm::P1x && p2x.arm == run::Arm::P2x);
        QCOMPARE(p1x.init, std::string("random"));
        QCOMPARE(p2x.init, (folder / "start.safetensors").string());
        QVERIFY(p1x.initSha256.empty() && p2x.initSha256 == study.weights[0].sha256);
        // Whatever a checkpoint's writer does to borders and pixels, both runs do.
        QCOMPARE(p1x.architecture, weights::name(test::tinyArchitecture()));
        QVERIFY(p1x.conventions == p2x.conventions);
        QVERIFY(p1x.conventions.padding == weights::Padding::Simclr);
        QVERIFY(p1x.conventions.normalisation == weights::Normalisation::Imagenet);
        QCOMPARE(p1x.conventions.bnEps, 0.0001);
        QCOMPARE(p1x.pair, std::string("pair-1"));
        QCOMPARE(p1x.imagesHash, someImages(40).contentHash());
        QVERIFY(!p1x.splitHash.empty() && p1x.splitHash == p2x.splitHash);
        RK_UNWRAP(const auto run, run::RunFolder::open(pair.p1x));
        RK_UNWRAP(const auto list, run.imageList());
        RK_UNWRAP(const auto seen, dataset::readManifest(list, p1x.images));
        QCOMPARE(seen.contentHash(), p1x.imagesHash);

        RK_UNWRAP(const auto open, study::openStudy(study.folder));
        QVERIFY((open.queue == std::vector<std::string>{"runs/pair-1-p1x", "runs/pair-1-p2x"}));
        RK_UNWRAP(const auto second, study::planPair(study, somePlan()));
        QVERIFY(second.p2x == study.folder / "runs/pair-2-p2x");
        QCOMPARE(study::pretrainingRuns(study).size(), std::size_t(4));
    }

    /// Pairs over seeds, pair by pair in the queue, behind the start as it is; all scores share
    /// their draws of labels.
    void pairsOverSeedsArePlannedAsOne()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, readyStudy(folder));
        study::PairPlan plan = somePlan();
        plan.common.seed = 7;
        ScoreSettings score;
        score.imageSize = 32;
        RK_UNWRAP(const auto pairs,
                  study::planPairs(study, plan, 3, study::ScorePlan{score, {5, 20}}));
        QCOMPARE(pairs.size(), std::size_t{3});
        const std::vector<std::string> queue{"weights/start/scores/finetune-100",
                                             "runs/pair-1-p1x",
                                             "runs/pair-1-p2x",
                                             "runs/pair-1-p1x/scores/finetune-100",
                                             "runs/pair-1-p2x/scores/finetune-100",
                                             "runs/pair-2-p1x"};
        QCOMPARE(study.queue.size(), std::size_t{13});
        QVERIFY(std::equal(queue.begin(), queue.end(), study.queue.begin()));
        for (std::size_t pair = 0; pair < 3; ++pair) {
            RK_UNWRAP(const auto p1x, settingsOf(pairs[pair].p1x));
            RK_UNWRAP(const auto p2x, settingsOf(pairs[pair].p2x));
            QCOMPARE(p1x.seed, std::uint64_t{7 + pair});
            QCOMPARE(p2x.seed, p1x.seed);
            RK_UNWRAP(const auto opened, RunFolder::open(pairs[pair].p2x / "scores/finetune-100"));
            RK_UNWRAP(const auto scored, opened.settings());
            QCOMPARE(std::get<ScoreSettings>(scored).seed, std::uint64_t{0});
        }
        RK_UNWRAP(const auto bare, RunFolder::open(study.folder / queue.front()));
        RK_UNWRAP(const auto scored, bare.settings());
        const auto& target = std::get<ScoreSettings>(scored).targets.front();
        QCOMPARE(target.weights.string(), (folder / "start.safetensors").string());
        QCOMPARE(target.content, "sha256:" + study.weights[0].sha256);
        // More pairs bring no second score of the start.
        RK_VERIFY_OK(study::planPairs(study, plan, 1, study::ScorePlan{score, {5, 20}}));
        QCOMPARE(study.queue.size(), std::size_t{17});
    }

    /// One wrong pass among the scores, and nothing is left of any pair.
    void aPlanOfPairsIsAllOrNothing()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, readyStudy(folder));
        const auto failed =
            study::planPairs(study, somePlan(), 2, study::ScorePlan{ScoreSettings{}, {7}});
        RK_VERIFY_FAILS(ErrorKind::Usage, failed);
        QVERIFY(study.queue.empty());
        QCOMPARE(entriesIn(study.folder / "runs"), std::size_t{0});
        QCOMPARE(entriesIn(study::weightScores(study, "start")), std::size_t{0});
        RK_VERIFY_FAILS(ErrorKind::Usage, study::planPairs(study, somePlan(), 0, std::nullopt));
    }

    /// Images without labels were all pretrained on; a table that comes later finds no test image
    /// that the run has not seen.
    void scoresOnImagesThatWereSeenAreRefused()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, readyStudy(folder));
        dataset::Manifest flat = someImages(40);
        flat.classes.clear();
        for (auto& image : flat.images) {
            image.label = -1;
            image.part = dataset::Part::None;
        }
        RK_VERIFY_OK(study::setImages(study, flat));
        RK_UNWRAP(const auto pair, study::planPair(study, somePlan()));
        RK_VERIFY_OK(study::setImages(study, someImages(40)));
        ScoreSettings score;
        score.imageSize = 32;
        const auto refused = study::planScores(study, {pair.p2x}, {5}, score);
        RK_VERIFY_FAILS(ErrorKind::Mismatch, refused);
        QVERIFY(refused.error().message.find("10 of the 10 test images") != std::string::npos);
        score.keepLeaks = true;
        RK_VERIFY_OK(study::planScores(study, {pair.p2x}, {5}, score));
    }

    /// The drive has another name on another computer; the images are the same.
    void runsFollowTheImagesOfTheirStudy()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, readyStudy(folder));
        RK_UNWRAP(const auto pair, study::planPair(study, somePlan()));
        RK_UNWRAP(const auto before, settingsOf(pair.p1x));
        auto manifest = someImages(40);
        manifest.folder = study.folder / "pictures";
        RK_VERIFY_OK(study::setImages(study, manifest));
        RK_UNWRAP(const auto after, settingsOf(pair.p1x));
        QVERIFY(before.images != after.images);
        QVERIFY(after.images == study.folder / "pictures");
        QCOMPARE(run::identityOf(after), run::identityOf(before));
        // Now they lie in the study and move with it.
        fs::rename(study.folder, folder / "renamed");
        RK_UNWRAP(const auto moved, settingsOf(folder / "renamed/runs/pair-1-p2x"));
        QVERIFY(moved.images == folder / "renamed/pictures");
    }

    void otherImagesAreNotThoseOfAPlannedRun()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, readyStudy(folder));
        RK_UNWRAP(const auto pair, study::planPair(study, somePlan()));
        RK_UNWRAP(const auto before, settingsOf(pair.p1x));
        auto manifest = someImages(41);
        manifest.folder = folder / "others";
        RK_VERIFY_OK(study::setImages(study, manifest));
        RK_UNWRAP(const auto after, settingsOf(pair.p1x));
        QVERIFY(after.images == before.images);
    }

    void whatCannotBePlannedLeavesNothing()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, readyStudy(folder));
        const auto refused = [&](auto change, ErrorKind kind) {
            study::PairPlan plan = somePlan();
            change(plan);
            const auto pair = study::planPair(study, plan);
            return !pair && pair.error().kind == kind && study.queue.empty() &&
                   entriesIn(study.folder / "runs") == 0;
        };
        QVERIFY(refused([](auto& p) { p.weights = "none"; }, ErrorKind::NotFound));
        QVERIFY(refused([](auto& p) { p.common.batch = 32; }, ErrorKind::Usage)); // 30 images
        QVERIFY(refused([](auto& p) { p.common.epochs = 0; }, ErrorKind::Usage));
        QVERIFY(refused([](auto& p) { p.name = "../outside"; }, ErrorKind::Usage));
        QVERIFY(refused([](auto& p) { p.common.snapshots = {21}; }, ErrorKind::Usage));
        test::writeTinyCheckpoint(folder / "start.safetensors", 0.75F);
        QVERIFY(refused([](auto&) {}, ErrorKind::Mismatch));
    }

    void aNameIsUsedOnce()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, readyStudy(folder));
        study::PairPlan plan = somePlan();
        plan.name = "seed-7";
        RK_VERIFY_OK(study::planPair(study, plan));
        RK_VERIFY_FAILS(ErrorKind::Usage, study::planPair(study, plan));
        QCOMPARE(entriesIn(study.folder / "runs"), std::size_t(2));
    }

    void scoresReadTheSnapshotsThatWillBeThere()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, readyStudy(folder));
        RK_UNWRAP(const auto pair, study::planPair(study, somePlan()));
        ScoreSettings common;
        common.fraction = 0.1;
        RK_UNWRAP(const auto scores,
                  study::planScores(study, {pair.p1x, pair.p2x}, {20, 0, 5, 5}, common));
        QVERIFY(scores[0] == pair.p1x / "scores/finetune-10");
        RK_UNWRAP(const auto p1x, RunFolder::open(pair.p1x));
        RK_UNWRAP(const auto first, RunFolder::open(scores[0]));
        RK_UNWRAP(const auto settings, first.settings());
        const auto& score = std::get<ScoreSettings>(settings);
        QCOMPARE(score.targets.size(), std::size_t(3));
        QVERIFY(score.targets[0].epoch == 0 && score.targets[0].weights == p1x.snapshotFile(0));
        QVERIFY(score.targets[1].weights == p1x.snapshotFile(5));
        QVERIFY(score.targets[2].weights == p1x.snapshotFile(20));
        QCOMPARE(score.label, std::string("P1X seed 0"));
        QCOMPARE(score.architecture, weights::name(test::tinyArchitecture()));
        QCOMPARE(score.imagesHash, someImages(40).contentHash());
        RK_UNWRAP(const auto list, first.imageList());
        QVERIFY(list == study.imageList && fs::exists(list));
        RK_UNWRAP(const auto second, RunFolder::open(scores[1]));
        RK_UNWRAP(const auto other, second.settings());
        QVERIFY(std::get<ScoreSettings>(other).targets[0].weights == folder / "start.safetensors");
        // The runs first, then what reads them.
        QCOMPARE(study.queue.size(), std::size_t(4));
        QCOMPARE(entriesIn(study::weightScores(study, "start")), std::size_t(0));
        QCOMPARE(study.queue[2], std::string("runs/pair-1-p1x/scores/finetune-10"));
        const auto all = study::runFolders(study);
        QCOMPARE(all.size(), std::size_t(4));
        QVERIFY(all[2] == scores[0]);
        QCOMPARE(study::pretrainingRuns(study).size(), std::size_t(2));

        common.protocol = "knn";
        common.fraction = 1;
        RK_VERIFY_OK(study::planScores(study, {pair.p1x}, {5}, common));
        RK_UNWRAP(const auto twice, study::planScores(study, {pair.p1x}, {5}, common));
        QVERIFY(twice[0] == pair.p1x / "scores/knn-100-2");
    }

    void scoresOfWhatIsNotKeptAreRefused()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, readyStudy(folder));
        RK_UNWRAP(const auto pair, study::planPair(study, somePlan()));
        const auto queue = study.queue;
        RK_VERIFY_FAILS(ErrorKind::Usage,
                        study::planScores(study, {pair.p1x, pair.p2x}, {7}, ScoreSettings{}));
        RK_VERIFY_FAILS(ErrorKind::Usage,
                        study::planScores(study, {pair.p1x}, {-1}, ScoreSettings{}));
        RK_VERIFY_FAILS(ErrorKind::Usage,
                        study::planScores(study, {pair.p1x}, {}, ScoreSettings{}));
        QVERIFY(study.queue == queue);
        QCOMPARE(entriesIn(pair.p1x / "scores"), std::size_t(0));
        // Finished early: a snapshot that nobody planned can be scored all the same.
        RK_VERIFY_OK(storage::makeFolder(pair.p1x / "snapshots"));
        RK_VERIFY_OK(storage::atomicWrite(pair.p1x / "snapshots/epoch-000007.safetensors", "x"));
        RK_VERIFY_OK(study::planScores(study, {pair.p1x}, {7}, ScoreSettings{}));
    }

    /// Killed between its first run folder and study.json: the next one finds nothing of it.
    void aKilledPlanIsTakenBack()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, readyStudy(folder));
        RK_UNWRAP(const auto kept, study::planPair(study, somePlan()));
        QVERIFY(!fs::exists(study.folder / "plan.pending"));
        // As the killed one leaves it: two folders made, the second written down and not made yet,
        // and beside them a name that is queued, one that was begun and one that leads out.
        RK_UNWRAP(const auto settings, settingsOf(kept.p1x));
        RK_VERIFY_OK(RunFolder::create(study.folder / "runs/pair-2-p1x", settings));
        RK_UNWRAP(const auto begun, RunFolder::create(study.folder / "runs/begun", settings));
        run::Status status;
        status.state = run::State::Paused;
        status.step = 3;
        RK_VERIFY_OK(begun.writeStatus(status));
        RK_VERIFY_OK(RunFolder::create(folder / "outside", settings));
        fs::create_directory(study.folder / "runs/.tmp-999999999-0123456789abcdef");
        RK_VERIFY_OK(RunFolder::create(
            study::weightScores(study, "start") / ".tmp-999999999-0123456789abcdef", settings));
        std::ofstream(study.folder / "plan.pending")
            << R"({"folders": ["runs/pair-2-p1x", "runs/pair-2-p2x", "runs/pair-1-p1x",
                   "runs/begun", "../outside"]})";
        study::PairPlan next = somePlan();
        next.common.seed = 7;
        RK_UNWRAP(const auto pair, study::planPair(study, next));
        QVERIFY(pair.p1x == study.folder / "runs/pair-2-p1x");
        RK_UNWRAP(const auto made, settingsOf(pair.p1x));
        QCOMPARE(made.seed, std::uint64_t(7));
        QVERIFY(fs::exists(kept.p1x / "job.json") && fs::exists(begun.path() / "job.json"));
        QVERIFY(fs::exists(folder / "outside" / "job.json"));
        QVERIFY(!fs::exists(study.folder / "plan.pending"));
        QCOMPARE(entriesIn(study.folder / "runs"), std::size_t(5));
        QCOMPARE(study.queue.size(), std::size_t(4));
    }

    void aPlanThatFailsLeavesNothing()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, readyStudy(folder));
        study::PairPlan plan = somePlan();
        plan.common.batch = 1000;
        RK_VERIFY_FAILS(ErrorKind::Usage, study::planPairs(study, plan, 2, std::nullopt));
        QCOMPARE(entriesIn(study.folder / "runs"), std::size_t(0));
        QVERIFY(!fs::exists(study.folder / "plan.pending"));
    }

    void theWholeStudyMoves()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, readyStudy(folder));
        RK_UNWRAP(const auto pair, study::planPair(study, somePlan()));
        RK_VERIFY_OK(study::planScores(study, {pair.p2x}, {5}, ScoreSettings{}));
        fs::rename(study.folder, folder / "moved");
        RK_UNWRAP(const auto moved, study::openStudy(folder / "moved"));
        const auto runs = study::runFolders(moved);
        QCOMPARE(runs.size(), std::size_t(3));
        RK_UNWRAP(const auto score, RunFolder::open(runs[2]));
        RK_UNWRAP(const auto settings, score.settings());
        QVERIFY(std::get<ScoreSettings>(settings).targets[0].weights ==
                folder / "moved/runs/pair-1-p2x/snapshots/epoch-000005.safetensors");
    }
};

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
