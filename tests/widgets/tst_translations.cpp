// The window in another language: every text is collected, translated, and found when it is asked
// for.
#include "app/gui/arguments.h"
#include "tests/support/temp_folder.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/models/run_model.h"
#include "widgets/panels/page.h"
#include "widgets/panels/spec_text.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>
#include <QtTest/QtTest>

#include <set>
#include <vector>

using namespace rekindle;

namespace {

/// Of a language that every text is translated into.
QString translationsInto(const QString& code)
{
    return QStringLiteral(REKINDLE_SOURCE_DIR "/translations/rekindle_%1.ts").arg(code);
}

void eachLanguage()
{
    QTest::addColumn<QString>("code");
    for (const char* code : {"de", "fr"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

struct Message {
    QString context, source;
    QStringList translations; ///< one, or one a number
    bool finished = true;
};

std::vector<Message> messagesOf(const QString& ts)
{
    std::vector<Message> messages;
    QFile file(ts);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"source") {
            messages.push_back({context, xml.readElementText(), {}, true});
        } else if (xml.name() == u"translation") {
            Message& message = messages.back();
            message.finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            QString alone;
            while (xml.readNext() != QXmlStreamReader::EndElement || xml.name() != u"translation") {
                if (xml.isStartElement())
                    message.translations << xml.readElementText();
                else if (xml.isCharacters())
                    alone += xml.text();
            }
            if (message.translations.isEmpty())
                message.translations << alone;
        }
    }
    return messages;
}

/// What a translation must keep: %1, %n, spaces at the ends, one mnemonic.
QStringList skeleton(const QString& text)
{
    static const QRegularExpression kPlace("%(\\d|n)");
    QStringList parts;
    auto places = kPlace.globalMatch(text);
    while (places.hasNext())
        parts << places.next().captured();
    parts.sort();
    parts.removeDuplicates();
    if (text.startsWith(u' '))
        parts << QStringLiteral("space before");
    if (text.endsWith(u' '))
        parts << QStringLiteral("space behind");
    if (text.contains(u'&'))
        parts << QStringLiteral("mnemonic");
    return parts;
}

/// What stands before : ; ? ! % and within « » in French without keeping the line together; and
/// apostrophes of typewriters.
QStringList wrongSigns(const QString& text)
{
    static const QRegularExpression kWrong(
        QStringLiteral("'| [:;?!»]|« | %(?![\\dnL])|\\w[;?!»]|\\w:(?:\\s|$)"),
        QRegularExpression::UseUnicodePropertiesOption);
    QStringList found;
    auto places = kWrong.globalMatch(text);
    while (places.hasNext())
        found << places.next().captured();
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLeftOut_data() { eachLanguage(); }

    /// What the sources hold today is what stands in the file, and all of it is translated.
    void nothingIsLeftOut()
    {
        QFETCH(const QString, code);
        const test::TempFolder folder;
        const QString kept = translationsInto(code);
        const QString copy = bridge::qtPath(folder / "copy.ts");
        QVERIFY(QFile::copy(kept, copy));
        QProcess lupdate;
        lupdate.start(QStringLiteral(REKINDLE_LUPDATE),
                      {QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
                       QStringLiteral("none"), QStringLiteral("-I"),
                       QStringLiteral(REKINDLE_SOURCE_DIR),
                       QStringLiteral("@" REKINDLE_GUI_BUILD_DIR "/translated.lst"),
                       QStringLiteral("-ts"), copy});
        QVERIFY(lupdate.waitForFinished(60000));
        QCOMPARE(lupdate.exitCode(), 0);
        const auto now = messagesOf(copy);
        QVERIFY(now.size() > 400);
        QCOMPARE(now.size(), messagesOf(kept).size());
        QStringList open;
        for (const Message& message : now) {
            if (!message.finished || message.translations.contains(QString()))
                open << message.context + QStringLiteral(": ") + message.source;
        }
        QVERIFY2(open.isEmpty(),
                 qPrintable("run ninja rekindle_lupdate and translate\n" + open.join(u'\n')));
    }

    void everyTextOfTheSpecsIsThere_data() { eachLanguage(); }

    void everyTextOfTheSpecsIsThere()
    {
        QFETCH(const QString, code);
        std::set<QString> known;
        for (const Message& message : messagesOf(translationsInto(code))) {
            if (message.context == u"Specs")
                known.insert(message.source);
        }
        QStringList missing;
        for (const std::string& text : panels::specTexts()) {
            if (!known.contains(bridge::qt(text)))
                missing << bridge::qt(text);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
        QVERIFY(known.size() > 50);
        QVERIFY(known.contains(QStringLiteral("Protocol")));
    }

    void placesAndMnemonicsAreKept_data() { eachLanguage(); }

    void placesAndMnemonicsAreKept()
    {
        QFETCH(const QString, code);
        QStringList wrong;
        for (const Message& message : messagesOf(translationsInto(code))) {
            for (const QString& translation : message.translations) {
                if (skeleton(translation) != skeleton(message.source))
                    wrong << message.source + QStringLiteral(" -> ") + translation;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void frenchSignsAreFrench()
    {
        QStringList wrong;
        for (const Message& message : messagesOf(translationsInto(QStringLiteral("fr")))) {
            for (const QString& translation : message.translations) {
                if (!wrongSigns(translation).isEmpty())
                    wrong << translation;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void contextsAreThoseThatAreAskedFor_data() { eachLanguage(); }

    /// A text is asked for under the full name of its class or under one of these.
    void contextsAreThoseThatAreAskedFor()
    {
        const std::set<QString> own{QStringLiteral("Core"),   QStringLiteral("Mark"),
                                    QStringLiteral("Repair"), QStringLiteral("RunState"),
                                    QStringLiteral("Specs"),  QStringLiteral("Step"),
                                    QStringLiteral("Units"),  QStringLiteral("Values")};
        QFETCH(const QString, code);
        std::set<QString> wrong;
        for (const Message& message : messagesOf(translationsInto(code))) {
            if (!message.context.startsWith(u"rekindle::") && !own.contains(message.context))
                wrong.insert(message.context);
        }
        QVERIFY2(wrong.empty(), qPrintable(wrong.empty() ? QString() : *wrong.begin()));
    }

    void theWindowSpeaksIt_data()
    {
        QTest::addColumn<QStringList>("said");
        QTest::newRow("de") << QStringList{QStringLiteral("Startgewichte"),
                                           QStringLiteral("fertig"), QStringLiteral("Lernrate"),
                                           QStringLiteral("abgebrochen")};
        QTest::newRow("fr") << QStringList{
            QStringLiteral("Poids de départ"), QStringLiteral("prêt"),
            QStringLiteral("Taux d’apprentissage"), QStringLiteral("annulé")};
    }

    /// Whatever is looked at before the language is chosen.
    void theWindowSpeaksIt()
    {
        QFETCH(const QStringList, said);
        QVERIFY(gui::readArguments(
            {QStringLiteral("rekindle"), QStringLiteral("--open-page"), QStringLiteral("images")}));
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(REKINDLE_GUI_BUILD_DIR "/rekindle_") +
                                QString::fromLatin1(QTest::currentDataTag()) +
                                QStringLiteral(".qm")));
        QVERIFY(QCoreApplication::installTranslator(&translator));
        bridge::RunView run;
        run.status.state = run::State::Cancelled;
        const QStringList heard{panels::stepName(panels::Step::Weights),
                                panels::markText(panels::Mark::Done),
                                panels::specText("Learning rate"), models::stateText(run)};
        QCOMPARE(heard, said);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
