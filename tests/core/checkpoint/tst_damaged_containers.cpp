// The containers beside PyTorch's zip and safetensors, broken: always a sentence, never a crash,
// never half a network, and where a format has checksums no change goes unnoticed.
#include "core/base/rng.h"
#include "core/checkpoint/checkpoint.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <QtTest/QtTest>
#include <chrono>
#include <fstream>
#include <iterator>

using namespace rekindle;
using namespace rekindle::checkpoint;

namespace {

const std::filesystem::path kData =
    std::filesystem::path(REKINDLE_TEST_DATA) / "checkpoint" / "writers";

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeFile(const std::filesystem::path& file, const std::string& content)
{
    std::filesystem::remove(file);
    std::ofstream(file, std::ios::binary) << content;
}

bool isRefusal(const Error& error)
{
    return error.kind == ErrorKind::Damaged || error.kind == ErrorKind::Limit ||
           error.kind == ErrorKind::Unknown || error.kind == ErrorKind::Mismatch ||
           error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Version;
}

/// Reads as the inspection does, in under a second.
Result<Checkpoint> readQuickly(const std::filesystem::path& file)
{
    ReadOptions looking;
    looking.anyNetwork = true;
    const auto start = std::chrono::steady_clock::now();
    auto read = readCheckpoint(file, looking);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    if (taken.count() > 1)
        return fail(ErrorKind::Internal, "too slow", file.string());
    return read;
}

} // namespace

class TestDamagedContainers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void truncated_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"swav_training.pth.tar", "legacy_views.pth",
                                 "byol_today_basic_4.pkl", "byol_2020_basic_2.pkl"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }

    void truncated()
    {
        QFETCH(QString, file);
        const std::string whole = bytesOf(kData / file.toStdString());
        const test::TempFolder folder;
        for (std::size_t i = 0; i < 300; ++i) {
            const std::size_t length = i < 200 ? i * whole.size() / 200 : whole.size() - (i - 199);
            writeFile(folder / "file", whole.substr(0, length));
            const auto read = readQuickly(folder / "file");
            QVERIFY2(!read && isRefusal(read.error()), std::to_string(length).c_str());
        }
    }

    void truncatedBundle()
    {
        const test::TempFolder folder;
        const std::string index = bytesOf(kData / "tf1_small" / "model.ckpt-225206.index");
        const std::string values =
            bytesOf(kData / "tf1_small" / "model.ckpt-225206.data-00000-of-00001");
        for (std::size_t i = 0; i < 100; ++i) {
            writeFile(folder / "m.index", index.substr(0, i * index.size() / 100));
            writeFile(folder / "m.data-00000-of-00001", values);
            const auto one = readQuickly(folder / "m.index");
            QVERIFY(!one && isRefusal(one.error()));
            writeFile(folder / "m.index", index);
            writeFile(folder / "m.data-00000-of-00001", values.substr(0, i * values.size() / 100));
            const auto two = readQuickly(folder / "m.index");
            QVERIFY(!two && isRefusal(two.error()));
        }
    }

    /// Every byte of a bundle is under a checksum, in the index and in the values.
    void flippedBundle()
    {
        const test::TempFolder folder;
        const std::string index = bytesOf(kData / "tf1_small" / "model.ckpt-225206.index");
        const std::string values =
            bytesOf(kData / "tf1_small" / "model.ckpt-225206.data-00000-of-00001");
        Random random(7, Purpose::Probe);
        writeFile(folder / "m.data-00000-of-00001", values);
        for (std::size_t at = 0; at < index.size(); at += 3) {
            std::string changed = index;
            changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
            writeFile(folder / "m.index", changed);
            const auto read = readQuickly(folder / "m.index");
            QVERIFY2(!read && isRefusal(read.error()), std::to_string(at).c_str());
        }
        writeFile(folder / "m.index", index);
        for (int i = 0; i < 300; ++i) {
            std::string changed = values;
            const auto at =
                static_cast<std::size_t>(random.uniform() * static_cast<double>(values.size()));
            changed[at] = static_cast<char>(changed[at] ^ 0x10);
            writeFile(folder / "m.data-00000-of-00001", changed);
            RK_VERIFY_FAILS(ErrorKind::Damaged, readQuickly(folder / "m.index"));
        }
    }

    /// Without checksums damage may go unnoticed, but nothing worse may come of it.
    void flippedPickles_data() { truncated_data(); }

    void flippedPickles()
    {
        QFETCH(QString, file);
        const std::string whole = bytesOf(kData / file.toStdString());
        const test::TempFolder folder;
        Random random(3, Purpose::Probe);
        int refused = 0;
        for (int i = 0; i < 500; ++i) {
            std::string changed = whole;
            for (int flip = 0; flip <= i % 4; ++flip) {
                // The beginning is where the program is.
                const double share = random.uniform() * (i % 2 == 0 ? 0.1 : 1.0);
                const auto at =
                    static_cast<std::size_t>(share * static_cast<double>(whole.size() - 1));
                changed[at] = static_cast<char>(changed[at] ^ (1 << (i % 8)));
            }
            writeFile(folder / "file", changed);
            const auto read = readQuickly(folder / "file");
            QVERIFY2(read || isRefusal(read.error()), read ? "" : read.error().message.c_str());
            refused += read ? 0 : 1;
        }
        QVERIFY(refused > 50);
        RK_UNWRAP(const Checkpoint good, readQuickly(kData / file.toStdString()));
        QVERIFY(!good.checksums);
    }

    void lyingIndexes_data()
    {
        QTest::addColumn<QByteArray>("index");
        QTest::newRow("elsewhere") << QByteArray(R"({"weight_map":{"a":"../../etc/passwd"}})");
        QTest::newRow("folder") << QByteArray(R"({"weight_map":{"a":".."}})");
        QTest::newRow("itself") << QByteArray(R"({"weight_map":{"a":"model.json"}})");
        QTest::newRow("number") << QByteArray(R"({"weight_map":{"a":5}})");
        QTest::newRow("nothing") << QByteArray(R"({"weight_map":{}})");
        QTest::newRow("list") << QByteArray(R"({"weight_map":["a"]})");
        QTest::newRow("twice") << QByteArray(R"({"weight_map":{"a":"b","a":"c"}})");
        QTest::newRow("deep") << QByteArray(R"({"weight_map":)") + QByteArray(100000, '[');
        QByteArray many = "{\"weight_map\":{";
        for (int i = 0; i < 300000; ++i)
            many += "\"" + QByteArray::number(i) + "\":\"f\",";
        QTest::newRow("many") << many + "\"x\":\"f\"}}";
        QTest::newRow("missing") << QByteArray(R"({"weight_map":{"a":"b.safetensors"}})");
    }

    void lyingIndexes()
    {
        QFETCH(QByteArray, index);
        const test::TempFolder folder;
        writeFile(folder / "model.json", index.toStdString());
        const auto read = readQuickly(folder / "model.json");
        QVERIFY(!read);
        QVERIFY2(isRefusal(read.error()) || read.error().kind == ErrorKind::Io,
                 read.error().message.c_str());
    }
};

QTEST_APPLESS_MAIN(TestDamagedContainers)
#include "tst_damaged_containers.moc"
