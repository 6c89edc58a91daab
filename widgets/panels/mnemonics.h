#pragma once

#include <QString>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace rekindle::panels {

/// Gives every field name and tick box in sight under `root` a letter for Alt that nothing else in
/// sight has, in whatever language: the one that its text wishes, else a free one of its own. Of
/// `taken` none is given: those of the menus. Can be called again and again.
void giveMnemonics(QWidget& root, const QString& taken);

/// The letters of the menu bar of the window that `widget` is in.
[[nodiscard]] QString menuLetters(const QWidget& widget);

/// "P2X &starts from" as it is read.
[[nodiscard]] QString withoutMnemonic(QString text);

} // namespace rekindle::panels
