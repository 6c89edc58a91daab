#include <QtTest/QtTest>

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <map>
#include <vector>

/// Reads every source of the house and holds its includes against the rules that the build cannot
/// enforce by itself: which outside library may be named in which folder.
class TestLayering : public QObject
{
    Q_OBJECT

    struct Source {
        QString path; ///< relative to the root: "core/base/error.h"
        QString text;
    };

    struct Rule {
        QString what;
        QRegularExpression include; ///< what stands after #include
        QRegularExpression allowed; ///< paths that may include it
    };

    std::vector<Source> m_sources;

private Q_SLOTS:
    void initTestCase()
    {
        const QDir root(REKINDLE_SOURCE_DIR);
        for (const QString& folder :
             {QStringLiteral("core"), QStringLiteral("widgets"), QStringLiteral("app")}) {
            QDirIterator it(root.filePath(folder), {"*.h", "*.cpp"}, QDir::Files,
                            QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                m_sources.push_back(
                    {root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
            }
        }
        QVERIFY(m_sources.size() > 50);
    }

    void librariesStayInTheirRooms()
    {
        const auto pattern = [](const char* text) {
            return QRegularExpression(QString::fromLatin1(text));
        };
        const std::vector<Rule> rules = {
            {"LibTorch", pattern("^<(torch|ATen|c10)/"),
             pattern("^core/(model|train|pretrain|evaluate)/")},
            {"OpenCV", pattern("^<opencv2/"), pattern("^core/dataset/.*\\.cpp$")},
            {"libjpeg and libpng", pattern("^<(jpeglib|png|turbojpeg)\\.h"),
             pattern("^core/dataset/.*\\.cpp$")},
            {"OpenSSL", pattern("^<openssl/"), pattern("^core/storage/.*\\.cpp$")},
            {"Qt", pattern("^<Q"), pattern("^(widgets|app/gui)/")},
            {"QCustomPlot", pattern("^<qcustomplot\\.h"), pattern("^widgets/plots/")},
            {"CLI11", pattern("^<CLI/"), pattern("^app/cli/")},
            {"dlfcn", pattern("^<dlfcn\\.h"), pattern("^core/(engine|model)/.*\\.cpp$")},
        };
        static const QRegularExpression kInclude("^#include (\\S+)",
                                                 QRegularExpression::MultilineOption);
        QStringList broken;
        for (const Source& source : m_sources) {
            auto it = kInclude.globalMatch(source.text);
            while (it.hasNext()) {
                const QString included = it.next().captured(1);
                if (included.startsWith("\"../"))
                    broken << source.path + " climbs out of its folder: " + included;
                for (const Rule& rule : rules) {
                    if (rule.include.match(included).hasMatch() &&
                        !rule.allowed.match(source.path).hasMatch())
                        broken << source.path + " may not name " + rule.what + ": " + included;
                }
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join('\n')));
    }

    /// A header that includes LibTorch says so in its name, so that nobody lists it as public.
    void torchHeadersAreNamedSo()
    {
        QStringList broken;
        int sources = 0;
        for (const Source& source : m_sources) {
            const bool torch =
                source.text.contains("#include <torch/") ||
                source.text.contains(QRegularExpression("#include \"[a-z/_]*_torch\\.h\""));
            if (torch && source.path.endsWith(".h") && !source.path.endsWith("_torch.h") &&
                !source.path.endsWith("torch_pch.h"))
                broken << source.path;
            sources += torch && source.path.endsWith(".cpp") ? 1 : 0;
        }
        qInfo("%d sources include LibTorch", sources);
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join('\n')));
        QVERIFY(sources > 0);
    }

    void exceptionsEndWhereTheyMay()
    {
        // guard.h and torch_guard_torch.h turn exceptions into errors; a few places wrap one call
        // of a library that throws; the worker turns whatever its work throws into a failed run.
        // Anything else is a catch that belongs into a guard.
        QStringList found;
        for (const Source& source : m_sources) {
            if (source.text.contains(QRegularExpression("catch \\(\\.\\.\\.\\)")) &&
                !source.path.endsWith("main.cpp") && source.path != "core/run/worker.cpp")
                found << source.path;
        }
        QVERIFY2(found.isEmpty(),
                 qPrintable("catch (...) swallows what nobody knows: " + found.join(' ')));
    }

    /// A report, not a rule: rooms that ring the bell.
    void sizesOfTheRooms()
    {
        std::map<QString, int> perLayer;
        for (const Source& source : m_sources) {
            const auto lines = static_cast<int>(source.text.count('\n'));
            perLayer[source.path.section('/', 0, 1)] += lines;
            if (lines > (source.path.endsWith(".h") ? 150 : 450))
                qInfo("%s has %d lines", qPrintable(source.path), lines);
        }
        int all = 0;
        for (const auto& [layer, lines] : perLayer) {
            qInfo("%-18s %5d lines", qPrintable(layer), lines);
            all += lines;
        }
        QVERIFY(all > 0);
    }
};

QTEST_APPLESS_MAIN(TestLayering)
#include "tst_layering.moc"
