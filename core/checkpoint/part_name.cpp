#include "core/checkpoint/part_name.h"

#include "core/checkpoint/take_number.h"

namespace rekindle::checkpoint {

std::optional<PartName> partName(std::string_view file)
{
    const std::size_t dot = file.rfind('.');
    const std::size_t of = file.rfind("-of-", dot);
    const std::size_t line = of == std::string_view::npos ? of : file.rfind('-', of - 1);
    if (dot == std::string_view::npos || of == 0 || line == std::string_view::npos)
        return std::nullopt;
    std::string_view rest = file.substr(line, dot - line);
    PartName part;
    if (!takeNumber(rest, "-", part.number) || !takeNumber(rest, "-of-", part.count) ||
        !rest.empty() || part.number < 1 || part.count < 2 || part.number > part.count)
        return std::nullopt;
    return part;
}

} // namespace rekindle::checkpoint
