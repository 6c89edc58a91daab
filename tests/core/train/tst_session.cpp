#include "core/train/session_torch.h"

#include "core/base/log.h"
#include "core/dataset/folder_scan.h"
#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

using namespace rekindle;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kSteps = 12;

/// The smallest there is to train: one weight on the mean brightness. Unlike pretraining and
/// fine-tuning it has no network, and counts something of its own.
class Brightness : public train::Trainee
{
public:
    explicit Brightness(const dataset::Manifest& manifest) : m_manifest(manifest)
    {
        m_module->register_parameter("weight", torch::full({1}, 0.5F));
        m_module->register_buffer("seen", torch::zeros({1}));
    }

    [[nodiscard]] std::vector<Part> parts() override { return {{"line.", *m_module}}; }
    [[nodiscard]] std::unique_ptr<train::Optimizer> makeOptimizer() override
    {
        return train::makeAdam(train::parametersOf(*m_module, "line."), {});
    }
    [[nodiscard]] train::BatchPlan batches() const override
    {
        loader::LoaderSettings settings;
        settings.recipes = {views::scoringView(8)};
        settings.batch = 2;
        settings.cacheBytes = 0; // each picture is read anew
        return {m_manifest, {0, 1, 2, 3}, std::move(settings)};
    }
    [[nodiscard]] std::int64_t totalSteps() const override { return kSteps; }
    [[nodiscard]] double rate(std::int64_t step) const override
    {
        return 0.01 * static_cast<double>(step + 1);
    }
    [[nodiscard]] torch::Tensor loss(const train::Batch& batch,
                                     const train::StepContext& context) override
    {
        if (const auto shorter = shortOfMemory; shorter == context.step) {
            if (!lean)
                throw std::bad_alloc();
            m_module->buffers().front().add_(1); // what a step writes and an undone one does not
        }
        return (weight() * batch.blocks.front().pixels.mean() + batch.labels.sum()).sum() *
               context.share;
    }
    [[nodiscard]] std::optional<std::string> takeLessMemory() override
    {
        ++asked;
        if (!canBeLean || lean)
            return std::nullopt;
        lean = true;
        return "it is lean";
    }
    [[nodiscard]] Result<void> begin(std::int64_t step) override
    {
        began = step;
        return {};
    }
    [[nodiscard]] Result<train::AfterStep> stepDone(const train::StepDone& done,
                                                    train::RunRecord& record) override
    {
        ++counted;
        RK_CHECK(record.append(Json{{"step", done.step}, {"loss", done.loss}}));
        if (afterStep)
            afterStep(done.step);
        return train::AfterStep::GoOn;
    }
    void store(Json& details) const override { details["counted"] = counted; }
    void restore(FieldReader& details) override { counted = details.integer("counted"); }
    [[nodiscard]] std::string activity() const override { return "Fitting"; }
    [[nodiscard]] bool mayFinishEarly() const override { return early; }

    [[nodiscard]] torch::Tensor weight() const { return m_module->parameters().front(); }

    std::int64_t began = -1;
    std::int64_t counted = 0;
    bool early = false;
    std::int64_t shortOfMemory = -1; ///< the step that needs too much
    bool canBeLean = false, lean = false;
    int asked = 0; ///< for less memory
    std::function<void(std::int64_t step)> afterStep;

private:
    struct Line : torch::nn::Module {
        using torch::nn::Module::register_buffer;
        using torch::nn::Module::register_parameter;
    };
    const dataset::Manifest& m_manifest;
    std::shared_ptr<Line> m_module = std::make_shared<Line>();
};

} // namespace

/// The session by itself, with a trainee that the product does not have.
class TestSession : public QObject
{
    Q_OBJECT

    test::TempFolder m_folder;
    dataset::Manifest m_manifest;

    [[nodiscard]] fs::path images() const { return m_folder / "images"; }

    [[nodiscard]] Result<run::RunFolder> newRun(const char* name) const
    {
        run::PretrainSettings settings;
        settings.images = images();
        return run::RunFolder::create(m_folder / name, settings);
    }

    /// One sitting. `reported` gets the steps that were reported.
    static Result<run::Outcome> sit(const run::RunFolder& folder, Brightness& trainee,
                                    run::RunControl& control,
                                    std::vector<std::int64_t>* reported = nullptr)
    {
        RK_TRY(auto record, train::RunRecord::open(folder, control, {"abc", 5, -1}));
        train::Session::Settings settings;
        settings.report = [&](std::int64_t step) {
            if (reported != nullptr)
                reported->push_back(step);
        };
        return train::Session(trainee, control, &record, std::move(settings)).run();
    }

    static std::vector<Json> lossesOf(const run::RunFolder& folder)
    {
        std::vector<Json> losses;
        if (const auto journal = run::readJournal(folder.metricsFile())) {
            for (const Json& line : journal->lines)
                losses.push_back(line["loss"]);
        }
        return losses;
    }

private Q_SLOTS:
    void initTestCase()
    {
        log::setQuiet(true);
        for (int i = 0; i < 4; ++i)
            pictures::write(images() / (std::to_string(i) + ".png"), pictures::colourPng(i, 8));
        RK_UNWRAP(m_manifest, dataset::scanFolder(images(), {}, {}));
    }

    void everyStepIsMadeAndReported()
    {
        RK_UNWRAP(const auto folder, newRun("whole"));
        Brightness trainee(m_manifest);
        run::RunControl control;
        std::vector<std::int64_t> reported;
        RK_UNWRAP(const auto outcome, sit(folder, trainee, control, &reported));
        QVERIFY(outcome == run::Outcome::Done);
        QCOMPARE(trainee.began, std::int64_t{0});
        QCOMPARE(trainee.counted, kSteps);
        QCOMPARE(reported.size(), static_cast<std::size_t>(kSteps + 1));
        QCOMPARE(reported.back(), kSteps);
        QVERIFY(trainee.weight().item<float>() < 0.5F);
    }

