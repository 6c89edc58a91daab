#include "core/storage/digest.h"
#include "core/storage/file_parts.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <QtTest/QtTest>
#include <fstream>
#include <sys/stat.h>

using namespace rekindle;
using storage::FileParts;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

} // namespace

class TestFileParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPartIsOpenedOnce()
    {
        const test::TempFolder folder;
        put(folder / "a", "12345");
        put(folder / "b", "678");
        RK_UNWRAP(FileParts parts, FileParts::open(folder / "a"));
        RK_UNWRAP(const auto one, parts.sibling("b"));
        RK_UNWRAP(const auto again, parts.sibling("b"));
        QVERIFY(one == again);
        RK_UNWRAP(const auto itself, parts.sibling("a"));
        QVERIFY(itself == parts.first());
        QCOMPARE(parts.opened().size(), std::size_t{2});
        QCOMPARE(parts.bytes(), std::uint64_t{8});
    }

    void onlyOrdinaryFilesOfTheFolder()
    {
        const test::TempFolder folder;
        fs::create_directory(folder / "inside");
        put(folder / "inside" / "a", "1");
        put(folder / "inside" / "more", "2");
        put(folder / "outside", "3");
        QCOMPARE(::mkfifo((folder / "inside" / "pipe").c_str(), 0600), 0);
        RK_UNWRAP(FileParts parts, FileParts::open(folder / "inside" / "a"));
        for (const std::string& name :
             {std::string("../outside"), (folder / "outside").string(), std::string("."),
              std::string(".."), std::string(), std::string("more\0x", 6), std::string(300, 'n')})
            RK_VERIFY_FAILS(ErrorKind::Damaged, parts.sibling(name));
        RK_VERIFY_FAILS(ErrorKind::Unknown, parts.sibling("pipe"));
        RK_VERIFY_FAILS(ErrorKind::NotFound, parts.sibling("gone"));
        QCOMPARE(parts.opened().size(), std::size_t{1});
        RK_VERIFY_OK(parts.sibling("more"));
    }

    void notWithoutEnd()
    {
        const test::TempFolder folder;
        put(folder / "a", "1");
        RK_UNWRAP(FileParts parts, FileParts::open(folder / "a"));
        for (std::size_t i = 1; i <= FileParts::kMostParts; ++i) {
            const std::string name = std::to_string(i);
            put(folder / name, "1");
            const auto part = parts.sibling(name);
            if (i < FileParts::kMostParts)
                RK_VERIFY_OK(part);
            else
                RK_VERIFY_FAILS(ErrorKind::Limit, part);
        }
    }

    /// One part: the digest that everybody else gives the file. Several: no order, no names.
    void digestOfAllParts()
    {
        const test::TempFolder folder;
        put(folder / "a", "abc");
        put(folder / "b", "");
        put(folder / "c", "1");
        RK_UNWRAP(FileParts parts, FileParts::open(folder / "a"));
        RK_UNWRAP(const std::string one, parts.sha256());
        // FIPS 180-2, appendix B.1.
        QCOMPARE(one,
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        RK_UNWRAP(FileParts forward, FileParts::open(folder / "a"));
        RK_VERIFY_OK(forward.sibling("b"));
        RK_VERIFY_OK(forward.sibling("c"));
        RK_UNWRAP(FileParts backward, FileParts::open(folder / "c"));
        RK_VERIFY_OK(backward.sibling("b"));
        RK_VERIFY_OK(backward.sibling("a"));
        RK_UNWRAP(const std::string all, forward.sha256());
        RK_UNWRAP(const std::string same, backward.sha256());
        QCOMPARE(all, same);
        // printf of the three digests, each with a line feed, sorted: sha256sum.
        QCOMPARE(all,
                 std::string("eca788ae07978a36a5889cc7399a70d4b4a3652c97912b39e7f85c8db10a6977"));
    }
};

QTEST_APPLESS_MAIN(TestFileParts)
#include "tst_file_parts.moc"
