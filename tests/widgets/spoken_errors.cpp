#include "tests/widgets/spoken_errors.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace rekindle::test {
namespace {

using Texts = std::optional<QStringList>; ///< nothing where it is not known

const QString kFilledIn = QStringLiteral("7");

/// Behind the literal or the character that begins at `at`.
qsizetype behindQuote(QStringView text, qsizetype at)
{
    const QChar mark = text[at];
    for (++at; at < text.size() && text[at] != mark; ++at) {
        if (text[at] == u'\\')
            ++at;
    }
    return std::min(at + 1, text.size());
}

bool opensQuote(QStringView text, qsizetype at)
{
    // 1'000'000 holds no characters.
    return text[at] == u'"' || (text[at] == u'\'' && (at == 0 || !text[at - 1].isLetterOrNumber()));
}

/// What stands between `separator`s, outside of brackets and quotes, up to a bracket that closes
/// what was open before, or the end of the statement.
QStringList parted(QStringView text, QChar separator)
{
    QStringList parts;
    int depth = 0;
    qsizetype from = 0, at = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        if (opensQuote(text, at)) {
            at = behindQuote(text, at);
            continue;
        }
        if (QStringView(u"([{").contains(c))
            ++depth;
        else if (QStringView(u")]}").contains(c) && --depth < 0)
            break;
        if (depth == 0 && c == u';')
            break;
        const bool scope = c == u':' && ((at > 0 && text[at - 1] == u':') ||
                                         (at + 1 < text.size() && text[at + 1] == u':'));
        if (depth == 0 && c == separator && !scope) {
            parts << text.mid(from, at - from).toString();
            from = at + 1;
        }
        ++at;
    }
    return parts << text.mid(from, at - from).toString();
}

