#include "widgets/bridge/core_text.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/shown_number.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace rekindle::bridge {
namespace {

struct Phrase {
    const char* text = nullptr;
    QString head; ///< what stands before the first place: most texts are told apart by it
    QRegularExpression pattern;
    QList<int> places; ///< number of the place that each group was
    qsizetype letters = 0;
};

constexpr int kNames = 9; ///< the place of a list of names
/// The place of what another library said, in brackets or behind a colon: it speaks English alone,
/// and is left out in other languages unless it is known.
constexpr int kForeign = 8;

const QRegularExpression& placeMark()
{
    static const QRegularExpression kPlace(QStringLiteral("%(\\d)"));
    return kPlace;
}

const QRegularExpression& foreignPlace()
{
    static const QRegularExpression kPlace(
        QStringLiteral("[\\s\\x{a0}]*(?:\\(%%1\\)|:\\s*%%1)").arg(kForeign));
    return kPlace;
}

bool isForeign(const QString& phrase)
{
    return phrase.contains(foreignPlace());
}

Phrase phraseOf(const char* text)
{
    Phrase phrase;
    phrase.text = text;
    const QString whole = QString::fromUtf8(text);
    phrase.head = whole.left(whole.indexOf(placeMark()));
    QString pattern = QStringLiteral("^");
    qsizetype from = 0;
    auto marks = placeMark().globalMatch(whole);
    while (marks.hasNext()) {
        const auto mark = marks.next();
        pattern += QRegularExpression::escape(whole.mid(from, mark.capturedStart() - from));
        // Within one fact: what is filled in does not reach into the next one of a list.
        const int place = mark.captured(1).toInt();
        const bool any = place == kNames || (place == kForeign && isForeign(whole));
        pattern += any ? QStringLiteral("(.+?)") : QStringLiteral("((?:(?!; |[.!?] \\p{Lu}).)+?)");
        phrase.places << place;
        from = mark.capturedEnd();
    }
    pattern += QRegularExpression::escape(whole.mid(from)) + u'$';
    phrase.letters = whole.size() - 2 * phrase.places.size();
    phrase.pattern.setPattern(pattern);
    phrase.pattern.setPatternOptions(QRegularExpression::DotMatchesEverythingOption);
    return phrase;
}

/// Those that say most come first, so that "%1 filters" does not take what another knows better.
const std::vector<Phrase>& phrases()
{
    static const std::vector<Phrase> kPhrases = [] {
        std::vector<Phrase> list;
        for (const char* text : corePhrases())
            list.push_back(phraseOf(text));
        std::stable_sort(list.begin(), list.end(),
                         [](const Phrase& a, const Phrase& b) { return a.letters > b.letters; });
        return list;
    }();
    return kPhrases;
}

QString translated(const char* phrase)
{
    return QCoreApplication::translate("Core", phrase);
}

/// English is what the core speaks: nothing is to be done.
bool speaksEnglish()
{
    const char* const some = corePhrases().front();
    return translated(some) == QLatin1String(some);
}

std::optional<QString> inWords(const QString& text);

/// What was filled in: words of the core again, a number, or a name.
QString filledIn(const QString& text)
{
    if (const auto words = inWords(text))
        return *words;
    // What a setting takes.
    const QByteArray source = text.toUtf8();
    if (QString spec = QCoreApplication::translate("Specs", source.constData()); spec != text)
        return spec;
    static const QRegularExpression kNumber(QStringLiteral("^[-+<≈ ]*[\\d.,/e±% -]+$"));
    return kNumber.match(text).hasMatch() ? withShownNumbers(text) : text;
}

std::optional<QString> byPhrase(const QString& text)
{
    for (const Phrase& phrase : phrases()) {
        if (!text.startsWith(phrase.head))
            continue;
        const auto match = phrase.pattern.match(text);
        if (!match.hasMatch())
            continue;
        QString words = translated(phrase.text);
        const auto captured = [&](int place) {
            return match.captured(static_cast<int>(phrase.places.indexOf(place)) + 1);
        };
        if (phrase.places.contains(kForeign) && !inWords(captured(kForeign)))
            words.remove(foreignPlace());
        // All at once: what was filled in may hold a "%1" itself.
        QString filled;
        qsizetype from = 0;
        auto marks = placeMark().globalMatch(words);
        while (marks.hasNext()) {
            const auto mark = marks.next();
            const int place = mark.captured(1).toInt();
            filled += words.mid(from, mark.capturedStart() - from) +
                      (place == kNames ? captured(place) : filledIn(captured(place)));
            from = mark.capturedEnd();
        }
        return filled + words.mid(from);
    }
    return std::nullopt;
}

/// Of a list of sentences or facts each by itself; all of them or none.
std::optional<QString> byParts(const QString& text)
{
    static const QRegularExpression kSentence(QStringLiteral("(?<=[.!?])\\s+(?=\\p{Lu}|\\d|β)"));
    static const QRegularExpression kFact(QStringLiteral("; "));
    for (const auto& [cut, glue] :
         {std::pair(&kSentence, QStringLiteral(" ")), std::pair(&kFact, QStringLiteral("; "))}) {
        const QStringList parts = text.split(*cut);
        if (parts.size() < 2)
            continue;
        QStringList words;
        for (const QString& part : parts) {
            auto one = inWords(part);
            if (!one)
                break;
            words << *one;
        }
        if (words.size() == parts.size())
            return words.join(glue);
    }
    return std::nullopt;
}

std::optional<QString> inWords(const QString& text)
{
    if (auto words = byPhrase(text))
        return words;
    // "… ." where the phrase has no stop of its own.
    if (text.endsWith(u'.') && !text.endsWith(QStringLiteral(".."))) {
        if (const auto words = byPhrase(text.chopped(1)))
            return *words + u'.';
    }
    return byParts(text);
}

} // namespace

QString coreText(const std::string& text)
{
    QString english = qt(text);
    if (english.isEmpty() || speaksEnglish())
        return english;
    return inWords(english).value_or(english);
}

} // namespace rekindle::bridge
