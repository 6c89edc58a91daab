#pragma once

#include "core/base/error.h"
#include "core/pickle/pickle_value.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace rekindle::pickle {

/// The stack machine behind `readPickle`. Every operand's kind and every length is checked; the
/// first thing that is wrong stops it.
class PickleMachine
{
public:
    explicit PickleMachine(std::vector<std::byte> program) : m_values(std::move(program)) {}

    /// Runs to STOP; false when `error()` says why not.
    [[nodiscard]] bool run();
    [[nodiscard]] const Error& error() const { return m_error; }
    [[nodiscard]] PickleValues takeValues() { return std::move(m_values); }
    [[nodiscard]] ValueId root() const { return m_stack.back(); }
    [[nodiscard]] std::size_t position() const { return m_at; }
    /// Whether `run` failed because the bytes ended, so that more of them might help.
    [[nodiscard]] bool ranOut() const { return m_ranOut; }

private:
    /// Whether an opcode was one of a group's, and went well.
    enum class Step { Done, NotMine, Failed };

    [[nodiscard]] Step frames(std::uint8_t op);
    [[nodiscard]] Step scalars(std::uint8_t op);
    [[nodiscard]] Step texts(std::uint8_t op);
    [[nodiscard]] Step containers(std::uint8_t op);
    [[nodiscard]] Step tuples(std::uint8_t op);
    [[nodiscard]] Step memo(std::uint8_t op);
    [[nodiscard]] Step objects(std::uint8_t op);

    [[nodiscard]] Step push(ValueId id);
    [[nodiscard]] Step pushText(ValueKind kind, std::size_t lengthBytes);
    [[nodiscard]] Step pushLong(std::size_t lengthBytes);
    [[nodiscard]] Step pushTuple(std::size_t count);
    [[nodiscard]] Step pushGlobal();
    [[nodiscard]] Step pushStackGlobal();
    [[nodiscard]] Step fromMark(ValueKind kind);
    [[nodiscard]] Step addTo(ValueKind kind, std::size_t from);
    [[nodiscard]] Step remember(std::uint64_t slot);
    [[nodiscard]] Step recall(std::uint64_t slot);
    [[nodiscard]] Step call(std::size_t operands);
    [[nodiscard]] Step callOrderedDict(ValueId arguments);
    [[nodiscard]] Step build();
    [[nodiscard]] Step wrap(std::size_t operands, ValueKind kind);

    /// Values above the last mark; false without a mark.
    [[nodiscard]] bool popMark(std::size_t& from);
    [[nodiscard]] bool need(std::size_t count);
    /// A little-endian unsigned number of 1, 2, 4 or 8 bytes of the program.
    [[nodiscard]] bool number(std::size_t bytes, std::uint64_t& value);
    [[nodiscard]] bool skip(std::uint64_t bytes);
    [[nodiscard]] bool line(Bytes& text);

    Step damaged(const std::string& what);
    Step limit(const std::string& what);

    PickleValues m_values;
    std::vector<ValueId> m_stack;
    std::vector<std::size_t> m_marks;
    std::unordered_map<std::uint32_t, ValueId> m_memo;
    std::size_t m_at = 0;
    std::uint64_t m_steps = 0;
    bool m_stopped = false;
    bool m_ranOut = false;
    Error m_error;
};

} // namespace rekindle::pickle
