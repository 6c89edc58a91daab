// Ten whole training steps of each method against the same steps written in Python
// (tests/data/pretrain/make_steps.py): loss, every gradient, every parameter and statistic.
#include "core/pretrain/method_torch.h"
#include "tests/support/result_macros.h"

#include <cmath>
#include <filesystem>

using namespace rekindle;

namespace {

/// Rounding grows about threefold a step.
constexpr double kTolerance = 1e-8;
constexpr std::int64_t kBatch = 6;

/// FNV-1a.
std::uint64_t named(const std::string& name)
{
    std::uint64_t value = 0xCBF29CE484222325u;
    for (const char byte : name)
        value = (value ^ static_cast<std::uint8_t>(byte)) * 0x100000001B3u;
    return value;
}

/// splitmix64 from the name on, in [0, 1).
torch::Tensor uniform(const std::string& name, c10::IntArrayRef shape)
{
    torch::Tensor tensor = torch::empty(shape, torch::kDouble);
    double* values = tensor.data_ptr<double>();
    std::uint64_t state = named(name);
    for (std::int64_t i = 0; i < tensor.numel(); ++i) {
        std::uint64_t z = (state += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        z ^= z >> 31;
        values[i] = static_cast<double>(z >> 11) * 0x1.0p-53;
    }
    return tensor;
}

void fill(torch::nn::Module& module)
{
    const torch::NoGradGuard noGrad;
    for (auto& item : module.named_parameters()) {
        torch::Tensor tensor = item.value();
        const torch::Tensor value = 2 * uniform(item.key(), tensor.sizes()) - 1;
        const auto fanIn = static_cast<double>(tensor.numel() / tensor.size(0));
        if (tensor.dim() > 1)
            tensor.copy_(value * std::sqrt(3 / fanIn));
        else if (item.key().ends_with("bias"))
            tensor.copy_(0.1 * value);
        else
            tensor.copy_(1 + 0.2 * value);
    }
    // MoCo's queue begins filled; SwAV's begins empty.
    for (auto& item : module.named_buffers()) {
        if (item.key() == "queue" && item.value().dim() == 2) {
            const torch::Tensor rows = uniform("queue", item.value().sizes()) - 0.5;
            item.value().copy_(rows / rows.norm(2, 1, true));
        }
    }
}

/// As the loader gives them: a block a size, view by view.
std::vector<train::ViewPixels> blocksOf(std::int64_t step, const std::vector<std::int64_t>& sizes)
{
    std::vector<train::ViewPixels> blocks;
    std::int64_t last = 0;
    for (std::size_t view = 0; view < sizes.size(); ++view) {
        const std::string name = "pixels " + std::to_string(step) + " " + std::to_string(view);
        const torch::Tensor pixels = uniform(name, {kBatch, 3, sizes[view], sizes[view]});
        if (sizes[view] != last)
            blocks.emplace_back();
        last = sizes[view];
        torch::Tensor& all = blocks.back().pixels;
        all = all.defined() ? torch::cat({all, pixels}, 0) : pixels;
        blocks.back().views.push_back(static_cast<int>(view));
    }
    return blocks;
}

/// How far a tensor is from what is told of it: its norm and its product with a fixed vector.
double off(const std::string& name, const torch::Tensor& tensor, const Json& told)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor values = tensor.detach().contiguous();
    const double norm = values.norm().item<double>();
    const double product =
        (values * (uniform("dot " + name, values.sizes()) - 0.5)).sum().item<double>();
    const double expected = told[0].get<double>();
    return std::max(std::abs(norm - expected), std::abs(product - told[1].get<double>())) /
           std::max(1.0, expected);
}

} // namespace

class TestTenSteps : public QObject
{
    Q_OBJECT

