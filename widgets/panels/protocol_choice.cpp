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

void applyProtocol(run::ScoreSettings& settings, const QComboBox& box, int passes)
{
    // Only names that have a spec are offered.
    static_cast<void>(
        run::setByName(settings, "protocol", box.currentData().toString().toStdString()));
    const auto* spec = specs::protocols().find(settings.protocol);
    if (spec != nullptr && specs::findSetting(spec->own, "epochs") != nullptr)
        settings.own["epochs"] = passes;
}

QString protocolText(const std::string& name)
{
    const auto* spec = specs::protocols().find(name);
    return spec == nullptr ? qt(name)
                           : QCoreApplication::translate("Specs", spec->title.c_str()).toLower();
}

} // namespace rekindle::panels
