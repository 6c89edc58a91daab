// The half of the pickle machine that puts values together.
#include "core/pickle/pickle_machine.h"

#include <array>

namespace rekindle::pickle {

PickleMachine::Step PickleMachine::containers(std::uint8_t op)
{
    std::size_t from = 0;
    switch (op) {
    case '}': // EMPTY_DICT
        return push(m_values.addGrowing(ValueKind::Dict));
    case ']': // EMPTY_LIST
        return push(m_values.addGrowing(ValueKind::List));
    case 0x8F: // EMPTY_SET
        return push(m_values.addGrowing(ValueKind::Set));
    case 'd': // DICT
        return fromMark(ValueKind::Dict);
    case 'l': // LIST
        return fromMark(ValueKind::List);
    case 0x91: // FROZENSET
        return fromMark(ValueKind::Set);
    case 'a': // APPEND
        return need(2) ? addTo(ValueKind::List, m_stack.size() - 1) : Step::Failed;
    case 's': // SETITEM
        return need(3) ? addTo(ValueKind::Dict, m_stack.size() - 2) : Step::Failed;
    case 'e': // APPENDS
        return popMark(from) ? addTo(ValueKind::List, from) : Step::Failed;
    case 'u': // SETITEMS
        return popMark(from) ? addTo(ValueKind::Dict, from) : Step::Failed;
    case 0x90: // ADDITEMS
        return popMark(from) ? addTo(ValueKind::Set, from) : Step::Failed;
    default:
        return Step::NotMine;
    }
}

PickleMachine::Step PickleMachine::tuples(std::uint8_t op)
{
    std::size_t from = 0;
    switch (op) {
    case ')': // EMPTY_TUPLE
        return pushTuple(0);
    case 0x85: // TUPLE1
    case 0x86: // TUPLE2
    case 0x87: // TUPLE3
        return pushTuple(static_cast<std::size_t>(op - 0x84));
    case 't': // TUPLE
        return popMark(from) ? pushTuple(m_stack.size() - from) : Step::Failed;
    default:
        return Step::NotMine;
    }
}

PickleMachine::Step PickleMachine::objects(std::uint8_t op)
{
    switch (op) {
    case 'c': // GLOBAL
        return pushGlobal();
    case 0x93: // STACK_GLOBAL
        return pushStackGlobal();
    case 'R':  // REDUCE
    case 0x81: // NEWOBJ
        return call(2);
    case 0x92: // NEWOBJ_EX
        return call(3);
    case 'b': // BUILD
        return build();
    case 'Q': // BINPERSID
        return wrap(1, ValueKind::Persistent);
    default:
        return Step::NotMine;
    }
}

PickleMachine::Step PickleMachine::pushTuple(std::size_t count)
{
    return wrap(count, ValueKind::Tuple);
}

PickleMachine::Step PickleMachine::wrap(std::size_t operands, ValueKind kind)
{
    if (!need(operands))
        return Step::Failed;
    const std::size_t from = m_stack.size() - operands;
    const ValueId id = m_values.addFixed(kind, std::span(m_stack).subspan(from));
    m_stack.resize(from);
    return push(id);
}

PickleMachine::Step PickleMachine::pushGlobal()
{
    Bytes module;
    Bytes name;
    if (!line(module) || !line(name))
        return Step::Failed;
    return push(m_values.addGlobal(module, name));
}

PickleMachine::Step PickleMachine::pushStackGlobal()
{
    if (!need(2))
        return Step::Failed;
    const ValueId name = m_stack.back();
    const ValueId module = m_stack[m_stack.size() - 2];
    if (!m_values.is(name, ValueKind::Text) || !m_values.is(module, ValueKind::Text))
        return damaged("a name that is not a text");
    const auto bytesOf = [&](ValueId id) {
        const std::string_view text = m_values.text(id);
        return std::as_bytes(std::span(text.data(), text.size()));
    };
    const ValueId global = m_values.addGlobal(bytesOf(module), bytesOf(name));
    m_stack.resize(m_stack.size() - 2);
    return push(global);
}

PickleMachine::Step PickleMachine::fromMark(ValueKind kind)
{
    std::size_t from = 0;
    if (!popMark(from))
        return Step::Failed;
    const std::span<const ValueId> items = std::span(m_stack).subspan(from);
    if (kind == ValueKind::Dict && items.size() % 2 != 0)
        return damaged("a key without a value");
    const ValueId id = m_values.addGrowing(kind);
    m_values.append(id, items);
    m_stack.resize(from);
    return push(id);
}

PickleMachine::Step PickleMachine::addTo(ValueKind kind, std::size_t from)
{
    const std::span<const ValueId> items = std::span(m_stack).subspan(from);
    const std::size_t floor = m_marks.empty() ? 0 : m_marks.back();
    if (from <= floor)
        return damaged("items without a list");
    const ValueId container = m_stack[from - 1];
    if (kind == ValueKind::Dict && items.size() % 2 != 0)
        return damaged("a key without a value");
    // Items given to an object of a foreign class stay without effect.
    if (!m_values.is(container, ValueKind::Object)) {
        if (!m_values.is(container, kind))
            return damaged("items for something that is not a list of its kind");
        m_values.append(container, items);
    }
    m_stack.resize(from);
    return Step::Done;
}

PickleMachine::Step PickleMachine::call(std::size_t operands)
{
    if (!need(operands))
        return Step::Failed;
    const std::size_t from = m_stack.size() - operands;
    const ValueId callable = m_stack[from];
    const ValueId arguments = m_stack[from + 1];
    if (!m_values.is(arguments, ValueKind::Tuple))
        return damaged("a call whose arguments are not a list");
    m_stack.resize(from);
    if (m_values.isGlobal(callable, "collections", "OrderedDict"))
        return callOrderedDict(arguments);
    const std::array parts{callable, arguments, kNoValue};
    return push(m_values.addFixed(ValueKind::Object, parts));
}

PickleMachine::Step PickleMachine::callOrderedDict(ValueId arguments)
{
    const ValueId dict = m_values.addGrowing(ValueKind::Dict);
    const auto given = m_values.children(arguments);
    if (given.size() > 1)
        return damaged("a dict that is made of several values");
    if (given.size() == 1) {
        const ValueId pairs = given[0];
        if (!m_values.is(pairs, ValueKind::List) && !m_values.is(pairs, ValueKind::Tuple))
            return damaged("a dict that is not made of pairs");
        std::vector<ValueId> flat;
        for (const ValueId pair : m_values.children(pairs)) {
            const auto parts = m_values.children(pair);
            if ((!m_values.is(pair, ValueKind::Tuple) && !m_values.is(pair, ValueKind::List)) ||
                parts.size() != 2)
                return damaged("a dict that is not made of pairs");
            flat.insert(flat.end(), parts.begin(), parts.end());
        }
        m_values.append(dict, flat);
    }
    return push(dict);
}

PickleMachine::Step PickleMachine::build()
{
    if (!need(2))
        return Step::Failed;
    const ValueId state = m_stack.back();
    const ValueId object = m_stack[m_stack.size() - 2];
    m_stack.pop_back();
    // A dict's own state is only PyTorch's table of module versions.
    if (m_values.is(object, ValueKind::Object))
        m_values.setState(object, state);
    else if (!m_values.is(object, ValueKind::Dict))
        return damaged("a state for something that has none");
    return Step::Done;
}

} // namespace rekindle::pickle
