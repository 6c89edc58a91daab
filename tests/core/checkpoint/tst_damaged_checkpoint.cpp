// Files that are broken or meant to break us: always a sentence, never a crash, never wrong
// weights.
#include "core/weights/weight_set.h"
#include "tests/core/checkpoint/hostile_files.h"

#include "core/base/rng.h"
#include "core/checkpoint/checkpoint.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <QtTest/QtTest>
#include <fstream>
#include <set>

using namespace rekindle;
using namespace rekindle::weights;
using namespace rekindle::checkpoint;
using namespace rekindle::test;
using namespace std::string_literals;

namespace {

const std::filesystem::path kData = std::filesystem::path(REKINDLE_TEST_DATA) / "checkpoint";

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeFile(const std::filesystem::path& file, const std::string& content)
{
    // Writing over a file that is there may wait for the disk.
    std::filesystem::remove(file);
    std::ofstream(file, std::ios::binary) << content;
}

bool isRefusal(const Error& error)
{
    return error.kind == ErrorKind::Damaged || error.kind == ErrorKind::Limit ||
           error.kind == ErrorKind::Unknown || error.kind == ErrorKind::Mismatch;
}

bool sameWeights(const WeightSet& one, const WeightSet& other)
{
    if (one.items().size() != other.items().size())
        return false;
    for (const auto& item : one.items()) {
        const Tensor* twin = other.find(item.name);
        if (twin == nullptr || twin->values != item.tensor.values)
            return false;
    }
    return true;
}

/// One tensor over the storage 'k' of `count` floats; sizes and strides as pickled tuples.
std::string tensorPickle(const std::string& offset, const std::string& size,
                         const std::string& strides, const std::string& count)
{
    return "\x80\x02}X\x0c\0\0\0conv1.weightctorch._utils\n_rebuild_tensor_v2\n(("s +
           "X\x07\0\0\0storagectorch\nFloatStorage\nX\x01\0\0\0kX\x03\0\0\0cpu"s + count + "tQ" +
           offset + size + strides + "\x89N" + "tRs."s;
}

std::string long8(std::int64_t value)
{
    return "\x8a\x08"s + raw(value);
}

} // namespace

class TestDamagedCheckpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void truncated_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("torch") << "basic.pth";
        QTest::newRow("deflated") << "deflated.pth";
        QTest::newRow("safetensors") << "f16.safetensors";
    }

    void truncated()
    {
        QFETCH(QString, file);
        const TempFolder folder;
        const auto copy = folder / "cut";
        writeFile(copy, bytesOf(kData / file.toStdString()));
        RK_VERIFY_OK(readCheckpoint(copy));
        const auto whole = std::filesystem::file_size(copy);
        for (auto size = whole; size-- > 0;) {
            // Every length near both ends, where the tables are, and every seventh between.
            if (size > 700 && size + 3000 < whole && size % 7 != 0)
                continue;
            std::filesystem::resize_file(copy, size);
            const auto read = readCheckpoint(copy);
            QVERIFY2(!read, std::to_string(size).c_str());
            QVERIFY2(read.error().kind == ErrorKind::Damaged ||
                         read.error().kind == ErrorKind::Unknown,
                     describe(read.error()).c_str());
        }
    }

    /// A flip is noticed, or it lies where nothing of the weights is.
    void flippedInArchive()
    {
        const TempFolder folder;
        const std::string good = bytesOf(kData / "basic.pth");
        RK_UNWRAP(const Checkpoint expected, readCheckpoint(kData / "basic.pth"));
        Random random(20261124, Purpose::Probe);
        int noticed = 0;
        for (int i = 0; i < 3000; ++i) {
            std::string bad = good;
            for (int flips = 1 << (i % 4); flips > 0; --flips)
                bad[random.below(bad.size())] ^= static_cast<char>(1 << random.below(8));
            writeFile(folder / "bad", bad);
            const auto read = readCheckpoint(folder / "bad");
            if (read)
                QVERIFY(sameWeights(read->weights, expected.weights));
            else
                QVERIFY2(isRefusal(read.error()), describe(read.error()).c_str());
            noticed += read ? 0 : 1;
        }
        QVERIFY2(noticed > 1500, std::to_string(noticed).c_str());
    }

    /// Every byte of every storage, not only those of the backbone, is under its checksum.
    void flippedInTensorData()
    {
        const TempFolder folder;
        const std::string good = bytesOf(kData / "basic.pth");
        int storages = 0;
        for (const ZipEntry& entry : openZip(good)) {
            if (entry.name.find("/data/") == std::string::npos || entry.data.empty())
                continue;
            std::string bad = good;
            const std::size_t place = bad.find(entry.data);
            bad[place + entry.data.size() / 2] ^= 0x10;
            writeFile(folder / "bad", bad);
            const auto read = readCheckpoint(folder / "bad");
            RK_VERIFY_FAILS(ErrorKind::Damaged, read);
            QVERIFY(read.error().message.find("checksum") != std::string::npos);
            ++storages;
        }
        QVERIFY(storages > 50);
    }

    /// The checksum made right again, so that the pickle machine itself is met.
    void mutatedPickle()
    {
        const TempFolder folder;
        auto entries = openZip(bytesOf(kData / "nested.pth"));
        const auto pickle = std::find_if(entries.begin(), entries.end(), [](const ZipEntry& e) {
            return e.name.find("data.pkl") != std::string::npos;
        });
        QVERIFY(pickle != entries.end());
        const std::string good = pickle->data;
        Random random(7, Purpose::Probe);
        std::set<ErrorKind> kinds;
        for (int i = 0; i < 3000; ++i) {
            pickle->data = good;
            for (int flips = 1 << (i % 3); flips > 0; --flips)
                pickle->data[random.below(good.size())] = static_cast<char>(random.below(256));
            if (i % 5 == 0)
                pickle->data.resize(random.below(good.size()));
            writeFile(folder / "bad", makeZip(entries));
            const auto read = readCheckpoint(folder / "bad");
            if (!read) {
                QVERIFY2(isRefusal(read.error()), describe(read.error()).c_str());
                kinds.insert(read.error().kind);
            }
        }
        QVERIFY(kinds.count(ErrorKind::Damaged) == 1);
    }

    void mutatedSafetensorsHeader()
    {
        const TempFolder folder;
        const std::string good = bytesOf(kData / "f16.safetensors");
        Random random(8, Purpose::Probe);
        for (int i = 0; i < 4000; ++i) {
            std::string bad = good;
            const std::size_t reach = i % 2 == 0 ? 12 : good.find("}}") + 2;
            bad[random.below(reach)] = static_cast<char>(random.below(256));
            writeFile(folder / "bad", bad);
            const auto read = readCheckpoint(folder / "bad");
            if (!read)
                QVERIFY2(isRefusal(read.error()), describe(read.error()).c_str());
        }
    }

    void hostilePickles_data()
    {
        QTest::addColumn<QByteArray>("pickle");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const std::string& pickle, ErrorKind kind) {
            QTest::newRow(name) << QByteArray::fromStdString(pickle) << static_cast<int>(kind);
        };
        row("system, protocol 0", "cos\nsystem\n(S'touch hostile'\ntR.", ErrorKind::Damaged);
        // Read to its end, as the name and the argument that it is: a file without tensors.
        row("system",
            "\x80\x02"s
            "cos\nsystem\nX\x0d\0\0\0touch hostile\x85R."s,
            ErrorKind::Mismatch);
        row("eval by stack",
            "\x80\x04\x8c\x08"
            "builtins\x8c\x04"
            "eval\x93\x8c\x03"
            "1/0\x85R.",
            ErrorKind::Mismatch);
        row("text opcodes", "\x80\x02I1\n.", ErrorKind::Damaged);
        row("extension", "\x80\x02\x82\x01.", ErrorKind::Damaged);
        row("dup bomb", "\x80\x02]2a.", ErrorKind::Damaged);
        row("million lists", "\x80\x02"s + std::string(1'000'001, ']') + ".", ErrorKind::Limit);
        row("million marks", "\x80\x02"s + std::string(1'000'000, '(') + ".", ErrorKind::Limit);
        row("million tuples", "\x80\x02N"s + std::string(1'000'000, '\x85') + ".",
            ErrorKind::Limit);
        row("lists inside out",
            "\x80\x02"s + std::string(900'000, ']') + std::string(899'999, 'a') + ".",
            ErrorKind::Mismatch);
        row("longest text", "\x80\x04\x8d"s + raw(std::uint64_t{1} << 63) + ".",
            ErrorKind::Damaged);
        row("longest number", "\x80\x02\x8b\xff\xff\xff\x7f."s, ErrorKind::Limit);
        row("longest frame", "\x80\x04\x95"s + raw(~std::uint64_t{0}) + "N.", ErrorKind::Damaged);
        row("far memo", "\x80\x02Nr\xff\xff\xff\xee\x30j\xff\xff\xff\xee."s, ErrorKind::Mismatch);
        row("no memo", "\x80\x02h\x05.", ErrorKind::Damaged);
        row("items on a number", "\x80\x02K\x01(K\x01K\x02u.", ErrorKind::Damaged);
        row("items on a list", "\x80\x02](K\x01K\x02u.", ErrorKind::Damaged);
        row("odd items", "\x80\x02}(K\x01u.", ErrorKind::Damaged);
        row("append to nothing", "\x80\x02Na.", ErrorKind::Damaged);
        row("append across a mark", "\x80\x02](Na.", ErrorKind::Damaged);
        row("reduce on nothing", "\x80\x02R.", ErrorKind::Damaged);
        row("no stop", "\x80\x02N", ErrorKind::Damaged);
        row("empty", "", ErrorKind::Damaged);
        row("list in itself", "\x80\x02]q\0h\0a."s, ErrorKind::Mismatch);
        row("dict in itself", "\x80\x02}q\0X\x01\0\0\0kh\0s."s, ErrorKind::Mismatch);
        // 60 dicts, each holding the one before twice: 2^60 paths.
        std::string bomb = "\x80\x02}q\0"s;
        for (int i = 0; i < 60; ++i)
            bomb += "0}(K\x01h"s + char(i) + "K\x02h" + char(i) + "uq" + char(i + 1);
        row("memo bomb", bomb + ".", ErrorKind::Limit);
        row("dict of nonsense",
            "\x80\x02"
            "ccollections\nOrderedDict\nK\x05\x85R.",
            ErrorKind::Damaged);
    }

    void hostilePickles()
    {
        QFETCH(QByteArray, pickle);
        QFETCH(int, kind);
        const TempFolder folder;
        const auto before = std::filesystem::exists("hostile");
        writeFile(folder / "bad.pth", torchZip(pickle.toStdString()));
        const auto read = readCheckpoint(folder / "bad.pth");
        RK_VERIFY_FAILS(static_cast<ErrorKind>(kind), read);
        QCOMPARE(std::filesystem::exists("hostile"), before);
    }

    void hostileTensors_data()
    {
        QTest::addColumn<QByteArray>("pickle");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const std::string& pickle, ErrorKind kind) {
            QTest::newRow(name) << QByteArray::fromStdString(pickle) << static_cast<int>(kind);
        };
        const std::int64_t huge = std::int64_t{1} << 62;
        // This one is sound: read, and then no network.
        row("sound", tensorPickle("K\0"s, "K\x04\x85", "K\x01\x85", "K\x04"), ErrorKind::Mismatch);
        row("beyond the end", tensorPickle("K\x01", "K\x04\x85", "K\x01\x85", "K\x04"),
            ErrorKind::Damaged);
        row("negative offset", tensorPickle(long8(-1), "K\x04\x85", "K\x01\x85", "K\x04"),
            ErrorKind::Damaged);
        row("negative size", tensorPickle("K\0"s, long8(-4) + "\x85", "K\x01\x85", "K\x04"),
            ErrorKind::Damaged);
        row("negative stride", tensorPickle("K\x03", "K\x04\x85", long8(-1) + "\x85", "K\x04"),
            ErrorKind::Damaged);
        row("stride that wraps", tensorPickle("K\0"s, "K\x05\x85", long8(huge) + "\x85", "K\x04"),
            ErrorKind::Damaged);
        row("too many values", tensorPickle("K\0"s, long8(huge) + "\x85", "K\0\x85"s, "K\x04"),
            ErrorKind::Limit);
        row("product that wraps",
            tensorPickle("K\0"s, long8(huge) + long8(4) + "\x86", "K\0K\0\x86"s, "K\x04"),
            ErrorKind::Limit);
        row("sizes without strides", tensorPickle("K\0"s, "K\x04\x85", ")", "K\x04"),
            ErrorKind::Damaged);
        row("storage of another size", tensorPickle("K\0"s, "K\x04\x85", "K\x01\x85", "K\x08"),
            ErrorKind::Damaged);
        row("storage that wraps", tensorPickle("K\0"s, "K\x04\x85", "K\x01\x85", long8(huge)),
            ErrorKind::Damaged);
        row("text as size", tensorPickle("K\0"s, "X\x01\0\0\0n\x85"s, "K\x01\x85", "K\x04"),
            ErrorKind::Damaged);
    }

    void hostileTensors()
    {
        QFETCH(QByteArray, pickle);
        QFETCH(int, kind);
        const TempFolder folder;
        ZipEntry storage;
        storage.name = "a/data/k";
        storage.data = std::string(16, '\0');
        writeFile(folder / "bad.pth", torchZip(pickle.toStdString(), {storage}));
        const auto read = readCheckpoint(folder / "bad.pth");
        RK_VERIFY_FAILS(static_cast<ErrorKind>(kind), read);
    }

    void lyingArchives_data()
    {
        QTest::addColumn<QByteArray>("archive");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const std::string& archive, const char* said) {
            QTest::newRow(name) << QByteArray::fromStdString(archive) << said;
        };
        const std::string pickle = "\x80\x02}.";
        ZipEntry first;
        first.name = "a/data.pkl";
        first.data = pickle;
        ZipEntry entry = first;
        row("twice", makeZip({first, first}), "twice");
        entry.name = "a/data/0";
        entry.localName = "a/data.pkl";
        entry.sharesHeaderOf = 0;
        row("one header for two", makeZip({first, entry}), "");
        entry = first;
        entry.flags = 1;
        row("encrypted", makeZip({entry}), "encrypted");
        entry = first;
        entry.localName = "a/data.pkX";
        row("two names", makeZip({entry}), "does not agree");
        entry = first;
        entry.crcError = 1;
        row("wrong checksum", makeZip({entry}), "checksum");
        entry = first;
        entry.method = 12;
        row("unknown packing", makeZip({entry}), "packed");
        entry = first;
        entry.claimedSize = 5;
        row("two sizes", makeZip({entry}), "two different sizes");
        entry = first;
        entry.method = 8;
        entry.claimedSize = pickle.size() + 1;
        row("unpacks to less", makeZip({entry}), "unpacked");
        entry.claimedSize = pickle.size() - 1;
        row("unpacks to more", makeZip({entry}), "unpacked");
        entry.claimedSize = 0;
        entry.data = pickle + std::string(30 << 20, '\0');
        row("grows", makeZip({entry}), "would grow");
        row("second table", makeZip({first}, makeZip({first})), "");
        row("front matter", "PK\x03\x04"s + makeZip({first}), "");
        row("table only", makeZip({}), "");
        const std::string good = makeZip({first});
        row("tail", good + "x", "");
        std::string many = good;
        many[many.size() - 22 + 8] = many[many.size() - 22 + 10] = '\x7f';
        row("more entries than there are", many, "");
    }

    void lyingArchives()
    {
        QFETCH(QByteArray, archive);
        QFETCH(QString, said);
        const TempFolder folder;
        writeFile(folder / "bad.pth", archive.toStdString());
        const auto read = readCheckpoint(folder / "bad.pth");
        QVERIFY(!read);
        QVERIFY2(read.error().kind == ErrorKind::Damaged || read.error().kind == ErrorKind::Limit ||
                     read.error().kind == ErrorKind::Unknown,
                 describe(read.error()).c_str());
        QVERIFY2(read.error().message.find(said.toStdString()) != std::string::npos,
                 read.error().message.c_str());
    }

    void otherArchives_data()
    {
        QTest::addColumn<QStringList>("entries");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QStringList& entries, const char* said) {
            QTest::newRow(name) << entries << said;
        };
        row("npz", {"conv1.npy", "bn1/mean.npy"}, "numpy's arrays (.npz)");
        row("keras", {"metadata.json", "config.json", "model.weights.h5"}, "Keras (.keras)");
        row("pt2", {"net/archive_format", "net/models/model.json", "net/data/weights/weight_0"},
            "torch.export (.pt2)");
        row("older pt2", {"version", "serialized_exported_program.json"}, "torch.export (.pt2)");
        row("document", {"[Content_Types].xml", "word/document.xml"}, "office document");
        row("folder", {"images/a.png", "b.npy"}, "zip archive");
    }

    /// What a zip is tells by the names in it.
    void otherArchives()
    {
        QFETCH(QStringList, entries);
        QFETCH(QString, said);
        std::vector<ZipEntry> members;
        for (const QString& entry : entries) {
            members.emplace_back();
            members.back().name = entry.toStdString();
            members.back().data = "x";
        }
        const TempFolder folder;
        writeFile(folder / "weights.pth", makeZip(members));
        const auto read = readCheckpoint(folder / "weights.pth");
        RK_VERIFY_FAILS(ErrorKind::Unknown, read);
        QVERIFY2(read.error().message.find(said.toStdString()) != std::string::npos,
                 read.error().message.c_str());
    }

    void lyingSafetensors_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const std::string& file, ErrorKind kind) {
            QTest::newRow(name) << QByteArray::fromStdString(file) << static_cast<int>(kind);
        };
        const auto one = [](const std::string& dtype, const std::string& shape,
                            const std::string& offsets) {
            return "{\"a\":{\"dtype\":\"" + dtype + "\",\"shape\":[" + shape +
                   "],\"data_offsets\":[" + offsets + "]}}";
        };
        const std::string data(8, '\0');
        const auto damaged = ErrorKind::Damaged;
        row("sound", safetensors(one("F32", "2", "0,8"), data), ErrorKind::Mismatch);
        row("length 2^63", raw(std::uint64_t{1} << 63) + one("F32", "2", "0,8") + data, damaged);
        row("length wraps", raw(~std::uint64_t{0} - 3) + one("F32", "2", "0,8") + data, damaged);
        row("begin after end", safetensors(one("F32", "2", "8,0"), data), damaged);
        row("negative", safetensors(one("F32", "-2", "0,8"), data), damaged);
        row("fraction", safetensors(one("F32", "2.0", "0,8"), data), damaged);
        row("end 2^64", safetensors(one("F32", "2", "0,18446744073709551616"), data), damaged);
        row("size wraps", safetensors(one("F32", "4294967296,4294967296", "0,8"), data),
            ErrorKind::Limit);
        row("many dimensions", safetensors(one("F32", "1,1,1,1,1,1,1,1,2", "0,8"), data),
            ErrorKind::Limit);
        row("another size", safetensors(one("F32", "3", "0,8"), data), damaged);
        row("unknown type", safetensors(one("F33", "2", "0,8"), data), damaged);
        row("three offsets", safetensors(one("F32", "2", "0,8,8"), data), damaged);
        row("data left over", safetensors(one("F32", "2", "0,8"), data + "x"), damaged);
        row("hole", safetensors(one("F32", "1", "4,8"), data), damaged);
        row("overlap",
            safetensors("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                        data),
            damaged);
        row("name twice",
            safetensors("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                        data),
            damaged);
        row("field twice",
            safetensors("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"shape\":[2],"
                        "\"data_offsets\":[0,8]}}",
                        data),
            damaged);
        row("field missing",
            safetensors("{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}}", data), damaged);
        row("deep", safetensors("{\"a\":" + std::string(1'000'000, '['), data), damaged);
        row("not JSON", safetensors("{\"a\"}", data), damaged);
        row("second object", safetensors(one("F32", "2", "0,8") + "{}", data), damaged);
        row("not UTF-8", safetensors("{\"\xff\":{}}", data), damaged);
        row("long name", safetensors("{\"" + std::string(5000, 'n') + "\":{}}", data),
            ErrorKind::Limit);
        row("list", safetensors("{\"a\":[]}", data), damaged);
    }

    void lyingSafetensors()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, kind);
        const TempFolder folder;
        writeFile(folder / "bad", file.toStdString());
        const auto read = readCheckpoint(folder / "bad");
        RK_VERIFY_FAILS(static_cast<ErrorKind>(kind), read);
    }
};

QTEST_APPLESS_MAIN(TestDamagedCheckpoint)
#include "tst_damaged_checkpoint.moc"
