#pragma once

#include "core/base/json.h"
#include "core/evaluate/score_images_torch.h"
#include "core/model/resnet_torch.h"
#include "core/run/run_control.h"
#include "core/run/settings.h"
#include "core/train/trainee_torch.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace rekindle::evaluate {

/// One set of weights with one draw of labels, as a protocol gets it.
struct Unit {
    const run::ScoreSettings& settings;
    const dataset::Manifest& manifest;
    std::vector<std::size_t> training; ///< the labelled training images of this draw
    ScoreImages& test;
    ScoreImages* validation; ///< null where the images have no validation part
    model::ResNet network;   ///< on `device`, with the weights to score; the protocol's own copy
    std::string weights;     ///< what they are called, for errors
    std::int64_t classes = 0;
    std::uint64_t seed = 0;
    torch::Device device = torch::kCPU;
    int loaderThreads = 1;
    std::stop_token stop = {}; ///< for whoever waits for images
};

/// What the run does for a protocol.
class UnitControl
{
public:
    virtual ~UnitControl() = default;
    /// For a protocol that works in steps: makes all of them in a train::Session, from where an
    /// earlier sitting left this unit. Other than Done: stop now.
    [[nodiscard]] virtual Result<run::Outcome> train(train::Trainee& trainee) = 0;
    /// A line for the journal; target and repeat are added.
    [[nodiscard]] virtual Result<void> journal(Json line) = 0;
};

/// The answers of the pass that is best on the validation part.
struct BestPass {
    torch::Tensor probabilities; ///< [test images, classes]
    std::int64_t pass = 0;
    double validationAccuracy = 0;
};

struct Scored {
    run::Outcome outcome = run::Outcome::Done;
    torch::Tensor probabilities; ///< [test images, classes], where it is done: of the last pass
    std::optional<BestPass> best = {}; ///< where there is a validation part
    bool takeBest = false; ///< the score is that of `best`, and the last pass stands beside
};

/// How weights are scored by one protocol; what it is called and can be set stands in its
/// specs::ProtocolSpec of the same name.
struct ProtocolEntry {
    std::string name;
    Result<Scored> (*score)(Unit& unit, UnitControl& control);
};

/// Every protocol. A new one is a file `<name>_protocol.cpp` and a line in protocol_list.cpp.
/// Filled before anything runs.
[[nodiscard]] std::deque<ProtocolEntry>& protocolList();
/// Kind Usage names those there are.
[[nodiscard]] Result<const ProtocolEntry*> findProtocol(const std::string& name);

[[nodiscard]] Result<Scored> scoreByFineTuning(Unit& unit, UnitControl& control);
[[nodiscard]] Result<Scored> scoreByNeighbours(Unit& unit, UnitControl& control);

} // namespace rekindle::evaluate
