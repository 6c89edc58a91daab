#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/warning.h"

#include <string>
#include <string_view>
#include <vector>

namespace rekindle::cli {

/// Where results go: lines for people, or one JSON object and nothing else on standard output.
/// Warnings go to standard error and, with --json, into the object.
class Output
{
public:
    void useJson() { m_json = true; }
    [[nodiscard]] bool json() const { return m_json; }
    /// Nothing for people at all (a worker of the queue); errors are still said.
    void beQuiet() { m_quiet = true; }
    [[nodiscard]] bool quiet() const { return m_quiet; }

    /// A line for people; nothing with --json. Control characters of names in it are escaped,
    /// line breaks too.
    void line(std::string_view text);
    /// Several lines, put together from such texts.
    void lines(std::string_view text);
    /// Rows as a table: each column as wide as its widest cell, the first left, the others right.
    void table(const std::vector<std::vector<std::string>>& rows);
    /// Something the user should know although the work was done: a line on standard error, an
    /// object under `warnings`, and exit code 6 under --strict.
    void warn(const Warning& warning);
    void warn(const Warnings& warnings);
    [[nodiscard]] const Warnings& warnings() const { return m_warnings; }
    /// The result as JSON: printed with `schema` first and `warnings` last, once; nothing without
    /// --json.
    void object(std::string_view schema, const Json& fields);

    /// The error as its one sentence, and with --json as an object if none was printed.
    void error(const Error& error);
    /// Flushes; an error when standard output took not everything (a full disk).
    [[nodiscard]] Result<void> finish();

private:
    bool m_json = false;
    bool m_quiet = false;
    bool m_printed = false;
    Warnings m_warnings;
};

/// Adds the keys of `more`, replacing those that are there.
void addKeys(Json& json, const Json& more);

} // namespace rekindle::cli
