#include "core/pickle/pickle_value.h"

#include <algorithm>

namespace rekindle::pickle {
namespace {

constexpr std::uint32_t kEmpty = 0xFFFFFFFF;
constexpr unsigned kDepthCap = 0xFFFF;

} // namespace

std::string_view PickleValues::textOf(Range range) const
{
    return asText(Bytes(m_program).subspan(range.offset, range.length));
}

PickleValues::Range PickleValues::rangeOf(Bytes part) const
{
    return {static_cast<std::uint32_t>(part.data() - m_program.data()),
            static_cast<std::uint32_t>(part.size())};
}

std::string_view PickleValues::text(ValueId id) const
{
    return textOf(m_nodes[id].range);
}

std::string_view PickleValues::globalModule(ValueId id) const
{
    return textOf(m_names[m_nodes[id].range.offset].module);
}

std::string_view PickleValues::globalName(ValueId id) const
{
    return textOf(m_names[m_nodes[id].range.offset].name);
}

bool PickleValues::isGlobal(ValueId id, std::string_view module, std::string_view name) const
{
    return is(id, ValueKind::Global) && globalModule(id) == module && globalName(id) == name;
}

std::span<const ValueId> PickleValues::children(ValueId id) const
{
    const Node& node = m_nodes[id];
    switch (node.kind) {
    case ValueKind::Tuple:
    case ValueKind::Persistent:
    case ValueKind::Object:
        return std::span(m_fixed).subspan(node.range.offset, node.range.length);
    case ValueKind::List:
    case ValueKind::Dict:
    case ValueKind::Set:
        if (node.range.offset != kEmpty)
            return m_growing[node.range.offset];
        break;
    default:
        break;
    }
    return {};
}

unsigned PickleValues::deepest(std::span<const ValueId> children) const
{
    unsigned depth = 0;
    for (const ValueId child : children) {
        if (child != kNoValue)
            depth = std::max<unsigned>(depth, m_nodes[child].depth);
    }
    return std::min(depth + 1, kDepthCap);
}

ValueId PickleValues::addScalar(ValueKind kind, std::int64_t value)
{
    Node node;
    node.kind = kind;
    node.integer = value;
    m_nodes.push_back(node);
    return static_cast<ValueId>(m_nodes.size() - 1);
}

ValueId PickleValues::addText(ValueKind kind, std::size_t offset, std::size_t length)
{
    const ValueId id = addScalar(kind);
    m_nodes[id].range = {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)};
    return id;
}

ValueId PickleValues::addGlobal(Bytes module, Bytes name)
{
    const ValueId id = addScalar(ValueKind::Global);
    m_nodes[id].range = {static_cast<std::uint32_t>(m_names.size()), 0};
    m_names.push_back({rangeOf(module), rangeOf(name)});
    return id;
}

ValueId PickleValues::addFixed(ValueKind kind, std::span<const ValueId> children)
{
    const ValueId id = addScalar(kind);
    m_nodes[id].depth = static_cast<std::uint16_t>(deepest(children));
    m_nodes[id].range = {static_cast<std::uint32_t>(m_fixed.size()),
                         static_cast<std::uint32_t>(children.size())};
    m_fixed.insert(m_fixed.end(), children.begin(), children.end());
    return id;
}

ValueId PickleValues::addGrowing(ValueKind kind)
{
    const ValueId id = addScalar(kind);
    m_nodes[id].depth = 1;
    m_nodes[id].range = {kEmpty, 0};
    return id;
}

void PickleValues::append(ValueId container, std::span<const ValueId> children)
{
    if (children.empty())
        return;
    Node& node = m_nodes[container];
    if (node.range.offset == kEmpty) {
        node.range.offset = static_cast<std::uint32_t>(m_growing.size());
        m_growing.emplace_back();
    }
    auto& list = m_growing[node.range.offset];
    list.insert(list.end(), children.begin(), children.end());
    node.depth = static_cast<std::uint16_t>(std::max<unsigned>(node.depth, deepest(children)));
}

void PickleValues::setState(ValueId object, ValueId state)
{
    Node& node = m_nodes[object];
    m_fixed[node.range.offset + 2] = state;
    const ValueId child[]{state};
    node.depth = static_cast<std::uint16_t>(std::max<unsigned>(node.depth, deepest(child)));
}

} // namespace rekindle::pickle
