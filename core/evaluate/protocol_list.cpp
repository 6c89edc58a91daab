#include "core/base/text.h"
#include "core/evaluate/protocol_torch.h"

namespace rekindle::evaluate {

std::deque<ProtocolEntry>& protocolList()
{
    static std::deque<ProtocolEntry> list = {
        {"finetune", scoreByFineTuning},
        {"knn", scoreByNeighbours},
    };
    return list;
}

Result<const ProtocolEntry*> findProtocol(const std::string& name)
{
    std::vector<std::string> known;
    for (const ProtocolEntry& entry : protocolList()) {
        if (entry.name == name)
            return &entry;
        known.push_back(entry.name);
    }
    return fail(ErrorKind::Usage, "This version cannot score by this protocol",
                text::shown(name, 80), "There are: " + text::join(known, ", ") + ".");
}

} // namespace rekindle::evaluate
