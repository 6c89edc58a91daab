#include "core/model/batch_norm_torch.h"

namespace rekindle::model {
namespace {

constexpr double kMomentum = 0.1;

thread_local Statistics g_statistics = Statistics::Follow;

template <class Act>
void eachNorm(torch::nn::Module& module, const Act& act)
{
    for (const auto& inner : module.modules(false)) {
        if (auto* norm = inner->as<BatchNormImpl>())
            act(*norm);
    }
}

} // namespace

StatisticsScope::StatisticsScope(Statistics statistics) : m_before(g_statistics)
{
    g_statistics = statistics;
}

StatisticsScope::~StatisticsScope()
{
    g_statistics = m_before;
}

BatchNormImpl::BatchNormImpl(std::int64_t channels, double eps, RunningVariance variance,
                             bool shift)
    : m_eps(eps), m_variance(variance)
{
    weight = register_parameter("weight", torch::ones({channels}));
    if (shift)
        bias = register_parameter("bias", torch::zeros({channels}));
    runningMean = register_buffer("running_mean", torch::zeros({channels}));
    runningVar = register_buffer("running_var", torch::ones({channels}));
    batches = register_buffer("num_batches_tracked", torch::zeros({}, torch::kLong));
}

torch::Tensor BatchNormImpl::forward(const torch::Tensor& input)
{
    if (!is_training())
        return torch::batch_norm(input, weight, bias, runningMean, runningVar, false, kMomentum,
                                 m_eps, false);
    if (g_statistics == Statistics::Follow)
        batches.add_(1);
    if (m_replica->world() > 1)
        return forwardTogether(input);
    return g_statistics == Statistics::Follow ? forwardAlone(input) : forwardUnfed(input);
}

/// How much this batch counts in the averages; a tensor, so that no device is waited for.
torch::Tensor BatchNormImpl::debiasedShare() const
{
    const torch::Tensor kept = torch::pow(1.0 - kMomentum, batches.to(runningMean.scalar_type()));
    return kMomentum / (1.0 - kept);
}

torch::Tensor BatchNormImpl::forwardDebiased(const torch::Tensor& input)
{
    torch::Tensor mean = torch::zeros_like(runningMean), variance = torch::zeros_like(runningVar);
    torch::Tensor output =
        torch::batch_norm(input, weight, bias, mean, variance, true, 1.0, m_eps, false);
    const torch::NoGradGuard noGrad;
    const auto count = static_cast<double>(input.numel()) / static_cast<double>(input.size(1));
    const torch::Tensor share = debiasedShare();
    runningMean.add_((mean - runningMean).mul_(share));
    // The backward pass keeps the variance it was given.
    runningVar.add_((variance * ((count - 1.0) / count) - runningVar).mul_(share));
    return output;
}

torch::Tensor BatchNormImpl::forwardAlone(const torch::Tensor& input)
{
    if (m_variance == RunningVariance::Debiased)
        return forwardDebiased(input);
    // The backward pass keeps the running variance it was given, so ours is changed beside it.
    const torch::Tensor updated = runningVar.clone();
    torch::Tensor output =
        torch::batch_norm(input, weight, bias, runningMean, updated, true, kMomentum, m_eps, false);
    const torch::NoGradGuard noGrad;
    if (m_variance == RunningVariance::Biased) {
        const auto count = static_cast<double>(input.numel()) / static_cast<double>(input.size(1));
        const torch::Tensor kept = runningVar * (1.0 - kMomentum);
        runningVar.copy_((updated - kept).mul_((count - 1.0) / count).add_(kept));
    } else {
        runningVar.copy_(updated);
    }
    return output;
}

/// The mean first and the variance about it second: a sum of squares alone loses its digits where
/// the mean is large. Gradients go the same two ways back.
torch::Tensor BatchNormImpl::forwardTogether(const torch::Tensor& input)
{
    const std::int64_t channels = input.size(1);
    const torch::Tensor values = input.to(runningMean.scalar_type()); // not in half precision
    std::vector<std::int64_t> shape(static_cast<std::size_t>(input.dim()), 1);
    shape[1] = channels;
    std::vector<std::int64_t> others{0};
    for (std::int64_t dimension = 2; dimension < input.dim(); ++dimension)
        others.push_back(dimension);

    const std::int64_t rows = input.numel() / channels;
    const torch::Tensor count = torch::full({1}, rows, values.options());
    const torch::Tensor sums = sumOver(torch::cat({values.sum(others), count}), *m_replica);
    const torch::Tensor total = sums[channels].detach();
    const torch::Tensor mean = sums.narrow(0, 0, channels) / total;
    const torch::Tensor centred = values - mean.view(shape);
    const torch::Tensor variance = sumOver(centred.square().sum(others), *m_replica) / total;
    torch::Tensor output = centred * (torch::rsqrt(variance + m_eps) * weight).view(shape);
    if (bias.defined())
        output = output + bias.view(shape);

    const torch::NoGradGuard noGrad;
    take(mean, variance, total);
    return output.to(input.scalar_type());
}

/// The very numbers of a pass that feeds the running statistics, which stay as they are.
torch::Tensor BatchNormImpl::forwardUnfed(const torch::Tensor& input)
{
    torch::Tensor mean = torch::zeros_like(runningMean), variance = torch::zeros_like(runningVar);
    torch::Tensor output =
        torch::batch_norm(input, weight, bias, mean, variance, true, 1.0, m_eps, false);
    const torch::NoGradGuard noGrad;
    const double count = static_cast<double>(input.numel()) / static_cast<double>(input.size(1));
    take(mean, variance * ((count - 1.0) / count), torch::full({1}, count, mean.options()));
    return output;
}

/// `variance` is the batch's own.
void BatchNormImpl::take(const torch::Tensor& mean, const torch::Tensor& variance,
                         const torch::Tensor& count)
{
    if (g_statistics == Statistics::Follow)
        feed(mean, variance, count);
    else if (g_statistics == Statistics::Collect)
        collect(mean, variance, count);
}

/// Joins two sets of values (Chan, Golub, LeVeque 1979): squares about the common mean are those
/// about each one's own and what lies between the two.
void BatchNormImpl::collect(const torch::Tensor& mean, const torch::Tensor& variance,
                            const torch::Tensor& count)
{
    const torch::Tensor here = count.detach().to(torch::kDouble);
    const torch::Tensor itsMean = mean.detach().to(torch::kDouble);
    const torch::Tensor squares = variance.detach().to(torch::kDouble) * here;
    if (m_pass == m_collected.size()) {
        m_collected.push_back({here, itsMean, squares});
        ++m_pass;
        return;
    }
    Collected& so = m_collected[m_pass++];
    const torch::Tensor total = so.count + here;
    const torch::Tensor between = itsMean - so.mean;
    so.squares += squares + between.square() * (so.count * here / total);
    so.mean += between * (here / total);
    so.count = total;
}

void BatchNormImpl::feed(const torch::Tensor& mean, const torch::Tensor& variance,
                         const torch::Tensor& count)
{
    if (m_variance == RunningVariance::Debiased) {
        const torch::Tensor share = debiasedShare();
        runningMean.add_((mean - runningMean).mul_(share));
        runningVar.add_((variance - runningVar).mul_(share));
        return;
    }
    runningMean.mul_(1.0 - kMomentum).add_(mean, kMomentum);
    const torch::Tensor fed =
        m_variance == RunningVariance::Biased ? variance : variance * (count / (count - 1));
    runningVar.mul_(1.0 - kMomentum).add_(fed, kMomentum);
}

void BatchNormImpl::dropCollected()
{
    m_collected.clear();
    m_pass = 0;
}

void BatchNormImpl::feedCollected()
{
    const torch::NoGradGuard noGrad;
    const auto type = runningMean.scalar_type();
    for (const Collected& one : m_collected) {
        batches.add_(1);
        feed(one.mean.to(type), (one.squares / one.count).to(type), one.count.to(type));
    }
    dropCollected();
}

void setReplica(torch::nn::Module& module, const Replica& replica)
{
    eachNorm(module, [&](BatchNormImpl& norm) { norm.setReplica(replica); });
}

CollectedStatistics::CollectedStatistics(torch::nn::Module& module) : m_module(module)
{
    eachNorm(module, [](BatchNormImpl& norm) { norm.dropCollected(); });
}

void CollectedStatistics::nextPiece()
{
    eachNorm(m_module, [](BatchNormImpl& norm) { norm.nextPiece(); });
}

void CollectedStatistics::feed()
{
    eachNorm(m_module, [](BatchNormImpl& norm) { norm.feedCollected(); });
}

} // namespace rekindle::model
