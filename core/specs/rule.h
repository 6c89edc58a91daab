#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::specs {

/// What a setting accepts: enough to read it from a command line, to check it in a file and to
/// offer it in a form.
struct Rule {
    enum class Kind {
        Whole,     ///< a whole number from `low` to `high`
        Seed,      ///< any unsigned 64-bit number
        Real,      ///< a finite number from `low` to `high`
        Word,      ///< one of `words()`
        Text,      ///< a path or a name, of any bytes
        Device,    ///< auto, cpu, cuda or cuda:N
        Wholes,    ///< whole numbers from `low` to `high`, in an order that counts
        WholeSet,  ///< the same, ascending and once each
        Size,      ///< bytes, a whole number; as text "6G" (size_text.h)
        Structure, ///< what only a file can give
    };

    Kind kind = Kind::Text;
    double low = 0; ///< exact: no bound here is beyond 2^53
    double high = 0;
    std::function<std::vector<std::string>()> words = {};  ///< Word: asked anew each time
    std::string shape = {};                                ///< Structure: in words
    std::function<bool(const Json& value)> isOfShape = {}; ///< Structure

    /// For people: "a whole number from 1 to 100".
    [[nodiscard]] std::string accepts() const;
    /// Text as `--set` gives it, as JSON; nothing if it is not of this kind. Its range is not
    /// looked at.
    [[nodiscard]] std::optional<Json> parse(const std::string& text) const;
    [[nodiscard]] bool admits(const Json& value) const;
    /// The one way to write a value that is admitted: 1 as 1.0 where a number may have a fraction,
    /// a set in ascending order. Equal values then have equal texts.
    [[nodiscard]] Json normal(const Json& value) const;
};

[[nodiscard]] Rule wholeNumber(std::int64_t low, std::int64_t high);
[[nodiscard]] Rule anySeed();
[[nodiscard]] Rule realNumber(double low, double high);
[[nodiscard]] Rule oneOf(std::vector<std::string> words);
[[nodiscard]] Rule oneOf(std::function<std::vector<std::string>()> words);
[[nodiscard]] Rule anyText();
[[nodiscard]] Rule deviceName();
[[nodiscard]] Rule listOfNumbers(std::int64_t low, std::int64_t high);
[[nodiscard]] Rule setOfNumbers(std::int64_t low, std::int64_t high);
[[nodiscard]] Rule anySize();
[[nodiscard]] Rule structured(std::string shape, std::function<bool(const Json&)> isOfShape);

} // namespace rekindle::specs
