#include "tests/widgets/sample_figure.h"
#include "tests/widgets/window_driver.h"

#include "tests/support/result_macros.h"
#include "widgets/panels/export_dialog.h"
#include "widgets/plots/figure_export.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMessageBox>

#include <fstream>

using namespace rekindle;
namespace fs = std::filesystem;

/// The export dialog: what comes out is seen before, and what exists is asked for once.
class TestWindowExport : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;

    class Dialog
    {
    public:
        explicit Dialog(const fs::path& file)
            : m_dialog(test::sampleFigure(), bridge::qtPath(file.parent_path()))
        {
            m_dialog.open();
            m_dialog.findChild<QLineEdit*>(QStringLiteral("export-path"))
                ->setText(bridge::qtPath(file));
            QObject::connect(&m_dialog, &panels::ExportDialog::exported, [this] { ++m_exported; });
        }
        void save()
        {
            QTest::mouseClick(m_dialog.findChild<QPushButton*>(QStringLiteral("export-save")),
                              Qt::LeftButton);
        }
        [[nodiscard]] QMessageBox* question()
        {
            return m_dialog.findChild<QMessageBox*>(QStringLiteral("export-question"));
        }
        [[nodiscard]] int exported() const { return m_exported; }
        [[nodiscard]] panels::ExportDialog& widget() { return m_dialog; }

    private:
        panels::ExportDialog m_dialog;
        int m_exported = 0;
    };

private Q_SLOTS:
    void initTestCase() { test::useOwnHome(m_home); }

    /// A picture beside the numbers of the same figure is nobody's loss.
    void anotherFormatOfTheSameFigureIsNotAsked()
    {
        RK_VERIFY_OK(plots::exportFigure(test::sampleFigure(), m_home / "same.pdf"));
        Dialog dialog(m_home / "same.png");
        dialog.save();
        QVERIFY(dialog.question() == nullptr);
        QCOMPARE(dialog.exported(), 1);
        QVERIFY(fs::exists(m_home / "same.png"));
    }

    void pictureAndNumbersAreAskedForTogether()
    {
        for (const char* name : {"old.pdf", "old.csv"})
            std::ofstream(m_home / name) << "mine";
        Dialog dialog(m_home / "old.pdf");
        dialog.save();
        QMessageBox* question = dialog.question();
        QVERIFY(question != nullptr);
        QVERIFY2(question->text().contains(u"old.pdf, old.csv"), qPrintable(question->text()));
        QCOMPARE(dialog.exported(), 0);
        QCOMPARE(fs::file_size(m_home / "old.pdf"), std::uintmax_t{4});
        QTest::mouseClick(question->findChild<QPushButton*>(QStringLiteral("export-replace")),
                          Qt::LeftButton);
        QVERIFY(test::patiently([&] { return dialog.exported() == 1; }, 5000));
        QVERIFY(fs::file_size(m_home / "old.pdf") > 500 && fs::file_size(m_home / "old.csv") > 40);
    }

    void theSizeOnPaperIsSeen()
    {
        Dialog dialog(m_home / "a.pdf");
        auto* preview = dialog.widget().findChild<QLabel*>(QStringLiteral("export-preview"));
        auto* size = dialog.widget().findChild<QLabel*>(QStringLiteral("export-size"));
        QVERIFY(test::patiently([&] { return !preview->pixmap().isNull(); }, 5000));
        QCOMPARE(size->text(), QStringLiteral("89.0 × 59.3 mm"));
        // In true size: as many dots as the screen has on 89 mm.
        const double dots = 89 / 25.4 * dialog.widget().logicalDpiX();
        QVERIFY(std::abs(preview->pixmap().width() - dots) <= 1);
        dialog.widget().findChild<QDoubleSpinBox*>(QStringLiteral("export-width"))->setValue(60);
        QVERIFY(test::patiently([&] { return size->text() == u"60.0 × 40.0 mm"; }, 5000));
        QVERIFY(preview->pixmap().width() < dots);
    }

    void aMessageLeavesTheFormItsRoom()
    {
        Dialog dialog(m_home / "no-such-folder-at-all" / "a.bmp");
        QTest::qWait(200);
        auto* width = dialog.widget().findChild<QDoubleSpinBox*>(QStringLiteral("export-width"));
        const QRect before = width->geometry();
        const int high = dialog.widget().height();
        dialog.save();
        auto* message = dialog.widget().findChild<QLabel*>(QStringLiteral("export-message"));
        QVERIFY(test::patiently([&] { return message->isVisible(); }, 2000));
        QTest::qWait(50);
        QCOMPARE(width->geometry().size(), before.size());
        QVERIFY(message->height() >= message->heightForWidth(message->width()));
        QVERIFY(dialog.widget().height() >= high);
    }
};

QTEST_MAIN(TestWindowExport)
#include "tst_window_export.moc"
