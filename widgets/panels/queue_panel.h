#pragma once

#include "widgets/panels/page.h"

QT_FORWARD_DECLARE_CLASS(QTableView)

namespace rekindle::models {
class RunModel;
}

namespace rekindle::panels {

class RunButtons;

/// The run queue under the pages: every run of the study in order of work, whoever works on it.
class QueuePanel : public QWidget
{
    Q_OBJECT

public:
    explicit QueuePanel(Context context, QWidget* parent = nullptr);
    /// Where Ctrl+0 puts the focus.
    [[nodiscard]] QWidget* focusTarget() const;
    [[nodiscard]] bool expanded() const;
    void setExpanded(bool expanded);

private:
    void refresh();
    void addShortcuts();
    [[nodiscard]] std::vector<const bridge::RunView*> chosen() const;

    Context m_context;
    QLabel* m_summary = nullptr;
    QPushButton* m_toggle = nullptr;
    QWidget* m_body = nullptr;
    QTableView* m_table = nullptr;
    models::RunModel* m_model = nullptr;
    RunButtons* m_buttons = nullptr;
};

} // namespace rekindle::panels
