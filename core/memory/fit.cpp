#include "core/memory/fit.h"

#include "core/base/text.h"
#include "core/specs/size_text.h"

#include <cmath>
#include <fmt/format.h>

namespace rekindle::memory {
namespace {

std::int64_t mostPieces(const run::PretrainSettings& settings)
{
    return settings.batch / 2;
}

Result<bool> fits(const run::PretrainSettings& settings, const Workplace& place)
{
    RK_TRY(const Estimate need, estimate(settings, place));
    return need.total() <= static_cast<double>(settings.memoryLimit);
}

/// The way that takes least.
run::PretrainSettings smallest(run::PretrainSettings settings)
{
    settings.recompute = true;
    settings.pieces = mostPieces(settings);
    return settings;
}

/// In MiB, since a limit is written down by people.
Result<std::int64_t> smallestLimit(const run::PretrainSettings& settings, const Workplace& place)
{
    constexpr int kTries = 8;
    constexpr double kStep = 1 << 20;
    run::PretrainSettings way = smallest(settings);
    for (int i = 0; i < kTries; ++i) {
        // What the loader may keep goes by the limit.
        RK_TRY(const Estimate need, estimate(way, place));
        const auto limit = static_cast<std::int64_t>(std::ceil(need.total() / kStep) * kStep);
        if (limit <= way.memoryLimit)
            break;
        way.memoryLimit = limit;
    }
    return way.memoryLimit;
}

std::int64_t pieceOf(const run::PretrainSettings& settings)
{
    return (settings.batch + settings.pieces - 1) / settings.pieces;
}

/// The least number of pieces that fits; nothing if none does. More pieces never take more.
Result<std::optional<std::int64_t>> piecesThatFit(run::PretrainSettings settings,
                                                  const Workplace& place)
{
    RK_TRY(const bool asMany, fits(settings, place));
    if (asMany)
        return settings.pieces;
    std::int64_t tooFew = settings.pieces, enough = mostPieces(settings);
    settings.pieces = enough;
    RK_TRY(const bool most, fits(settings, place));
    if (!most)
        return std::nullopt;
    while (enough - tooFew > 1) {
        settings.pieces = tooFew + (enough - tooFew) / 2;
        RK_TRY(const bool fit, fits(settings, place));
        (fit ? enough : tooFew) = settings.pieces;
    }
    return enough;
}

} // namespace

void settlePrecision(run::PretrainSettings& settings, bool half)
{
    if (settings.precision == "auto")
        settings.precision = half ? "bf16" : "fp32";
}

Result<run::PretrainSettings> fit(run::PretrainSettings settings, const Workplace& place)
{
    settlePrecision(settings, place.half);
    if (settings.memoryLimit == 0)
        return settings;
    RK_TRY(const bool asItIs, fits(settings, place));
    if (asItIs)
        return settings;
    settings.recompute = true;
    RK_TRY(const auto pieces, piecesThatFit(settings, place));
    if (pieces) {
        settings.pieces = *pieces;
        return settings;
    }
    RK_TRY(const std::int64_t least, smallestLimit(settings, place));
    return fail(ErrorKind::Memory,
                fmt::format("This run needs about {} even in its smallest pieces, and the memory "
                            "limit is {}",
                            text::bytes(static_cast<std::uint64_t>(least)),
                            text::bytes(static_cast<std::uint64_t>(settings.memoryLimit))),
                "memory_limit",
                fmt::format("Allow {} or more, or choose smaller images or a smaller batch.",
                            specs::sizeText(least)));
}

std::string sentence(const run::PretrainSettings& settings, const Estimate& estimate)
{
    if (settings.memoryLimit == 0)
        return {};
    std::vector<std::string> ways;
    if (settings.precision == "bf16")
        ways.emplace_back("numbers of half the size (bf16)");
    if (settings.recompute)
        ways.emplace_back("maps computed again on the way back, which changes no number");
    if (settings.pieces > 1)
        ways.push_back(fmt::format("the batch of {} in {} pieces of at most {} images, with the "
                                   "loss over the whole batch",
                                   settings.batch, settings.pieces, pieceOf(settings)));
    return fmt::format("Memory: about {} of the {} allowed, {}",
                       text::bytes(static_cast<std::uint64_t>(estimate.total())),
                       text::bytes(static_cast<std::uint64_t>(settings.memoryLimit)),
                       ways.empty() ? std::string("as the run is")
                                    : "with " + text::join(ways, "; with "));
}

Json choiceJson(const run::PretrainSettings& settings, const Estimate& estimate)
{
    if (settings.memoryLimit == 0)
        return {};
    return Json{{"limit", settings.memoryLimit},
                {"estimate", toJson(estimate)},
                {"chosen",
                 {{"precision", settings.precision},
                  {"recompute", settings.recompute},
                  {"pieces", settings.pieces},
                  {"piece", pieceOf(settings)},
                  {"batch", settings.batch}}}};
}

Warnings pieceWarnings(const run::PretrainSettings& settings)
{
    Warnings warnings;
    if (settings.pieces > 1)
        warnings.add({"normalised_in_pieces",
                      fmt::format("Batch norm sees {} images at a time and not the whole batch of "
                                  "{}: the loss compares all of them, but values are normalised "
                                  "over each piece by itself, as on several cards",
                                  pieceOf(settings), settings.batch),
                      "pieces", 1});
    return warnings;
}

} // namespace rekindle::memory
