#include "widgets/panels/run_buttons.h"

#include "core/study/names.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/run_label.h"
#include "widgets/look/icons.h"
#include "widgets/look/look.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace rekindle::panels {

using run::Request;
using run::State;

RunButtons::RunButtons(Context context, Chosen chosen, QWidget* parent)
    : QWidget(parent), m_context(context), m_chosen(std::move(chosen))
{
    setAccessibleName(tr("What can be done with the run"));
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
    m_rename = add(QStringLiteral("rename"), QStringLiteral("rename"), tr("Rename…"),
                   tr("Gives the pair of this run, or this score, a name of your own (F2)."));
    connect(m_rename, &QPushButton::clicked, this, &RunButtons::askForName);
    const auto ask = [this](Request request) {
        return [this, request] { m_context.actions.ask(foldersFor(request), request); };
    };
    connect(m_pause, &QPushButton::clicked, this, ask(Request::Pause));
    connect(m_finish, &QPushButton::clicked, this, &RunButtons::askToFinish);
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

/// The folders are those of now: what is chosen while the question is open is another matter.
void RunButtons::askToFinish()
{
    const bridge::RunActions::Folders folders = foldersFor(Request::Finish);
    if (folders.empty())
        return;
    QStringList lines;
    for (const bridge::RunView* run : m_chosen()) {
        if (std::find(folders.begin(), folders.end(), run->folder) != folders.end())
            lines << tr("%1, after pass %2 of %3")
                         .arg(bridge::qt(run->label))
                         .arg(run->status.epoch)
                         .arg(run->status.epochs);
    }
    auto* question = new QMessageBox(QMessageBox::Question, tr("Finish early"),
                                     tr("Finish now?\n%1").arg(lines.join(u'\n')),
                                     QMessageBox::NoButton, window());
    question->setObjectName(QStringLiteral("finish-question"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("The schedule ends at once and the weights of now become the "
                                    "final ones. This cannot be undone: a finished run is not "
                                    "trained any further."));
    QPushButton* keep = question->addButton(tr("Keep running"), QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("finish-not"));
    QPushButton* finish = question->addButton(tr("Finish early"), QMessageBox::DestructiveRole);
    finish->setObjectName(QStringLiteral("finish-now"));
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    connect(finish, &QPushButton::clicked, this,
            [this, folders] { m_context.actions.ask(folders, Request::Finish); });
    question->open();
}

const bridge::RunView* RunButtons::toName() const
{
    const auto runs = m_chosen();
    return runs.size() == 1 && runs.front()->settings ? runs.front() : nullptr;
}

void RunButtons::askForName()
{
    const bridge::RunView* run = toName();
    if (run == nullptr)
        return;
    const study::Study& now = m_context.session.study();
    // Of a pair, both runs and their scores are called by its name.
    const bool pair = !run->isScore && !run->pair.empty();
    const std::string what = pair ? run->pair : run->folder.lexically_relative(now.folder).string();
    const std::string given = study::givenName(now.names, what);
    auto* dialog = new QInputDialog(window());
    dialog->setObjectName(QStringLiteral("rename-dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename"));
    const QString called = bridge::qt(pair ? bridge::pairLabel(what, now.names) : run->label);
    dialog->setLabelText(
        pair ? tr("Name of %1, for both of its runs. Empty: as it was called at first.").arg(called)
             : tr("Name of %1. Empty: as it was called at first.").arg(called));
    dialog->setTextValue(bridge::qt(given));
    dialog->setOkButtonText(tr("Rename"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, what](const QString& name) {
        m_context.session.perform(
            [what, name = bridge::utf8(name)](study::Study& study, const job::Watch&) {
                return study::rename(study, what, name);
            });
        m_context.runs.hurry();
    });
    dialog->open();
}

void RunButtons::enable(QPushButton* button, bool on)
{
    if (!on && window()->focusWidget() == button)
        setFocus(Qt::OtherFocusReason);
    button->setEnabled(on);
}

void RunButtons::refresh()
{
    const bool writable = !m_context.session.readOnly();
    enable(m_pause, writable && !foldersFor(Request::Pause).empty());
    enable(m_finish, writable && !foldersFor(Request::Finish).empty());
    enable(m_cancel, writable && !foldersFor(Request::Cancel).empty());
    enable(m_resume, writable && !stopped().empty());
    enable(m_rename, writable && toName() != nullptr);
}

} // namespace rekindle::panels
