#include "core/evaluate/features_torch.h"
#include "core/evaluate/protocol_torch.h"

/// A protocol that the product does not have, unlike those it has: no network is trained and no
/// neighbour asked. Each test image belongs for certain to the class whose mean colour is nearest.
rekindle::Result<rekindle::evaluate::Scored>
scoreByMeanColour(rekindle::evaluate::Unit& unit, rekindle::evaluate::UnitControl& control)
{
    using namespace rekindle;
    const auto colours = [](evaluate::ScoreImages& images) -> Result<torch::Tensor> {
        std::vector<torch::Tensor> parts;
        RK_CHECK(images.forEachBatch(torch::kCPU,
                                     [&](const torch::Tensor& pixels, std::size_t) -> Result<void> {
                                         parts.push_back(pixels.mean({2, 3}));
                                         return {};
                                     }));
        return torch::cat(parts, 0);
    };
    evaluate::ScoreImages training(unit.manifest, unit.training, unit.settings.imageSize,
                                   unit.loaderThreads);
    RK_TRY(const torch::Tensor known, colours(training));
    RK_TRY(const torch::Tensor asked, colours(unit.test));
    const torch::Tensor labels = torch::tensor(training.labels(), torch::kLong);
    std::vector<torch::Tensor> means;
    for (std::int64_t label = 0; label < unit.classes; ++label)
        means.push_back(known.index({labels == label}).mean(0));
    const torch::Tensor nearest = torch::cdist(asked, torch::stack(means)).argmin(1);
    RK_CHECK(control.journal(Json{{"kind", "means"}, {"classes", unit.classes}}));
    return evaluate::Scored{run::Outcome::Done,
                            torch::one_hot(nearest, unit.classes).to(torch::kFloat)};
}
