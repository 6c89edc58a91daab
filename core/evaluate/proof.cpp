#include "core/evaluate/proof.h"

#include "core/base/rng.h"
#include "core/dataset/folder_scan.h"
#include "core/evaluate/features_torch.h"
#include "core/loader/batch_loader.h"
#include "core/model/device_torch.h"
#include "core/model/torch_guard_torch.h"
#include "core/train/batch_torch.h"

#include <algorithm>
#include <array>
#include <functional>

namespace rekindle::evaluate {
namespace {

/// Uniform noise in [0, 1]: [count, 3, size, size].
torch::Tensor noise(const ProofInputs& inputs)
{
    torch::Tensor pixels =
        torch::empty({static_cast<std::int64_t>(inputs.count), 3, inputs.size, inputs.size});
    Random random(inputs.seed, Purpose::Probe);
    float* values = pixels.data_ptr<float>();
    for (std::int64_t i = 0; i < pixels.numel(); ++i)
        values[i] = static_cast<float>(random.uniform());
    return pixels;
}

/// The user's images, evenly spread over the folder's list, in their scoring view; `proof` says
/// how they were read.
Result<torch::Tensor> userImages(const ProofInputs& inputs, const job::Watch& watch,
                                 repair::FeatureProof& proof)
{
    dataset::ScanOptions scan;
    scan.reading = inputs.reading;
    RK_TRY(const auto manifest, dataset::scanFolder(inputs.folder, scan, watch));
    proof.reading = manifest.reading;
    const std::size_t count = std::min<std::size_t>(inputs.count, manifest.images.size());
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < count; ++i)
        chosen.push_back(i * manifest.images.size() / count);
    loader::LoaderSettings settings;
    settings.recipes = {views::scoringView(inputs.size)};
    settings.batch = static_cast<int>(count);
    settings.order = loader::Order::Once;
    RK_TRY(const auto loader, loader::BatchLoader::create(manifest, chosen, settings));
    RK_TRY(const auto batch, loader->next(watch.stop));
    return train::pixelsOn(batch, torch::kCPU);
}

/// Original, dead filters replaced, replaced and scaled.
using Networks = std::array<model::ResNet, 3>;
struct Answers {
    torch::Tensor before, replaced, after;
};

/// Runs all three side by side, so that no more than three maps are held at once, and calls `look`
/// with what they answer behind the stem, behind each stage, and pooled, which is returned.
Answers walk(Networks& networks, const torch::Tensor& pixels,
             const std::function<void(const std::string&, const Answers&)>& look)
{
    const auto each = [&](auto&& act) {
        return Answers{act(networks[0]), act(networks[1]), act(networks[2])};
    };
    Answers now = each([&](model::ResNet& network) { return network->stem(pixels); });
    look("stem", now);
    const int stages = networks[0]->architecture().stages();
    for (int stage = 0; stage < stages; ++stage) {
        now = {networks[0]->stage(stage, now.before), networks[1]->stage(stage, now.replaced),
               networks[2]->stage(stage, now.after)};
        look("layer" + std::to_string(stage + 1), now);
    }
    for (torch::Tensor* maps : {&now.before, &now.replaced, &now.after})
        *maps = maps->mean({2, 3});
    look("features", now);
    return now;
}

double relative(const torch::Tensor& before, const torch::Tensor& after)
{
    const double largest = before.abs().max().item<double>();
    const double difference = (before - after).abs().max().item<double>();
    return largest > 0 ? difference / largest : difference;
}

/// The row (`dim` 1) or column (0) of [N, D] that changes most, over its own length. One that is
/// silent before (under a millionth of the longest) is measured over that millionth.
double worst(const torch::Tensor& before, const torch::Tensor& after, std::int64_t dim)
{
    const torch::Tensor size = before.to(torch::kDouble).pow(2).sum(dim).sqrt();
    const torch::Tensor change =
        (before.to(torch::kDouble) - after.to(torch::kDouble)).pow(2).sum(dim).sqrt();
    const double floor = 1e-6 * size.max().item<double>();
    return floor > 0 ? (change / size.clamp_min(floor)).max().item<double>()
                     : change.max().item<double>();
}

/// [N, C, ...] as [N, C * ...], and as [C, N * ...].
torch::Tensor byImage(const torch::Tensor& maps)
{
    return maps.flatten(1);
}
torch::Tensor byChannel(const torch::Tensor& maps)
{
    return maps.transpose(0, 1).flatten(1);
}

double cosine(const torch::Tensor& one, const torch::Tensor& other)
{
    return torch::cosine_similarity(byImage(one), byImage(other), 1).mean().item<double>();
}

repair::StageProof stageProof(const std::string& name, const Answers& answers)
{
    repair::StageProof stage;
    stage.name = name;
    stage.change = relative(answers.replaced, answers.after);
    stage.worstChannel = worst(byChannel(answers.replaced), byChannel(answers.after), 1);
    stage.replacedCosine = cosine(answers.before, answers.replaced);
    return stage;
}

Result<Networks> makeNetworks(const checkpoint::Checkpoint& original,
                              const weights::WeightSet& replacedOnly,
                              const weights::WeightSet& repaired)
{
    const auto make = [&](const weights::WeightSet& weights) {
        return makeNetwork(original.architecture, original.conventions, weights, torch::kCPU);
    };
    RK_TRY(auto before, make(original.weights));
    RK_TRY(auto replaced, make(replacedOnly));
    RK_TRY(auto after, make(repaired));
    return Networks{before, replaced, after};
}

} // namespace

