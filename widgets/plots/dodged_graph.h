#pragma once

// Private to the folder: a curve whose points stand beside those of others with the same x.

#include <qcustomplot.h>

namespace rekindle::plots {

/// Drawn `dodge` device units beside its place, at every zoom.
class DodgedGraph : public QCPGraph
{
public:
    DodgedGraph(QCPAxis* keys, QCPAxis* values) : QCPGraph(keys, values) {}
    void setDodge(double units) { m_dodge = units; }
    [[nodiscard]] double dodge() const { return m_dodge; }

protected:
    void draw(QCPPainter* painter) override;
    /// What stands beside the last point is drawn whole, at the chart's edge, too.
    [[nodiscard]] QRect clipRect() const override;

private:
    double m_dodge = 0;
};

/// The bars of such a curve.
class DodgedBars : public QCPErrorBars
{
public:
    DodgedBars(QCPAxis* keys, QCPAxis* values, double units);

protected:
    void draw(QCPPainter* painter) override;
    [[nodiscard]] QRect clipRect() const override;

private:
    double m_dodge = 0;
};

} // namespace rekindle::plots
