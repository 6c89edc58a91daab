#include "widgets/look/look.h"

#include "widgets/look/icons.h"
#include "widgets/look/wheel_guard.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

// Outside every namespace, as Q_INIT_RESOURCE asks.
static void initResources()
{
    Q_INIT_RESOURCE(rekindle);
}

namespace rekindle::look {
namespace {

Scheme g_scheme = Scheme::Light;

const Colours kLight{
    .window = QColor(0xF7F6F3),
    .surface = QColor(0xFFFFFF),
    .rail = QColor(0xEFEDE8),
    .border = QColor(0xDBD8D0),
    .text = QColor(0x22262B),
    .muted = QColor(0x5C636B),
    .accent = QColor(0x135E92),
    .onAccent = QColor(0xFFFFFF),
    .hover = QColor(0xE6E3DC),
    .selected = QColor(0xD9E6F0),
    .good = QColor(0x1B6B4A),
    .warn = QColor(0x8A5200),
    .bad = QColor(0xA3291F),
    .noteFill = QColor(0xEAF1F7),
    .warnFill = QColor(0xFBF1DD),
    .badFill = QColor(0xFAE7E4),
    .goodFill = QColor(0xE4F2EA),
};

const Colours kDark{
    .window = QColor(0x1D1F22),
    .surface = QColor(0x25282C),
    .rail = QColor(0x191B1E),
    .border = QColor(0x3B4046),
    .text = QColor(0xE7E8EA),
    .muted = QColor(0xA3AAB3),
    .accent = QColor(0x6DB5E6),
    .onAccent = QColor(0x10202C),
    .hover = QColor(0x2D3136),
    .selected = QColor(0x24425A),
    .good = QColor(0x74CFA3),
    .warn = QColor(0xE9B75C),
    .bad = QColor(0xF08A80),
    .noteFill = QColor(0x1F303E),
    .warnFill = QColor(0x3A2F1A),
    .badFill = QColor(0x3F2523),
    .goodFill = QColor(0x1D352A),
};

QPalette paletteOf(const Colours& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.window);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::Highlight, c.selected);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Link, c.accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.muted);
    return palette;
}

QString styleSheetOf(const Colours& c)
{
    QFile file(QStringLiteral(":/styles/rekindle.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char*, QColor> names[] = {
        {"@window", c.window},     {"@surface", c.surface},   {"@rail", c.rail},
        {"@border", c.border},     {"@text", c.text},         {"@muted", c.muted},
        {"@accent", c.accent},     {"@onAccent", c.onAccent}, {"@hover", c.hover},
        {"@selected", c.selected}, {"@goodFill", c.goodFill}, {"@warnFill", c.warnFill},
        {"@badFill", c.badFill},   {"@noteFill", c.noteFill}, {"@good", c.good},
        {"@warn", c.warn},         {"@bad", c.bad},
    };
    for (const auto& [name, colour] : names)
        sheet.replace(QLatin1String(name) + u';', colour.name() + u';');
    const bool dark = c.window.lightness() < 128;
    return sheet.replace(QStringLiteral("@tick;"),
                         dark ? QStringLiteral("tick-dark.svg") : QStringLiteral("tick-light.svg"));
}

Scheme wantedScheme(const QPalette& desktop)
{
    const QByteArray wish = qgetenv("REKINDLE_THEME");
    if (wish == "dark")
        return Scheme::Dark;
    return wish == "light" ? Scheme::Light : schemeOf(desktop);
}

} // namespace

Scheme schemeOf(const QPalette& palette)
{
    const int text = palette.color(QPalette::WindowText).lightness();
    return text > palette.color(QPalette::Window).lightness() ? Scheme::Dark : Scheme::Light;
}

const Colours& colours(Scheme scheme)
{
    return scheme == Scheme::Dark ? kDark : kLight;
}

const Colours& colours()
{
    return colours(g_scheme);
}

Scheme scheme()
{
    return g_scheme;
}

QFont font(Type type)
{
    QFont font = QApplication::font();
    const double size = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    switch (type) {
    case Type::Small:
        font.setPointSizeF(size * 0.9);
        break;
    case Type::Body:
        break;
    case Type::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case Type::Title:
        font.setPointSizeF(size * 1.15);
        font.setWeight(QFont::DemiBold);
        break;
    case Type::Heading:
        font.setPointSizeF(size * 1.7);
        font.setWeight(QFont::DemiBold);
        break;
    case Type::Display:
        font.setPointSizeF(size * 2.6);
        font.setWeight(QFont::DemiBold);
        break;
    }
    return font;
}

void apply(QApplication& application)
{
    initResources();
    g_scheme = wantedScheme(application.palette());
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    // Without a desktop there is no desktop font to follow.
    if (QGuiApplication::platformName() == u"offscreen") {
        QFont font(QStringLiteral("Liberation Sans"));
        font.setPointSizeF(10);
        QApplication::setFont(font);
    }
    QApplication::setPalette(paletteOf(colours()));
    application.setStyleSheet(styleSheetOf(colours()));
    QApplication::setWindowIcon(programIcon());
    if (application.findChild<WheelGuard*>() == nullptr)
        application.installEventFilter(new WheelGuard(&application));
}

void setRole(QWidget* widget, const char* role)
{
    widget->setProperty("role", QString::fromLatin1(role));
    // What is in sight already is drawn by its old role until it is asked again.
    if (widget->testAttribute(Qt::WA_WState_Polished)) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

} // namespace rekindle::look
