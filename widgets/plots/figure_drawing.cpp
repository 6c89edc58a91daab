#include "widgets/plots/figure_drawing.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/plots/cell_drawing.h"
#include "widgets/plots/end_names.h"

#include <algorithm>

namespace rekindle::plots {
namespace {

using bridge::qt;
using figures::Figure;
using figures::Series;
using figures::Sign;

constexpr double kLowerShare = 0.42; ///< of the chart's height, for the one below it

/// How many names stand beside each other: as many as have room.
int namesInARow(const std::vector<QCPGraph*>& graphs, const PlotScale& scale, double width)
{
    constexpr double kAround = 32; ///< points: the sign before a name, and what is left free
    const int most = graphs.size() > 4 ? 3 : 4;
    const QFontMetricsF metrics(scale.font());
    double widest = 1;
    for (const QCPGraph* graph : graphs)
        widest = std::max(widest, metrics.horizontalAdvance(graph->name()) + scale.pt(kAround));
    const int count = std::min(most, static_cast<int>(graphs.size()));
    return std::clamp(static_cast<int>(width / widest), 1, std::max(count, 1));
}

/// Series names in a row above the chart, where no curve can run through them.
void addLegend(QCustomPlot& plot, const PlotTheme& theme, const PlotScale& scale,
               const std::vector<QCPGraph*>& graphs, double width)
{
    if (graphs.empty())
        return;
    auto* legend = new QCPLegend;
    // Names stand together at the left: the second, empty column takes the rest of the width.
    auto* row = new QCPLayoutGrid;
    plot.plotLayout()->addElement(0, 0, row);
    row->addElement(0, 0, legend);
    row->addElement(0, 1, new QCPLayoutElement(&plot));
    row->setColumnStretchFactor(0, 0.001);
    const int wrap = namesInARow(graphs, scale, width);
    const int rows = (static_cast<int>(graphs.size()) + wrap - 1) / wrap;
    row->setMaximumSize(QWIDGETSIZE_MAX, static_cast<int>(scale.pt(4 + 12 * std::max(rows, 1))));
    plot.setAutoAddPlottableToLegend(false);
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    legend->setWrap(wrap);
    legend->setBorderPen(Qt::NoPen);
    legend->setBrush(Qt::NoBrush);
    legend->setFont(scale.font());
    legend->setTextColor(theme.text);
    legend->setIconSize(static_cast<int>(scale.pt(15)), static_cast<int>(scale.pt(7)));
    legend->setIconTextPadding(static_cast<int>(scale.pt(3)));
    const int pad = static_cast<int>(scale.pt(2));
    legend->setMargins(QMargins(pad, pad, pad, 2 * pad));
    legend->setColumnSpacing(static_cast<int>(scale.pt(8)));
    for (QCPGraph* graph : graphs)
        legend->addItem(new QCPPlottableLegendItem(legend, graph));
    plot.legend = legend;
}

QString wrapped(const QString& text, const QFont& font, double width)
{
    const QFontMetricsF metrics(font);
    QStringList lines;
    QString line;
    for (const QString& word : text.split(u' ')) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (metrics.horizontalAdvance(longer) > width && !line.isEmpty()) {
            lines << line;
            line = word;
        } else {
            line = longer;
        }
    }
    lines << line;
    return lines.join(u'\n');
}

void addNotes(QCustomPlot& plot, const Figure& figure, const PlotTheme& theme,
              const PlotScale& scale, double width)
{
    if (width <= 0 || figure.notes.empty())
        return;
    QStringList lines;
    const QFont font = scale.font(0.9);
    for (const std::string& note : figure.notes)
        lines << wrapped(qt(note), font, width - scale.pt(8));
    auto* text = new QCPTextElement(&plot, lines.join(u'\n'), font);
    text->setTextColor(theme.muted);
    text->setTextFlags(Qt::AlignLeft);
    const int pad = static_cast<int>(scale.pt(4));
    text->setMargins(QMargins(pad, pad, pad, pad));
    plot.plotLayout()->addElement(3, 0, text);
}

/// What of a chart's series needs a legend: all, or where names stand at the ends, each sign once.
std::vector<QCPGraph*> legendOf(const Panel& panel)
{
    const Figure& figure = *panel.figure;
    std::vector<QCPGraph*> listed;
    std::vector<Sign> signs;
    for (std::size_t i = 0; i < figure.series.size(); ++i) {
        const Sign sign = figure.series[i].sign;
        if (sign == Sign::OfRole) {
            if (!figure.namesAtEnds)
                listed.push_back(panel.graphs[i]);
            continue;
        }
        if (std::find(signs.begin(), signs.end(), sign) != signs.end())
            continue;
        signs.push_back(sign);
        // "pair-1 · P1X, weights kept": what the sign means stands last.
        panel.graphs[i]->setName(qt(figure.series[i].name).section(QStringLiteral(", "), -1));
        listed.push_back(panel.graphs[i]);
    }
    return listed;
}

/// Returns the room that the names need at the right.
double addEndNames(QCustomPlot& plot, const Panel& panel, const PlotTheme& theme,
                   const PlotScale& scale)
{
    if (!panel.figure->namesAtEnds)
        return 0;
    auto* names = new EndNames(&plot, scale.font(), scale.pt(5));
    for (std::size_t i = 0; i < panel.graphs.size(); ++i) {
        const Series& series = panel.figure->series[i];
        if (series.sign == Sign::OfRole)
            names->add({shortName(qt(series.name)), roleTextColour(series.role, theme),
                        panel.graphs[i], panel.graphs[i]->dodge()});
    }
    return names->width();
}

/// A chart and the one below it stand over each other and move along x together.
void joinCharts(QCustomPlot& plot, const Panel& upper, const Panel& lower)
{
    upper.x->setTickLabels(false);
    upper.x->setLabel({});
    if (auto ticker = lower.y->ticker())
        ticker->setTickCount(3);
    // A low chart has no room for a long line beside it.
    const figures::Axis& y = lower.figure->y;
    if (!y.unit.empty())
        lower.y->setLabel(QStringLiteral("%1\n(%2)").arg(qt(y.label), qt(y.unit)));
    for (const auto& [from, to] : {std::pair(upper.x, lower.x), std::pair(lower.x, upper.x)})
        QObject::connect(from, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), to,
                         qOverload<const QCPRange&>(&QCPAxis::setRange));
    lower.x->setRange(upper.x->range());
    auto* group = new QCPMarginGroup(&plot);
    for (const Panel* one : {&upper, &lower})
        one->x->axisRect()->setMarginGroup(QCP::msLeft | QCP::msRight, group);
}

