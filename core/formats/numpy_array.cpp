#include "core/formats/numpy_array.h"

#include "core/base/text.h"

#include <array>
#include <utility>

namespace rekindle::formats {
namespace {

using pickle::PickleValues;
using pickle::ValueId;
using pickle::ValueKind;
using weights::ElementType;

struct Kind {
    std::string_view code;
    ElementType type;
};
constexpr std::array kKinds{
    Kind{"f4", ElementType::F32}, Kind{"f8", ElementType::F64}, Kind{"f2", ElementType::F16},
    Kind{"i8", ElementType::I64}, Kind{"i4", ElementType::I32}, Kind{"i2", ElementType::I16},
    Kind{"i1", ElementType::I8},  Kind{"u1", ElementType::U8},  Kind{"b1", ElementType::Bool},
};

bool isOfNumpy(std::string_view module)
{
    return module == "numpy" || module.starts_with("numpy.core.") ||
           module.starts_with("numpy._core.");
}

bool isText(const PickleValues& values, ValueId id)
{
    return values.is(id, ValueKind::Text) || values.is(id, ValueKind::Binary);
}

/// The payload behind `_codecs.encode(text, 'latin1')`, with which protocol 2 writes bytes; or the
/// bytes themselves.
ValueId payloadOf(const PickleValues& values, ValueId id)
{
    if (values.is(id, ValueKind::Binary) || values.is(id, ValueKind::Text))
        return id;
    if (!values.is(id, ValueKind::Object))
        return pickle::kNoValue;
    const auto parts = values.children(id);
    const auto name = nameOf(values, parts[0]);
    const auto given = values.children(parts[1]);
    if (!name)
        return pickle::kNoValue;
    if (name->first == "_codecs" && name->second == "encode" && given.size() == 2 &&
        values.is(given[0], ValueKind::Text) && values.is(given[1], ValueKind::Text) &&
        (values.text(given[1]) == "latin1" || values.text(given[1]) == "latin-1"))
        return given[0];
    const bool builtin = name->first == "builtins" || name->first == "__builtin__";
    if (builtin && (name->second == "bytearray" || name->second == "bytes") && given.size() <= 2)
        return given.empty() ? id : payloadOf(values, given[0]);
    return pickle::kNoValue;
}

class Rebuilder
{
public:
    Rebuilder(const PickleValues& values, const std::string& name, const std::string& subject)
        : m_values(values), m_name(name), m_subject(subject)
    {
    }

    Result<std::optional<NumpyArray>> run(ValueId object)
    {
        const auto parts = m_values.children(object);
        const auto name = nameOf(m_values, parts[0]);
        if (!name)
            return std::optional<NumpyArray>();
        const auto given = m_values.children(parts[1]);
        if (isReconstruct(parts[0]) && isNdarray(given))
            return fromState(parts[2]);
        // dill 0.3 and later: (reconstruct, its arguments, state, attributes).
        if (name->first.starts_with("dill") && name->second == "_create_array" &&
            given.size() >= 3 && isReconstruct(given[0]) && isNdarray(m_values.children(given[1])))
            return fromState(given[2]);
        // jax: (reconstruct, its arguments, state, what jax knows besides).
        if (name->first.starts_with("jax") && name->second == "_reconstruct_array" &&
            given.size() >= 3 && isReconstruct(given[0]) && isNdarray(m_values.children(given[1])))
            return fromState(given[2]);
        // Protocol 5: (bytes, dtype, shape, order).
        if (isOfNumpy(name->first) && name->second == "_frombuffer" && given.size() == 4)
            return fromBuffer(given);
        return std::optional<NumpyArray>();
    }

private:
    [[nodiscard]] bool isReconstruct(ValueId id) const
    {
        const auto name = nameOf(m_values, id);
        return name && isOfNumpy(name->first) && name->second == "_reconstruct";
    }

    [[nodiscard]] bool isNdarray(std::span<const ValueId> given) const
    {
        const auto name = given.empty() ? std::nullopt : nameOf(m_values, given[0]);
        return name && isOfNumpy(name->first) && name->second == "ndarray";
    }

