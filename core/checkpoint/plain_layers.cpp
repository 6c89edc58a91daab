#include "core/checkpoint/plain_layers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>

namespace rekindle::checkpoint {
namespace {

/// What a part of a layer is called by those who write files, and by us.
struct Leaf {
    std::string_view theirs;
    std::string_view ours;
};
constexpr std::array kNormLeaves{
    Leaf{"weight", ".weight"},
    Leaf{"bias", ".bias"},
    Leaf{"running_mean", ".running_mean"},
    Leaf{"running_var", ".running_var"},
    Leaf{"gamma", ".weight"},
    Leaf{"beta", ".bias"},
    Leaf{"moving_mean", ".running_mean"},
    Leaf{"moving_variance", ".running_var"},
    Leaf{"scale", ".weight"},
    Leaf{"offset", ".bias"},
    Leaf{"~/mean_ema.average", ".running_mean"},
    Leaf{"~/var_ema.average", ".running_var"},
};

/// How a layer's normalisation is called, in place of the convolution's word.
struct Words {
    std::string_view conv;
    std::string_view norm;
};
constexpr std::array kWords{
    Words{"conv2d", "batch_normalization"},
    Words{"convolution", "normalization"},
    Words{"depthwise_conv", "bn1"},
    Words{"expand_conv", "bn0"},
    Words{"project_conv", "bn2"},
    Words{"conv_head", "bn2"},
    Words{"conv_stem", "bn1"},
    Words{"conv", "bn"},
    Words{"conv", "norm"},
    Words{"conv", "batchnorm"},
    Words{"conv", "gn"},
    Words{"conv", "ln"},
};

std::string_view lastPart(std::string_view name)
{
    const std::size_t at = name.find_last_of("./");
    return at == std::string_view::npos ? name : name.substr(at + 1);
}

std::string_view parentOf(std::string_view name)
{
    const std::size_t at = name.find_last_of("./");
    return at == std::string_view::npos ? std::string_view() : name.substr(0, at + 1);
}

/// "a.b" of "a.b.weight".
std::string_view baseOf(std::string_view name)
{
    const std::string_view parent = parentOf(name);
    return parent.empty() ? parent : parent.substr(0, parent.size() - 1);
}

bool isOptimisers(std::string_view name)
{
    for (const std::string_view part :
         {"optimizer", "momentum_buffer", "exp_avg", "/Momentum", "OPTIMIZER_SLOT", "opt_state"}) {
        if (name.find(part) != std::string_view::npos)
            return true;
    }
    return false;
}

/// The normalisations of a file: the places of their parts by what ends our names.
struct Norm {
    std::map<std::string_view, std::size_t> parts;
    std::int64_t channels = 0;
    std::size_t place = 0; ///< of the first of them
};
using Norms = std::map<std::string, Norm, std::less<>>;

/// The one long side of what is kept for each channel; 0 for other shapes.
std::int64_t channelsOf(const weights::TensorInfo& info)
{
    std::int64_t channels = 1;
    for (const std::int64_t side : info.shape) {
        if (side != 1 && channels != 1)
            return 0;
        channels = std::max(channels, side);
    }
    return info.shape.empty() || !weights::isFloating(info.type) ? 0 : channels;
}

Norms findNorms(const FileTensors& file)
{
    Norms norms;
    for (std::size_t place = 0; place < file.size(); ++place) {
        const std::string_view name = file.name(place);
        const std::int64_t channels = channelsOf(file.info(place));
        const std::size_t rank = file.info(place).shape.size();
        if (channels == 0 || (rank != 1 && rank != 4) || isOptimisers(name))
            continue;
        for (const Leaf& leaf : kNormLeaves) {
            if (name.size() <= leaf.theirs.size() || !name.ends_with(leaf.theirs))
                continue;
            const std::size_t end = name.size() - leaf.theirs.size() - 1;
            if (name[end] != '.' && name[end] != '/')
                continue;
            const bool kernel = rank == 4 && (leaf.theirs == "weight" || leaf.theirs == "bias");
            if (kernel)
                break;
            const auto [entry, isNew] = norms.try_emplace(std::string(name.substr(0, end)));
            Norm& norm = entry->second;
            if (isNew) {
                norm.place = place;
                norm.channels = channels;
            }
            if (norm.channels == channels)
                norm.parts.emplace(leaf.ours, place);
            break;
        }
    }
    std::erase_if(norms, [](const auto& entry) {
        return !entry.second.parts.contains(".weight") &&
               !entry.second.parts.contains(".running_var");
    });
    return norms;
}

/// A kernel with its axes in our order.
struct Kernel {
    std::string base;
    std::size_t place = 0;
    std::vector<std::size_t> axes; ///< empty when the file has [O, I, ...]
    std::int64_t outputs = 0;
};

/// TensorFlow and haiku put the sides of the kernel first.
std::vector<std::size_t> kernelAxes(std::string_view leaf, std::size_t rank)
{
    if (leaf != "kernel" && leaf != "w" && leaf != "depthwise_kernel" && leaf != "pointwise_kernel")
        return {};
    std::vector<std::size_t> axes{rank - 1, rank - 2};
    if (leaf == "depthwise_kernel")
        std::swap(axes[0], axes[1]);
    for (std::size_t axis = 0; axis + 2 < rank; ++axis)
        axes.push_back(axis);
    return axes;
}

/// A transposed convolution of PyTorch's has its inputs first; its bias is as long as the second
/// side.
bool isTransposed(const FileTensors& file, const std::string& base, const weights::TensorInfo& info)
{
    const auto bias = file.find(base + ".bias");
    return bias && info.shape[0] != info.shape[1] && file.info(*bias).shape.size() == 1 &&
           file.info(*bias).shape[0] == info.shape[1];
}

std::vector<Kernel> findKernels(const FileTensors& file)
{
    std::vector<Kernel> kernels;
    for (std::size_t place = 0; place < file.size(); ++place) {
        const weights::TensorInfo& info = file.info(place);
        const std::string_view name = file.name(place);
        const std::string_view leaf = lastPart(name);
        const std::size_t rank = info.shape.size();
        const bool named = leaf.ends_with("weight") || leaf.ends_with("kernel") || leaf == "w";
        if (!named || rank < 3 || rank > 5 || info.elements == 0 ||
            !weights::isFloating(info.type) || isOptimisers(name))
            continue;
        Kernel kernel{std::string(baseOf(name)), place, kernelAxes(leaf, rank), 0};
        if (kernel.axes.empty() && isTransposed(file, kernel.base, info)) {
            for (std::size_t axis = 0; axis < rank; ++axis)
                kernel.axes.push_back(axis);
            std::swap(kernel.axes[0], kernel.axes[1]);
        }
        kernel.outputs = info.shape[kernel.axes.empty() ? 0 : kernel.axes[0]];
        kernels.push_back(std::move(kernel));
    }
    return kernels;
}

/// Whether a file sorts its tensors, so that their order says nothing about the network.
bool isSorted(const FileTensors& file)
{
    std::string_view last;
    for (std::size_t place = 0; place < file.size(); ++place) {
        if (!weights::isFloating(file.info(place).type))
            continue;
        if (file.name(place) < last)
            return false;
        last = file.name(place);
    }
    return true;
}

/// Finds the normalisation behind each kernel.
class Pairing
{
public:
    Pairing(const FileTensors& file, const Norms& norms, const std::vector<Kernel>& kernels)
        : m_norms(norms), m_sorted(isSorted(file))
    {
        for (const auto& entry : norms)
            m_byPlace.emplace(entry.second.place, entry.first);
        for (const Kernel& kernel : kernels)
            m_kernels.insert(kernel.base);
    }

