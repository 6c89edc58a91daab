#include "widgets/panels/log_dialog.h"

#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/run_log.h"
#include "widgets/look/look.h"
#include "widgets/panels/pieces.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rekindle::panels {

LogDialog::LogDialog(bridge::StudySession& session, const std::filesystem::path& file,
                     const QString& run, QWidget* parent)
    : QDialog(parent), m_job(session)
{
    setObjectName(QStringLiteral("log"));
    setWindowTitle(tr("Log of %1").arg(run));
    resize(760, 460);
    QLabel* place = makeText(bridge::qtPath(file), "muted");
    m_text = new QPlainTextEdit;
    m_text->setObjectName(QStringLiteral("log-text"));
    m_text->setAccessibleName(windowTitle());
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setPlainText(tr("Reading…"));
    auto* buttons = new QDialogButtonBox;
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(QStringLiteral("log-close"));
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(look::space::kSmall);
    layout->addWidget(place);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    if (!session.isOpen())
        return;
    m_job.look<std::string>([file](const job::Watch&) { return bridge::readLogEnd(file); },
                            [this](const Result<std::string>& log) {
                                m_text->setPlainText(log ? bridge::qt(*log)
                                                         : bridge::errorText(log.error()));
                                m_text->moveCursor(QTextCursor::End);
                            });
}

} // namespace rekindle::panels
