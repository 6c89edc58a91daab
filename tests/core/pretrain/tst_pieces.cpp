// Steps in pieces and steps whose maps are computed again, against the whole step that keeps all.
#include "core/model/batch_norm_torch.h"
#include "core/pretrain/pieces_torch.h"
#include "tests/support/result_macros.h"

using namespace rekindle;

namespace {

constexpr std::int64_t kBatch = 6;

/// A method at its start with its norms as `training` says, and small images of noise.
struct Step {
    std::unique_ptr<pretrain::PretrainMethod> method;
    std::vector<train::ViewPixels> blocks;

    void run(std::int64_t pieces)
    {
        for (torch::Tensor& parameter : method->module().parameters())
            parameter.mutable_grad() = torch::Tensor();
        const train::StepContext context{0, 100, model::alone(), 1.0};
        if (pieces == 1) {
            loss = method->loss(method->embed(blocks), context);
            loss.backward();
            return;
        }
        pretrain::PiecedStep step(*method, blocks, kBatch, pieces);
        const pretrain::Embeddings embeddings = step.embed();
        features = embeddings.features;
        loss = method->loss(embeddings, context);
        step.backward(loss);
    }

    torch::Tensor loss, features;
};

std::vector<train::ViewPixels> noise(const std::vector<views::ViewRecipe>& recipes,
                                     torch::ScalarType type)
{
    torch::manual_seed(3);
    std::vector<train::ViewPixels> blocks;
    for (std::size_t view = 0; view < recipes.size(); ++view) {
        const int size = recipes[view].size;
        const torch::Tensor pixels = torch::rand({kBatch, 3, size, size}, type);
        if (blocks.empty() || blocks.back().pixels.size(2) != size)
            blocks.push_back({{}, pixels});
        else
            blocks.back().pixels = torch::cat({blocks.back().pixels, pixels}, 0);
        blocks.back().views.push_back(static_cast<int>(view));
    }
    for (train::ViewPixels& block : blocks)
        block.pixels = block.pixels.contiguous(at::MemoryFormat::ChannelsLast);
    return blocks;
}

Step made(const std::string& method, torch::ScalarType type, const run::NamedTexts& more = {})
{
    run::PretrainSettings settings;
    Step step;
    const auto set = [&]() -> Result<void> {
        RK_CHECK(run::setByName(settings, "method", method));
        RK_CHECK(run::setByName(settings, more));
        settings.batch = kBatch;
        settings.imageSize = 32;
        settings.architecture = "resnet18/16";
        RK_TRY(const auto architecture, weights::parseArchitecture(settings.architecture));
        RK_TRY(step.method, pretrain::makeMethod(settings, architecture, settings.conventions));
        return {};
    }();
    if (!set)
        return step;
    step.method->begin({60, 10, kBatch, 100, 10}, pretrain::Start::Random);
    step.method->module().to(type);
    // Gamma is 0 at the start in places: then gradients would be nothing to compare.
    torch::manual_seed(5);
    const torch::NoGradGuard noGrad;
    for (torch::Tensor& parameter : step.method->module().parameters()) {
        if (parameter.dim() == 1)
            parameter.add_(torch::rand_like(parameter) + 0.5);
    }
    step.method->module().train();
    step.blocks = noise(step.method->views(), type);
    return step;
}

const run::NamedTexts& moreOf(const QString& method)
{
    static const run::NamedTexts kSwav{{"crops", "multi"},
                                       {"small_crops", "2"},
                                       {"small_size", "16"},
                                       {"prototypes", "10"},
                                       {"queue", "0"}};
    static const run::NamedTexts kMoco{{"queue", "12"}};
    static const run::NamedTexts kNone;
    return method == "swav" ? kSwav : method == "moco" ? kMoco : kNone;
}

/// The largest difference of two steps' gradients, in shares of each gradient's norm.
double difference(const Step& a, const Step& b)
{
    const auto left = a.method->module().named_parameters();
    const auto right = b.method->module().named_parameters();
    double worst = 0;
    int compared = 0;
    for (const auto& item : left) {
        const torch::Tensor mine = item.value().grad();
        const torch::Tensor theirs = right[item.key()].grad();
        if (mine.defined() != theirs.defined())
            return std::numeric_limits<double>::infinity();
        if (!mine.defined() || theirs.norm().item<double>() == 0)
            continue;
        ++compared;
        worst = std::max(worst, ((mine - theirs).norm() / theirs.norm()).item<double>());
    }
    return compared > 30 ? worst : std::numeric_limits<double>::infinity();
}

/// Batch norm as in evaluation: no row looks at another, so that pieces are exact.
void freeze(Step& step)
{
    for (const auto& module : step.method->module().modules(false)) {
        if (auto* norm = module->as<model::BatchNormImpl>())
            norm->eval();
    }
}

} // namespace

