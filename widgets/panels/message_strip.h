#pragma once

#include "core/base/error.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace rekindle::panels {

/// A message that stays on its page: what happened, why, what to do. Hidden while there is none.
class MessageStrip : public QFrame
{
    Q_OBJECT

public:
    explicit MessageStrip(QWidget* parent = nullptr);
    void showError(const Error& error);
    void showNote(const QString& text);
    void clear();
    [[nodiscard]] QString text() const;

private:
    void show(const char* role, const QString& word, const QString& text, const QString& details);

    QLabel* m_text = nullptr;
    QPushButton* m_copy = nullptr;
    QString m_details;
};

} // namespace rekindle::panels
