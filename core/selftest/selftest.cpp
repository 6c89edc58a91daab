#include "core/selftest/selftest.h"

#include "core/base/text.h"
#include "core/model/devices.h"
#include "core/model/torch_guard_torch.h"
#include "core/selftest/json_tensor_torch.h"
#include "core/selftest/kinds.h"

namespace rekindle::selftest {
namespace {

struct Kind {
    const char* name;
    Result<Json> (*answer)(const Json& request, const std::filesystem::path& pictures);
};

constexpr Kind kKinds[] = {{"loss", lossKind},
                           {"optimizer", optimizerKind},
                           {"schedule", scheduleKind},
                           {"views", viewsKind},
                           {"batchnorm", batchNormKind}};

} // namespace

std::vector<std::string> kindNames()
{
    std::vector<std::string> names;
    for (const Kind& kind : kKinds)
        names.emplace_back(kind.name);
    return names;
}

Result<Json> run(const std::string& name, const Json& request,
                 const std::filesystem::path& pictures)
{
    if (!request.is_object())
        return fail(ErrorKind::Usage, "A request is an object of names and values");
    for (const Kind& kind : kKinds) {
        if (name != kind.name)
            continue;
        return model::torchGuard(name, [&]() -> Result<Json> {
            RK_TRY(const auto dtype, dtypeOf(request));
            Json reply{{"kind", name}, {"dtype", dtype == torch::kFloat ? "float32" : "float64"}};
            RK_TRY(const Json fields, kind.answer(request, pictures));
            reply.update(fields);
            reply["versions"] = Json{{"libtorch", model::torchVersion()}};
            return reply;
        });
    }
    return fail(ErrorKind::Usage, "There is no self-test of this name", text::shown(name),
                "There are: " + text::join(kindNames(), ", ") + ".");
}

} // namespace rekindle::selftest
