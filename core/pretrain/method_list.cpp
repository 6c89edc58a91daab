#include "core/pretrain/methods.h"

#include "core/pretrain/method_torch.h"

namespace rekindle::pretrain {

std::deque<MethodEntry>& methodList()
{
    static std::deque<MethodEntry> list = {
        {"simclr", makeSimclr},         {"swav", makeSwav}, {"byol", makeByol}, {"moco", makeMoco},
        {"supervised", makeSupervised},
    };
    return list;
}

std::vector<std::string> methodNames()
{
    std::vector<std::string> names;
    for (const MethodEntry& entry : methodList())
        names.push_back(entry.name);
    return names;
}

Result<std::unique_ptr<PretrainMethod>> makeMethod(const run::PretrainSettings& settings,
                                                   const weights::Architecture& architecture,
                                                   const weights::Conventions& conventions)
{
    std::string known;
    for (const MethodEntry& entry : methodList()) {
        if (entry.name == settings.method)
            return entry.make(settings, architecture, conventions);
        known += (known.empty() ? "" : ", ") + entry.name;
    }
    return fail(ErrorKind::Usage, "This version cannot pretrain with this method", settings.method,
                "Methods here: " + known + ".");
}

} // namespace rekindle::pretrain
