#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace rekindle::job {

/// A program beside us that answers one question after the other over its standard input and
/// output, each way a length of 8 bytes and as many bytes. It sees nothing of ours: no open files,
/// no environment, nothing on standard error. What it does cannot take us along. For one thread.
class HelperProgram
{
public:
    /// Kinds NotFound, Io.
    [[nodiscard]] static Result<HelperProgram> start(const std::filesystem::path& program);
    HelperProgram(HelperProgram&&) noexcept;
    HelperProgram& operator=(HelperProgram&&) noexcept;
    ~HelperProgram(); ///< ends it

    /// Kinds WorkerDied (it ended without an answer), Limit (no answer in time, or a longer one
    /// than `mostAnswer`). After an error it answers nothing more.
    [[nodiscard]] Result<std::vector<std::byte>> ask(std::span<const std::byte> question,
                                                     std::uint64_t mostAnswer,
                                                     std::chrono::milliseconds within);

private:
    struct State;
    explicit HelperProgram(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace rekindle::job
