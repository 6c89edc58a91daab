#pragma once

// Private to the folder: what is wrong with an entry, said where it stands.

#include <QString>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace rekindle::panels {

/// The line that goes under a field.
[[nodiscard]] QLabel* makeProblemLine();
/// Gives the field a red frame and says why in its line, to screen readers too; takes both back
/// for an empty text.
void showFieldProblem(QWidget* field, QLabel* line, const QString& problem);

} // namespace rekindle::panels
