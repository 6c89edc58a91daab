#pragma once

// Private to the folder: a figure as the window draws it.

#include "core/figures/figure.h"
#include "widgets/plots/figure_drawing.h"
#include "widgets/plots/figure_places.h"
#include "widgets/plots/row_frames.h"

#include <QString>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QCPItemTracer;

namespace rekindle::plots {

class PointerBox;

/// A figure on the screen as it is drawn: its panels, the point that is pointed at with its
/// read-out beside it, the lines that can be moved and the row that is marked. What people do with
/// it is FigureView's.
class FigurePlot
{
public:
    /// A point of a row, by the numbers of both.
    using Spot = std::pair<std::size_t, std::size_t>;

    explicit FigurePlot(QWidget* parent);

    /// Of `parent`, which deletes it.
    [[nodiscard]] QCustomPlot* widget() const { return m_plot; }
    /// Called when another part is shown, but not by a new figure.
    void whenMoved(std::function<void()> moved) { m_moved = std::move(moved); }

    enum class Ranges { Fitting, Kept };
    /// Draws another figure; with the ranges of the one before where these are to be kept.
    void setFigure(figures::Figure figure, Ranges ranges);
    [[nodiscard]] const figures::Figure& figure() const { return m_figure; }
    [[nodiscard]] const std::vector<Panel>& panels() const { return m_panels; }
    [[nodiscard]] const std::vector<RowPlace>& rows() const { return m_rows; }

    /// Anew, in the colours and sizes of now.
    void draw();
    /// Nothing is drawn before there is room for it; showing the chart draws it.
    void replot();
    /// Shows everything again.
    void fit();
    /// The ends of the first x axis as it is shown.
    [[nodiscard]] QPointF shownRange() const;

    /// The point or cell at this pixel, or near it.
    [[nodiscard]] std::optional<Spot> nearest(const QPointF& place) const;
    /// Each of these says what is pointed at: a point, the bin at a pixel, nothing.
    QString pointAt(Spot spot);
    QString pointAtColumn(const QPointF& place);

    /// Puts the lines of this id elsewhere; nothing else is drawn anew.
    void moveMarker(const QString& id, double value);
    /// Frames the rows of this name in maps.
    void markRow(const QString& name);
    /// The name of the map's row at this pixel.
    [[nodiscard]] std::optional<QString> rowNameAt(const QPointF& place) const;

private:
    void makePointer(const PlotScale& scale);

    figures::Figure m_figure;
    std::vector<Panel> m_panels;
    std::vector<RowPlace> m_rows;
    RowFrames m_frames; ///< around the marked row
    QString m_markedRow;
    QCustomPlot* m_plot = nullptr;
    QCPItemTracer* m_tracer = nullptr; ///< of the plot, new with each drawing
    PointerBox* m_box = nullptr;       ///< the same
    std::function<void()> m_moved;
    bool m_drawing = false; ///< the axes move because of a new figure
};

} // namespace rekindle::plots
