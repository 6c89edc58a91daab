#include "widgets/plots/cell_drawing.h"

#include "widgets/bridge/qt_text.h"

#include <algorithm>
#include <cmath>

namespace rekindle::plots {
namespace {

using bridge::qt;
using figures::CellMark;
using figures::Strip;
using figures::Tile;

constexpr int kColours = 64;        ///< shades; neighbours of one shade are drawn as one
constexpr double kRowGap = 0.08;    ///< of a strip's height, on each side
constexpr double kTileShare = 0.86; ///< of its place that a picture takes

/// Names of strips on the upright axis, as many as have room.
class RowTicker : public QCPAxisTicker
{
public:
    RowTicker(const QCPAxis& axis, QStringList names, double line)
        : m_axis(axis), m_names(std::move(names)), m_line(line)
    {
    }

protected:
    double getTickStep(const QCPRange& range) override
    {
        const double height = m_axis.axisRect()->height();
        return std::max(1.0, std::ceil(range.size() * m_line / std::max(height, m_line)));
    }
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double step, const QCPRange& range) override
    {
        QVector<double> ticks;
        for (double row = 0; row < static_cast<double>(m_names.size()); row += step) {
            if (range.contains(row + 0.5))
                ticks << row + 0.5;
        }
        return ticks;
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        const auto row = static_cast<qsizetype>(tick);
        return row >= 0 && row < m_names.size() ? shortName(m_names[row]) : QString();
    }

private:
    const QCPAxis& m_axis;
    QStringList m_names;
    double m_line; ///< height of a line of text
};

/// What QCustomPlot asks of every plottable and cells have not: no legend, no selection.
class Cells : public QCPAbstractPlottable
{
public:
    Cells(const Panel& panel, const PlotScale& scale)
        : QCPAbstractPlottable(panel.x, panel.y), m_panel(panel), m_scale(scale)
    {
    }
    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override
    {
        found = false;
        return {};
    }
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override
    {
        found = false;
        return {};
    }

protected:
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

    Panel m_panel; ///< its axes and its figure
    PlotScale m_scale;
};

class StripRows : public Cells
{
public:
    StripRows(const Panel& panel, const PlotTheme& theme, const PlotScale& scale)
        : Cells(panel, scale), m_gradient(gradientOf(panel.figure->colours.palette, theme))
    {
        m_gradient.setLevelCount(kColours);
        for (const Strip& strip : panel.figure->strips) {
            auto& row = m_shades.emplace_back();
            row.reserve(strip.values.size());
            for (const double value : strip.values)
                row.push_back(shade(value));
        }
    }

protected:
    void draw(QCPPainter* painter) override
    {
        painter->setAntialiasing(false);
        painter->setPen(Qt::NoPen);
        const QCPRange shown = m_panel.y->range();
        for (std::size_t row = 0; row < m_panel.figure->strips.size(); ++row) {
            const auto top = static_cast<double>(row);
            if (top + 1 < shown.lower || top > shown.upper)
                continue;
            drawStrip(*painter, row);
            drawMarks(*painter, row);
        }
    }

private:
    /// 0 to kColours - 1, or -1 for nothing.
    [[nodiscard]] int shade(double value) const
    {
        const figures::ColourScale& colours = m_panel.figure->colours;
        if (!std::isfinite(value))
            return -1;
        double low = colours.min, high = colours.max;
        if (colours.logarithmic) {
            value = std::log(std::max(value, low));
            low = std::log(low);
            high = std::log(high);
        }
        const double place = high > low ? (value - low) / (high - low) : 0.5;
        return static_cast<int>(std::lround(std::clamp(place, 0.0, 1.0) * (kColours - 1)));
    }

    void drawStrip(QCPPainter& painter, std::size_t row)
    {
        const Strip& strip = m_panel.figure->strips[row];
        std::size_t begin = 0;
        while (begin < strip.values.size()) {
            const int colour = m_shades[row][begin];
            std::size_t end = begin + 1;
            while (end < strip.values.size() && m_shades[row][end] == colour)
                ++end;
            if (colour >= 0) {
                const QRectF first = cellRect(m_panel, {row, begin});
                const QRectF last = cellRect(m_panel, {row, end - 1});
                painter.fillRect(first.united(last),
                                 QColor::fromRgb(m_gradient.color(colour, {0, kColours - 1})));
            }
            begin = end;
        }
    }

