#include "core/checkpoint/backbone.h"

#include "core/base/text.h"
#include "core/checkpoint/find_architecture.h"

#include <map>

namespace rekindle::checkpoint {
namespace {

constexpr const char* kNoResNet = "Use a checkpoint of an ordinary ResNet.";

/// The sides in torchvision's order of axes. Kind Mismatch when the file's tensor has not the axes
/// that its naming expects.
Result<std::vector<std::int64_t>> shapeOf(const FileTensors& file, const NamedTensor& tensor)
{
    const std::vector<std::int64_t>& stored = file.info(tensor.place).shape;
    if (tensor.axes.empty())
        return stored;
    std::vector<bool> used(stored.size(), false);
    std::vector<std::int64_t> shape;
    bool good = true;
    for (const std::size_t axis : tensor.axes) {
        good = good && axis < stored.size() && !used[axis];
        if (!good)
            break;
        used[axis] = true;
        shape.push_back(stored[axis]);
    }
    for (std::size_t axis = 0; axis < stored.size(); ++axis)
        good = good && (used[axis] || stored[axis] == 1);
    if (!good)
        return fail(ErrorKind::Mismatch,
                    "Its tensor '" + text::shown(file.name(tensor.place), 80) +
                        "' has other axes than a ResNet's",
                    file.subject(), kNoResNet);
    return shape;
}

/// What a left-over tensor is called: without the dicts around it where the network has the same.
std::string leftOverName(const weights::TensorInfo& info, const std::string& container)
{
    return info.container == container ? info.key : info.fullName();
}

/// Weights are fractions; only the batch-norm counter may be whole.
Result<void> checkType(const weights::TensorInfo& info, bool counter, const std::string& subject)
{
    if (weights::isFloating(info.type) || (counter && info.type != weights::ElementType::Other))
        return {};
    return fail(ErrorKind::Mismatch,
                "Its tensor '" + text::shown(info.fullName(), 80) +
                    "' holds whole numbers or a type made for small devices (a quantised network)",
                subject, "Use the checkpoint from before quantisation.");
}

} // namespace

std::vector<std::string> backboneNames(const weights::Architecture& architecture)
{
    std::vector<std::string> names;
    for (const weights::ConvLayer& layer : weights::convLayers(architecture)) {
        names.push_back(layer.conv + ".weight");
        for (const char* part :
             {".weight", ".bias", ".running_mean", ".running_var", ".num_batches_tracked"})
            names.push_back(layer.norm + part);
    }
    return names;
}

bool isCounter(const std::string& name)
{
    return name.ends_with(".num_batches_tracked");
}

Result<Backbone> findBackbone(const FileTensors& file, std::vector<NamedTensor> named,
                              std::size_t stem)
{
    weights::WeightSet shapes;
    std::map<std::string_view, std::size_t> byName;
    for (std::size_t i = 0; i < named.size(); ++i) {
        RK_TRY(auto shape, shapeOf(file, named[i]));
        if (!byName.emplace(named[i].name, i).second)
            return fail(ErrorKind::Mismatch,
                        "Two of its tensors are '" + text::shown(named[i].name, 80) + "'",
                        file.subject(), kNoResNet);
        shapes.set(named[i].name, weights::Tensor{std::move(shape), {}, weights::Stored::Float32});
    }
    Backbone found;
    RK_TRY(found.architecture, findArchitecture(shapes, file.subject()));
    std::vector<bool> taken(file.size(), false);
    for (const std::string& name : backboneNames(found.architecture)) {
        const auto it = byName.find(name);
        if (it == byName.end()) {
            found.missing.push_back(name);
            continue;
        }
        NamedTensor& tensor = named[it->second];
        RK_CHECK(checkType(file.info(tensor.place), isCounter(name), file.subject()));
        taken[tensor.place] = true;
        found.tensors.push_back(tensor);
    }
    for (const weights::ConvLayer& layer : weights::convLayers(found.architecture)) {
        const auto it = byName.find(layer.conv + ".bias");
        if (it == byName.end())
            continue;
        const NamedTensor& tensor = named[it->second];
        RK_CHECK(checkType(file.info(tensor.place), false, file.subject()));
        taken[tensor.place] = true;
        found.biases.push_back(tensor);
    }
    const auto* kernel = shapes.find("fc.weight");
    const auto* bias = shapes.find("fc.bias");
    if (kernel != nullptr && bias != nullptr && kernel->shape.size() == 2 &&
        kernel->shape[1] == found.architecture.featureDim &&
        bias->shape == std::vector<std::int64_t>{kernel->shape[0]}) {
        for (const char* part : {"fc.weight", "fc.bias"})
            found.head.push_back(named[byName.at(part)]);
    }
    const std::string& container = file.info(stem).container;
    for (std::size_t place = 0; place < file.size(); ++place) {
        if (!taken[place])
            found.ignored.push_back(leftOverName(file.info(place), container));
    }
    return found;
}

} // namespace rekindle::checkpoint
