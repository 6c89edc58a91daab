#pragma once

#include "core/base/json.h"

#include <QFile>
#include <QProcess>
#include <QStringList>

namespace rekindle::test {

/// What one call of the command line left behind.
struct Called {
    int code = -1; ///< -1: died by a signal or did not end in time
    QByteArray out, err;

    /// Standard output as its one JSON object; null if it is none.
    [[nodiscard]] Json json() const
    {
        const auto parsed = parseJson(std::string(out.constData(), size_t(out.size())), "stdout");
        return parsed ? *parsed : Json();
    }
    /// One line on standard error that starts as an error of ours does.
    [[nodiscard]] bool oneSentence() const
    {
        return err.startsWith("rekindle-cli: ") && err.count('\n') == 1 && err.endsWith(".\n");
    }
};

inline QString program()
{
    return QStringLiteral(REKINDLE_BIN_DIR "/rekindle-cli");
}

inline Called call(const QStringList& arguments, int timeoutMs = 60000)
{
    QProcess process;
    process.start(program(), arguments);
    Called called;
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
        return called;
    }
    if (process.exitStatus() == QProcess::NormalExit)
        called.code = process.exitCode();
    called.out = process.readAllStandardOutput();
    called.err = process.readAllStandardError();
    return called;
}

inline bool put(const QString& file, const QByteArray& bytes)
{
    QFile target(file);
    return target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size();
}

inline QByteArray get(const QString& file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

} // namespace rekindle::test
