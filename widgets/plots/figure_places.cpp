#include "widgets/plots/figure_places.h"

#include "widgets/bridge/qt_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace rekindle::plots {
namespace {

using bridge::qt;

/// Under a context of its own, where translators find it.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(FigurePlaces)
};

QString number(double value)
{
    return QLocale().toString(value, 'g', 4);
}

QString withUnit(double value, const std::string& unit)
{
    return unit.empty() ? number(value) : number(value) + u' ' + qt(unit);
}

QString pointText(const figures::Figure& figure, const figures::Series& row, std::size_t point)
{
    QString text = Words::tr("%1 — %2 %3: %4")
                       .arg(qt(row.name), qt(figure.x.label), withUnit(row.x[point], figure.x.unit),
                            withUnit(row.y[point], figure.y.unit));
    if (point < row.low.size() && point < row.high.size())
        text += Words::tr(" (%1 to %2)").arg(number(row.low[point]), number(row.high[point]));
    return text;
}

QString cellText(const figures::Figure& figure, const figures::Strip& strip, std::size_t cell)
{
    if (cell < strip.notes.size())
        return Words::tr("%1 — %2").arg(qt(strip.name), qt(strip.notes[cell]));
    const double value = strip.values[cell];
    return Words::tr("%1 — %2 %3 to %4: %5")
        .arg(qt(strip.name), qt(figure.x.label), number(strip.edges[cell]),
             number(strip.edges[cell + 1]),
             std::isnan(value) ? Words::tr("nothing") : withUnit(value, figure.colours.unit));
}

} // namespace

const figures::Figure& contentOf(const figures::Figure& figure, std::size_t panel)
{
    return figure.panels.empty() ? figure : figure.panels[panel];
}

std::vector<RowPlace> rowsOf(const figures::Figure& figure)
{
    std::vector<RowPlace> rows;
    const std::size_t panels = figure.panels.empty() ? 1 : figure.panels.size();
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
        return Words::tr("%1 — %2").arg(qt(content.tiles[point].name),
                                        qt(content.tiles[point].note));
    return pointText(content, content.series[row.row], point);
}

} // namespace rekindle::plots
