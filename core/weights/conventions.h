#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <array>
#include <string>
#include <string_view>

namespace rekindle::weights {

/// How a writer's network treats borders (recipes 3.9).
enum class Padding { Torchvision, Simclr, Same };

/// What a writer's network expects of pixels in [0, 1].
enum class Normalisation { None, Imagenet, Swav };

struct Conventions {
    Padding padding = Padding::Torchvision;
    Normalisation normalisation = Normalisation::None;
    double bnEps = 1e-5;
    bool operator==(const Conventions&) const = default;
};

/// Mean and standard deviation per channel R, G, B: {0,0,0}, {1,1,1} for None.
struct PixelScale {
    std::array<float, 3> mean{0, 0, 0};
    std::array<float, 3> deviation{1, 1, 1};
};
[[nodiscard]] PixelScale pixelScale(Normalisation normalisation);

[[nodiscard]] std::string_view paddingName(Padding padding);           ///< torchvision simclr same
[[nodiscard]] std::string_view normalisationName(Normalisation value); ///< none imagenet swav
[[nodiscard]] Result<Padding> parsePadding(std::string_view name);
[[nodiscard]] Result<Normalisation> parseNormalisation(std::string_view name);

/// `padding`, `normalisation`, `bn_eps`.
[[nodiscard]] Json toJson(const Conventions& conventions);

} // namespace rekindle::weights
