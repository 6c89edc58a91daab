// SimCLR's names in TensorFlow: layers are numbered in the order in which they are made, a block's
// shortcut first (recipes 3.6). What a number is follows from the shapes alone.
#include "core/checkpoint/naming.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace rekindle::checkpoint {
namespace {

constexpr std::size_t kFewestLayers = 9;

/// "base_model/", "conv2d", 12 and "kernel" of "base_model/conv2d_12/kernel".
struct LayerName {
    std::string_view prefix;
    std::string_view kind;
    int number = 0;
    std::string_view leaf;
};

std::optional<LayerName> split(std::string_view name)
{
    const std::size_t leaf = name.rfind('/');
    if (leaf == std::string_view::npos)
        return std::nullopt;
    LayerName found;
    found.leaf = name.substr(leaf + 1);
    const std::string_view path = name.substr(0, leaf);
    const std::size_t layer = path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1;
    found.prefix = path.substr(0, layer);
    found.kind = path.substr(layer);
    const std::size_t line = found.kind.rfind('_');
    if (line != std::string_view::npos) {
        const std::string_view digits = found.kind.substr(line + 1);
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), found.number);
        if (!digits.empty() && error == std::errc() && end == digits.data() + digits.size())
            found.kind = found.kind.substr(0, line);
    }
    return found;
}

bool isConv(const LayerName& name)
{
    return name.kind == "conv2d" && name.leaf == "kernel";
}

bool isNorm(const LayerName& name)
{
    return name.kind == "batch_normalization" || name.kind == "sync_batch_normalization";
}

bool isConvBias(const LayerName& name)
{
    return name.kind == "conv2d" && name.leaf == "bias";
}

/// The numbered layers of one network: places of kernels and their biases, and of each batch norm's
/// parts.
struct Layers {
    std::map<int, std::size_t> convs;
    std::map<int, std::size_t> biases;
    std::map<int, std::map<std::string_view, std::size_t>> norms;
    bool twice = false; ///< two layers of one number
};

/// Version 1 keeps all layers in one scope; the object graph of version 2 scatters them, and only
/// their numbers tell the order.
enum class Scope { Own, All };

Layers layersOf(const FileTensors& file, std::string_view prefix, Scope scope)
{
    Layers layers;
    for (std::size_t place = 0; place < file.size(); ++place) {
        const auto name = split(file.name(place));
        if (!name || (scope == Scope::Own && name->prefix != prefix))
            continue;
        if (isConv(*name))
            layers.twice = !layers.convs.emplace(name->number, place).second || layers.twice;
        else if (isConvBias(*name))
            layers.biases.emplace(name->number, place);
        else if (isNorm(*name))
            layers.twice =
                !layers.norms[name->number].emplace(name->leaf, place).second || layers.twice;
    }
    return layers;
}

/// A scope is written as "base_model/"; all scopes together as "/", which no scope is called.
constexpr std::string_view kAllScopes = "/";

Layers layersOf(const FileTensors& file, std::string_view prefix)
{
    return layersOf(file, prefix, prefix == kAllScopes ? Scope::All : Scope::Own);
}

std::vector<Candidate> candidates(const FileTensors& file)
{
    std::map<std::string_view, std::size_t> sizes;
    for (std::size_t place = 0; place < file.size(); ++place) {
        const auto name = split(file.name(place));
        if (name && isConv(*name))
            ++sizes[name->prefix];
    }
    std::vector<Candidate> found;
    for (const auto& [prefix, size] : sizes) {
        if (size >= kFewestLayers)
            found.push_back({std::string(prefix), layersOf(file, prefix).convs.begin()->second});
    }
    if (!found.empty())
        return found;
    const Layers all = layersOf(file, kAllScopes);
    if (!all.twice && all.convs.size() >= kFewestLayers)
        found.push_back({std::string(kAllScopes), all.convs.begin()->second});
    return found;
}

/// Goes along the kernels as the network was built and says what each one is.
class Walk
{
public:
    Walk(const FileTensors& file, const Layers& layers)
    {
        for (const auto& [number, place] : layers.convs)
            m_shapes.push_back(file.info(place).shape);
    }