/// The graphs whose names stand over the panels: of the panel that shows the most of them; none
/// where each panel shows one alone under its own name.
std::vector<QCPGraph*> namedGraphs(const std::vector<Panel>& panels)
{
    const auto most =
        std::max_element(panels.begin(), panels.end(), [](const Panel& a, const Panel& b) {
            return a.graphs.size() < b.graphs.size();
        });
    if (most == panels.end() ||
        (panels.size() > 1 && most->graphs.size() < 2 &&
         most->figure->title.starts_with(most->graphs.empty() ? std::string()
                                                              : most->figure->series.front().name)))
        return {};
    return {most->graphs.begin(), most->graphs.end()};
}

/// What the colours mean, under all panels: they share it.
void addColours(QCustomPlot& plot, const Figure& content, const PlotTheme& theme,
                const PlotScale& scale)
{
    if (content.strips.empty())
        return;
    auto* colours = new QCPColorScale(&plot);
    plot.plotLayout()->addElement(2, 0, colours);
    colours->setType(QCPAxis::atBottom);
    colours->setGradient(gradientOf(content.colours.palette, theme));
    colours->setDataScaleType(content.colours.logarithmic ? QCPAxis::stLogarithmic
                                                          : QCPAxis::stLinear);
    colours->setDataRange({content.colours.min, content.colours.max});
    colours->setBarWidth(static_cast<int>(scale.pt(5)));
    const int pad = static_cast<int>(scale.pt(8));
    colours->setMinimumMargins(QMargins(pad, pad / 2, pad, 0));
    colours->setRangeDrag(false);
    colours->setRangeZoom(false);
    figures::Axis axis;
    axis.label = content.colours.label;
    axis.unit = content.colours.unit;
    axis.logarithmic = content.colours.logarithmic;
    styleAxis(*colours->axis(), axis, theme, scale);
}

/// Maps of the same rows side by side: their names stand once, at the left, and the maps share the
/// room that this leaves.
void nameRowsOnce(const std::vector<Panel>& panels, QCPLayoutGrid& grid, int columns,
                  const PlotScale& scale, double width)
{
    const auto sameRows = [](const Figure& a, const Figure& b) {
        return !a.strips.empty() &&
               std::equal(a.strips.begin(), a.strips.end(), b.strips.begin(), b.strips.end(),
                          [](const figures::Strip& x, const figures::Strip& y) {
                              return x.name == y.name;
                          });
    };
    bool once = false;
    for (std::size_t i = 1; i < panels.size(); ++i) {
        const bool beside = i % static_cast<std::size_t>(columns) != 0;
        if (!beside || !sameRows(*panels[i - 1].figure, *panels[i].figure))
            continue;
        panels[i].y->setTickLabels(false);
        // The numbers under two maps would meet.
        constexpr double kBetween = 14;
        QMargins margins = panels[i].x->axisRect()->minimumMargins();
        margins.setLeft(static_cast<int>(scale.pt(kBetween)));
        panels[i].x->axisRect()->setMinimumMargins(margins);
        once = true;
    }
    if (!once)
        return;
    double names = 0;
    const QFontMetricsF metrics(scale.font(0.95));
    for (const figures::Strip& strip : panels.front().figure->strips)
        names = std::max(names, metrics.horizontalAdvance(shortName(qt(strip.name))));
    const double each = (width - names) / columns;
    for (int column = 0; each > 0 && column < columns; ++column)
        grid.setColumnStretchFactor(column, column == 0 ? each + names : each);
}

