#include "core/run/settings.h"

#include "core/base/text.h"

#include <fmt/format.h>

namespace rekindle::run {

Warnings lengthWarnings(const PretrainSettings& settings, std::int64_t images)
{
    Warnings warnings;
    const auto epochs = static_cast<double>(settings.epochs);
    if (settings.warmupEpochs >= epochs && settings.warmupEpochs > 0)
        warnings.add("long_warmup",
                     fmt::format("The warm-up of {} passes is as long as the run of {}: the "
                                 "learning rate never comes down, or never reaches its peak",
                                 text::number(settings.warmupEpochs), settings.epochs),
                     "warmup_epochs");
    std::vector<std::string> beyond;
    for (const std::int64_t epoch : settings.snapshots)
        if (epoch > settings.epochs)
            beyond.push_back(std::to_string(epoch));
    if (!beyond.empty())
        warnings.add("snapshots_beyond_end",
                     fmt::format("The run ends after {} passes, so no weights are kept at {}",
                                 settings.epochs, text::join(beyond, ", ")),
                     "snapshots");
    const std::int64_t seen = settings.imagesPerEpoch > 0 ? settings.imagesPerEpoch : images;
    const std::int64_t steps = seen / std::max<std::int64_t>(settings.batch, 1);
    if (steps == 0)
        warnings.add("no_step_in_pass",
                     fmt::format("A pass of {} images holds not one batch of {}",
                                 text::count(static_cast<std::uint64_t>(seen)), settings.batch),
                     "batch");
    constexpr std::int64_t kFewSteps = 1000;
    constexpr double kLowTemperature = 0.2;
    const auto temperature = settings.own.find("temperature");
    const bool sharp =
        settings.method == "simclr" &&
        (temperature == settings.own.end() ||
         (temperature->second.is_number() && temperature->second.get<double>() < kLowTemperature));
    if (steps > 0 && steps * settings.epochs < kFewSteps && sharp)
        warnings.add("few_steps",
                     fmt::format("{} steps are few for the settings of ImageNet (temperature 0.1, "
                                 "full colour changes): the preset for small sets and few steps "
                                 "learns more from them",
                                 text::count(static_cast<std::uint64_t>(steps * settings.epochs))),
                     "temperature");
    return warnings;
}

} // namespace rekindle::run
