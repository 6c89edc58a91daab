#include "core/base/log.h"
#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest_file.h"
#include "core/loader/pass_order.h"
#include "core/model/heads_torch.h"
#include "core/model/initialise_torch.h"
#include "core/pretrain/ntxent_torch.h"
#include "core/pretrain/pretrain.h"
#include "core/run/identity.h"
#include "core/run/metrics_journal.h"
#include "core/specs/spec.h"
#include "core/train/save.h"
#include "tests/core/pretrain/watched_method_torch.h"
#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"
#include "tests/support/thread_replicas_torch.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

using namespace rekindle;
namespace fs = std::filesystem;

namespace {

/// A narrow network with SimCLR's head, in float64.
struct Net : torch::nn::Module {
    explicit Net(model::RunningVariance variance)
        : backbone(*weights::parseArchitecture("resnet18/16"), weights::Conventions{}, variance),
          head(backbone->architecture().featureDim)
    {
        register_module("backbone", backbone.ptr());
        register_module("head", head.ptr());
        model::initialiseSimclr(backbone, 3);
        model::initialiseSimclr(head, 3);
        const torch::NoGradGuard noGrad;
        // Every path counts: as it begins, each block's last norm has a gamma of 0.
        for (const auto& item : backbone->named_parameters()) {
            if (item.value().dim() == 1)
                item.value().add_(0.3);
        }
        to(torch::kDouble);
    }
    torch::Tensor loss(const torch::Tensor& first, const torch::Tensor& second,
                       const model::Replica& replica)
    {
        const auto projected = head->forward(backbone->forward(torch::cat({first, second})));
        const auto halves = projected.chunk(2);
        return pretrain::ntXent(halves[0], halves[1], 0.5, replica);
    }

    model::ResNet backbone;
    model::SimclrHead head;
};

double largestDifference(const torch::Tensor& one, const torch::Tensor& other)
{
    return (one - other).abs().max().item<double>();
}

using Outcomes = std::vector<Result<run::Outcome>>;

} // namespace

/// Replicas in one process, whose parts of a batch give the whole batch's numbers.
class TestReplicas : public QObject
{
    Q_OBJECT

    test::TempFolder m_folder;

    [[nodiscard]] Result<run::RunFolder> plan(const char* name, std::int64_t epochs,
                                              const char* images = "images") const
    {
        run::PretrainSettings settings;
        settings.method = "watched";
        settings.images = m_folder / images;
        settings.architecture = "resnet18/16";
        settings.epochs = epochs;
        settings.batch = 5; // not to be halved
        settings.imageSize = 32;
        settings.warmupEpochs = 0;
        settings.lr = 0.01;
        settings.threads = 1;
        RK_TRY(const auto manifest, dataset::scanFolder(settings.images, {}, {}));
        settings.imagesHash = manifest.contentHash();
        RK_TRY(auto folder, run::RunFolder::create(m_folder / name, settings));
        RK_TRY(const auto list, dataset::storeManifest(folder.path() / "images", manifest));
        RK_CHECK(folder.setImageList(list));
        return folder;
    }

    /// One sitting of two replicas on a folder, each with a control of its own.
    static Outcomes work(const run::RunFolder& folder, std::vector<run::RunControl>& controls)
    {
        Outcomes outcomes(2, fail(ErrorKind::Internal, "never began"));
        watched().replicas.assign(2, {});
        test::ThreadReplicas two(2);
        two.run([&](const model::Replica& replica) {
            const auto rank = static_cast<std::size_t>(replica.rank());
            outcomes[rank] = pretrain::runPretraining(folder, controls[rank], replica);
        });
        return outcomes;
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

    static bool replicasAreEqual()
    {
        const auto& first = watched().replicas[0].state;
        const auto& second = watched().replicas[1].state;
        return !first.empty() &&
               std::equal(first.begin(), first.end(), second.begin(), second.end(),
                          [](const auto& a, const auto& b) { return torch::equal(a, b); });
    }

    static std::set<std::string> filesOf(const run::RunFolder& folder)
    {
        std::set<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path()))
            names.insert(entry.path().lexically_relative(folder.path()).string());
        return names;
    }

