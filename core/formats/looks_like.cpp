#include "core/formats/looks_like.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace rekindle::formats {
namespace {

constexpr const char* kFetchFile =
    "Fetch the file itself: a .pth, .pt, .safetensors, .pkl or .index.";
struct Look {
    std::string_view start;
    std::string_view message;
    std::string_view hint;
};

using namespace std::string_view_literals;

/// First bytes and what they mean; the more special before the more general.
constexpr std::array kLooks{
    Look{"version https://git-lfs"sv,
         "This is a Git LFS pointer, a note where the file lies, not the weights themselves",
         "Run 'git lfs pull' in the folder it came from, then choose the file again."},
    Look{"\x1F\x8B"sv, "This file is compressed with gzip",
         "Unpack it (gunzip), then choose what comes out."},
    Look{"BZh"sv, "This file is compressed with bzip2",
         "Unpack it (bunzip2), then choose what comes out."},
    Look{"\xFD"
         "7zXZ"sv,
         "This file is compressed with xz", "Unpack it (unxz), then choose what comes out."},
    Look{"7z\xBC\xAF"sv, "This is a 7z archive", "Unpack it, then choose what comes out."},
    Look{"Rar!"sv, "This is a RAR archive", "Unpack it, then choose what comes out."},
    Look{"\x89HDF"sv, "This is an HDF5 file (perhaps of Keras), which is not read",
         "Convert it to PyTorch or safetensors."},
    Look{"%PDF"sv, "This is a PDF document, not a checkpoint", kFetchFile},
    Look{"\x89PNG"sv, "This is an image, not a checkpoint", kFetchFile},
    Look{"\xFF\xD8\xFF"sv, "This is an image, not a checkpoint", kFetchFile},
    Look{"\x93NUMPY"sv, "This is a single array of numpy (.npy), not a checkpoint", kFetchFile},
    Look{"GGUF"sv, "This is a language model (GGUF), not an image network", kFetchFile},
};

bool isWebPage(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const std::string start =
        text::lower(begin == std::string_view::npos ? text : text.substr(begin, 512));
    return start.rfind("<!doctype html", 0) == 0 || start.rfind("<html", 0) == 0 ||
           start.rfind("<head", 0) == 0 ||
           (start.rfind("<?xml", 0) == 0 && start.find("<html") != std::string::npos);
}

/// ModelProto begins with its version and a short text or message; the producer's name is plain.
bool isOnnx(std::string_view text)
{
    if (text.size() < 16 || text[0] != '\x08' || text[1] < 1 || text[1] > 32)
        return false;
    if (text[2] == '\x3A' || text[2] == '\x42') // graph or opset_import
        return true;
    const auto length = static_cast<unsigned char>(text[3]);
    return text[2] == '\x12' && length <= 64 &&
           std::all_of(text.begin() + 4, text.begin() + 4 + std::min<int>(length, 12),
                       [](char c) { return c >= ' ' && c <= '~'; });
}

bool isPlainText(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    });
}

} // namespace

Error looksLike(const Glimpse& glimpse, const std::string& subject)
{
    const auto unknown = [&](std::string_view message, std::string_view hint) {
        return Error{ErrorKind::Unknown, std::string(message), subject, std::string(hint)};
    };
    const std::string_view text = asText(glimpse.start);
    if (text.empty())
        return unknown("The file is empty", "Fetch or copy it again.");
    for (const Look& look : kLooks) {
        if (text.substr(0, look.start.size()) == look.start)
            return unknown(look.message, look.hint);
    }
    if (text.size() > 262 && text.substr(257, 5) == "ustar")
        return unknown("This is a tar archive", "Unpack it, then choose the checkpoint in it.");
    if (text.size() > 8 && text.substr(4, 4) == "TFL3")
        return unknown("This is a model of TensorFlow Lite (.tflite), which is not read",
                       "Use the checkpoint that it was made from.");
    if (isOnnx(text))
        return unknown("This is an ONNX model, whose batch norms are often folded away already; it "
                       "is not read",
                       "Use the checkpoint that it was exported from.");
    if (glimpse.name.ends_with("saved_model.pb"))
        return unknown("This is the graph of a TensorFlow SavedModel, which holds no weights",
                       "Choose variables/variables.index beside it.");
    if (glimpse.name.ends_with(".meta"))
        return unknown("This may be the graph of a TensorFlow checkpoint, which holds no weights",
                       "Choose the file beside it whose name ends in .index.");
    if (text.substr(0, 23) == "model_checkpoint_path: ")
        return unknown("This is TensorFlow's note which of the checkpoints beside it is the newest",
                       "Choose the file whose name ends in .index.");
    if (isWebPage(text))
        return unknown("This is a web page, not a checkpoint; the download brought a page instead "
                       "of the file",
                       kFetchFile);
    if (isPlainText(text))
        return unknown("This is a text file, not a checkpoint", kFetchFile);
    return unknown(
        "This is not a checkpoint in a format that can be read",
        "Choose a .pth, .pt, .safetensors, .pkl or .index file with the weights of a ResNet.");
}

} // namespace rekindle::formats
