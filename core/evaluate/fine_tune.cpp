#include "core/evaluate/fine_tune_torch.h"

#include "core/model/initialise_torch.h"
#include "core/model/weight_transfer_torch.h"
#include "core/train/batch_torch.h"

#include <algorithm>
#include <cmath>

namespace rekindle::evaluate {

FineTuning::FineTuning(model::ResNet network, Inputs inputs)
    : m_network(std::move(network)),
      m_classifier(m_network->architecture().featureDim, inputs.classes),
      m_inputs(std::move(inputs)), m_recipe(specs::fineTuneSettings(m_inputs.settings->own))
{
    model::initialiseClassifier(m_classifier, m_inputs.seed);
    m_classifier->to(m_inputs.device);
    m_undo.emplace(std::vector<torch::nn::Module*>{m_network.get(), m_classifier.get()});
    train::AdamSettings adam;
    adam.weightDecay = m_recipe.weightDecay;
    auto parameters = train::parametersOf(*m_network, "backbone.");
    for (train::Parameter& parameter : train::parametersOf(*m_classifier, "classifier."))
        parameters.push_back(parameter);
    m_optimizer = train::makeAdam(std::move(parameters), adam);
    const auto count = static_cast<std::int64_t>(m_inputs.images.size());
    m_batch = std::min(m_recipe.batch, count);
    m_total = (m_recipe.epochs * count + m_batch - 1) / m_batch;
}

Result<double> FineTuning::step()
{
    if (m_loader == nullptr) {
        loader::LoaderSettings loader;
        loader.recipes = {views::fineTuneView(m_inputs.settings->imageSize)};
        loader.batch = static_cast<int>(m_batch);
        loader.order = loader::Order::Endless;
        loader.seed = m_inputs.seed;
        loader.firstStep = m_step;
        loader.steps = m_total - m_step;
        loader.threads = m_inputs.loaderThreads;
        RK_TRY(m_loader, loader::BatchLoader::create(*m_inputs.manifest, m_inputs.images, loader));
    }
    RK_TRY(const auto batch, m_loader->next(m_inputs.stop));
    if (atPassEnd()) {
        m_lossSum = 0;
        m_lossSteps = 0;
    }
    m_network->train();
    m_undo->remember();
    m_optimizer->zeroGrad();
    const torch::Tensor logits =
        m_classifier->forward(m_network->forward(train::toDevice(batch, m_inputs.device)));
    const torch::Tensor loss =
        torch::cross_entropy_loss(logits, train::labelsToDevice(batch, m_inputs.device));
    loss.backward();
    const auto value = loss.item<double>();
    auto parameters = m_network->parameters();
    for (const torch::Tensor& parameter : m_classifier->parameters())
        parameters.push_back(parameter);
    ++m_step;
    if (!std::isfinite(value) || !train::gradientsAreFinite(parameters)) {
        m_undo->undo();
        ++m_undoneInRow;
        return std::numeric_limits<double>::quiet_NaN();
    }
    m_undoneInRow = 0;
    m_optimizer->step(m_recipe.lr);
    m_lossSum += value;
    ++m_lossSteps;
    return value;
}

Result<torch::Tensor> FineTuning::probabilities(ScoreImages& images)
{
    const torch::InferenceMode inference;
    m_network->eval();
    std::vector<torch::Tensor> parts;
    RK_CHECK(images.forEachBatch(
        m_inputs.device, [&](const torch::Tensor& pixels, std::size_t) -> Result<void> {
            const torch::Tensor logits = m_classifier->forward(m_network->forward(pixels));
            parts.push_back(torch::softmax(logits, 1).to(torch::kCPU));
            return {};
        }));
    return torch::cat(parts, 0);
}

void FineTuning::store(train::Save& save)
{
    model::storeWeights(*m_network, save.tensors, "backbone.");
    model::storeWeights(*m_classifier, save.tensors, "classifier.");
    for (const train::Parameter& part : m_optimizer->state())
        save.tensors.set("optimizer/" + part.name, model::toHost(part.tensor));
    save.details["unit_step"] = m_step;
    save.details["undone_in_row"] = m_undoneInRow;
    save.details["updates"] = m_optimizer->updates;
    save.details["pass_loss_sum"] = m_lossSum;
    save.details["pass_loss_steps"] = m_lossSteps;
}

Result<void> FineTuning::restore(const train::Save& save)
{
    RK_CHECK(model::loadWeights(*m_network, save.tensors, "backbone."));
    RK_CHECK(model::loadWeights(*m_classifier, save.tensors, "classifier."));
    for (train::Parameter& part : m_optimizer->state()) {
        const weights::Tensor* stored = save.tensors.find("optimizer/" + part.name);
        if (stored == nullptr)
            return fail(ErrorKind::Mismatch, "The save lacks a part of the optimiser", part.name);
        RK_CHECK(model::fromHost(*stored, part.tensor, part.name));
    }
    FieldReader details(save.details, "state.json");
    m_step = details.integer("unit_step");
    m_undoneInRow = static_cast<int>(details.integer("undone_in_row", 0));
    m_lossSum = details.number("pass_loss_sum");
    m_lossSteps = details.integer("pass_loss_steps");
    m_optimizer->updates = details.integer("updates");
    return details.check();
}

} // namespace rekindle::evaluate
