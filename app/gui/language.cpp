#include "app/gui/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include <algorithm>
#include <memory>

namespace rekindle::gui {
namespace {

const QString kKey = QStringLiteral("language");

/// Beside the program for tests, inside it otherwise.
QString translationsFolder()
{
    const QString beside = qEnvironmentVariable("REKINDLE_TRANSLATIONS");
    return beside.isEmpty() ? QStringLiteral(":/translations") : beside;
}

bool speaks(const QString& code)
{
    const auto known = languages();
    return std::any_of(known.begin(), known.end(),
                       [&](const Language& language) { return language.code == code; });
}

/// One translator installed in place of another.
void install(std::unique_ptr<QTranslator>& now, const QString& name, const QString& folder)
{
    auto fresh = std::make_unique<QTranslator>();
    const bool there = fresh->load(name, folder);
    if (now)
        QCoreApplication::removeTranslator(now.get());
    now = there ? std::move(fresh) : nullptr;
    if (now)
        QCoreApplication::installTranslator(now.get());
}

} // namespace

std::vector<Language> languages()
{
    return {{QString(), QCoreApplication::translate("rekindle::gui::Language", "As the desktop")},
            {QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("de"), QStringLiteral("Deutsch")},
            {QStringLiteral("fr"), QStringLiteral("Français")}};
}

QString chosenLanguage()
{
    const QString code = QSettings().value(kKey).toString();
    return speaks(code) ? code : QString();
}

void applyLanguage(const QString& code)
{
    static std::unique_ptr<QTranslator> ours, qts;
    const QLocale desktop = QLocale::system();
    QString language = code.isEmpty() ? desktop.name().section(u'_', 0, 0) : code;
    if (!speaks(language))
        language = QStringLiteral("en");
    // Numbers belong to the sentences that they stand in. Of the desktop's own language its country
    // is kept; English of no country writes the day before the month.
    const bool own = desktop.name().section(u'_', 0, 0) == language;
    const QLocale locale = own                 ? QLocale(desktop.name())
                           : language == u"en" ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                               : QLocale(language);
    QLocale::setDefault(locale);
    install(qts, QStringLiteral("qtbase_") + language,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(ours, QStringLiteral("rekindle_") + language, translationsFolder());
    if (locale.textDirection() == Qt::RightToLeft)
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
}

void chooseLanguage(const QString& code)
{
    QSettings().setValue(kKey, code);
    applyLanguage(code);
}

} // namespace rekindle::gui
