#include "widgets/panels/drafts.h"

#include "widgets/panels/page.h"
#include "widgets/panels/page_set.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>

namespace rekindle::panels {
namespace {

/// Lists are known by what stands behind their entries; where nothing does, by the place.
QVariant chosenIn(const QComboBox& box)
{
    return box.currentData().isValid() ? box.currentData() : QVariant(box.currentIndex());
}

QVariant valueOf(const QWidget& field)
{
    if (const auto* line = qobject_cast<const QLineEdit*>(&field))
        return line->text();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(&field))
        return text->toPlainText();
    if (const auto* box = qobject_cast<const QSpinBox*>(&field))
        return box->value();
    if (const auto* box = qobject_cast<const QDoubleSpinBox*>(&field))
        return box->value();
    if (const auto* box = qobject_cast<const QCheckBox*>(&field))
        return box->isChecked();
    if (const auto* box = qobject_cast<const QComboBox*>(&field))
        return chosenIn(*box);
    return {};
}

/// As if somebody had entered it: who follows the field hears of it.
void enter(QWidget& field, const QVariant& value)
{
    if (auto* line = qobject_cast<QLineEdit*>(&field)) {
        line->setText(value.toString());
        Q_EMIT line->textEdited(line->text());
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(&field)) {
        text->setPlainText(value.toString());
    } else if (auto* whole = qobject_cast<QSpinBox*>(&field)) {
        whole->setValue(value.toInt());
    } else if (auto* number = qobject_cast<QDoubleSpinBox*>(&field)) {
        number->setValue(value.toDouble());
    } else if (auto* check = qobject_cast<QCheckBox*>(&field)) {
        check->setChecked(value.toBool());
    } else if (auto* box = qobject_cast<QComboBox*>(&field)) {
        const int known = box->findData(value);
        const int index = known >= 0 || box->currentData().isValid() ? known : value.toInt();
        if (index < 0 || index >= box->count())
            return;
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
}

/// Fields of the page itself, not the lines inside of spin boxes, in the order in which they were
/// made: what others depend on comes first.
std::vector<QWidget*> fieldsOf(const Page& page)
{
    std::vector<QWidget*> fields;
    for (QWidget* widget : page.findChildren<QWidget*>()) {
        if (!widget->objectName().isEmpty() && !widget->objectName().startsWith(u"qt_") &&
            valueOf(*widget).isValid())
            fields.push_back(widget);
    }
    return fields;
}

} // namespace

Drafts::Drafts(PageSet& pages)
{
    const Step before = pages.current();
    for (const Page* page : pages.pages()) {
        // A page that was not in front yet is filled now: what it holds else is no draft.
        pages.show(page->step());
        OfPage draft{page->step().id(), page->planning(), {}};
        for (const QWidget* field : fieldsOf(*page))
            draft.fields.push_back({field->objectName(), valueOf(*field)});
        m_pages.push_back(std::move(draft));
    }
    pages.show(before);
}

void Drafts::putInto(PageSet& pages) const
{
    const Step before = pages.current();
    for (const OfPage& draft : m_pages) {
        const auto at =
            std::find_if(pages.pages().begin(), pages.pages().end(),
                         [&](const Page* page) { return page->step().id() == draft.page; });
        if (at == pages.pages().end())
            continue;
        Page& page = **at;
        pages.show(page.step());
        // Lists first: a preset fills other fields in, and a method makes them anew.
        for (const bool lists : {true, false}) {
            for (const Field& field : draft.fields) {
                auto* now = page.findChild<QWidget*>(field.name);
                if (now != nullptr && lists == (qobject_cast<QComboBox*>(now) != nullptr) &&
                    valueOf(*now) != field.value)
                    enter(*now, field.value);
            }
        }
        if (draft.planning)
            page.goOnPlanning();
    }
    pages.show(before);
}

} // namespace rekindle::panels