    /// "conv1", "layer1.0.downsample.0", ... of each kernel; shorter when the shapes make no
    /// ResNet.
    std::vector<std::string> run()
    {
        if (m_shapes.empty() || m_shapes[0].size() != 4)
            return {};
        m_names.emplace_back("conv1");
        for (int stage = 1; m_names.size() < m_shapes.size(); ++stage) {
            if (!takeStage("layer" + std::to_string(stage) + "."))
                break;
        }
        return m_names;
    }

private:
    [[nodiscard]] bool kernelIs(std::size_t at, std::int64_t side) const
    {
        return at < m_shapes.size() && m_shapes[at].size() == 4 && m_shapes[at][0] == side &&
               m_shapes[at][1] == side;
    }

    bool takeStage(const std::string& stage)
    {
        const std::size_t first = m_names.size() + 1; // behind the shortcut
        const bool bottleneck = kernelIs(first, 1);
        if (!kernelIs(first - 1, 1) || (!bottleneck && !kernelIs(first, 3)))
            return false;
        const std::int64_t inner = m_shapes[first][3];
        m_names.push_back(stage + "0.downsample.0");
        for (int block = 0;; ++block) {
            const std::size_t at = m_names.size();
            const bool goesOn =
                block == 0 || (kernelIs(at, bottleneck ? 1 : 3) && m_shapes[at][3] == inner);
            const bool whole =
                bottleneck ? kernelIs(at + 1, 3) && kernelIs(at + 2, 1) : kernelIs(at + 1, 3);
            if (!goesOn || !whole)
                return block > 0;
            for (int conv = 1; conv <= (bottleneck ? 3 : 2); ++conv)
                m_names.push_back(stage + std::to_string(block) + ".conv" + std::to_string(conv));
        }
    }

    std::vector<std::vector<std::int64_t>> m_shapes;
    std::vector<std::string> m_names;
};

/// "layer1.0.conv2" to "layer1.0.bn2", "layer1.0.downsample.0" to "layer1.0.downsample.1".
std::string normOf(std::string conv)
{
    if (conv.ends_with("downsample.0"))
        return conv.replace(conv.size() - 1, 1, "1");
    return conv.replace(conv.rfind("conv"), 4, "bn");
}

std::string_view normPart(std::string_view leaf)
{
    if (leaf == "gamma")
        return ".weight";
    if (leaf == "beta")
        return ".bias";
    if (leaf == "moving_mean")
        return ".running_mean";
    return leaf == "moving_variance" ? ".running_var" : "";
}

void addClassifier(const FileTensors& file, std::vector<NamedTensor>& named)
{
    for (const std::string scope :
         {"head_supervised/linear_layer/dense/", "supervised_head/dense/", "linear_layer/dense/"}) {
        const auto kernel = file.find(scope + "kernel");
        const auto bias = file.find(scope + "bias");
        if (kernel && bias) {
            named.push_back({"fc.weight", *kernel, {1, 0}});
            named.push_back({"fc.bias", *bias, {}});
            return;
        }
    }
}

std::vector<NamedTensor> map(const FileTensors& file, const Candidate& network)
{
    const Layers layers = layersOf(file, network.prefix);
    const std::vector<std::string> names = Walk(file, layers).run();
    std::vector<NamedTensor> named;
    auto norm = layers.norms.begin();
    std::size_t nth = 0;
    for (const auto& [number, place] : layers.convs) {
        // A kernel that has no place in a ResNet keeps its number, so that it is found too many.
        const std::string name =
            nth < names.size() ? names[nth] : "layer9.conv2d_" + std::to_string(number);
        named.push_back({name + ".weight", place, {3, 2, 0, 1}});
        if (const auto bias = layers.biases.find(number); bias != layers.biases.end())
            named.push_back({name + ".bias", bias->second, {}});
        if (nth++ < names.size() && norm != layers.norms.end()) {
            for (const auto& [leaf, part] : norm->second) {
                if (const auto end = normPart(leaf); !end.empty())
                    named.push_back({normOf(name) + std::string(end), part, {}});
            }
            ++norm;
        }
    }
    addClassifier(file, named);
    return named;
}

/// Pixels in [0, 1], borders as its code pads them (recipes 1.1, 3.9).
Result<Origin> origin(const FileTensors&, const weights::Architecture&)
{
    Origin found;
    found.method = "simclr";
    found.writer = "TensorFlow (SimCLR's names)";
    found.conventions = {weights::Padding::Simclr, weights::Normalisation::None, 1e-5};
    return found;
}

} // namespace

Naming tensorflowNaming()
{
    return {"tensorflow", &candidates, &map, &origin};
}

} // namespace rekindle::checkpoint
