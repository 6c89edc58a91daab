#include "core/storage/digest.h"
#include "core/storage/hdf5_image.h"
#include "core/storage/table_file.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <sstream>
#include <thread>

using namespace rekindle;
using storage::Table;
namespace fs = std::filesystem;

namespace {

Table someTable()
{
    Table table;
    table.attributes = {{"format", "test"}, {"empty", ""}, {"latin", "caf\xe9"}};
    table.arrays["shares"] = {{2, 3}, std::vector<float>{0.5F, 0.25F, 0.25F, 1, 0, -0.0F}};
    table.arrays["labels"] = {{2}, std::vector<std::int64_t>{-7, std::int64_t{1} << 60}};
    table.arrays["names"] = {{3}, std::vector<std::string>{"a", "", "\xff/\n"}};
    table.arrays["none"] = {{0}, std::vector<std::string>{}};
    table.arrays["no rows"] = {{0, 5}, std::vector<float>{}};
    return table;
}

bool same(const Table& left, const Table& right)
{
    if (left.attributes != right.attributes || left.arrays.size() != right.arrays.size())
        return false;
    for (const auto& [name, array] : left.arrays) {
        const auto found = right.arrays.find(name);
        if (found == right.arrays.end() || found->second.shape != array.shape ||
            found->second.values != array.values)
            return false;
    }
    return true;
}

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

} // namespace

class TestTableFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const std::string digest, storage::writeTable(folder / "t.h5", someTable()));
        RK_UNWRAP(const Table back, storage::readTable(folder / "t.h5", digest));
        QVERIFY(same(back, someTable()));
        // What the file is: the signature of HDF5, and the numbers as they lie in memory.
        const std::string bytes = contentOf(folder / "t.h5");
        QVERIFY(bytes.starts_with("\x89HDF\r\n\x1a\n"));
        const std::vector<float> shares{0.5F, 0.25F, 0.25F, 1, 0, -0.0F};
        const std::string raw(reinterpret_cast<const char*>(shares.data()), 24);
        QVERIFY(bytes.find(raw) != std::string::npos);
        QCOMPARE(storage::sha256(bytes), digest);
    }

    void equalTablesAreEqualFiles()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const std::string first, storage::writeTable(folder / "a.h5", someTable()));
        QTest::qWait(1100); // HDF5 would write down the second it was made in
        RK_UNWRAP(const std::string second, storage::writeTable(folder / "b.h5", someTable()));
        QCOMPARE(first, second);
    }

    void oneChangedBitIsDamage()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const std::string digest, storage::writeTable(folder / "t.h5", someTable()));
        std::string bytes = contentOf(folder / "t.h5");
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        std::ofstream(folder / "t.h5", std::ios::binary) << bytes;
        RK_VERIFY_FAILS(ErrorKind::Damaged, storage::readTable(folder / "t.h5", digest));
        RK_VERIFY_FAILS(ErrorKind::NotFound, storage::readTable(folder / "none.h5", digest));
    }

    void aShapeMustFitItsValues()
    {
        const test::TempFolder folder;
        Table table;
        table.arrays["a"] = {{4}, std::vector<float>{1, 2, 3}};
        RK_VERIFY_FAILS(ErrorKind::Internal, storage::writeTable(folder / "t.h5", table));
        table.arrays["a"] = {{1}, std::vector<std::string>{std::string("a\0b", 3)}};
        RK_VERIFY_FAILS(ErrorKind::Internal, storage::writeTable(folder / "t.h5", table));
        QVERIFY(fs::is_empty(folder.path()));
    }

    void nothingIsReplacedUnasked()
    {
        const test::TempFolder folder;
        std::ofstream(folder / "t.h5") << "mine";
        RK_VERIFY_FAILS(ErrorKind::Usage, storage::writeTable(folder / "t.h5", someTable(),
                                                              storage::Existing::Refuse));
        QCOMPARE(contentOf(folder / "t.h5"), std::string("mine"));
    }

    /// A file that somebody made to hurt has the right checksum: nothing in it is believed.
    void foreignBytesAreErrors()
    {
        RK_UNWRAP(const auto good, storage::toHdf5(someTable(), "t.h5"));
        RK_VERIFY_FAILS(ErrorKind::Damaged, storage::fromHdf5({}, "t.h5"));
        const std::string text = "not a table at all, but long enough to be looked at";
        RK_VERIFY_FAILS(ErrorKind::Damaged,
                        storage::fromHdf5(std::as_bytes(std::span(text)), "t.h5"));
        RK_VERIFY_FAILS(ErrorKind::Damaged,
                        storage::fromHdf5(std::span(good).first(good.size() / 2), "t.h5"));
        // The number of rows of an array, made huge: refused before memory is taken.
        auto huge = good;
        const std::uint64_t rows[] = {2, 3};
        const auto at =
            std::search(huge.begin(), huge.end(), std::as_bytes(std::span(rows)).begin(),
                        std::as_bytes(std::span(rows)).end());
        QVERIFY(at != huge.end());
        *(at + 5) = std::byte{1}; // 2^40 rows
        RK_VERIFY_FAILS(ErrorKind::Damaged, storage::fromHdf5(huge, "t.h5"));
    }

    /// HDF5 keeps everything in common; two threads must not meet in it.
    void threadsTakeTurns()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const std::string digest, storage::writeTable(folder / "t.h5", someTable()));
        std::atomic<int> wrong = 0;
        const auto work = [&] {
            for (int i = 0; i < 50; ++i) {
                const auto back = storage::readTable(folder / "t.h5", digest);
                wrong += back && same(*back, someTable()) ? 0 : 1;
            }
        };
        std::thread other(work);
        work();
        other.join();
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_APPLESS_MAIN(TestTableFile)
#include "tst_table_file.moc"
