#include "core/checkpoint/checkpoint.h"
#include "core/storage/digest.h"
#include "core/weights/safetensors_reader.h"
#include "core/weights/safetensors_writer.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <QtTest/QtTest>
#include <cstring>
#include <fstream>

using namespace rekindle;
using namespace rekindle::checkpoint;
using namespace rekindle::weights;

namespace {

const std::filesystem::path kData = std::filesystem::path(REKINDLE_TEST_DATA) / "checkpoint";

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string withHeader(const std::string& header, const std::string& data)
{
    const std::uint64_t length = header.size();
    std::string text(8, '\0');
    std::memcpy(text.data(), &length, 8);
    return text + header + data;
}

} // namespace

class TestWriteSafetensors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The layout of the format: length, JSON padded to 8, integers first, then floats.
    void layout()
    {
        const test::TempFolder folder;
        WeightSet weights;
        weights.set("w", Tensor{{2}, {1.5F, -2.0F}, Stored::Float32});
        weights.set("n", Tensor{{}, {7.0F}, Stored::Int64});
        RK_VERIFY_OK(writeSafetensors(folder / "a.safetensors", weights, {}));
        const std::string expected = R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[8,16]},)"
                                     R"("n":{"dtype":"I64","shape":[],"data_offsets":[0,8]}})";
        const std::string bytes = bytesOf(folder / "a.safetensors");
        std::uint64_t length = 0;
        std::memcpy(&length, bytes.data(), 8);
        QCOMPARE(length % 8, std::uint64_t{0});
        QCOMPARE(bytes.substr(8, expected.size()), expected);
        QCOMPARE(bytes.substr(8 + length),
                 std::string("\7\0\0\0\0\0\0\0\0\0\xC0\x3F\0\0\0\xC0", 16));
    }

    void thereAndBack()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const Checkpoint read, readCheckpoint(kData / "nested.pth"));
        const Metadata metadata{{"rekindle.method", "byol"},
                                {"rekindle.padding", "same"},
                                {"rekindle.normalisation", "imagenet"},
                                {"rekindle.bn_eps", "0.001"},
                                {"rekindle.architecture", weights::name(read.architecture)},
                                {"rekindle.origin", "a test"}};
        const auto file = folder / "own.safetensors";
        RK_VERIFY_OK(writeSafetensors(file, read.weights, metadata));
        RK_UNWRAP(const Checkpoint again, readCheckpoint(file));
        QCOMPARE(again.format, std::string("rekindle"));
        QVERIFY(again.writer.rfind("rekindle ", 0) == 0);
        QCOMPARE(again.method, std::string("byol"));
        QVERIFY(again.conventions.padding == Padding::Same);
        QCOMPARE(again.conventions.bnEps, 0.001);
        QVERIFY(again.architecture == read.architecture);
        QVERIFY(again.missing.empty() && again.ignored.empty() && again.warnings.empty());
        QCOMPARE(again.weights.items().size(), read.weights.items().size());
        for (std::size_t i = 0; i < read.weights.items().size(); ++i) {
            const auto& one = read.weights.items()[i];
            const auto& other = again.weights.items()[i];
            QCOMPARE(other.name, one.name);
            QCOMPARE(other.tensor.shape, one.tensor.shape);
            QCOMPARE(other.tensor.values, one.tensor.values);
            QVERIFY(other.tensor.stored == one.tensor.stored);
        }
    }

    void sameBytesEachTime()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const Checkpoint read, readCheckpoint(kData / "basic.pth"));
        RK_VERIFY_OK(writeSafetensors(folder / "a", read.weights, {{"rekindle.origin", "x"}}));
        RK_VERIFY_OK(writeSafetensors(folder / "b", read.weights, {{"rekindle.origin", "x"}}));
        QCOMPARE(bytesOf(folder / "a"), bytesOf(folder / "b"));
        RK_VERIFY_FAILS(ErrorKind::Usage, writeSafetensors(folder / "a", read.weights, {}));
        RK_VERIFY_OK(writeSafetensors(folder / "a", read.weights, {}, storage::Existing::Replace));
    }

    void stateKeepsNamesOrderAndCounters()
    {
        const test::TempFolder folder;
        WeightSet state;
        state.set("optimizer/momentum of ü", Tensor{{0, 3}, {}, Stored::Float32});
        state.set("z", Tensor{{3}, {0.1F, -0.0F, 1e-42F}, Stored::Float32});
        state.set("step", Tensor{{2}, {16777216.0F, -5.0F}, Stored::Int64});
        RK_VERIFY_OK(writeSafetensors(folder / "state", state, {{"k", "v"}}));
        Metadata metadata;
        RK_UNWRAP(const WeightSet again, readSafetensors(folder / "state", &metadata));
        QCOMPARE(metadata["k"], std::string("v"));
        QCOMPARE(again.items().size(), std::size_t{3});
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(again.items()[i].name, state.items()[i].name);
            QCOMPARE(again.items()[i].tensor.values, state.items()[i].tensor.values);
            QCOMPARE(again.items()[i].tensor.shape, state.items()[i].tensor.shape);
        }
    }

    void refusesCountersThatAFloatCannotHold()
    {
        const test::TempFolder folder;
        const std::int64_t count = (std::int64_t{1} << 24) + 1;
        std::string data(8, '\0');
        std::memcpy(data.data(), &count, 8);
        std::ofstream(folder / "s", std::ios::binary)
            << withHeader(R"({"n":{"dtype":"I64","shape":[],"data_offsets":[0,8]}})", data);
        RK_VERIFY_FAILS(ErrorKind::Limit, readSafetensors(folder / "s"));
    }

    void emptySet()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(writeSafetensors(folder / "e", {}, {}));
        RK_UNWRAP(const WeightSet again, readSafetensors(folder / "e"));
        QVERIFY(again.items().empty());
        RK_VERIFY_FAILS(ErrorKind::Mismatch, readCheckpoint(folder / "e"));
    }
};

QTEST_APPLESS_MAIN(TestWriteSafetensors)
#include "tst_write_safetensors.moc"
