#include "tests/widgets/shipped_result.h"
#include "tests/widgets/window_driver.h"

#include "widgets/bridge/recent_studies.h"
#include "widgets/bridge/shown_number.h"
#include "widgets/plots/figure_view.h"
#include "widgets/plots/role_colour.h"

#include <QClipboard>
#include <QTabWidget>
#include <QTableView>

#include <cmath>

using namespace rekindle;
using panels::Step;

namespace {

double luminance(const QColor& colour)
{
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) +
           0.0722 * part(colour.blueF());
}

/// As WCAG 2 defines it.
double contrast(const QColor& a, const QColor& b)
{
    const double light = std::max(luminance(a), luminance(b));
    return (light + 0.05) / (std::min(luminance(a), luminance(b)) + 0.05);
}

} // namespace

/// The page Compare of the finished example: the answer first, said once, and one table of numbers.
class TestWindowAnswer : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;

    static bool openExample(test::WindowDriver& driver)
    {
        const auto example = bridge::finishedExample();
        if (!example)
            return false;
        driver.window().resize(1280, 800);
        driver.window().controller().openFolder(*example, Step::Compare);
        auto* figure = driver.find<plots::FigureView>("compare-figure");
        return test::patiently([&] { return figure->figure().series.size() >= 2; }) &&
               test::patiently([&] { return !driver.window().loading(); });
    }

