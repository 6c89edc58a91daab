#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle {

/// Something that failed nobody but that whoever reads the outcome must know. `kind` is a stable
/// word to branch on ("image_set_aside"), `sentence` what happened in plain words without the
/// subject's path in it, `subject` the file, layer or setting concerned (may be empty), `count` how
/// many times it happened.
struct Warning {
    std::string kind;
    std::string sentence;
    std::string subject;
    std::uint64_t count = 1;

    bool operator==(const Warning&) const = default;
};

/// Warnings in the order in which they were first met. One that repeats (same kind, sentence and
/// subject) is counted and not listed again; of one kind at most `kMostSubjects` are listed, the
/// others only counted, so that a million bad files make no million lines.
class Warnings
{
public:
    static constexpr std::size_t kMostSubjects = 100;

    void add(Warning warning);
    void add(std::string kind, std::string sentence, std::string subject = {});
    /// All of another list, counts included.
    void add(const Warnings& others);

    [[nodiscard]] const std::vector<Warning>& items() const { return m_items; }
    [[nodiscard]] bool empty() const { return m_items.empty(); }
    /// Whether this very one (kind, sentence, subject) is listed, however often it was met.
    [[nodiscard]] bool holds(const Warning& warning) const;
    /// How many warnings were met, repeats included.
    [[nodiscard]] std::uint64_t count() const;
    bool operator==(const Warnings&) const = default;

private:
    std::vector<Warning> m_items;
};

/// One line for people: "<sentence>: <subject> (12 times)." Control characters of the subject are
/// escaped.
[[nodiscard]] std::string describe(const Warning& warning);

/// {kind, sentence, subject, count}, and a list of these.
[[nodiscard]] Json toJson(const Warning& warning);
[[nodiscard]] Json toJson(const Warnings& warnings);
/// Kind Damaged.
[[nodiscard]] Result<Warning> warningFromJson(const Json& json, const std::string& subject);
[[nodiscard]] Result<Warnings> warningsFromJson(const Json& json, const std::string& subject);

} // namespace rekindle
