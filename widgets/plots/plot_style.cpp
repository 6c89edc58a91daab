#include "widgets/plots/plot_style.h"

#include "widgets/look/look.h"

#include <QApplication>

#include <cmath>

namespace rekindle::plots {

PlotTheme paperTheme()
{
    return {QColor(0xFFFFFF), QColor(Qt::black), QColor(0x4A4A4A), QColor(0x333333),
            QColor(0xE8E8E8)};
}

PlotTheme screenTheme()
{
    const look::Colours& c = look::colours();
    return {c.surface, c.text, c.muted, c.muted, c.hover};
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
    switch (role) {
    case Role::P1x:
        return {QColor(0xD55E00), QCPScatterStyle::ssTriangle, false, Qt::DashLine};
    case Role::P2x:
        return {QColor(0x0072B2), QCPScatterStyle::ssDisc, false, Qt::SolidLine};
    case Role::P2xUnrepaired:
        return {QColor(0x009E73), QCPScatterStyle::ssCircle, true, Qt::DashDotLine};
    case Role::NoSecondStage:
        return {QColor(0x767676), QCPScatterStyle::ssSquare, false, Qt::DotLine};
    case Role::RandomStart:
        return {QColor(0xCC79A7), QCPScatterStyle::ssDiamond, true, Qt::DashDotDotLine};
    case Role::Before:
        return {QColor(0x767676), QCPScatterStyle::ssSquare, true, Qt::SolidLine};
    case Role::After:
        return {QColor(0x0072B2), QCPScatterStyle::ssDisc, false, Qt::SolidLine};
    case Role::Laid1:
        return {QColor(0x0072B2), QCPScatterStyle::ssDisc, false, Qt::SolidLine};
    case Role::Laid2:
        return {QColor(0xD55E00), QCPScatterStyle::ssTriangle, false, Qt::DashLine};
    case Role::Laid3:
        return {QColor(0x009E73), QCPScatterStyle::ssCircle, true, Qt::DashDotLine};
    case Role::Laid4:
        return {QColor(0xCC79A7), QCPScatterStyle::ssDiamond, true, Qt::DotLine};
    case Role::Laid5:
        return {QColor(0xB8860B), QCPScatterStyle::ssSquare, false, Qt::DashDotDotLine};
    case Role::Laid6:
        return {QColor(0x767676), QCPScatterStyle::ssSquare, true, Qt::SolidLine};
    case Role::Neutral:
        break;
    }
    return {theme.text, QCPScatterStyle::ssCross, false, Qt::SolidLine};
}

} // namespace rekindle::plots
