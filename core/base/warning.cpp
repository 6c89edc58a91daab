#include "core/base/warning.h"

#include "core/base/text.h"

#include <algorithm>

namespace rekindle {
namespace {

/// As it is written: bytes that are no text are not what a reader gets back.
std::string written(const std::string& subject)
{
    constexpr std::size_t kLongest = 4096;
    return text::shown(subject, kLongest);
}

bool isSame(const Warning& one, const Warning& other)
{
    return one.kind == other.kind && one.sentence == other.sentence &&
           written(one.subject) == written(other.subject);
}

} // namespace

void Warnings::add(Warning warning)
{
    const auto repeats = [&](const Warning& other) { return isSame(other, warning); };
    const auto sameKind = [&](const Warning& other) { return other.kind == warning.kind; };
    auto at = std::find_if(m_items.begin(), m_items.end(), repeats);
    if (at == m_items.end() && static_cast<std::size_t>(std::count_if(
                                   m_items.begin(), m_items.end(), sameKind)) > kMostSubjects) {
        // The last of its kind stands for all that are not listed.
        at = std::find_if(m_items.rbegin(), m_items.rend(), sameKind).base() - 1;
        at->subject = "and others";
    }
    if (at != m_items.end())
        at->count += warning.count;
    else
        m_items.push_back(std::move(warning));
}

void Warnings::add(std::string kind, std::string sentence, std::string subject)
{
    add(Warning{std::move(kind), std::move(sentence), std::move(subject), 1});
}

void Warnings::add(const Warnings& others)
{
    for (const Warning& warning : others.items())
        add(warning);
}

bool Warnings::holds(const Warning& warning) const
{
    return std::any_of(m_items.begin(), m_items.end(),
                       [&](const Warning& other) { return isSame(other, warning); });
}

std::uint64_t Warnings::count() const
{
    std::uint64_t sum = 0;
    for (const Warning& warning : m_items)
        sum += warning.count;
    return sum;
}

std::string describe(const Warning& warning)
{
    std::string line = warning.sentence;
    while (!line.empty() && line.back() == '.')
        line.pop_back();
    if (!warning.subject.empty())
        line += ": " + text::shown(warning.subject);
    if (warning.count > 1)
        line += " (" + text::count(warning.count) + " times)";
    return line + ".";
}

Json toJson(const Warning& warning)
{
    return Json{{"kind", warning.kind},
                {"sentence", warning.sentence},
                {"subject", written(warning.subject)},
                {"count", warning.count}};
}

Json toJson(const Warnings& warnings)
{
    Json list = Json::array();
    for (const Warning& warning : warnings.items())
        list.push_back(toJson(warning));
    return list;
}

Result<Warning> warningFromJson(const Json& json, const std::string& subject)
{
    FieldReader fields(json, subject, "warnings");
    Warning warning;
    warning.kind = fields.text("kind");
    warning.sentence = fields.text("sentence");
    warning.subject = fields.text("subject", "");
    const std::int64_t count = fields.integer("count", 1);
    RK_CHECK(fields.check());
    if (count < 1)
        return fail(ErrorKind::Damaged, "A warning is counted less than once", subject);
    warning.count = static_cast<std::uint64_t>(count);
    return warning;
}

Result<Warnings> warningsFromJson(const Json& json, const std::string& subject)
{
    if (!json.is_array())
        return fail(ErrorKind::Damaged, "The list of warnings is not a list", subject);
    Warnings warnings;
    for (const Json& item : json) {
        RK_TRY(auto warning, warningFromJson(item, subject));
        warnings.add(std::move(warning));
    }
    return warnings;
}

} // namespace rekindle
