#include "widgets/panels/weights_choice.h"

#include "core/figures/distribution_figure.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/mnemonics.h"
#include "widgets/panels/name_box.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace rekindle::panels {

using bridge::qt;

namespace {
constexpr int kLeastBox = 140;
constexpr int kMostBox = 360;
} // namespace

WeightsChoice::WeightsChoice(QWidget* parent) : QWidget(parent)
{
    m_first = new NameBox;
    m_first->setObjectName(QStringLiteral("inspect-weights"));
    m_other = new NameBox;
    m_other->setObjectName(QStringLiteral("inspect-other"));
    m_moreMenu = new QMenu(this);
    m_more = new QToolButton;
    m_more->setObjectName(QStringLiteral("inspect-more"));
    m_more->setText(tr("and…"));
    m_more->setAccessibleName(tr("More weights to lay over"));
    m_more->setToolTip(
        tr("More weights laid over each other, up to %1 in all.").arg(figures::kMostLaidOver));
    m_more->setMenu(m_moreMenu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(look::space::kSmall);
    const auto add = [row](const QString& label, NameBox* box) {
        auto* name = new QLabel(label);
        name->setBuddy(box);
        box->setAccessibleName(withoutMnemonic(label));
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMinimumWidth(kLeastBox);
        box->setMaximumWidth(kMostBox);
        row->addWidget(name);
        row->addWidget(box, 1);
    };
    add(tr("&Show"), m_first);
    row->addSpacing(look::space::kMedium);
    add(tr("&laid over by"), m_other);
    row->addWidget(m_more);
    row->addStretch();
    for (NameBox* box : {m_first, m_other})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (m_filling)
                return;
            fillMore();
            Q_EMIT changed();
        });
}

void WeightsChoice::setStudy(const study::Study* study)
{
    m_filling = true;
    m_weights = study != nullptr ? study->weights : std::vector<study::WeightsEntry>();
    if (study != nullptr) {
        fillBoxes(*study);
    } else {
        m_first->clear();
        m_other->clear();
    }
    m_filling = false;
    fillMore();
}

void WeightsChoice::fillBoxes(const study::Study& study)
{
    // Original first, its latest repair laid over it: what most people come for.
    // What is chosen on Starting weights is chosen here, until another is chosen here.
    QString original = m_first->currentData().toString();
    QString repaired = m_other->currentData().toString();
    m_first->clear();
    m_other->clear();
    m_other->addItem(tr("nothing"), QString());
    for (const study::WeightsEntry& entry : study.weights) {
        m_first->addItem(qt(entry.label), qt(entry.id));
        m_other->addItem(qt(entry.label), qt(entry.id));
    }
    if (m_first->findData(original) < 0 || study.chosenWeights != m_followed) {
        original = qt(study.chosenWeights);
        repaired.clear();
        if (const auto* entry = study::findWeights(study, study.chosenWeights);
            entry != nullptr && m_first->findData(qt(entry->repairedFrom)) >= 0) {
            original = qt(entry->repairedFrom);
            repaired = qt(entry->id);
        }
    }
    m_followed = study.chosenWeights;
    if (repaired.isEmpty() || m_other->findData(repaired) < 0) {
        for (const study::WeightsEntry& entry : study.weights) {
            if (qt(entry.repairedFrom) == original)
                repaired = qt(entry.id);
        }
    }
    m_first->setCurrentIndex(std::max(0, m_first->findData(original)));
    m_other->setCurrentIndex(std::max(0, m_other->findData(repaired)));
}

/// Weights that are in neither box can be added, up to as many as can be told apart.
void WeightsChoice::fillMore()
{
    QStringList kept;
    for (const QAction* action : m_moreMenu->actions()) {
        if (action->isChecked())
            kept << action->data().toString();
    }
    m_moreMenu->clear();
    for (const study::WeightsEntry& entry : m_weights) {
        const QString id = qt(entry.id);
        if (id == m_first->currentData().toString() || id == m_other->currentData().toString())
            continue;
        QAction* action = m_moreMenu->addAction(qt(entry.label));
        action->setData(id);
        action->setCheckable(true);
        action->setChecked(kept.contains(id));
        connect(action, &QAction::toggled, this, &WeightsChoice::changed);
    }
    m_more->setEnabled(!m_moreMenu->isEmpty());
}

QStringList WeightsChoice::ids() const
{
    QStringList ids{m_first->currentData().toString()};
    if (const QString other = m_other->currentData().toString(); !other.isEmpty())
        ids << other;
    for (const QAction* action : m_moreMenu->actions()) {
        if (action->isChecked() && ids.size() < static_cast<qsizetype>(figures::kMostLaidOver))
            ids << action->data().toString();
    }
    ids.removeDuplicates();
    ids.removeAll(QString());
    return ids;
}

QString WeightsChoice::firstLabel() const
{
    return m_first->currentText();
}

} // namespace rekindle::panels
