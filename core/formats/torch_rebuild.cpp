#include "core/formats/torch_rebuild.h"

#include "core/base/text.h"

#include <array>

namespace rekindle::formats {
namespace {

/// A storage class, and the data type that newer files name instead (torch/storage.py).
struct StorageType {
    std::string_view storage;
    std::string_view dtype;
    weights::ElementType type;
};

/// Classes whose values no network needs, with the bytes of an element.
struct OtherStorage {
    std::string_view storage;
    std::uint64_t width;
};
constexpr std::array kOthers{
    OtherStorage{"UntypedStorage", 1},        OtherStorage{"ComplexFloatStorage", 8},
    OtherStorage{"ComplexDoubleStorage", 16}, OtherStorage{"QInt8Storage", 1},
    OtherStorage{"QUInt8Storage", 1},         OtherStorage{"QInt32Storage", 4},
    OtherStorage{"QUInt4x2Storage", 1},       OtherStorage{"QUInt2x4Storage", 1},
};

constexpr std::array kTypes{
    StorageType{"FloatStorage", "float32", weights::ElementType::F32},
    StorageType{"DoubleStorage", "float64", weights::ElementType::F64},
    StorageType{"HalfStorage", "float16", weights::ElementType::F16},
    StorageType{"BFloat16Storage", "bfloat16", weights::ElementType::BF16},
    StorageType{"LongStorage", "int64", weights::ElementType::I64},
    StorageType{"IntStorage", "int32", weights::ElementType::I32},
    StorageType{"ShortStorage", "int16", weights::ElementType::I16},
    StorageType{"CharStorage", "int8", weights::ElementType::I8},
    StorageType{"ByteStorage", "uint8", weights::ElementType::U8},
    StorageType{"BoolStorage", "bool", weights::ElementType::Bool},
};

/// Calls that rebuild what has no plain row of values.
struct OtherTensor {
    std::string_view call;
    Unread why;
};
constexpr std::array kOtherTensors{
    OtherTensor{"_rebuild_meta_tensor_no_storage", Unread::Meta},
    OtherTensor{"_rebuild_qtensor", Unread::Quantised},
    OtherTensor{"_rebuild_sparse_tensor", Unread::Sparse},
    OtherTensor{"_rebuild_sparse_csr_tensor", Unread::Sparse},
};

enum class Rebuild { None, Old, View, Typed, Parameter, Subclass };

/// The calls that are understood: a list of the allowed, by their exact names.
Rebuild rebuildOf(const pickle::PickleValues& values, pickle::ValueId callable)
{
    if (!values.is(callable, pickle::ValueKind::Global))
        return Rebuild::None;
    const std::string_view module = values.globalModule(callable);
    const std::string_view name = values.globalName(callable);
    if (module == "torch._utils") {
        if (name == "_rebuild_tensor_v2")
            return Rebuild::View;
        if (name == "_rebuild_tensor_v3")
            return Rebuild::Typed;
        if (name == "_rebuild_tensor")
            return Rebuild::Old;
        if (name == "_rebuild_parameter" || name == "_rebuild_parameter_with_state")
            return Rebuild::Parameter;
    }
    if (module == "torch.nn.parameter" && (name == "Parameter" || name == "Buffer"))
        return Rebuild::Parameter;
    if (module == "torch._tensor" && name == "_rebuild_from_type_v2")
        return Rebuild::Subclass;
    return Rebuild::None;
}

enum class Naming { Class, Dtype };

weights::ElementType typeOf(const pickle::PickleValues& values, pickle::ValueId global,
                            Naming naming)
{
    if (values.is(global, pickle::ValueKind::Global) && values.globalModule(global) == "torch") {
        for (const StorageType& type : kTypes) {
            if (values.globalName(global) == (naming == Naming::Dtype ? type.dtype : type.storage))
                return type.type;
        }
    }
    return weights::ElementType::Other;
}

std::uint64_t widthOf(std::string_view storage)
{
    for (const OtherStorage& other : kOthers) {
        if (other.storage == storage)
            return other.width;
    }
    return 0;
}

/// (name, begin, count) inside a storage, or nothing.
bool readViewOf(const pickle::PickleValues& values, pickle::ValueId id, TorchStorage& storage)
{
    if (!values.is(id, pickle::ValueKind::Tuple))
        return values.is(id, pickle::ValueKind::None);
    const auto parts = values.children(id);
    if (parts.size() != 3 || !values.is(parts[1], pickle::ValueKind::Int) ||
        !values.is(parts[2], pickle::ValueKind::Int) || values.integer(parts[1]) < 0 ||
        values.integer(parts[2]) < 0)
        return false;
    storage.viewBegin = static_cast<std::uint64_t>(values.integer(parts[1]));
    storage.viewCount = static_cast<std::uint64_t>(values.integer(parts[2]));
    std::uint64_t end = 0;
    return add(storage.viewBegin, storage.viewCount, end) && end <= storage.count;
}

class Rebuilder
{
public:
    Rebuilder(const pickle::PickleValues& values, const std::string& name,
              const std::string& subject)
        : m_values(values), m_name(name), m_subject(subject)
    {
    }

