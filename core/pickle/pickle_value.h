#pragma once

#include "core/base/byte_view.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rekindle::pickle {

/// What a pickle builds. Global is a bare name, Persistent a reference to a storage, Object a call
/// that was never made: callable, arguments and, once built, state.
enum class ValueKind : std::uint8_t {
    None,
    Bool,
    Int,
    BigInt, ///< too large for 64 bits; its value is dropped
    Float,
    Text,
    Binary,
    Tuple,
    List,
    Dict, ///< children: key, value, key, value, ...
    Set,
    Global,
    Persistent, ///< children: the reference
    Object      ///< children: callable, arguments, state (kNoValue without one)
};

using ValueId = std::uint32_t;
constexpr ValueId kNoValue = 0xFFFFFFFF;

/// The values of one pickle as an arena: shared values are shared, cycles are numbers, and freeing
/// a million nested ones is freeing two vectors. Texts are ranges of the program, never copied.
class PickleValues
{
public:
    explicit PickleValues(std::vector<std::byte> program) : m_program(std::move(program)) {}

    [[nodiscard]] Bytes program() const { return m_program; }
    [[nodiscard]] std::size_t size() const { return m_nodes.size(); }
    [[nodiscard]] ValueKind kind(ValueId id) const { return m_nodes[id].kind; }
    [[nodiscard]] bool is(ValueId id, ValueKind kind) const
    {
        return id < m_nodes.size() && m_nodes[id].kind == kind;
    }
    [[nodiscard]] std::int64_t integer(ValueId id) const { return m_nodes[id].integer; }
    /// Of Text and Binary; of Global the part before and after the newline ("torch", "Size").
    [[nodiscard]] std::string_view text(ValueId id) const;
    [[nodiscard]] bool isGlobal(ValueId id, std::string_view module, std::string_view name) const;
    [[nodiscard]] std::string_view globalModule(ValueId id) const;
    [[nodiscard]] std::string_view globalName(ValueId id) const;
    /// Of Tuple, List, Dict, Set, Persistent, Object.
    [[nodiscard]] std::span<const ValueId> children(ValueId id) const;
    /// How deep the value was nested when it was made.
    [[nodiscard]] unsigned depth(ValueId id) const { return m_nodes[id].depth; }

    ValueId addScalar(ValueKind kind, std::int64_t value = 0);
    ValueId addText(ValueKind kind, std::size_t offset, std::size_t length);
    ValueId addGlobal(Bytes module, Bytes name);
    /// Tuple, Persistent, Object: the number of children is fixed.
    ValueId addFixed(ValueKind kind, std::span<const ValueId> children);
    /// List, Dict, Set: empty, children are appended.
    ValueId addGrowing(ValueKind kind);
    void append(ValueId container, std::span<const ValueId> children);
    void setState(ValueId object, ValueId state);

private:
    struct Range {
        std::uint32_t offset;
        std::uint32_t length;
    };
    struct Node {
        ValueKind kind = ValueKind::None;
        std::uint16_t depth = 0;
        union {
            std::int64_t integer = 0;
            Range range;
        };
    };
    struct Names {
        Range module;
        Range name;
    };

    [[nodiscard]] unsigned deepest(std::span<const ValueId> children) const;
    [[nodiscard]] std::string_view textOf(Range range) const;
    [[nodiscard]] Range rangeOf(Bytes part) const;

    std::vector<std::byte> m_program;
    std::vector<Node> m_nodes;
    std::vector<ValueId> m_fixed;
    std::vector<std::vector<ValueId>> m_growing;
    std::vector<Names> m_names;
};

} // namespace rekindle::pickle
