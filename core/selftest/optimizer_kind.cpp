#include "core/selftest/kinds.h"

#include "core/selftest/json_tensor_torch.h"
#include "core/train/optimizer_torch.h"

#include <set>

namespace rekindle::selftest {
namespace {

using train::Parameter;

struct Given {
    std::vector<Parameter> parameters;
    std::set<std::string> excluded;
    double momentum = 0.9, weightDecay = 0, eta = 0.001, eps = 1e-8;
    std::vector<double> betas{0.9, 0.999};
};

Result<void> readParameters(const Json& request, torch::Dtype dtype, Given& given)
{
    const auto list = request.find("parameters");
    if (list == request.end() || !list->is_array())
        return fail(ErrorKind::Usage, "The request lacks this list", "parameters");
    for (const Json& item : *list) {
        if (!item.is_object() || !item.contains("value"))
            return fail(ErrorKind::Usage, "A parameter has a name and a value", "parameters");
        const std::string name = item.value("name", Json()).is_string()
                                     ? item["name"].get<std::string>()
                                     : "parameter " + std::to_string(given.parameters.size());
        RK_TRY(auto value, toTensor(item["value"], name, dtype));
        if (item.value("excluded", Json(false)) == true)
            given.excluded.insert(name);
        given.parameters.push_back({name, value.clone().set_requires_grad(true)});
    }
    return {};
}

Result<Given> read(const Json& request, torch::Dtype dtype)
{
    Given given;
    RK_CHECK(readParameters(request, dtype, given));
    RK_TRY(given.momentum, numberField(request, "momentum", given.momentum));
    RK_TRY(given.weightDecay, numberField(request, "weight_decay", given.weightDecay));
    RK_TRY(given.eta, numberField(request, "eta", given.eta));
    RK_TRY(given.eps, numberField(request, "eps", given.eps));
    if (request.contains("betas")) {
        RK_TRY(const auto betas, tensorField(request, "betas", torch::kDouble, 1));
        if (betas.numel() != 2)
            return fail(ErrorKind::Usage, "These are two numbers", "betas");
        given.betas = {betas[0].item<double>(), betas[1].item<double>()};
    }
    return given;
}

Result<std::unique_ptr<train::Optimizer>> make(const std::string& name, const Given& given)
{
    const auto excluded = [names = given.excluded](const Parameter& parameter) {
        return names.contains(parameter.name);
    };
    if (name == "lars-simclr" || name == "lars-byol") {
        const auto rate = name == "lars-byol" ? train::LarsSettings::Rate::Outside
                                              : train::LarsSettings::Rate::InVelocity;
        return train::makeLars(given.parameters,
                               {given.momentum, given.weightDecay, given.eta, rate, excluded});
    }
    if (name == "larc-sgd")
        return train::makeLarc(given.parameters,
                               {given.momentum, given.weightDecay, given.eta, given.eps, excluded});
    if (name == "sgd")
        return train::makeSgd(given.parameters, {given.momentum, given.weightDecay, excluded});
    if (name == "adam" || name == "adamw") {
        const auto decay = name == "adamw" ? train::AdamSettings::Decay::Decoupled
                                           : train::AdamSettings::Decay::Coupled;
        return train::makeAdam(given.parameters, {given.betas[0], given.betas[1], given.eps,
                                                  given.weightDecay, decay, excluded});
    }
    return fail(ErrorKind::Usage, "This is lars-simclr, lars-byol, larc-sgd, adam, adamw or sgd",
                "optimizer");
}

/// A list of rates, or one for all steps.
Result<std::vector<double>> rates(const Json& request, std::size_t steps)
{
    const Json given = request.value("lr", Json());
    if (given.is_number())
        return std::vector<double>(steps, given.get<double>());
    RK_TRY(const auto list, tensorField(request, "lr", torch::kDouble, 1));
    if (static_cast<std::size_t>(list.numel()) != steps)
        return fail(ErrorKind::Usage, "There is a rate for each step", "lr");
    return std::vector<double>(list.data_ptr<double>(), list.data_ptr<double>() + steps);
}

/// One step's; a parameter whose entry is null has none.
Result<void> setGradients(const Json& gradients, torch::Dtype dtype, Given& given)
{
    if (!gradients.is_array() || gradients.size() != given.parameters.size())
        return fail(ErrorKind::Usage, "Each step has a gradient for each parameter", "gradients");
    for (std::size_t i = 0; i < given.parameters.size(); ++i) {
        torch::Tensor& tensor = given.parameters[i].tensor;
        tensor.mutable_grad() = torch::Tensor();
        if (gradients[i].is_null())
            continue;
        RK_TRY(const auto gradient, toTensor(gradients[i], given.parameters[i].name, dtype));
        if (gradient.sizes() != tensor.sizes())
            return fail(ErrorKind::Usage, "This gradient has another size than its parameter",
                        given.parameters[i].name);
        tensor.mutable_grad() = gradient;
    }
    return {};
}

} // namespace

Result<Json> optimizerKind(const Json& request, const std::filesystem::path& /*pictures*/)
{
    RK_TRY(const auto dtype, dtypeOf(request));
    RK_TRY(Given given, read(request, dtype));
    const Json name = request.value("optimizer", Json());
    RK_TRY(const auto optimizer, make(name.is_string() ? name.get<std::string>() : "", given));
    const Json gradients = request.value("gradients", Json());
    if (!gradients.is_array())
        return fail(ErrorKind::Usage, "The request lacks this list", "gradients");
    RK_TRY(const auto lr, rates(request, gradients.size()));
    Json values = Json::array();
    for (std::size_t step = 0; step < gradients.size(); ++step) {
        RK_CHECK(setGradients(gradients[step], dtype, given));
        optimizer->step(lr[step]);
        Json now = Json::array();
        for (const Parameter& parameter : given.parameters)
            now.push_back(toJson(parameter.tensor));
        values.push_back(std::move(now));
    }
    return Json{{"optimizer", name}, {"values", values}};
}

} // namespace rekindle::selftest