    /// (version, shape, dtype, column-major, bytes)
    Result<std::optional<NumpyArray>> fromState(ValueId id)
    {
        const auto state =
            m_values.is(id, ValueKind::Tuple) ? m_values.children(id) : std::span<const ValueId>();
        if (state.size() != 5 || !m_values.is(state[3], ValueKind::Bool))
            return damaged("is broken");
        NumpyArray array;
        array.columnMajor = m_values.integer(state[3]) != 0;
        return finish(array, state[1], state[2], state[4]);
    }

    Result<std::optional<NumpyArray>> fromBuffer(std::span<const ValueId> given)
    {
        NumpyArray array;
        if (!m_values.is(given[3], ValueKind::Text))
            return damaged("is broken");
        array.columnMajor = m_values.text(given[3]) == "F";
        return finish(array, given[2], given[1], given[0]);
    }

    Result<std::optional<NumpyArray>> finish(NumpyArray& array, ValueId shape, ValueId dtype,
                                             ValueId payload)
    {
        if (!readShape(shape, array.info.shape))
            return damaged("has an impossible shape");
        if (!weights::countElements(array.info.shape, array.info.elements))
            return fail(ErrorKind::Limit,
                        "Its array '" + text::shown(m_name, 80) +
                            "' claims more values or dimensions than any network's",
                        m_subject, "Get the weights from another source.");
        if (!readType(dtype, array))
            return std::optional<NumpyArray>();
        if (array.info.type == ElementType::Other)
            return std::optional<NumpyArray>(std::move(array));
        array.payload = payloadOf(m_values, payload);
        const bool text = m_values.is(array.payload, ValueKind::Text);
        if (!text && !m_values.is(array.payload, ValueKind::Binary))
            return damaged("has no values");
        // A byte takes one or two in text: what cannot hold them is refused before anything is
        // read.
        std::uint64_t bytes = 0;
        const std::size_t held = m_values.text(array.payload).size();
        if (!multiply(array.info.elements, weights::elementSize(array.info.type), bytes) ||
            held < bytes || held > (text ? 2 * bytes : bytes))
            return damaged("has more or fewer values than its shape says");
        return std::optional<NumpyArray>(std::move(array));
    }

    bool readShape(ValueId id, std::vector<std::int64_t>& shape) const
    {
        if (!m_values.is(id, ValueKind::Tuple) || m_values.children(id).size() > 64)
            return false;
        for (const ValueId side : m_values.children(id)) {
            if (!m_values.is(side, ValueKind::Int) || m_values.integer(side) < 0)
                return false;
            shape.push_back(m_values.integer(side));
        }
        return true;
    }

    /// dtype('f4', ...) with a state (version, byte order, ...); false for one that is none.
    bool readType(ValueId id, NumpyArray& array) const
    {
        if (!m_values.is(id, ValueKind::Object))
            return false;
        const auto parts = m_values.children(id);
        const auto name = nameOf(m_values, parts[0]);
        const auto given = m_values.children(parts[1]);
        if (!name || !isOfNumpy(name->first) || name->second != "dtype" || given.empty())
            return false;
        if (!isText(m_values, given[0])) {
            // ml_dtypes' class in place of a code.
            const auto wide = nameOf(m_values, given[0]);
            if (wide && wide->second == "bfloat16")
                array.info.type = ElementType::BF16;
            return true;
        }
        for (const Kind& kind : kKinds) {
            if (m_values.text(given[0]) == kind.code)
                array.info.type = kind.type;
        }
        const auto state = m_values.is(parts[2], ValueKind::Tuple) ? m_values.children(parts[2])
                                                                   : std::span<const ValueId>();
        if (state.size() > 1 && isText(m_values, state[1]) && m_values.text(state[1]) == ">")
            array.order = weights::ByteOrder::Big;
        return true;
    }

    [[nodiscard]] tl::unexpected<Error> damaged(const std::string& what) const
    {
        return fail(ErrorKind::Damaged, "Its array '" + text::shown(m_name, 80) + "' " + what,
                    m_subject, "Fetch the file again.");
    }

