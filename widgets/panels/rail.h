#pragma once

#include "widgets/panels/page.h"

#include <QWidget>

#include <vector>

namespace rekindle::panels {

struct PageSpec;

/// The steps on the left, each with its icon, name and a mark for how far it is.
class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);
    void setCurrent(Step step);
    void setMark(Step step, Mark mark);
    [[nodiscard]] QPushButton* button(Step step) const { return entry(step).button; }

Q_SIGNALS:
    void chosen(rekindle::panels::Step step);

private:
    struct Entry {
        Step step;
        QPushButton* button = nullptr;
        QLabel* mark = nullptr;
        QString keys; ///< empty after the ninth
    };
    [[nodiscard]] const Entry& entry(Step step) const;
    void add(const PageSpec& page);

    std::vector<Entry> m_entries; ///< as pageList()
};

} // namespace rekindle::panels
