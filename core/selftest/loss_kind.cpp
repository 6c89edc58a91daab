#include "core/selftest/kinds.h"

#include "core/pretrain/byol_loss_torch.h"
#include "core/pretrain/ntxent_torch.h"
#include "core/pretrain/swav_loss_torch.h"
#include "core/selftest/json_tensor_torch.h"

#include <algorithm>

namespace rekindle::selftest {
namespace {

using torch::Tensor;

/// Arrays [N][D] of one shape, with gradients.
Result<std::vector<Tensor>> leaves(const Json& request, const std::vector<std::string>& names)
{
    RK_TRY(const auto dtype, dtypeOf(request));
    std::vector<Tensor> found;
    for (const std::string& name : names) {
        RK_TRY(Tensor tensor, tensorField(request, name, dtype, 2));
        if (!found.empty() && tensor.sizes() != found.front().sizes())
            return fail(ErrorKind::Usage, "This array has another size than the first one", name);
        found.push_back(tensor.set_requires_grad(true));
    }
    return found;
}

Result<Json> simclr(const Json& request)
{
    RK_TRY(const auto views, leaves(request, {"z1", "z2"}));
    RK_TRY(const double temperature, numberField(request, "temperature", 0.1));
    if (!(temperature > 0))
        return fail(ErrorKind::Usage, "This is above 0", "temperature");
    const auto reduction = request.value("reduction", Json("original"));
    if (reduction != "original" && reduction != "mean")
        return fail(ErrorKind::Usage, "This is original or mean", "reduction");
    const Tensor sum = pretrain::ntXent(views[0], views[1], temperature, model::alone());
    const Tensor loss = reduction == "mean" ? sum / 2 : sum;
    loss.backward();
    return Json{{"loss", toJson(loss)},
                {"grad_z1", toJson(views[0].grad())},
                {"grad_z2", toJson(views[1].grad())}};
}

Result<std::vector<int>> assigningCrops(const Json& request, std::int64_t crops)
{
    const Json given = request.value("assign", Json{0, 1});
    std::vector<int> assigning;
    const bool fine = given.is_array() && !given.empty() &&
                      std::all_of(given.begin(), given.end(), [&](const Json& crop) {
                          return crop.is_number_integer() && crop.get<std::int64_t>() >= 0 &&
                                 crop.get<std::int64_t>() < crops;
                      });
    if (!fine)
        return fail(ErrorKind::Usage, "These are numbers of crops, from 0", "assign");
    for (const Json& crop : given)
        assigning.push_back(crop.get<int>());
    return assigning;
}

Result<std::vector<Tensor>> queued(const Json& request, std::size_t assigning, const Tensor& scores)
{
    std::vector<Tensor> rows;
    if (!request.contains("queue_scores"))
        return rows;
    RK_TRY(const Tensor all, tensorField(request, "queue_scores", scores.scalar_type(), 3));
    if (all.size(0) != static_cast<std::int64_t>(assigning) || all.size(2) != scores.size(2))
        return fail(ErrorKind::Usage,
                    "This array has a list for each assigning crop, with a score for each "
                    "prototype",
                    "queue_scores");
    for (std::int64_t i = 0; i < all.size(0); ++i)
        rows.push_back(all[i]);
    return rows;
}

Result<Json> swav(const Json& request)
{
    RK_TRY(const auto dtype, dtypeOf(request));
    RK_TRY(Tensor scores, tensorField(request, "scores", dtype, 3));
    if (scores.size(0) < 2)
        return fail(ErrorKind::Usage, "There are at least two crops", "scores");
    scores.set_requires_grad(true);
    RK_TRY(const auto assigning, assigningCrops(request, scores.size(0)));
    RK_TRY(const auto queue, queued(request, assigning.size(), scores));
    RK_TRY(const double temperature, numberField(request, "temperature", 0.1));
    RK_TRY(const double epsilon, numberField(request, "epsilon", 0.05));
    RK_TRY(const double iterations, numberField(request, "iterations", 3));
    if (!(temperature > 0) || !(epsilon > 0) || iterations < 0 || iterations > 1e6)
        return fail(ErrorKind::Usage,
                    "Temperature and epsilon are above 0, and iterations are not negative");
    const pretrain::SwavLoss loss =
        pretrain::swavLoss(scores, assigning, temperature, {epsilon, static_cast<int>(iterations)},
                           queue, model::alone());
    loss.loss.backward();
    return Json{{"loss", toJson(loss.loss)},
                {"grad_scores", toJson(scores.grad())},
                {"assignments", toJson(torch::stack(loss.assignments))}};
}

Result<Json> byol(const Json& request)
{
    RK_TRY(const auto given, leaves(request, {"p1", "p2", "t1", "t2"}));
    const Tensor loss = pretrain::byolLoss(given[0], given[1], given[2], given[3]);
    loss.backward();
    return Json{{"loss", toJson(loss)},
                {"grad_p1", toJson(given[0].grad())},
                {"grad_p2", toJson(given[1].grad())}};
}

} // namespace

Result<Json> lossKind(const Json& request, const std::filesystem::path& /*pictures*/)
{
    const Json method = request.value("method", Json());
    if (method == "simclr")
        return simclr(request);
    if (method == "swav")
        return swav(request);
    if (method == "byol")
        return byol(request);
    return fail(ErrorKind::Usage, "This is simclr, swav or byol", "method");
}

} // namespace rekindle::selftest
