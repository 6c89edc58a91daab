#include "widgets/panels/mnemonics.h"

#include <QCheckBox>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>

namespace rekindle::panels {
namespace {

constexpr const char* kPlain = "mnemonic-plain"; ///< the text as it is read
constexpr const char* kWish = "mnemonic-wish";   ///< the letter that its text came with

QChar letterOf(const QString& text)
{
    const qsizetype mark = text.indexOf(u'&');
    return mark >= 0 && mark + 1 < text.size() ? text[mark + 1].toLower() : QChar();
}

/// Where in `plain` the letter is to be marked, or -1: the wish, a word's first, any.
qsizetype placeFor(const QString& plain, QChar wish, const QString& taken)
{
    const auto isFree = [&](qsizetype place) {
        return plain[place].isLetter() && !taken.contains(plain[place].toLower());
    };
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if (plain[i].toLower() == wish && isFree(i))
            return i;
    }
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if ((i == 0 || !plain[i - 1].isLetterOrNumber()) && isFree(i))
            return i;
    }
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if (isFree(i))
            return i;
    }
    return -1;
}

template <class Widget>
void give(Widget& widget, QString& taken)
{
    const QString plain = withoutMnemonic(widget.text());
    if (widget.property(kPlain).toString() != plain) {
        widget.setProperty(kPlain, plain);
        widget.setProperty(kWish, letterOf(widget.text()));
    }
    const qsizetype place = placeFor(plain, widget.property(kWish).toChar(), taken);
    QString marked = plain;
    if (place >= 0) {
        taken += plain[place].toLower();
        marked.insert(place, u'&');
    }
    if (widget.text() != marked)
        widget.setText(marked);
}

} // namespace

void giveMnemonics(QWidget& root, const QString& taken)
{
    QString used = taken.toLower();
    for (QWidget* child : root.findChildren<QWidget*>()) {
        if (!child->isVisibleTo(&root))
            continue;
        if (auto* label = qobject_cast<QLabel*>(child); label != nullptr && label->buddy())
            give(*label, used);
        else if (auto* box = qobject_cast<QCheckBox*>(child))
            give(*box, used);
    }
}

QString menuLetters(const QWidget& widget)
{
    QString letters;
    if (const auto* window = qobject_cast<QMainWindow*>(widget.window())) {
        for (const QAction* menu : window->menuBar()->actions())
            letters += letterOf(menu->text());
    }
    return letters;
}

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

} // namespace rekindle::panels
