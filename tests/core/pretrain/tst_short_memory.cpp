// A run whose memory fails in the middle of a step, by an allocator that fails when it is told to.
#include "core/base/log.h"
#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest_file.h"
#include "core/memory/memory_record.h"
#include "core/pretrain/pretrain.h"
#include "core/run/identity.h"
#include "core/train/save.h"
#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <torch/torch.h>

#include <c10/core/CPUAllocator.h>

using namespace rekindle;

namespace {

/// LibTorch's own, except that large pieces run out when they are asked for on the thread that
/// trains. Which is the n-th of a step is not told, so every n is tried.
class Failing : public c10::Allocator
{
public:
    explicit Failing(c10::Allocator* real) : m_real(real) {}

    c10::DataPtr allocate(std::size_t bytes) override
    {
        constexpr std::size_t kLarge = 16 << 10;
        if (bytes >= kLarge && left > 0 && --left == 0) {
            ++failed;
            left = again;
            throw std::bad_alloc();
        }
        return m_real->allocate(bytes);
    }
    [[nodiscard]] c10::DeleterFnPtr raw_deleter() const override { return m_real->raw_deleter(); }
    void copy_data(void* to, const void* from, std::size_t bytes) const override
    {
        m_real->copy_data(to, from, bytes);
    }

    std::int64_t left = 0;  ///< large pieces until one fails; 0 = none does
    std::int64_t again = 0; ///< `left` after that
    int failed = 0;

private:
    c10::Allocator* m_real;
};

} // namespace

class TestShortMemory : public QObject
{
    Q_OBJECT

    test::TempFolder m_folder;
    std::unique_ptr<Failing> m_memory;

    [[nodiscard]] Result<run::RunFolder> plan(const std::string& name,
                                              const run::NamedTexts& more = {}) const
    {
        run::PretrainSettings settings;
        RK_CHECK(run::setByName(settings, more));
        settings.images = m_folder / "images";
        settings.architecture = "resnet18/16";
        settings.epochs = 3;
        settings.batch = 4;
        settings.imageSize = 32;
        settings.warmupEpochs = 1;
        settings.lr = 1.0;
        settings.threads = 1;
        settings.device = "cpu";
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

    static bool sameTensors(const train::Save& a, const train::Save& b)
    {
        const auto items = a.tensors.items();
        return a.step == b.step && std::all_of(items.begin(), items.end(), [&](const auto& item) {
                   return b.tensors.find(item.name)->values == item.tensor.values;
               });
    }

private Q_SLOTS:
    void initTestCase()
    {
        log::setQuiet(true);
        for (int i = 0; i < 8; ++i)
            pictures::write(m_folder / "images" / (std::to_string(i) + ".png"),
                            pictures::colourPng(i, 40));
        m_memory = std::make_unique<Failing>(c10::GetCPUAllocator());
        c10::SetCPUAllocator(m_memory.get(), 1);
    }

    /// Wherever in a step it happens: the step is made again, the run says so and ends with the
    /// very bits of a run that had enough.
    void aStepIsMadeAgain()
    {
        RK_UNWRAP(const auto whole, plan("whole"));
        run::RunControl calm;
        RK_VERIFY_OK(pretrain::runPretraining(whole, calm));
        RK_UNWRAP(const auto want, newestSave(whole));
        int made = 0;
        for (const std::int64_t at : {150, 170, 190, 215, 240}) {
            RK_UNWRAP(const auto folder, plan("short " + std::to_string(at)));
            run::RunControl control;
            m_memory->left = at;
            const auto outcome = pretrain::runPretraining(folder, control);
            m_memory->left = 0;
            if (!outcome) { // outside a step: what was reached is kept, and the rest is made
                QVERIFY(outcome.error().kind == ErrorKind::Memory);
                run::RunControl later;
                RK_VERIFY_OK(pretrain::runPretraining(folder, later));
            } else if (!control.warnings().empty()) {
                ++made;
                QCOMPARE(control.warnings().items()[0].kind, std::string("memory_short"));
            }
            RK_UNWRAP(const auto have, newestSave(folder));
            QVERIFY(sameTensors(want, have));
        }
        qInfo("%d of %d failed within a step", made, m_memory->failed);
        QVERIFY(made > 0);
    }

    /// When nothing is left to spare, the state before the step is kept and the error says what
    /// can be done.
    void withoutAWayItStopsAndIsSaved()
    {
        RK_UNWRAP(const auto whole, plan("enough", {{"recompute", "yes"}}));
        run::RunControl calm;
        RK_VERIFY_OK(pretrain::runPretraining(whole, calm));
        RK_UNWRAP(const auto folder, plan("none", {{"recompute", "yes"}}));
        run::RunControl control;
        m_memory->left = 260;
        const auto outcome = pretrain::runPretraining(folder, control);
        m_memory->left = 0;
        RK_VERIFY_FAILS(ErrorKind::Memory, outcome);
        QVERIFY(outcome.error().hint.find("--memory-limit") != std::string::npos);
        run::RunControl later;
        RK_VERIFY_OK(pretrain::runPretraining(folder, later));
        RK_UNWRAP(const auto want, newestSave(whole));
        RK_UNWRAP(const auto have, newestSave(folder));
        QVERIFY(sameTensors(want, have));
    }

    /// A run under a limit says in its folder how it is worked off and what it took.
    void theRecordSaysWhatWasChosen()
    {
        RK_UNWRAP(const auto folder, plan("limited", {{"memory_limit", "4G"}, {"pieces", "2"}}));
        run::RunControl control;
        RK_VERIFY_OK(pretrain::runPretraining(folder, control));
        QCOMPARE(control.warnings().items()[0].kind, std::string("normalised_in_pieces"));
        const Json told = memory::readMemory(folder);
        QCOMPARE(told["limit"], Json(std::int64_t{4} << 30));
        QCOMPARE(told["chosen"]["pieces"], Json(2));
        QCOMPARE(told["chosen"]["batch"], Json(4));
        QVERIFY(told["estimate"]["total"].get<double>() > 0);
        QVERIFY(told["peak"].get<double>() > 0);
    }
};

QTEST_GUILESS_MAIN(TestShortMemory)
#include "tst_short_memory.moc"
