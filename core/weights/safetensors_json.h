#pragma once

#include "core/weights/safetensors_header.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::weights {

/// Takes the events of nlohmann's parser one by one, so that no tree is built of a foreign header
/// and integers stay exact. Its functions' names and signatures are the parser's.
class SafetensorsJson
{
public:
    SafetensorsHeader header;
    std::string problem; ///< what is wrong, when an event was answered with false
    bool overLimit = false;

    // NOLINTBEGIN(readability-identifier-naming)
    bool null() { return wrong("null"); }
    bool boolean(bool) { return wrong("true or false"); }
    bool number_integer(std::int64_t) { return wrong("a negative number"); }
    bool number_unsigned(std::uint64_t value);
    bool number_float(double, const std::string&) { return wrong("a fraction or a huge number"); }
    bool string(std::string& value);
    bool binary(nlohmann::json::binary_t&) { return wrong("binary data"); }
    bool start_object(std::size_t);
    bool key(std::string& value);
    bool end_object();
    bool start_array(std::size_t);
    bool end_array();
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::json::exception& error);
    // NOLINTEND(readability-identifier-naming)

private:
    /// Where in the header the parser stands.
    enum class Place { Start, Top, MetadataTexts, Tensor, Shape, Offsets, Done };

    bool wrong(const std::string& what);
    bool tooLarge(const std::string& what);
    bool keepTensor();

    Place m_place = Place::Start;
    std::string m_key;   ///< at the top: a tensor's name
    std::string m_field; ///< inside a tensor or the metadata
    std::set<std::string> m_names;
    std::set<std::string> m_fields;
    bool m_hasMetadata = false;
    std::string m_type;
    std::vector<std::int64_t> m_shape;
    std::vector<std::uint64_t> m_offsets;
};

} // namespace rekindle::weights
