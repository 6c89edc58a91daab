#include "widgets/panels/protocol_choice.h"

#include "core/base/text.h"
#include "core/specs/spec.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/panels/spec_text.h"

#include <QComboBox>

namespace rekindle::panels {

using bridge::qt;

void offerProtocols(QComboBox& box)
{
    for (const specs::ProtocolSpec& spec : specs::protocols().all())
        box.addItem(specText(spec.title), qt(spec.name));
}

void offerMethods(QComboBox& box)
{
    for (const specs::MethodSpec& spec : specs::methods().all())
        box.addItem(specText(spec.title), qt(spec.name));
}

QString protocolText(const std::string& name)
{
    const auto* spec = specs::protocols().find(name);
    return spec == nullptr ? qt(name) : specText(text::lower(spec->title));
}

} // namespace rekindle::panels
