#include "core/pickle/pickle_machine.h"

#include "core/base/text.h"

#include <array>

namespace rekindle::pickle {
namespace {

constexpr std::uint64_t kMostSteps = 20'000'000;
constexpr std::size_t kMostValues = 20'000'000;
constexpr std::size_t kDeepestStack = 1'000'000;
constexpr std::size_t kDeepestNesting = 1000;
constexpr std::size_t kMostMemo = 10'000'000;
constexpr std::uint64_t kLongestNumber = 1024;
constexpr std::size_t kLongestName = 4096;

} // namespace

PickleMachine::Step PickleMachine::damaged(const std::string& what)
{
    m_error = Error{ErrorKind::Damaged,
                    "Its list of tensors is broken at byte " + text::count(m_at) + ": " + what,
                    {},
                    "Fetch the file again, or save the weights again with PyTorch."};
    return Step::Failed;
}

PickleMachine::Step PickleMachine::limit(const std::string& what)
{
    m_error = Error{ErrorKind::Limit,
                    "Its list of tensors " + what + " at byte " + text::count(m_at) +
                        "; real checkpoints are not like that. It was not opened",
                    {},
                    "Get the weights from another source."};
    return Step::Failed;
}

bool PickleMachine::run()
{
    using Group = Step (PickleMachine::*)(std::uint8_t);
    static constexpr std::array<Group, 7> kGroups{
        &PickleMachine::memo,   &PickleMachine::scalars, &PickleMachine::texts,
        &PickleMachine::tuples, &PickleMachine::objects, &PickleMachine::containers,
        &PickleMachine::frames};
    std::array<Group, 256> known{}; // whose an instruction is, once it was asked for
    const Bytes program = m_values.program();
    while (!m_stopped) {
        if (m_at == program.size())
            return skip(1);
        const auto op = std::to_integer<std::uint8_t>(program[m_at++]);
        if (++m_steps > kMostSteps || m_values.size() > kMostValues)
            return limit("is too long") == Step::Done;
        Step step = Step::NotMine;
        if (known[op] != nullptr) {
            step = (this->*known[op])(op);
        } else {
            for (const Group group : kGroups) {
                step = (this->*group)(op);
                known[op] = group;
                if (step != Step::NotMine)
                    break;
            }
        }
        if (step == Step::NotMine)
            step = damaged("an instruction that PyTorch's files do not use");
        if (step == Step::Failed)
            return false;
    }
    return true;
}

PickleMachine::Step PickleMachine::frames(std::uint8_t op)
{
    std::uint64_t value = 0;
    std::size_t from = 0;
    switch (op) {
    case 0x80: // PROTO
        if (!number(1, value))
            return Step::Failed;
        return value >= 2 && value <= 5 ? Step::Done : damaged("an unknown protocol");
    case 0x95: // FRAME
        if (!number(8, value))
            return Step::Failed;
        m_ranOut = value > m_values.program().size() - m_at;
        return m_ranOut ? damaged("a frame longer than the file") : Step::Done;
    case '.': // STOP
        if (m_stack.size() != 1 || !m_marks.empty())
            return damaged("it ends with loose values");
        m_stopped = true;
        return Step::Done;
    case '(': // MARK
        if (m_marks.size() >= kDeepestNesting)
            return limit("is nested over 1,000 levels deep");
        m_marks.push_back(m_stack.size());
        return Step::Done;
    case '0': // POP
        if (!m_marks.empty() && m_marks.back() == m_stack.size())
            m_marks.pop_back();
        else if (need(1))
            m_stack.pop_back();
        else
            return Step::Failed;
        return Step::Done;
    case '1': // POP_MARK
        if (!popMark(from))
            return Step::Failed;
        m_stack.resize(from);
        return Step::Done;
    default:
        return Step::NotMine;
    }
}

PickleMachine::Step PickleMachine::scalars(std::uint8_t op)
{
    std::uint64_t value = 0;
    switch (op) {
    case 'N':
        return push(m_values.addScalar(ValueKind::None));
    case 0x88: // NEWTRUE
    case 0x89: // NEWFALSE
        return push(m_values.addScalar(ValueKind::Bool, op == 0x88 ? 1 : 0));
    case 'J': // BININT
        if (!number(4, value))
            return Step::Failed;
        return push(m_values.addScalar(ValueKind::Int, static_cast<std::int32_t>(value)));
    case 'K': // BININT1
    case 'M': // BININT2
        if (!number(op == 'K' ? 1 : 2, value))
            return Step::Failed;
        return push(m_values.addScalar(ValueKind::Int, static_cast<std::int64_t>(value)));
    case 0x8A: // LONG1
        return pushLong(1);
    case 0x8B: // LONG4
        return pushLong(4);
    case 'G': // BINFLOAT; no tensor depends on its value
        if (!number(8, value))
            return Step::Failed;
        return push(m_values.addScalar(ValueKind::Float));
    default:
        return Step::NotMine;
    }
}

PickleMachine::Step PickleMachine::texts(std::uint8_t op)
{
    switch (op) {
    case 'X': // BINUNICODE
        return pushText(ValueKind::Text, 4);
    case 0x8C: // SHORT_BINUNICODE
        return pushText(ValueKind::Text, 1);
    case 0x8D: // BINUNICODE8
        return pushText(ValueKind::Text, 8);
    case 'U': // SHORT_BINSTRING: a Python 2 text
        return pushText(ValueKind::Text, 1);
    case 'T': // BINSTRING
        return pushText(ValueKind::Text, 4);
    case 'C': // SHORT_BINBYTES
        return pushText(ValueKind::Binary, 1);
    case 'B': // BINBYTES
        return pushText(ValueKind::Binary, 4);
    case 0x8E: // BINBYTES8
    case 0x96: // BYTEARRAY8
        return pushText(ValueKind::Binary, 8);
    default:
        return Step::NotMine;
    }
}

PickleMachine::Step PickleMachine::memo(std::uint8_t op)
{
    std::uint64_t slot = 0;
    switch (op) {
    case 'q': // BINPUT
    case 'r': // LONG_BINPUT
        return number(op == 'q' ? 1 : 4, slot) ? remember(slot) : Step::Failed;
    case 'h': // BINGET
    case 'j': // LONG_BINGET
        return number(op == 'h' ? 1 : 4, slot) ? recall(slot) : Step::Failed;
    case 0x94: // MEMOIZE
        return remember(m_memo.size());
    default:
        return Step::NotMine;
    }
}

PickleMachine::Step PickleMachine::push(ValueId id)
{
    if (m_stack.size() >= kDeepestStack)
        return limit("keeps over a million loose values");
    if (m_values.depth(id) > kDeepestNesting)
        return limit("is nested over 1,000 levels deep");
    m_stack.push_back(id);
    return Step::Done;
}

PickleMachine::Step PickleMachine::pushText(ValueKind kind, std::size_t lengthBytes)
{
    std::uint64_t length = 0;
    if (!number(lengthBytes, length))
        return Step::Failed;
    const std::size_t begin = m_at;
    if (!skip(length))
        return Step::Failed;
    return push(m_values.addText(kind, begin, static_cast<std::size_t>(length)));
}

PickleMachine::Step PickleMachine::pushLong(std::size_t lengthBytes)
{
    std::uint64_t length = 0;
    if (!number(lengthBytes, length))
        return Step::Failed;
    if (length > kLongestNumber)
        return limit("holds a number of more than 1,024 bytes");
    const std::size_t begin = m_at;
    if (!skip(length))
        return Step::Failed;
    if (length > 8)
        return push(m_values.addScalar(ValueKind::BigInt));
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < length; ++i)
        value |= std::to_integer<std::uint64_t>(m_values.program()[begin + i]) << (8 * i);
    // Two's complement: the sign bit of the last byte fills what is above it.
    if (length > 0 && length < 8 && (value >> (8 * length - 1)) != 0)
        value |= ~std::uint64_t{0} << (8 * length);
    return push(m_values.addScalar(ValueKind::Int, static_cast<std::int64_t>(value)));
}

