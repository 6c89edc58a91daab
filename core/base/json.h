#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle {

/// Keys keep the order in which they were written, so files read as they were meant to.
using Json = nlohmann::ordered_json;

/// Parses text with a depth limit of 64 and no duplicate keys. Kind Damaged with line and column in
/// the message; `subject` names the file.
[[nodiscard]] Result<Json> parseJson(std::string_view text, const std::string& subject);

/// Reads and parses a whole file of at most `limit` bytes. Kinds NotFound, Io, Limit, Damaged.
[[nodiscard]] Result<Json> readJsonFile(const std::filesystem::path& file,
                                        std::uint64_t limit = 16u << 20);

/// Indented by two, ends in a newline; numbers are locale-free; NaN and infinities become null.
[[nodiscard]] std::string dumpJson(const Json& json);

/// One line, no newline.
[[nodiscard]] std::string dumpJsonLine(const Json& json);

/// Typed reading of an object's fields. The first failure sticks: read all fields, then ask
/// `error()`. The error's message names the field's path ("schedule.epochs").
class FieldReader
{
public:
    FieldReader(const Json& object, std::string subject, std::string path = {});

    [[nodiscard]] std::string text(std::string_view key);
    [[nodiscard]] std::string text(std::string_view key, std::string fallback);
    [[nodiscard]] std::int64_t integer(std::string_view key);
    [[nodiscard]] std::int64_t integer(std::string_view key, std::int64_t fallback);
    [[nodiscard]] double number(std::string_view key);
    [[nodiscard]] double number(std::string_view key, double fallback);
    [[nodiscard]] bool flag(std::string_view key, bool fallback);
    [[nodiscard]] std::vector<std::int64_t> integers(std::string_view key);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    /// The value as it stands, or null.
    [[nodiscard]] const Json& any(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const;

    [[nodiscard]] Result<void> check() const;

private:
    [[nodiscard]] const Json* find(std::string_view key) const;
    void wrong(std::string_view key, std::string_view expected);

    const Json& m_object;
    std::string m_subject;
    std::string m_path;
    std::optional<Error> m_error;
};

} // namespace rekindle
