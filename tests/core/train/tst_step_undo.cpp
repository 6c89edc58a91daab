#include "core/train/step_undo_torch.h"

#include <QtTest/QtTest>

#include <limits>

using namespace rekindle;

namespace {

/// A batch norm in front of a linear layer: running statistics that a forward pass writes.
struct Net : torch::nn::Module {
    torch::nn::BatchNorm1d norm{torch::nn::BatchNorm1dOptions(3)};
    torch::nn::Linear linear{3, 2};

    Net()
    {
        register_module("norm", norm);
        register_module("linear", linear);
    }
    torch::Tensor forward(const torch::Tensor& x) { return linear(norm(x)); }
};

std::vector<torch::Tensor> copies(const Net& net)
{
    std::vector<torch::Tensor> all;
    for (const torch::Tensor& tensor : net.parameters())
        all.push_back(tensor.detach().clone());
    for (const torch::Tensor& tensor : net.buffers())
        all.push_back(tensor.clone());
    return all;
}

bool equal(const std::vector<torch::Tensor>& one, const std::vector<torch::Tensor>& other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](const auto& a, const auto& b) { return torch::equal(a, b); });
}

} // namespace

class TestStepUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A pass over something that is not a number leaves no trace.
    void aBadForwardPassIsUndone()
    {
        torch::manual_seed(1);
        Net net;
        net.forward(torch::randn({8, 3})); // statistics that are not the initial ones
        const auto before = copies(net);
        train::StepUndo undo({&net});
        undo.remember();
        const auto bad = torch::full({8, 3}, std::numeric_limits<float>::quiet_NaN());
        net.forward(bad).sum().backward();
        QVERIFY(!equal(copies(net), before)); // what this test is about does happen
        undo.undo();
        QVERIFY(equal(copies(net), before));
    }

    /// The statistics that come back are those of the latest good step.
    void theLatestStateComesBack()
    {
        Net net;
        train::StepUndo undo({&net});
        undo.remember();
        net.forward(torch::ones({4, 3}));
        undo.remember();
        const auto good = copies(net);
        net.forward(torch::full({4, 3}, 100.0F));
        undo.undo();
        QVERIFY(equal(copies(net), good));
    }

    void aGradientThatIsNoNumberIsSeen()
    {
        torch::Tensor one = torch::ones({4}, torch::requires_grad());
        torch::Tensor other = torch::ones({4}, torch::requires_grad());
        QVERIFY(train::gradientsAreFinite({one, other})); // none there yet
        (one.sum() + other.sum()).backward();
        QVERIFY(train::gradientsAreFinite({one, other}));
        // sqrt's slope at 0 is infinite, though the loss is 0: a finite loss with a bad gradient.
        torch::Tensor root = torch::zeros({4}, torch::requires_grad());
        const torch::Tensor loss = root.sqrt().sum();
        QCOMPARE(loss.item<float>(), 0.0F);
        loss.backward();
        QVERIFY(!train::gradientsAreFinite({one, other, root}));
    }
};

QTEST_APPLESS_MAIN(TestStepUndo)
#include "tst_step_undo.moc"
