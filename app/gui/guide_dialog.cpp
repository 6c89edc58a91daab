#include "app/gui/guide_dialog.h"

#include "app/gui/guide_browser.h"
#include "widgets/look/look.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace rekindle::gui {
namespace {

constexpr int kSectionsWidth = 240;

/// Where the guide speaks of a page.
QString sectionOf(panels::Step step)
{
    using panels::Step;
    static const std::vector<std::pair<Step, const char*>> kSections{
        {Step::Study, "your-own-images"},
        {Step::Images, "your-own-images"},
        {Step::Weights, "starting-weights"},
        {Step::Inspect, "inspect"},
        {Step::Repair, "repair"},
        {Step::Pretrain, "pretrain"},
        {Step::Score, "score"},
        {Step::Compare, "compare"}};
    for (const auto& [page, section] : kSections) {
        if (page == step)
            return QString::fromLatin1(section);
    }
    return {};
}

} // namespace

GuideDialog::GuideDialog(panels::Step step, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("guide"));
    setWindowTitle(tr("User guide"));
    resize(1000, 720);
    m_sections = new QListWidget;
    m_sections->setObjectName(QStringLiteral("guide-sections"));
    m_sections->setAccessibleName(tr("Sections"));
    m_sections->setFixedWidth(kSectionsWidth);
    m_text = new GuideBrowser;
    m_text->setObjectName(QStringLiteral("guide-text"));
    m_text->setAccessibleName(windowTitle());
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("guide-search"));
    m_search->setPlaceholderText(tr("Find in the guide"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* contents = buttons->addButton(tr("Contents"), QDialogButtonBox::ActionRole);
    for (QAbstractButton* button : buttons->buttons())
        qobject_cast<QPushButton*>(button)->setAutoDefault(false);

    auto* side = new QVBoxLayout;
    side->addWidget(m_search);
    side->addWidget(m_sections, 1);
    auto* row = new QHBoxLayout;
    row->addLayout(side);
    row->addWidget(m_text, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::space::kLarge, look::space::kLarge, look::space::kLarge,
                               look::space::kLarge);
    layout->addLayout(row, 1);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(contents, &QPushButton::clicked, this,
            [this] { m_text->go(QStringLiteral("guide.md")); });
    connect(m_text, &GuideBrowser::pageShown, this, &GuideDialog::showSections);
    connect(m_sections, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr)
            m_text->go(u'#' + item->data(Qt::UserRole).toString());
    });
    connect(m_search, &QLineEdit::returnPressed, this, &GuideDialog::findNext);
    m_text->go(QStringLiteral("guide.md"));
    for (int i = 0; i < m_sections->count(); ++i) {
        if (m_sections->item(i)->data(Qt::UserRole) == sectionOf(step))
            m_sections->setCurrentRow(i);
    }
}

void GuideDialog::showFor(panels::Step step, QWidget* parent)
{
    auto* dialog = new GuideDialog(step, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void GuideDialog::showSections()
{
    const QSignalBlocker quiet(m_sections);
    m_sections->clear();
    for (const auto& [heading, anchor] : m_text->sections()) {
        auto* item = new QListWidgetItem(heading, m_sections);
        item->setData(Qt::UserRole, anchor);
    }
}

/// From the cursor on, and from the top again where nothing follows.
void GuideDialog::findNext()
{
    if (m_search->text().isEmpty() || m_text->find(m_search->text()))
        return;
    m_text->moveCursor(QTextCursor::Start);
    m_text->find(m_search->text());
}

} // namespace rekindle::gui
