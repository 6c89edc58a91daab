#include "core/evaluate/score_images_torch.h"

#include "core/loader/batch_loader.h"
#include "core/train/batch_torch.h"

namespace rekindle::evaluate {
namespace {

constexpr int kBatch = 64;
constexpr std::size_t kKeepBytes = std::size_t{1} << 30;

} // namespace

ScoreImages::ScoreImages(const dataset::Manifest& manifest, std::vector<std::size_t> images,
                         int size, int threads, std::stop_token stop)
    : m_manifest(manifest), m_images(std::move(images)), m_size(size), m_threads(threads),
      m_stop(std::move(stop))
{
}

std::vector<std::int64_t> ScoreImages::labels() const
{
    std::vector<std::int64_t> labels;
    for (const std::size_t image : m_images)
        labels.push_back(m_manifest.images[image].label);
    return labels;
}

Result<void> ScoreImages::forEachBatch(const torch::Device& device, const Use& use)
{
    const std::size_t bytes = m_images.size() * static_cast<std::size_t>(3 * m_size * m_size) * 4;
    if (bytes > kKeepBytes)
        return stream(device, use);
    if (m_kept.empty()) {
        RK_CHECK(stream(torch::kCPU, [&](const torch::Tensor& pixels, std::size_t) -> Result<void> {
            m_kept.push_back(pixels);
            return {};
        }));
    }
    std::size_t row = 0;
    for (const torch::Tensor& pixels : m_kept) {
        RK_CHECK(use(pixels.to(device), row));
        row += static_cast<std::size_t>(pixels.size(0));
    }
    return {};
}

Result<void> ScoreImages::stream(const torch::Device& device, const Use& use)
{
    loader::LoaderSettings settings;
    settings.recipes = {views::scoringView(m_size)};
    settings.batch = kBatch;
    settings.order = loader::Order::Once;
    settings.threads = m_threads;
    RK_TRY(const auto loader, loader::BatchLoader::create(m_manifest, m_images, settings));
    std::size_t row = 0;
    while (row < m_images.size()) {
        RK_TRY(const auto batch, loader->next(m_stop));
        RK_CHECK(use(train::pixelsOn(batch, device), row));
        row += static_cast<std::size_t>(batch.count);
    }
    return {};
}

} // namespace rekindle::evaluate