/// The name of a panel, shortened in its middle to what the panel is wide.
class PanelTitle : public QCPTextElement
{
public:
    using QCPTextElement::QCPTextElement;

    [[nodiscard]] QSize minimumOuterSizeHint() const override
    {
        return {0, QCPTextElement::minimumOuterSizeHint().height()};
    }

protected:
    void draw(QCPPainter* painter) override
    {
        const QString whole = text();
        setText(QFontMetricsF(font()).elidedText(whole, Qt::ElideMiddle, rect().width()));
        QCPTextElement::draw(painter);
        setText(whole);
    }
};

void addTitle(QCPLayoutGrid& cell, QCustomPlot& plot, const QString& title, const PlotTheme& theme,
              const PlotScale& scale)
{
    auto* text = new PanelTitle(&plot, title, scale.font());
    text->setTextColor(theme.text);
    cell.addElement(0, 0, text);
}

} // namespace

std::vector<Panel> drawFigure(QCustomPlot& plot, const Figure& figure, const PlotTheme& theme,
                              const PlotScale& scale, double width)
{
    plot.setAutoAddPlottableToLegend(false);
    plot.clearPlottables();
    plot.clearItems();
    delete plot.findChild<QCPMarginGroup*>();
    auto* layout = plot.plotLayout();
    plot.legend = nullptr;
    layout->clear();
    layout->setRowSpacing(0);
    plot.setBackground(theme.background);
    auto* grid = new QCPLayoutGrid;
    layout->addElement(1, 0, grid);
    grid->setRowSpacing(static_cast<int>(scale.pt(2)));
    grid->setColumnSpacing(static_cast<int>(scale.pt(2)));

    std::vector<Panel> panels;
    const auto add = [&](const Figure& content, int place, bool titled) {
        auto* cell = new QCPLayoutGrid;
        cell->setRowSpacing(0);
        const int columns = figures::columnsOf(figure);
        grid->addElement(place / columns, place % columns, cell);
        auto* rect = new QCPAxisRect(&plot);
        if (titled)
            addTitle(*cell, plot, qt(content.title), theme, scale);
        cell->addElement(1, 0, rect);
        cell->simplify(); // an empty row would take its share of the height
        panels.push_back(drawPanel(plot, *rect, content, theme, scale));
        // Side by side there is room for fewer numbers.
        if (columns > 1 && !content.x.logarithmic)
            panels.back().x->ticker()->setTickCount(3);
    };
    if (figure.panels.empty())
        add(figure, 0, false);
    if (figure.panels.empty() && figure.below) {
        add(*figure.below, 1, false);
        panels.back().lower = true;
        fitAxes(panels.back());
        joinCharts(plot, panels.front(), panels.back());
        grid->setRowStretchFactor(1, kLowerShare);
    }
    int place = 0;
    for (const Figure& panel : figure.panels)
        add(panel, place++, panel.title != panel.x.label);
    const double room = width > 0 ? width : plot.width();
    nameRowsOnce(panels, *grid, figures::columnsOf(figure), scale, room);
    if (const double names = addEndNames(plot, panels.front(), theme, scale); names > 0) {
        for (const Panel& panel : panels) {
            QMargins margins = panel.x->axisRect()->minimumMargins();
            margins.setRight(std::max(margins.right(), static_cast<int>(names)));
            panel.x->axisRect()->setMinimumMargins(margins);
        }
    }
    // What QCustomPlot takes for the axes where nobody names others.
    plot.xAxis = panels.front().x;
    plot.yAxis = panels.front().y;
    addLegend(plot, theme, scale,
              figure.panels.empty() ? legendOf(panels.front()) : namedGraphs(panels), room);
    addColours(plot, *panels.front().figure, theme, scale);
    addNotes(plot, figure, theme, scale, width);
    layout->simplify();
    return panels;
}

void settleLayout(QCustomPlot& plot, const QRect& room)
{
    plot.setViewport(room);
    for (const auto phase :
         {QCPLayoutElement::upPreparation, QCPLayoutElement::upMargins, QCPLayoutElement::upLayout})
        plot.plotLayout()->update(phase);
}

} // namespace rekindle::plots
