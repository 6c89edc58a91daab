#include "core/dataset/csv_cutter.h"

#include "core/base/text.h"

#include <algorithm>

namespace rekindle::dataset {
namespace {

void trim(std::string& text)
{
    constexpr std::string_view kBlanks = " \t\n\v\f";
    const auto begin = text.find_first_not_of(kBlanks);
    if (begin == std::string::npos) {
        text.clear();
        return;
    }
    text.erase(text.find_last_not_of(kBlanks) + 1);
    text.erase(0, begin);
}

} // namespace

CsvCutter::CsvCutter(std::string_view text) : m_text(text)
{
    const auto end = text.find('\n');
    const auto first = text.substr(0, end);
    if (first.size() >= 5 && text::lower(first.substr(0, 4)) == "sep=") {
        m_separator = first[4];
        m_at = end == std::string_view::npos ? text.size() : end + 1;
        m_line = 2;
        return;
    }
    for (const char candidate : {';', '\t', '|'}) {
        if (std::count(first.begin(), first.end(), candidate) >
            std::count(first.begin(), first.end(), m_separator))
            m_separator = candidate;
    }
}

std::vector<std::string> CsvCutter::next()
{
    std::vector<std::string> fields;
    m_recordLine = m_line;
    for (bool more = true; more;) {
        fields.emplace_back();
        more = nextField(fields.back());
        trim(fields.back());
    }
    return fields;
}

/// Reads one field; whether another one follows in this record.
bool CsvCutter::nextField(std::string& field)
{
    bool quoted = !atEnd() && m_text[m_at] == '"';
    m_at += quoted ? 1 : 0;
    for (; !atEnd(); ++m_at) {
        const char c = m_text[m_at];
        m_line += c == '\n' ? 1 : 0;
        if (quoted && c == '"') {
            // A doubled quote is one character of the field; a single one ends it.
            quoted = m_at + 1 < m_text.size() && m_text[m_at + 1] == '"';
            if (!quoted)
                continue;
            ++m_at;
        } else if (!quoted && (c == m_separator || c == '\n')) {
            ++m_at;
            return c == m_separator;
        }
        field += c;
    }
    m_broken = quoted;
    return false;
}

} // namespace rekindle::dataset
