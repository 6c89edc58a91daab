#include "widgets/panels/run_buttons.h"

#include "widgets/look/icons.h"
#include "widgets/look/look.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace rekindle::panels {

using run::Request;
using run::State;

RunButtons::RunButtons(Context context, Chosen chosen, QWidget* parent)
    : QWidget(parent), m_context(context), m_chosen(std::move(chosen))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kSmall);
    m_pause = add(QStringLiteral("pause"), QStringLiteral("pause"), tr("Pause"),
                  tr("Saves the full state and stops; can continue on this or another device."));
    m_resume = add(QStringLiteral("resume"), QStringLiteral("go-on"), tr("Continue"),
                   tr("Goes on from the newest save, with the same numbers as without the pause."));
    m_finish = add(QStringLiteral("finish"), QStringLiteral("finish"), tr("Finish early"),
                   tr("Ends the schedule now and writes the final weights."));
    m_cancel = add(QStringLiteral("cancel"), QStringLiteral("cancel"), tr("Cancel"),
                   tr("Stops and keeps what is there; can be continued."));
    const auto ask = [this](Request request) {
        return [this, request] { m_context.actions.ask(foldersFor(request), request); };
    };
    connect(m_pause, &QPushButton::clicked, this, ask(Request::Pause));
    connect(m_finish, &QPushButton::clicked, this, ask(Request::Finish));
    connect(m_cancel, &QPushButton::clicked, this, ask(Request::Cancel));
    connect(m_resume, &QPushButton::clicked, this, [this] { m_context.actions.resume(stopped()); });
    refresh();
}

QPushButton* RunButtons::add(const QString& id, const QString& icon, const QString& text,
                             const QString& tip)
{
    auto* button = new QPushButton(look::icon(icon), text);
    button->setObjectName(QStringLiteral("run-") + id);
    button->setToolTip(tip);
    layout()->addWidget(button);
    return button;
}

bridge::RunActions::Folders RunButtons::foldersFor(Request request) const
{
    bridge::RunActions::Folders folders;
    for (const bridge::RunView* run : m_chosen()) {
        const bool working = run->unfinished() || run->status.interrupted;
        const bool held = run->status.state == State::Paused && request == Request::Cancel;
        if (!run->problem && (working || held))
            folders.push_back(run->folder);
    }
    return folders;
}

bridge::RunActions::Folders RunButtons::stopped() const
{
    bridge::RunActions::Folders folders;
    const bool idle = !m_context.runs.working();
    for (const bridge::RunView* run : m_chosen()) {
        const State state = run->status.state;
        const bool waits = idle && (state == State::Queued || run->status.interrupted);
        if (!run->problem && (state == State::Paused || state == State::Failed ||
                              state == State::Cancelled || waits))
            folders.push_back(run->folder);
    }
    return folders;
}

void RunButtons::refresh()
{
    const bool writable = !m_context.session.readOnly();
    m_pause->setEnabled(writable && !foldersFor(Request::Pause).empty());
    m_finish->setEnabled(writable && !foldersFor(Request::Finish).empty());
    m_cancel->setEnabled(writable && !foldersFor(Request::Cancel).empty());
    m_resume->setEnabled(writable && !stopped().empty());
    // Where nothing can be done, four grey buttons would only be in the way.
    setVisible(m_pause->isEnabled() || m_finish->isEnabled() || m_cancel->isEnabled() ||
               m_resume->isEnabled());
}

} // namespace rekindle::panels
