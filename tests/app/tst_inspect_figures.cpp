// Every picture of the weights from the command line: as PDF, SVG and PNG with its numbers beside
// it.
#include "tests/app/cli_process.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest/QtTest>

#include <algorithm>
#include <vector>

using namespace rekindle;
using namespace rekindle::test;

namespace {

QString model(const char* name)
{
    return QStringLiteral(REKINDLE_TEST_DATA "/model/") + QLatin1String(name);
}

} // namespace

class TestInspectFigures : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

    static QStringList firstLines(const QByteArray& csv)
    {
        return QString::fromUtf8(csv.left(2000)).split(u'\n');
    }

private Q_SLOTS:
    void everyKindIsWrittenWithItsNumbers_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("heading");
        const QStringList two{model("basic.safetensors"), model("bottleneck.safetensors")};
        const auto show = [](const char* what) {
            return QStringList{QStringLiteral("--show"), QLatin1String(what)};
        };
        const QString curves = QStringLiteral("panel,series,x,y,low,high");
        QTest::newRow("figure 1") << two << curves;
        QTest::newRow("counts") << two + QStringList{QStringLiteral("--counts"),
                                                     QStringLiteral("--log"),
                                                     QStringLiteral("--log-y")}
                                << curves;
        QTest::newRow("norms") << two + show("norms") << QStringLiteral("series,x,y,low,high");
        QTest::newRow("side by side")
            << two + show("norms") +
                   QStringList{QStringLiteral("--arrange"), QStringLiteral("side-by-side")}
            << curves;
        QTest::newRow("layers") << two + show("layers")
                                << QStringLiteral("panel,row,from,to,value,mark,note");
        QTest::newRow("dead") << QStringList{two[0]} + show("dead")
                              << QStringLiteral("row,from,to,value,mark,note");
        QTest::newRow("filters") << QStringList{two[0]} + show("filters")
                                 << QStringLiteral("picture,row,column,channel,value");
        QTest::newRow("a volume's filters")
            << QStringList{QStringLiteral(REKINDLE_TEST_DATA "/checkpoint/others/volume.pth")} +
                   show("filters")
            << QStringLiteral("picture,row,column,channel,value");
    }

    void everyKindIsWrittenWithItsNumbers()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, heading);
        static int number = 0;
        for (const auto& [ending, magic] :
             {std::pair{"pdf", "%PDF-"}, {"svg", "<?xml"}, {"png", "\x89PNG"}}) {
            const QString stem = file(QStringLiteral("f%1").arg(++number));
            const QString target = stem + u'.' + QLatin1String(ending);
            const Called called = call(QStringList{QStringLiteral("inspect")} + words +
                                       QStringList{QStringLiteral("--figure"), target});
            QVERIFY2(called.code == 0, called.err.constData());
            const QByteArray picture = get(target);
            QVERIFY2(picture.startsWith(magic) && picture.size() > 2000, qPrintable(target));
            const QStringList lines = firstLines(get(stem + QStringLiteral(".csv")));
            QCOMPARE(lines.value(0), heading);
            QVERIFY(lines.size() > 5);
        }
    }

    /// Every filter is counted where its norm lies, by norms that numpy computed.
    void binsHoldTheFiltersOfTheirNorms()
    {
        const QJsonArray norms = QJsonDocument::fromJson(get(model("filter_norms.json"))).array();
        QCOMPARE(norms.size(), 180);
        const QString figure = file(QStringLiteral("bins.svg"));
        QCOMPARE(call({QStringLiteral("inspect"), model("basic.safetensors"),
                       QStringLiteral("--show"), QStringLiteral("norms"),
                       QStringLiteral("--counts"), QStringLiteral("--figure"), figure})
                     .code,
                 0);
        std::vector<std::pair<double, int>> bins; // centre, filters
        for (const QString& line : firstLines(get(file(QStringLiteral("bins.csv")))).mid(1)) {
            const QStringList cells = line.split(u',');
            if (cells.size() == 5)
                bins.emplace_back(cells[1].toDouble(), cells[2].toInt());
        }
        QVERIFY(bins.size() > 10);
        const double width = bins[1].first - bins[0].first;
        constexpr double kRounding = 1e-9;
        const double longest = norms.last().toDouble() - 2 * kRounding; // in the last bin
        for (const auto& [centre, filters] : bins) {
            const double from = centre - width / 2 - kRounding;
            const auto inside = std::count_if(norms.begin(), norms.end(), [&](const auto& norm) {
                const double value = std::min(norm.toDouble(), longest);
                return value >= from && value < from + width;
            });
            QVERIFY2(filters == inside, qPrintable(QString::number(centre)));
        }
    }

    void replacedFiltersAreNamedWithTheirDonors()
    {
        const QString repaired = file(QStringLiteral("repaired.safetensors"));
        const Called repair = call(
            {QStringLiteral("repair"), model("basic.safetensors"), QStringLiteral("-o"), repaired,
             QStringLiteral("--no-proof"), QStringLiteral("--dead-below"), QStringLiteral("0.5"),
             QStringLiteral("--scale"), QStringLiteral("none"), QStringLiteral("--json")});
        QVERIFY2(repair.code == 0, repair.err.constData());
        const Json replaced = repair.json()["replaced"];
        const QString figure = file(QStringLiteral("replaced.svg"));
        QCOMPARE(call({QStringLiteral("inspect"), repaired, QStringLiteral("--figure"), figure,
                       QStringLiteral("--show"), QStringLiteral("dead")})
                     .code,
                 0);
        const QByteArray csv = get(file(QStringLiteral("replaced.csv")));
        QCOMPARE(static_cast<std::size_t>(csv.count(",replaced,")), replaced.size());
    }

    void contradictionsAreRefused()
    {
        const QString target = file(QStringLiteral("refused.pdf"));
        const QStringList figure{QStringLiteral("--figure"), target};
        QStringList seven{QStringLiteral("inspect")};
        for (int i = 0; i < 7; ++i)
            seven << model("basic.safetensors");
        const Called many = call(seven + figure);
        QCOMPARE(many.code, 2);
        QVERIFY2(many.oneSentence() && many.err.contains("up to 6"), many.err.constData());
        const QStringList one{QStringLiteral("inspect"), model("basic.safetensors")};
        QCOMPARE(call(one + figure +
                      QStringList{QStringLiteral("--counts"), QStringLiteral("--density")})
                     .code,
                 2);
        QCOMPARE(
            call(one + figure + QStringList{QStringLiteral("--show"), QStringLiteral("all")}).code,
            2);
        QCOMPARE(
            call(one + figure + QStringList{QStringLiteral("--layer"), QStringLiteral("no")}).code,
            2);
        QVERIFY(!QFile::exists(target));
        // A stage is as good as a layer.
        QCOMPARE(
            call(one + figure + QStringList{QStringLiteral("--layer"), QStringLiteral("layer2")})
                .code,
            0);
    }
};

QTEST_GUILESS_MAIN(TestInspectFigures)
#include "tst_inspect_figures.moc"
