// Each method, stopped wherever it happens to be and gone on with by other loader threads, ends as
// the run that was never stopped: weights, statistics, queue, target, optimiser, journal.
#include "core/base/log.h"
#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest_file.h"
#include "core/pretrain/pretrain.h"
#include "core/run/identity.h"
#include "core/run/metrics_journal.h"
#include "core/train/save.h"
#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <thread>

using namespace rekindle;

namespace {

/// Asks for a pause once so many steps are reported.
class PauseAt
{
public:
    PauseAt(run::RunControl& control, std::int64_t step)
        : m_thread([&control, step](const std::stop_token& stop) {
              while (!stop.stop_requested() && control.progress().step < step)
                  std::this_thread::sleep_for(std::chrono::milliseconds(1));
              control.ask(run::Request::Pause);
          })
    {
    }

private:
    std::jthread m_thread;
};

/// Without clocks and what goes with the order of writing.
std::vector<Json> linesOf(const run::RunFolder& folder)
{
    std::vector<Json> lines;
    if (const auto journal = run::readJournal(folder.metricsFile())) {
        for (Json line : journal->lines) {
            for (const char* clock : {"seconds", "seq", "crc"})
                line.erase(clock);
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

} // namespace

class TestResumeMethods : public QObject
{
    Q_OBJECT

    test::TempFolder m_folder;

    [[nodiscard]] Result<run::RunFolder> plan(const std::string& name, const std::string& method,
                                              const run::NamedTexts& more) const
    {
        run::PretrainSettings settings;
        RK_CHECK(run::setByName(settings, "method", method));
        RK_CHECK(run::setByName(settings, more));
        settings.images = m_folder / (method == "supervised" ? "labelled" : "images");
        settings.architecture = "resnet18/16";
        settings.epochs = 4;
        settings.batch = 4;
        settings.imageSize = 32;
        settings.warmupEpochs = 1;
        settings.lr = 1.0;
        settings.threads = 1;
        RK_TRY(const auto manifest, dataset::scanFolder(settings.images, {}, {}));
        settings.imagesHash = manifest.contentHash();
        RK_TRY(auto folder, run::RunFolder::create(m_folder / name, settings));
        RK_TRY(const auto list, dataset::storeManifest(folder.path() / "images", manifest));
        RK_CHECK(folder.setImageList(list));
        return folder;
    }

    [[nodiscard]] static Result<train::Save> newestSave(const run::RunFolder& folder)
    {
        RK_TRY(const auto settings, folder.settings());
        const auto identity = run::identityOf(std::get<run::PretrainSettings>(settings));
        RK_TRY(auto found, train::newestSave(folder.checkpointsFolder(), identity));
        if (!found.save)
            return fail(ErrorKind::NotFound, "There is no save");
        return *std::move(found.save);
    }

private Q_SLOTS:
    void initTestCase()
    {
        log::setQuiet(true);
        for (int i = 0; i < 13; ++i) {
            const std::string name = std::to_string(i) + ".png";
            pictures::write(m_folder / "images" / name, pictures::colourPng(i, 40));
            pictures::write(m_folder / "labelled" / (i > 10 ? "test" : "train") /
                                (i % 2 == 0 ? "even" : "odd") / name,
                            pictures::colourPng(i, 40));
        }
    }

    void stoppedAnywhereEndsAlike_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QStringList>("more");
        QTest::newRow("simclr") << "simclr" << QStringList{};
        // The queue is filled from the second pass on and in use from the third; every pass drops
        // one of thirteen images.
        QTest::newRow("swav") << "swav"
                              << QStringList{"crops=multi",   "small_crops=2", "small_size=16",
                                             "prototypes=10", "queue=8",       "queue_start=1",
                                             "freeze_iters=2"};
        QTest::newRow("moco") << "moco" << QStringList{"queue=10"};
        // With neighbours asked on the way.
        QTest::newRow("supervised") << "supervised" << QStringList{"knn_every=1"};
        QTest::newRow("byol") << "byol" << QStringList{"target_momentum=0.9"};
        // Each piece is of two images.
        QTest::newRow("in pieces") << "simclr" << QStringList{"pieces=2", "recompute=yes"};
    }
    void stoppedAnywhereEndsAlike()
    {
        QFETCH(const QString, method);
        QFETCH(const QStringList, more);
        run::NamedTexts texts;
        for (const QString& setting : more)
            texts.emplace_back(setting.section('=', 0, 0).toStdString(),
                               setting.section('=', 1).toStdString());
        const std::string name = QTest::currentDataTag();
        const std::string by = method.toStdString();
        RK_UNWRAP(const auto whole, plan(name, by, texts));
        run::RunControl untouched;
        RK_UNWRAP(const auto done, pretrain::runPretraining(whole, untouched));
        QVERIFY(done == run::Outcome::Done);

        RK_UNWRAP(const auto stopped, plan(name + " stopped", by, texts));
        for (const std::int64_t step : {2, 5, 9}) {
            run::RunControl control;
            const PauseAt pause(control, step);
            RK_UNWRAP(const auto outcome, pretrain::runPretraining(stopped, control));
            QVERIFY(outcome == run::Outcome::Paused || step == 9);
        }
        run::RunControl last;
        RK_VERIFY_OK(pretrain::runPretraining(stopped, last));

        RK_UNWRAP(const auto want, newestSave(whole));
        RK_UNWRAP(const auto have, newestSave(stopped));
        QCOMPARE(have.details, want.details);
        QCOMPARE(have.tensors.items().size(), want.tensors.items().size());
        for (const auto& item : want.tensors.items())
            QVERIFY2(have.tensors.find(item.name)->values == item.tensor.values, item.name.c_str());
        QVERIFY(linesOf(stopped) == linesOf(whole));
        const auto lines = linesOf(whole);
        const auto with = [&](const char* figure) {
            return std::count_if(lines.begin(), lines.end(),
                                 [&](const Json& line) { return line.contains(figure); });
        };
        QVERIFY(with("effective_rank") > 0);
        QCOMPARE(with("knn"), std::ptrdiff_t{name == "supervised" ? 5 : 0});
        if (name == "swav") {
            // It was worth stopping: all rows of the queue are filled.
            const auto& queue = want.tensors.find("queue")->values;
            QVERIFY(std::count(queue.begin(), queue.end(), 0.0F) < 10);
        }
    }
};

QTEST_GUILESS_MAIN(TestResumeMethods)
#include "tst_resume_methods.moc"