/// "A" "b" as one text.
std::optional<QString> literal(const QString& expression)
{
    static const QRegularExpression kOnly(QStringLiteral(R"re(^(?:\s*"(?:\\.|[^"\\])*")+\s*$)re"));
    static const QRegularExpression kOne(QStringLiteral(R"re("((?:\\.|[^"\\])*)")re"));
    if (!kOnly.match(expression).hasMatch())
        return std::nullopt;
    QString text;
    auto it = kOne.globalMatch(expression);
    while (it.hasNext())
        text += it.next().captured(1);
    return text.replace(QStringLiteral("\\\""), QStringLiteral("\""));
}

/// Each of the texts before with each of those behind.
QStringList joined(const QStringList& before, const QStringList& behind)
{
    QStringList all;
    for (const QString& first : before) {
        for (const QString& second : behind)
            all << first + second;
    }
    return all;
}

struct Function {
    QString name;
    QStringList parameters;
    qsizetype begin = 0, end = 0; ///< of its body
};

class Source
{
public:
    explicit Source(QString text) : m_text(std::move(text)) { findFunctions(); }

    [[nodiscard]] const QString& text() const { return m_text; }
    /// What the expression that stands at `at` may say.
    [[nodiscard]] QStringList said(const QString& expression, qsizetype at, int depth = 0) const;

private:
    void findFunctions();
    [[nodiscard]] QStringList formatted(const QStringList& arguments, qsizetype at,
                                        int depth) const;
    [[nodiscard]] Texts named(const QString& name, qsizetype at, int depth) const;
    [[nodiscard]] Texts handedTo(const Function& function, qsizetype parameter, int depth) const;
    [[nodiscard]] qsizetype endOfBody(qsizetype at) const;

    QString m_text;
    std::vector<Function> m_functions;
};

qsizetype Source::endOfBody(qsizetype at) const
{
    for (int depth = 0; at < m_text.size(); ++at) {
        if (opensQuote(m_text, at)) {
            at = behindQuote(m_text, at) - 1;
            continue;
        }
        if (m_text[at] == u'{')
            ++depth;
        else if (m_text[at] == u'}' && --depth < 0)
            return at;
    }
    return at;
}

void Source::findFunctions()
{
    // Functions, and lambdas with a name.
    static const QRegularExpression kFunction(QStringLiteral(
        R"re((\w+)(?: = \[[^\]]*\])?\(((?:[^(){};]|\([^()]*\))*)\)[\w\s:<>&,]*(?:->[^{;]*)?\{)re"));
    static const QSet<QString> kWords{QStringLiteral("if"), QStringLiteral("for"),
                                      QStringLiteral("while"), QStringLiteral("switch"),
                                      QStringLiteral("catch")};
    static const QRegularExpression kLast(QStringLiteral("(\\w+)\\s*$"));
    auto it = kFunction.globalMatch(m_text);
    while (it.hasNext()) {
        const auto match = it.next();
        if (kWords.contains(match.captured(1)))
            continue;
        Function function{match.captured(1), {}, match.capturedEnd(), 0};
        function.end = endOfBody(function.begin);
        for (const QString& parameter : parted(match.captured(2), u','))
            function.parameters << kLast.match(parameter.section(u'=', 0, 0)).captured(1);
        m_functions.push_back(std::move(function));
    }
}

QStringList Source::said(const QString& expression, qsizetype at, int depth) const
{
    static const QRegularExpression kWrapped(
        QStringLiteral(R"re(^(?:std::string|std::string_view|std::move)[({](.*)[)}]$)re"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression kFormat(QStringLiteral("^fmt::format\\((.*)\\)$"),
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression kName(QStringLiteral("^\\w+$"));
    const QString text = expression.trimmed();
    if (const auto words = literal(text))
        return {*words};
    if (text.startsWith(u'(') &&
        parted(QStringView(text).mid(1), u',').join(u',').size() + 2 == text.size())
        return said(text.mid(1, text.size() - 2), at, depth);
    if (const QStringList choice = parted(text, u'?'); choice.size() > 1) {
        const QString rest = text.mid(choice.front().size() + 1);
        const QString first = parted(rest, u':').front();
        const QStringList one = said(first, at, depth);
        const QStringList other = said(rest.mid(first.size() + 1), at, depth);
        // A name that may be missing is a name.
        if (one + other == QStringList{QString(), kFilledIn})
            return other;
        return one + other;
    }
    if (const QStringList sum = parted(text, u'+'); sum.size() > 1) {
        QStringList all{QString()};
        for (const QString& part : sum)
            all = joined(all, said(part, at, depth));
        return all;
    }
    if (const auto wrapped = kWrapped.match(text); wrapped.hasMatch())
        return said(wrapped.captured(1), at, depth);
    if (const auto format = kFormat.match(text); format.hasMatch())
        return formatted(parted(format.captured(1), u','), at, depth);
    if (kName.match(text).hasMatch()) {
        if (const Texts texts = named(text, at, depth))
            return *texts;
    }
    return {kFilledIn};
}

QStringList Source::formatted(const QStringList& arguments, qsizetype at, int depth) const
{
    static const QRegularExpression kPlace(QStringLiteral("\\{[^}]*\\}"));
    QStringList all;
    for (const QString& format : said(arguments.front(), at, depth)) {
        const QStringList between = format.split(kPlace);
        QStringList texts{between.front()};
        for (qsizetype i = 1; i < between.size(); ++i) {
            const QStringList filled =
                i < arguments.size() ? said(arguments[i], at, depth) : QStringList{kFilledIn};
            texts = joined(joined(texts, filled), {between[i]});
        }
        all += texts;
    }
    return all;
}

/// A local name or a parameter of the functions around `at`, the innermost first.
Texts Source::named(const QString& name, qsizetype at, int depth) const
{
    constexpr int kDeepest = 4;
    if (depth > kDeepest)
        return std::nullopt;
    const QRegularExpression local(
        QStringLiteral(
            "(?:std::string|std::string_view|auto|char\\*)(?: const)?&? %1(?:\\s=\\s|\\()")
            .arg(name));
    for (auto it = m_functions.rbegin(); it != m_functions.rend(); ++it) {
        if (at < it->begin || at > it->end)
            continue;
        const qsizetype begin = m_text.lastIndexOf(local, at);
        if (begin >= it->begin) {
            const auto match = local.match(m_text, begin);
            const QString value =
                parted(QStringView(m_text).mid(match.capturedEnd()), u';').front();
            if (value.trimmed().isEmpty())
                return std::nullopt;
            return said(value, begin, depth + 1);
        }
        if (const qsizetype parameter = it->parameters.indexOf(name); parameter >= 0)
            return handedTo(*it, parameter, depth + 1);
    }
    return std::nullopt;
}

Texts Source::handedTo(const Function& function, qsizetype parameter, int depth) const
{
    // A lambda is called where it is known.
    const auto around =
        std::find_if(m_functions.rbegin(), m_functions.rend(), [&](const Function& other) {
            return other.begin < function.begin && function.begin < other.end;
        });
    const qsizetype begin = around == m_functions.rend() ? 0 : around->begin;
    const qsizetype end = around == m_functions.rend() ? m_text.size() : around->end;
    QStringList texts;
    const QRegularExpression call(QStringLiteral("(?<![\\w>:])%1\\(").arg(function.name));
    auto it = call.globalMatch(m_text);
    while (it.hasNext()) {
        const auto match = it.next();
        if (match.capturedStart() < begin || match.capturedStart() > end)
            continue;
        const QStringList arguments = parted(QStringView(m_text).mid(match.capturedEnd()), u',');
        // Not where it is declared.
        const bool declares =
            std::any_of(arguments.begin(), arguments.end(), [](const QString& argument) {
                static const QRegularExpression kDeclared(QStringLiteral(
                    "^\\s*(?:const )?[\\w:]+(?:<[^>]*>)?(?: const)?[&*]? ?[&*]?\\b\\w+$"));
                return argument.contains(u' ') && kDeclared.match(argument.trimmed()).hasMatch();
            });
        if (arguments.size() > parameter && !declares)
            texts += said(arguments[parameter], match.capturedStart(), depth);
    }
    return texts.isEmpty() ? std::nullopt : Texts(texts);
}

} // namespace

QList<SpokenError> errorsSpokenIn(const QString& file, const QSet<QString>& kinds)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(opened.readAll());
    static const QRegularExpression kComment(QStringLiteral("//[^\\n]*"));
    const Source source(text.remove(kComment));
    QList<SpokenError> errors;
    const auto add = [&](const QString& expression, qsizetype at) {
        const int line = static_cast<int>(QStringView(source.text()).left(at).count(u'\n')) + 1;
        for (const QString& sentence : source.said(expression, at))
            errors.push_back({sentence, line});
    };
    static const QRegularExpression kError(QStringLiteral("ErrorKind::(\\w+)\\s*,"));
    auto it = kError.globalMatch(source.text());
    while (it.hasNext()) {
        const auto match = it.next();
        if (!kinds.contains(match.captured(1)))
            continue;
        const QStringList arguments =
            parted(QStringView(source.text()).mid(match.capturedEnd()), u',');
        add(arguments.front(), match.capturedStart());
        if (arguments.size() > 2) // message, subject, hint
            add(arguments[2], match.capturedStart());
    }
    // What is said of an error that comes from elsewhere, and what parsers keep until they end.
    static const QRegularExpression kSet(QStringLiteral("\\b(?:message|hint|problem) = "));
    auto sets = kSet.globalMatch(source.text());
    while (sets.hasNext()) {
        const auto match = sets.next();
        add(parted(QStringView(source.text()).mid(match.capturedEnd()), u';').front(),
            match.capturedStart());
    }
    return errors;
}

} // namespace rekindle::test
