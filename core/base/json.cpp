#include "core/base/json.h"

#include "core/base/read_file.h"
#include "core/base/text.h"

#include <cmath>
#include <set>

namespace rekindle {
namespace {

const Json kNull;

/// Of one object: keys keep their order and are looked up one by one, so that their number counts
/// squared.
constexpr std::size_t kMostKeys = 10'000;

/// Without the parser's own "[json.exception.parse_error.101] ".
std::string plainReason(std::string_view what)
{
    const auto end = what.starts_with('[') ? what.find("] ") : std::string_view::npos;
    return text::shown(end == std::string_view::npos ? what : what.substr(end + 2));
}

/// A callback for the parser that refuses what a bounded reader must not accept.
class Strict
{
public:
    bool operator()(int depth, Json::parse_event_t event, Json& value)
    {
        if (depth > 64)
            throw std::length_error("it is nested more than 64 levels deep");
        switch (event) {
        case Json::parse_event_t::object_start:
            m_keys.emplace_back();
            break;
        case Json::parse_event_t::object_end:
            m_keys.pop_back();
            break;
        case Json::parse_event_t::key: {
            const auto key = value.get<std::string>();
            if (m_keys.empty())
                break;
            if (!m_keys.back().insert(key).second)
                throw std::length_error("the key '" + text::shown(key) + "' appears twice");
            if (m_keys.back().size() > kMostKeys)
                throw std::length_error("one object has more than " + text::count(kMostKeys) +
                                        " keys");
            break;
        }
        default:
            break;
        }
        return true;
    }

private:
    std::vector<std::set<std::string>> m_keys;
};

} // namespace

Result<Json> parseJson(std::string_view text, const std::string& subject)
{
    try {
        return Json::parse(text, Strict{});
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorKind::Damaged,
                    "This is not valid JSON (" + plainReason(error.what()) + ")", subject);
    } catch (const std::length_error& error) {
        return fail(ErrorKind::Damaged, std::string("This JSON cannot be used: ") + error.what(),
                    subject);
    }
}

Result<Json> readJsonFile(const std::filesystem::path& file, std::uint64_t limit)
{
    RK_TRY(const std::string text, readFile(file, limit));
    return parseJson(text, file.string());
}

std::string dumpJson(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string dumpJsonLine(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

FieldReader::FieldReader(const Json& object, std::string subject, std::string path)
    : m_object(object), m_subject(std::move(subject)), m_path(std::move(path))
{
    if (!object.is_object())
        m_error = Error{ErrorKind::Damaged,
                        (m_path.empty() ? std::string("The content") : "'" + m_path + "'") +
                            " is not an object",
                        m_subject,
                        {}};
}

const Json* FieldReader::find(std::string_view key) const
{
    if (!m_object.is_object())
        return nullptr;
    const auto it = m_object.find(std::string(key));
    return it == m_object.end() ? nullptr : &*it;
}

void FieldReader::wrong(std::string_view key, std::string_view expected)
{
    if (m_error)
        return;
    const std::string path = m_path.empty() ? std::string(key) : m_path + '.' + std::string(key);
    m_error = Error{
        ErrorKind::Damaged, "'" + path + "' should be " + std::string(expected), m_subject, {}};
}

std::string FieldReader::text(std::string_view key)
{
    const Json* value = find(key);
    if (value != nullptr && value->is_string())
        return value->get<std::string>();
    wrong(key, "a text");
    return {};
}

std::string FieldReader::text(std::string_view key, std::string fallback)
{
    const Json* value = find(key);
    if (value == nullptr || value->is_null())
        return fallback;
    return text(key);
}

std::int64_t FieldReader::integer(std::string_view key)
{
    const Json* value = find(key);
    if (value != nullptr && value->is_number_integer())
        return value->get<std::int64_t>();
    wrong(key, "a whole number");
    return 0;
}

std::int64_t FieldReader::integer(std::string_view key, std::int64_t fallback)
{
    const Json* value = find(key);
    if (value == nullptr || value->is_null())
        return fallback;
    return integer(key);
}

double FieldReader::number(std::string_view key)
{
    const Json* value = find(key);
    if (value != nullptr && value->is_number())
        return value->get<double>();
    wrong(key, "a number");
    return 0;
}

double FieldReader::number(std::string_view key, double fallback)
{
    const Json* value = find(key);
    if (value == nullptr || value->is_null())
        return fallback;
    return number(key);
}

bool FieldReader::flag(std::string_view key, bool fallback)
{
    const Json* value = find(key);
    if (value == nullptr || value->is_null())
        return fallback;
    if (value->is_boolean())
        return value->get<bool>();
    wrong(key, "true or false");
    return fallback;
}

std::vector<std::int64_t> FieldReader::integers(std::string_view key)
{
    std::vector<std::int64_t> values;
    const Json* list = find(key);
    if (list == nullptr || list->is_null())
        return values;
    if (!list->is_array()) {
        wrong(key, "a list of whole numbers");
        return values;
    }
    for (const Json& value : *list) {
        if (!value.is_number_integer()) {
            wrong(key, "a list of whole numbers");
            return {};
        }
        values.push_back(value.get<std::int64_t>());
    }
    return values;
}

std::vector<std::string> FieldReader::texts(std::string_view key)
{
    std::vector<std::string> values;
    const Json* list = find(key);
    if (list == nullptr || list->is_null())
        return values;
    if (!list->is_array()) {
        wrong(key, "a list of texts");
        return values;
    }
    for (const Json& value : *list) {
        if (!value.is_string()) {
            wrong(key, "a list of texts");
            return {};
        }
        values.push_back(value.get<std::string>());
    }
    return values;
}

const Json& FieldReader::any(std::string_view key) const
{
    const Json* value = find(key);
    return value == nullptr ? kNull : *value;
}

bool FieldReader::has(std::string_view key) const
{
    return find(key) != nullptr;
}

Result<void> FieldReader::check() const
{
    if (m_error)
        return fail(*m_error);
    return {};
}

} // namespace rekindle
