#include "tests/widgets/sample_figure.h"

#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"
#include "widgets/plots/figure_export.h"

#include <QtTest/QtTest>

#include <QImage>
#include <QProcess>
#include <QRegularExpression>

#include <fstream>

using namespace rekindle;
namespace fs = std::filesystem;

/// Figures on paper: exact size, text as text, the same bytes for the same figure, numbers beside.
class TestFigureExport : public QObject
{
    Q_OBJECT

    static QByteArray bytesOf(const fs::path& file)
    {
        QFile in(QString::fromStdString(file.string()));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

private Q_SLOTS:
    void svgHasItsSizeItsTextAndNoDate()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(plots::exportFigure(test::sampleFigure(), folder / "a.svg"));
        RK_VERIFY_OK(plots::exportFigure(test::sampleFigure(), folder / "b.svg"));
        const QByteArray svg = bytesOf(folder / "a.svg");
        QCOMPARE(svg, bytesOf(folder / "b.svg"));
        QVERIFY(svg.contains("width=\"89"));
        const auto width = QRegularExpression(QStringLiteral("width=\"([0-9.]+)mm\""))
                               .match(QString::fromUtf8(svg));
        QVERIFY(width.hasMatch());
        QVERIFY(std::abs(width.captured(1).toDouble() - 89) < 0.1);
        QVERIFY(svg.contains("Liberation Sans"));
        for (const char* text : {">P1X<", ">P2X<", ">Accuracy (%)<", ">Pretraining pass<",
                                 ">chance 20 %<", ">Sample images.<"})
            QVERIFY2(svg.contains(text), text);
        QVERIFY(svg.contains("#d55e00") && svg.contains("#0072b2"));
        const QByteArray year = QByteArray::number(QDate::currentDate().year());
        QVERIFY(!svg.contains(year));
    }

    void pdfIsVectorAtItsExactSize()
    {
        const test::TempFolder folder;
        plots::ExportSettings settings;
        settings.widthMm = 183;
        settings.heightMm = 100;
        RK_VERIFY_OK(plots::exportFigure(test::sampleFigure(), folder / "a.pdf", settings));
        const QByteArray pdf = bytesOf(folder / "a.pdf");
        QVERIFY(pdf.startsWith("%PDF-1."));
        const auto box =
            QRegularExpression(
                QStringLiteral("/MediaBox \\[0(?:\\.0*)? 0(?:\\.0*)? ([0-9.]+) ([0-9.]+)"))
                .match(QString::fromLatin1(pdf));
        QVERIFY(box.hasMatch());
        QVERIFY(std::abs(box.captured(1).toDouble() - 183 / 25.4 * 72) < 0.5);
        QVERIFY(std::abs(box.captured(2).toDouble() - 100 / 25.4 * 72) < 0.5);
        QVERIFY(pdf.contains("LiberationSans"));
        QVERIFY(!pdf.contains("/Subtype /Image"));
    }

    void pngHasItsDotsAndNothingRunsOffThePage()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(plots::exportFigure(test::sampleFigure(), folder / "a.png"));
        const QImage image(QString::fromStdString((folder / "a.png").string()));
        QCOMPARE(image.width(), 1051);
        QVERIFY(std::abs(image.dotsPerMeterX() - 11811) <= 1);
        int ink = 0;
        for (int x = 0; x < image.width(); ++x) {
            ink += image.pixelColor(x, 0) != QColor(Qt::white) ? 1 : 0;
            ink += image.pixelColor(x, image.height() - 1) != QColor(Qt::white) ? 1 : 0;
        }
        for (int y = 0; y < image.height(); ++y) {
            ink += image.pixelColor(0, y) != QColor(Qt::white) ? 1 : 0;
            ink += image.pixelColor(image.width() - 1, y) != QColor(Qt::white) ? 1 : 0;
        }
        QCOMPARE(ink, 0);
    }

    void numbersStandBeside()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(plots::exportFigure(test::sampleFigure(), folder / "a.pdf"));
        const QByteArray csv = bytesOf(folder / "a.csv");
        QCOMPARE(csv, QByteArray::fromStdString(figures::toCsv(test::sampleFigure())));
        QVERIFY(csv.contains("P2X,10,60.25,59,61.5"));
    }

    void refusesAndLeavesNothing()
    {
        const test::TempFolder folder;
        RK_VERIFY_FAILS(ErrorKind::Usage,
                        plots::exportFigure(test::sampleFigure(), folder / "a.bmp"));
        plots::ExportSettings wide;
        wide.widthMm = 5000;
        RK_VERIFY_FAILS(ErrorKind::Usage,
                        plots::exportFigure(test::sampleFigure(), folder / "a.pdf", wide));
        QVERIFY(fs::is_empty(folder.path()));
        std::ofstream(folder / "b.pdf") << "mine";
        RK_VERIFY_FAILS(ErrorKind::Usage,
                        plots::exportFigure(test::sampleFigure(), folder / "b.pdf"));
        QCOMPARE(bytesOf(folder / "b.pdf"), QByteArray("mine"));
        plots::ExportSettings replace;
        replace.replace = true;
        RK_VERIFY_OK(plots::exportFigure(test::sampleFigure(), folder / "b.pdf", replace));
        QVERIFY(bytesOf(folder / "b.pdf").startsWith("%PDF"));
    }

    void theProgramDrawsWithoutADisplay()
    {
        const test::TempFolder folder;
        std::ofstream(folder / "f.json") << dumpJson(figures::toJson(test::sampleFigure()));
        std::ofstream(folder / "bad.json") << "{";
        const QString program = QStringLiteral(REKINDLE_BIN_DIR "/rekindle");
        const auto run = [&](const QStringList& arguments, QByteArray* errors = nullptr) {
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
                environment.remove(QString::fromLatin1(name));
            process.setProcessEnvironment(environment);
            process.start(program, arguments);
            if (!process.waitForFinished(30000))
                return -1;
            if (errors != nullptr)
                *errors = process.readAllStandardError();
            return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        };
        const auto path = [&](const char* name) {
            return QString::fromStdString((folder / name).string());
        };
        QCOMPARE(run({"--render", path("f.json"), "--output", path("f.svg")}), 0);
        QVERIFY(bytesOf(folder / "f.svg").contains(">P2X<"));
        QByteArray said;
        QCOMPARE(run({"--render", path("bad.json"), "--output", path("g.svg")}, &said), 3);
        QVERIFY2(said.contains("rekindle: ") && said.contains("bad.json"), said.constData());
        QCOMPARE(run({"--render", path("none.json"), "--output", path("g.svg")}), 3);
        QCOMPARE(run({"--render", path("f.json"), "--output", path("g.tiff")}), 2);
        QCOMPARE(run({"--render", path("f.json")}), 2);
        QVERIFY(!fs::exists(folder / "g.svg"));
    }
};

QTEST_MAIN(TestFigureExport)
#include "tst_figure_export.moc"
