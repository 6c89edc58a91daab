#include "core/base/text.h"
#include "core/specs/byol_spec.h"
#include "core/specs/finetune_spec.h"
#include "core/specs/knn_spec.h"
#include "core/specs/moco_spec.h"
#include "core/specs/simclr_spec.h"
#include "core/specs/spec.h"
#include "core/specs/supervised_spec.h"
#include "core/specs/swav_spec.h"

namespace rekindle::specs {

Registry<MethodSpec>& methods()
{
    static Registry<MethodSpec> list{
        simclrSpec(), swavSpec(), byolSpec(), mocoSpec(), supervisedSpec(),
    };
    return list;
}

Registry<ProtocolSpec>& protocols()
{
    static Registry<ProtocolSpec> list{
        fineTuneSpec(),
        knnSpec(),
    };
    return list;
}

template <class S>
Result<const S*> Registry<S>::get(std::string_view name) const
{
    if (const S* spec = find(name))
        return spec;
    return fail(ErrorKind::Usage, std::string(S::kUnknown), text::shown(name, 80),
                "There are: " + text::join(names(), ", ") + ".");
}

template class Registry<MethodSpec>;
template class Registry<ProtocolSpec>;

} // namespace rekindle::specs