    /// Behind it in the file and before the next kernel; else by its name; empty without one.
    std::string normOf(const Kernel& kernel, std::size_t nextPlace)
    {
        std::string found = m_sorted ? byFamily(kernel) : behind(kernel, nextPlace);
        if (found.empty() && m_sorted && isOfDenseLayer(kernel))
            return {};
        if (found.empty() && fits(kernel.base + ".norm", kernel))
            found = kernel.base + ".norm";
        for (const Words& words : kWords) {
            if (found.empty())
                found = byWord(kernel, words);
        }
        for (const int step : {1, 2}) {
            if (found.empty())
                found = byNumber(kernel, step);
        }
        if (found.empty() && m_sorted)
            found = onlyBeside(kernel);
        if (!found.empty())
            m_taken.insert(found);
        return found;
    }

private:
    [[nodiscard]] bool fits(const std::string& base, const Kernel& kernel) const
    {
        const auto entry = m_norms.find(base);
        return entry != m_norms.end() && entry->second.channels == kernel.outputs &&
               !m_taken.contains(base);
    }

    [[nodiscard]] std::string behind(const Kernel& kernel, std::size_t nextPlace) const
    {
        auto next = m_byPlace.upper_bound(kernel.place);
        // The kernel's own bias may look like a part of a normalisation.
        while (next != m_byPlace.end() && next->second == kernel.base)
            ++next;
        if (next == m_byPlace.end() || next->first > nextPlace || !fits(next->second, kernel))
            return {};
        return next->second;
    }