    Result<std::optional<TorchView>> run(pickle::ValueId object)
    {
        pickle::ValueId callable = m_values.children(object)[0];
        pickle::ValueId arguments = m_values.children(object)[1];
        // A parameter around a tensor, or a subclass around a parameter around a tensor.
        for (int layer = 0; layer < 4; ++layer) {
            const Rebuild kind = rebuildOf(m_values, callable);
            const auto given = m_values.children(arguments);
            if (kind == Rebuild::None)
                return std::optional<TorchView>();
            if (kind == Rebuild::Parameter) {
                if (given.empty() || !m_values.is(given[0], pickle::ValueKind::Object))
                    return std::optional<TorchView>();
                callable = m_values.children(given[0])[0];
                arguments = m_values.children(given[0])[1];
            } else if (kind == Rebuild::Subclass) {
                if (given.size() < 3 || !m_values.is(given[2], pickle::ValueKind::Tuple))
                    return damaged("is broken");
                callable = given[0];
                arguments = given[2];
            } else {
                return readView(kind, given);
            }
        }
        return std::optional<TorchView>();
    }

private:
    Result<std::optional<TorchView>> readView(Rebuild kind, std::span<const pickle::ValueId> given)
    {
        const std::size_t least = kind == Rebuild::Typed ? 7 : kind == Rebuild::View ? 6 : 4;
        if (given.size() < least || !m_values.is(given[1], pickle::ValueKind::Int) ||
            m_values.integer(given[1]) < 0)
            return damaged("is broken");
        const pickle::ValueId metadata = given.size() > least ? given[least] : pickle::kNoValue;
        // Negated or conjugated views: their values are not what the storage holds.
        if (m_values.is(metadata, pickle::ValueKind::Dict) && !m_values.children(metadata).empty())
            return std::optional<TorchView>();
        TorchView view;
        view.offset = static_cast<std::uint64_t>(m_values.integer(given[1]));
        if (!readSides(given[2], view.info.shape) || !readSides(given[3], view.strides) ||
            view.info.shape.size() != view.strides.size())
            return damaged("has an impossible shape");
        if (!weights::countElements(view.info.shape, view.info.elements))
            return limit();
        if (!readStorage(given[0], kind == Rebuild::Typed ? given[6] : pickle::kNoValue, view))
            return damaged("refers to data that are not described");
        if (view.info.type != weights::ElementType::Other && !liesInside(view))
            return damaged("reaches beyond its data");
        return std::optional<TorchView>(std::move(view));
    }

    /// A tuple of sizes or strides, perhaps as torch.Size.
    bool readSides(pickle::ValueId id, std::vector<std::int64_t>& sides) const
    {
        if (m_values.is(id, pickle::ValueKind::Object)) {
            const auto parts = m_values.children(id);
            const auto given = m_values.children(parts[1]);
            if (!m_values.isGlobal(parts[0], "torch", "Size") || given.size() != 1)
                return false;
            id = given[0];
        }
        if (!m_values.is(id, pickle::ValueKind::Tuple) && !m_values.is(id, pickle::ValueKind::List))
            return false;
        if (m_values.children(id).size() > 64)
            return false;
        for (const pickle::ValueId side : m_values.children(id)) {
            if (!m_values.is(side, pickle::ValueKind::Int) || m_values.integer(side) < 0)
                return false;
            sides.push_back(m_values.integer(side));
        }
        return true;
    }

    bool readStorage(pickle::ValueId id, pickle::ValueId dtype, TorchView& view)
    {
        const auto storage = torchStorage(m_values, id);
        const bool untyped =
            storage && storage->width == 1 && storage->type == weights::ElementType::Other;
        if (!storage || (dtype != pickle::kNoValue && !untyped))
            return false;
        view.storage = storage->key;
        view.info.type =
            dtype != pickle::kNoValue ? typeOf(m_values, dtype, Naming::Dtype) : storage->type;
        const std::uint64_t width = weights::elementSize(view.info.type);
        if (width == 0)
            return true;
        if (!multiply(storage->count, untyped ? 1 : width, view.storageBytes))
            return false;
        m_room = untyped ? storage->count / width : storage->viewCount;
        m_begin = storage->viewBegin;
        return true;
    }

