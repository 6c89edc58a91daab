#include "widgets/panels/pieces.h"

#include "widgets/look/look.h"
#include "widgets/panels/mnemonics.h"

#include <QAbstractScrollArea>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QTableView>
#include <QVBoxLayout>

namespace rekindle::panels {

namespace {
constexpr int kLabelWidth = 124;
constexpr int kNameWidth = 150; ///< of a fact; a longer name takes another line
constexpr int kLeastEntry = 12; ///< letters
} // namespace

QFrame* makeCard(QVBoxLayout** layout)
{
    auto* card = new QFrame;
    look::setRole(card, "card");
    *layout = new QVBoxLayout(card);
    (*layout)->setContentsMargins(look::space::kLarge, look::space::kMedium, look::space::kLarge,
                                  look::space::kMedium);
    (*layout)->setSpacing(look::space::kSmall);
    return card;
}

QLabel* makeTitle(const QString& text)
{
    auto* label = new QLabel(text);
    label->setFont(look::font(look::Type::Title));
    return label;
}

QLabel* makeText(const QString& text, const char* role)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (role != nullptr)
        look::setRole(label, role);
    return label;
}

QPushButton* makeLink(const QString& text)
{
    auto* button = new QPushButton(text);
    button->setCursor(Qt::PointingHandCursor);
    look::setRole(button, "link");
    return button;
}

QTableView* makeTable(QAbstractItemModel* model, const QString& name)
{
    auto* table = new QTableView;
    table->setModel(model);
    table->setAccessibleName(name);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(28);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

QFormLayout* makeForm(QWidget* owner)
{
    auto* form = new QFormLayout(owner);
    form->setContentsMargins({});
    form->setHorizontalSpacing(look::space::kSmall);
    form->setVerticalSpacing(look::space::kSmall);
    return form;
}

void addField(QFormLayout* form, const QString& label, QWidget* field, const QString& tip)
{
    auto* name = new QLabel(label);
    name->setBuddy(field);
    // Forms that stand one above the other have their fields below each other; a long name takes
    // another line and not the field's room.
    name->setFixedWidth(kLabelWidth);
    name->setWordWrap(true);
    // On the centre line of a field of one line, at the top of one of several.
    if (qobject_cast<QAbstractScrollArea*>(field) == nullptr) {
        field->ensurePolished();
        name->setMinimumHeight(field->sizeHint().height());
    }
    field->setAccessibleName(withoutMnemonic(label));
    // As wide as its place and not as its longest entry.
    if (auto* box = qobject_cast<QComboBox*>(field)) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(kLeastEntry);
    }
    if (!tip.isEmpty()) {
        field->setToolTip(tip);
        name->setToolTip(tip);
        field->setAccessibleDescription(tip);
    }
    form->addRow(name, field);
}

void showProgress(QProgressBar* bar, quint64 done, quint64 total)
{
    constexpr int kSteps = 1000;
    bar->setRange(0, total > 0 ? kSteps : 0);
    if (total > 0)
        bar->setValue(static_cast<int>(kSteps * done / total));
}

FactList::FactList(QWidget* parent) : QWidget(parent)
{
    m_form = new QFormLayout(this);
    m_form->setContentsMargins({});
    m_form->setHorizontalSpacing(look::space::kLarge);
    m_form->setVerticalSpacing(look::space::kTight + 2);
    m_form->setLabelAlignment(Qt::AlignLeft);
}

void FactList::setFacts(const std::vector<Fact>& facts)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    for (const auto& [name, value, tip] : facts) {
        auto* label = new QLabel(name);
        if (label->sizeHint().width() > kNameWidth) {
            label->setWordWrap(true);
            label->setFixedWidth(kNameWidth);
            label->setMinimumHeight(label->heightForWidth(kNameWidth));
        }
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        look::setRole(label, "muted");
        QLabel* text = makeText(value);
        text->setAccessibleName(tr("%1: %2").arg(name, value));
        label->setToolTip(tip);
        text->setToolTip(tip);
        m_form->addRow(label, text);
    }
}

EmptyState::EmptyState(const QString& text, QWidget* parent) : QWidget(parent)
{
    m_text = makeText(text, "muted");
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setMaximumWidth(520);
    m_text->setMinimumWidth(320);
    m_layout = new QVBoxLayout(this);
    m_layout->setSpacing(look::space::kMedium);
    m_layout->addStretch(2);
    // Between stretches and not aligned: an aligned label is given one line, and more are cut off.
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_text, 4);
    row->addStretch(1);
    m_layout->addLayout(row);
    m_layout->addStretch(3);
}

void EmptyState::setText(const QString& text)
{
    m_text->setText(text);
}

QPushButton* EmptyState::addButton(const QString& text)
{
    auto* button = new QPushButton(text);
    m_layout->insertWidget(m_layout->count() - 1, button, 0, Qt::AlignHCenter);
    return button;
}

} // namespace rekindle::panels
