#pragma once

#include <QFrame>
#include <QStringList>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace rekindle::panels {

/// What went not quite as it should and failed nobody: stays on its page as long as it is so.
/// Hidden while there is nothing.
class WarningStrip : public QFrame
{
    Q_OBJECT

public:
    explicit WarningStrip(QWidget* parent = nullptr);
    /// A line each; of many the first are shown and the others counted.
    void setLines(const QStringList& lines);

private:
    QLabel* m_text = nullptr;
};

} // namespace rekindle::panels
