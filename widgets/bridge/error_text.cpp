#include "widgets/bridge/error_text.h"

#include "widgets/bridge/core_text.h"
#include "widgets/bridge/qt_text.h"

namespace rekindle::bridge {
namespace {

QString asSentence(QString text)
{
    text = text.trimmed();
    if (!text.isEmpty() && !QStringLiteral(".!?").contains(text.back()))
        text += u'.';
    return text;
}

} // namespace

QString errorText(const Error& error)
{
    QString first = coreText(error.message).trimmed();
    if (!error.subject.empty()) {
        if (first.endsWith(u'.'))
            first.chop(1);
        first += QStringLiteral(": ") + qt(error.subject);
    }
    const QString hint = coreText(error.hint).trimmed();
    return hint.isEmpty() ? asSentence(first) : asSentence(first) + u' ' + hint;
}

QString errorDetails(const Error& error)
{
    const QString details =
        errorText(error) + QStringLiteral("\n[") + qt(kindName(error.kind)) + u']';
    const bool translated =
        coreText(error.message) != qt(error.message) || coreText(error.hint) != qt(error.hint);
    return translated ? details + u'\n' + qt(describe(error)) : details;
}

} // namespace rekindle::bridge