    static bool isOfDenseLayer(const Kernel& kernel)
    {
        return kernel.base.find("denselayer") != std::string::npos;
    }

    /// Names that count along with something else than the convolution: mobile blocks of timm
    /// number their normalisations in the order in which they run, dense layers put theirs first.
    [[nodiscard]] std::string byFamily(const Kernel& kernel) const
    {
        const std::string_view part = lastPart(kernel.base);
        const std::string parent(parentOf(kernel.base));
        std::string_view norm;
        if (part == "conv_dw" || part == "conv_pw" || part == "conv_pwl") {
            const bool inverted = m_kernels.contains(parent + "conv_pwl");
            if (part == "conv_pwl")
                norm = "bn3";
            else
                norm = (part == "conv_dw") == inverted ? "bn2" : "bn1";
        } else if (isOfDenseLayer(kernel) && part == "conv1") {
            norm = "norm2";
        }
        const std::string name = parent + std::string(norm);
        return !norm.empty() && fits(name, kernel) ? name : std::string();
    }

    [[nodiscard]] std::string byWord(const Kernel& kernel, const Words& words) const
    {
        const std::string_view part = lastPart(kernel.base);
        const std::size_t at = part.find(words.conv);
        if (at == std::string_view::npos)
            return {};
        std::string name(parentOf(kernel.base));
        const std::size_t begin = name.size();
        name += part;
        name.replace(begin + at, words.conv.size(), words.norm);
        return fits(name, kernel) ? name : std::string();
    }

    [[nodiscard]] std::string byNumber(const Kernel& kernel, int step) const
    {
        const std::string_view part = lastPart(kernel.base);
        int number = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        if (error != std::errc() || end != part.data() + part.size() || number > 1'000'000)
            return {};
        std::string name = std::string(parentOf(kernel.base)) + std::to_string(number + step);
        return fits(name, kernel) ? name : std::string();
    }

    /// "norm" or "bn" where a block has one alone.
    [[nodiscard]] std::string onlyBeside(const Kernel& kernel) const
    {
        for (const char* word : {"norm", "bn"}) {
            std::string name = std::string(parentOf(kernel.base)) + word;
            if (fits(name, kernel))
                return name;
        }
        return {};
    }

    const Norms& m_norms;
    bool m_sorted;
    std::set<std::string, std::less<>> m_kernels;
    std::map<std::size_t, std::string> m_byPlace;
    std::set<std::string, std::less<>> m_taken;
};

} // namespace

std::vector<PlainLayer> findPlainLayers(const FileTensors& file)
{
    const Norms norms = findNorms(file);
    const std::vector<Kernel> kernels = findKernels(file);
    Pairing pairing(file, norms, kernels);
    std::vector<PlainLayer> layers;
    for (std::size_t i = 0; i < kernels.size(); ++i) {
        const Kernel& kernel = kernels[i];
        const std::size_t next = i + 1 < kernels.size() ? kernels[i + 1].place : file.size();
        PlainLayer layer{kernel.base, pairing.normOf(kernel, next), {}};
        layer.tensors.push_back({layer.conv + ".weight", kernel.place, kernel.axes});
        if (!layer.norm.empty()) {
            for (const auto& [part, place] : norms.find(layer.norm)->second.parts)
                layer.tensors.push_back({layer.norm + std::string(part), place, {}});
        }
        layers.push_back(std::move(layer));
    }
    return layers;
}

} // namespace rekindle::checkpoint
