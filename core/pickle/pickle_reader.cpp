#include "core/pickle/pickle_reader.h"

#include "core/base/text.h"
#include "core/pickle/pickle_machine.h"

namespace rekindle::pickle {

Result<Pickle> readPickle(std::vector<std::byte> program, const std::string& subject)
{
    constexpr std::size_t kLargestProgram = 256U << 20;
    if (program.size() > kLargestProgram)
        return fail(ErrorKind::Limit,
                    "Its list of tensors takes " + text::bytes(program.size()) + " (limit " +
                        text::bytes(kLargestProgram) + ")",
                    subject, "Save the weights alone: torch.save(model.state_dict(), FILE).");
    PickleMachine machine(std::move(program));
    if (!machine.run()) {
        Error error = machine.error();
        error.subject = subject;
        return fail(std::move(error));
    }
    return Pickle{machine.takeValues(), machine.root(), machine.position()};
}

} // namespace rekindle::pickle
