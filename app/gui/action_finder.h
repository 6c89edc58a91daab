#pragma once

#include <QDialog>

#include <functional>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QTreeWidget)

namespace rekindle::gui {

/// Something that can be done now, under the name it has where it usually stands.
struct NamedAction {
    QString name; ///< "Study: Open study…"
    QString keys; ///< "Ctrl+O", or empty
    std::function<void()> act;
};

/// Finds an action by a part of its name; Return does it.
class ActionFinder : public QDialog
{
    Q_OBJECT

public:
    explicit ActionFinder(std::vector<NamedAction> actions, QWidget* parent = nullptr);

protected:
    /// Arrow keys in the field move along the list.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter();
    void act();

    std::vector<NamedAction> m_actions;
    QLineEdit* m_field = nullptr;
    QTreeWidget* m_list = nullptr;
};

} // namespace rekindle::gui
