#include "core/slides/slide_folder.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <string_view>

namespace rekindle::slides {
namespace {

namespace fs = std::filesystem;

bool isNamedAsSlide(const fs::path& file)
{
    static constexpr std::array<std::string_view, 9> kEndings{
        ".svs", ".ndpi", ".mrxs", ".scn", ".vms", ".vmu", ".bif", ".svslide", ".zvi"};
    const std::string ending = text::lower(file.extension().string());
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

} // namespace

std::size_t slidesIn(const fs::path& folder, const std::stop_token& stop)
{
    std::error_code error;
    std::size_t count = 0;
    fs::recursive_directory_iterator entry(folder, error);
    for (; !error && entry != fs::recursive_directory_iterator() && !stop.stop_requested();
         entry.increment(error)) {
        std::error_code ignored;
        const bool hidden = entry->path().filename().string().starts_with('.');
        if (hidden && entry->is_directory(ignored))
            entry.disable_recursion_pending();
        else if (!hidden && isNamedAsSlide(entry->path()) && entry->is_regular_file(ignored))
            ++count;
    }
    return count;
}

fs::path tileTableIn(const fs::path& folder)
{
    // As cutSlides writes its first line, with and without classes.
    static constexpr std::array<std::string_view, 2> kHeads{"file,label,patient,x,y,um_per_pixel",
                                                            "file,patient,x,y,um_per_pixel"};
    const fs::path file = folder / "tiles.csv";
    std::string head(kHeads.front().size() + 1, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(stream.gcount()));
    const std::string_view line = std::string_view(head).substr(0, head.find('\n'));
    return std::find(kHeads.begin(), kHeads.end(), line) != kHeads.end() ? file : fs::path();
}

} // namespace rekindle::slides
