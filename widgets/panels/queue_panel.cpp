#include "widgets/panels/queue_panel.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/look/icons.h"
#include "widgets/look/look.h"
#include "widgets/models/queue_outlook.h"
#include "widgets/models/run_model.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/run_buttons.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rekindle::panels {

using run::State;

namespace {
constexpr int kLeastTable = 104;
constexpr int kMostTable = 190;
} // namespace

QueuePanel::QueuePanel(Context context, QWidget* parent) : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("queue"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Run queue"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::space::kPage, look::space::kSmall, look::space::kPage,
                               look::space::kSmall);
    buildHead();
    buildTable();
    m_body->hide();
    connect(&context.runs, &bridge::RunWatch::changed, this, &QueuePanel::refresh);
    connect(&context.session, &bridge::StudySession::changed, this, &QueuePanel::refresh);
    addShortcuts();
    refresh();
}

void QueuePanel::buildHead()
{
    auto* title = new QLabel(tr("Run queue"));
    title->setFont(look::font(look::Type::Strong));
    m_summary = new QLabel;
    m_summary->setObjectName(QStringLiteral("queue-summary"));
    m_summary->setWordWrap(true);
    look::setRole(m_summary, "muted");
    m_pauseAll = new QPushButton(look::icon(QStringLiteral("pause")), tr("Pause all"));
    m_pauseAll->setObjectName(QStringLiteral("queue-pause"));
    m_pauseAll->setToolTip(tr("Pauses what runs and sets aside what waits: nothing starts until "
                              "you press Go on."));
    m_goOn = new QPushButton(look::icon(QStringLiteral("go-on")), tr("Go on"));
    m_goOn->setObjectName(QStringLiteral("queue-go-on"));
    m_goOn->setToolTip(tr("Everything that is paused or waits is worked off, in its order. Failed "
                          "and cancelled runs stay as they are."));
    m_toggle = makeLink(tr("Show all"));
    m_toggle->setObjectName(QStringLiteral("queue-toggle"));
    auto* row = new QHBoxLayout;
    row->setSpacing(look::space::kMedium);
    row->addWidget(title);
    row->addWidget(m_summary, 1);
    row->addWidget(m_pauseAll);
    row->addWidget(m_goOn);
    row->addWidget(m_toggle);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(m_pauseAll, &QPushButton::clicked, this, &QueuePanel::pauseAll);
    connect(m_goOn, &QPushButton::clicked, this, &QueuePanel::goOn);
    connect(m_toggle, &QPushButton::clicked, this, [this] { setExpanded(!expanded()); });
}

void QueuePanel::buildTable()
{
    m_model = new models::RunModel(this);
    m_table = makeTable(m_model, tr("Runs"));
    m_table->setObjectName(QStringLiteral("queue-table"));
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setMinimumHeight(kLeastTable);
    m_table->setMaximumHeight(kMostTable);
    m_chosen = new QLabel;
    m_chosen->setObjectName(QStringLiteral("queue-chosen"));
    m_chosen->setWordWrap(true);
    look::setRole(m_chosen, "muted");
    m_buttons = new RunButtons(m_context, [this] { return chosen(); });
    auto* row = new QHBoxLayout;
    row->setSpacing(look::space::kMedium);
    row->addWidget(m_chosen, 1);
    row->addWidget(m_buttons);
    m_body = new QWidget;
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins({});
    body->setSpacing(look::space::kSmall);
    body->addWidget(m_table);
    body->addLayout(row);
    layout()->addWidget(m_body);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &QueuePanel::refreshChosen);
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
    shortcut(Qt::Key_F2, "run-rename");
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
    if (expanded && !m_table->selectionModel()->hasSelection())
        selectFirst();
}

/// What runs, else the first that is not done: the one that somebody who looks most likely means.
void QueuePanel::selectFirst()
{
    const auto& runs = m_model->runs();
    auto found = std::find_if(runs.begin(), runs.end(), [](const bridge::RunView& run) {
        return run.status.state == State::Running || run.status.state == State::Finishing;
    });
    if (found == runs.end())
        found = std::find_if(runs.begin(), runs.end(), [](const bridge::RunView& run) {
            return run.status.state != State::Done;
        });
    if (found != runs.end())
        m_table->selectRow(static_cast<int>(found - runs.begin()));
}

std::vector<const bridge::RunView*> QueuePanel::chosen() const
{
    std::vector<const bridge::RunView*> runs;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        if (const bridge::RunView* run = m_model->run(index))
            runs.push_back(run);
    }
    return runs;
}

/// Those that wait first: when the one that runs has paused, none is left to start.
bridge::RunActions::Folders QueuePanel::unfinished() const
{
    bridge::RunActions::Folders waiting, working;
    for (const bridge::RunView& run : m_context.runs.views()) {
        if (run.problem || !run.unfinished())
            continue;
        const bool waits = run.status.state == State::Queued;
        (waits ? waiting : working).push_back(run.folder);
    }
    waiting.insert(waiting.end(), working.begin(), working.end());
    return waiting;
}

/// What Go on takes up: paused, or waiting while nobody works.
bridge::RunActions::Folders QueuePanel::setAside() const
{
    bridge::RunActions::Folders folders;
    const bool idle = !m_context.runs.working();
    for (const bridge::RunView& run : m_context.runs.views()) {
        const bool waits = idle && (run.status.state == State::Queued || run.status.interrupted);
        if (!run.problem && (run.status.state == State::Paused || waits))
            folders.push_back(run.folder);
    }
    return folders;
}

bool QueuePanel::working() const
{
    const auto& runs = m_context.runs.views();
    return std::any_of(runs.begin(), runs.end(), [this](const bridge::RunView& run) {
        if (run.problem || run.status.interrupted || !run.unfinished())
            return false;
        return run.status.state != State::Queued || m_context.runs.working();
    });
}

void QueuePanel::pauseAll()
{
    m_context.actions.ask(unfinished(), run::Request::Pause);
}

void QueuePanel::goOn()
{
    m_context.actions.resume(setAside());
}

/// A button that is switched off leaves the focus on the panel, where a key does nothing.
void QueuePanel::enable(QPushButton* button, bool on)
{
    if (!on && window()->focusWidget() == button)
        setFocus(Qt::OtherFocusReason);
    button->setEnabled(on);
}

void QueuePanel::refreshChosen()
{
    const auto runs = chosen();
    if (runs.empty())
        m_chosen->setText(tr("Select a run to pause, continue, finish or cancel it."));
    else if (runs.size() == 1)
        m_chosen->setText(
            tr("%1: %2").arg(bridge::qt(runs.front()->label), models::stateText(*runs.front())));
    else
        m_chosen->setText(tr("%n run(s) selected", nullptr, static_cast<int>(runs.size())));
    m_buttons->refresh();
}

void QueuePanel::refresh()
{
    m_model->setRuns(m_context.runs.views());
    const QString text = models::queueText(m_context.runs.views(), m_context.runs.working(),
                                           QDateTime::currentDateTime());
    m_summary->setText(text);
    m_summary->setAccessibleName(text);
    const bool writable = !m_context.session.readOnly();
    enable(m_pauseAll, writable && !unfinished().empty());
    enable(m_goOn, writable && !setAside().empty());
    const bool any = !m_model->runs().empty();
    m_pauseAll->setVisible(any);
    m_goOn->setVisible(any);
    m_toggle->setVisible(any);
    refreshChosen();
}

} // namespace rekindle::panels
