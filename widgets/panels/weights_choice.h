#pragma once

// Private to the folder.

#include "core/study/study.h"

#include <QStringList>
#include <QWidget>

#include <string>

QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace rekindle::panels {

class NameBox;

/// Which weights of a study are looked at: one, another laid over it, and more from a menu.
class WeightsChoice : public QWidget
{
    Q_OBJECT

public:
    explicit WeightsChoice(QWidget* parent = nullptr);
    /// Offers the study's weights and keeps what was chosen; null: no study. A choice on the page
    /// Starting weights is taken over, an original with its latest repair laid over it.
    void setStudy(const study::Study* study);
    /// Ids, the one below first.
    [[nodiscard]] QStringList ids() const;
    /// What the first one is called.
    [[nodiscard]] QString firstLabel() const;

Q_SIGNALS:
    void changed();

private:
    void fillBoxes(const study::Study& study);
    void fillMore();

    NameBox* m_first = nullptr;
    NameBox* m_other = nullptr;
    QToolButton* m_more = nullptr;
    QMenu* m_moreMenu = nullptr;
    std::vector<study::WeightsEntry> m_weights; ///< of the study
    std::string m_followed; ///< the choice on Starting weights that was taken over last
    bool m_filling = false;
};

} // namespace rekindle::panels
