#include "core/evaluate/features_torch.h"
#include "core/evaluate/protocol_torch.h"
#include "core/specs/knn_spec.h"
#include "core/train/nearest_torch.h"

namespace rekindle::evaluate {

Result<Scored> scoreByNeighbours(Unit& unit, UnitControl&)
{
    ScoreImages training(unit.manifest, unit.training, unit.settings.imageSize, unit.loaderThreads,
                         unit.stop);
    RK_TRY(const auto trainFeatures, extractFeatures(unit.network, training, unit.device));
    RK_TRY(const auto testFeatures, extractFeatures(unit.network, unit.test, unit.device));
    return Scored{run::Outcome::Done,
                  train::nearestVotes(trainFeatures, training.labels(), testFeatures,
                                      specs::knnSettings(unit.settings.own).neighbours,
                                      unit.classes)};
}

} // namespace rekindle::evaluate
