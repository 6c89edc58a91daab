#pragma once

#include <QString>

#include <vector>

namespace rekindle::gui {

/// A language that the window speaks, by its own name.
struct Language {
    QString code; ///< "de"; empty: as the desktop
    QString name;
};
[[nodiscard]] std::vector<Language> languages();

/// What the user chose; empty: as the desktop.
[[nodiscard]] QString chosenLanguage();

/// Texts, numbers, dates and the direction of reading of the whole program, from now on; open
/// windows get a LanguageChange. A language that is not there leaves English.
void applyLanguage(const QString& code);

/// The same, and remembered.
void chooseLanguage(const QString& code);

} // namespace rekindle::gui
