#pragma once

#include "widgets/panels/page_set.h"
#include "widgets/panels/queue_panel.h"
#include "widgets/panels/rail.h"

#include <QMainWindow>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QProgressBar)

namespace rekindle::gui {

class StudyController;

/// Step rail, pages, run queue and status bar. Holds what the pages look at; no logic of its own
/// beyond menus and keys.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);

    [[nodiscard]] StudyController& controller() { return *m_controller; }
    [[nodiscard]] panels::PageSet& pages() { return *m_pages; }
    [[nodiscard]] panels::Context context();
    void showStep(panels::Step step);
    /// Something that the shown page waits for is still being read.
    [[nodiscard]] bool loading() const;
    /// Opens the export dialog for the chart of the shown page.
    void exportFigure();

protected:
    /// Asks once what becomes of runs that go on: they can do without the window.
    void closeEvent(QCloseEvent* event) override;
    /// In another language the window is built anew around what is open.
    void changeEvent(QEvent* event) override;

private:
    void askBeforeClosing();
    void buildLayout();
    void buildMenus();
    void buildLanguages(QMenu* menu);
    void rebuild();
    void buildStatus();
    void addAction(QMenu* menu, const QString& text, const QKeySequence& keys,
                   std::function<void()> action);
    void toggleTable();
    void showHelp();
    void findAction();
    void pressMain();
    void settleFocus(panels::Step step);
    void nextPane(int direction);
    void about();
    void refreshTitle();
    void refreshStatus();

    bridge::StudySession m_session;
    bridge::RunWatch m_runs;
    bridge::RunActions m_actions{m_session};
    bridge::WeightsStore m_weights;
    panels::Rail* m_rail = nullptr;
    panels::PageSet* m_pages = nullptr;
    panels::QueuePanel* m_queue = nullptr;
    StudyController* m_controller = nullptr;
    QLabel* m_status = nullptr;
    QLabel* m_device = nullptr;
    QProgressBar* m_busy = nullptr;
    bool m_rebuilding = false; ///< another language was chosen
    bool m_leaving = false;    ///< what becomes of the runs has been said
};

} // namespace rekindle::gui
