// Spectral norm (Miyato et al. 2018, equation 8): a kernel divided by its largest singular value,
// which is u W v for the vectors u and v that the file keeps and that no use of the network
// changes. PyTorch calls them "weight_orig", "weight_u" and "weight_v", or since 1.9
// "parametrizations.weight.original", "0._u" and "0._v".
#include "core/base/byte_view.h"
#include "core/base/text.h"
#include "core/checkpoint/made_tensor.h"

namespace rekindle::checkpoint {
namespace {

void divide(std::span<const Part> parts, std::span<double> values)
{
    const auto kernel = parts[0].values;
    const auto left = parts[1].values;
    const auto right = parts[2].values;
    double sigma = 0;
    for (std::size_t row = 0; row < left.size(); ++row) {
        double sum = 0;
        for (std::size_t column = 0; column < right.size(); ++column)
            sum += kernel[row * right.size() + column] * right[column];
        sigma += left[row] * sum;
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = kernel[i] / sigma;
}

struct Words {
    std::string_view original;
    std::string_view left;
    std::string_view right;
};
constexpr Words kOld{"weight_orig", "weight_u", "weight_v"};
constexpr Words kNew{"parametrizations.weight.original", "parametrizations.weight.0._u",
                     "parametrizations.weight.0._v"};

/// A row of u for each filter and a column of v for each of its values.
bool fits(const weights::TensorInfo& kernel, const weights::TensorInfo& left,
          const weights::TensorInfo& right)
{
    std::uint64_t values = 0;
    return kernel.shape.size() > 1 && left.shape.size() == 1 && right.shape.size() == 1 &&
           kernel.shape[0] == left.shape[0] && kernel.elements > 0 &&
           multiply(left.elements, right.elements, values) && kernel.elements == values &&
           weights::isFloating(kernel.type) && weights::isFloating(left.type) &&
           weights::isFloating(right.type);
}

std::vector<MadeTensor> find(const FileTensors& file)
{
    std::vector<MadeTensor> made;
    for (std::size_t place = 0; place < file.size(); ++place) {
        for (const Words& words : {kOld, kNew}) {
            std::string_view base = file.name(place);
            if (!takeEnd(base, words.original))
                continue;
            const auto left = file.find(std::string(base).append(words.left));
            const auto right = file.find(std::string(base).append(words.right));
            if (left && right && fits(file.info(place), file.info(*left), file.info(*right)))
                made.push_back({std::string(base) + "weight",
                                {place, *left, *right},
                                file.info(place).shape,
                                &divide});
        }
    }
    return made;
}

Warning note(const std::vector<MadeTensor>& made)
{
    return {"spectral_norm",
            text::count(made.size(), "tensor") +
                (made.size() == 1 ? " was divided by its largest singular value"
                                  : " were divided by their largest singular values") +
                " as the file has them (spectral norm); further training changes them as ordinary "
                "weights",
            {}};
}

} // namespace

TensorMaker spectralNormMaker()
{
    return {&find, &note};
}

} // namespace rekindle::checkpoint
