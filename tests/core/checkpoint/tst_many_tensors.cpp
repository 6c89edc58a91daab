// Files of 100,000 tensors, the most that is read: in any order of names within a second, and no
// slower a tensor than smaller ones.
#include "core/base/json.h"
#include "core/base/rng.h"
#include "core/base/text.h"
#include "core/checkpoint/checkpoint.h"
#include "core/weights/safetensors_reader.h"
#include "core/weights/safetensors_writer.h"
#include "core/weights/tensor_info.h"
#include "tests/core/checkpoint/hostile_files.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"
#include "tests/support/tiny_checkpoint.h"

#include <QtTest/QtTest>
#include <algorithm>
#include <ctime>
#include <fstream>
#include <map>

using namespace rekindle;
using namespace rekindle::weights;
using namespace std::string_literals;

namespace {

enum class Order { Ascending, Descending, Shuffled };

/// Half a second on an idle machine; what is held here is that it is not minutes, on a busy one
/// too.
constexpr double kMostMs = 3000;

/// A tiny network and as many further tensors as fill the file, by their names.
std::vector<WeightSet::Item> manyTensors(const std::filesystem::path& folder)
{
    test::writeTinyCheckpoint(folder / "tiny.safetensors");
    const auto tiny = readSafetensors(folder / "tiny.safetensors");
    std::vector<WeightSet::Item> all = tiny->items();
    for (std::size_t i = 0; all.size() < kMostTensors; ++i) {
        const std::string number = std::to_string(i);
        all.push_back({"other." + std::string(6 - number.size(), '0') + number + ".weight",
                       Tensor{{1}, {static_cast<float>(i)}, Stored::Float32}});
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return all;
}

void writeInOrder(const std::filesystem::path& file, std::vector<WeightSet::Item> all, Order order)
{
    if (order == Order::Descending)
        std::reverse(all.begin(), all.end());
    Random random(5, Purpose::Probe);
    for (std::size_t i = all.size(); order == Order::Shuffled && i > 1; --i)
        std::swap(all[i - 1], all[random.below(i)]);
    WeightSet weights;
    for (auto& item : all)
        weights.set(std::move(item.name), std::move(item.tensor));
    QVERIFY(writeSafetensors(file, weights, {}).has_value());
}

double processorTime()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// The least of three in milliseconds of this thread's processor time: what the work takes, not
/// what the machine does besides. The file lies in memory by then.
template <class Work>
double leastTime(const Work& work)
{
    double least = 1e9;
    for (int i = 0; i < 3; ++i) {
        const double begin = processorTime();
        work();
        least = std::min(least, processorTime() - begin);
    }
    return least;
}

std::string pickled(const std::string& text)
{
    return "X" + test::raw(static_cast<std::uint32_t>(text.size())) + text;
}

/// What torch.save writes of a dict of that many tensors, each of one value in a storage of its
/// own, names from the last to the first; with the entries that it writes beside them.
void writeTorchZip(const std::filesystem::path& file, std::size_t tensors)
{
    std::string program = "\x80\x02}"s;
    std::vector<test::ZipEntry> storages;
    for (std::size_t i = tensors; i-- > 0;) {
        const std::string key = std::to_string(i);
        program += pickled("other." + key + ".weight");
        program += "ctorch._utils\n_rebuild_tensor_v2\n(("s + pickled("storage") +
                   "ctorch\nFloatStorage\n" + pickled(key) + pickled("cpu") + "K\x01tQ"s;
        program += "K\0K\x01\x85K\x01\x85\x89NtRs"s;
        storages.emplace_back();
        storages.back().name = "a/data/" + key;
        storages.back().data = std::string(4, '\0');
    }
    for (const char* name : {"version", "byteorder", ".data/serialization_id"}) {
        storages.emplace_back();
        storages.back().name = "a/"s + name;
        storages.back().data = name == "byteorder"s ? "little" : "3\n";
    }
    std::ofstream(file, std::ios::binary) << test::torchZip(program + ".", std::move(storages));
}

} // namespace

class TestManyTensors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inTimeInAnyOrder()
    {
        const test::TempFolder folder;
        const auto all = manyTensors(folder.path());
        std::map<Order, double> raw;
        std::map<Order, double> whole;
        for (const Order order : {Order::Ascending, Order::Descending, Order::Shuffled}) {
            const auto file = folder / std::to_string(static_cast<int>(order));
            writeInOrder(file, all, order);
            raw[order] = leastTime([&] {
                const auto read = readSafetensors(file);
                QVERIFY(read.has_value());
                QCOMPARE(read->items().size(), kMostTensors);
                QCOMPARE(read->find("other.000777.weight")->values, std::vector<float>{777});
            });
            whole[order] = leastTime([&] {
                const auto read = checkpoint::readCheckpoint(file);
                RK_VERIFY_OK(read);
                QCOMPARE(read->ignored.size(), kMostTensors - 100);
                QCOMPARE(weights::name(read->architecture),
                         weights::name(test::tinyArchitecture()));
            });
            qInfo("readSafetensors %.0f ms, readCheckpoint %.0f ms", raw[order], whole[order]);
            QVERIFY(raw[order] < kMostMs);
            QVERIFY(whole[order] < kMostMs);
        }
        for (const auto& times : {raw, whole}) {
            QVERIFY(times.at(Order::Descending) < 4 * times.at(Order::Ascending));
            QVERIFY(times.at(Order::Shuffled) < 8 * times.at(Order::Ascending));
        }
    }

    /// The most are read, too, and four times the tensors take about four times as long, not
    /// sixteen.
    void torchZipsGrowInProportion()
    {
        const test::TempFolder folder;
        const auto file = folder / "many.pth";
        std::map<std::size_t, double> times;
        for (const std::size_t tensors : {kMostTensors / 4, kMostTensors}) {
            writeTorchZip(file, tensors);
            times[tensors] = leastTime([&] {
                const auto read = checkpoint::readCheckpoint(file);
                RK_VERIFY_FAILS(ErrorKind::Mismatch, read);
                QVERIFY2(read.error().message.find(text::count(tensors) + " tensors") !=
                             std::string::npos,
                         describe(read.error()).c_str());
            });
        }
        qInfo("%.0f ms, %.0f ms", times.at(kMostTensors / 4), times.at(kMostTensors));
        QVERIFY(times.at(kMostTensors) < kMostMs);
        QVERIFY(times.at(kMostTensors) < 10 * times.at(kMostTensors / 4));
        writeTorchZip(file, kMostTensors + 1);
        const auto more = checkpoint::readCheckpoint(file);
        RK_VERIFY_FAILS(ErrorKind::Limit, more);
        QVERIFY2(more.error().message.find("100,000 tensors") != std::string::npos,
                 describe(more.error()).c_str());
    }
};

QTEST_APPLESS_MAIN(TestManyTensors)
#include "tst_many_tensors.moc"
