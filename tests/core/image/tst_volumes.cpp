#include "core/image/inflate.h"
#include "tests/core/image/file_frames.h"
#include "tests/support/result_macros.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <sys/resource.h>

using namespace rekindle;
using namespace rekindle::image;

namespace {

/// As gzip writes what it cannot make smaller.
std::string unpressed(const std::string& raw)
{
    z_stream stream{};
    deflateInit2(&stream, 0, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string out(raw.size() + 200, '\0'), in = raw;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

} // namespace

/// NIfTI volumes as slices, against what nibabel makes of them.
class TestVolumes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slicesAreThoseOfNibabel_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto& [name, unused] : m_expected.items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void slicesAreThoseOfNibabel()
    {
        QFETCH(QString, file);
        const QString differs =
            fileframes::differs(file.toStdString(), m_expected[file.toStdString()]);
        QVERIFY2(differs.isEmpty(), qPrintable(differs));
    }

    /// However it is cut, every voxel is in one slice.
    void allThreeCutsHoldAllVoxels()
    {
        std::vector<int> sums;
        for (const auto axis : {VolumeAxis::Axial, VolumeAxis::Coronal, VolumeAxis::Sagittal}) {
            Request request = fileframes::requestFor(m_expected["lps.nii"]);
            request.reading.axis = axis;
            auto opened = OpenedImages::open(fileframes::file("lps.nii"), {}, request);
            QVERIFY(opened.has_value());
            int sum = 0;
            for (int i = 0; i < opened->count(); ++i) {
                RK_UNWRAP(const auto slice, opened->readWhole(i));
                for (const int value : fileframes::valuesOf(slice))
                    sum += value;
            }
            sums.push_back(sum);
        }
        QVERIFY(sums[0] > 0 && sums[0] == sums[1] && sums[1] == sums[2]);
    }

    /// A packed file that was changed is not answered from what was unpacked before, though it has
    /// as many bytes and begins alike.
    void aChangedFileIsReadAgain()
    {
        QTemporaryDir folder;
        const pictures::fs::path file = folder.path().toStdString() + "/a.nii.gz";
        std::string volume = pictures::read(fileframes::file("ras.nii"));
        const auto values = [&] {
            pictures::write(file, unpressed(volume));
            auto opened = OpenedImages::open(file);
            const auto last = opened->readWhole(opened->count() - 1);
            return last ? fileframes::valuesOf(*last) : std::vector<int>{};
        };
        const auto before = values();
        volume[volume.size() - 2] = static_cast<char>(volume[volume.size() - 2] ^ 0x55);
        const auto after = values();
        QVERIFY(!before.empty() && before.size() == after.size() && before != after);
    }

    void everyTruncationIsFound()
    {
        for (const char* name : {"ras.nii", "second.nii", "packed.nii.gz", "rgb.nii"}) {
            const std::string whole = pictures::read(fileframes::file(name));
            for (std::size_t length = 2; length < whole.size(); length += 3) {
                const auto image = decodeImage(pictures::bytesOf(whole).first(length), name);
                QVERIFY2(!image, qPrintable(QString("%1 at %2").arg(name).arg(length)));
                QVERIFY(image.error().kind == ErrorKind::Damaged ||
                        image.error().kind == ErrorKind::Unknown);
            }
        }
    }

    void spoiledFilesNeverCrash()
    {
        std::mt19937 random(31);
        std::vector<std::string> files;
        for (const auto& [name, unused] : m_expected.items())
            files.push_back(pictures::read(fileframes::file(name)));
        QElapsedTimer clock;
        clock.start();
        int read = 0;
        for (std::size_t i = 0; i < 4000; ++i)
            read += fileframes::readAll(fileframes::spoiled(files[i % files.size()], random));
        qInfo("%d slices read, %lld ms", read, clock.elapsed());
        QVERIFY(read > 0);
        QVERIFY(clock.elapsed() < 5000);
    }

    void bombsAreRefused()
    {
        rusage before{}, after{};
        getrusage(RUSAGE_SELF, &before);
        QElapsedTimer clock;
        clock.start();
        const auto image = readImage({fileframes::file("bomb.nii.gz")});
        QVERIFY(clock.elapsed() < 200);
        getrusage(RUSAGE_SELF, &after);
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::Limit);
        QVERIFY(after.ru_maxrss - before.ru_maxrss < 64 << 10); // KiB
        const std::string bomb = pictures::read(fileframes::file("bomb.nii.gz"));
        RK_VERIFY_FAILS(ErrorKind::Limit,
                        inflated(pictures::bytesOf(bomb), Deflated::Gzip, 1 << 20));
    }

private:
    const Json m_expected = fileframes::expectations("expected_volumes.json");
};

QTEST_APPLESS_MAIN(TestVolumes)
#include "tst_volumes.moc"
