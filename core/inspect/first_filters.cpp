#include "core/inspect/first_filters.h"

namespace rekindle::inspect {
namespace {

/// A kernel [O, I, ...] as pictures: which of its numbers lies where.
struct Kernel {
    std::size_t inputs = 1, depth = 1, height = 1, width = 1;

    [[nodiscard]] std::size_t slice() const { return height * width; }
    [[nodiscard]] std::size_t filter() const { return inputs * depth * slice(); }
};

Kernel kernelOf(const std::vector<std::int64_t>& shape)
{
    const auto side = [&](std::size_t place) { return static_cast<std::size_t>(shape[place]); };
    Kernel kernel;
    if (shape.size() > 1)
        kernel.inputs = side(1);
    if (shape.size() > 2)
        kernel.width = side(shape.size() - 1);
    if (shape.size() > 3)
        kernel.height = side(shape.size() - 2);
    for (std::size_t place = 2; place + 2 < shape.size(); ++place)
        kernel.depth *= side(place);
    return kernel;
}

std::vector<double> pictureOf(const float* values, const Kernel& kernel)
{
    const bool colour = kernel.inputs == 3;
    const float* middle = values + kernel.depth / 2 * kernel.slice();
    const std::size_t step = kernel.depth * kernel.slice();
    std::vector<double> picture;
    for (std::size_t pixel = 0; pixel < kernel.slice(); ++pixel) {
        double sum = 0;
        for (std::size_t input = 0; input < kernel.inputs; ++input) {
            const double value = middle[input * step + pixel];
            if (colour)
                picture.push_back(value);
            sum += value;
        }
        if (!colour)
            picture.push_back(sum / static_cast<double>(kernel.inputs));
    }
    return picture;
}

} // namespace

Result<FirstFilters> firstFilters(const weights::WeightSet& weights, const WeightReport& report)
{
    FirstFilters filters;
    if (report.layers.empty())
        return filters;
    const LayerReport& layer = report.layers.front();
    const weights::Tensor* tensor = weights.find(layer.name + ".weight");
    const Kernel kernel = kernelOf(layer.shape);
    const std::size_t count = layer.filterNorms.size();
    if (tensor == nullptr || tensor->values.size() != count * kernel.filter())
        return fail(ErrorKind::Mismatch, "A tensor of the network is missing", layer.name);
    filters.layer = layer.name;
    filters.width = static_cast<int>(kernel.width);
    filters.height = static_cast<int>(kernel.height);
    filters.channels = kernel.inputs == 3 ? 3 : 1;
    if (kernel.inputs != 3 && kernel.inputs != 1)
        filters.note =
            "Each filter sees " + std::to_string(kernel.inputs) + " channels; their mean is shown.";
    if (kernel.depth > 1)
        filters.note += std::string(filters.note.empty() ? "" : " ") + "Of each filter's " +
                        std::to_string(kernel.depth) + " slices the middle one is shown.";
    for (std::size_t i = 0; i < count; ++i)
        filters.pictures.push_back(
            {layer.filterNorms[i], pictureOf(tensor->values.data() + i * kernel.filter(), kernel)});
    return filters;
}

} // namespace rekindle::inspect
