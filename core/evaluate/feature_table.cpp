#include "core/evaluate/feature_table.h"

#include "core/dataset/folder_scan.h"
#include "core/dataset/split.h"
#include "core/evaluate/features_torch.h"
#include "core/image/read_image.h"
#include "core/model/device_torch.h"
#include "core/model/torch_guard_torch.h"

#include <numeric>

namespace rekindle::evaluate {
namespace {

/// [1, 3, H, W] in [0, 1] of a whole picture, grey in all three channels.
torch::Tensor wholePixels(const image::Image& picture)
{
    const std::int64_t sides[]{picture.height, picture.width, picture.channels};
    torch::Tensor pixels = std::visit(
        [&](const auto& values) {
            torch::Tensor made = torch::empty({static_cast<std::int64_t>(values.size())});
            std::copy(values.begin(), values.end(), made.template data_ptr<float>());
            return made;
        },
        picture.pixels);
    pixels = pixels.view(sides).permute({2, 0, 1}).unsqueeze(0) /
             static_cast<float>((1 << picture.bits) - 1);
    return picture.channels == 1 ? pixels.expand({1, 3, -1, -1}) : pixels;
}

class Extraction
{
public:
    Extraction(const checkpoint::Checkpoint& checkpoint, const FeatureInputs& inputs,
               const job::Watch& watch)
        : m_checkpoint(checkpoint), m_inputs(inputs), m_watch(watch)
    {
    }

    Result<FeatureTable> run()
    {
        dataset::ScanOptions scan;
        scan.reading = m_inputs.reading;
        RK_TRY(const auto manifest, dataset::scanFolder(m_inputs.folder, scan, m_watch));
        m_table.reading = manifest.reading;
        RK_TRY(const auto compute, model::prepareDevice(m_inputs.device, m_inputs.threads));
        RK_TRY(auto network, makeNetwork(m_checkpoint.architecture, m_checkpoint.conventions,
                                         m_checkpoint.weights, compute.device));
        network->eval();
        m_table.dimension = m_checkpoint.architecture.featureDim;
        m_table.warnings = dataset::imageWarnings(manifest);
        for (const auto& image : manifest.images)
            m_table.files.push_back(manifest.nameOf(image));
        const torch::InferenceMode inference;
        RK_CHECK(m_inputs.size > 0 ? views(network, manifest, compute)
                                   : whole(network, manifest, compute.device));
        return std::move(m_table);
    }

private:
    Result<void> keep(const torch::Tensor& features)
    {
        const torch::Tensor host = features.to(torch::kCPU, torch::kFloat).contiguous();
        const float* values = host.data_ptr<float>();
        m_table.values.insert(m_table.values.end(), values, values + host.numel());
        m_watch.report(m_table.values.size() / static_cast<std::size_t>(m_table.dimension),
                       m_table.files.size(), "computing features");
        if (m_watch.stopping())
            return fail(ErrorKind::Cancelled, "The features were not finished");
        return {};
    }

    Result<void> views(model::ResNet& network, const dataset::Manifest& manifest,
                       const model::Compute& compute)
    {
        std::vector<std::size_t> all(manifest.images.size());
        std::iota(all.begin(), all.end(), 0);
        ScoreImages images(manifest, std::move(all), m_inputs.size, compute.loaderThreads,
                           m_watch.stop);
        return images.forEachBatch(compute.device,
                                   [&](const torch::Tensor& pixels, std::size_t) -> Result<void> {
                                       return keep(network->forward(pixels));
                                   });
    }

    Result<void> whole(model::ResNet& network, const dataset::Manifest& manifest,
                       const torch::Device& device)
    {
        for (const auto& entry : manifest.images) {
            RK_TRY(const auto picture, image::readImage(manifest.refOf(entry)));
            RK_CHECK(keep(network->forward(wholePixels(picture).to(device))));
        }
        return {};
    }

    const checkpoint::Checkpoint& m_checkpoint;
    const FeatureInputs& m_inputs;
    const job::Watch& m_watch;
    FeatureTable m_table;
};

} // namespace

Result<FeatureTable> extractTable(const checkpoint::Checkpoint& checkpoint,
                                  const FeatureInputs& inputs, const job::Watch& watch)
{
    return model::torchGuard(checkpoint.file.filename().string(), [&]() -> Result<FeatureTable> {
        return Extraction(checkpoint, inputs, watch).run();
    });
}

} // namespace rekindle::evaluate
