#pragma once

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace rekindle::test {

/// The core's sources whose errors and warnings reach people through the window: not the
/// self-test, which the command line alone has, nor what is written in lists of settings and
/// figures, which other tests read.
inline QStringList sourcesOfSentences(const QString& root)
{
    static const QStringList kElsewhere{QStringLiteral("/selftest/"), QStringLiteral("/specs/"),
                                        QStringLiteral("/figures/"), QStringLiteral("/views/")};
    QStringList files;
    QDirIterator it(root + QStringLiteral("/core"), {QStringLiteral("*.cpp")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString file = it.next();
        if (std::none_of(kElsewhere.begin(), kElsewhere.end(),
                         [&](const QString& part) { return file.contains(part); }))
            files << file;
    }
    files.sort();
    return files;
}

/// "A" "b {}" as it would be said: A and b with a number.
inline QString spoken(const QString& literals)
{
    static const QRegularExpression kLiteral(QStringLiteral(R"re("((?:\\.|[^"\\])*)")re"));
    static const QRegularExpression kPlace(QStringLiteral("\\{[^}]*\\}"));
    QString text;
    auto it = kLiteral.globalMatch(literals);
    while (it.hasNext())
        text += it.next().captured(1);
    return text.replace(QStringLiteral("\\\""), QStringLiteral("\""))
        .replace(kPlace, QStringLiteral("7"));
}

/// Of one source: messages and hints of errors, and warnings. Left out are broken promises of our
/// own (Internal), wrong use of the command line's words, and fields of a file that nobody but us
/// writes ("'queue' should be a list").
inline QStringList sentencesOf(const QString& file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(source.readAll());
    static const QRegularExpression kComment(QStringLiteral("//[^\\n]*"));
    text.remove(kComment);
    const QString literals = QStringLiteral(R"re(((?:"(?:\\.|[^"\\])*"\s*)+))re");
    static const QRegularExpression kError(
        QStringLiteral(R"re(ErrorKind::(\w+),\s*(?:fmt::format\(\s*)?)re") + literals +
        QStringLiteral(R"re([,)](?:[^,;"]+,\s*)re") + literals +
        QStringLiteral(R"re(\s*[)}])?)re"));
    static const QRegularExpression kWarning(
        QStringLiteral(
            R"re((?:warnings\.add\(\{?|Warning\{)\s*"[a-z0-9_]+",\s*(?:fmt::format\(\s*)?)re") +
        literals + QStringLiteral("[,)}]"));
    QStringList sentences;
    auto errors = kError.globalMatch(text);
    while (errors.hasNext()) {
        const auto match = errors.next();
        if (match.captured(1) != u"Internal" && match.captured(1) != u"Usage")
            sentences << spoken(match.captured(2)) << spoken(match.captured(3));
    }
    auto warnings = kWarning.globalMatch(text);
    while (warnings.hasNext())
        sentences << spoken(warnings.next().captured(1));
    // A sentence begins with a capital letter, and two places side by side are put together.
    static const QRegularExpression kSentence(QStringLiteral("^\\p{Lu}.*\\p{Ll}"));
    sentences.removeIf([](const QString& sentence) {
        return !kSentence.match(sentence).hasMatch() || sentence.contains(u"7 7") ||
               sentence.contains(u"rekindle-cli dataset") ||
               sentence.contains(u"The same command goes on");
    });
    return sentences;
}

} // namespace rekindle::test
