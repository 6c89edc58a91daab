#pragma once

#include <QScrollArea>

namespace rekindle::panels {

/// Scrolls up and down what has too little room, so that nothing in it is cut: texts get all their
/// lines, and what can give way, as charts and lists, is as small as it may be before the rest
/// scrolls. With room to spare its content fills it.
class FittingScroll : public QScrollArea
{
    Q_OBJECT

public:
    /// `content` has a layout.
    explicit FittingScroll(QWidget* content, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fit();
    bool m_fitting = false;
};

} // namespace rekindle::panels
