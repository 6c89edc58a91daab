#include "core/selftest/kinds.h"

#include "core/model/batch_norm_torch.h"
#include "core/selftest/json_tensor_torch.h"

namespace rekindle::selftest {
namespace {

Result<model::RunningVariance> varianceOf(const Json& request)
{
    const Json given = request.value("running_variance", Json("unbiased"));
    if (given == "unbiased")
        return model::RunningVariance::Unbiased;
    if (given == "biased")
        return model::RunningVariance::Biased;
    if (given == "debiased")
        return model::RunningVariance::Debiased;
    return fail(ErrorKind::Usage, "This is unbiased, biased or debiased", "running_variance");
}

} // namespace

/// Rows in `groups` pieces of equal size, each normalised by itself, as a step in pieces does it:
/// the running statistics are fed once, with those of all rows.
Result<Json> batchNormKind(const Json& request, const std::filesystem::path& /*pictures*/)
{
    RK_TRY(const auto dtype, dtypeOf(request));
    RK_TRY(const auto x, tensorField(request, "x", dtype, 2));
    RK_TRY(const double wanted, numberField(request, "groups", 1));
    RK_TRY(const double eps, numberField(request, "eps", 1e-5));
    RK_TRY(const auto variance, varianceOf(request));
    const auto groups = static_cast<std::int64_t>(wanted);
    if (groups < 1 || static_cast<double>(groups) != wanted || x.size(0) % groups != 0 ||
        x.size(0) / groups < 2)
        return fail(ErrorKind::Usage, "Rows are shared out evenly, at least two to a group",
                    "groups");
    model::BatchNorm norm(x.size(1), eps, variance);
    norm->to(dtype);
    norm->train();
    std::vector<torch::Tensor> outputs, means, variances;
    const model::StatisticsScope inPieces(model::Statistics::Collect);
    for (const torch::Tensor& piece : x.chunk(groups, 0)) {
        norm->nextPiece();
        outputs.push_back(norm->forward(piece));
        means.push_back(piece.mean(0));
        variances.push_back(piece.var(0, false));
    }
    norm->feedCollected();
    return Json{{"groups", groups},
                {"mean", toJson(torch::stack(means))},
                {"variance", toJson(torch::stack(variances))},
                {"output", toJson(torch::cat(outputs, 0))},
                {"running_mean", toJson(norm->runningMean)},
                {"running_variance", toJson(norm->runningVar)}};
}

} // namespace rekindle::selftest
