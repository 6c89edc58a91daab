#include "core/storage/digest.h"
#include "core/storage/input_file.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <limits>
#include <sys/stat.h>

using namespace rekindle;
using storage::InputFile;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

} // namespace

class TestInputFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsByPosition()
    {
        const test::TempFolder folder;
        put(folder / "a", "0123456789");
        RK_UNWRAP(const auto file, InputFile::open(folder / "a"));
        QCOMPARE(file.size(), std::uint64_t(10));
        RK_UNWRAP(const auto bytes, file.read(3, 4));
        QCOMPARE(std::string(reinterpret_cast<const char*>(bytes.data()), 4), std::string("3456"));
        RK_UNWRAP(const auto none, file.read(10, 0));
        QVERIFY(none.empty());
    }

    void announcedLengthsAreCheckedBeforeMemoryIsTaken()
    {
        const test::TempFolder folder;
        put(folder / "a", "0123456789");
        RK_UNWRAP(const auto file, InputFile::open(folder / "a"));
        constexpr auto kHuge = std::numeric_limits<std::uint64_t>::max();
        RK_VERIFY_FAILS(ErrorKind::Damaged, file.read(5, 6));
        RK_VERIFY_FAILS(ErrorKind::Damaged, file.read(11, 0));
        RK_VERIFY_FAILS(ErrorKind::Damaged, file.read(0, kHuge));
        RK_VERIFY_FAILS(ErrorKind::Damaged, file.read(kHuge, 2));
        RK_VERIFY_FAILS(ErrorKind::Damaged, file.read(9, kHuge - 8));
    }

    void aFileThatShrinksIsAnError()
    {
        const test::TempFolder folder;
        put(folder / "a", std::string(100'000, 'x'));
        RK_UNWRAP(const auto file, InputFile::open(folder / "a"));
        fs::resize_file(folder / "a", 10);
        RK_VERIFY_FAILS(ErrorKind::Damaged, file.read(0, 100'000));
    }

    void onlyOrdinaryFilesOpen()
    {
        const test::TempFolder folder;
        RK_VERIFY_FAILS(ErrorKind::NotFound, InputFile::open(folder / "none"));
        RK_VERIFY_FAILS(ErrorKind::Unknown, InputFile::open(folder.path()));
        RK_VERIFY_FAILS(ErrorKind::Unknown, InputFile::open("/dev/zero"));
        QCOMPARE(::mkfifo((folder / "fifo").c_str(), 0600), 0);
        RK_VERIFY_FAILS(ErrorKind::Unknown, InputFile::open(folder / "fifo"));
        fs::create_symlink(folder / "loop", folder / "loop");
        RK_VERIFY_FAILS(ErrorKind::Io, InputFile::open(folder / "loop"));
    }

    /// FIPS 180-2, appendix B, and the empty message.
    void sha256KnownAnswers()
    {
        QCOMPARE(storage::sha256("abc"),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(storage::sha256(""),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        const std::string million(1'000'000, 'a');
        const std::string expected =
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
        QCOMPARE(storage::sha256(million), expected);
        storage::Sha256 pieces;
        for (std::size_t at = 0; at < million.size(); at += 777)
            pieces.add(std::string_view(million).substr(at, 777));
        QCOMPARE(pieces.hex(), expected);
    }

    void sha256OfFiles()
    {
        const test::TempFolder folder;
        const std::string text(3'000'001, 'q');
        put(folder / "a", text);
        RK_UNWRAP(const auto digest, storage::sha256File(folder / "a"));
        QCOMPARE(digest, storage::sha256(text));
        put(folder / "empty", "");
        RK_UNWRAP(const auto empty, storage::sha256File(folder / "empty"));
        QCOMPARE(empty, storage::sha256(""));
        RK_VERIFY_FAILS(ErrorKind::NotFound, storage::sha256File(folder / "none"));
    }
};

QTEST_APPLESS_MAIN(TestInputFile)
#include "tst_input_file.moc"
