#include "core/memory/estimate.h"

#include "core/loader/batch_loader.h"
#include "core/memory/network_maps.h"

#include <algorithm>
#include <cmath>

namespace rekindle::memory {
namespace {

constexpr double kFloat = 4;
constexpr double kHalf = 2;
constexpr double kMiB = 1 << 20;

// Measured; see tests/bench/bench_memory.cpp.
constexpr double kProgramOnProcessor = 170 * kMiB; ///< LibTorch loaded, threads, small things
constexpr double kProgramOnCard = 600 * kMiB;      ///< the driver's own part
constexpr double kWaysBack = 2; ///< maps as wide as the widest that a part needs on its way back
constexpr double kWaysOn = 3;   ///< the same forwards, where nothing is kept

/// One pass of views through the network.
struct Pass {
    std::vector<PartMaps> parts;
    double rows = 0; ///< of the piece
};

struct Load {
    specs::MethodLoad method;
    std::vector<std::vector<PartMaps>> maps; ///< of each of the method's views
    double images = 0;                       ///< of a batch
    double piece = 0;                        ///< images
    double bytes = kFloat;                   ///< of a number in a map
    bool recompute = false;
    bool inPieces = false;
};

double keptBytes(const PartMaps& part, const Load& load)
{
    return load.recompute ? part.output * load.bytes
                          : (part.kept + part.output) * load.bytes + part.keptBytes;
}

/// While a part is on its way back.
double backBytes(const PartMaps& part, const Load& load)
{
    const double again = load.recompute ? part.kept * load.bytes + part.keptBytes : 0;
    return again + kWaysBack * part.widest * load.bytes;
}

double widest(const std::vector<PartMaps>& parts)
{
    double most = 0;
    for (const PartMaps& part : parts)
        most = std::max(most, part.widest);
    return most;
}

std::vector<Pass> recordedPasses(const Load& load)
{
    std::vector<Pass> passes;
    for (std::size_t i = 0; i < load.maps.size(); ++i) {
        const specs::ViewLoad& views = load.method.views[i];
        for (int done = 0; done < views.trained; done += views.atOnce)
            passes.push_back({load.maps[i], views.atOnce * load.piece});
    }
    return passes;
}

/// What the passes keep until they are on their way back.
double allKept(const std::vector<Pass>& passes, const Load& load)
{
    double kept = 0;
    for (const Pass& pass : passes) {
        for (const PartMaps& part : pass.parts)
            kept += pass.rows * keptBytes(part, load);
    }
    return kept;
}

/// Passes go back in the reverse order, part by part, each leaving what it kept.
double mostOnTheWayBack(const std::vector<Pass>& passes, const Load& load)
{
    double kept = 0, most = 0;
    for (const Pass& pass : passes) {
        for (const PartMaps& part : pass.parts) {
            kept += pass.rows * keptBytes(part, load);
            most = std::max(most, kept + pass.rows * backBytes(part, load));
        }
    }
    return most;
}

/// Passes through which no gradient flows: those of a slow copy, and the first ones of pieces.
double mostUnrecorded(const Load& load)
{
    double most = 0;
    for (std::size_t i = 0; i < load.maps.size(); ++i) {
        const specs::ViewLoad& views = load.method.views[i];
        if (load.inPieces || load.method.slowCopy)
            most = std::max(most, views.atOnce * load.piece * kWaysOn * widest(load.maps[i]));
    }
    return most * load.bytes;
}

double mapsBytes(const Load& load, double lossBytes)
{
    const auto passes = recordedPasses(load);
    double heads = 0;
    for (const specs::ViewLoad& views : load.method.views)
        heads += views.trained * load.piece * static_cast<double>(load.method.headMaps) * kFloat;
    const double kept = allKept(passes, load) + heads;
    const double atLoss = load.inPieces ? lossBytes : kept + lossBytes;
    const double unrecorded = mostUnrecorded(load) + (load.inPieces ? 0 : kept);
    return std::max({mostOnTheWayBack(passes, load), atLoss, unrecorded});
}

double weightBytes(const Load& load, double network)
{
    constexpr double kTrained = 3; // itself, its gradient, its velocity
    const double heads = static_cast<double>(load.method.headWeights);
    double numbers = kTrained * (network + heads) + static_cast<double>(load.method.queue);
    if (load.method.slowCopy)
        numbers += network + static_cast<double>(load.method.copiedHead);
    double bytes = numbers * kFloat;
    if (load.bytes < kFloat)
        bytes += (network + heads) * kHalf;
    return bytes;
}

/// The copy of everything with a state that is written, when the maps of a step are gone.
double savedBytes(const Load& load, double network)
{
    constexpr double kSaved = 2; // itself and its velocity
    const double heads = static_cast<double>(load.method.headWeights);
    double numbers = kSaved * (network + heads) + static_cast<double>(load.method.queue);
    if (load.method.slowCopy)
        numbers += network + static_cast<double>(load.method.copiedHead);
    return numbers * kFloat;
}

double batchBytes(const Load& load)
{
    constexpr double kColours = 3;
    double pixels = 0;
    for (const specs::ViewLoad& views : load.method.views)
        pixels += kColours * views.count * views.size * views.size;
    return load.images * pixels * kFloat;
}

Result<Load> loadOf(const run::PretrainSettings& settings,
                    const weights::Architecture& architecture)
{
    RK_TRY(const auto* method, specs::methods().get(settings.method));
    if (!method->load)
        return fail(ErrorKind::Usage, "How much memory this method takes is not known",
                    settings.method, "Leave memory_limit out.");
    Load load;
    load.method =
        method->load({settings.batch, settings.imageSize, architecture.featureDim}, settings.own);
    for (const specs::ViewLoad& views : load.method.views)
        load.maps.push_back(networkMaps(architecture, settings.conventions, views.size));
    load.images = static_cast<double>(settings.batch);
    load.piece = std::ceil(load.images / static_cast<double>(settings.pieces));
    load.bytes = settings.precision == "bf16" ? kHalf : kFloat;
    load.recompute = settings.recompute;
    load.inPieces = settings.pieces > 1;
    return load;
}

} // namespace

LoaderRoom loaderRoom(const run::PretrainSettings& settings)
{
    constexpr std::int64_t kShare = 16;
    LoaderRoom room;
    if (settings.memoryLimit > 0) {
        room.mostAhead = 1;
        room.pictureBytes = std::min<std::size_t>(
            room.pictureBytes, static_cast<std::size_t>(settings.memoryLimit / kShare));
    }
    return room;
}

Result<Estimate> estimate(const run::PretrainSettings& settings, const Workplace& place)
{
    RK_TRY(const auto architecture, weights::parseArchitecture(settings.architecture));
    RK_TRY(const Load load, loadOf(settings, architecture));
    const LoaderRoom room = loaderRoom(settings);
    const double batch = batchBytes(load);
    const double lossBytes = static_cast<double>(load.method.loss) * kFloat;
    Estimate made;
    made.program = place.gpu ? kProgramOnCard : kProgramOnProcessor;
    const auto network = static_cast<double>(networkWeights(architecture));
    made.weights = weightBytes(load, network);
    made.maps = mapsBytes(load, lossBytes);
    if (load.inPieces)
        made.maps += batch * load.piece / load.images; // of the piece, cut out of the batch
    if (place.gpu) {
        made.batches = batch;
        made.maps = std::max(made.maps, batch); // while it is brought into its form
        return made;
    }
    const double ahead =
        static_cast<double>(loader::batchesAhead(static_cast<std::size_t>(batch), room.mostAhead));
    made.batches = (ahead + 1) * batch;
    // Before a step, of the loader's own batch; after it, of a save.
    made.maps = std::max({made.maps, batch, savedBytes(load, network)});
    made.pictures =
        std::min(static_cast<double>(room.pictureBytes), static_cast<double>(place.pictures));
    return made;
}

Json toJson(const Estimate& estimate)
{
    const auto whole = [](double bytes) { return static_cast<std::int64_t>(bytes); };
    return Json{{"total", whole(estimate.total())},   {"program", whole(estimate.program)},
                {"weights", whole(estimate.weights)}, {"pictures", whole(estimate.pictures)},
                {"batches", whole(estimate.batches)}, {"maps", whole(estimate.maps)}};
}

} // namespace rekindle::memory
