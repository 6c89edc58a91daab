#include "widgets/panels/failure_strip.h"

#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/log_dialog.h"
#include "widgets/panels/pieces.h"

#include <QHBoxLayout>

namespace rekindle::panels {
namespace {

/// Failed, or put back into the queue with its reason since that may pass.
const Error* reasonOf(const bridge::RunView& run)
{
    if (run.problem)
        return &*run.problem;
    const bool stands =
        run.status.state == run::State::Failed || run.status.state == run::State::Queued;
    return run.status.error && stands ? &*run.status.error : nullptr;
}

} // namespace

FailureStrip::FailureStrip(Context context, QWidget* parent) : QFrame(parent), m_context(context)
{
    setObjectName(QStringLiteral("failure"));
    look::setRole(this, "error");
    setAccessibleName(tr("Why a run stands still"));
    m_text = makeText();
    m_text->setObjectName(QStringLiteral("failure-text"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Why a run stands still"));
    m_log = new QPushButton(tr("Open log"));
    m_log->setObjectName(QStringLiteral("failure-log"));
    m_log->setToolTip(tr("What the worker wrote last."));
    m_goOn = new QPushButton(tr("Go on"));
    m_goOn->setObjectName(QStringLiteral("failure-go-on"));
    m_goOn->setToolTip(tr("Puts it back into the queue; it goes on from its newest save."));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(look::space::kMedium, look::space::kSmall, look::space::kMedium,
                               look::space::kSmall);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_log, 0, Qt::AlignTop);
    layout->addWidget(m_goOn, 0, Qt::AlignTop);
    connect(m_log, &QPushButton::clicked, this, &FailureStrip::openLog);
    connect(m_goOn, &QPushButton::clicked, this, &FailureStrip::goOn);
    hide();
}

void FailureStrip::setRuns(const std::vector<const bridge::RunView*>& runs)
{
    const bridge::RunView* first = nullptr;
    int others = 0;
    m_failed.clear();
    for (const bridge::RunView* run : runs) {
        if (reasonOf(*run) == nullptr)
            continue;
        if (first == nullptr)
            first = run;
        else
            ++others;
        if (!run->problem)
            m_failed.push_back(run->folder);
    }
    setVisible(first != nullptr);
    if (first == nullptr)
        return;
    m_name = bridge::qt(first->label);
    m_first = first->folder;
    const QString reason = bridge::errorText(*reasonOf(*first));
    const bool waits = first->status.state == run::State::Queued;
    QString text = first->problem ? tr("%1 needs you. %2").arg(m_name, reason)
                   : waits        ? tr("%1 waits to be tried again. %2").arg(m_name, reason)
                                  : tr("%1 has failed. %2").arg(m_name, reason);
    if (others > 0)
        text += u' ' + tr("%n more run(s) stand still.", nullptr, others);
    m_text->setText(text);
    setAccessibleDescription(text);
    m_goOn->setEnabled(!m_failed.empty() && !m_context.session.readOnly());
}

void FailureStrip::goOn()
{
    m_context.actions.resume(m_failed);
}

void FailureStrip::openLog()
{
    auto* dialog = new LogDialog(m_context.session, m_first / "log.txt", m_name, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace rekindle::panels
