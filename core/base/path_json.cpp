#include "core/base/path_json.h"

#include "core/base/text.h"

#include <algorithm>
#include <string_view>

namespace rekindle {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

std::optional<std::string> fromHex(const std::string& hex)
{
    if (hex.size() % 2 != 0)
        return std::nullopt;
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const auto high = kDigits.find(hex[i]);
        const auto low = kDigits.find(hex[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos)
            return std::nullopt;
        bytes += static_cast<char>(high * 16 + low);
    }
    return bytes;
}

} // namespace

Json pathToJson(const std::filesystem::path& path)
{
    const std::string& raw = path.native();
    const std::string shown = text::shown(raw, raw.size() + 1);
    if (shown == raw)
        return raw;
    std::string hex;
    for (const char c : raw) {
        const auto byte = static_cast<unsigned char>(c);
        hex += kDigits[byte >> 4];
        hex += kDigits[byte & 15];
    }
    return Json{{"bytes", hex}, {"shown", shown}};
}

std::optional<std::string> pathFromJson(const Json& json)
{
    if (json.is_string())
        return json.get<std::string>();
    if (!json.is_object())
        return std::nullopt;
    const auto bytes = json.find("bytes");
    if (bytes == json.end() || !bytes->is_string())
        return std::nullopt;
    return fromHex(bytes->get<std::string>());
}

Result<std::string> pathField(const Json& object, const std::string& key, const std::string& shown,
                              const std::string& subject)
{
    const Json value = object.is_object() ? object.value(key, Json()) : Json();
    if (value.is_null())
        return std::string();
    const auto path = pathFromJson(value);
    if (!path)
        return fail(ErrorKind::Damaged, "'" + shown + "' should be a path", subject);
    return *path;
}

std::filesystem::path absolutePath(const std::filesystem::path& path)
{
    std::error_code code;
    const auto whole = std::filesystem::absolute(path, code);
    return (code ? path : whole).lexically_normal();
}

bool liesBeneath(const std::filesystem::path& path, const std::filesystem::path& folder)
{
    const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    // A folder written "a/b/" ends in an empty part.
    return end == folder.end() || (end->empty() && std::next(end) == folder.end());
}

bool staysInside(const std::filesystem::path& relative)
{
    return !relative.empty() && relative.is_relative() &&
           std::none_of(relative.begin(), relative.end(),
                        [](const std::filesystem::path& part) { return part == ".."; });
}

} // namespace rekindle