    const PickleValues& m_values;
    const std::string& m_name;
    const std::string& m_subject;
};

/// Text of code points up to 255 as the bytes that they stand for; empty when it is not that.
std::vector<std::byte> fromLatin(std::string_view text, std::uint64_t count)
{
    std::vector<std::byte> bytes;
    bytes.reserve(static_cast<std::size_t>(count));
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto code = static_cast<unsigned char>(text[at]);
        if (code >= 0x80) {
            const bool whole = (code == 0xC2 || code == 0xC3) && at + 1 < text.size() &&
                               (static_cast<unsigned char>(text[at + 1]) & 0xC0U) == 0x80U;
            if (!whole)
                return {};
            code = static_cast<unsigned char>(((code & 3U) << 6) |
                                              (static_cast<unsigned char>(text[++at]) & 0x3FU));
        }
        if (bytes.size() == count)
            return {};
        bytes.push_back(static_cast<std::byte>(code));
    }
    return bytes;
}

/// Column-major to row-major.
std::vector<std::byte> turned(Bytes columns, const std::vector<std::int64_t>& shape,
                              std::size_t width)
{
    std::vector<std::byte> rows(columns.size());
    std::array<std::size_t, weights::kHighestRank> strides{1};
    for (std::size_t axis = 1; axis < shape.size(); ++axis)
        strides[axis] = strides[axis - 1] * static_cast<std::size_t>(shape[axis - 1]);
    std::array<std::int64_t, weights::kHighestRank> index{};
    std::size_t from = 0;
    for (std::size_t to = 0; to < rows.size(); to += width) {
        std::memcpy(rows.data() + to, columns.data() + from * width, width);
        for (std::size_t axis = shape.size(); axis-- > 0;) {
            from += strides[axis];
            if (++index[axis] < shape[axis])
                break;
            from -= strides[axis] * static_cast<std::size_t>(shape[axis]);
            index[axis] = 0;
        }
    }
    return rows;
}

} // namespace

std::optional<std::pair<std::string_view, std::string_view>> nameOf(const PickleValues& values,
                                                                    ValueId id)
{
    if (values.is(id, ValueKind::Global))
        return std::pair(values.globalModule(id), values.globalName(id));
    if (!values.is(id, ValueKind::Object))
        return std::nullopt;
    // _get_attr(_import_module('numpy.core.multiarray'), '_reconstruct')
    const auto parts = values.children(id);
    const auto given = values.children(parts[1]);
    if (!values.is(parts[0], ValueKind::Global) || values.globalName(parts[0]) != "_get_attr" ||
        given.size() != 2 || !values.is(given[0], ValueKind::Object) ||
        !values.is(given[1], ValueKind::Text))
        return std::nullopt;
    const auto module = values.children(given[0]);
    const auto path = values.children(module[1]);
    if (!values.is(module[0], ValueKind::Global) ||
        values.globalName(module[0]) != "_import_module" || path.empty() ||
        !values.is(path[0], ValueKind::Text))
        return std::nullopt;
    return std::pair(values.text(path[0]), values.text(given[1]));
}

Result<std::optional<NumpyArray>> rebuildNumpyArray(const PickleValues& values, ValueId object,
                                                    const std::string& name,
                                                    const std::string& subject)
{
    return Rebuilder(values, name, subject).run(object);
}

Result<Bytes> bytesOf(const PickleValues& values, const NumpyArray& array,
                      std::vector<std::byte>& room, const std::string& subject)
{
    const std::size_t width = weights::elementSize(array.info.type);
    const std::uint64_t count = array.info.elements * width;
    const std::string_view held = values.text(array.payload);
    Bytes bytes = std::as_bytes(std::span(held.data(), held.size()));
    if (values.is(array.payload, ValueKind::Text)) {
        room = fromLatin(held, count);
        bytes = room;
    }
    if (bytes.size() != count)
        return fail(ErrorKind::Damaged,
                    "Its array '" + text::shown(array.info.fullName(), 80) +
                        "' has more or fewer values than its shape says",
                    subject, "Fetch the file again.");
    if (array.columnMajor && array.info.shape.size() > 1 && count > 0) {
        room = turned(bytes, array.info.shape, width);
        bytes = room;
    }
    return bytes;
}

} // namespace rekindle::formats
