#include "core/pickle/pickle_reader.h"

#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/pickle/pickle_machine.h"

#include <algorithm>

namespace rekindle::pickle {
namespace {

Error tooLong(std::uint64_t bytes, std::uint64_t most, const std::string& subject)
{
    return {ErrorKind::Limit,
            "Its list of tensors takes " + text::bytes(bytes) + " (limit " + text::bytes(most) +
                ")",
            subject, "Save the weights alone: torch.save(model.state_dict(), FILE)."};
}

Result<Pickle> outcome(PickleMachine& machine, bool good, const std::string& subject)
{
    if (good)
        return Pickle{machine.takeValues(), machine.root(), machine.position()};
    Error error = machine.error();
    error.subject = subject;
    return fail(std::move(error));
}

} // namespace

Result<Pickle> readPickle(std::vector<std::byte> program, const std::string& subject)
{
    constexpr std::size_t kLargestProgram = 256U << 20;
    if (program.size() > kLargestProgram)
        return fail(tooLong(program.size(), kLargestProgram, subject));
    PickleMachine machine(std::move(program));
    const bool good = machine.run();
    return outcome(machine, good, subject);
}

Result<Pickle> readPickle(const storage::InputFile& file, std::uint64_t begin, std::uint64_t first,
                          std::uint64_t most)
{
    // Places in a program are kept in 32 bits.
    most = std::min<std::uint64_t>(most, 0xFFFFFFF0U);
    const std::string subject = file.path().string();
    const std::uint64_t rest = file.size() - std::min(begin, file.size());
    for (std::uint64_t window = first;; window *= 64) {
        const std::uint64_t count = std::min({window, rest, most});
        RK_TRY(auto program, file.read(begin, count));
        PickleMachine machine(std::move(program));
        RK_TRY(const bool good, guard(subject, [&]() -> Result<bool> { return machine.run(); }));
        if (good || !machine.ranOut() || count == rest)
            return outcome(machine, good, subject);
        if (count == most)
            return fail(tooLong(rest, most, subject));
    }
}

} // namespace rekindle::pickle
