#include <QtTest/QtTest>

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <map>
#include <set>
#include <vector>

/// Holds the house against its plan. That a layer sees only what it declares is tried with the very
/// command that compiles it; what the build cannot enforce by itself (which outside library may be
/// named in which folder) is read from the sources.
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

    /// A layer as its CMakeLists.txt declares it.
    struct Layer {
        QString folder;               ///< "core/dataset"
        QStringList headers, own;     ///< public ones; those for its own sources alone
        QStringList torch;            ///< those that include LibTorch
        std::set<QString> shown;      ///< targets that its headers include
        std::set<QString> torchShown; ///< the same for those with LibTorch
        std::set<QString> hidden;     ///< targets of its sources alone
    };

    std::vector<Source> m_sources;
    std::map<QString, Layer> m_layers;

    void readLayers()
    {
        QFile file(REKINDLE_BUILD_DIR "/layers.txt");
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        for (const QString& line : QString::fromUtf8(file.readAll()).split('\n')) {
            const QStringList parts = line.split('|');
            if (parts.size() != 3)
                continue;
            Layer& layer = m_layers[parts[0]];
            const QStringList words = parts[2].split(' ', Qt::SkipEmptyParts);
            if (parts[1] == "HEADERS")
                layer.headers = words;
            else if (parts[1] == "INSIDE")
                layer.own = words;
            else if (parts[1] == "TORCH")
                layer.torch = words;
            std::set<QString>* targets = parts[1] == "DEPENDS"         ? &layer.shown
                                         : parts[1] == "TORCH_DEPENDS" ? &layer.torchShown
                                         : parts[1] == "PRIVATE"       ? &layer.hidden
                                                                       : nullptr;
            for (QString word : words) {
                if (targets != nullptr && word.startsWith("rekindle::"))
                    targets->insert(word.remove("rekindle::"));
            }
            if (!layer.headers.isEmpty())
                layer.folder = layer.headers.front().section('/', 0, 1);
        }
    }

    /// Everything that comes along with a target, itself included: "model_torch" brings "model"
    /// with it.
    void addWithAll(const QString& target, std::set<QString>& seen) const
    {
        if (!seen.insert(target).second)
            return;
        QString name = target;
        const auto of = [&](const QString& layer) -> const Layer* {
            const auto at = m_layers.find(layer);
            return at == m_layers.end() ? nullptr : &at->second;
        };
        if (target.endsWith("_torch")) {
            name.chop(6);
            addWithAll(name, seen);
            if (const Layer* layer = of(name)) {
                for (const QString& below : layer->torchShown)
                    addWithAll(below, seen);
            }
        }
        if (const Layer* layer = of(name)) {
            for (const QString& below : layer->shown)
                addWithAll(below, seen);
        }
    }

    /// The options of the command that compiles a source of this folder, as far as they decide
    /// what an include finds.
    static QStringList includeOptions(const QString& folder)
    {
        QFile file(REKINDLE_BUILD_DIR "/compile_commands.json");
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QJsonArray commands = QJsonDocument::fromJson(file.readAll()).array();
        const QString start = QStringLiteral(REKINDLE_SOURCE_DIR "/") + folder + "/";
        for (const auto& entry : commands) {
            if (!entry.toObject()["file"].toString().startsWith(start))
                continue;
            QStringList options;
            const QStringList words = entry.toObject()["command"].toString().split(' ');
            for (qsizetype i = 0; i < words.size(); ++i) {
                if (words[i].startsWith("-I"))
                    options << words[i];
                else if (words[i] == "-isystem" && i + 1 < words.size())
                    options << words[i] << words[i + 1];
            }
            return options;
        }
        return {};
    }

    enum class Ask { Reachable, Missing };

    /// What the compiler says to one include, with a layer's own options; empty when it is found.
    /// Where the header should be there, only whether the path leads to it is asked, not what
    /// stands in it.
    static QString complaint(const QStringList& options, const QString& header, Ask ask)
    {
        const QByteArray name = '"' + header.toUtf8() + '"';
        QTemporaryDir elsewhere; // a quoted include also looks beside the text that holds it
        QProcess compiler;
        compiler.setWorkingDirectory(elsewhere.path());
        compiler.start("c++", QStringList(options) << "-E"
                                                   << "-x"
                                                   << "c++"
                                                   << "-");
        compiler.write(ask == Ask::Missing ? "#include " + name + "\n"
                                           : "#if !__has_include(" + name + ")\n#error " + name +
                                                 " is not found\n#endif\n");
        compiler.closeWriteChannel();
        if (!compiler.waitForFinished())
            return "the compiler did not answer";
        const QString said = QString::fromUtf8(compiler.readAllStandardError());
        return compiler.exitCode() == 0 ? QString() : said.section('\n', 0, 0);
    }

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
        readLayers();
        QVERIFY(m_layers.size() > 20);
    }

    /// Every pair of layers: what is declared is found, what is not declared is "No such file" and
    /// fails for no other reason.
    void layersSeeWhatTheyDeclare()
    {
        int forbidden = 0, allowed = 0;
        QStringList wrong;
        for (const auto& [name, layer] : m_layers) {
            const QStringList options = includeOptions(layer.folder);
            QVERIFY2(!options.isEmpty(), qPrintable("no command compiles " + layer.folder));
            std::set<QString> visible;
            for (const auto* targets : {&layer.shown, &layer.torchShown, &layer.hidden}) {
                for (const QString& below : *targets)
                    addWithAll(below, visible);
            }
            if (!layer.torch.isEmpty())
                visible.insert(name + "_torch");
            for (const auto& [other, theirs] : m_layers) {
                const bool self = other == name;
                const auto tryOne = [&](const QStringList& headers, bool expected) {
                    if (headers.isEmpty())
                        return;
                    const QString said = complaint(options, headers.front(),
                                                   expected ? Ask::Reachable : Ask::Missing);
                    ++(expected ? allowed : forbidden);
                    const bool missing =
                        said.contains("fatal error: " + headers.front() + ": No such file");
                    if (expected ? !said.isEmpty() : !missing)
                        wrong << name + (expected ? " cannot include " : " can include ") +
                                     headers.front() + " " + said;
                };
                tryOne(theirs.headers, self || visible.count(other) != 0);
                tryOne(theirs.own, self);
                tryOne(theirs.torch, visible.count(other + "_torch") != 0);
            }
        }
        qInfo("%d pairs are declared, %d are not", allowed, forbidden);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
        QVERIFY(forbidden > 300);
    }

    /// Includes of ours are paths from the root, so that a reader can follow them without a build.
    void includesArePathsFromTheRoot()
    {
        static const QRegularExpression kQuoted("^#include \"([^\"]+)\"",
                                                QRegularExpression::MultilineOption);
        const QDir root(REKINDLE_SOURCE_DIR);
        std::vector<Source> all = m_sources;
        QDirIterator it(root.filePath("tests"), {"*.h", "*.cpp"}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            all.push_back(
                {root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
        QStringList broken;
        for (const Source& source : all) {
            auto match = kQuoted.globalMatch(source.text);
            while (match.hasNext()) {
                const QString included = match.next().captured(1);
                if (!included.endsWith(".moc") && !root.exists(included))
                    broken << source.path + ": " + included;
            }
            if (source.text.contains(QRegularExpression("\n#include <rekindle")))
                broken << source.path + ": <rekindle...>";
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join('\n')));
    }

    /// Arrows only point down: no layer's headers or sources lead back to it.
    void thereIsNoCircle()
    {
        QStringList circles;
        for (const auto& [name, layer] : m_layers) {
            std::set<QString> below;
            for (const auto* targets : {&layer.shown, &layer.torchShown, &layer.hidden}) {
                for (const QString& target : *targets)
                    addWithAll(target, below);
            }
            if (below.count(name) != 0)
                circles << name;
        }
        QVERIFY2(circles.isEmpty(), qPrintable(circles.join(' ')));
    }

    void librariesStayInTheirRooms()
    {
        const auto pattern = [](const char* text) {
            return QRegularExpression(QString::fromLatin1(text));
        };
        const std::vector<Rule> rules = {
            {"LibTorch", pattern("^<(torch|ATen|c10)/"),
             pattern("^core/(model|train|pretrain|evaluate|selftest)/")},
            {"OpenCV", pattern("^<opencv2/"), pattern("^tests/core/views/.*\\.cpp$")},
            {"libjpeg and libpng", pattern("^<(jpeglib|png|turbojpeg)\\.h"),
             pattern("^core/image/.*\\.cpp$")},
            {"libtiff and libwebp", pattern("^<(tiff|tiffio|webp/.*)\\.h"),
             pattern("^core/image/(tiff|webp)_.*\\.cpp$")},
            {"GDCM", pattern("^<gdcm"), pattern("^app/decoder/")},
            {"OpenSlide", pattern("^<openslide"), pattern("^app/slides/")},
            {"HDF5", pattern("^<(hdf5|H5)"), pattern("^core/storage/.*\\.cpp$")},
            {"OpenSSL", pattern("^<openssl/"), pattern("^core/storage/.*\\.cpp$")},
            {"Qt", pattern("^<Q"), pattern("^(widgets|app/gui)/")},
            {"QCustomPlot", pattern("^<qcustomplot\\.h"), pattern("^widgets/plots/")},
            {"CLI11", pattern("^<CLI/"), pattern("^app/cli/")},
            {"dlfcn", pattern("^<dlfcn\\.h"),
             pattern("^(core/(engine|model)/.*|app/cli/small_allocations)\\.cpp$")},
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
        // of a library that throws; the worker turns whatever its work throws into a failed run;
        // the handler of what nobody caught looks whether it was a lack of memory. Anything else is
        // a catch that belongs into a guard.
        QStringList found;
        for (const Source& source : m_sources) {
            if (source.text.contains(QRegularExpression("catch \\(\\.\\.\\.\\)")) &&
                !source.path.endsWith("main.cpp") && source.path != "core/run/worker.cpp" &&
                source.path != "core/base/out_of_memory.cpp")
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
