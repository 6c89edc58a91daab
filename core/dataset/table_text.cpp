#include "core/dataset/table_text.h"

#include <array>
#include <cstdint>
#include <utf8proc.h>

namespace rekindle::dataset {
namespace {

constexpr std::string_view kMark8 = "\xef\xbb\xbf";
constexpr std::string_view kMark16Little = "\xff\xfe";
constexpr std::string_view kMark16Big = "\xfe\xff";

/// 0x80 to 0x9f of Windows-1252 (unicode.org, CP1252.TXT); the rest are the code points themselves.
constexpr std::array<std::int32_t, 32> kWindows = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append(std::string& text, std::int32_t codePoint)
{
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto count = utf8proc_encode_char(codePoint, bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(count));
}

std::string fromUtf16(std::string_view bytes, bool big)
{
    constexpr std::int32_t kReplacement = 0xFFFD;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<std::int32_t>(big ? first << 8 | second : second << 8 | first);
    };
    std::string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        std::int32_t code = unit(at);
        const bool high = code >= 0xD800 && code < 0xDC00;
        if (high && at + 3 < bytes.size()) {
            const std::int32_t low = unit(at + 2);
            const bool pair = low >= 0xDC00 && low < 0xE000;
            code = pair ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00) : kReplacement;
            at += pair ? 2 : 0;
        }
        append(text, code >= 0xD800 && code < 0xE000 ? kReplacement : code);
    }
    return text;
}

/// "\r\n" of Windows and "\r" of old Macs.
std::string withPlainLines(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r')
            plain += text[at];
        else if (at + 1 == text.size() || text[at + 1] != '\n')
            plain += '\n';
    }
    return plain;
}

} // namespace

bool isUtf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        utf8proc_int32_t code = 0;
        const auto length =
            utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data() + at),
                             static_cast<utf8proc_ssize_t>(bytes.size() - at), &code);
        if (length <= 0)
            return false;
        at += static_cast<std::size_t>(length);
    }
    return true;
}

std::string fromWindows1252(std::string_view bytes)
{
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append(text, byte >= 0x80 && byte < 0xA0 ? kWindows[byte - 0x80U] : byte);
    }
    return text;
}

Result<std::string> tableText(std::string_view bytes, const std::string& subject)
{
    if (bytes.starts_with(kMark16Little) || bytes.starts_with(kMark16Big))
        return withPlainLines(fromUtf16(bytes.substr(2), bytes.starts_with(kMark16Big)));
    if (bytes.starts_with(kMark8))
        bytes.remove_prefix(kMark8.size());
    if (bytes.find('\0') != std::string_view::npos)
        return fail(ErrorKind::Damaged, "This is not a table of text", subject,
                    "Save it as CSV with UTF-8 characters.");
    return withPlainLines(isUtf8(bytes) ? std::string(bytes) : fromWindows1252(bytes));
}

} // namespace rekindle::dataset
