#pragma once

#include "core/run/settings.h"

#include <QWidget>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace rekindle::panels {

class FactList;

/// The settings that a pair was planned with, to read: they are its record and cannot be changed.
class RunSummary : public QWidget
{
    Q_OBJECT

public:
    explicit RunSummary(QWidget* parent = nullptr);
    /// `start`: what P2X starts from, for people.
    void setPair(const QString& pair, const QString& start, const run::PretrainSettings& pretrain,
                 const std::optional<run::ScoreSettings>& score);
    /// Another pair can be planned from them.
    void setWritable(bool writable);

Q_SIGNALS:
    void newPairAsked();

private:
    QLabel* m_title = nullptr;
    FactList* m_facts = nullptr;
    QLabel* m_scoreTitle = nullptr;
    FactList* m_scoreFacts = nullptr;
    QPushButton* m_again = nullptr;
    QString m_shown; ///< what the lists hold, so that they are not made anew twice a second
};

} // namespace rekindle::panels
