#include "widgets/panels/queue_panel.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/models/run_model.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/run_buttons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace rekindle::panels {

QueuePanel::QueuePanel(Context context, QWidget* parent) : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("queue"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Run queue"));
    auto* title = new QLabel(tr("Run queue"));
    title->setFont(look::font(look::Type::Strong));
    m_summary = new QLabel;
    m_summary->setObjectName(QStringLiteral("queue-summary"));
    look::setRole(m_summary, "muted");
    m_toggle = makeLink(tr("Show all"));
    m_toggle->setObjectName(QStringLiteral("queue-toggle"));
    m_buttons = new RunButtons(context, [this] { return chosen(); });
    auto* row = new QHBoxLayout;
    row->setSpacing(look::space::kMedium);
    row->addWidget(title);
    row->addWidget(m_summary, 1);
    row->addWidget(m_buttons);
    row->addWidget(m_toggle);

    m_model = new models::RunModel(this);
    m_table = makeTable(m_model, tr("Runs"));
    m_table->setObjectName(QStringLiteral("queue-table"));
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setFixedHeight(190);
    m_body = m_table;
    m_body->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::space::kPage, look::space::kSmall, look::space::kPage,
                               look::space::kSmall);
    layout->addLayout(row);
    layout->addWidget(m_table);

    connect(m_toggle, &QPushButton::clicked, this, [this] { setExpanded(!expanded()); });
    connect(&context.runs, &bridge::RunWatch::changed, this, &QueuePanel::refresh);
    connect(&context.session, &bridge::StudySession::changed, this, &QueuePanel::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, m_buttons,
            &RunButtons::refresh);
    addShortcuts();
    refresh();
}

void QueuePanel::addShortcuts()
{
    const auto shortcut = [this](Qt::Key key, const char* button) {
        auto* pressed = new QShortcut(QKeySequence(key), m_table);
        pressed->setContext(Qt::WidgetShortcut);
        connect(pressed, &QShortcut::activated, this, [this, button] {
            if (auto* target = m_buttons->findChild<QPushButton*>(QLatin1String(button)))
                target->click();
        });
    };
    shortcut(Qt::Key_P, "run-pause");
    shortcut(Qt::Key_G, "run-resume");
    shortcut(Qt::Key_E, "run-finish");
}

QWidget* QueuePanel::focusTarget() const
{
    return expanded() ? static_cast<QWidget*>(m_table) : m_toggle;
}

bool QueuePanel::expanded() const
{
    return m_body->isVisibleTo(this);
}

void QueuePanel::setExpanded(bool expanded)
{
    m_body->setVisible(expanded);
    m_toggle->setText(expanded ? tr("Hide") : tr("Show all"));
    refresh();
}

/// The selected runs; without a selection what is running, and what waits when nothing is.
std::vector<const bridge::RunView*> QueuePanel::chosen() const
{
    std::vector<const bridge::RunView*> runs;
    if (expanded()) {
        for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
            if (const bridge::RunView* run = m_model->run(index))
                runs.push_back(run);
        }
        if (!runs.empty())
            return runs;
    }
    for (const bridge::RunView& run : m_model->runs()) {
        if (run.status.state == run::State::Running || run.status.state == run::State::Finishing)
            runs.push_back(&run);
    }
    if (!runs.empty())
        return runs;
    for (const bridge::RunView& run : m_model->runs()) {
        if (run.status.state != run::State::Done)
            runs.push_back(&run);
    }
    return runs;
}

void QueuePanel::refresh()
{
    m_model->setRuns(m_context.runs.views());
    std::size_t waiting = 0, done = 0;
    const bridge::RunView* running = nullptr;
    for (const bridge::RunView& run : m_model->runs()) {
        done += run.status.state == run::State::Done ? 1 : 0;
        waiting += run.status.state == run::State::Queued ? 1 : 0;
        if (!run.status.interrupted &&
            (run.status.state == run::State::Running || run.status.state == run::State::Finishing))
            running = &run;
    }
    QString text;
    if (m_model->runs().empty()) {
        text = tr("empty");
    } else if (running != nullptr) {
        text = tr("%1 · %2 · %3 %")
                   .arg(bridge::qt(running->label), models::stateText(*running))
                   .arg(models::progressPercent(running->status));
        const QString left = models::timeLeft(running->status);
        if (!left.isEmpty())
            text += QStringLiteral(" · ") + left;
        if (waiting > 0)
            text += tr(" · %1 waiting").arg(waiting);
    } else {
        text = tr("%1 done, %2 waiting").arg(done).arg(waiting);
        if (m_context.runs.working())
            text += tr(" · a worker is starting");
    }
    m_summary->setText(text);
    m_summary->setAccessibleName(text);
    m_buttons->refresh();
    m_toggle->setVisible(!m_model->runs().empty());
}

} // namespace rekindle::panels
