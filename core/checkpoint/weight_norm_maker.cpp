// Weight norm (Salimans and Kingma 2016, equation 2): w = g v / |v|, a length and a direction for
// each filter. PyTorch calls them "weight_g" and "weight_v", or since 2.0
// "parametrizations.weight.original0" and "original1".
#include "core/base/text.h"
#include "core/checkpoint/made_tensor.h"

#include <cmath>

namespace rekindle::checkpoint {
namespace {

/// The side of `g` that goes through filters, or as many as there are when one length is for all.
std::size_t filterAxis(std::span<const std::int64_t> g)
{
    std::size_t axis = 0;
    while (axis < g.size() && g[axis] == 1)
        ++axis;
    return axis;
}

/// Length and direction fit: g has one side of v's, all others are 1.
bool fits(const std::vector<std::int64_t>& g, const std::vector<std::int64_t>& v)
{
    if (g.empty())
        return !v.empty();
    const std::size_t axis = filterAxis(g);
    for (std::size_t i = 0; i < g.size(); ++i) {
        if (g.size() != v.size() || (i != axis && g[i] != 1) || (i == axis && g[i] != v[i]))
            return false;
    }
    return true;
}

void lengthen(std::span<const Part> parts, std::span<double> values)
{
    const auto lengths = parts[0].values;
    const auto directions = parts[1].values;
    const auto shape = parts[1].shape;
    const std::size_t axis = filterAxis(parts[0].shape);
    const bool oneForAll = axis >= parts[0].shape.size();
    std::size_t inner = 1;
    for (std::size_t i = axis + 1; i < shape.size(); ++i)
        inner *= static_cast<std::size_t>(shape[i]);
    const auto filterOf = [&](std::size_t i) { return oneForAll ? 0 : i / inner % lengths.size(); };
    std::vector<double> squares(lengths.size(), 0);
    for (std::size_t i = 0; i < values.size(); ++i)
        squares[filterOf(i)] += directions[i] * directions[i];
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t filter = filterOf(i);
        values[i] = lengths[filter] * directions[i] / std::sqrt(squares[filter]);
    }
}

std::vector<MadeTensor> find(const FileTensors& file)
{
    std::vector<MadeTensor> made;
    for (std::size_t place = 0; place < file.size(); ++place) {
        std::string_view base = file.name(place);
        std::string direction;
        if (takeEnd(base, "weight_g"))
            direction = std::string(base) + "weight_v";
        else if (base = file.name(place); takeEnd(base, "parametrizations.weight.original0"))
            direction = std::string(base) + "parametrizations.weight.original1";
        else
            continue;
        const auto v = file.find(direction);
        if (v && weights::isFloating(file.info(place).type) &&
            weights::isFloating(file.info(*v).type) &&
            fits(file.info(place).shape, file.info(*v).shape) && file.info(place).elements > 0)
            made.push_back(
                {std::string(base) + "weight", {place, *v}, file.info(*v).shape, &lengthen});
    }
    return made;
}

Warning note(const std::vector<MadeTensor>& made)
{
    return {"weight_norm",
            text::count(made.size(), "tensor") +
                (made.size() == 1 ? " was computed from its length and direction"
                                  : " were computed from their lengths and directions") +
                " (weight norm); further training changes them as ordinary weights",
            {}};
}

} // namespace

TensorMaker weightNormMaker()
{
    return {&find, &note};
}

} // namespace rekindle::checkpoint
