#pragma once

#include "widgets/panels/page.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListWidget)

namespace rekindle::gui {

class GuideBrowser;

/// The user guide and what it links to (docs/*.md, inside the program), with its sections beside it
/// and a search. Opens at the section of a page.
class GuideDialog : public QDialog
{
    Q_OBJECT

public:
    explicit GuideDialog(panels::Step step, QWidget* parent = nullptr);
    /// Shows one beside `parent` until it is closed.
    static void showFor(panels::Step step, QWidget* parent);

private:
    void showSections();
    void findNext();

    GuideBrowser* m_text = nullptr;
    QListWidget* m_sections = nullptr;
    QLineEdit* m_search = nullptr;
};

} // namespace rekindle::gui
