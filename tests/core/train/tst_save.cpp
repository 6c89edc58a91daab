#include "core/train/save.h"

#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <fstream>

using namespace rekindle;

namespace {

train::Save saveAt(std::int64_t step)
{
    train::Save save;
    save.step = step;
    save.journalSeq = step * 2;
    save.settingsSha256 = "abc";
    save.details["what"] = "test";
    save.tensors.set("w", {{2, 2}, {1.0f, 2.0f, 3.0f, static_cast<float>(step)}});
    return save;
}

std::filesystem::path onlyNewest(const std::filesystem::path& folder)
{
    std::filesystem::path newest;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        newest = std::max(newest, entry.path());
    return newest;
}

} // namespace

class TestSave : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noneIsNoError()
    {
        test::TempFolder folder;
        RK_UNWRAP(const auto save, train::newestSave(folder / "checkpoints", "abc"));
        QVERIFY(!save);
    }

    void newestComesBackWhole()
    {
        test::TempFolder folder;
        for (const std::int64_t step : {9, 10, 11})
            RK_VERIFY_OK(train::writeSave(folder.path(), saveAt(step)));
        RK_UNWRAP(const auto save, train::newestSave(folder.path(), "abc"));
        QVERIFY(save.has_value());
        QCOMPARE(save->step, std::int64_t{11});
        QCOMPARE(save->journalSeq, std::int64_t{22});
        QCOMPARE(save->tensors.find("w")->values, (std::vector<float>{1, 2, 3, 11}));
        QCOMPARE(save->details["what"].get<std::string>(), std::string("test"));
        // Two are kept, the oldest is gone.
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
            (void)entry;
            ++count;
        }
        QCOMPARE(count, 2);
    }

    void rottenSaveIsPassedOver()
    {
        test::TempFolder folder;
        RK_VERIFY_OK(train::writeSave(folder.path(), saveAt(5)));
        RK_VERIFY_OK(train::writeSave(folder.path(), saveAt(6)));
        const auto state = onlyNewest(folder.path()) / "state.safetensors";
        std::fstream file(state, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(-1, std::ios::end);
        file.put('\x55');
        file.close();
        RK_UNWRAP(const auto save, train::newestSave(folder.path(), "abc"));
        QVERIFY(save.has_value());
        QCOMPARE(save->step, std::int64_t{5});
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
