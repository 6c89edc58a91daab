#include "widgets/bridge/run_label.h"

#include "core/base/text.h"
#include "core/specs/spec.h"
#include "core/study/names.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/shown_number.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rekindle::bridge {

std::string pairLabel(const std::string& pair, const study::Names& names)
{
    if (std::string given = study::givenName(names, pair); !given.empty())
        return given;
    static const QRegularExpression kOurs(QStringLiteral("^pair-(\\d+)$"));
    const auto match = kOurs.match(qt(pair));
    return match.hasMatch()
               ? utf8(QCoreApplication::translate("RunState", "Pair %1").arg(match.captured(1)))
               : pair;
}

std::string runLabel(const std::string& folder, const study::Names& names)
{
    if (std::string given = study::givenName(names, "runs/" + folder); !given.empty())
        return given;
    static const QRegularExpression kOurs(QStringLiteral("^(.+)-(p1x|p2x)$"));
    const auto match = kOurs.match(qt(folder));
    return match.hasMatch() ? pairLabel(utf8(match.captured(1)), names) + " · " +
                                  utf8(match.captured(2).toUpper())
                            : folder;
}

std::string scoreLabel(const std::string& owner, const run::ScoreSettings& settings,
                       const std::string& given)
{
    if (!given.empty())
        return owner + " · " + given;
    const auto* spec = specs::protocols().find(settings.protocol);
    const QString how =
        spec == nullptr ? qt(settings.protocol)
                        : QCoreApplication::translate("Specs", text::lower(spec->title).c_str());
    return owner + " · " +
           utf8(QCoreApplication::translate("RunState", "%1, %2 % of the labels")
                    .arg(how, shortNumber(100 * settings.fraction)));
}

} // namespace rekindle::bridge
