#include "core/pretrain/neighbour_check_torch.h"

#include "core/dataset/split.h"
#include "core/loader/batch_loader.h"
#include "core/train/batch_torch.h"
#include "core/train/nearest_torch.h"
#include "core/views/view_recipe.h"

#include <algorithm>
#include <map>

namespace rekindle::pretrain {
namespace {

constexpr std::size_t kMostImages = 2000;
constexpr int kNeighbours = 20;
constexpr int kBatch = 64;

/// Labelled training images, never test images, whatever the run itself may see.
std::vector<std::size_t> judged(const dataset::Manifest& manifest, std::uint64_t seed)
{
    auto images = dataset::pretrainingImages(manifest);
    std::erase_if(images, [&](std::size_t i) { return manifest.images[i].label < 0; });
    if (images.size() <= kMostImages)
        return images;
    const double share = static_cast<double>(kMostImages) / static_cast<double>(images.size());
    return dataset::labelledSubset(manifest, images, share, seed);
}

/// Puts a network back to training whatever happens in between.
class Evaluating
{
public:
    explicit Evaluating(model::ResNet& network) : m_network(network) { m_network->eval(); }
    ~Evaluating() { m_network->train(); }
    Evaluating(const Evaluating&) = delete;
    Evaluating& operator=(const Evaluating&) = delete;

private:
    model::ResNet& m_network;
};

} // namespace

NeighbourCheck::NeighbourCheck(const dataset::Manifest& manifest, Settings settings)
    : m_manifest(manifest), m_settings(settings), m_images(judged(manifest, settings.seed)),
      m_possible(dataset::labelEntropy(manifest, m_images) > 0)
{
    std::map<std::string, std::int64_t> numbers;
    for (const std::size_t i : m_images) {
        const dataset::ImageEntry& image = manifest.images[i];
        const std::string group = image.patient.empty() ? "file " + manifest.fileOf(image).sha256
                                                        : "patient " + image.patient;
        m_labels.push_back(image.label);
        m_groups.push_back(
            numbers.try_emplace(group, static_cast<std::int64_t>(numbers.size())).first->second);
    }
}

Result<torch::Tensor> NeighbourCheck::features(model::ResNet& network, const torch::Device& device,
                                               const std::stop_token& stop) const
{
    loader::LoaderSettings settings;
    settings.recipes = {views::scoringView(m_settings.imageSize)};
    settings.batch = kBatch;
    settings.order = loader::Order::Once;
    settings.threads = m_settings.threads;
    settings.cacheBytes = 0;
    RK_TRY(const auto loader, loader::BatchLoader::create(m_manifest, m_images, settings));
    const torch::NoGradGuard noGrad;
    const Evaluating evaluating(network);
    const train::MixedPrecision mixed(device, m_settings.mixed);
    std::vector<torch::Tensor> parts;
    for (std::size_t row = 0; row < m_images.size();) {
        RK_TRY(const auto batch, loader->next(stop));
        parts.push_back(
            network->forward(train::pixelsOn(batch, device)).to(torch::kCPU, torch::kFloat));
        row += static_cast<std::size_t>(batch.count);
    }
    return torch::cat(parts, 0);
}

Result<NeighbourScore> NeighbourCheck::ask(model::ResNet& network, const torch::Device& device,
                                           const std::stop_token& stop) const
{
    RK_TRY(const torch::Tensor rows, features(network, device, stop));
    const auto classes = static_cast<std::int64_t>(m_manifest.classes.size());
    const torch::Tensor votes =
        train::nearestVotesOfOthers(rows, m_labels, m_groups, kNeighbours, classes);
    const torch::Tensor labels = torch::tensor(m_labels, torch::kLong);
    // A row without anybody to vote for it is wrong.
    const auto [share, named] = votes.max(1);
    const auto right = named.eq(labels).logical_and(share > 0).sum().item<std::int64_t>();
    const auto counts = m_manifest.classCounts(m_images);
    const auto count = static_cast<double>(m_images.size());
    return NeighbourScore{static_cast<double>(right) / count,
                          static_cast<double>(*std::max_element(counts.begin(), counts.end())) /
                              count,
                          m_images.size()};
}

} // namespace rekindle::pretrain
