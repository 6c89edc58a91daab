#include "core/weights/safetensors_json.h"

#include "core/base/text.h"

#include <array>

namespace rekindle::weights {
namespace {

constexpr std::size_t kLongestName = 4096;
constexpr std::size_t kMostMetadata = 1000;
constexpr std::size_t kLongestKey = 256;
constexpr std::size_t kLongestText = 64U << 10;

struct TypeName {
    std::string_view name;
    ElementType type;
    std::size_t bits;
};

constexpr std::array kTypes{
    TypeName{"F64", ElementType::F64, 64},      TypeName{"F32", ElementType::F32, 32},
    TypeName{"F16", ElementType::F16, 16},      TypeName{"BF16", ElementType::BF16, 16},
    TypeName{"I64", ElementType::I64, 64},      TypeName{"I32", ElementType::I32, 32},
    TypeName{"I16", ElementType::I16, 16},      TypeName{"I8", ElementType::I8, 8},
    TypeName{"U8", ElementType::U8, 8},         TypeName{"BOOL", ElementType::Bool, 8},
    TypeName{"U64", ElementType::Other, 64},    TypeName{"U32", ElementType::Other, 32},
    TypeName{"U16", ElementType::Other, 16},    TypeName{"C64", ElementType::Other, 64},
    TypeName{"F8_E5M2", ElementType::Other, 8}, TypeName{"F8_E4M3", ElementType::Other, 8},
    TypeName{"F8_E8M0", ElementType::Other, 8},
};

} // namespace

bool SafetensorsJson::wrong(const std::string& what)
{
    const std::string where = m_key.empty() ? "" : " at '" + text::shown(m_key, 80) + "'";
    problem = "it has " + what + where;
    return false;
}

bool SafetensorsJson::tooLarge(const std::string& what)
{
    overLimit = true;
    problem = what;
    return false;
}

bool SafetensorsJson::number_unsigned(std::uint64_t value)
{
    if (m_place == Place::Shape) {
        if (value > kMostElements)
            return tooLarge("the tensor '" + text::shown(m_key, 80) +
                            "' claims more values than "
                            "any network's");
        if (m_shape.size() >= kHighestRank)
            return tooLarge("the tensor '" + text::shown(m_key, 80) +
                            "' has more than 8 dimensions");
        m_shape.push_back(static_cast<std::int64_t>(value));
        return true;
    }
    if (m_place == Place::Offsets && m_offsets.size() < 2) {
        m_offsets.push_back(value);
        return true;
    }
    return wrong("a number in the wrong place");
}

bool SafetensorsJson::string(std::string& value)
{
    if (m_place == Place::MetadataTexts) {
        if (m_field.size() > kLongestKey || value.size() > kLongestText ||
            header.metadata.size() >= kMostMetadata)
            return tooLarge("its metadata are longer than 1,000 entries of 64 kB");
        if (!header.metadata.emplace(m_field, value).second)
            return wrong("the key '" + text::shown(m_field, 80) + "' twice");
        return true;
    }
    if (m_place == Place::Tensor && m_field == "dtype") {
        m_type = value;
        return true;
    }
    return wrong("a text in the wrong place");
}

bool SafetensorsJson::start_object(std::size_t)
{
    if (m_place == Place::Start) {
        m_place = Place::Top;
        return true;
    }
    if (m_place != Place::Top)
        return wrong("an object in the wrong place");
    if (m_key == "__metadata__") {
        m_place = Place::MetadataTexts;
        return true;
    }
    m_place = Place::Tensor;
    m_fields.clear();
    m_type.clear();
    m_shape.clear();
    m_offsets.clear();
    return true;
}

bool SafetensorsJson::key(std::string& value)
{
    if (m_place == Place::MetadataTexts) {
        m_field = value;
        return true;
    }
    if (m_place == Place::Tensor) {
        m_field = value;
        if (m_field != "dtype" && m_field != "shape" && m_field != "data_offsets")
            return wrong("an unknown field");
        return m_fields.insert(m_field).second || wrong("a field twice");
    }
    m_key = value;
    if (m_key.size() > kLongestName)
        return tooLarge("it has names of over 4 kB");
    if (m_key == "__metadata__") {
        const bool again = m_hasMetadata;
        m_hasMetadata = true;
        return !again || wrong("its metadata twice");
    }
    if (m_names.size() >= kMostTensors)
        return tooLarge("it holds over 100,000 tensors");
    return m_names.insert(m_key).second || wrong("the same name twice");
}

bool SafetensorsJson::end_object()
{
    if (m_place == Place::Tensor) {
        m_place = Place::Top;
        return keepTensor();
    }
    m_place = m_place == Place::MetadataTexts ? Place::Top : Place::Done;
    return true;
}

bool SafetensorsJson::start_array(std::size_t)
{
    if (m_place == Place::Tensor && m_field == "shape")
        m_place = Place::Shape;
    else if (m_place == Place::Tensor && m_field == "data_offsets")
        m_place = Place::Offsets;
    else
        return wrong("a list in the wrong place");
    return true;
}

bool SafetensorsJson::end_array()
{
    m_place = Place::Tensor;
    return true;
}

bool SafetensorsJson::parse_error(std::size_t position, const std::string&,
                                  const nlohmann::json::exception&)
{
    problem = "it is no valid JSON at byte " + text::count(position);
    return false;
}

bool SafetensorsJson::keepTensor()
{
    if (m_fields.size() != 3 || m_offsets.size() != 2)
        return wrong("too little about a tensor");
    for (const TypeName& type : kTypes) {
        if (type.name != m_type)
            continue;
        SafetensorsHeader::Entry entry;
        entry.info.key = m_key;
        entry.info.type = type.type;
        entry.info.shape = m_shape;
        if (!countElements(m_shape, entry.info.elements))
            return tooLarge("the tensor '" + text::shown(m_key, 80) +
                            "' claims more values than any network's");
        entry.begin = m_offsets[0];
        entry.end = m_offsets[1];
        if (entry.begin > entry.end ||
            entry.end - entry.begin != entry.info.elements * type.bits / 8)
            return wrong("a size that does not fit its shape");
        header.entries.push_back(std::move(entry));
        return true;
    }
    return wrong("an unknown type of numbers");
}

} // namespace rekindle::weights
