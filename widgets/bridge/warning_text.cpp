#include "widgets/bridge/warning_text.h"

#include "widgets/bridge/qt_text.h"

namespace rekindle::bridge {

QStringList warningLines(const Warnings& warnings, const QString& whose)
{
    QStringList lines;
    for (const Warning& warning : warnings.items()) {
        const QString line = qt(describe(warning));
        lines << (whose.isEmpty() ? line : whose + QStringLiteral(": ") + line);
    }
    return lines;
}

} // namespace rekindle::bridge
