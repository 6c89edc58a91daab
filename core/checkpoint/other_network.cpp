#include "core/checkpoint/other_network.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace rekindle::checkpoint {
namespace {

/// A part of a name that gives a family away; asked in this order.
struct Sign {
    std::string_view part;
    std::string_view family;
};

constexpr std::array kSigns{
    Sign{"cls_token", "a vision transformer"},
    Sign{"class_token", "a vision transformer"},
    Sign{"pos_embed", "a vision transformer"},
    Sign{"patch_embed", "a vision transformer"},
    Sign{".attn.", "a vision transformer"},
    Sign{"encoder_layer", "a vision transformer"},
    Sign{"conv1.0.weight",
         "a ResNet with a deep stem (several convolutions before the first stage)"},
    Sign{"stem.conv", "a ResNet with a deep stem or another family"},
    Sign{"denseblock", "a DenseNet"},
    Sign{"fire", "a SqueezeNet"},
    Sign{"Mixed_", "an Inception network"},
    Sign{"inception", "an Inception network"},
    Sign{"features.0.0.weight", "an EfficientNet, MobileNet or ConvNeXt"},
    Sign{"_depthwise_conv", "an EfficientNet"},
    Sign{"blocks.0.mlp.fc1", "a ConvNeXt"},
    Sign{"conv_dw", "an EfficientNet or MobileNet"},
    Sign{"dwconv", "a ConvNeXt"},
    Sign{"features.0.weight", "an AlexNet or VGG"},
    Sign{"embeddings.word", "a language model"},
    Sign{"token_embedding", "a language or image-and-text model"},
};

} // namespace

Error otherNetwork(std::span<const NamedShape> tensors, const std::string& subject)
{
    const std::string hint = "Rekindle works on ResNets (ResNet-18 to ResNet-200, any width). Use "
                             "a checkpoint of one of these.";
    if (tensors.empty())
        return {ErrorKind::Mismatch, "The file holds no tensors", subject,
                "Use a file with the weights of a ResNet."};
    for (const Sign& sign : kSigns) {
        const bool seen = std::any_of(tensors.begin(), tensors.end(), [&](const auto& tensor) {
            return tensor.name.find(sign.part) != std::string::npos;
        });
        if (seen)
            return {ErrorKind::Mismatch,
                    "This looks like " + std::string(sign.family) + ", not an ordinary ResNet",
                    subject, hint};
    }
    std::vector<std::string> first;
    for (const auto& tensor : tensors.first(std::min<std::size_t>(3, tensors.size())))
        first.push_back("'" + text::shown(tensor.name, 60) + "'");
    return {ErrorKind::Mismatch,
            "No ResNet was found among its " + text::count(tensors.size()) +
                " tensors (they begin with " + text::join(first, ", ") + ")",
            subject, hint};
}

} // namespace rekindle::checkpoint
