// Which method made a checkpoint, and what its network expects of pixels and borders.
#include "core/checkpoint/origin.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace rekindle::checkpoint {
namespace {

constexpr std::array<std::string_view, 4> kMethods{"simclr", "swav", "byol", "supervised"};

std::string value(const std::map<std::string, std::string>& metadata, const std::string& key)
{
    const auto it = metadata.find(key);
    return it == metadata.end() ? std::string() : it->second;
}

bool hasPart(std::span<const weights::TensorInfo> tensors, std::string_view start)
{
    return std::any_of(tensors.begin(), tensors.end(), [&](const weights::TensorInfo& info) {
        const auto parts = text::split(info.fullName(), '.');
        return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
            return std::string_view(part).substr(0, start.size()) == start;
        });
    });
}

/// Heads that only one method has.
std::string methodByNames(std::span<const weights::TensorInfo> tensors)
{
    if (hasPart(tensors, "prototypes"))
        return "swav";
    const bool predictor = hasPart(tensors, "predictor") || hasPart(tensors, "prediction_head");
    const bool slowCopy = hasPart(tensors, "target") || hasPart(tensors, "momentum_");
    if (predictor && slowCopy && !hasPart(tensors, "queue") && !hasPart(tensors, "encoder_k"))
        return "byol";
    return {};
}

Result<void> fromMetadata(const std::map<std::string, std::string>& metadata,
                          Checkpoint& checkpoint)
{
    const auto nonsense = [&](const std::string& key) {
        return fail(ErrorKind::Damaged,
                    "Its note '" + key + "' says '" + text::shown(value(metadata, key), 40) +
                        "', which makes no sense",
                    checkpoint.file.string(), "Make the file again.");
    };
    checkpoint.method = value(metadata, "rekindle.method");
    if (!checkpoint.method.empty() &&
        std::find(kMethods.begin(), kMethods.end(), checkpoint.method) == kMethods.end())
        return nonsense("rekindle.method");
    if (const std::string text = value(metadata, "rekindle.padding"); !text.empty()) {
        const auto padding = weights::parsePadding(text);
        if (!padding)
            return nonsense("rekindle.padding");
        checkpoint.conventions.padding = *padding;
    }
    if (const std::string text = value(metadata, "rekindle.normalisation"); !text.empty()) {
        const auto normalisation = weights::parseNormalisation(text);
        if (!normalisation)
            return nonsense("rekindle.normalisation");
        checkpoint.conventions.normalisation = *normalisation;
    }
    if (const std::string text = value(metadata, "rekindle.bn_eps"); !text.empty()) {
        double eps = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), eps);
        if (error != std::errc() || end != text.data() + text.size() || !(eps > 0) || !(eps < 1))
            return nonsense("rekindle.bn_eps");
        checkpoint.conventions.bnEps = eps;
    }
    if (value(metadata, "rekindle.architecture") != name(checkpoint.architecture))
        return nonsense("rekindle.architecture");
    return {};
}

} // namespace

Result<void> findConventions(std::span<const weights::TensorInfo> tensors,
                             const std::map<std::string, std::string>& metadata,
                             Checkpoint& checkpoint)
{
    if (checkpoint.format == "rekindle")
        return fromMetadata(metadata, checkpoint);
    checkpoint.method = methodByNames(tensors);
    checkpoint.conventions.padding = weights::Padding::Torchvision;
    checkpoint.conventions.normalisation = checkpoint.method == "swav"
                                               ? weights::Normalisation::Swav
                                               : weights::Normalisation::Imagenet;
    if (checkpoint.method.empty())
        checkpoint.warnings.push_back(
            "The file does not say how it was pretrained: borders are padded as torchvision does "
            "and pixels scaled by ImageNet's mean and deviation.");
    return {};
}

} // namespace rekindle::checkpoint
