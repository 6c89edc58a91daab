#pragma once

#include <QObject>

namespace rekindle::look {

/// The wheel scrolls a form and changes no field that the pointer happens to pass over: lists to
/// choose from and number fields take it only while they have the keyboard, and do not get the
/// keyboard by it.
class WheelGuard : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    /// For the application, so that every field of every window is meant.
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace rekindle::look