private Q_SLOTS:
    void initTestCase() { test::useOwnHome(m_home); }

    void theAnswerComesFirst()
    {
        test::WindowDriver driver;
        QVERIFY(openExample(driver));
        QCOMPARE(driver.find<QLabel>("verdict")->text(),
                 QStringLiteral("P2X, which starts from your weights, scored higher than P1X."));
        const test::ShippedResult shipped = test::shippedResult();
        const auto text = &test::ShippedResult::text;
        QCOMPARE(driver.find<QLabel>("verdict-p1x-value")->text(),
                 text(shipped.p1x) + QStringLiteral(" %"));
        QCOMPARE(driver.find<QLabel>("verdict-p2x-value")->text(),
                 text(shipped.p2x) + QStringLiteral(" %"));
        QCOMPARE(driver.find<QLabel>("verdict-difference-value")->text(),
                 u'+' + text(shipped.p2x - shipped.p1x) + QStringLiteral(" points"));
        auto* value = driver.find<QLabel>("verdict-p2x-value");
        QCOMPARE(value->accessibleName(), QStringLiteral("P2X: %1 %").arg(text(shipped.p2x)));
        QVERIFY(value->fontMetrics().height() >
                2 * driver.find<QLabel>("verdict-details")->fontMetrics().height());
        QCOMPARE(value->palette().color(QPalette::WindowText),
                 plots::roleColour(figures::Role::P2x));
        auto* figure = driver.find<plots::FigureView>("compare-figure");
        QVERIFY(value->mapTo(&driver.window(), QPoint()).y() <
                figure->mapTo(&driver.window(), QPoint()).y());
        QVERIFY(figure->figure().below != nullptr);
    }

    /// What the numbers say stands in one place.
    void itIsSaidOnce()
    {
        test::WindowDriver driver;
        QVERIFY(openExample(driver));
        const test::ShippedResult shipped = test::shippedResult();
        const QString score = test::ShippedResult::text(shipped.p2x);
        int said = 0;
        for (const QLabel* label : driver.page()->findChildren<QLabel*>())
            said += label->isVisible() ? static_cast<int>(label->text().count(score)) : 0;
        // Large, and as the balanced accuracy among the details.
        QCOMPARE(said, 2);
        QVERIFY(!driver.find<QLabel>("compare-reading")
                     ->text()
                     .contains(test::ShippedResult::text(shipped.p2x - shipped.p1x)));
        QVERIFY(driver.click("copy-caption"));
        const QString caption = QGuiApplication::clipboard()->text();
        QVERIFY(caption.contains(score + QStringLiteral(" ± ") +
                                 test::ShippedResult::text(shipped.p2xSpread)) &&
                caption.contains(u"Sample images"));
    }

    void oneTableHoldsTheNumbers()
    {
        test::WindowDriver driver;
        QVERIFY(openExample(driver));
        auto* tabs = driver.find<QTabWidget>("compare-tabs");
        auto* table = driver.find<QTableView>("compare-points");
        QCOMPARE(tabs->currentIndex(), 0);
        driver.press(QKeyCombination(Qt::ControlModifier, Qt::Key_T));
        QVERIFY(table->isVisible());
        QVERIFY(!driver.find<plots::FigureView>("compare-figure")->showsTable());
        int tables = 0;
        for (const QTableView* one : driver.page()->findChildren<QTableView*>())
            tables += one->isVisible() ? 1 : 0;
        QCOMPARE(tables, 1);
        const auto* model = table->model();
        QVERIFY(model->rowCount() >= 5); // three passes, and other measures
        static const QRegularExpression kOne(QStringLiteral("^[+−]?\\d+\\.\\d( ± \\d+\\.\\d)?$"));
        for (int row = 0; row < model->rowCount(); ++row) {
            for (const int column : {2, 3, 4}) {
                const QString text = model->index(row, column).data().toString();
                QVERIFY2(kOne.match(text).hasMatch(), qPrintable(text));
            }
        }
        driver.press(QKeyCombination(Qt::ControlModifier, Qt::Key_T));
        QCOMPARE(tabs->currentIndex(), 0);
    }

    /// All passes planned from the start, each step thin, the median over it, and what was kept.
    void theLossChartTellsItsSteps()
    {
        test::WindowDriver driver;
        QVERIFY(openExample(driver));
        driver.window().showStep(Step::Pretrain);
        auto* figure = driver.find<plots::FigureView>("pretrain-figure");
        QVERIFY(test::patiently([&] { return figure->figure().series.size() >= 2; }));
        const figures::Figure& shown = figure->figure();
        QCOMPARE(shown.x.max, 20.0);
        QVERIFY(shown.series[0].ends == figures::Ends::Band && !shown.series[0].low.empty());
        QVERIFY(shown.namesAtEnds);
        // Under the pointer, for both runs at once.
        QWidget* plot = nullptr;
        for (QWidget* child : figure->findChildren<QWidget*>()) {
            if (child->accessibleName() == u"Chart")
                plot = child;
        }
        QVERIFY(plot != nullptr);
        QTest::mouseMove(plot, QPoint(plot->width() / 2, 30));
        QVERIFY(test::patiently([&] { return figure->readOut().count(u'\n') == 2; }, 2000));
        QVERIFY(figure->readOut().contains(u"P1X") && figure->readOut().contains(u"P2X"));
    }

    /// Words in the colour of a curve can be read, and its line be seen, on both grounds.
    void coloursCanBeTold()
    {
        using figures::Role;
        const QColor ground = look::colours().surface;
        for (const Role role : {Role::P1x, Role::P2x, Role::P2xUnrepaired, Role::NoSecondStage,
                                Role::RandomStart, Role::Before, Role::After, Role::Difference})
            QVERIFY2(contrast(plots::roleColour(role), ground) >= 4.5,
                     std::string(figures::roleName(role)).c_str());
    }

    void numbersAreWrittenInOneWay()
    {
        QCOMPARE(bridge::fixedNumber(-1.25, 1), QStringLiteral("−1.3"));
        QCOMPARE(bridge::fixedNumber(-0.04, 1), QStringLiteral("0.0"));
        QCOMPARE(bridge::signedNumber(2.0, 1), QStringLiteral("+2.0"));
        QCOMPARE(bridge::signedNumber(-2.0, 1), QStringLiteral("−2.0"));
        QCOMPARE(bridge::decimalsFor({5, 20}), 0);
        QCOMPARE(bridge::decimalsFor({20, 60.25}), 2);
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(bridge::fixedNumber(-1.5, 1), QStringLiteral("−1,5"));
        QCOMPARE(bridge::withShownNumbers(QStringLiteral("chance 14.3 %")),
                 QStringLiteral("chance 14,3 %"));
        QCOMPARE(bridge::withShownNumbers(QStringLiteral("from -3 to P-1")),
                 QStringLiteral("from −3 to P-1"));
        QLocale::setDefault(QLocale::c());
    }
};

QTEST_MAIN(TestWindowAnswer)
#include "tst_window_answer.moc"