Result<repair::FeatureProof> proveRepair(const checkpoint::Checkpoint& original,
                                         const weights::WeightSet& replacedOnly,
                                         const weights::WeightSet& repaired,
                                         const ProofInputs& inputs, const job::Watch& watch)
{
    return model::torchGuard(
        original.file.filename().string(), [&]() -> Result<repair::FeatureProof> {
            RK_TRY(const auto compute, model::prepareDevice("cpu", 0));
            (void)compute;
            repair::FeatureProof proof;
            torch::Tensor pixels;
            if (inputs.folder.empty()) {
                pixels = noise(inputs);
            } else {
                RK_TRY(pixels, userImages(inputs, watch, proof));
            }
            RK_TRY(auto networks, makeNetworks(original, replacedOnly, repaired));
            const torch::NoGradGuard noGrad;

            proof.images = static_cast<std::uint64_t>(pixels.size(0));
            proof.source = inputs.folder.empty() ? "noise" : inputs.folder.filename().string();
            for (model::ResNet& network : networks)
                network->eval();
            const Answers used =
                walk(networks, pixels, [&](const std::string& name, const Answers& answers) {
                    proof.stages.push_back(stageProof(name, answers));
                });
            if (watch.stopping())
                return fail(ErrorKind::Cancelled, "The check was stopped");
            for (model::ResNet& network : networks)
                network->train();
            std::size_t place = 0;
            const Answers trained =
                walk(networks, pixels, [&](const std::string&, const Answers& answers) {
                    proof.stages[place++].trainChange = relative(answers.replaced, answers.after);
                });

            proof.maxAbsDiff = (used.replaced - used.after).abs().max().item<double>();
            proof.maxRelDiff = relative(used.replaced, used.after);
            proof.worstDimension = worst(used.replaced, used.after, 0);
            proof.worstImage = worst(used.replaced, used.after, 1);
            proof.evalPreserved = proof.change() <= proof.tolerance;
            proof.trainMaxRelDiff = relative(trained.replaced, trained.after);
            proof.trainWorstDimension = worst(trained.replaced, trained.after, 0);
            proof.trainWorstImage = worst(trained.replaced, trained.after, 1);
            proof.replacedCosine = cosine(used.before, used.replaced);
            return proof;
        });
}

} // namespace rekindle::evaluate
