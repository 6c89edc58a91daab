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

Warnings asWarnings(const std::vector<std::string>& sentences)
{
    Warnings warnings;
    for (const std::string& sentence : sentences)
        warnings.add("checkpoint", sentence);
    return warnings;
}

} // namespace rekindle::bridge
