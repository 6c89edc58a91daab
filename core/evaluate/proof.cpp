#include "core/evaluate/proof.h"

#include "core/base/rng.h"
#include "core/dataset/folder_scan.h"
#include "core/evaluate/features_torch.h"
#include "core/loader/batch_loader.h"
#include "core/model/device_torch.h"
#include "core/model/torch_guard_torch.h"
#include "core/train/batch_torch.h"

#include <algorithm>

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

/// The user's images, evenly spread over the folder's list, in their scoring view.
Result<torch::Tensor> userImages(const ProofInputs& inputs, const job::Watch& watch)
{
    RK_TRY(const auto manifest, dataset::scanFolder(inputs.folder, {}, watch));
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

struct Features {
    torch::Tensor evaluation, training; ///< [N, D]
};

Result<Features> featuresOf(const checkpoint::Checkpoint& original,
                            const weights::WeightSet& weights, const torch::Tensor& pixels)
{
    RK_TRY(auto network,
           makeNetwork(original.architecture, original.conventions, weights, torch::kCPU));
    const torch::NoGradGuard noGrad;
    Features features;
    network->eval();
    features.evaluation = network->forward(pixels);
    network->train();
    features.training = network->forward(pixels);
    return features;
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
            torch::Tensor pixels;
            if (inputs.folder.empty()) {
                pixels = noise(inputs);
            } else {
                RK_TRY(pixels, userImages(inputs, watch));
            }
            RK_TRY(const auto before, featuresOf(original, original.weights, pixels));
            if (watch.stopping())
                return fail(ErrorKind::Cancelled, "The check was stopped");
            RK_TRY(const auto replaced, featuresOf(original, replacedOnly, pixels));
            RK_TRY(const auto after, featuresOf(original, repaired, pixels));

            repair::FeatureProof proof;
            proof.images = static_cast<std::uint64_t>(pixels.size(0));
            proof.source = inputs.folder.empty() ? "noise" : inputs.folder.filename().string();
            proof.maxAbsDiff = (replaced.evaluation - after.evaluation).abs().max().item<double>();
            proof.maxRelDiff = relative(replaced.evaluation, after.evaluation);
            proof.worstDimension = worst(replaced.evaluation, after.evaluation, 0);
            proof.worstImage = worst(replaced.evaluation, after.evaluation, 1);
            proof.evalPreserved = proof.change() <= proof.tolerance;
            proof.trainMaxRelDiff = relative(replaced.training, after.training);
            proof.trainWorstDimension = worst(replaced.training, after.training, 0);
            proof.trainWorstImage = worst(replaced.training, after.training, 1);
            proof.replacedCosine =
                torch::cosine_similarity(before.evaluation, replaced.evaluation, 1)
                    .mean()
                    .item<double>();
            return proof;
        });
}

} // namespace rekindle::evaluate
