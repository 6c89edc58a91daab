#include "core/storage/sealed_folder.h"

#include "core/storage/atomic_write.h"
#include "tests/support/in_child.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <chrono>
#include <fstream>
#include <thread>

using namespace rekindle;
using storage::atomicWrite;
using storage::SealedFolder;
using storage::verifySealed;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> namesIn(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

Result<void> makeSave(const fs::path& target, const std::string& text = "state")
{
    RK_TRY(auto save, SealedFolder::create(target));
    RK_CHECK(atomicWrite(save.file("state.bin"), text));
    RK_CHECK(atomicWrite(save.file("empty"), ""));
    return save.seal();
}

} // namespace

class TestSealedFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appearsWhole()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto save, SealedFolder::create(folder / "save"));
        RK_VERIFY_OK(atomicWrite(save.file("state.bin"), "state"));
        QVERIFY(!fs::exists(folder / "save"));
        RK_VERIFY_OK(save.seal());
        RK_VERIFY_OK(verifySealed(folder / "save"));
        const std::vector<std::string> expected{"MANIFEST.json", "state.bin"};
        QVERIFY(namesIn(folder / "save") == expected);
    }

    void unsealedLeavesNothing()
    {
        const test::TempFolder folder;
        {
            RK_UNWRAP(auto save, SealedFolder::create(folder / "save"));
            RK_VERIFY_OK(atomicWrite(save.file("state.bin"), "state"));
        }
        QVERIFY(namesIn(folder.path()).empty());
    }

    void neverTakesAnothersPlace()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(makeSave(folder / "save"));
        RK_VERIFY_FAILS(ErrorKind::Usage, SealedFolder::create(folder / "save"));
        RK_UNWRAP(auto late, SealedFolder::create(folder / "late"));
        RK_VERIFY_OK(atomicWrite(late.file("state.bin"), "late"));
        RK_VERIFY_OK(makeSave(folder / "late", "first"));
        QVERIFY(!late.seal());
        RK_VERIFY_OK(verifySealed(folder / "late"));
        QCOMPARE(fs::file_size(folder / "late/state.bin"), std::uintmax_t(5));
    }

    /// Every single bit of every file, the manifest's own included.
    void everyFlippedBitIsFound()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(makeSave(folder / "save"));
        for (const std::string& name : {std::string("state.bin"), std::string("MANIFEST.json")}) {
            const fs::path file = folder / "save" / name;
            const auto size = static_cast<long>(fs::file_size(file));
            std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
            for (long at = 0; at < size; ++at) {
                for (int bit = 0; bit < 8; ++bit) {
                    stream.seekg(at);
                    const char before = static_cast<char>(stream.get());
                    stream.seekp(at);
                    stream.put(static_cast<char>(before ^ (1 << bit)));
                    stream.flush();
                    QVERIFY2(!verifySealed(folder / "save"),
                             (name + " byte " + std::to_string(at)).c_str());
                    stream.seekp(at);
                    stream.put(before);
                    stream.flush();
                }
            }
        }
        RK_VERIFY_OK(verifySealed(folder / "save"));
    }

    void whatIsWrongIsNamed()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(makeSave(folder / "a"));
        fs::resize_file(folder / "a/state.bin", 3);
        const auto cut = verifySealed(folder / "a");
        RK_VERIFY_FAILS(ErrorKind::Damaged, cut);
        QCOMPARE(cut.error().subject, (folder / "a/state.bin").string());
        fs::remove(folder / "a/state.bin");
        RK_VERIFY_FAILS(ErrorKind::Damaged, verifySealed(folder / "a"));
        RK_VERIFY_OK(makeSave(folder / "b"));
        fs::remove(folder / "b/MANIFEST.json");
        RK_VERIFY_FAILS(ErrorKind::Damaged, verifySealed(folder / "b"));
    }

    void newerAndHostileManifests()
    {
        const test::TempFolder folder;
        fs::create_directory(folder / "a");
        RK_VERIFY_OK(atomicWrite(folder / "a/MANIFEST.json",
                                 R"({"format":"rekindle.sealed","version":2,"files":[]})"));
        RK_VERIFY_FAILS(ErrorKind::Version, verifySealed(folder / "a"));
        RK_VERIFY_OK(atomicWrite(folder / "a/MANIFEST.json",
                                 R"({"format":"rekindle.sealed","version":1,"files":[
                                    {"name":"../a/MANIFEST.json","bytes":1,"sha256":""}]})"));
        RK_VERIFY_FAILS(ErrorKind::Damaged, verifySealed(folder / "a"));
    }

    void aKillLeavesWholeSavesOnly()
    {
        const test::TempFolder folder;
        for (int round = 0; round < 8; ++round) {
            test::Victim victim([&] {
                for (int i = 0;; ++i) {
                    const std::string name = "save-" + std::to_string(i % 3);
                    storage::discardSealed(folder / name);
                    static_cast<void>(
                        makeSave(folder / name, std::string(200'000, 'x')).has_value());
                }
            });
            std::this_thread::sleep_for(std::chrono::milliseconds(9 + 7 * round));
            victim.kill();
            for (const std::string& name : namesIn(folder.path())) {
                if (name.front() != '.')
                    RK_VERIFY_OK(verifySealed(folder / name));
            }
        }
        storage::sweepUnsealed(folder.path());
        for (const std::string& name : namesIn(folder.path()))
            QVERIFY(name.front() != '.');
    }

    void whatALivingProcessWritesIsNotSwept()
    {
        const test::TempFolder folder;
        test::Victim victim([&] {
            const auto save = SealedFolder::create(folder / "save");
            for (;;)
                ::pause();
        });
        for (int i = 0; i < 500 && namesIn(folder.path()).empty(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        storage::sweepUnsealed(folder.path());
        QCOMPARE(namesIn(folder.path()).size(), std::size_t(1));
        victim.kill();
        storage::sweepUnsealed(folder.path());
        QVERIFY(namesIn(folder.path()).empty());
    }

    void discardedFoldersAreGone()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(makeSave(folder / "save"));
        storage::discardSealed(folder / "save");
        storage::discardSealed(folder / "never");
        QVERIFY(namesIn(folder.path()).empty());
    }
};

QTEST_APPLESS_MAIN(TestSealedFolder)
#include "tst_sealed_folder.moc"
