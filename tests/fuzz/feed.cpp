#include "tests/fuzz/feed.h"

#include "core/checkpoint/checkpoint.h"
#include "core/formats/format.h"
#include "core/inspect/weight_report.h"
#include "core/storage/file_parts.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace rekindle::test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBundle = "tensorflow-bundle";
constexpr std::uint64_t kMostElements = 1U << 20;

/// A folder in memory, which goes with the program.
const fs::path& folder()
{
    struct Folder {
        fs::path path = fs::path("/dev/shm") / ("rekindle-fuzz-" + std::to_string(::getpid()));
        Folder() { fs::create_directory(path); }
        Folder(const Folder&) = delete;
        Folder& operator=(const Folder&) = delete;
        ~Folder()
        {
            std::error_code code;
            fs::remove_all(path, code);
        }
    };
    static const Folder kFolder;
    return kFolder.path;
}

void write(const fs::path& file, Bytes bytes)
{
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
}

/// The checkpoint that a user would choose.
fs::path place(std::string_view container, Bytes bytes)
{
    if (container != kBundle) {
        write(folder() / "file", bytes);
        return folder() / "file";
    }
    const std::size_t length =
        bytes.size() < 2
            ? 0
            : std::min<std::size_t>(littleAt<std::uint16_t>(bytes, 0), bytes.size() - 2);
    const Bytes rest = bytes.subspan(std::min<std::size_t>(2, bytes.size()));
    write(folder() / "m.index", rest.first(length));
    write(folder() / "m.data-00000-of-00001", rest.subspan(length));
    return folder() / "m.index";
}

void readAll(formats::StoredTensors& stored)
{
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < stored.tensors().size(); ++i) {
        const auto& info = stored.tensors()[i];
        if (info.type != weights::ElementType::Other && info.elements <= kMostElements)
            wanted.push_back(i);
    }
    std::uint64_t sum = 0;
    const auto loaded = stored.load(wanted, [&](std::size_t nth, const formats::RawTensor& raw) {
        const auto& info = stored.tensors()[wanted[nth]];
        std::vector<float> values(static_cast<std::size_t>(info.elements));
        weights::toFloat(raw.type, raw.order, raw.packed, values);
        sum += values.size();
        return Result<void>();
    });
    static_cast<void>(loaded);
}

std::string contentOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

void feed(std::string_view container, Bytes bytes)
{
    const fs::path file = place(container, bytes);
    if (container == "all") {
        checkpoint::ReadOptions options;
        options.anyNetwork = true;
        options.allowNonFinite = true;
        options.keepHead = true;
        const auto read = checkpoint::readCheckpoint(file, options);
        if (read)
            static_cast<void>(inspect::inspectCheckpoint(*read));
        static_cast<void>(inspect::inspectFile(file, options));
        return;
    }
    auto parts = storage::FileParts::open(file);
    if (!parts)
        return;
    for (const formats::CheckpointFormat& format : formats::formats()) {
        if (format.name != container)
            continue;
        const auto stored = format.read(*parts);
        if (stored)
            readAll(**stored);
    }
}

std::string seedOf(std::string_view container, const std::string& file)
{
    std::string content = contentOf(file);
    if (container != kBundle)
        return content;
    const std::string values = contentOf(fs::path(file).replace_extension(".data-00000-of-00001"));
    const std::uint64_t length = content.size();
    return std::string{static_cast<char>(length & 0xFFU), static_cast<char>(length >> 8)} +
           content + values;
}

} // namespace rekindle::test
