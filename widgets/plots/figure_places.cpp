#include "widgets/plots/figure_places.h"

#include "widgets/bridge/core_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/shown_number.h"
#include "widgets/plots/figure_view.h"
#include "widgets/plots/read_out.h"

#include <cmath>

namespace rekindle::plots {
namespace {

using bridge::qt;

QString cellText(const figures::Figure& figure, const figures::Strip& strip, std::size_t cell)
{
    if (cell < strip.notes.size())
        return FigureView::tr("%1 — %2").arg(qt(strip.name), bridge::coreText(strip.notes[cell]));
    const double value = strip.values[cell];
    const std::string& unit = figure.colours.unit;
    return FigureView::tr("%1 — %2 %3 to %4: %5")
        .arg(qt(strip.name), qt(figure.x.label), bridge::shortNumber(strip.edges[cell]),
             bridge::shortNumber(strip.edges[cell + 1]),
             std::isnan(value) ? FigureView::tr("nothing")
             : unit.empty()    ? bridge::shortNumber(value)
                               : bridge::shortNumber(value) + u' ' + qt(unit));
}

} // namespace

const figures::Figure& contentOf(const figures::Figure& figure, std::size_t panel)
{
    if (!figure.panels.empty())
        return figure.panels[panel];
    return panel > 0 ? *figure.below : figure;
}

std::vector<RowPlace> rowsOf(const figures::Figure& figure)
{
    std::vector<RowPlace> rows;
    const std::size_t charts = figure.below ? 2 : 1;
    const std::size_t panels = figure.panels.empty() ? charts : figure.panels.size();
    for (std::size_t panel = 0; panel < panels; ++panel) {
        const figures::Figure& content = contentOf(figure, panel);
        const std::size_t count = !content.strips.empty()  ? content.strips.size()
                                  : !content.tiles.empty() ? 1
                                                           : content.series.size();
        for (std::size_t row = 0; row < count; ++row)
            rows.push_back({panel, row});
    }
    return rows;
}

std::size_t lengthOf(const figures::Figure& figure, RowPlace row)
{
    const figures::Figure& content = contentOf(figure, row.panel);
    return !content.strips.empty()  ? content.strips[row.row].values.size()
           : !content.tiles.empty() ? content.tiles.size()
                                    : content.series[row.row].y.size();
}

QString nameOf(const figures::Figure& figure, RowPlace row)
{
    const figures::Figure& content = contentOf(figure, row.panel);
    return qt(!content.strips.empty()  ? content.strips[row.row].name
              : !content.tiles.empty() ? content.title
                                       : content.series[row.row].name);
}

QString textAt(const figures::Figure& figure, RowPlace row, std::size_t point)
{
    const figures::Figure& content = contentOf(figure, row.panel);
    if (!content.strips.empty())
        return cellText(content, content.strips[row.row], point);
    if (!content.tiles.empty())
        return FigureView::tr("%1 — %2").arg(bridge::coreText(content.tiles[point].name),
                                             bridge::coreText(content.tiles[point].note));
    return pointText(content, content.series[row.row], point);
}

} // namespace rekindle::plots
