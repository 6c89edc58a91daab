// A further container and a further naming are one file each (toy_bundle.cpp, toy_naming.cpp) and
// one line each in a list.
#include "core/checkpoint/naming.h"
#include "core/storage/digest.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include "core/base/text.h"

#include <QtTest/QtTest>
#include <fstream>

using namespace rekindle;
using namespace rekindle::checkpoint;
using namespace rekindle::weights;

namespace rekindle::formats {
CheckpointFormat toyBundleFormat();
}
namespace rekindle::checkpoint {
Naming toyNaming();
}

namespace {

const std::filesystem::path kData = std::filesystem::path(REKINDLE_TEST_DATA) / "checkpoint";

/// The product's lists and the toys.
struct Lists {
    std::vector<formats::CheckpointFormat> containers{formats::formats().begin(),
                                                      formats::formats().end()};
    std::vector<Naming> names{namings().begin(), namings().end()};
    Lists()
    {
        containers.push_back(formats::toyBundleFormat());
        names.push_back(toyNaming());
    }
    [[nodiscard]] Registry registry() const { return {containers, names}; }
};

/// "layer1.0.conv2" as "net/group_1/block_0/conv_2/".
std::string toyName(const std::string& module)
{
    if (module == "conv1" || module == "bn1")
        return module == "conv1" ? "net/stem/conv/" : "net/stem/norm/";
    const auto parts = text::split(module, '.');
    const std::string at = "net/group_" + parts[0].substr(5) + "/block_" + parts[1] + "/";
    if (parts[2] == "downsample")
        return at + (parts[3] == "0" ? "shortcut_conv/" : "shortcut_norm/");
    return at + (parts[2].rfind("conv", 0) == 0 ? "conv_" : "norm_") + parts[2].back() + "/";
}

/// Writes a network as the toys have it: a table and a file of values.
class ToyWriter
{
public:
    void add(const std::string& name, const std::vector<std::int64_t>& shape,
             const std::vector<float>& values)
    {
        m_table += name + " " + std::to_string(shape.size());
        for (const std::int64_t side : shape)
            m_table += " " + std::to_string(side);
        m_table += " " + std::to_string(m_values.size() * sizeof(float)) + "\n";
        m_values.insert(m_values.end(), values.begin(), values.end());
    }

    void addKernel(const std::string& name, const Tensor& tensor)
    {
        const auto& s = tensor.shape;
        std::vector<float> turned(tensor.values.size());
        for (std::int64_t o = 0; o < s[0]; ++o)
            for (std::int64_t i = 0; i < s[1]; ++i)
                for (std::int64_t h = 0; h < s[2]; ++h)
                    for (std::int64_t w = 0; w < s[3]; ++w)
                        turned[static_cast<std::size_t>(((h * s[3] + w) * s[1] + i) * s[0] + o)] =
                            tensor.values[static_cast<std::size_t>(
                                ((o * s[1] + i) * s[2] + h) * s[3] + w)];
        add(name, {s[2], s[3], s[1], s[0]}, turned);
    }

    void addNetwork(const Checkpoint& network)
    {
        for (const ConvLayer& layer : convLayers(network.architecture)) {
            addKernel(toyName(layer.conv) + "w", *network.weights.find(layer.conv + ".weight"));
            for (const auto& [part, toy] :
                 {std::pair(".weight", "scale"), std::pair(".bias", "offset"),
                  std::pair(".running_mean", "mean"), std::pair(".running_var", "average")})
                add(toyName(layer.norm) + toy, {1, 1, 1, layer.outputs},
                    network.weights.find(layer.norm + part)->values);
        }
        add("net/head/w", {1, 2}, {1, 2});
    }

    void write(const std::filesystem::path& file, const std::string& values = "toy.values") const
    {
        std::ofstream(file, std::ios::binary) << "TOY BUNDLE\n" + values + "\n" + m_table;
        std::ofstream out(file.parent_path() / "toy.values", std::ios::binary);
        out.write(reinterpret_cast<const char*>(m_values.data()),
                  static_cast<std::streamsize>(m_values.size() * sizeof(float)));
    }

private:
    std::string m_table;
    std::vector<float> m_values;
};

} // namespace