    /// A mark is seen however thin its cell is: dead ones over the whole height, replaced ones over
    /// the lower half, so that they are told apart in grey, too.
    void drawMarks(QCPPainter& painter, std::size_t row)
    {
        const Strip& strip = m_panel.figure->strips[row];
        const double least = std::max(m_scale.pt(1), 1.5);
        double drawnUntil = -HUGE_VAL;
        for (std::size_t cell = 0; cell < strip.marks.size(); ++cell) {
            const CellMark mark = strip.marks[cell];
            if (mark == CellMark::None)
                continue;
            QRectF rect = cellRect(m_panel, {row, cell});
            if (rect.width() < least)
                rect.setWidth(least);
            if (mark == CellMark::Dead && rect.right() <= drawnUntil + least / 4)
                continue; // not a rectangle for each of a hundred on one pixel
            if (mark == CellMark::Dead)
                drawnUntil = rect.right();
            if (mark == CellMark::Replaced)
                rect.setTop(rect.center().y());
            painter.fillRect(rect, markColour(mark));
        }
    }

    QCPColorGradient m_gradient;
    std::vector<std::vector<int>> m_shades; ///< by row and cell
};

class TileBoard : public Cells
{
public:
    using Cells::Cells;

protected:
    void draw(QCPPainter* painter) override
    {
        painter->setAntialiasing(false);
        for (std::size_t place = 0; place < m_panel.figure->tiles.size(); ++place) {
            const Tile& tile = m_panel.figure->tiles[place];
            const QRectF rect = cellRect(m_panel, {0, place});
            drawPixels(*painter, tile, rect);
            painter->setBrush(Qt::NoBrush);
            if (tile.mark != CellMark::None) {
                painter->setPen(QPen(markColour(tile.mark), std::max(m_scale.pt(1.2), 2.0)));
                painter->drawRect(rect);
            }
        }
    }

private:
    static void drawPixels(QCPPainter& painter, const Tile& tile, const QRectF& rect)
    {
        double most = 0;
        for (const double value : tile.values)
            most = std::max(most, std::isfinite(value) ? std::abs(value) : 0);
        const auto shade = [&](double value) {
            const double place = most > 0 && std::isfinite(value) ? value / most : 0;
            return static_cast<int>(std::lround(127.5 + 127.5 * place));
        };
        painter.setPen(Qt::NoPen);
        const double width = rect.width() / tile.width, height = rect.height() / tile.height;
        for (int y = 0; y < tile.height; ++y) {
            for (int x = 0; x < tile.width; ++x) {
                const int first = (y * tile.width + x) * tile.channels;
                const auto at = static_cast<std::size_t>(first);
                const std::size_t step = tile.channels == 3 ? 1 : 0;
                const QColor colour(shade(tile.values[at]), shade(tile.values[at + step]),
                                    shade(tile.values[at + 2 * step]));
                painter.fillRect(
                    QRectF(rect.left() + x * width, rect.top() + y * height, width, height),
                    colour);
            }
        }
    }
};

/// As square as the room allows, all of them in sight.
int columnsFor(std::size_t count, double width, double height)
{
    int best = 1;
    double side = 0;
    for (int columns = 1; columns <= static_cast<int>(count); ++columns) {
        const double rows = std::ceil(static_cast<double>(count) / columns);
        if (const double fits = std::min(width / columns, height / rows); fits > side) {
            side = fits;
            best = columns;
        }
    }
    return best;
}

struct Board {
    int columns = 1;
    double side = 1;
    QPointF corner;
};

Board boardOf(const Panel& panel)
{
    const QRectF room = panel.x->axisRect()->rect();
    const std::size_t count = panel.figure->tiles.size();
    Board board;
    board.columns = columnsFor(count, room.width(), room.height());
    const double rows = std::ceil(static_cast<double>(count) / board.columns);
    board.side = std::min(room.width() / board.columns, room.height() / rows);
    board.corner = room.center() - QPointF(board.side * board.columns, board.side * rows) / 2;
    return board;
}

QColor mixed(const QColor& one, const QColor& other, float share)
{
    const auto part = [&](float a, float b) { return a + (b - a) * share; };
    return QColor::fromRgbF(part(one.redF(), other.redF()), part(one.greenF(), other.greenF()),
                            part(one.blueF(), other.blueF()));
}

} // namespace

QCPColorGradient gradientOf(figures::Palette palette, const PlotTheme& theme)
{
    QCPColorGradient gradient;
    gradient.clearColorStops();
    const QColor blue(0x0072B2), orange(0xE69F00);
    if (palette == figures::Palette::Difference) {
        gradient.setColorStopAt(0, blue);
        gradient.setColorStopAt(0.5, theme.background);
        gradient.setColorStopAt(1, orange);
        return gradient;
    }
    // From the page's own ground to its text, over blue: light to dark on paper.
    gradient.setColorStopAt(0, mixed(theme.background, QColor(0x56B4E9), 0.16F));
    gradient.setColorStopAt(0.35, QColor(0x56B4E9));
    gradient.setColorStopAt(0.7, blue);
    gradient.setColorStopAt(1, mixed(blue, theme.text, 0.75F));
    return gradient;
}

