#pragma once

#include "core/base/json.h"
#include "core/base/warning.h"
#include "core/evaluate/score_images_torch.h"
#include "core/model/resnet_torch.h"
#include "core/run/run_control.h"
#include "core/run/settings.h"
#include "core/train/save.h"

#include <cstdint>
#include <deque>
#include <functional>
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
    model::ResNet network; ///< on `device`, with the weights to score; the protocol's own copy
    std::string weights;   ///< what they are called, for errors
    std::int64_t classes = 0;
    std::uint64_t seed = 0;
    torch::Device device = torch::kCPU;
    int loaderThreads = 1;
    std::stop_token stop = {}; ///< for whoever waits for images
};

/// What the run does for a protocol that works in many steps.
class UnitControl
{
public:
    virtual ~UnitControl() = default;
    /// How many steps the unit takes, and the save in which it was left; null: from the start.
    [[nodiscard]] virtual const train::Save* begin(std::int64_t steps) = 0;
    /// Between two steps: saves through `store` when it is time, or when the run is to stop. Other
    /// than Done: stop now.
    using Store = std::function<void(train::Save& save)>;
    [[nodiscard]] virtual Result<run::Outcome> betweenSteps(std::int64_t done,
                                                            const Store& store) = 0;
    /// After a step over this many images.
    virtual void stepDone(std::int64_t done, std::int64_t images) = 0;
    /// Something that the reader of the scores must know.
    virtual void warn(Warning warning) = 0;
    /// The same for what is so (images that were set aside); told once however often it is said.
    virtual void note(const Warnings& findings) = 0;
    /// A line for the journal; target and repeat are added.
    [[nodiscard]] virtual Result<void> journal(Json line) = 0;
};

struct Scored {
    run::Outcome outcome = run::Outcome::Done;
    torch::Tensor probabilities; ///< [test images, classes], where it is done
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
