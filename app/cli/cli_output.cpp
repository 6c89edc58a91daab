#include "app/cli/cli_output.h"

#include "core/base/error_json.h"
#include "core/base/text.h"
#include "core/storage/atomic_write.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace rekindle::cli {
namespace {

void put(std::FILE* stream, std::string_view text)
{
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stream));
}

/// Bytes that begin a character: what a terminal counts, as long as nothing is double-width.
std::size_t shownWidth(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// A file name may hold a line break; the sentence stays one line.
std::string oneLine(const std::string& sentence)
{
    return text::shown(sentence, std::string::npos);
}

/// What the command line has for somebody who reads this.
std::string_view optionFor(std::string_view warning)
{
    return warning == "bands" ? " --bands chooses others." : "";
}

} // namespace

void Output::line(std::string_view said)
{
    if (!m_json && !m_quiet)
        put(stdout, oneLine(std::string(said)) + "\n");
}

void Output::lines(std::string_view said)
{
    for (const std::string& part : text::split(said, '\n'))
        line(part);
}

void Output::table(const std::vector<std::vector<std::string>>& rows)
{
    // A name in a cell makes no line of its own, and is as wide as it is shown.
    std::vector<std::vector<std::string>> cells = rows;
    std::vector<std::size_t> widths;
    for (auto& row : cells) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = oneLine(row[i]);
            widths[i] = std::max(widths[i], shownWidth(row[i]));
        }
    }
    for (const auto& row : cells) {
        std::string text;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string padding(widths[i] - shownWidth(row[i]), ' ');
            text += (i == 0 ? "" : "  ") + (i == 0 ? row[i] + padding : padding + row[i]);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        line(text);
    }
}

void Output::warn(const Warning& warning)
{
    const std::size_t before = m_warnings.items().size();
    m_warnings.add(warning);
    if (!m_quiet && m_warnings.items().size() > before)
        put(stderr, "rekindle-cli: note: " + oneLine(describe(warning)) +
                        std::string(optionFor(warning.kind)) + "\n");
}

void Output::warn(const Warnings& warnings)
{
    for (const Warning& warning : warnings.items())
        warn(warning);
}

void Output::object(std::string_view schema, const Json& fields)
{
    if (!m_json || m_printed)
        return;
    Json json;
    json["schema"] = schema;
    for (const auto& [key, value] : fields.items()) {
        if (key != "schema")
            json[key] = value;
    }
    json.erase("warnings");
    json["warnings"] = toJson(m_warnings);
    m_printed = true;
    put(stdout, dumpJsonLine(json) + "\n");
}

void Output::error(const Error& error)
{
    put(stderr, "rekindle-cli: " + oneLine(describe(error)) + "\n");
    object("rekindle.error/1", Json{{"error", toJson(error)}});
}

Result<void> Output::finish()
{
    errno = 0;
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return {};
    m_printed = true;
    return fail(storage::ioError(errno == 0 ? EIO : errno, "written", "standard output"));
}

void addKeys(Json& json, const Json& more)
{
    for (const auto& [key, value] : more.items())
        json[key] = value;
}

} // namespace rekindle::cli