    Json m_methods;

private Q_SLOTS:
    void initTestCase()
    {
        at::set_num_threads(1); // small tensors: threads would only wait for each other
        RK_UNWRAP(m_methods, readJsonFile(std::filesystem::path(REKINDLE_TEST_DATA) / "pretrain" /
                                          "steps.json"));
    }

    void areThoseOfPython_data()
    {
        QTest::addColumn<int>("at");
        for (std::size_t i = 0; i < m_methods.size(); ++i)
            QTest::newRow(m_methods[i]["settings"]["method"].get<std::string>().c_str())
                << static_cast<int>(i);
    }
    void areThoseOfPython()
    {
        QFETCH(int, at);
        const Json& test = m_methods[static_cast<std::size_t>(at)];
        RK_UNWRAP(const auto settings,
                  run::pretrainSettingsFromJson(test["settings"], "steps.json"));
        RK_UNWRAP(const auto architecture, weights::parseArchitecture(settings.architecture));
        RK_UNWRAP(const auto method,
                  pretrain::makeMethod(settings, architecture, settings.conventions));
        const pretrain::RunLength length{settings.imagesPerEpoch,
                                         settings.epochs,
                                         settings.batch,
                                         method->totalSteps(settings.imagesPerEpoch),
                                         method->stepsPerEpoch(settings.imagesPerEpoch),
                                         test["classes"].get<std::int64_t>()};
        method->begin(length, pretrain::Start::Random);
        torch::nn::Module& module = method->module();
        module.to(torch::kDouble);
        module.train();
        fill(module);
        const auto optimizer = method->makeOptimizer();
        const auto sizes = test["sizes"].get<std::vector<std::int64_t>>();
        double worst = 0;
        const auto agrees = [&](const std::string& what, double difference) {
            worst = std::max(worst, difference);
            return QTest::qVerify(
                difference <= kTolerance, "agrees with Python",
                qPrintable(QStringLiteral("%1 is off by %2").arg(what.c_str()).arg(difference)),
                __FILE__, __LINE__);
        };
        std::int64_t step = 0;
        for (const Json& want : test["steps"]) {
            const train::StepContext context{step, length.steps, model::alone(), 1.0};
            optimizer->zeroGrad();
            pretrain::Embeddings embeddings = method->embed(blocksOf(step, sizes));
            if (length.classes > 0)
                embeddings.labels = (torch::arange(kBatch) + step).remainder(length.classes);
            const torch::Tensor loss = method->loss(embeddings, context);
            loss.backward();
            const std::string where = "step " + std::to_string(step) + ", ";
            if (!agrees(where + "loss", std::abs(loss.item<double>() - want["loss"].get<double>())))
                return;
            std::size_t gradients = 0;
            for (const auto& item : module.named_parameters()) {
                if (!item.value().grad().defined())
                    continue;
                ++gradients;
                QVERIFY2(want["gradients"].contains(item.key()), item.key().c_str());
                if (!agrees(where + "gradient of " + item.key(),
                            off(item.key(), item.value().grad(), want["gradients"][item.key()])))
                    return;
            }
            QCOMPARE(gradients, want["gradients"].size());
            method->beforeUpdate(context);
            const double rate = method->rate(step, length);
            if (!agrees(where + "rate", std::abs(rate - want["rate"].get<double>())))
                return;
            optimizer->step(rate);
            method->afterUpdate(context);
            for (const auto& [name, told] : want["state"].items()) {
                const auto parameters = module.named_parameters();
                const auto buffers = module.named_buffers();
                const torch::Tensor* tensor = parameters.find(name);
                if (tensor == nullptr)
                    tensor = buffers.find(name);
                QVERIFY2(tensor != nullptr, name.c_str());
                if (!agrees(where + name, off(name, *tensor, told)))
                    return;
            }
            ++step;
        }
        QCOMPARE(step, std::int64_t{10});
        qInfo("largest difference %.3g", worst);
    }
};

QTEST_APPLESS_MAIN(TestTenSteps)
#include "tst_ten_steps.moc"
