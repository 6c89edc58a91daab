#include "widgets/bridge/core_text.h"

#include "app/gui/language.h"
#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest.h"
#include "core/dataset/split.h"
#include "core/figures/dead_map_figure.h"
#include "core/figures/distribution_figure.h"
#include "core/figures/layer_map_figure.h"
#include "core/figures/norm_figure.h"
#include "core/figures/run_figures.h"
#include "core/run/setting_specs.h"
#include "core/run/settings.h"
#include "core/specs/spec.h"
#include "tests/support/random_report.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"
#include "tests/widgets/core_sentences.h"
#include "tests/widgets/spoken_errors.h"
#include "widgets/bridge/error_text.h"
#include "widgets/bridge/figure_words.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/shown_number.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/panels/value_text.h"

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include <set>

using namespace rekindle;
using bridge::coreText;

/// What the core says, in the window's language: the core is made to say it here, so that a
/// sentence that is changed there is missed here.
class TestCoreText : public QObject
{
    Q_OBJECT

    static void german() { gui::applyLanguage(QStringLiteral("de")); }

    static void allAreKnown(const Warnings& warnings, std::size_t least)
    {
        QVERIFY(warnings.items().size() >= least);
        for (const Warning& warning : warnings.items())
            QVERIFY2(coreText(warning.sentence) != bridge::qt(warning.sentence),
                     warning.sentence.c_str());
    }

    /// English words that neither German nor French has, and a reason of several words that stands
    /// as the core said it.
    static QStringList leftEnglish(const QString& sentence, const QString& shown)
    {
        static const QRegularExpression kWord(
            QStringLiteral("\\b(?:the|of|is|are|its|it|has|have|with|which|that|does|cannot|than|"
                           "there|and|from|"
                           "must|should|holds|were|not|too|be|to|no)\\b"),
            QRegularExpression::UseUnicodePropertiesOption);
        static const QRegularExpression kReason(
            QStringLiteral("(?:: |\\()(?!rekindle-cli)([^:()]*\\p{L}[^:()]* [^:()]*)\\)?$"));
        QStringList left;
        auto words = kWord.globalMatch(shown);
        while (words.hasNext())
            left << words.next().captured();
        const QString reason = kReason.match(sentence).captured(1);
        if (!reason.isEmpty() && shown.contains(reason))
            left << reason;
        return shown == sentence && left.isEmpty() ? QStringList{sentence} : left;
    }

    /// Every text of the figure that is no name.
    static QStringList untranslated(const figures::Figure& english)
    {
        const figures::Figure figure = bridge::inWords(english);
        QStringList same;
        const auto check = [&](const std::string& before, const std::string& after) {
            if (!before.empty() && before == after)
                same << bridge::qt(before);
        };
        check(english.title, figure.title);
        check(english.x.label, figure.x.label);
        check(english.y.label, figure.y.label);
        check(english.summary, figure.summary);
        check(english.colours.label, figure.colours.label);
        for (std::size_t i = 0; i < english.markers.size(); ++i)
            check(english.markers[i].label, figure.markers[i].label);
        for (std::size_t i = 0; i < english.notes.size(); ++i)
            check(english.notes[i], figure.notes[i]);
        for (const figures::Figure& panel : english.panels)
            if (panel.x.label.rfind("BN ", 0) != 0 || panel.x.label.size() > 6) // BN γ is a name
                check(panel.x.label, bridge::inWords(panel).x.label);
        return same;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("REKINDLE_TRANSLATIONS", REKINDLE_GUI_BUILD_DIR); }
    void cleanup() { gui::applyLanguage(QStringLiteral("en")); }