class TestRegistries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Both toys at once, against what PyTorch's own file of the same network gives.
    void aBundleUnderOtherNames_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("basic blocks") << "basic.pth";
        QTest::newRow("bottlenecks") << "nested.pth";
    }

    void aBundleUnderOtherNames()
    {
        QFETCH(QString, file);
        RK_UNWRAP(const Checkpoint network, readCheckpoint(kData / file.toStdString()));
        const test::TempFolder folder;
        ToyWriter writer;
        writer.addNetwork(network);
        writer.write(folder / "toy.index");
        RK_VERIFY_FAILS(ErrorKind::Unknown, readCheckpoint(folder / "toy.index"));
        const Lists lists;
        RK_UNWRAP(const Checkpoint read,
                  readCheckpoint(folder / "toy.index", {}, lists.registry()));
        QCOMPARE(weights::name(read.architecture), weights::name(network.architecture));
        std::size_t counters = 0;
        for (const auto& item : network.weights.items()) {
            const Tensor* tensor = read.weights.find(item.name);
            QVERIFY2(tensor != nullptr, item.name.c_str());
            if (item.name.ends_with("num_batches_tracked")) {
                ++counters;
                continue;
            }
            QCOMPARE(tensor->shape, item.tensor.shape);
            QCOMPARE(tensor->values, item.tensor.values);
        }
        QCOMPARE(read.weights.items().size(), network.weights.items().size());
        QCOMPARE(read.missing.size(), counters);
        QCOMPARE(read.ignored, std::vector<std::string>{"net/head/w"});
        QCOMPARE(read.format, std::string("toy-bundle"));
        QCOMPARE(read.writer, std::string("a toy's names"));
        QCOMPARE(read.method, std::string("byol"));
        QVERIFY(read.conventions.padding == Padding::Same);
        QCOMPARE(read.conventions.bnEps, 1e-4);
        QVERIFY(read.warnings.empty());
        // What the product reads is read as before beside the toys.
        RK_UNWRAP(const Checkpoint again,
                  readCheckpoint(kData / file.toStdString(), {}, lists.registry()));
        QCOMPARE(again.format, network.format);
    }

    /// The content hash names every part, and not where the parts lie or what the first is called.
    void hashOfAllParts()
    {
        RK_UNWRAP(const Checkpoint network, readCheckpoint(kData / "basic.pth"));
        RK_UNWRAP(const std::string plain, contentHash(network));
        RK_UNWRAP(const std::string expected, storage::sha256File(kData / "basic.pth"));
        QCOMPARE(plain, expected);

        const test::TempFolder folder;
        ToyWriter writer;
        writer.addNetwork(network);
        writer.write(folder / "toy.index");
        const Lists lists;
        const auto hashOf = [&](const std::filesystem::path& file) -> Result<std::string> {
            RK_TRY(const auto read, readCheckpoint(file, {}, lists.registry()));
            return contentHash(read);
        };
        RK_UNWRAP(const std::string whole, hashOf(folder / "toy.index"));
        RK_UNWRAP(std::string one, storage::sha256File(folder / "toy.index"));
        RK_UNWRAP(std::string two, storage::sha256File(folder / "toy.values"));
        if (two < one)
            std::swap(one, two);
        QCOMPARE(whole, storage::sha256(one + "\n" + two + "\n"));

        std::filesystem::copy_file(folder / "toy.index", folder / "other.index");
        RK_UNWRAP(const std::string renamed, hashOf(folder / "other.index"));
        QCOMPARE(renamed, whole);
        // The last value alone, which belongs to no layer of the network.
        std::fstream(folder / "toy.values", std::ios::in | std::ios::out | std::ios::binary)
            .seekp(-1, std::ios::end)
            .put('\1');
        RK_UNWRAP(const std::string changed, hashOf(folder / "toy.index"));
        QVERIFY(changed != whole);
    }

    /// What was read is named, although the path leads to another file by then.
    void hashIsOfWhatWasRead()
    {
        const test::TempFolder folder;
        std::filesystem::copy_file(kData / "basic.pth", folder / "a.pth");
        RK_UNWRAP(const Checkpoint read, readCheckpoint(folder / "a.pth"));
        std::filesystem::remove(folder / "a.pth");
        std::filesystem::copy_file(kData / "f16.pth", folder / "a.pth");
        RK_UNWRAP(const std::string named, contentHash(read));
        RK_UNWRAP(const std::string expected, storage::sha256File(kData / "basic.pth"));
        QCOMPARE(named, expected);
        RK_VERIFY_FAILS(ErrorKind::Internal, contentHash(Checkpoint{}));
    }

    void partsThatAreNotThere()
    {
        RK_UNWRAP(const Checkpoint network, readCheckpoint(kData / "basic.pth"));
        const test::TempFolder folder;
        ToyWriter writer;
        writer.addNetwork(network);
        const Lists lists;
        const auto read = [&] {
            return readCheckpoint(folder / "toy.index", {}, lists.registry());
        };
        writer.write(folder / "toy.index");
        std::filesystem::remove(folder / "toy.values");
        const auto missing = read();
        RK_VERIFY_FAILS(ErrorKind::NotFound, missing);
        QVERIFY(missing.error().subject.find("toy.values") != std::string::npos);
        std::filesystem::create_directory(folder / "sub");
        std::ofstream(folder / "sub" / "toy.values") << "values";
        for (const std::string name :
             {"sub/toy.values", "../toy.values", "..", "", "/etc/passwd"}) {
            writer.write(folder / "toy.index", name);
            RK_VERIFY_FAILS(ErrorKind::Damaged, read());
        }
        writer.write(folder / "toy.index", "sub");
        RK_VERIFY_FAILS(ErrorKind::Unknown, read());
    }

    /// TensorFlow's layers with biases: each goes with the kernel of its number.
    void biasesGoWithTheirKernels()
    {
        std::vector<weights::TensorInfo> tensors;
        const auto add = [&](int number, const char* leaf, std::vector<std::int64_t> shape) {
            weights::TensorInfo info;
            info.key =
                "base_model/conv2d" + (number > 0 ? "_" + std::to_string(number) : "") + "/" + leaf;
            info.type = weights::ElementType::F32;
            info.shape = std::move(shape);
            static_cast<void>(weights::countElements(info.shape, info.elements));
            tensors.push_back(std::move(info));
        };
        add(0, "kernel", {7, 7, 3, 2});
        for (int stage = 0; stage < 4; ++stage) {
            const std::int64_t inputs = stage == 0 ? 2 : 1 << stage;
            const std::int64_t outputs = 2 << stage;
            add(3 * stage + 1, "kernel", {1, 1, inputs, outputs});
            add(3 * stage + 2, "kernel", {3, 3, inputs, outputs});
            add(3 * stage + 3, "kernel", {3, 3, outputs, outputs});
        }
        add(4, "bias", {4});
        add(0, "bias", {2});
        const FileTensors::Notes notes;
        RK_UNWRAP(const FileTensors file, FileTensors::of(tensors, notes, "file"));
        const auto all = namings();
        const auto tensorflow = std::find_if(all.begin(), all.end(), [](const Naming& naming) {
            return naming.name == "tensorflow";
        });
        const auto found = tensorflow->candidates(file);
        QCOMPARE(found.size(), std::size_t{1});
        std::map<std::string, std::size_t> biases;
        for (const NamedTensor& tensor : tensorflow->map(file, found[0])) {
            if (tensor.name.ends_with(".bias"))
                biases[tensor.name] = tensor.place;
        }
        const std::map<std::string, std::size_t> expected{{"conv1.bias", 14},
                                                          {"layer2.0.downsample.0.bias", 13}};
        QVERIFY(biases == expected);
    }

    /// A kernel whose axes are not those that the naming expects is no network.
    void otherAxes()
    {
        RK_UNWRAP(const Checkpoint network, readCheckpoint(kData / "basic.pth"));
        const test::TempFolder folder;
        ToyWriter writer;
        writer.add("net/stem/conv/w", {3, 3, 3}, std::vector<float>(27));
        writer.write(folder / "toy.index");
        const Lists lists;
        const auto read = readCheckpoint(folder / "toy.index", {}, lists.registry());
        RK_VERIFY_FAILS(ErrorKind::Mismatch, read);
        QVERIFY(read.error().message.find("axes") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestRegistries)
#include "tst_registries.moc"
