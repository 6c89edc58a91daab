#include "tests/widgets/sample_figure.h"

#include "widgets/look/look.h"
#include "widgets/plots/figure_view.h"

#include <QtTest/QtTest>

#include <QAccessible>
#include <QApplication>
#include <QTableView>

using namespace rekindle;

/// A figure on the screen: drawn in its roles' colours, read out, walked with keys, shown as table.
class TestFigureView : public QObject
{
    Q_OBJECT

    static int pixelsOf(const QImage& image, const QColor& colour)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == colour ? 1 : 0;
        }
        return count;
    }

    static void showView(plots::FigureView& view)
    {
        view.resize(600, 400);
        view.setFigure(test::sampleFigure());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTest::qWait(50);
    }

private Q_SLOTS:
    void initTestCase() { look::apply(*qobject_cast<QApplication*>(QCoreApplication::instance())); }

    void drawsInTheColoursOfItsRoles()
    {
        plots::FigureView view;
        showView(view);
        const QImage image = view.grab().toImage();
        QVERIFY(pixelsOf(image, QColor(0xD55E00)) > 30);
        QVERIFY(pixelsOf(image, QColor(0x0072B2)) > 30);
        // A figure without P1X has none of its colour.
        figures::Figure alone = test::sampleFigure();
        alone.series.erase(alone.series.begin());
        view.setFigure(alone);
        QTest::qWait(50);
        QCOMPARE(pixelsOf(view.grab().toImage(), QColor(0xD55E00)), 0);
    }

    void cursorKeysWalkAlongThePoints()
    {
        plots::FigureView view;
        showView(view);
        view.setFocus();
        QSignalSpy spoken(&view, &plots::FigureView::readOutChanged);
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.readOut().contains(u"P1X"));
        QVERIFY(view.readOut().contains(u"20"));
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY2(view.readOut().contains(u"41.5"), qPrintable(view.readOut()));
        QVERIFY2(view.readOut().contains(u"40 to 43"), qPrintable(view.readOut()));
        QTest::keyClick(&view, Qt::Key_Down);
        QVERIFY2(view.readOut().contains(u"P2X") && view.readOut().contains(u"60.25"),
                 qPrintable(view.readOut()));
        QCOMPARE(spoken.count(), 3);
    }

    void hoveringReadsOut()
    {
        plots::FigureView view;
        showView(view);
        auto* plot = view.findChild<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
        for (QWidget* child : view.findChildren<QWidget*>()) {
            if (child->accessibleName() == u"Chart")
                plot = child;
        }
        QVERIFY(plot != nullptr);
        // Some place along the diagonal band of points must lie within reach of one.
        bool found = false;
        for (int x = 40; x < plot->width() && !found; x += 8) {
            for (int y = 20; y < plot->height() && !found; y += 8) {
                QTest::mouseMove(plot, QPoint(x, y));
                QCoreApplication::processEvents();
                found = view.readOut().contains(u"P2X");
            }
        }
        QVERIFY(found);
    }

    void theSameNumbersStandInTheTable()
    {
        plots::FigureView view;
        showView(view);
        QVERIFY(!view.showsTable());
        view.setShowsTable(true);
        auto* table = view.findChild<QTableView*>();
        QVERIFY(table != nullptr && table->isVisible());
        QCOMPARE(table->model()->rowCount(), 6);
        QCOMPARE(table->model()->index(4, 0).data().toString(), QStringLiteral("P2X"));
        QCOMPARE(table->model()->index(4, 2).data().toString(), QStringLiteral("60.25"));
        QCOMPARE(table->model()->headerData(2, Qt::Horizontal).toString(),
                 QStringLiteral("Accuracy (%)"));
    }

    void screenReadersHearAChart()
    {
        plots::FigureView view;
        showView(view);
        QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(access != nullptr);
        QCOMPARE(access->role(), QAccessible::Chart);
        QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Accuracy by pretraining pass"));
        QVERIFY(access->text(QAccessible::Description).contains(u"last 66 against 52"));
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(access->text(QAccessible::Value).contains(u"P1X"));
    }

    void anEmptyFigureShowsItsPlaceholder()
    {
        plots::FigureView view;
        view.setPlaceholder(QStringLiteral("Nothing yet."));
        view.setFigure({});
        view.resize(400, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.readOut().trimmed(), QString());
    }

    void oddNumbersDoNotCrash()
    {
        figures::Figure figure = test::sampleFigure();
        figure.series[0].y = {std::nan(""), std::numeric_limits<double>::infinity(), 1};
        figure.series[1].y.assign(3, 5.0);
        figure.y.logarithmic = true;
        figure.x.logarithmic = true;
        plots::FigureView view;
        view.setFigure(figure);
        view.resize(300, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTest::qWait(30);
        QVERIFY(!view.grab().isNull());
    }
};

QTEST_MAIN(TestFigureView)
#include "tst_figure_view.moc"
