#pragma once

#include "widgets/panels/page.h"

QT_FORWARD_DECLARE_CLASS(QTableView)

namespace rekindle::models {
class RunModel;
}

namespace rekindle::panels {

class RunButtons;

/// The run queue under the pages: every run of the study in order of work, whoever works on it.
/// "Pause all" and "Go on" act on the queue; the buttons under the table on the rows that are
/// selected in it, and these are the only ones of their kind.
class QueuePanel : public QWidget
{
    Q_OBJECT

public:
    explicit QueuePanel(Context context, QWidget* parent = nullptr);
    /// Where Ctrl+0 puts the focus.
    [[nodiscard]] QWidget* focusTarget() const;
    [[nodiscard]] bool expanded() const;
    void setExpanded(bool expanded);

    /// Pauses what runs and sets aside what waits, so that nothing starts in its place.
    void pauseAll();
    /// Some run of the study is being worked on, or is about to be.
    [[nodiscard]] bool working() const;

private:
    void buildHead();
    void buildTable();
    void refresh();
    void refreshChosen();
    void addShortcuts();
    void selectFirst();
    void goOn();
    void enable(QPushButton* button, bool on);
    [[nodiscard]] std::vector<const bridge::RunView*> chosen() const;
    [[nodiscard]] bridge::RunActions::Folders unfinished() const;
    [[nodiscard]] bridge::RunActions::Folders setAside() const;

    Context m_context;
    QLabel* m_summary = nullptr;
    QPushButton* m_pauseAll = nullptr;
    QPushButton* m_goOn = nullptr;
    QPushButton* m_toggle = nullptr;
    QWidget* m_body = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_chosen = nullptr;
    models::RunModel* m_model = nullptr;
    RunButtons* m_buttons = nullptr;
};

} // namespace rekindle::panels
