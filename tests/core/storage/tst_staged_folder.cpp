#include "core/storage/staged_folder.h"

#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace rekindle;
using storage::Existing;
using storage::StagedFolder;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& file, const std::string& text)
{
    std::ofstream(file) << text;
}

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::size_t entries(const fs::path& folder)
{
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

class TestStagedFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appearsWhole()
    {
        const test::TempFolder folder;
        const fs::path target = folder / "a" / "b";
        {
            RK_UNWRAP(auto staged, StagedFolder::create(target, Existing::Refuse));
            put(staged.path() / "file", "new");
            QVERIFY(!fs::exists(target));
            RK_VERIFY_OK(staged.moveIn());
        }
        QCOMPARE(contentOf(target / "file"), std::string("new"));
        QCOMPARE(entries(folder / "a"), std::size_t{1});
    }

    /// What a killed process left beside it goes away; what a living one makes there stays, and so
    /// does what only looks alike.
    void sweepsWhatAKilledOneLeft()
    {
        const test::TempFolder folder;
        const std::string chance = "-0123456789abcdef";
        const std::string living = std::to_string(::getppid()), mine = std::to_string(::getpid());
        for (const std::string& name :
             {".tmp-999999999" + chance, ".trash-999999999" + chance, ".tmp-" + living + chance,
              ".tmp-" + mine + chance, std::string(".tmp-999999999"), ".tmp-x" + chance,
              std::string(".tmp-999999999-0123456789ABCDEF"), "a.tmp-999999999" + chance})
            fs::create_directories(folder / name / "inner");
        RK_UNWRAP(auto staged, StagedFolder::create(folder / "new", Existing::Refuse));
        RK_VERIFY_OK(staged.moveIn());
        QVERIFY(!fs::exists(folder / (".tmp-999999999" + chance)));
        QVERIFY(!fs::exists(folder / (".trash-999999999" + chance)));
        QCOMPARE(entries(folder.path()), std::size_t{7});
    }

    /// The former one is there until the new one stands, and then gone.
    void replaces()
    {
        const test::TempFolder folder;
        const fs::path target = folder / "run";
        fs::create_directory(target);
        put(target / "file", "old");
        RK_UNWRAP(auto staged, StagedFolder::create(target, Existing::Replace));
        put(staged.path() / "file", "new");
        QCOMPARE(contentOf(target / "file"), std::string("old"));
        RK_VERIFY_OK(staged.moveIn());
        QCOMPARE(contentOf(target / "file"), std::string("new"));
        QCOMPARE(entries(folder.path()), std::size_t{1});
    }

    void givenUpItLeavesTheFormerOne()
    {
        const test::TempFolder folder;
        const fs::path target = folder / "run";
        fs::create_directory(target);
        put(target / "file", "old");
        {
            RK_UNWRAP(const auto staged, StagedFolder::create(target, Existing::Replace));
            put(staged.path() / "file", "new");
        }
        QCOMPARE(contentOf(target / "file"), std::string("old"));
        QCOMPARE(entries(folder.path()), std::size_t{1});
    }

    /// When the new one does not get to its place, the former one still stands in it.
    void aMoveThatFailsLosesNothing()
    {
        const test::TempFolder folder;
        const fs::path target = folder / "run";
        fs::create_directory(target);
        put(target / "file", "old");
        RK_UNWRAP(auto staged, StagedFolder::create(target, Existing::Replace));
        fs::remove_all(staged.path());
        QVERIFY(!staged.moveIn());
        QCOMPARE(contentOf(target / "file"), std::string("old"));
        QCOMPARE(entries(folder.path()), std::size_t{1});
    }

    void whatHoldsSomethingIsRefused()
    {
        const test::TempFolder folder;
        const fs::path target = folder / "run";
        fs::create_directory(target);
        RK_UNWRAP(auto staged, StagedFolder::create(target, Existing::Refuse)); // still empty
        put(target / "file", "somebody was faster");
        RK_VERIFY_FAILS(ErrorKind::Usage, staged.moveIn());
        QCOMPARE(contentOf(target / "file"), std::string("somebody was faster"));
        RK_VERIFY_FAILS(ErrorKind::Usage, StagedFolder::create(target, Existing::Refuse));
        RK_VERIFY_FAILS(ErrorKind::Usage, StagedFolder::create(target / "file", Existing::Refuse));
    }

    void anEmptyFolderGivesWay()
    {
        const test::TempFolder folder;
        const fs::path target = folder / "run";
        fs::create_directory(target);
        RK_UNWRAP(auto staged, StagedFolder::create(target / "", Existing::Refuse));
        put(staged.path() / "file", "new");
        RK_VERIFY_OK(staged.moveIn());
        QCOMPARE(contentOf(target / "file"), std::string("new"));
    }
};

QTEST_APPLESS_MAIN(TestStagedFolder)
#include "tst_staged_folder.moc"
