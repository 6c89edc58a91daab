#include "core/memory/network_maps.h"
#include "tests/support/result_macros.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace rekindle;

/// Maps of networks counted by hand.
class TestNetworkMaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// ResNet-50 at 224 pixels: the stem is 112 x 112 x 64, pooled to 56 x 56; the first block has
    /// a shortcut of its own.
    void aBottleneckByHand()
    {
        RK_UNWRAP(const auto architecture, weights::parseArchitecture("resnet50"));
        weights::Conventions conventions{weights::Padding::Torchvision,
                                         weights::Normalisation::None, 1e-5};
        const auto parts = memory::networkMaps(architecture, conventions, 224);
        QCOMPARE(parts.size(), std::size_t{17}); // 1 + 3 + 4 + 6 + 3
        QCOMPARE(parts[0].output, 56.0 * 56 * 64);
        QCOMPARE(parts[0].kept, 2 * 112.0 * 112 * 64); // of the convolution and of the norm
        QCOMPARE(parts[0].keptBytes, 8 * 56.0 * 56 * 64);
        QCOMPARE(parts[1].output, 56.0 * 56 * 256);
        // Two norms of 64 channels with their inputs, the last convolution, the shortcut's.
        QCOMPARE(parts[1].kept, 4 * 56.0 * 56 * 64 + 2 * 56.0 * 56 * 256);
        QCOMPARE(parts[2].kept, 4 * 56.0 * 56 * 64 + 56.0 * 56 * 256);
        // The first of the second stage halves the side in its second convolution.
        QCOMPARE(parts[4].kept,
                 2 * 56.0 * 56 * 128 + 2 * 28.0 * 28 * 128 + 2 * 28.0 * 28 * 512 + 28.0 * 28 * 256);
        QCOMPARE(parts[16].output, 7.0 * 7 * 2048);
    }

    void theStemForSmallImagesPoolsNothing()
    {
        RK_UNWRAP(const auto architecture, weights::parseArchitecture("resnet18-cifar"));
        weights::Conventions conventions{weights::Padding::Torchvision,
                                         weights::Normalisation::Imagenet, 1e-5};
        const auto parts = memory::networkMaps(architecture, conventions, 32);
        QCOMPARE(parts[0].output, 32.0 * 32 * 64);
        QCOMPARE(parts[0].kept, 3 * 32.0 * 32 + 32.0 * 32 * 64); // and the normalised pixels
        QCOMPARE(parts[0].keptBytes, 0.0);
        QCOMPARE(parts[1].kept, 3 * 32.0 * 32 * 64);
    }

    /// As torchvision counts the parameters without fc.
    void weightsAreTorchvisions()
    {
        for (const auto& [name, count] :
             {std::pair{"resnet18", 11'176'512}, {"resnet50", 23'508'032}}) {
            RK_UNWRAP(const auto architecture, weights::parseArchitecture(name));
            QCOMPARE(memory::networkWeights(architecture), std::int64_t{count});
        }
    }
};

QTEST_APPLESS_MAIN(TestNetworkMaps)
#include "tst_network_maps.moc"