    /// Every sentence that the core says in an error or a warning as it stands in its sources, with
    /// numbers filled in. What begins with a number or a name is put together there, and said by
    /// the core itself in the tests below.
    void everySentenceOfTheCoreIsKnown_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("French") << QStringLiteral("fr");
    }
    void everySentenceOfTheCoreIsKnown()
    {
        QFETCH(const QString, language);
        gui::applyLanguage(language);
        QStringList unknown;
        int said = 0;
        for (const QString& file : test::sourcesOfSentences(REKINDLE_SOURCE_DIR)) {
            for (const QString& sentence : test::sentencesOf(file)) {
                ++said;
                if (coreText(bridge::utf8(sentence)) == sentence)
                    unknown << QFileInfo(file).fileName() + QStringLiteral(": ") + sentence;
            }
        }
        QVERIFY2(said > 300, qPrintable(QString::number(said)));
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
    }

    void noEnglishIsLeftInAnError_data() { everySentenceOfTheCoreIsKnown_data(); }

    /// The sentences that the core puts together, each with every reason that it gives: what is
    /// damaged, in which way; what cannot be read, and why.
    void noEnglishIsLeftInAnError()
    {
        static const QSet<QString> kKinds{
            QStringLiteral("Damaged"), QStringLiteral("Limit"),    QStringLiteral("Unknown"),
            QStringLiteral("Version"), QStringLiteral("NotFound"), QStringLiteral("Mismatch"),
            QStringLiteral("Io"),      QStringLiteral("Space"),    QStringLiteral("Memory"),
            QStringLiteral("Device"),  QStringLiteral("Busy"),     QStringLiteral("WorkerDied"),
            QStringLiteral("Diverged")};
        // What is filled in there decides which sentence it is; each of them is a phrase.
        static const QRegularExpression kElsewhere(
            QStringLiteral("^Layer 7 has 7$|^7 has left the numbers|^The same command goes on"));
        static const QRegularExpression kWords(QStringLiteral("\\p{Ll}{2}"));
        QFETCH(const QString, language);
        gui::applyLanguage(language);
        QStringList left;
        int said = 0;
        for (const QString& file : test::sourcesOfSentences(REKINDLE_SOURCE_DIR)) {
            for (const auto& [sentence, line] : test::errorsSpokenIn(file, kKinds)) {
                if (!kWords.match(sentence).hasMatch() || kElsewhere.match(sentence).hasMatch())
                    continue;
                ++said;
                const QString shown = coreText(bridge::utf8(sentence));
                if (const QStringList words = leftEnglish(sentence, shown); !words.isEmpty())
                    left << QStringLiteral("%1:%2: %3 -> %4 (%5)")
                                .arg(QFileInfo(file).fileName())
                                .arg(line)
                                .arg(sentence, shown, words.join(u", "));
            }
        }
        left.removeDuplicates();
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
        QVERIFY2(said > 600, qPrintable(QString::number(said)));
    }

    /// What the reader of sources finds, on a text of its own.
    void sentencesAreReadFromSources()
    {
        const test::TempFolder folder;
        const QString file = bridge::qtPath(folder / "a.cpp");
        QFile source(file);
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write(R"src(
Error broken(const std::string& what)
{
    return fail(ErrorKind::Damaged, "It is damaged: " + what, {}, "Copy " "it."); // "not this"
}
Result<int> read(int n)
{
    const std::string where =
        n > 0 ? "at its end" : "at its begin";
    if (n == 3)
        return broken(fmt::format("{} of {}, {}", n, count(n, "byte"), where));
    return broken(m_known ? "two; words" : name(n) + " (" + std::string("x") + ")");
    }
)src");
        source.close();
        QStringList said;
        for (const auto& [sentence, line] : test::errorsSpokenIn(file, {QStringLiteral("Damaged")}))
            said << QStringLiteral("%1 %2").arg(line).arg(sentence);
        QCOMPARE(said, (QStringList{QStringLiteral("4 It is damaged: 7 of 7, at its end"),
                                    QStringLiteral("4 It is damaged: 7 of 7, at its begin"),
                                    QStringLiteral("4 It is damaged: two; words"),
                                    QStringLiteral("4 It is damaged: 7 (x)"),
                                    QStringLiteral("4 Copy it.")}));
    }

    /// What a library said is English whatever the window speaks; what of it we know, is not.
    void wordsOfALibraryAreLeftOut()
    {
        german();
        QCOMPARE(coreText("The PNG's pixels cannot be unpacked (bad adaptive filter value)"),
                 QStringLiteral("Die Pixel des PNG lassen sich nicht entpacken"));
        QCOMPARE(coreText("The JPEG's pixels cannot be unpacked (two headers disagree)"),
                 QStringLiteral("Die Pixel des JPEG lassen sich nicht entpacken (zwei Köpfe "
                                "widersprechen sich)"));
        QCOMPARE(coreText("This is not valid JSON (parse error at line 3, column 12: syntax error "
                          "while parsing value; expected end (of input))"),
                 QStringLiteral("Das ist kein gültiges JSON (Fehler in Zeile 3, Spalte 12)"));
        const Error error{ErrorKind::Damaged, "The PNG's pixels cannot be unpacked (bad filter)",
                          "a.png", "Copy or export the picture again."};
        QVERIFY(!bridge::errorText(error).contains(u"bad filter"));
        QVERIFY(bridge::errorDetails(error).endsWith(bridge::qt(describe(error))));
        gui::applyLanguage(QStringLiteral("fr"));
        QCOMPARE(coreText("This is not valid JSON (parse error at line 3, column 12: x)"),
                 QStringLiteral("Ce n’est pas du JSON valide (erreur à la ligne 3, colonne 12)"));
        gui::applyLanguage(QStringLiteral("en"));
        QVERIFY(bridge::errorText(error).contains(u"bad filter"));
        QCOMPARE(bridge::errorDetails(error).count(u"bad filter"), 1);
    }

    /// A setting of a file, with what it takes as the forms say it.
    void whatASettingTakesIsSaidAsInTheForms()
    {
        german();
        QCOMPARE(
            coreText("The job of this run is damaged: 'batch' should be a whole number from 2 "
                     "to 1048576"),
            QStringLiteral("Der Auftrag dieses Laufs ist beschädigt: „batch“ sollte eine ganze "
                           "Zahl von 2 bis 1.048.576 sein"));
    }

    void whatIsDamagedIsSaidWithItsReason()
    {
        german();
        QCOMPARE(
            coreText("The archive is damaged: it ends early, its table of contents is missing"),
            QStringLiteral("Das Archiv ist beschädigt: es endet zu früh, sein "
                           "Inhaltsverzeichnis fehlt"));
        QCOMPARE(coreText("There are 1,200 images in an epoch but a batch of 2048. Not one batch "
                          "can be filled"),
                 QStringLiteral("Ein Durchgang hat 1.200 Bilder, aber ein Batch 2048. Kein "
                                "einziger Batch lässt sich füllen"));
    }

    /// Names of files stay what they are, whatever they hold.
    void namesInASentenceStayAsTheyAre()
    {
        german();
        const QString text = coreText("2 of 350 test images look nearly like a training image: "
                                      "scores would look better than they are. Look at the pairs: "
                                      "No images.png and a.png; b.png and c.png");
        QVERIFY2(text.startsWith(u"2 von 350 Testbildern"), qPrintable(text));
        QVERIFY2(text.endsWith(u": No images.png and a.png; b.png and c.png"), qPrintable(text));
    }

    void numbersStandInTheSentenceAsTheWindowWritesThem()
    {
        german();
        QCOMPARE(coreText("dead below 0.1"), QStringLiteral("tot unter 0,1"));
        QCOMPARE(coreText("1,200 filters"), QStringLiteral("1.200 Filter"));
        QCOMPARE(coreText("simclr 0.1, weights kept").section(u',', 0, 0),
                 QStringLiteral("simclr 0.1")); // a name stays as it is
        gui::applyLanguage(QStringLiteral("en"));
        QCOMPARE(coreText("dead below 0.1"), QStringLiteral("dead below 0.1"));
    }

    /// Half a text in another language is worse than none.
    void whatIsNotKnownStaysWhole()
    {
        german();
        const std::string unknown = "There is nothing to show. The moon is made of cheese.";
        QCOMPARE(coreText(unknown), bridge::qt(unknown));
        QCOMPARE(coreText(""), QString());
        QCOMPARE(coreText("There is nothing to show. There is no loss yet."),
                 coreText("There is nothing to show.") + u' ' + coreText("There is no loss yet."));
    }

    void howAFolderWasUnderstood()
    {
        german();
        QCOMPARE(coreText("7 classes from folder names; parts: train, test."),
                 QStringLiteral("7 Klassen aus Ordnernamen; Teile: Training, Test."));
        QCOMPARE(coreText("2 classes from folder names in CT; 1,200 images have no class."),
                 QStringLiteral("2 Klassen aus Ordnernamen in CT; 1.200 Bilder haben keine "
                                "Klasse."));
    }

    void valuesOfFewerBits()
    {
        german();
        QCOMPARE(coreText("These images hold 12-bit values (0 to 4,093) in 16-bit files; as they "
                          "stand they would be too dark, so that 4,095 is taken as white"),
                 QStringLiteral("Diese Bilder enthalten 12-Bit-Werte (0 bis 4.093) in "
                                "16-Bit-Dateien; so wie sie sind, wären sie zu dunkel, daher gilt "
                                "4.095 als Weiß"));
    }

    void warningsOfImages()
    {
        german();
        dataset::Manifest manifest;
        manifest.classes = {"a", "b"};
        for (int i = 0; i < 8; ++i) {
            dataset::ImageEntry image;
            image.label = i == 7 ? -1 : 0;
            image.part = i < 4 ? dataset::Part::Train : dataset::Part::Test;
            image.patient = i == 0 || i == 4 ? "p" : "";
            // The second of the test images is a copy of one to train on.
            const char content = static_cast<char>('0' + (i == 5 ? 1 : i));
            dataset::ImageFile file;
            file.path = std::to_string(i) + ".png";
            file.sha256 = std::string(64, content);
            manifest.add(std::move(file), image);
        }
        manifest.problems = {{"x.png", "damaged", "m"}, {"y.png", "table", "m"}};
        manifest.duplicates = {{"1.png", "5.png"}};
        manifest.emptyFolders = {"c"};
        allAreKnown(dataset::imageWarnings(manifest), 5);
        allAreKnown(dataset::splitWarnings(manifest), 3);
        manifest.problems.push_back({"z.png", "damaged", "m"});
        manifest.duplicates.push_back({"2.png", "6.png"});
        manifest.emptyFolders = {"c", "d"};
        allAreKnown(dataset::imageWarnings(manifest), 5);
    }

    /// Of bands, of values without a window, and of patients that cannot be told apart.
    void remarksOfAFolder()
    {
        german();
        QTemporaryDir folder;
        for (const char* name : {"bands13.tif", "float32.tif", "patient_a1.dcm", "patient_a2.dcm"})
            QVERIFY(QFile::copy(QStringLiteral(REKINDLE_TEST_DATA "/image/") + QLatin1String(name),
                                folder.filePath(QLatin1String(name))));
        RK_UNWRAP(const auto manifest,
                  dataset::scanFolder(folder.path().toStdString(), dataset::ScanOptions(), {}));
        QVERIFY(manifest.remarks.size() >= 4);
        allAreKnown(dataset::imageWarnings(manifest), 4);
    }

    void warningsOfLength()
    {
        german();
        run::PretrainSettings settings;
        settings.method = "simclr";
        settings.epochs = 2;
        settings.batch = 4;
        settings.warmupEpochs = 2;
        settings.snapshots = {3};
        allAreKnown(run::lengthWarnings(settings, 40), 3);
        allAreKnown(run::lengthWarnings(settings, 3), 3);
    }

    void figuresOfWeights()
    {
        german();
        const auto report = test::randomReport("resnet18/16", 0.1);
        const std::vector<figures::NormInput> inputs{{"A", figures::Role::Before, &report},
                                                     {"B", figures::Role::After, &report}};
        for (const std::string part : {"", "layer1", "layer1.0.conv1"})
            QCOMPARE(untranslated(figures::normFigure(inputs, part)), QStringList());
        QCOMPARE(untranslated(figures::layerMapFigure(inputs, false)), QStringList());
        const auto map = figures::deadMapFigure(inputs.front(), {{"conv1", 3, 5, 0.01}});
        QCOMPARE(untranslated(map), QStringList());
        for (const std::string& note : map.strips.front().notes)
            QVERIFY2(coreText(note).contains(u"Norm"), note.c_str());
        QCOMPARE(untranslated(figures::distributionFigure(inputs, "", {})), QStringList());
    }

    void figuresOfRuns()
    {
        german();
        figures::LossCurve curve;
        curve.name = "Pair 1 · P1X";
        curve.role = figures::Role::P1x;
        for (int step = 1; step <= 30; ++step) {
            curve.epoch.push_back(0.1 * step);
            curve.loss.push_back(5.0 / step);
        }
        QCOMPARE(untranslated(figures::lossFigure({curve}, 5)), QStringList());
        figures::AccuracyCurve scored;
        scored.name = "P1X";
        scored.role = figures::Role::P1x;
        scored.points = {{0, 0.25}, {1, 0.5}};
        const auto figure = bridge::inWords(figures::accuracyFigure({scored}, 0.143));
        QCOMPARE(figure.y.label, std::string("Genauigkeit"));
        QCOMPARE(figure.x.label, std::string("Durchgang des Vortrainings"));
    }

    void whatAWarningIsAboutAndHowOften()
    {
        german();
        Warnings warnings;
        warnings.add("x", "These weights are repaired already; this repair comes on top", "a.pth");
        warnings.add("x", "These weights are repaired already; this repair comes on top", "a.pth");
        const QString line = bridge::warningLines(warnings, QStringLiteral("R")).front();
        QVERIFY2(line.startsWith(u"R: Diese Gewichte"), qPrintable(line));
        QVERIFY2(line.contains(u": a.pth (2-mal)."), qPrintable(line));
    }

    /// A setting's words, and one and many of its unit.
    void everyWordAndUnitOfASettingIsSaidPlainly()
    {
        for (const specs::MethodSpec& method : specs::methods().all()) {
            for (const specs::SettingSpec& spec : run::pretrainSettingSpecs(method.name)) {
                const bool word = spec.rule.kind == specs::Rule::Kind::Word;
                const bool shown = spec.decides == specs::Decides::Numbers ||
                                   spec.decides == specs::Decides::Operation;
                for (const std::string& value :
                     word&& shown ? spec.rule.words() : std::vector<std::string>()) {
                    const bool number = value.find_first_not_of("0123456789") == std::string::npos;
                    QVERIFY2(number || panels::valueText(value) != bridge::qt(value),
                             value.c_str());
                }
                if (!spec.unit.empty() && spec.unit != "%")
                    QVERIFY2(panels::unitText(spec.unit, 1) != panels::unitText(spec.unit, 2),
                             spec.unit.c_str());
            }
        }
        QCOMPARE(panels::unitText("cores", 1), QStringLiteral("core"));
        QCOMPARE(panels::unitText("cores", 4), QStringLiteral("cores"));
        QCOMPARE(panels::unitText("minutes", 2.5), QStringLiteral("minutes"));
        QCOMPARE(panels::deviceText("cuda:1"), QStringLiteral("graphics card 1"));
        QCOMPARE(panels::networkText("resnet18/16"), QStringLiteral("ResNet-18, 16 channels wide"));
        QCOMPARE(panels::networkText("resnet50w2"), QStringLiteral("ResNet-50, 2 times as wide"));
        QCOMPARE(panels::networkText("resnet-basic-2.2.2"), QStringLiteral("resnet-basic-2.2.2"));
        german();
        QCOMPARE(panels::unitText("cores", 1), QStringLiteral("Kern"));
        QCOMPARE(panels::unitText("cores", 0), QStringLiteral("Kerne"));
    }

    void smallNumbersArePowers()
    {
        QCOMPARE(bridge::shortNumber(3.2e-5), QStringLiteral("3.2 × 10⁻⁵"));
        QCOMPARE(bridge::shortNumber(-1.5e12), QStringLiteral("−1.5 × 10¹²"));
        QCOMPARE(bridge::shortNumber(0.000123), QStringLiteral("0.000123"));
        german();
        QCOMPARE(bridge::shortNumber(3.24e-5, 2), QStringLiteral("3,2 × 10⁻⁵"));
        QCOMPARE(bridge::withShownNumbers(QStringLiteral("1,234,567 of 12.5, 100, 200")),
                 QStringLiteral("1.234.567 of 12,5, 100, 200"));
    }
};

QTEST_GUILESS_MAIN(TestCoreText)
#include "tst_core_text.moc"