class TestPieces : public QObject
{
    Q_OBJECT

    static void methods()
    {
        QTest::addColumn<QString>("method");
        for (const char* name : {"simclr", "swav", "byol", "moco"})
            QTest::newRow(name) << name;
    }

private Q_SLOTS:
    void initTestCase()
    {
        at::set_num_threads(1);
        at::globalContext().setDeterministicAlgorithms(true, false);
    }

    void aBatchIsSharedOutEvenly()
    {
        QCOMPARE(pretrain::pieceBorders(10, 4), (std::vector<std::int64_t>{0, 2, 5, 7, 10}));
        QCOMPARE(pretrain::pieceBorders(6, 1), (std::vector<std::int64_t>{0, 6}));
    }

    /// Without batch norm's look across rows, a step in uneven pieces is the whole step: the loss
    /// is over all rows and every gradient is the same to rounding.
    void gradientsAreThoseOfTheWholeBatch_data() { methods(); }
    void gradientsAreThoseOfTheWholeBatch()
    {
        QFETCH(const QString, method);
        for (const auto& [type, tolerance] :
             {std::pair{torch::kDouble, 1e-12}, std::pair{torch::kFloat, 2e-5}}) {
            Step whole = made(method.toStdString(), type, moreOf(method));
            Step pieces = made(method.toStdString(), type, moreOf(method));
            QVERIFY(whole.method && pieces.method);
            freeze(whole);
            freeze(pieces);
            whole.run(1);
            pieces.run(4);
            QVERIFY(std::abs(whole.loss.item<double>() - pieces.loss.item<double>()) <=
                    tolerance * std::abs(whole.loss.item<double>()));
            const double off = difference(pieces, whole);
            qInfo("%s: %.3g", qPrintable(method), off);
            QVERIFY2(off <= tolerance, qPrintable(QString::number(off)));
        }
    }

    /// With batch norm each piece is normalised by itself. The statistics that are kept are fed
    /// once, by all of the batch: at the stem, before which nothing is normalised, they are those
    /// of the whole step.
    void statisticsAreFedOnce_data() { methods(); }
    void statisticsAreFedOnce()
    {
        QFETCH(const QString, method);
        Step whole = made(method.toStdString(), torch::kDouble, moreOf(method));
        Step pieces = made(method.toStdString(), torch::kDouble, moreOf(method));
        whole.run(1);
        pieces.run(3);
        const auto expected = whole.method->module().named_buffers();
        int stems = 0;
        // Exactly where nothing was normalised before: the layers above see the pieces' norms.
        for (const auto& item : pieces.method->module().named_buffers()) {
            if (item.key().ends_with("num_batches_tracked"))
                QVERIFY2(torch::equal(item.value(), expected[item.key()]), item.key().c_str());
            const bool stem = item.key().ends_with("backbone.bn1.running_mean") ||
                              item.key().ends_with("backbone.bn1.running_var");
            if (!stem)
                continue;
            ++stems;
            QVERIFY2(torch::allclose(item.value(), expected[item.key()], 1e-10, 1e-12),
                     item.key().c_str());
        }
        QVERIFY(stems >= 2);
        QVERIFY(difference(pieces, whole) > 1e-6); // the pieces' own norms, which are told
    }

    /// Computing maps again changes no bit: not of gradients, not of statistics.
    void recomputedStepsAreTheSameToTheBit_data() { methods(); }
    void recomputedStepsAreTheSameToTheBit()
    {
        QFETCH(const QString, method);
        Step kept = made(method.toStdString(), torch::kFloat, moreOf(method));
        Step again = made(method.toStdString(), torch::kFloat, moreOf(method));
        again.method->backbone()->setRecompute(true);
        for (const std::int64_t pieces : {1, 2}) {
            kept.run(pieces);
            again.run(pieces);
            QVERIFY(torch::equal(kept.loss, again.loss));
            QCOMPARE(difference(again, kept), 0.0);
            const auto expected = kept.method->module().named_buffers();
            for (const auto& item : again.method->module().named_buffers())
                QVERIFY2(torch::equal(item.value(), expected[item.key()]), item.key().c_str());
        }
    }

    /// The same in half precision, whose state the second run must find again.
    void recomputingKeepsThePrecision()
    {
        const run::NamedTexts half{{"precision", "bf16"}};
        Step kept = made("simclr", torch::kFloat, half);
        Step again = made("simclr", torch::kFloat, half);
        again.method->backbone()->setRecompute(true);
        kept.run(1);
        again.run(1);
        QVERIFY(torch::equal(kept.loss, again.loss));
        QCOMPARE(difference(again, kept), 0.0);
    }
};

QTEST_APPLESS_MAIN(TestPieces)
#include "tst_pieces.moc"
