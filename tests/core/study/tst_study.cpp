#include "core/study/study.h"

#include "core/dataset/manifest_file.h"
#include "core/storage/atomic_write.h"
#include "tests/support/in_child.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"
#include "tests/support/tiny_checkpoint.h"

#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <sys/stat.h>

using namespace rekindle;
using study::Study;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

dataset::Manifest manifestAt(const fs::path& folder)
{
    dataset::Manifest manifest;
    manifest.folder = folder;
    manifest.classes = {"a", "b"};
    for (int i = 0; i < 4; ++i) {
        dataset::ImageEntry image;
        image.label = i % 2;
        image.width = image.height = 32;
        image.channels = 3;
        image.bits = 8;
        manifest.add({.path = (i % 2 == 0 ? "a/" : "b/") + std::to_string(i) + ".png",
                      .format = "PNG",
                      .sha256 = std::string(64, static_cast<char>('0' + i)),
                      .bytes = 100},
                     image);
    }
    return manifest;
}

Result<void> retitle(study::Study& study, const std::string& title)
{
    return study::changeStudy(study, [&](study::Study& fresh) -> Result<void> {
        fresh.title = title;
        return {};
    });
}

} // namespace

class TestStudy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAndOpens()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto made, study::createStudy(folder / "my study/", "Tissue"));
        RK_VERIFY_OK(study::changeStudy(made, [](study::Study& fresh) -> Result<void> {
            fresh.question = "Does it help?";
            return {};
        }));
        RK_UNWRAP(const auto open, study::openStudy(folder / "my study"));
        QCOMPARE(open.title, std::string("Tissue"));
        QCOMPARE(open.question, std::string("Does it help?"));
        QVERIFY(open.folder == folder / "my study");
        QCOMPARE(open.created, made.created);
        QVERIFY(!open.created.empty() && !open.readOnly);
        RK_VERIFY_FAILS(ErrorKind::Usage, study::createStudy(folder / "my study", "again"));
        struct stat about {
        };
        ::stat((folder / "my study/study.json").c_str(), &about);
        QCOMPARE(about.st_mode & 07777, 0600u);
    }

    /// Each holds the study as it was before the others changed it.
    void whatEightChangeAtOnceIsAllThere()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto made, study::createStudy(folder / "s", "one"));
        std::vector<std::unique_ptr<test::Victim>> planners;
        for (int i = 0; i < 8; ++i)
            planners.push_back(std::make_unique<test::Victim>([&made, i] {
                for (int k = 0; k < 10; ++k) {
                    study::Study stale = made;
                    const auto changed =
                        study::changeStudy(stale, [&](study::Study& fresh) -> Result<void> {
                            fresh.queue.push_back("runs/" + std::to_string(10 * i + k));
                            return {};
                        });
                    if (!changed)
                        ::_exit(1);
                }
            }));
        for (const auto& planner : planners)
            QCOMPARE(planner->wait(), 0);
        RK_UNWRAP(const auto after, study::openStudy(folder / "s"));
        std::set<std::string> entries(after.queue.begin(), after.queue.end());
        QCOMPARE(after.queue.size(), std::size_t{80});
        QCOMPARE(entries.size(), std::size_t{80});
    }

    /// What one page kept in memory does not undo what another process has changed meanwhile.
    void aStaleStudyUndoesNothing()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto mine, study::createStudy(folder / "s", "one"));
        study::Study theirs = mine;
        RK_VERIFY_OK(study::setImages(theirs, manifestAt("/data")));
        RK_VERIFY_OK(retitle(mine, "two"));
        QVERIFY(mine.images == "/data");
        RK_UNWRAP(const auto after, study::openStudy(folder / "s"));
        QVERIFY(after.images == "/data" && after.title == "two");
    }

    void whatIsNoStudy()
    {
        const test::TempFolder folder;
        RK_VERIFY_FAILS(ErrorKind::NotFound, study::openStudy(folder / "none"));
        const auto open = study::openStudy(folder.path());
        RK_VERIFY_FAILS(ErrorKind::Unknown, open);
        QCOMPARE(open.error().message,
                 std::string("This folder is not a Rekindle study. It has no study.json"));
        std::ofstream(folder / "file") << "x";
        RK_VERIFY_FAILS(ErrorKind::Usage, study::createStudy(folder / "file", "x"));
    }

    void damageSaysWhereAndWhatToDo()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, study::createStudy(folder / "s", "one"));
        RK_VERIFY_OK(retitle(study, "two")); // leaves a copy of "one"
        const std::string text = contentOf(folder / "s/study.json");
        std::ofstream(folder / "s/study.json") << text.substr(0, text.find("weights"));
        const auto open = study::openStudy(folder / "s");
        RK_VERIFY_FAILS(ErrorKind::Damaged, open);
        QVERIFY2(open.error().message.starts_with("study.json is damaged at line 10"),
                 open.error().message.c_str());
        QVERIFY(open.error().hint.find("study.json.bak") != std::string::npos);
        fs::copy_file(folder / "s/study.json.bak", folder / "s/study.json",
                      fs::copy_options::overwrite_existing);
        RK_UNWRAP(const auto back, study::openStudy(folder / "s"));
        QCOMPARE(back.title, std::string("one"));
    }

    void aDamagedFileNeverBecomesTheCopy()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, study::createStudy(folder / "s", "one"));
        RK_VERIFY_OK(retitle(study, "two"));
        for (const char* damaged : {"{", R"({"format":"something else","version":1})"}) {
            std::ofstream(folder / "s/study.json") << damaged;
            RK_VERIFY_FAILS(ErrorKind::Damaged, retitle(study, "three"));
            QCOMPARE(contentOf(folder / "s/study.json"), std::string(damaged));
            RK_UNWRAP(const auto copy, readJsonFile(folder / "s/study.json.bak"));
            QVERIFY(copy["title"] == "one");
        }
    }

    void savingTheSameLeavesTheCopyAlone()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, study::createStudy(folder / "s", "one"));
        RK_VERIFY_OK(retitle(study, "two"));
        RK_VERIFY_OK(retitle(study, "two"));
        RK_UNWRAP(const auto copy, readJsonFile(folder / "s/study.json.bak"));
        QVERIFY(copy["title"] == "one");
    }

    void hostileAndNewerFiles_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind");
        const QString head = R"({"format":"rekindle.study","version":1,)";
        QTest::newRow("newer") << R"({"format":"rekindle.study","version":2})"
                               << "version";
        QTest::newRow("another format") << R"({"format":"x","version":1})"
                                        << "damaged";
        QTest::newRow("not an object") << "[1]"
                                       << "damaged";
        QTest::newRow("key twice") << head + R"("title":"a","title":"b"})"
                                   << "damaged";
        QTest::newRow("title a number") << head + R"("title":5})"
                                        << "damaged";
        QTest::newRow("queue outside") << head + R"("queue":["../../etc"]})"
                                       << "damaged";
        QTest::newRow("queue absolute") << head + R"("queue":["/etc"]})"
                                        << "damaged";
        QTest::newRow("queue hidden way out") << head + R"("queue":["runs/../../x"]})"
                                              << "damaged";
        QTest::newRow("weights id outside") << head + R"("weights":[{"id":"../x","file":"/a"}]})"
                                            << "damaged";
        QTest::newRow("weights no list") << head + R"("weights":{"a":1}})"
                                         << "damaged";
        QTest::newRow("images no path") << head + R"("images":[1]})"
                                        << "damaged";
    }
    void hostileAndNewerFiles()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, kind);
        const test::TempFolder folder;
        std::ofstream(folder / "study.json") << text.toStdString();
        const auto open = study::openStudy(folder.path());
        QVERIFY(!open);
        QCOMPARE(QString::fromStdString(std::string(kindName(open.error().kind))), kind);
    }

    void unknownKeysAreKept()
    {
        const test::TempFolder folder;
        std::ofstream(folder / "study.json")
            << R"({"format":"rekindle.study","version":1,"title":"a","notes":{"x":[1,2]}})";
        RK_UNWRAP(auto study, study::openStudy(folder.path()));
        RK_VERIFY_OK(retitle(study, "b"));
        RK_UNWRAP(const auto json, readJsonFile(folder / "study.json"));
        QVERIFY(json["notes"]["x"] == Json::array({1, 2}) && json["title"] == "b");
    }

    void aFinishedExampleIsReadOnly()
    {
        const test::TempFolder folder;
        std::ofstream(folder / "study.json")
            << R"({"format":"rekindle.study","version":1,"finished_example":true})";
        const std::string before = contentOf(folder / "study.json");
        RK_UNWRAP(auto study, study::openStudy(folder.path()));
        QVERIFY(study.readOnly && study.finishedExample);
        const auto saved = retitle(study, "mine");
        RK_VERIFY_FAILS(ErrorKind::Io, saved);
        QVERIFY(saved.error().message.starts_with("Nothing can be written here"));
        RK_VERIFY_FAILS(ErrorKind::Io, study::setImages(study, manifestAt("/data")));
        QCOMPARE(contentOf(folder / "study.json"), before);
        QVERIFY(!fs::exists(folder / "images"));
    }

    void aFolderWithoutRightsIsReadOnly()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(study::createStudy(folder / "s", "one"));
        const int code = test::inChild([&] {
            if (::geteuid() == 0) {
                for (const fs::path& path : {folder.path(), folder / "s"})
                    fs::permissions(path, fs::perms::all);
                fs::permissions(folder / "s/study.json", fs::perms::all);
                fs::permissions(folder / "s", fs::perms::others_write, fs::perm_options::remove);
                if (::setgid(65534) != 0 || ::setuid(65534) != 0)
                    return 3;
            } else {
                fs::permissions(folder / "s", fs::perms::owner_read | fs::perms::owner_exec);
            }
            const auto study = study::openStudy(folder / "s");
            return study && study->readOnly ? 0 : 1;
        });
        fs::permissions(folder / "s", fs::perms::owner_all);
        QCOMPARE(code, 0);
    }

    void imagesAreRememberedAndMoveWithTheStudy()
    {
        const test::TempFolder folder;
        const fs::path place = folder / "s";
        RK_UNWRAP(auto study, study::createStudy(place, "one"));
        RK_VERIFY_FAILS(ErrorKind::NotFound, study::images(study));
        RK_VERIFY_OK(study::setImages(study, manifestAt(place / "pictures")));
        RK_UNWRAP(const auto json, readJsonFile(place / "study.json"));
        QVERIFY(json["images"] == "pictures");
        const std::string hash = manifestAt(place / "pictures").contentHash();

        fs::rename(place, folder / "moved");
        RK_UNWRAP(auto moved, study::openStudy(folder / "moved"));
        RK_UNWRAP(const auto manifest, study::images(moved));
        QVERIFY(manifest.folder == folder / "moved/pictures");
        QCOMPARE(manifest.images.size(), std::size_t(4));
        QCOMPARE(manifest.contentHash(), hash);

        RK_VERIFY_OK(study::setImages(moved, manifestAt("/data/elsewhere")));
        RK_UNWRAP(const auto outside, study::openStudy(folder / "moved"));
        QVERIFY(outside.images == "/data/elsewhere");
    }

    /// However many runs are planned with the same images, their list is stored once; one that
    /// nothing names any more goes.
    void listsOfImagesAreStoredOnce()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, study::createStudy(folder / "s", "one"));
        const auto lists = [&] {
            std::set<fs::path> found;
            for (const auto& entry : fs::directory_iterator(folder / "s/images"))
                found.insert(entry.path());
            return found;
        };
        RK_VERIFY_OK(study::setImages(study, manifestAt("/data/one")));
        const fs::path first = study.imageList;
        RK_VERIFY_OK(study::setImages(study, manifestAt("/data/one")));
        QCOMPARE(lists(), std::set<fs::path>{first});

        // A run that was planned with the first list keeps it.
        run::PretrainSettings settings;
        settings.images = "/data/one";
        RK_UNWRAP(const auto run, run::RunFolder::create(folder / "s/runs/a", settings));
        RK_VERIFY_OK(run.setImageList(first, folder / "s"));
        auto more = manifestAt("/data/one");
        more.images[0].label = 1;
        RK_VERIFY_OK(study::setImages(study, more));
        const fs::path second = study.imageList;
        QCOMPARE(lists(), (std::set<fs::path>{first, second}));
        more.images[1].label = 0;
        RK_VERIFY_OK(study::setImages(study, more));
        QCOMPARE(lists(), (std::set<fs::path>{first, study.imageList}));

        // The study moves with its lists.
        fs::rename(folder / "s", folder / "moved");
        RK_UNWRAP(const auto moved, run::RunFolder::open(folder / "moved/runs/a"));
        RK_UNWRAP(const auto list, moved.imageList());
        RK_UNWRAP(const auto seen, dataset::readManifest(list, "/data/one"));
        QCOMPARE(seen.images[0].label, 0);
    }

    void weightsInsideAndOutside()
    {
        const test::TempFolder folder;
        const fs::path place = folder / "s";
        RK_UNWRAP(auto study, study::createStudy(place, "one"));
        test::writeTinyCheckpoint(folder / "Image Net (v1).safetensors");
        RK_UNWRAP(const auto entry,
                  study::addWeights(study, folder / "Image Net (v1).safetensors", "ImageNet"));
        QCOMPARE(entry.id, std::string("image-net-v1"));
        QCOMPARE(entry.sha256.size(), std::size_t(64));
        QCOMPARE(study.chosenWeights, entry.id);
        RK_UNWRAP(const auto again,
                  study::addWeights(study, folder / "Image Net (v1).safetensors", "other"));
        QCOMPARE(again.id, entry.id);
        QCOMPARE(study.weights.size(), std::size_t(1));

        const fs::path target = study::repairTarget(study, entry.id);
        QVERIFY(target == place / "weights/image-net-v1-repaired/weights.safetensors");
        test::writeTinyCheckpoint(target, 0.25F);
        RK_UNWRAP(const auto repaired, study::addRepaired(study, entry.id, target));
        QCOMPARE(repaired.repairedFrom, entry.id);
        QVERIFY(repaired.label == "ImageNet, repaired");
        QVERIFY(study::repairTarget(study, entry.id) ==
                place / "weights/image-net-v1-repaired-2/weights.safetensors");

        fs::rename(place, folder / "moved");
        RK_UNWRAP(const auto moved, study::openStudy(folder / "moved"));
        QCOMPARE(moved.weights.size(), std::size_t(2));
        QVERIFY(study::weightsFile(moved, moved.weights[0]) ==
                folder / "Image Net (v1).safetensors");
        QVERIFY(study::weightsFile(moved, moved.weights[1]) ==
                folder / "moved/weights/image-net-v1-repaired/weights.safetensors");
        QVERIFY(study::findWeights(moved, "none") == nullptr);
    }

    /// A name is bytes: no UTF-8 is needed, and none is lost.
    void namesOfAnyBytesAreKept()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, study::createStudy(folder / "s", "one"));
        test::writeTinyCheckpoint(folder / "o\xff.safetensors");
        RK_UNWRAP(const auto entry, study::addWeights(study, folder / "o\xff.safetensors", ""));
        QCOMPARE(entry.label, std::string("o\\xff"));
        RK_VERIFY_OK(study::changeStudy(study, [](study::Study& fresh) -> Result<void> {
            fresh.queue = {"runs/o\xff"};
            return {};
        }));
        RK_UNWRAP(const auto again, study::openStudy(folder / "s"));
        QCOMPARE(again.queue, std::vector<std::string>{"runs/o\xff"});
        QCOMPARE(again.weights.at(0).label, entry.label);
        QVERIFY(study::weightsFile(again, again.weights[0]) == folder / "o\xff.safetensors");
    }

    void weightsThatAreNone()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto study, study::createStudy(folder / "s", "one"));
        std::ofstream(folder / "page.pth") << "<!DOCTYPE html><html>Not found</html>";
        RK_VERIFY_FAILS(ErrorKind::Unknown, study::addWeights(study, folder / "page.pth", ""));
        RK_VERIFY_FAILS(ErrorKind::NotFound, study::addWeights(study, folder / "none.pth", ""));
        RK_VERIFY_FAILS(ErrorKind::NotFound, study::addRepaired(study, "x", folder / "page.pth"));
        QVERIFY(study.weights.empty());
    }
};

QTEST_APPLESS_MAIN(TestStudy)
#include "tst_study.moc"
