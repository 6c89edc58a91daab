// A tensor lies in memory twice while its numbers are taken out of the file's bytes. That must not
// add to what all of them need in the end.
#include "core/formats/open_tensors.h"
#include "core/formats/torch_zip_writer.h"
#include "core/weights/safetensors_reader.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"
#include "tests/support/tiny_checkpoint.h"

#include <QtTest/QtTest>
#include <algorithm>
#include <numeric>

using namespace rekindle;

class TestLoadMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLargestComeFirst_data();
    void theLargestComeFirst();
};

void TestLoadMemory::theLargestComeFirst_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("safetensors") << "safetensors";
    QTest::newRow("torch-zip") << "torch-zip";
}

void TestLoadMemory::theLargestComeFirst()
{
    QFETCH(const QString, format);
    const test::TempFolder folder;
    auto file = folder.path() / "tiny.safetensors";
    test::writeTinyCheckpoint(file);
    if (format == "torch-zip") {
        RK_UNWRAP(const auto weights, weights::readSafetensors(file));
        file = folder.path() / "tiny.pth";
        RK_VERIFY_OK(formats::writeTorchZip(file, weights));
    }
    RK_UNWRAP(auto parts, storage::FileParts::open(file));
    RK_UNWRAP(const auto stored, formats::openTensors(parts));
    QCOMPARE(QString::fromStdString(stored->format), format);

    std::vector<std::size_t> wanted(stored->tensors().size());
    std::iota(wanted.begin(), wanted.end(), std::size_t{0});
    std::vector<std::size_t> sizes(wanted.size());
    std::size_t taken = 0;
    std::size_t most = 0;
    RK_VERIFY_OK(stored->load(wanted, [&](std::size_t nth, const formats::RawTensor& raw) {
        sizes[nth] = raw.packed.size();
        taken += raw.packed.size();
        most = std::max(most, taken + raw.packed.size());
        return Result<void>();
    }));
    const std::size_t largest = *std::max_element(sizes.begin(), sizes.end());
    const std::size_t least = *std::min_element(sizes.begin(), sizes.end());
    QVERIFY2(largest > taken / 100, "no tensor is large enough to tell the orders apart");
    QVERIFY2(most <= std::max(taken + least, 2 * largest),
             qPrintable(QString("%1 bytes at most for %2 of weights").arg(most).arg(taken)));
}

QTEST_GUILESS_MAIN(TestLoadMemory)
#include "tst_load_memory.moc"
