#include "widgets/panels/fitting_scroll.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace rekindle::panels {

FittingScroll::FittingScroll(QWidget* content, QWidget* parent) : QScrollArea(parent)
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setWidget(content);
    content->installEventFilter(this);
}

bool FittingScroll::eventFilter(QObject* watched, QEvent* event)
{
    const bool handled = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return handled;
}

void FittingScroll::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void FittingScroll::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    fit();
}

/// Not by QScrollArea's own way, which scrolls as soon as charts have less than they would like.
void FittingScroll::fit()
{
    QLayout* layout = widget() != nullptr ? widget()->layout() : nullptr;
    if (layout == nullptr || m_fitting)
        return;
    m_fitting = true;
    layout->activate();
    const int bar = verticalScrollBar()->sizeHint().width();
    setMinimumWidth(std::min(layout->totalMinimumSize().width() + bar, maximumWidth()));
    // With a bar there is less width, and texts take more lines: once more.
    for (int i = 0; i < 2; ++i) {
        const QMargins frame = widget()->contentsMargins();
        const int width = viewport()->width() - frame.left() - frame.right();
        int least = layout->minimumSize().height();
        if (layout->hasHeightForWidth())
            least = std::max(least, layout->minimumHeightForWidth(width));
        least += frame.top() + frame.bottom();
        widget()->resize(viewport()->width(), std::max(viewport()->height(), least));
    }
    m_fitting = false;
}

} // namespace rekindle::panels
