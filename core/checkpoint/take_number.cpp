#include "core/checkpoint/take_number.h"

#include <charconv>

namespace rekindle::checkpoint {

bool takeNumber(std::string_view& rest, std::string_view word, int& number)
{
    if (!rest.starts_with(word))
        return false;
    rest.remove_prefix(word.size());
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc() || number < 0 || number > 9999)
        return false;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    return true;
}

} // namespace rekindle::checkpoint
