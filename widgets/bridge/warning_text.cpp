#include "widgets/bridge/warning_text.h"

#include "core/base/text.h"
#include "widgets/bridge/core_text.h"
#include "widgets/bridge/qt_text.h"

#include <QCoreApplication>

namespace rekindle::bridge {

namespace {

struct WarningText {
    Q_DECLARE_TR_FUNCTIONS(rekindle::bridge::WarningText)
};

/// What happened, to what, how often: as describe() in the core, in the window's language.
QString lineOf(const Warning& warning)
{
    QString line = coreText(warning.sentence);
    while (line.endsWith(u'.'))
        line.chop(1);
    if (!warning.subject.empty())
        line += QStringLiteral(": ") + qt(text::shown(warning.subject));
    if (warning.count > 1)
        line += WarningText::tr(" (%n time(s))", nullptr, static_cast<int>(warning.count));
    return line + u'.';
}

} // namespace

QStringList warningLines(const Warnings& warnings, const QString& whose)
{
    QStringList lines;
    for (const Warning& warning : warnings.items()) {
        const QString line = lineOf(warning);
        lines << (whose.isEmpty() ? line : whose + QStringLiteral(": ") + line);
    }
    return lines;
}

} // namespace rekindle::bridge
