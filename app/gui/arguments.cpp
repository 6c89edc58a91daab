#include "app/gui/arguments.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/panels/page_list.h"

#include <QSize>

#include <algorithm>
#include <array>

namespace rekindle::gui {
namespace {

using bridge::fsPath;
using bridge::utf8;

Result<double> number(const QString& option, const QString& text)
{
    bool fine = false;
    const double value = text.toDouble(&fine);
    if (!fine)
        return fail(ErrorKind::Usage, "This option takes a number", utf8(option));
    return value;
}

std::string pageNames()
{
    QStringList names;
    for (const panels::PageSpec& page : panels::pageList())
        names << page.step.id();
    return utf8(names.join(QStringLiteral(", ")));
}

Result<panels::Step> stepOf(const QString& name)
{
    for (const panels::PageSpec& page : panels::pageList()) {
        if (page.step.id() == name)
            return page.step;
    }
    return fail(ErrorKind::Usage, "There is no such page", utf8(name),
                "Pages are " + pageNames() + ".");
}

Result<QSize> sizeOf(const QString& text)
{
    const QStringList parts = text.split(u'x');
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    if (size.width() < 640 || size.height() < 400 || size.width() > 8000 || size.height() > 8000)
        return fail(ErrorKind::Usage, "A window's size is written as 1280x800", utf8(text));
    return size;
}

Result<void> take(Arguments& arguments, const QString& option, const QString& value)
{
    if (option == u"--render") {
        arguments.render = fsPath(value);
    } else if (option == u"--output") {
        arguments.output = fsPath(value);
    } else if (option == u"--screenshot") {
        arguments.screenshot = fsPath(value);
    } else if (option == u"--press") {
        arguments.press = value;
    } else if (option == u"--width-mm") {
        RK_TRY(arguments.widthMm, number(option, value));
    } else if (option == u"--text-pt") {
        RK_TRY(arguments.textPoints, number(option, value));
    } else if (option == u"--open-page") {
        RK_TRY(arguments.page, stepOf(value.section(u':', 0, 0)));
        arguments.view = value.section(u':', 1);
    } else if (option == u"--size") {
        RK_TRY(arguments.size, sizeOf(value));
    } else {
        return fail(ErrorKind::Usage, "This program knows no such option", utf8(option),
                    "rekindle --help lists them.");
    }
    return {};
}

constexpr std::array kQtFlags{"reverse", "sync", "nograb", "dograb", "widgetcount"};
constexpr std::array kQtValues{
    "platform",    "platformpluginpath", "platformtheme", "plugin", "qwindowgeometry",
    "qwindowicon", "qwindowtitle",       "session",       "style",  "stylesheet",
    "display",     "geometry",           "name",          "title",  "icon"};

/// How many words belong to an option that Qt itself takes out of the command line: 0 for none.
qsizetype qtWords(const QString& word)
{
    if (!word.startsWith(u'-'))
        return 0;
    const QString name = word.mid(word.startsWith(QStringLiteral("--")) ? 2 : 1);
    const auto is = [&](const char* known) {
        return name.section(u'=', 0, 0) == QLatin1String(known);
    };
    if (std::any_of(kQtFlags.begin(), kQtFlags.end(), is))
        return 1;
    if (std::any_of(kQtValues.begin(), kQtValues.end(), is))
        return name.contains(u'=') ? 1 : 2;
    return 0;
}

} // namespace

Result<Arguments> readArguments(const QStringList& words)
{
    Arguments arguments;
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString& word = words[i];
        if (const qsizetype count = qtWords(word); count > 0) {
            i += count - 1;
            continue;
        }
        if (word == u"--help" || word == u"-h") {
            arguments.help = true;
        } else if (word == u"--version") {
            arguments.version = true;
        } else if (word.startsWith(u"--")) {
            const qsizetype equals = word.indexOf(u'=');
            if (equals < 0 && i + 1 >= words.size())
                return fail(ErrorKind::Usage, "This option takes a value", utf8(word));
            const QString value = equals < 0 ? words[++i] : word.mid(equals + 1);
            RK_CHECK(take(arguments, equals < 0 ? word : word.left(equals), value));
        } else if (word.startsWith(u'-') && word.size() > 1) {
            return fail(ErrorKind::Usage, "This program knows no such option", utf8(word),
                        "rekindle --help lists them; a file of this name is written ./" +
                            utf8(word) + ".");
        } else if (arguments.path.empty()) {
            arguments.path = fsPath(word);
        } else {
            return fail(ErrorKind::Usage, "One study, folder or checkpoint at a time", utf8(word));
        }
    }
    if (arguments.render.empty() != arguments.output.empty())
        return fail(ErrorKind::Usage, "--render and --output belong together", {},
                    "rekindle --render figure.json --output figure.pdf");
    return arguments;
}

std::string usage()
{
    return "rekindle [STUDY | IMAGE FOLDER | CHECKPOINT]\n"
           "rekindle --render FIGURE.json --output FILE.{pdf,svg,png} [--width-mm 89] "
           "[--text-pt 7]\n"
           "\n"
           "  --open-page NAME   " +
           pageNames() +
           "\n"
           "                     inspect:dead opens one of its views: norms, distributions, "
           "layers,\n"
           "                     dead, filters, table\n"
           "  --screenshot FILE  write a PNG of the window once it is loaded, and quit\n"
           "  --press BUTTON     press a button of the page before that, by its name in the "
           "program\n"
           "  --size WxH         of the window, as 1280x800\n"
           "  --version, --help\n"
           "  and Qt's own, as -reverse, -style NAME, -platform NAME\n";
}

} // namespace rekindle::gui
