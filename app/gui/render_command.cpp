#include "app/gui/render_command.h"

#include "core/base/json.h"
#include "widgets/plots/figure_export.h"

#include <QLocale>

namespace rekindle::gui {

Result<void> renderFigure(const Arguments& arguments)
{
    QLocale::setDefault(QLocale::c()); // numbers with a point, as in the CSV beside it
    RK_TRY(const Json json, readJsonFile(arguments.render));
    RK_TRY(const auto figure, figures::figureFromJson(json, arguments.render.string()));
    plots::ExportSettings settings;
    settings.widthMm = arguments.widthMm > 0 ? arguments.widthMm : plots::usualWidthMm(figure);
    settings.textPoints = arguments.textPoints;
    settings.withCsv = false;
    settings.replace = true;
    return plots::exportFigure(figure, arguments.output, settings);
}

} // namespace rekindle::gui
