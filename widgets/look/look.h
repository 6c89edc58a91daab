#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

QT_FORWARD_DECLARE_CLASS(QApplication)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace rekindle::look {

/// Every colour of the window. Charts have their own table (plots/plot_style).
struct Colours {
    QColor window, surface, rail, border, text, muted, accent, onAccent;
    QColor hover, selected, good, warn, bad, noteFill, warnFill, badFill, goodFill;
};

/// Which table holds: by the lightness of the desktop's palette.
enum class Scheme { Light, Dark };
[[nodiscard]] Scheme schemeOf(const QPalette& palette);
[[nodiscard]] const Colours& colours(Scheme scheme);
/// The table in use.
[[nodiscard]] const Colours& colours();
[[nodiscard]] Scheme scheme();

/// Distances in logical pixels: the only ones in use.
namespace space {
inline constexpr int kTight = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 20;
inline constexpr int kPage = 28;
} // namespace space

/// Sizes of type, relative to the desktop's own font.
enum class Type { Small, Body, Strong, Title, Heading, Display };
[[nodiscard]] QFont font(Type type);

/// Sets style, palette and style sheet for the whole program. Call once, after QApplication is
/// made; `$REKINDLE_THEME` (light, dark) overrides the desktop.
void apply(QApplication& application);

/// Marks a widget for the style sheet: `[role="muted"]`.
void setRole(QWidget* widget, const char* role);

} // namespace rekindle::look
