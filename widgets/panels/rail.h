#pragma once

#include "widgets/panels/page.h"

#include <QWidget>

#include <array>

namespace rekindle::panels {

/// The steps on the left, each with its icon, name and a mark for how far it is.
class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);
    void setCurrent(Step step);
    void setMark(Step step, Mark mark);
    [[nodiscard]] QPushButton* button(Step step) const
    {
        return m_entries[static_cast<std::size_t>(step)].button;
    }

Q_SIGNALS:
    void chosen(rekindle::panels::Step step);

private:
    struct Entry {
        QPushButton* button = nullptr;
        QLabel* mark = nullptr;
    };
    std::array<Entry, kSteps> m_entries;
};

} // namespace rekindle::panels