    /// A drive that goes away ends the sitting with all that was reached saved; the next one makes
    /// the rest, and the numbers are those of a run that was not disturbed.
    void aDriveThatFailsCostsNothing()
    {
        RK_UNWRAP(const auto whole, newRun("undisturbed"));
        Brightness first(m_manifest);
        run::RunControl calm;
        RK_VERIFY_OK(sit(whole, first, calm));

        RK_UNWRAP(const auto folder, newRun("disturbed"));
        run::RunControl control;
        Brightness trainee(m_manifest);
        const fs::path away = m_folder / "away";
        trainee.afterStep = [&](std::int64_t step) {
            if (step == 2)
                fs::rename(images(), away);
        };
        const auto outcome = sit(folder, trainee, control);
        fs::rename(away, images());
        RK_VERIFY_FAILS(ErrorKind::Io, outcome);
        const std::int64_t reached = trainee.counted;
        QVERIFY(reached >= 2 && reached < kSteps);
        RK_UNWRAP(const auto found, train::newestSave(folder.checkpointsFolder(), "abc"));
        QVERIFY(found.save && found.save->step == reached);
        QVERIFY(control.warnings().empty()); // nothing was swapped meanwhile

        Brightness again(m_manifest);
        run::RunControl later;
        RK_UNWRAP(const auto ended, sit(folder, again, later));
        QVERIFY(ended == run::Outcome::Done);
        QCOMPARE(again.began, reached);
        QCOMPARE(again.counted, kSteps); // its own count went on, too
        QCOMPARE(lossesOf(folder), lossesOf(whole));
        QVERIFY(torch::equal(again.weight(), first.weight()));
    }

    /// A step that runs out of memory is made again in less, and the run ends as any other.
    void lessMemoryIsTakenWhereThereIsAWay()
    {
        RK_UNWRAP(const auto whole, newRun("roomy"));
        Brightness first(m_manifest);
        run::RunControl calm;
        RK_VERIFY_OK(sit(whole, first, calm));

        RK_UNWRAP(const auto folder, newRun("lean"));
        Brightness trainee(m_manifest);
        trainee.shortOfMemory = 4;
        trainee.canBeLean = true;
        run::RunControl control;
        RK_UNWRAP(const auto outcome, sit(folder, trainee, control));
        QVERIFY(outcome == run::Outcome::Done);
        QCOMPARE(trainee.asked, 1);
        QVERIFY(torch::equal(trainee.weight(), first.weight()));
        QCOMPARE(control.warnings().items().size(), std::size_t{1});
        QCOMPARE(control.warnings().items()[0].kind, std::string("memory_short"));
        QVERIFY(control.warnings().items()[0].sentence.find("it is lean") != std::string::npos);
    }

    /// Where there is none, the state before the step is saved, and with more memory the run ends
    /// as one that always had it.
    void tooLittleMemorySavesAndSays()
    {
        RK_UNWRAP(const auto whole, newRun("enough"));
        Brightness first(m_manifest);
        run::RunControl calm;
        RK_VERIFY_OK(sit(whole, first, calm));

        RK_UNWRAP(const auto folder, newRun("short"));
        Brightness trainee(m_manifest);
        trainee.shortOfMemory = 4;
        run::RunControl control;
        const auto outcome = sit(folder, trainee, control);
        RK_VERIFY_FAILS(ErrorKind::Memory, outcome);
        QVERIFY(outcome.error().message.find("step 5") != std::string::npos);
        QVERIFY(outcome.error().message.find("saved") != std::string::npos);
        RK_UNWRAP(const auto found, train::newestSave(folder.checkpointsFolder(), "abc"));
        QVERIFY(found.save && found.save->step == 4);

        Brightness again(m_manifest);
        run::RunControl later;
        RK_VERIFY_OK(sit(folder, again, later));
        QCOMPARE(again.began, std::int64_t{4});
        QVERIFY(torch::equal(again.weight(), first.weight()));
        QCOMPARE(lossesOf(folder), lossesOf(whole));
    }

    void aPauseIsSaved()
    {
        RK_UNWRAP(const auto folder, newRun("paused"));
        run::RunControl control;
        Brightness trainee(m_manifest);
        trainee.afterStep = [&](std::int64_t step) {
            if (step == 5)
                control.ask(run::Request::Pause);
        };
        RK_UNWRAP(const auto outcome, sit(folder, trainee, control));
        QVERIFY(outcome == run::Outcome::Paused);
        RK_UNWRAP(const auto found, train::newestSave(folder.checkpointsFolder(), "abc"));
        QVERIFY(found.save && found.save->step == 5);
        QCOMPARE(found.save->details["counted"], Json(5));
    }

    /// Half a score compares nothing: who asks for an early end where there is none gets the whole.
    void anEarlyEndIsForThoseWhoHaveOne()
    {
        for (const bool early : {false, true}) {
            RK_UNWRAP(const auto folder, newRun(early ? "early" : "late"));
            run::RunControl control;
            Brightness trainee(m_manifest);
            trainee.early = early;
            trainee.afterStep = [&](std::int64_t step) {
                if (step == 3)
                    control.ask(run::Request::Finish);
            };
            RK_UNWRAP(const auto outcome, sit(folder, trainee, control));
            QVERIFY(outcome == run::Outcome::Done);
            QCOMPARE(trainee.counted, early ? std::int64_t{3} : kSteps);
        }
    }
};

QTEST_APPLESS_MAIN(TestSession)
#include "tst_session.moc"
