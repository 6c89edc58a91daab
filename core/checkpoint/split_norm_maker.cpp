// Batch norm that treats a batch as several (lightly's SplitBatchNorm): the statistics of the
// splits lie one behind the other in one long tensor, and weight and bias are common to all. Before
// that layer is used it puts the mean of the splits in the place of each; a file written after that
// has equal splits, whose mean they are.
#include "core/base/text.h"
#include "core/checkpoint/made_tensor.h"

namespace rekindle::checkpoint {
namespace {

/// More than a batch is split into by anybody; a longer tensor is something else.
constexpr std::int64_t kMostSplits = 1024;

void average(std::span<const Part> parts, std::span<double> values)
{
    const auto all = parts[0].values;
    const std::size_t splits = all.size() / values.size();
    for (std::size_t i = 0; i < values.size(); ++i) {
        double sum = 0;
        for (std::size_t split = 0; split < splits; ++split)
            sum += all[split * values.size() + i];
        values[i] = sum / static_cast<double>(splits);
    }
}

/// How many splits a statistic is of, when the norm's weight is as long as one of them.
std::int64_t splitsOf(const weights::TensorInfo& statistic, const weights::TensorInfo& weight)
{
    if (statistic.shape.size() != 1 || weight.shape.size() != 1 || weight.shape[0] < 1 ||
        statistic.shape[0] % weight.shape[0] != 0 || !weights::isFloating(statistic.type))
        return 0;
    return statistic.shape[0] / weight.shape[0];
}

std::vector<MadeTensor> find(const FileTensors& file)
{
    std::vector<MadeTensor> made;
    for (std::size_t place = 0; place < file.size(); ++place) {
        std::string_view base = file.name(place);
        if (!takeEnd(base, "running_mean"))
            continue;
        const auto weight = file.find(std::string(base) + "weight");
        const auto variance = file.find(std::string(base) + "running_var");
        if (!weight || !variance || file.info(*variance).shape != file.info(place).shape)
            continue;
        const std::int64_t splits = splitsOf(file.info(place), file.info(*weight));
        if (splits < 2 || splits > kMostSplits || !weights::isFloating(file.info(*variance).type))
            continue;
        for (const std::size_t part : {place, *variance})
            made.push_back({file.name(part), {part}, file.info(*weight).shape, &average});
    }
    return made;
}

Warning note(const std::vector<MadeTensor>& made)
{
    const std::size_t norms = made.size() / 2;
    return {"split_norm",
            text::count(norms, "batch norm") + " kept statistics of several parts of each batch "
                                               "(SplitBatchNorm); the mean of these was taken, as "
                                               "that layer does before it is used",
            {}};
}

} // namespace

TensorMaker splitNormMaker()
{
    return {&find, &note};
}

} // namespace rekindle::checkpoint
