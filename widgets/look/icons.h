#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace rekindle::look {

/// An icon of the program's own set (resources/icons/<name>.svg), drawn in `colour` at the size and
/// density asked for.
[[nodiscard]] QPixmap iconPixmap(const QString& name, int size, const QColor& colour, double ratio);

/// The same as an icon in the text colour of the theme, muted where disabled.
[[nodiscard]] QIcon icon(const QString& name);

/// The program's icon in its own colours.
[[nodiscard]] QIcon programIcon();

} // namespace rekindle::look
