#include "core/train/save.h"

#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <sys/stat.h>

using namespace rekindle;

namespace {

train::Save saveAt(std::int64_t step)
{
    train::Save save;
    save.step = step;
    save.journalSeq = step * 2;
    save.identity = "abc";
    save.details["what"] = "test";
    save.tensors.set("w", {{2, 2}, {1.0f, 2.0f, 3.0f, static_cast<float>(step)}});
    return save;
}

QStringList namesIn(const std::filesystem::path& folder)
{
    QStringList names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names << QString::fromStdString(entry.path().filename().string());
    names.sort();
    return names;
}

/// Changes the last byte of a save's tensors.
void rot(const std::filesystem::path& save)
{
    std::fstream file(save / "state.safetensors", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-1, std::ios::end);
    file.put('\x55');
}

} // namespace

class TestSave : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noneIsNoError()
    {
        test::TempFolder folder;
        RK_UNWRAP(const auto found, train::newestSave(folder / "checkpoints", "abc"));
        QVERIFY(!found.save);
        QVERIFY(found.warnings.empty());
    }

    void newestComesBackWhole()
    {
        test::TempFolder folder;
        for (const std::int64_t step : {9, 10, 11})
            RK_VERIFY_OK(train::writeSave(folder.path(), saveAt(step)));
        RK_UNWRAP(const auto found, train::newestSave(folder.path(), "abc"));
        const auto& save = found.save;
        QVERIFY(save.has_value());
        QCOMPARE(save->step, std::int64_t{11});
        QCOMPARE(save->journalSeq, std::int64_t{22});
        QCOMPARE(save->tensors.find("w")->values, (std::vector<float>{1, 2, 3, 11}));
        QCOMPARE(save->details["what"].get<std::string>(), std::string("test"));
        // Two are kept, the oldest is gone.
        QCOMPARE(namesIn(folder.path()), (QStringList{QStringLiteral("ckpt-000000000010"),
                                                      QStringLiteral("ckpt-000000000011")}));
    }

    void rottenSaveIsPassedOver()
    {
        test::TempFolder folder;
        RK_VERIFY_OK(train::writeSave(folder.path(), saveAt(5)));
        RK_VERIFY_OK(train::writeSave(folder.path(), saveAt(6)));
        rot(folder / "ckpt-000000000006");
        RK_UNWRAP(const auto found, train::newestSave(folder.path(), "abc"));
        const auto& save = found.save;
        QVERIFY(save.has_value());
        QCOMPARE(save->step, std::int64_t{5});
        QCOMPARE(found.warnings.items().size(), std::size_t{1});
        QCOMPARE(found.warnings.items()[0].kind, std::string("save_set_aside"));
        QCOMPARE(namesIn(folder.path()),
                 (QStringList{QStringLiteral("ckpt-000000000005"),
                              QStringLiteral("damaged-ckpt-000000000006")}));
    }

    /// They have the highest numbers, and what is saved from now on is kept all the same.
    void damagedSavesTrapNoRun()
    {
        test::TempFolder folder;
        for (const std::int64_t step : {4, 5})
            RK_VERIFY_OK(train::writeSave(folder.path(), saveAt(step)));
        for (const char* name : {"ckpt-000000000008", "ckpt-000000000009"}) {
            std::filesystem::copy(folder / "ckpt-000000000005", folder / name);
            rot(folder / name);
        }
        RK_UNWRAP(const Warnings told, train::writeSave(folder.path(), saveAt(6)));
        QCOMPARE(told.items().size(), std::size_t{2});
        QCOMPARE(told.items()[0].kind, std::string("save_set_aside"));
        QCOMPARE(
            namesIn(folder.path()),
            (QStringList{QStringLiteral("ckpt-000000000005"), QStringLiteral("ckpt-000000000006"),
                         QStringLiteral("damaged-ckpt-000000000008"),
                         QStringLiteral("damaged-ckpt-000000000009")}));
        RK_UNWRAP(const auto found, train::newestSave(folder.path(), "abc"));
        QVERIFY(found.save && found.save->step == 6);
    }

    /// Nor does one start over because of them, not even the second time.
    void onlyDamagedSavesAreAnError()
    {
        test::TempFolder folder;
        for (const std::int64_t step : {5, 6})
            RK_VERIFY_OK(train::writeSave(folder.path(), saveAt(step)));
        rot(folder / "ckpt-000000000005");
        rot(folder / "ckpt-000000000006");
        for (int sitting = 0; sitting < 2; ++sitting)
            RK_VERIFY_FAILS(ErrorKind::Damaged, train::newestSave(folder.path(), "abc"));
        std::filesystem::remove_all(folder.path());
        RK_UNWRAP(const auto found, train::newestSave(folder.path(), "abc"));
        QVERIFY(!found.save);
    }

    /// What cannot be read just now is not judged: neither passed over nor moved.
    void passingErrorsAreNoDamage()
    {
        test::TempFolder folder;
        for (const std::int64_t step : {5, 6})
            RK_VERIFY_OK(train::writeSave(folder.path(), saveAt(step)));
        // A link that leads to itself is what a test can have of a drive that answers with an
        // error.
        const auto state = folder / "ckpt-000000000006" / "state.safetensors";
        std::filesystem::rename(state, folder / "kept");
        std::filesystem::create_symlink(state, state);
        RK_VERIFY_FAILS(ErrorKind::Io, train::newestSave(folder.path(), "abc"));
        std::filesystem::rename(folder / "kept", state);
        RK_UNWRAP(const auto found, train::newestSave(folder.path(), "abc"));
        QVERIFY(found.save && found.save->step == 6);
    }

    /// The former save of the same step stands until the new one does.
    void theSameStepIsSavedAgain()
    {
        test::TempFolder folder;
        train::Save save = saveAt(7);
        for (const std::int64_t seq : {1, 2, 3, 4}) {
            save.journalSeq = seq;
            RK_VERIFY_OK(train::writeSave(folder.path(), save));
            RK_UNWRAP(const auto found, train::newestSave(folder.path(), "abc"));
            QVERIFY(found.save && found.save->journalSeq == seq);
        }
        QCOMPARE(namesIn(folder.path()), (QStringList{QStringLiteral("ckpt-000000000007-002"),
                                                      QStringLiteral("ckpt-000000000007-003")}));
        RK_VERIFY_OK(train::writeSave(folder.path(), saveAt(8)));
        RK_UNWRAP(const auto found, train::newestSave(folder.path(), "abc"));
        QVERIFY(found.save && found.save->step == 8);
    }

    /// A save that cannot be written takes no other with it.
    void nothingGoesBeforeTheNewStands()
    {
        test::TempFolder folder;
        RK_VERIFY_OK(train::writeSave(folder.path(), saveAt(5)));
        train::Save broken = saveAt(5);
        broken.tensors.set("bad", {{3, 3}, {1.0F}});
        QVERIFY(!train::writeSave(folder.path(), broken));
        RK_UNWRAP(const auto found, train::newestSave(folder.path(), "abc"));
        QVERIFY(found.save && found.save->step == 5);
    }

    void otherSettingsAreRefused()
    {
        test::TempFolder folder;
        RK_VERIFY_OK(train::writeSave(folder.path(), saveAt(5)));
        RK_VERIFY_FAILS(ErrorKind::Mismatch, train::newestSave(folder.path(), "changed"));
    }
};

QTEST_APPLESS_MAIN(TestSave)
#include "tst_save.moc"
