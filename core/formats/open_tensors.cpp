#include "core/formats/open_tensors.h"

#include "core/formats/looks_like.h"

#include <algorithm>

namespace rekindle::formats {
namespace {

constexpr std::uint64_t kGlimpseStart = 4096;
constexpr std::uint64_t kGlimpseEnd = 64;

} // namespace

Result<std::unique_ptr<StoredTensors>> openTensors(storage::FileParts& parts,
                                                   std::span<const CheckpointFormat> containers)
{
    const storage::InputFile& file = *parts.first();
    RK_TRY(const auto start, file.read(0, std::min(kGlimpseStart, file.size())));
    const std::uint64_t tail = std::min(kGlimpseEnd, file.size());
    RK_TRY(const auto end, file.read(file.size() - tail, tail));
    const Glimpse glimpse{file.path().filename().string(), file.size(), start, end};
    for (const CheckpointFormat& format : containers) {
        if (format.probe(glimpse))
            return format.read(parts);
    }
    return fail(looksLike(glimpse, file.path().string()));
}

} // namespace rekindle::formats
