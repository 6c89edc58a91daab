#include "core/weights/conventions.h"

namespace rekindle::weights {
namespace {

constexpr std::array kPaddings{Padding::Torchvision, Padding::Simclr, Padding::Same};
constexpr std::array kNormalisations{Normalisation::None, Normalisation::Imagenet,
                                     Normalisation::Swav};

} // namespace

PixelScale pixelScale(Normalisation normalisation)
{
    switch (normalisation) {
    case Normalisation::None:
        break;
    case Normalisation::Imagenet:
        return {{0.485F, 0.456F, 0.406F}, {0.229F, 0.224F, 0.225F}};
    case Normalisation::Swav:
        // SwAV's own code has .228 where everybody else has .229 (recipes 1.1).
        return {{0.485F, 0.456F, 0.406F}, {0.228F, 0.224F, 0.225F}};
    }
    return {};
}

std::string_view paddingName(Padding padding)
{
    switch (padding) {
    case Padding::Simclr:
        return "simclr";
    case Padding::Same:
        return "same";
    case Padding::Torchvision:
        break;
    }
    return "torchvision";
}

std::string_view normalisationName(Normalisation value)
{
    switch (value) {
    case Normalisation::Imagenet:
        return "imagenet";
    case Normalisation::Swav:
        return "swav";
    case Normalisation::None:
        break;
    }
    return "none";
}

Result<Padding> parsePadding(std::string_view name)
{
    for (const Padding padding : kPaddings) {
        if (paddingName(padding) == name)
            return padding;
    }
    return fail(ErrorKind::Usage, "There is no such padding", std::string(name),
                "Choose torchvision, simclr or same.");
}

Result<Normalisation> parseNormalisation(std::string_view name)
{
    for (const Normalisation value : kNormalisations) {
        if (normalisationName(value) == name)
            return value;
    }
    return fail(ErrorKind::Usage, "There is no such normalisation", std::string(name),
                "Choose none, imagenet or swav.");
}

Json toJson(const Conventions& conventions)
{
    Json json;
    json["padding"] = paddingName(conventions.padding);
    json["normalisation"] = normalisationName(conventions.normalisation);
    json["bn_eps"] = conventions.bnEps;
    return json;
}

} // namespace rekindle::weights
