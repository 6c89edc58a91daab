#pragma once

#include "widgets/panels/page.h"

#include <QWidget>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace rekindle::panels {

/// Pause, Continue, Finish early, Cancel and Rename for the runs that `chosen` names, enabled as
/// their states allow. Every verb leaves a wish in the run folders and changes nothing by itself,
/// but Rename, which gives the pair of the run, or the score, a name in the study; Finish early,
/// which cannot be undone, asks first. A button that is switched off while it has the focus gives
/// it to the group, where a key does nothing, and never to the next button.
class RunButtons : public QWidget
{
    Q_OBJECT

public:
    using Chosen = std::function<std::vector<const bridge::RunView*>()>;
    RunButtons(Context context, Chosen chosen, QWidget* parent = nullptr);
    /// After the runs or the choice changed.
    void refresh();

private:
    [[nodiscard]] bridge::RunActions::Folders foldersFor(run::Request request) const;
    [[nodiscard]] bridge::RunActions::Folders stopped() const;
    void askToFinish();
    void askForName();
    /// Whose name would be given: of the one run that is chosen; null for none or several.
    [[nodiscard]] const bridge::RunView* toName() const;
    void enable(QPushButton* button, bool on);
    QPushButton* add(const QString& id, const QString& icon, const QString& text,
                     const QString& tip);

    Context m_context;
    Chosen m_chosen;
    QPushButton* m_pause = nullptr;
    QPushButton* m_resume = nullptr;
    QPushButton* m_finish = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_rename = nullptr;
};

} // namespace rekindle::panels
