#include "core/base/warning.h"
#include "tests/support/result_macros.h"

#include <QtTest/QtTest>

using namespace rekindle;

class TestWarning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatsAreSummed()
    {
        Warnings warnings;
        warnings.add("image_set_aside", "An image cannot be read any more", "a.png");
        warnings.add("image_set_aside", "An image cannot be read any more", "b.png");
        warnings.add("image_set_aside", "An image cannot be read any more", "a.png");
        QCOMPARE(warnings.items().size(), std::size_t{2});
        QCOMPARE(warnings.items()[0].count, std::uint64_t{2});
        QCOMPARE(warnings.count(), std::uint64_t{3});
        QCOMPARE(QString::fromStdString(describe(warnings.items()[0])),
                 QString("An image cannot be read any more: a.png (2 times)."));
    }

    void aMillionSubjectsAreNotAMillionLines()
    {
        Warnings warnings;
        for (int i = 0; i < 5000; ++i)
            warnings.add("image_set_aside", "An image cannot be read any more", std::to_string(i));
        QCOMPARE(warnings.items().size(), Warnings::kMostSubjects + 1);
        QCOMPARE(warnings.count(), std::uint64_t{5000});
        QCOMPARE(warnings.items().back().subject, std::string("and others"));
        warnings.add("other", "Something else", "");
        QCOMPARE(warnings.items().size(), Warnings::kMostSubjects + 2);
    }

    void throughJsonAndBack()
    {
        Warnings warnings;
        warnings.add(Warning{"step_undone", "A step was undone", "step 12", 3});
        warnings.add("plain", "Without a subject");
        const auto back = warningsFromJson(toJson(warnings), "status.json");
        QVERIFY(back.has_value());
        QVERIFY(*back == warnings);
        QVERIFY(!warningsFromJson(Json{{"kind", 1}}, "x").has_value());
        QVERIFY(!warningsFromJson(Json::array({Json{{"kind", "a"}}}), "x").has_value());
    }
};

QTEST_APPLESS_MAIN(TestWarning)
#include "tst_warning.moc"
