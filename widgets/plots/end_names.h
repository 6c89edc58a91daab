#pragma once

// Private to the folder: the names of curves at their ends.

#include <qcustomplot.h>

#include <vector>

namespace rekindle::plots {

/// Names stand right of the last point that is shown, in the order of the curves there and never on
/// each other.
class EndNames : public QCPAbstractItem
{
public:
    struct Name {
        QString text;
        QColor colour;
        QCPGraph* graph = nullptr;
        double beside = 0; ///< how far the curve is drawn beside its place, device units
    };
    /// `gap`: from a curve's end to its name, device units.
    EndNames(QCustomPlot* plot, const QFont& font, double gap);
    void add(Name name) { m_names.push_back(std::move(name)); }
    /// Room that the names need beside the curves, device units.
    [[nodiscard]] double width() const;

    double selectTest(const QPointF& place, bool onlySelectable,
                      QVariant* details = nullptr) const override;

protected:
    void draw(QCPPainter* painter) override;

private:
    QFont m_font;
    double m_gap = 0;
    std::vector<Name> m_names;
};

} // namespace rekindle::plots
