#include "core/base/text.h"

#include <QtTest/QtTest>
#include <clocale>

using namespace rekindle;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations()
    {
        QCOMPARE(text::duration(12), std::string("less than a minute"));
        QCOMPARE(text::duration(720), std::string("12 min"));
        QCOMPARE(text::duration(24000), std::string("6 h 40 min"));
        QCOMPARE(text::duration(76 * 3600), std::string("3 days 4 h"));
        QCOMPARE(text::duration(-1), std::string("unknown"));
    }

    void byteCounts()
    {
        QCOMPARE(text::bytes(512), std::string("512 bytes"));
        QCOMPARE(text::bytes(98670019), std::string("94.1 MiB"));
        QCOMPARE(text::count(1234567), std::string("1,234,567"));
        QCOMPARE(text::count(999), std::string("999"));
        QCOMPARE(text::count(1, "image"), std::string("1 image"));
        QCOMPARE(text::count(1000, "image"), std::string("1,000 images"));
    }

    void numbersIgnoreTheLocale()
    {
        std::setlocale(LC_ALL, "de_DE.UTF-8");
        QCOMPARE(text::number(0.25), std::string("0.25"));
        QCOMPARE(text::fixed(1234.5, 2), std::string("1234.50"));
        std::setlocale(LC_ALL, "C");
    }

    void namesFromFilesAreSafeToShow()
    {
        QCOMPARE(text::shown("caf\xc3\xa9"), std::string("caf\xc3\xa9"));
        QCOMPARE(text::shown(std::string("a\nb\xff", 4)), std::string("a\\x0ab\\xff"));
        // What a terminal obeys: C1 (here CSI), and what turns the direction of writing.
        QCOMPARE(text::shown("a\xc2\x9b"
                             "2J"),
                 std::string("a\\xc2\\x9b2J"));
        QCOMPARE(text::shown("\xe2\x80\xae"
                             "gpj"),
                 std::string("\\xe2\\x80\\xaegpj"));
        QCOMPARE(text::shown("\xc2\xa0\xe2\x80\xa6"), std::string("\xc2\xa0\xe2\x80\xa6"));
        QVERIFY(text::shown(std::string(1000, 'x'), 20).size() < 40);
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