QColor markColour(CellMark mark)
{
    return mark == CellMark::Dead ? QColor(0xD55E00) : QColor(0x009E73);
}

void drawCells(Panel& panel, const PlotTheme& theme, const PlotScale& scale)
{
    const figures::Figure& figure = *panel.figure;
    if (!figure.strips.empty()) {
        QStringList names;
        for (const Strip& strip : figure.strips)
            names << qt(strip.name);
        const double line = QFontMetricsF(scale.font(0.95)).height();
        panel.y->setTicker(QSharedPointer<RowTicker>::create(*panel.y, names, line));
        panel.y->grid()->setVisible(false);
        panel.y->setLabel({});
        panel.y->setRangeReversed(true);
        new StripRows(panel, theme, scale); // owned by the plot
    } else if (!figure.tiles.empty()) {
        panel.x->setVisible(false);
        panel.y->setVisible(false);
        panel.x->axisRect()->setRangeDrag({});
        panel.x->axisRect()->setRangeZoom({});
        new TileBoard(panel, scale); // owned by the plot
    }
}

void fitCells(const Panel& panel)
{
    const figures::Figure& figure = *panel.figure;
    if (figure.strips.empty())
        return;
    double low = HUGE_VAL, high = -HUGE_VAL;
    for (const Strip& strip : figure.strips) {
        low = std::min(low, strip.edges.front());
        high = std::max(high, strip.edges.back());
    }
    for (const figures::Marker& marker : figure.markers) {
        if (marker.vertical && (!figure.x.logarithmic || marker.value > 0)) {
            low = std::min(low, marker.value);
            high = std::max(high, marker.value);
        }
    }
    panel.x->setRange(low, high);
    panel.y->setRange(0, static_cast<double>(figure.strips.size()));
}

std::optional<CellPlace> cellAt(const Panel& panel, const QPointF& pixel)
{
    const figures::Figure& figure = *panel.figure;
    if (!panel.x->axisRect()->rect().contains(pixel.toPoint()))
        return {};
    if (!figure.tiles.empty()) {
        const Board board = boardOf(panel);
        const QPointF at = (pixel - board.corner) / board.side;
        const auto column = static_cast<int>(std::floor(at.x()));
        const auto row = static_cast<int>(std::floor(at.y()));
        if (column < 0 || column >= board.columns || row < 0)
            return {};
        const int number = row * board.columns + column;
        const auto place = static_cast<std::size_t>(number);
        return place < figure.tiles.size() ? std::optional(CellPlace{0, place}) : std::nullopt;
    }
    const double row = panel.y->pixelToCoord(pixel.y()), x = panel.x->pixelToCoord(pixel.x());
    if (row < 0 || row >= static_cast<double>(figure.strips.size()))
        return {};
    const Strip& strip = figure.strips[static_cast<std::size_t>(row)];
    const auto above = std::upper_bound(strip.edges.begin(), strip.edges.end(), x);
    if (above == strip.edges.begin() || above == strip.edges.end())
        return {};
    return CellPlace{static_cast<std::size_t>(row),
                     static_cast<std::size_t>(above - strip.edges.begin() - 1)};
}

QRectF cellRect(const Panel& panel, const CellPlace& place)
{
    if (!panel.figure->tiles.empty()) {
        const Board board = boardOf(panel);
        const auto index = static_cast<int>(place.cell);
        const int row = index / board.columns;
        const QPointF corner = board.corner + QPointF(index % board.columns, row) * board.side;
        const double inset = board.side * (1 - kTileShare) / 2;
        return {corner + QPointF(inset, inset),
                QSizeF(board.side * kTileShare, board.side * kTileShare)};
    }
    const Strip& strip = panel.figure->strips[place.row];
    const auto row = static_cast<double>(place.row);
    // Rows of a few pixels would have gaps of one or none.
    const double height = std::abs(panel.y->coordToPixel(row + 1) - panel.y->coordToPixel(row));
    const double gap = height * kRowGap < 0.75 ? 0 : kRowGap;
    return QRectF(QPointF(panel.x->coordToPixel(strip.edges[place.cell]),
                          panel.y->coordToPixel(row + gap)),
                  QPointF(panel.x->coordToPixel(strip.edges[place.cell + 1]),
                          panel.y->coordToPixel(row + 1 - gap)))
        .normalized();
}

} // namespace rekindle::plots
