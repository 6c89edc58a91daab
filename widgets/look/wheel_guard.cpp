#include "widgets/look/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace rekindle::look {

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::Wheel && type != QEvent::Polish)
        return false;
    auto* field = qobject_cast<QWidget*>(watched);
    if (qobject_cast<QComboBox*>(field) == nullptr &&
        qobject_cast<QAbstractSpinBox*>(field) == nullptr)
        return false;
    if (type == QEvent::Polish) {
        if (field->focusPolicy() == Qt::WheelFocus)
            field->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    if (field->hasFocus())
        return false;
    // Whatever the field lies in scrolls instead.
    event->ignore();
    return true;
}

} // namespace rekindle::look
