#include "widgets/bridge/shown_number.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rekindle::bridge {
namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kThousand(0xE000); ///< in no text

QString withMinus(QString text)
{
    return text.replace(u'-', kMinus);
}

/// "-05" as a power: "⁻⁵".
QString raised(const QString& exponent)
{
    static const QString kDigits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString power;
    bool leading = true;
    for (const QChar letter : exponent) {
        if (letter == u'-' || letter == kMinus)
            power += QChar(0x207B);
        if (!letter.isDigit() || (leading && letter.digitValue() == 0))
            continue;
        leading = false;
        power += kDigits[letter.digitValue()];
    }
    return power;
}

} // namespace

QString fixedNumber(double value, int decimals)
{
    // What rounds to nothing has no sign.
    const double least = 0.5 * std::pow(10.0, -decimals);
    return withMinus(QLocale().toString(std::abs(value) < least ? 0.0 : value, 'f', decimals));
}

QString signedNumber(double value, int decimals)
{
    const QString text = fixedNumber(value, decimals);
    return value >= 0.5 * std::pow(10.0, -decimals) ? u'+' + text : text;
}

QString shortNumber(double value, int digits)
{
    const QString text = QLocale().toString(value, 'g', digits);
    const qsizetype power = text.indexOf(QLocale().exponential(), 0, Qt::CaseInsensitive);
    return power < 0 ? withMinus(text)
                     : withMinus(text.left(power)) + QStringLiteral(" × 10") +
                           raised(text.mid(power + 1));
}

int decimalsFor(const std::vector<double>& values)
{
    constexpr double kDigits = 4;
    constexpr int kMost = 6;
    double low = std::numeric_limits<double>::infinity(), high = -low;
    bool whole = true;
    for (const double value : values) {
        if (!std::isfinite(value))
            continue;
        whole = whole && value == std::round(value);
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (whole)
        return 0;
    const double span = std::max({high - low, std::abs(high) * 0.01, 1e-9});
    return std::clamp(static_cast<int>(kDigits - std::ceil(std::log10(span))), 1, kMost);
}

QString withShownNumbers(const QString& text)
{
    static const QRegularExpression kPoint(QStringLiteral("(?<=[0-9])\\.(?=[0-9])"));
    static const QRegularExpression kSign(QStringLiteral("(?<![0-9A-Za-z])-(?=[0-9])"));
    static const QRegularExpression kApart(
        QStringLiteral("(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"));
    QString shown = text;
    auto numbers = kApart.globalMatch(text);
    while (numbers.hasNext()) {
        const auto number = numbers.next();
        // Nothing stands between the thousands until the points are done.
        shown.replace(number.capturedStart(), number.capturedLength(),
                      number.captured().replace(u',', kThousand));
    }
    return shown.replace(kPoint, QLocale().decimalPoint())
        .replace(kSign, QString(kMinus))
        .replace(kThousand, QLocale().groupSeparator());
}

} // namespace rekindle::bridge
