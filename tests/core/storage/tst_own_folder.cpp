#include "core/storage/own_folder.h"

#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <array>
#include <fstream>
#include <sys/stat.h>

using namespace rekindle;
namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 2> kFiles = {"log.txt", "job.json"};
constexpr std::array<std::string_view, 1> kFolders = {"saves"};

/// A folder of ours with a file at its top and one in a folder.
void fill(const fs::path& folder)
{
    fs::create_directories(folder / "saves");
    std::ofstream(folder / "log.txt") << "log";
    std::ofstream(folder / "saves" / "state") << "state";
}

} // namespace

/// What comes from somebody else and is no ordinary file is refused before it is opened.
class TestOwnFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAndFoldersAreOurs()
    {
        const test::TempFolder folder;
        fill(folder.path());
        RK_VERIFY_OK(storage::checkOwnPlaces(folder.path(), kFiles, kFolders));
        RK_VERIFY_OK(storage::checkOwnFolder(folder.path()));
        RK_VERIFY_OK(storage::checkOwnFolder(folder / "none"));
    }

    void aFileThatIsALink()
    {
        const test::TempFolder folder, other;
        fill(folder.path());
        fs::remove(folder / "log.txt");
        fs::create_symlink(other / "target", folder / "log.txt");
        RK_VERIFY_FAILS(ErrorKind::Damaged,
                        storage::checkOwnPlaces(folder.path(), kFiles, kFolders));
        RK_VERIFY_FAILS(ErrorKind::Damaged, storage::checkOwnFolder(folder.path()));
        QVERIFY(!fs::exists(other / "target"));
    }

    void aFolderThatIsALink()
    {
        const test::TempFolder folder, other;
        fill(folder.path());
        fs::remove_all(folder / "saves");
        fs::create_directory_symlink(other.path(), folder / "saves");
        RK_VERIFY_FAILS(ErrorKind::Damaged,
                        storage::checkOwnPlaces(folder.path(), kFiles, kFolders));
        RK_VERIFY_FAILS(ErrorKind::Damaged, storage::checkOwnFolder(folder.path()));
    }

    void aPipe()
    {
        const test::TempFolder folder;
        fill(folder.path());
        QCOMPARE(::mkfifo((folder / "job.json").c_str(), 0600), 0);
        RK_VERIFY_FAILS(ErrorKind::Damaged,
                        storage::checkOwnPlaces(folder.path(), kFiles, kFolders));
    }

    void deepDown()
    {
        const test::TempFolder folder, other;
        fill(folder.path());
        fs::create_symlink(other.path(), folder.path() / "saves" / "inner");
        RK_VERIFY_OK(storage::checkOwnPlaces(folder.path(), kFiles, kFolders));
        const auto checked = storage::checkOwnFolder(folder.path());
        RK_VERIFY_FAILS(ErrorKind::Damaged, checked);
        QVERIFY(checked.error().message.find("saves/inner") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestOwnFolder)
#include "tst_own_folder.moc"
