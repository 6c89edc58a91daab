#include "widgets/plots/plot_style.h"

#include "widgets/look/look.h"
#include "widgets/plots/role_colour.h"

#include <QApplication>

#include <cmath>

namespace rekindle::plots {
namespace {

bool onDark(const PlotTheme& theme)
{
    return theme.background.lightness() < 128;
}

QColor between(const QColor& from, const QColor& to, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(a + share * (b - a)); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

} // namespace

PlotTheme paperTheme()
{
    return {QColor(0xFFFFFF), QColor(Qt::black), QColor(0x4A4A4A), QColor(0x333333),
            QColor(0xE8E8E8)};
}

PlotTheme screenTheme()
{
    const look::Colours& c = look::colours();
    return {c.surface, c.text, c.muted, c.muted, between(c.surface, c.border, 0.55)};
}

QFont PlotScale::font(double factor) const
{
    QFont font = paper ? QFont(QStringLiteral("Liberation Sans")) : QApplication::font();
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pt(textPoints * factor)))));
    // Hinting belongs to one resolution; without it text keeps its width on every device.
    if (paper)
        font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

RoleStyle roleStyle(figures::Role role, const PlotTheme& theme)
{
    using figures::Role;
    // The same hues on dark ground, lighter: lines are to be seen at 3 to 1 there, too.
    const auto either = [dark = onDark(theme)](unsigned light, unsigned night) {
        return QColor(dark ? night : light);
    };
    switch (role) {
    case Role::P1x:
        return {either(0xD55E00, 0xF0904A), QCPScatterStyle::ssTriangle, false, Qt::DashLine};
    case Role::P2x:
        return {either(0x0072B2, 0x56B4E9), QCPScatterStyle::ssDisc, false, Qt::SolidLine};
    case Role::P2xUnrepaired:
        return {either(0x009E73, 0x2BC49A), QCPScatterStyle::ssCircle, true, Qt::DashDotLine};
    case Role::NoSecondStage:
        return {either(0x767676, 0xA3AAB3), QCPScatterStyle::ssSquare, false, Qt::DotLine};
    case Role::RandomStart:
        return {either(0xCC79A7, 0xE39CC4), QCPScatterStyle::ssDiamond, true, Qt::DashDotDotLine};
    case Role::Before:
        return {either(0x767676, 0xA3AAB3), QCPScatterStyle::ssSquare, true, Qt::SolidLine};
    case Role::After:
        return {either(0x0072B2, 0x56B4E9), QCPScatterStyle::ssDisc, false, Qt::SolidLine};
    case Role::Difference:
        return {theme.text, QCPScatterStyle::ssDisc, false, Qt::SolidLine};
    case Role::Laid1:
        return {either(0x0072B2, 0x56B4E9), QCPScatterStyle::ssDisc, false, Qt::SolidLine};
    case Role::Laid2:
        return {either(0xD55E00, 0xF0904A), QCPScatterStyle::ssTriangle, false, Qt::DashLine};
    case Role::Laid3:
        return {either(0x009E73, 0x2BC49A), QCPScatterStyle::ssCircle, true, Qt::DashDotLine};
    case Role::Laid4:
        return {either(0xCC79A7, 0xE39CC4), QCPScatterStyle::ssDiamond, true, Qt::DotLine};
    case Role::Laid5:
        return {either(0xB8860B, 0xE0B23C), QCPScatterStyle::ssSquare, false, Qt::DashDotDotLine};
    case Role::Laid6:
        return {either(0x767676, 0xA3AAB3), QCPScatterStyle::ssSquare, true, Qt::SolidLine};
    case Role::Neutral:
        break;
    }
    return {theme.text, QCPScatterStyle::ssCross, false, Qt::SolidLine};
}

QColor roleTextColour(figures::Role role, const PlotTheme& theme)
{
    using figures::Role;
    if (!onDark(theme)) {
        if (role == Role::P1x)
            return QColor(0xA84A00);
        if (role == Role::P2xUnrepaired)
            return QColor(0x00704F);
        if (role == Role::RandomStart)
            return QColor(0x9C4A79);
        if (role == Role::NoSecondStage || role == Role::Before)
            return theme.muted;
    }
    return roleStyle(role, theme).colour;
}

QColor roleColour(figures::Role role)
{
    return roleTextColour(role, screenTheme());
}

} // namespace rekindle::plots
