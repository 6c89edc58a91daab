#include "widgets/panels/protocol_choice.h"

#include "core/specs/spec.h"
#include "widgets/bridge/qt_text.h"

#include <QComboBox>
#include <QCoreApplication>

namespace rekindle::panels {

using bridge::qt;

void offerProtocols(QComboBox& box)
{
    for (const specs::ProtocolSpec& spec : specs::protocols().all())
        box.addItem(QCoreApplication::translate("Specs", spec.title.c_str()), qt(spec.name));
}

void offerMethods(QComboBox& box)
{
    for (const specs::MethodSpec& spec : specs::methods().all())
        box.addItem(QCoreApplication::translate("Specs", spec.title.c_str()), qt(spec.name));
}

QString protocolText(const std::string& name)
{
    const auto* spec = specs::protocols().find(name);
    return spec == nullptr ? qt(name)
                           : QCoreApplication::translate("Specs", spec->title.c_str()).toLower();
}

} // namespace rekindle::panels
