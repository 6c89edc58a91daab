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

    /// ('storage', class, key, location, count), with a view of it as sixth in old files.
    bool readStorage(pickle::ValueId id, pickle::ValueId dtype, TorchView& view) const
    {
        if (!m_values.is(id, pickle::ValueKind::Persistent))
            return false;
        const pickle::ValueId tuple = m_values.children(id)[0];
        const auto parts = m_values.children(tuple);
        if (!m_values.is(tuple, pickle::ValueKind::Tuple) || parts.size() < 5 ||
            !m_values.is(parts[0], pickle::ValueKind::Text) ||
            m_values.text(parts[0]) != "storage" ||
            !m_values.is(parts[1], pickle::ValueKind::Global) ||
            !m_values.is(parts[2], pickle::ValueKind::Text) ||
            !m_values.is(parts[4], pickle::ValueKind::Int) || m_values.integer(parts[4]) < 0)
            return false;
        view.storage = m_values.text(parts[2]);
        const auto count = static_cast<std::uint64_t>(m_values.integer(parts[4]));
        const bool untyped = m_values.isGlobal(parts[1], "torch.storage", "UntypedStorage");
        if (dtype != pickle::kNoValue && !untyped)
            return false;
        view.info.type =
            typeOf(dtype != pickle::kNoValue ? dtype : parts[1], dtype != pickle::kNoValue);
        if (view.info.type == weights::ElementType::Other)
            return true;
        return multiply(count, untyped ? 1 : weights::elementSize(view.info.type),
                        view.storageBytes);
    }

    [[nodiscard]] weights::ElementType typeOf(pickle::ValueId global, bool dtype) const
    {
        if (m_values.is(global, pickle::ValueKind::Global) &&
            m_values.globalModule(global) == "torch") {
            for (const StorageType& type : kTypes) {
                if (m_values.globalName(global) == (dtype ? type.dtype : type.storage))
                    return type.type;
            }
        }
        return weights::ElementType::Other;
    }

    static bool liesInside(const TorchView& view)
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
        return last < view.storageBytes / weights::elementSize(view.info.type);
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
};

} // namespace

Result<std::optional<TorchView>> rebuildTorchView(const pickle::PickleValues& values,
                                                  pickle::ValueId object, const std::string& name,
                                                  const std::string& subject)
{
    return Rebuilder(values, name, subject).run(object);
}

} // namespace rekindle::formats
