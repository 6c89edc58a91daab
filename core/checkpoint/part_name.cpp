#include "core/checkpoint/part_name.h"

#include "core/checkpoint/take_number.h"

namespace rekindle::checkpoint {

std::optional<PartName> partName(std::string_view file)
{
    constexpr std::string_view kPattern = "-00001-of-00002";
    const std::size_t dot = file.rfind('.');
    if (dot == std::string_view::npos || dot < kPattern.size())
        return std::nullopt;
    std::string_view rest = file.substr(dot - kPattern.size(), kPattern.size());
    PartName part;
    const bool fits = rest[6] == '-' && (rest[0] == '-' || rest[0] == '_');
    rest.remove_prefix(1);
    if (!fits || !takeNumber(rest, "", part.number) || !takeNumber(rest, "-of-", part.count) ||
        !rest.empty() || part.number < 1 || part.count < 2 || part.number > part.count)
        return std::nullopt;
    return part;
}

} // namespace rekindle::checkpoint