    /// Whether the view stays in its storage or the part of it that it names; from then on its
    /// offset counts from the beginning of the storage.
    [[nodiscard]] bool liesInside(TorchView& view) const
    {
        if (view.info.elements == 0)
            return true;
        std::uint64_t last = view.offset;
        for (std::size_t i = 0; i < view.strides.size(); ++i) {
            std::uint64_t reach = 0;
            if (!multiply(static_cast<std::uint64_t>(view.info.shape[i] - 1),
                          static_cast<std::uint64_t>(view.strides[i]), reach) ||
                !add(last, reach, last))
                return false;
        }
        return last < m_room && add(view.offset, m_begin, view.offset);
    }

    Result<std::optional<TorchView>> damaged(const std::string& what) const
    {
        return fail(ErrorKind::Damaged, "Its tensor '" + text::shown(m_name, 80) + "' " + what,
                    m_subject, "Fetch the file again, or save the weights again with PyTorch.");
    }

    Result<std::optional<TorchView>> limit() const
    {
        return fail(ErrorKind::Limit,
                    "Its tensor '" + text::shown(m_name, 80) +
                        "' claims more values or dimensions than any network's",
                    m_subject, "Get the weights from another source.");
    }

    const pickle::PickleValues& m_values;
    const std::string& m_name;
    const std::string& m_subject;
    std::uint64_t m_room = 0;  ///< elements of what the view shows a part of
    std::uint64_t m_begin = 0; ///< where these begin in the storage
};

} // namespace

/// ('storage', class, key, location, count), with a view of it as sixth in old files.
std::optional<TorchStorage> torchStorage(const pickle::PickleValues& values, pickle::ValueId id)
{
    if (!values.is(id, pickle::ValueKind::Persistent))
        return std::nullopt;
    const pickle::ValueId tuple = values.children(id)[0];
    const auto parts = values.children(tuple);
    if (!values.is(tuple, pickle::ValueKind::Tuple) || parts.size() < 5 ||
        !values.is(parts[0], pickle::ValueKind::Text) || values.text(parts[0]) != "storage" ||
        !values.is(parts[1], pickle::ValueKind::Global) ||
        !values.is(parts[2], pickle::ValueKind::Text) ||
        !values.is(parts[4], pickle::ValueKind::Int) || values.integer(parts[4]) < 0)
        return std::nullopt;
    TorchStorage storage;
    storage.key = values.text(parts[2]);
    storage.type = typeOf(values, parts[1], Naming::Class);
    storage.count = static_cast<std::uint64_t>(values.integer(parts[4]));
    storage.width = storage.type == weights::ElementType::Other
                        ? widthOf(values.globalName(parts[1]))
                        : weights::elementSize(storage.type);
    storage.viewCount = storage.count;
    if (parts.size() > 5 && !readViewOf(values, parts[5], storage))
        return std::nullopt;
    return storage;
}

std::optional<Unread> unreadTensor(const pickle::PickleValues& values, pickle::ValueId object)
{
    // A parameter around a tensor has it as its first argument.
    for (int layer = 0; layer < 4 && values.is(object, pickle::ValueKind::Object); ++layer) {
        const pickle::ValueId callable = values.children(object)[0];
        const auto given = values.children(values.children(object)[1]);
        if (!values.is(callable, pickle::ValueKind::Global))
            return std::nullopt;
        const std::string_view module = values.globalModule(callable);
        const std::string_view name = values.globalName(callable);
        for (const OtherTensor& other : kOtherTensors) {
            if (module == "torch._utils" && name == other.call)
                return other.why;
        }
        if (module.starts_with("torch.distributed") &&
            (name == "ShardedTensor" || name == "DTensor"))
            return Unread::Shared;
        if (rebuildOf(values, callable) == Rebuild::Subclass) {
            if (given.size() > 1 && values.is(given[1], pickle::ValueKind::Global) &&
                values.globalName(given[1]) == "DTensor")
                return Unread::Shared;
            return std::nullopt;
        }
        if (rebuildOf(values, callable) != Rebuild::Parameter || given.empty())
            return std::nullopt;
        object = given[0];
    }
    return std::nullopt;
}

Result<std::optional<TorchView>> rebuildTorchView(const pickle::PickleValues& values,
                                                  pickle::ValueId object, const std::string& name,
                                                  const std::string& subject)
{
    return Rebuilder(values, name, subject).run(object);
}

} // namespace rekindle::formats
