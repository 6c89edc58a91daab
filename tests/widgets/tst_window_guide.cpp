#include "tests/widgets/window_driver.h"

#include "app/gui/guide_browser.h"
#include "app/gui/guide_dialog.h"

#include <QDialog>
#include <QListWidget>
#include <QRegularExpression>
#include <QTextBlock>

using namespace rekindle;
using panels::Step;

/// The guide that is inside the program: it opens where the user is, and nothing it names is
/// missing.
class TestWindowGuide : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;

    static QString top(const gui::GuideBrowser& text)
    {
        return text.cursorForPosition(QPoint(5, 12)).block().text();
    }

    static QStringList linksOf(const gui::GuideBrowser& text)
    {
        QStringList links;
        for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next()) {
            for (auto part = block.begin(); !part.atEnd(); ++part) {
                if (part.fragment().charFormat().isAnchor())
                    links << part.fragment().charFormat().anchorHref();
            }
        }
        return links;
    }

    static QList<QTextImageFormat> picturesOf(const gui::GuideBrowser& text)
    {
        QList<QTextImageFormat> pictures;
        for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next()) {
            for (auto part = block.begin(); !part.atEnd(); ++part) {
                if (part.fragment().charFormat().isImageFormat())
                    pictures << part.fragment().charFormat().toImageFormat();
            }
        }
        return pictures;
    }

    static bool hasSection(const gui::GuideBrowser& text, const QString& anchor)
    {
        const auto sections = text.sections();
        return std::any_of(sections.begin(), sections.end(),
                           [&](const auto& section) { return section.second == anchor; });
    }

private Q_SLOTS:
    void initTestCase() { test::useOwnHome(m_home); }

    void opensAtThePageFromF1()
    {
        test::WindowDriver driver;
        QVERIFY(driver.click("rail-repair"));
        driver.press(QKeyCombination(Qt::NoModifier, Qt::Key_F1));
        QVERIFY(driver.click("open-guide"));
        auto* text = driver.find<gui::GuideBrowser>("guide-text");
        QVERIFY(text != nullptr && text->isVisible());
        QVERIFY2(test::patiently([&] { return top(*text) == u"Repair"; }, 2000),
                 qPrintable(top(*text)));
        auto* sections = driver.find<QListWidget>("guide-sections");
        QCOMPARE(sections->currentItem()->text(), QStringLiteral("Repair"));
        sections->setCurrentRow(sections->currentRow() + 1);
        QCOMPARE(top(*text), QStringLiteral("Pretrain"));
        auto* search = driver.find<QLineEdit>("guide-search");
        search->setText(QStringLiteral("Nearest neighbours"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(text->textCursor().selectedText(), QStringLiteral("Nearest neighbours"));
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(test::patiently([&] { return driver.find<QDialog>("guide") == nullptr; }, 2000));
    }

    /// Every page has its section, every link a place it leads to, every picture its size.
    void nothingItNamesIsMissing()
    {
        for (const Step step : {Step::Study, Step::Images, Step::Weights, Step::Inspect,
                                Step::Repair, Step::Pretrain, Step::Score, Step::Compare}) {
            const gui::GuideDialog dialog(step);
            QVERIFY(dialog.findChild<QListWidget*>()->currentItem() != nullptr);
        }
        gui::GuideBrowser text;
        text.resize(700, 500);
        text.show();
        QStringList pages{QStringLiteral("guide.md")};
        for (qsizetype at = 0; at < pages.size(); ++at) {
            text.go(pages[at]);
            QVERIFY2(text.sections().size() > 1, qPrintable(pages[at]));
            for (const QTextImageFormat& picture : picturesOf(text)) {
                // A page as wide as there is room, a dialog as it is.
                const QImage whole(QStringLiteral(REKINDLE_SOURCE_DIR "/docs/") + picture.name());
                QVERIFY2(!whole.isNull() && picture.width() >= std::min(whole.width(), 501) &&
                             picture.width() <= text.viewport()->width(),
                         qPrintable(picture.name()));
            }
            for (const QString& link : linksOf(text)) {
                const QString page = link.section(u'#', 0, 0);
                if (page.isEmpty())
                    QVERIFY2(hasSection(text, link.mid(1)), qPrintable(pages[at] + link));
                else if (!pages.contains(page))
                    pages << page;
            }
        }
        QCOMPARE(pages.size(), 4);
    }
};

QTEST_MAIN(TestWindowGuide)
#include "tst_window_guide.moc"
