#include "core/storage/read_buffer.h"

#include <QtTest/QtTest>
#include <algorithm>
#include <limits>
#include <new>

using rekindle::storage::ReadBuffer;

class TestReadBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsThereAtFirst()
    {
        ReadBuffer buffer;
        QVERIFY(buffer.bytes().empty());
        QVERIFY(buffer.room(0).empty());
    }

    /// Smaller pieces come to lie where the larger one lay, in memory that is there already.
    void itIsUsedAgain()
    {
        ReadBuffer buffer;
        for (const std::size_t most : {std::size_t{1000}, std::size_t{5} << 20}) {
            const auto first = buffer.room(most);
            QCOMPARE(first.size(), most);
            std::fill(first.begin(), first.end(), std::byte{7});
            const auto second = buffer.room(most / 10);
            QCOMPARE(second.size(), most / 10);
            QCOMPARE(second.data(), first.data());
            QCOMPARE(second.back(), std::byte{7});
            QCOMPARE(buffer.bytes().data(), first.data());
            QCOMPARE(buffer.room(most).data(), first.data());
        }
    }

    /// Much memory is not held for a little.
    void muchIsGivenBack()
    {
        ReadBuffer buffer;
        const std::size_t much = std::size_t{64} << 20;
        const auto* before = buffer.room(much).data();
        QCOMPARE(buffer.room(much / 2).data(), before);
        QVERIFY(buffer.capacity() >= much);
        const auto little = buffer.room(much / 2 - 1);
        QCOMPARE(little.size(), much / 2 - 1);
        std::fill(little.begin(), little.end(), std::byte{1});
        QVERIFY(buffer.capacity() < much);
        QCOMPARE(buffer.room(100).size(), std::size_t{100});
        QVERIFY(buffer.capacity() < much / 16);
    }

    void whatNobodyHasIsRefused()
    {
        ReadBuffer buffer;
        QVERIFY_EXCEPTION_THROWN(
            static_cast<void>(buffer.room(std::numeric_limits<std::size_t>::max() - 100)),
            std::bad_alloc);
        QVERIFY(buffer.bytes().empty());
        QCOMPARE(buffer.room(10).size(), std::size_t{10});
    }
};

QTEST_APPLESS_MAIN(TestReadBuffer)
#include "tst_read_buffer.moc"
