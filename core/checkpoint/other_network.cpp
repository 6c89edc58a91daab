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

constexpr std::string_view kHint =
    "Rekindle works on ResNets (ResNet-18 to ResNet-200, any width). Use a checkpoint of one of "
    "these.";

/// Relatives of ResNets, whose names are so much like theirs that their shapes alone would be
/// called wrong.
constexpr std::array kRelatives{
    Sign{"attnpool.",
         "CLIP's ResNet (three convolutions before the first stage, attention in place "
         "of pooling)"},
    Sign{"layer1.0.convs.0.", "a Res2Net"},
    Sign{"layer1.0.conv2.fc1.", "a ResNeSt"},
    Sign{"layer1.0.conv2.conv.", "a ResNeSt"},
    Sign{"layer1.0.conv2.attn.", "an SKNet"},
    Sign{"layer1.0.se.", "an SE-ResNet (squeeze and excitation)"},
    Sign{"layer1.0.se_module.", "an SE-ResNet (squeeze and excitation)"},
    Sign{"branch2a", "a ResNet under the names of Caffe"},
    Sign{"res2.0.conv1.weight", "a ResNet of detectron2 (its strides, colours and pixels stand in "
                                "its configuration alone)"},
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

bool holds(std::span<const NamedShape> tensors, std::string_view part)
{
    return std::any_of(tensors.begin(), tensors.end(), [&](const NamedShape& tensor) {
        return tensor.name.find(part) != std::string::npos;
    });
}

std::size_t countOf(std::span<const NamedShape> tensors, bool (*is)(const NamedShape& tensor))
{
    return static_cast<std::size_t>(std::count_if(tensors.begin(), tensors.end(), is));
}

bool isEmptyWeight(const NamedShape& tensor)
{
    return tensor.name.ends_with("weight") && tensor.shape == std::vector<std::int64_t>{0};
}

bool isVolumeKernel(const NamedShape& tensor)
{
    return tensor.name.ends_with("weight") && tensor.shape.size() == 5;
}

/// Weights that are in the file, but not as its network has them.
std::optional<Error> keptOtherwise(std::span<const NamedShape> tensors, const std::string& subject)
{
    const auto mismatch = [&](std::string message, const char* hint) {
        return Error{ErrorKind::Mismatch, std::move(message), subject, hint};
    };
    if (const std::size_t empty = countOf(tensors, &isEmptyWeight); empty > 1)
        return mismatch(text::count(empty) + " of its weights are empty, as DeepSpeed's ZeRO-3 "
                                             "leaves them; the values lie in other files",
                        "Join them with the zero_to_fp32.py that DeepSpeed put beside them.");
    if (holds(tensors, "fp32_flat_groups") || holds(tensors, "single_partition_of_fp32_groups"))
        return mismatch("This is one process's share of a training with DeepSpeed's ZeRO, in which "
                        "layers are joined into long rows",
                        "Join the shares with the zero_to_fp32.py that DeepSpeed put beside them.");
    if (holds(tensors, "_flat_param") || holds(tensors, "flat_param_"))
        return mismatch("Its layers are joined into long rows, as FSDP shares them among processes",
                        "Save the model again with FSDP's full state dict.");
    if (holds(tensors, ".parametrizations."))
        return mismatch("Its weights are kept under a parametrization of PyTorch's other than "
                        "weight norm and spectral norm",
                        "Make them final first: "
                        "torch.nn.utils.parametrize.remove_parametrizations.");
    return std::nullopt;
}

} // namespace

std::optional<Error> knownNetwork(std::span<const NamedShape> tensors, const std::string& subject)
{
    if (auto kept = keptOtherwise(tensors, subject))
        return kept;
    for (const Sign& sign : kRelatives) {
        if (holds(tensors, sign.part))
            return Error{ErrorKind::Mismatch,
                         "This is " + std::string(sign.family) + ", not an ordinary ResNet",
                         subject, std::string(kHint)};
    }
    if (countOf(tensors, &isVolumeKernel) > 1)
        return Error{ErrorKind::Mismatch,
                     "This is a network for volumes or videos (3-D convolutions), not an ordinary "
                     "ResNet",
                     subject, std::string(kHint)};
    return std::nullopt;
}

Error unreadTensors(std::span<const formats::UnreadTensor> unread, const std::string& subject)
{
    const std::string count = text::count(unread.size(), "tensor") + " of this file " +
                              (unread.size() == 1 ? "is" : "are");
    const auto mismatch = [&](const char* what, const char* hint) {
        return Error{ErrorKind::Mismatch, count + what, subject, hint};
    };
    switch (unread.front().why) {
    case formats::Unread::Quantised:
        return mismatch(" quantised: whole numbers with scales, in place of weights",
                        "Use the checkpoint from before quantisation.");
    case formats::Unread::Sparse:
        return mismatch(" sparse; only dense ones are read",
                        "Save it again with each of them made dense: tensor.to_dense().");
    case formats::Unread::Shared:
        return mismatch(" shared among processes, of which each saved its part",
                        "Save the whole from one process: a full state dict.");
    case formats::Unread::Meta:
        break;
    }
    return mismatch(" on PyTorch's meta device, so without values",
                    "Save the model again after its weights were loaded.");
}

Error otherNetwork(std::span<const NamedShape> tensors, const std::string& subject)
{
    if (tensors.empty())
        return {ErrorKind::Mismatch, "The file holds no tensors", subject,
                "Use a file with the weights of a ResNet."};
    if (auto known = knownNetwork(tensors, subject))
        return *std::move(known);
    for (const Sign& sign : kSigns) {
        if (holds(tensors, sign.part))
            return {ErrorKind::Mismatch,
                    "This looks like " + std::string(sign.family) + ", not an ordinary ResNet",
                    subject, std::string(kHint)};
    }
    std::vector<std::string> first;
    for (const auto& tensor : tensors.first(std::min<std::size_t>(3, tensors.size())))
        first.push_back("'" + text::shown(tensor.name, 60) + "'");
    if (tensors.size() == 1)
        return {ErrorKind::Mismatch, "Its only tensor, " + first.front() + ", is no ResNet",
                subject, std::string(kHint)};
    return {ErrorKind::Mismatch,
            "No ResNet was found among its " + text::count(tensors.size()) +
                " tensors (they begin with " + text::join(first, ", ") + ")",
            subject, std::string(kHint)};
}

} // namespace rekindle::checkpoint
