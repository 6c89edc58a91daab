#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::dataset {

/// Cuts a table into records of fields (RFC 4180: quotes, doubled quotes, line ends in quotes).
class CsvCutter
{
public:
    /// The separator is the one that a first line "sep=;" names (Excel's), which is passed over, or
    /// of ',', ';', tab and '|' the one that occurs most in the first line.
    explicit CsvCutter(std::string_view text);

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    /// The line, from 1, at which the last record began.
    [[nodiscard]] std::size_t line() const { return m_recordLine; }
    /// Whether the last record ended inside a quoted field.
    [[nodiscard]] bool broken() const { return m_broken; }

    /// The fields of the next record, without blanks around them.
    [[nodiscard]] std::vector<std::string> next();

private:
    [[nodiscard]] bool nextField(std::string& field);

    std::string_view m_text;
    char m_separator = ',';
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::size_t m_recordLine = 1;
    bool m_broken = false;
};

} // namespace rekindle::dataset
