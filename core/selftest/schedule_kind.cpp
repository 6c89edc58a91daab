#include "core/selftest/kinds.h"

#include "core/pretrain/method_torch.h"

namespace rekindle::selftest {
namespace {

/// The request without what is not a setting.
Result<run::PretrainSettings> settingsOf(const Json& request)
{
    Json settings = request;
    for (const char* other : {"kind", "dtype", "steps"})
        settings.erase(other);
    return run::pretrainSettingsFromJson(settings, "the request");
}

} // namespace

Result<Json> scheduleKind(const Json& request, const std::filesystem::path& /*pictures*/)
{
    RK_TRY(const auto settings, settingsOf(request));
    if (settings.imagesPerEpoch < settings.batch)
        return fail(ErrorKind::Usage, "A pass has at least one batch", "images_per_epoch");
    const Json steps = request.value("steps", Json::array());
    if (!steps.is_array())
        return fail(ErrorKind::Usage, "This is a list of steps, from 0", "steps");
    // The rules ask for no weights: any small network will do.
    RK_TRY(const auto architecture, weights::parseArchitecture("resnet18/16"));
    RK_TRY(const auto method, pretrain::makeMethod(settings, architecture, settings.conventions));
    const pretrain::RunLength length{settings.imagesPerEpoch, settings.epochs, settings.batch,
                                     method->totalSteps(settings.imagesPerEpoch),
                                     method->stepsPerEpoch(settings.imagesPerEpoch)};
    Json rates = Json::array(), momenta = Json::array();
    for (const Json& step : steps) {
        if (!step.is_number_integer() || step.get<std::int64_t>() < 0)
            return fail(ErrorKind::Usage, "This is a list of steps, from 0", "steps");
        rates.push_back(method->rate(step.get<std::int64_t>(), length));
        if (const auto momentum = method->targetMomentum(step.get<std::int64_t>(), length))
            momenta.push_back(*momentum);
    }
    Json reply{{"method", settings.method}, {"lr", rates}};
    if (!momenta.empty())
        reply["momentum_target"] = momenta;
    reply["total_steps"] = length.steps;
    reply["warmup_steps"] = method->warmupSteps(length);
    return reply;
}

} // namespace rekindle::selftest
