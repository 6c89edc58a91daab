#include "widgets/plots/figure_export.h"

#include "core/base/text.h"
#include "core/figures/figure_csv.h"
#include "core/storage/atomic_write.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/plots/figure_drawing.h"

#include <QBuffer>
#include <QImage>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

namespace rekindle::plots {
namespace {

namespace fs = std::filesystem;
constexpr double kMmPerInch = 25.4;
constexpr int kVectorDpi = 720; ///< ten units a point

struct Page {
    int width = 0, height = 0; ///< device units
    PlotScale scale;
    QLocale locale;
};

/// A row of a map has room for its name, up to a page's height; of a picture as wide as high; of
/// panels three quarters of the width of each.
double usualHeightMm(const figures::Figure& figure, const ExportSettings& settings)
{
    constexpr double kMost = 230, kPointMm = 25.4 / 72, kAround = 12;
    if (figure.panels.empty() && figure.strips.empty() && figure.tiles.empty())
        return settings.widthMm * 2 / 3;
    if (!figure.tiles.empty())
        return std::min(settings.widthMm, kMost);
    const int columns = figures::columnsOf(figure);
    const auto count = static_cast<int>(std::max<std::size_t>(1, figure.panels.size()));
    const int rows = (count + columns - 1) / columns;
    const figures::Figure& content = figure.panels.empty() ? figure : figure.panels.front();
    const double line = settings.textPoints * kPointMm;
    const double each = content.strips.empty()
                            ? settings.widthMm / columns * (columns == 1 ? 0.5 : 0.75)
                            : static_cast<double>(content.strips.size()) * line * 1.2 + 3 * line;
    return std::clamp(rows * each + kAround + 3 * line, settings.widthMm / 3, kMost);
}

Page pageAt(const figures::Figure& figure, const ExportSettings& settings, double dpi)
{
    const double height = heightMm(figure, settings);
    Page page;
    page.width = static_cast<int>(std::lround(settings.widthMm / kMmPerInch * dpi));
    page.height = static_cast<int>(std::lround(height / kMmPerInch * dpi));
    page.scale.unit = dpi / 72;
    page.scale.textPoints = settings.textPoints;
    page.scale.paper = true;
    page.locale = settings.locale;
    return page;
}

void paint(const figures::Figure& figure, const Page& page, QPaintDevice& device, bool vector)
{
    QCustomPlot plot;
    plot.setLocale(page.locale);
    plot.setPlottingHints(QCP::phNone);
    plot.setAntialiasedElements(QCP::aeAll);
    drawFigure(plot, figure, paperTheme(), page.scale, page.width);
    settleLayout(plot, QRect(0, 0, page.width, page.height));
    QCPPainter painter;
    painter.begin(&device);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.setMode(QCPPainter::pmVectorized, vector);
    plot.toPainter(&painter, page.width, page.height);
    painter.end();
}

Result<QByteArray> pdfBytes(const figures::Figure& figure, const ExportSettings& settings)
{
    const Page page = pageAt(figure, settings, kVectorDpi);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(kVectorDpi);
        writer.setPageMargins(QMarginsF());
        writer.setPageSize(QPageSize(QSizeF(page.width, page.height) / kVectorDpi * kMmPerInch,
                                     QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
        writer.setTitle(bridge::qt(figure.title));
        writer.setCreator(QStringLiteral("Rekindle"));
        paint(figure, page, writer, true);
    }
    return buffer.data();
}

Result<QByteArray> svgBytes(const figures::Figure& figure, const ExportSettings& settings)
{
    const Page page = pageAt(figure, settings, kVectorDpi);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setResolution(kVectorDpi);
        generator.setSize(QSize(page.width, page.height));
        generator.setViewBox(QRect(0, 0, page.width, page.height));
        generator.setTitle(bridge::qt(figure.title));
        generator.setDescription(bridge::qt(figure.summary));
        paint(figure, page, generator, true);
    }
    return buffer.data();
}

Result<QByteArray> pngBytes(const figures::Figure& figure, const ExportSettings& settings)
{
    const Page page = pageAt(figure, settings, settings.dpi);
    QImage image(page.width, page.height, QImage::Format_RGB32);
    if (image.isNull())
        return fail(ErrorKind::Memory, "There is not enough memory for a picture of this size", {},
                    "Choose fewer dots per inch or a smaller width.");
    image.fill(paperTheme().background);
    const int perMetre = static_cast<int>(std::lround(settings.dpi / kMmPerInch * 1000));
    image.setText(QStringLiteral("Title"), bridge::qt(figure.title));
    image.setText(QStringLiteral("Description"), bridge::qt(figure.caption));
    paint(figure, page, image, false);
    image.setDotsPerMeterX(perMetre);
    image.setDotsPerMeterY(perMetre);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return fail(ErrorKind::Internal, "The picture could not be made");
    return buffer.data();
}

Result<void> checkSize(const ExportSettings& settings)
{
    const auto within = [](double value, double low, double high) {
        return value >= low && value <= high;
    };
    if (!within(settings.widthMm, 20, 1000))
        return fail(ErrorKind::Usage, "A figure is 20 to 1000 mm wide",
                    text::number(settings.widthMm), "Journals ask for 89, 136 or 183 mm.");
    if (settings.heightMm != 0 && !within(settings.heightMm, 20, 1000))
        return fail(ErrorKind::Usage, "A figure is 20 to 1000 mm high",
                    text::number(settings.heightMm));
    if (!within(settings.textPoints, 4, 40) || !within(settings.dpi, 72, 1200))
        return fail(ErrorKind::Usage, "Text has 4 to 40 points and a picture 72 to 1200 dots an "
                                      "inch");
    return {};
}

Result<void> writeFile(const fs::path& file, const QByteArray& bytes, storage::Existing existing)
{
    return storage::atomicWrite(
        file, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())),
        existing);
}

