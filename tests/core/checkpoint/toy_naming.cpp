// A naming unlike those of the product: slashes, other words, kernels [H, W, I, O], batch norm with
// sides of 1 around its channels, the variance called an average.
#include "core/base/text.h"
#include "core/checkpoint/naming.h"

namespace rekindle::checkpoint {
namespace {

std::vector<Candidate> candidates(const FileTensors& file)
{
    const auto stem = file.find("net/stem/conv/w");
    return stem ? std::vector<Candidate>{{"net/", *stem}} : std::vector<Candidate>{};
}

/// "group_1/block_0/conv_2" as "layer1.0.conv2"; empty for anything else.
std::string moduleOf(const std::vector<std::string>& parts)
{
    if (parts.size() == 4 && parts[1] == "stem")
        return parts[2] == "conv" ? "conv1" : "bn1";
    if (parts.size() != 5 || parts[1].rfind("group_", 0) != 0)
        return {};
    const std::string at = "layer" + parts[1].substr(6) + "." + parts[2].substr(6) + ".";
    if (parts[3] == "shortcut_conv")
        return at + "downsample.0";
    if (parts[3] == "shortcut_norm")
        return at + "downsample.1";
    const bool conv = parts[3].rfind("conv_", 0) == 0;
    return at + (conv ? "conv" : "bn") + parts[3].substr(5);
}

std::vector<NamedTensor> map(const FileTensors& file, const Candidate& network)
{
    std::vector<NamedTensor> named;
    for (std::size_t place = 0; place < file.size(); ++place) {
        const std::vector<std::string> parts = text::split(file.name(place), '/');
        const std::string module = moduleOf(parts);
        if (module.empty() || parts[0] + "/" != network.prefix)
            continue;
        const std::string& leaf = parts.back();
        if (leaf == "w") {
            named.push_back({module + ".weight", place, {3, 2, 0, 1}});
            continue;
        }
        const char* part = leaf == "scale"    ? ".weight"
                           : leaf == "offset" ? ".bias"
                           : leaf == "mean"   ? ".running_mean"
                                              : ".running_var";
        named.push_back({module + part, place, {3}});
    }
    return named;
}

Result<Origin> origin(const FileTensors&, const weights::Architecture&)
{
    Origin toy;
    toy.writer = "a toy's names";
    toy.method = "byol";
    toy.conventions = {weights::Padding::Same, weights::Normalisation::Imagenet, 1e-4};
    return toy;
}

} // namespace

Naming toyNaming()
{
    return {"toy", &candidates, &map, &origin};
}

} // namespace rekindle::checkpoint