private Q_SLOTS:
    void initTestCase()
    {
        log::setQuiet(true);
        for (const char* folder : {"images", "damaged"}) {
            for (int i = 0; i < 10; ++i)
                pictures::write(m_folder / folder / (std::to_string(i) + ".png"),
                                pictures::colourPng(i, 32));
        }
        specs::MethodSpec spec = *specs::methods().find("simclr");
        spec.name = "watched";
        specs::methods().add(spec);
        pretrain::methodList().push_back({"watched", makeWatched});
    }
    void init() { watched() = {}; }

    void partsGiveTheWholesLossGradientsAndStatistics_data()
    {
        QTest::addColumn<int>("world");
        QTest::addColumn<bool>("biased");
        QTest::newRow("two halves") << 2 << true;
        QTest::newRow("three, of 2, 2 and 2 rows, unbiased") << 3 << false;
        QTest::newRow("four, of 1, 2, 1 and 2 rows") << 4 << true;
    }
    void partsGiveTheWholesLossGradientsAndStatistics()
    {
        QFETCH(int, world);
        QFETCH(bool, biased);
        const auto variance =
            biased ? model::RunningVariance::Biased : model::RunningVariance::Unbiased;
        constexpr std::int64_t kRows = 6;
        torch::manual_seed(5);
        const auto first = torch::rand({kRows, 3, 32, 32}, torch::kDouble);
        const auto second = torch::rand({kRows, 3, 32, 32}, torch::kDouble);
        Net whole(variance);
        const auto loss = whole.loss(first, second, model::alone());
        loss.backward();

        test::ThreadReplicas replicas(world);
        std::vector<double> parts(static_cast<std::size_t>(world));
        std::vector<std::shared_ptr<Net>> nets(static_cast<std::size_t>(world));
        replicas.run([&](const model::Replica& replica) {
            const auto rank = static_cast<std::size_t>(replica.rank());
            auto net = std::make_shared<Net>(variance);
            model::setReplica(*net, replica);
            const std::int64_t from = kRows * replica.rank() / world;
            const std::int64_t to = kRows * (replica.rank() + 1) / world;
            const auto part =
                net->loss(first.slice(0, from, to), second.slice(0, from, to), replica);
            part.backward();
            parts[rank] = part.item<double>();
            nets[rank] = net;
        });

        double sum = 0;
        for (const double part : parts)
            sum += part;
        QVERIFY(std::abs(sum - loss.item<double>()) < 1e-12);
        const auto parameters = whole.named_parameters();
        for (const auto& item : parameters) {
            torch::Tensor gradient = torch::zeros_like(item.value());
            for (const auto& net : nets)
                gradient += net->named_parameters()[item.key()].grad();
            const double size = item.value().grad().abs().max().item<double>();
            QVERIFY2(size > 1e-8, item.key().c_str()); // there is something to get wrong
            QVERIFY2(largestDifference(gradient, item.value().grad()) < 1e-10 * (1 + size),
                     item.key().c_str());
        }
        for (const auto& item : whole.named_buffers()) {
            for (const auto& net : nets)
                QVERIFY2(largestDifference(net->named_buffers()[item.key()].to(torch::kDouble),
                                           item.value().to(torch::kDouble)) < 1e-12,
                         item.key().c_str());
        }
    }

    /// Through the loader, the session and the optimiser: the run of two is that of one, but for
    /// the rounding of float32. The second replica writes nothing.
    void theRunOfTwoIsTheRunOfOne()
    {
        RK_UNWRAP(const auto one, plan("one", 2));
        run::RunControl control;
        RK_UNWRAP(const auto outcome, pretrain::runPretraining(one, control));
        QVERIFY(outcome == run::Outcome::Done);
        RK_UNWRAP(const auto two, plan("two", 2));
        std::vector<run::RunControl> controls(2);
        for (const auto& ended : work(two, controls)) {
            RK_VERIFY_OK(ended);
            QVERIFY(*ended == run::Outcome::Done);
        }
        QVERIFY(replicasAreEqual());
        QCOMPARE(filesOf(two), filesOf(one));
        RK_UNWRAP(const auto expected, run::readJournal(one.metricsFile()));
        RK_UNWRAP(const auto journal, run::readJournal(two.metricsFile()));
        QCOMPARE(journal.lines.size(), std::size_t{5});
        for (std::size_t i = 0; i < journal.lines.size(); ++i) {
            for (const char* figure : {"step", "images", "loss", "lr", "spread"}) {
                const auto want = expected.lines[i][figure].get<double>();
                const auto have = journal.lines[i][figure].get<double>();
                QVERIFY2(std::abs(have - want) <= 1e-5 * std::abs(want),
                         qPrintable(QStringLiteral("%1 %2: %3, %4")
                                        .arg(i)
                                        .arg(QLatin1String(figure))
                                        .arg(have, 0, 'g', 12)
                                        .arg(want, 0, 'g', 12)));
            }
        }
        RK_UNWRAP(auto wanted, newestSave(one));
        RK_UNWRAP(auto saved, newestSave(two));
        // Summed in another order, so as near as what is watched is.
        for (Json* details : {&saved.details, &wanted.details})
            details->erase("watch_start");
        QCOMPARE(saved.details, wanted.details);
        for (const auto& item : wanted.tensors.items()) {
            const auto want = torch::tensor(item.tensor.values);
            const auto have = torch::tensor(saved.tensors.find(item.name)->values);
            QVERIFY2(largestDifference(have, want) <=
                         1e-4 * (1e-3 + want.abs().max().item<double>()),
                     item.name.c_str());
        }
    }

    /// Whichever is asked to pause, all do; and the second sitting begins with the weights of the
    /// save in both, so that the run is bit by bit the one that was not stopped.
    void theyStopTogetherAndGoOnAsOne()
    {
        RK_UNWRAP(const auto whole, plan("whole", 2));
        std::vector<run::RunControl> untouched(2);
        const auto unbroken = work(whole, untouched);
        RK_VERIFY_OK(unbroken.front());

        RK_UNWRAP(const auto paused, plan("paused", 2));
        std::vector<run::RunControl> controls(2);
        watched().afterStep = [&](const train::StepContext& context) {
            if (context.step == 2 && context.replica.rank() == 1)
                controls[1].ask(run::Request::Pause);
        };
        for (const auto& ended : work(paused, controls)) {
            RK_VERIFY_OK(ended);
            QVERIFY(*ended == run::Outcome::Paused);
        }
        RK_UNWRAP(const auto between, newestSave(paused));
        QCOMPARE(between.step, std::int64_t{3});
        std::vector<run::RunControl> again(2);
        for (const auto& ended : work(paused, again))
            RK_VERIFY_OK(ended);
        QVERIFY(replicasAreEqual());
        RK_UNWRAP(const auto one, newestSave(whole));
        RK_UNWRAP(const auto other, newestSave(paused));
        QCOMPARE(other.details, one.details);
        for (const auto& item : one.tensors.items())
            QVERIFY2(other.tensors.find(item.name)->values == item.tensor.values,
                     item.name.c_str());
    }

    /// A loss that is no number on one replica alone is one on all: each undoes the step.
    void aBadStepOfOneIsUndoneByAll()
    {
        RK_UNWRAP(const auto folder, plan("bad", 2));
        watched().isBad = [](const train::StepContext& context) {
            return context.step == 1 && context.replica.rank() == 1;
        };
        std::vector<run::RunControl> controls(2);
        for (const auto& ended : work(folder, controls))
            RK_VERIFY_OK(ended);
        QVERIFY(replicasAreEqual());
        QCOMPARE(watched().replicas[1].updates, 4); // of five steps
        QCOMPARE(controls[0].warnings().count(), std::uint64_t{1});
        QCOMPARE(controls[0].warnings().items()[0].kind, std::string("step_undone"));
    }

    /// The folder's owner tells what another replica could not read.
    void anImageThatAnotherSetAsideIsTold()
    {
        // One that no row of the first replica (two of five) shows in the run's three steps.
        std::set<std::size_t> firsts, seconds;
        for (std::uint64_t position = 0; position < 15; ++position)
            (position % 5 < 2 ? firsts : seconds).insert(loader::imageAt(0, 10, position));
        std::vector<std::size_t> notFirsts;
        std::set_difference(seconds.begin(), seconds.end(), firsts.begin(), firsts.end(),
                            std::back_inserter(notFirsts));
        QVERIFY(!notFirsts.empty());
        RK_UNWRAP(const auto folder, plan("damage", 1, "damaged"));
        RK_UNWRAP(const auto list, folder.imageList());
        RK_UNWRAP(const auto manifest, dataset::readManifest(list, m_folder / "damaged"));
        const fs::path file = manifest.refOf(manifest.images[notFirsts.front()]).file;
        // Size and time stay, so that the start does not notice it.
        const auto size = pictures::read(file).size();
        const auto time = fs::last_write_time(file);
        pictures::write(file, std::string(size, '\0'));
        fs::last_write_time(file, time);
        std::vector<run::RunControl> controls(2);
        for (const auto& ended : work(folder, controls))
            RK_VERIFY_OK(ended);
        QCOMPARE(controls[0].warnings().items().size(), std::size_t{1});
        QCOMPARE(controls[0].warnings().items()[0].subject,
                 manifest.nameOf(manifest.images[notFirsts.front()]));
    }
};

QTEST_APPLESS_MAIN(TestReplicas)
#include "tst_replicas.moc"
