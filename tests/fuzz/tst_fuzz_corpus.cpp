// The kept corpus of the fuzz targets: nothing of it crashes, and no file takes a second.
#include "tests/fuzz/feed.h"

#include <QtTest/QtTest>
#include <chrono>
#include <fstream>
#include <iterator>

namespace {

const std::filesystem::path kCorpus =
    std::filesystem::path(REKINDLE_SOURCE_DIR) / "tests" / "fuzz" / "corpus";

} // namespace

class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replays_data()
    {
        QTest::addColumn<QString>("container");
        for (const auto& folder : std::filesystem::directory_iterator(kCorpus))
            QTest::newRow(folder.path().filename().c_str())
                << QString::fromStdString(folder.path().filename().string());
    }

    void replays()
    {
        QFETCH(QString, container);
        int fed = 0;
        for (const auto& entry :
             std::filesystem::directory_iterator(kCorpus / container.toStdString())) {
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string bytes(std::istreambuf_iterator<char>(in), {});
            const auto start = std::chrono::steady_clock::now();
            rekindle::test::feed(container.toStdString(), std::as_bytes(std::span(bytes)));
            // Every prefix of an eighth, too: the readers' ends are where they break.
            for (std::size_t part = 1; part < 8; ++part)
                rekindle::test::feed(
                    container.toStdString(),
                    std::as_bytes(std::span(bytes)).first(bytes.size() * part / 8));
            const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
            QVERIFY2(taken.count() < 1, entry.path().c_str());
            ++fed;
        }
        QVERIFY(fed >= 3);
    }
};

QTEST_APPLESS_MAIN(TestFuzzCorpus)
#include "tst_fuzz_corpus.moc"