bool holds(const fs::path& file, const std::string& text)
{
    std::error_code code;
    if (fs::symlink_status(file, code).type() != fs::file_type::regular ||
        fs::file_size(file, code) != text.size())
        return false;
    std::ifstream stream(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {}) == text;
}

} // namespace

double heightMm(const figures::Figure& figure, const ExportSettings& settings)
{
    return settings.heightMm > 0 ? settings.heightMm : usualHeightMm(figure, settings);
}

double usualWidthMm(const figures::Figure& figure)
{
    const bool wide = figure.panels.size() > 1 || !figure.strips.empty() ||
                      (!figure.panels.empty() && !figure.panels.front().strips.empty());
    return wide ? 183 : 89;
}

std::vector<fs::path> inTheWay(const figures::Figure& figure, const fs::path& file,
                               const ExportSettings& settings)
{
    std::vector<fs::path> files;
    std::error_code code;
    if (fs::exists(fs::symlink_status(file, code)))
        files.push_back(file);
    const fs::path csv = csvBeside(file);
    if (settings.withCsv && fs::exists(fs::symlink_status(csv, code)) &&
        !holds(csv, figures::toCsv(figure)))
        files.push_back(csv);
    return files;
}

QImage previewFigure(const figures::Figure& figure, const ExportSettings& settings, double dpi,
                     QSize room)
{
    const Page real = pageAt(figure, settings, dpi);
    const double shrink = std::min({1.0, static_cast<double>(room.width()) / real.width,
                                    static_cast<double>(room.height()) / real.height});
    const Page page = pageAt(figure, settings, dpi * shrink);
    if (!checkSize(settings) || page.width < 1 || page.height < 1)
        return {};
    QImage image(page.width, page.height, QImage::Format_RGB32);
    image.fill(paperTheme().background);
    paint(figure, page, image, false);
    return image;
}

fs::path csvBeside(const fs::path& file)
{
    fs::path csv = file;
    csv.replace_extension(".csv");
    return csv;
}

Result<void> exportFigure(const figures::Figure& figure, const fs::path& file,
                          const ExportSettings& settings)
{
    RK_CHECK(checkSize(settings));
    const std::string ending = text::lower(file.extension().string());
    const auto existing = settings.replace ? storage::Existing::Replace : storage::Existing::Refuse;
    const fs::path csv = csvBeside(file);
    if (!settings.replace) {
        for (const fs::path& other : inTheWay(figure, file, settings))
            return fail(ErrorKind::Usage, "A file of this name exists already", other.string(),
                        "Choose another name, or allow replacing it.");
    }
    Result<QByteArray> bytes = fail(ErrorKind::Usage, "Figures are written as PDF, SVG or PNG",
                                    file.string(), "End the name in .pdf, .svg or .png.");
    if (ending == ".pdf")
        bytes = pdfBytes(figure, settings);
    else if (ending == ".svg")
        bytes = svgBytes(figure, settings);
    else if (ending == ".png")
        bytes = pngBytes(figure, settings);
    if (!bytes)
        return fail(bytes.error());
    RK_CHECK(writeFile(file, *bytes, existing));
    if (settings.withCsv && !holds(csv, figures::toCsv(figure)))
        RK_CHECK(storage::atomicWrite(csv, figures::toCsv(figure), existing));
    return {};
}

} // namespace rekindle::plots
