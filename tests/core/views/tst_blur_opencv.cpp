// Both blurs, at every size that views have and some that fit no vector, against OpenCV's filters
// of the same kernels and borders.
#include "core/base/rng.h"
#include "core/views/blur.h"

#include <QtTest/QtTest>
#include <opencv2/imgproc.hpp>
#include <vector>

using namespace rekindle;
using views::BlurRule;

namespace {

/// A tenth of a grey level of eight bits.
constexpr double kMost = 0.1 / 255;

/// OpenCV's own kernel of that many weights.
cv::Mat gaussian(std::size_t weights, double sigma)
{
    return cv::getGaussianKernel(static_cast<int>(weights), sigma, CV_32F);
}

cv::Mat filtered(const cv::Mat& given, const cv::Mat& kernel, int border, int times)
{
    cv::Mat picture = given.clone();
    const cv::Mat one = cv::Mat::ones(1, 1, CV_32F);
    // Boxes go along each axis by themselves, as often as there are of them.
    for (int nth = 0; nth < times; ++nth)
        cv::sepFilter2D(picture.clone(), picture, CV_32F, kernel, one, {-1, -1}, 0, border);
    for (int nth = 0; nth < times; ++nth)
        cv::sepFilter2D(picture.clone(), picture, CV_32F, one, kernel, {-1, -1}, 0, border);
    return picture;
}

} // namespace

class TestBlurOpenCv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agrees_data();
    void agrees();
};

void TestBlurOpenCv::agrees_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<double>("sigma");
    QTest::addColumn<bool>("boxes");
    for (const int size : {32, 61, 96, 160, 224}) {
        for (const double sigma : {0.1, 0.7, 1.31, 2.0}) {
            for (const bool boxes : {false, true})
                QTest::addRow("%d px, %.2f, %s", size, sigma, boxes ? "boxes" : "Gaussian")
                    << size << sigma << boxes;
        }
    }
}

void TestBlurOpenCv::agrees()
{
    QFETCH(const int, size);
    QFETCH(const double, sigma);
    QFETCH(const bool, boxes);
    Random random(3, Purpose::Probe);
    cv::Mat picture(size, size, CV_32F);
    for (float& value : cv::Mat_<float>(picture))
        value = static_cast<float>(random.uniform(0, 1));

    const std::vector<float> box = views::boxKernel(sigma);
    const cv::Mat expected =
        boxes ? filtered(picture, cv::Mat(box, true), cv::BORDER_REPLICATE, 3)
              : filtered(picture, gaussian(views::blurKernel(size, sigma).size(), sigma),
                         cv::BORDER_CONSTANT, 1);
    cv::Mat ours = picture.clone();
    views::blur(boxes ? BlurRule::Boxes : BlurRule::Gaussian, sigma, 1, size, ours.ptr<float>());
    QVERIFY2(cv::norm(ours, picture, cv::NORM_INF) > 10 * kMost || sigma < 0.5,
             "nothing was blurred");
    const double off = cv::norm(ours, expected, cv::NORM_INF);
    QVERIFY2(off < kMost, qPrintable(QString("%1 off").arg(off)));
}

QTEST_APPLESS_MAIN(TestBlurOpenCv)
#include "tst_blur_opencv.moc"
