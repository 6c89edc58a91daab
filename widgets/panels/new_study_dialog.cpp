#include "widgets/panels/new_study_dialog.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/recent_studies.h"
#include "widgets/look/look.h"
#include "widgets/panels/pieces.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace rekindle::panels {

NewStudyDialog::NewStudyDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("New study"));
    setMinimumWidth(520);
    m_title = new QLineEdit;
    m_title->setObjectName(QStringLiteral("new-title"));
    m_path = new QLineEdit;
    m_path->setObjectName(QStringLiteral("new-path"));
    auto* browseButton = new QPushButton(tr("Browse…"));
    auto* path = new QWidget;
    auto* pathLayout = new QHBoxLayout(path);
    pathLayout->setContentsMargins({});
    pathLayout->addWidget(m_path, 1);
    pathLayout->addWidget(browseButton);
    path->setFocusProxy(m_path);
    auto* form = makeForm();
    addField(form, tr("&Title"), m_title);
    addField(form, tr("&Folder"), path);
    m_path->setAccessibleName(tr("Folder"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_make = buttons->addButton(tr("Make study"), QDialogButtonBox::AcceptRole);
    m_make->setObjectName(QStringLiteral("new-make"));
    look::setRole(m_make, "main");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::space::kLarge, look::space::kLarge, look::space::kLarge,
                               look::space::kLarge);
    layout->setSpacing(look::space::kMedium);
    layout->addWidget(makeText(tr("A study is a folder of small text files and runs. It is safe "
                                  "to copy or move as a whole."),
                               "muted"));
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(m_title, &QLineEdit::textEdited, this, &NewStudyDialog::suggest);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_ownPath = true; });
    connect(browseButton, &QPushButton::clicked, this, &NewStudyDialog::browse);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_title->setText(tr("My study"));
    m_title->selectAll();
    suggest();
}

void NewStudyDialog::suggest()
{
    m_make->setEnabled(!m_title->text().trimmed().isEmpty());
    if (m_ownPath)
        return;
    static const QRegularExpression kOdd(QStringLiteral("[^\\p{L}\\p{N}_-]+"));
    QString name = m_title->text().trimmed().toLower();
    name.replace(kOdd, QStringLiteral("-"));
    m_path->setText(bridge::qtPath(
        bridge::freeStudyFolder(name.isEmpty() ? std::string("study") : bridge::utf8(name))));
}

void NewStudyDialog::browse()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Choose an empty folder"), m_path->text());
    if (folder.isEmpty())
        return;
    m_ownPath = true;
    m_path->setText(folder);
}

QString NewStudyDialog::title() const
{
    return m_title->text().trimmed();
}

std::filesystem::path NewStudyDialog::folder() const
{
    return bridge::fsPath(m_path->text().trimmed());
}

} // namespace rekindle::panels
