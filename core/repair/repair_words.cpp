#include "core/repair/repair_words.h"

#include <array>
#include <utility>

namespace rekindle::repair {
namespace {

template <class Value, std::size_t Count>
using Words = std::array<std::pair<std::string_view, Value>, Count>;

constexpr Words<DeadMode, 3> kDeadModes = {
    {{"copy", DeadMode::Copy}, {"random", DeadMode::Random}, {"none", DeadMode::None}}};
constexpr Words<ScaleScope, 3> kScopes = {
    {{"layer", ScaleScope::Layer}, {"filter", ScaleScope::Filter}, {"none", ScaleScope::None}}};
constexpr Words<ScaleRule, 3> kRules = {{{"paper", ScaleRule::Paper},
                                         {"canonical", ScaleRule::Canonical},
                                         {"gamma-only", ScaleRule::GammaOnly}}};
constexpr Words<EpsMode, 2> kEpsModes = {
    {{"literal", EpsMode::Literal}, {"exact", EpsMode::Exact}}};

template <class Value, std::size_t Count>
std::string_view wordOf(const Words<Value, Count>& words, Value value)
{
    for (const auto& [text, meaning] : words) {
        if (meaning == value)
            return text;
    }
    return {};
}

template <class Value, std::size_t Count>
Result<Value> parse(const Words<Value, Count>& words, std::string_view given, const char* setting)
{
    std::string known;
    for (const auto& [text, meaning] : words) {
        if (text == given)
            return meaning;
        known += (known.empty() ? "" : ", ") + std::string(text);
    }
    return fail(ErrorKind::Usage, "'" + std::string(given) + "' is not possible here", setting,
                "Use one of " + known + ".");
}

} // namespace

std::string_view word(DeadMode mode)
{
    return wordOf(kDeadModes, mode);
}
std::string_view word(ScaleScope scope)
{
    return wordOf(kScopes, scope);
}
std::string_view word(ScaleRule rule)
{
    return wordOf(kRules, rule);
}
std::string_view word(EpsMode mode)
{
    return wordOf(kEpsModes, mode);
}

Result<DeadMode> parseDeadMode(std::string_view given)
{
    return parse(kDeadModes, given, "dead");
}
Result<ScaleScope> parseScaleScope(std::string_view given)
{
    return parse(kScopes, given, "scale");
}
Result<ScaleRule> parseScaleRule(std::string_view given)
{
    return parse(kRules, given, "rule");
}
Result<EpsMode> parseEpsMode(std::string_view given)
{
    return parse(kEpsModes, given, "eps");
}

} // namespace rekindle::repair
