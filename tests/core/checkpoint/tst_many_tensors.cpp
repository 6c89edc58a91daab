// Files of 100,000 tensors, the most that is read: in any order of names within a second.
#include "core/base/json.h"
#include "core/base/rng.h"
#include "core/checkpoint/checkpoint.h"
#include "core/weights/safetensors_reader.h"
#include "core/weights/safetensors_writer.h"
#include "core/weights/tensor_info.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"
#include "tests/support/tiny_checkpoint.h"

#include <QtTest/QtTest>
#include <algorithm>
#include <ctime>
#include <map>

using namespace rekindle;
using namespace rekindle::weights;

namespace {

enum class Order { Ascending, Descending, Shuffled };

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

} // namespace

class TestManyTensors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withinASecondInAnyOrder()
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
            QVERIFY(raw[order] < 1000);
            QVERIFY(whole[order] < 1000);
        }
        for (const auto& times : {raw, whole}) {
            QVERIFY(times.at(Order::Descending) < 4 * times.at(Order::Ascending));
            QVERIFY(times.at(Order::Shuffled) < 8 * times.at(Order::Ascending));
        }
    }
};

QTEST_APPLESS_MAIN(TestManyTensors)
#include "tst_many_tensors.moc"
