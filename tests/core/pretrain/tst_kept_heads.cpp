// Heads out of a checkpoint, under the names that PyTorch's files and our own have for them.
#include "core/pretrain/kept_heads.h"
#include "core/weights/safetensors_writer.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

using namespace rekindle;

namespace {

weights::Tensor values(std::vector<std::int64_t> shape, float first)
{
    weights::Tensor tensor;
    std::size_t count = 1;
    for (const std::int64_t side : shape)
        count *= static_cast<std::size_t>(side);
    tensor.shape = std::move(shape);
    for (std::size_t i = 0; i < count; ++i)
        tensor.values.push_back(first + static_cast<float>(i));
    return tensor;
}

} // namespace

class TestKeptHeads : public QObject
{
    Q_OBJECT

    test::TempFolder m_folder;

    [[nodiscard]] std::filesystem::path file(const char* name,
                                             const weights::WeightSet& weights) const
    {
        const auto path = m_folder / name;
        if (!weights::writeSafetensors(path, weights, {}, storage::Existing::Replace))
            return {};
        return path;
    }

private Q_SLOTS:
    void areFoundUnderPyTorchsNames()
    {
        weights::WeightSet weights;
        weights.set("module.projection_head.0.weight", values({2, 3}, 1));
        weights.set("module.projection_head.0.bias", values({2}, 10));
        for (const char* what : {"weight", "bias", "running_mean", "running_var"})
            weights.set(std::string("module.projection_head.1.") + what, values({2}, 20));
        weights.set("module.projection_head.3.weight", values({4, 2}, 30));
        weights.set("module.projection_head.3.bias", values({4}, 40));
        weights.set("module.not_projection_head.3.bias", values({4}, 99));
        const auto wanted = pretrain::perceptronTensors("head", "projection_head");
        QCOMPARE(wanted.size(), std::size_t{9});
        RK_UNWRAP(const auto heads, pretrain::readHeads(file("a.safetensors", weights), wanted));
        QCOMPARE(heads.items().size(), std::size_t{8}); // the counter is not there
        QCOMPARE(heads.find("head.hidden.weight")->values,
                 weights.find("module.projection_head.0.weight")->values);
        QCOMPARE(heads.find("head.output.bias")->values[0], 40.0F);
        QCOMPARE(heads.find("head.norm.running_var")->values[1], 21.0F);
    }

    void areFoundUnderOurOwnNames()
    {
        weights::WeightSet weights;
        weights.set("prototypes.weight", values({3, 2}, 5));
        RK_UNWRAP(const auto heads, pretrain::readHeads(file("b.safetensors", weights),
                                                        {{"prototypes.weight", {}, false}}));
        QCOMPARE(heads.find("prototypes.weight")->values[0], 5.0F);
    }

    void aFileWithoutThemIsRefused()
    {
        weights::WeightSet weights;
        weights.set("conv1.weight", values({2, 3}, 1));
        RK_VERIFY_FAILS(ErrorKind::Mismatch,
                        pretrain::readHeads(file("c.safetensors", weights),
                                            pretrain::perceptronTensors("head", "head")));
        weights.set("prototypes.weight", values({1}, std::numeric_limits<float>::quiet_NaN()));
        RK_VERIFY_FAILS(ErrorKind::Damaged,
                        pretrain::readHeads(file("d.safetensors", weights),
                                            {{"prototypes.weight", {}, false}}));
    }
};

QTEST_APPLESS_MAIN(TestKeptHeads)
#include "tst_kept_heads.moc"
