#include "widgets/bridge/shown_number.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rekindle::bridge {
namespace {

constexpr QChar kMinus(0x2212);

QString withMinus(QString text)
{
    return text.replace(u'-', kMinus);
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

QString shortNumber(double value)
{
    return withMinus(QLocale().toString(value, 'g', 4));
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
    QString shown = text;
    return shown.replace(kPoint, QLocale().decimalPoint()).replace(kSign, QString(kMinus));
}

} // namespace rekindle::bridge