PickleMachine::Step PickleMachine::remember(std::uint64_t slot)
{
    if (!need(1))
        return Step::Failed;
    if (m_memo.size() >= kMostMemo)
        return limit("remembers over ten million values");
    m_memo[static_cast<std::uint32_t>(slot)] = m_stack.back();
    return Step::Done;
}

PickleMachine::Step PickleMachine::recall(std::uint64_t slot)
{
    const auto it = m_memo.find(static_cast<std::uint32_t>(slot));
    return it == m_memo.end() ? damaged("it asks for a value that was never made")
                              : push(it->second);
}

bool PickleMachine::popMark(std::size_t& from)
{
    if (m_marks.empty()) {
        damaged("a group ends that never began");
        return false;
    }
    from = m_marks.back();
    m_marks.pop_back();
    return true;
}

bool PickleMachine::need(std::size_t count)
{
    // Values below a mark belong to an outer group.
    const std::size_t floor = m_marks.empty() ? 0 : m_marks.back();
    if (m_stack.size() - floor >= count)
        return true;
    damaged("a value is missing");
    return false;
}

bool PickleMachine::number(std::size_t bytes, std::uint64_t& value)
{
    const std::size_t begin = m_at;
    if (!skip(bytes))
        return false;
    value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        value |= std::to_integer<std::uint64_t>(m_values.program()[begin + i]) << (8 * i);
    return true;
}

bool PickleMachine::skip(std::uint64_t bytes)
{
    if (bytes > m_values.program().size() - m_at) {
        m_ranOut = true;
        damaged("it ends early");
        return false;
    }
    m_at += static_cast<std::size_t>(bytes);
    return true;
}

bool PickleMachine::line(Bytes& text)
{
    const Bytes rest = m_values.program().subspan(m_at);
    const std::size_t length = asText(rest).substr(0, kLongestName).find('\n');
    if (length == std::string_view::npos) {
        m_ranOut = rest.size() < kLongestName;
        damaged("a name without an end");
        return false;
    }
    text = rest.subspan(0, length);
    m_at += length + 1;
    return true;
}

} // namespace rekindle::pickle
