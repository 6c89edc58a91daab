#include "core/formats/looks_like.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace rekindle::formats {
namespace {

constexpr const char* kFetchFile = "Fetch the file itself: a .pth, .pt or .safetensors.";
constexpr const char* kSaveAgain =
    "Save it again with PyTorch on a machine that trusts it: "
    "torch.save(torch.load(FILE, map_location='cpu')['state_dict'], NEWFILE), without "
    "['state_dict'] when the weights lie at the top.";

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
    Look{"\x80\x02\x8A\x0A\x6C\xFC\x9C\x46\xF9\x20\x6A\xA8\x50\x19\x2E"sv,
         "This is a checkpoint in the old format of PyTorch (before 1.6), which cannot be read yet",
         kSaveAgain},
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

bool isPlainText(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    });
}

bool endsAsTensorflowIndex(const Glimpse& glimpse)
{
    return glimpse.size >= 48 &&
           littleAt<std::uint64_t>(glimpse.end, glimpse.end.size() - 8) == 0xDB4775248B80FB57U;
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
    if (endsAsTensorflowIndex(glimpse) || glimpse.name.find(".data-0") != std::string::npos)
        return unknown(
            "This looks like a part of a TensorFlow checkpoint, which cannot be read yet",
            "Convert it to PyTorch first (for SimCLR: the published converter), then "
            "choose the .pth file.");
    if (isWebPage(text))
        return unknown("This is a web page, not a checkpoint; the download brought a page instead "
                       "of the file",
                       kFetchFile);
    if (text.size() > 1 && text[0] == '\x80' && text[1] >= 2 && text[1] <= 5)
        return unknown("This is a Python pickle that PyTorch's torch.save did not write, which "
                       "cannot be read yet",
                       kSaveAgain);
    if (isPlainText(text))
        return unknown("This is a text file, not a checkpoint", kFetchFile);
    return unknown("This is not a checkpoint in a format that can be read",
                   "Choose a .pth, .pt or .safetensors file with the weights of a ResNet.");
}

} // namespace rekindle::formats
