#include "core/formats/zip_looks_like.h"

#include <algorithm>
#include <array>

namespace rekindle::formats {
namespace {

/// The end of an entry's name that only one kind of archive has.
struct Look {
    std::string_view end;
    std::string_view message;
    std::string_view hint;
};

constexpr std::string_view kSaveWeights =
    "Save the weights alone: torch.save(model.state_dict(), FILE).";

constexpr std::array kLooks{
    Look{"model.weights.h5", "This is a model of Keras (.keras), which is not read",
         "Convert it to PyTorch or safetensors."},
    Look{"serialized_exported_program.json",
         "This is a program of torch.export (.pt2), not only weights; it was not opened",
         kSaveWeights},
    Look{"models/model.json",
         "This is a program of torch.export (.pt2), not only weights; it was not opened",
         kSaveWeights},
    Look{"archive_format",
         "This is a program of torch.export (.pt2), not only weights; it was not opened",
         kSaveWeights},
    Look{"MAR-INF/MANIFEST.json", "This is a model archive of TorchServe (.mar)",
         "Unpack it, then choose the weights in it."},
    Look{"[Content_Types].xml", "This is an office document, not a checkpoint",
         "Choose a .pth, .pt or .safetensors file."},
};

} // namespace

Error zipLooksLike(const archive::ZipArchive& archive, const std::string& subject)
{
    const auto& members = archive.members();
    const auto unknown = [&](std::string_view message, std::string_view hint) {
        return Error{ErrorKind::Unknown, std::string(message), subject, std::string(hint)};
    };
    for (const Look& look : kLooks) {
        if (std::any_of(members.begin(), members.end(),
                        [&](const auto& member) { return member.name.ends_with(look.end); }))
            return unknown(look.message, look.hint);
    }
    if (!members.empty() && std::all_of(members.begin(), members.end(), [](const auto& member) {
            return member.name.ends_with(".npy");
        }))
        return unknown("This is an archive of numpy's arrays (.npz), which is not read",
                       "Save its arrays as safetensors, under the names of a ResNet.");
    return unknown("This is a zip archive (perhaps a document or a folder of files), not a "
                   "checkpoint of PyTorch",
                   "Choose a .pth, .pt or .safetensors file; unpack the archive first when it "
                   "holds one.");
}

} // namespace rekindle::formats
