#include "core/pretrain/collapse_watch.h"

#include <QtTest/QtTest>

using namespace rekindle;
using pretrain::CollapseWatch;

/// When figures of a run are said to be those of a collapse.
class TestCollapseWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFallenSpreadIsToldOnceAfterTwentySteps()
    {
        CollapseWatch watch;
        for (int i = 0; i < 10; ++i)
            QVERIFY(!watch.tell(i % 2 == 0 ? 0.3 : 0.5)); // 0.4 on the whole
        QVERIFY(!watch.tell(0.021));                      // just above a twentieth
        for (int i = 0; i < 19; ++i)
            QVERIFY(!watch.tell(0.019));
        const auto told = watch.tell(0.019);
        QVERIFY(told && told->kind == "features_collapsing");
        for (int i = 0; i < 30; ++i)
            QVERIFY(!watch.tell(0.001));
    }

    void aSpreadThatComesBackIsNoCollapse()
    {
        CollapseWatch watch;
        for (int i = 0; i < 10; ++i)
            QVERIFY(!watch.tell(1.0));
        for (int i = 0; i < 100; ++i)
            QVERIFY(!watch.tell(i % 19 == 18 ? 0.06 : 0.01));
    }

    void neighboursThatFallToChanceAreTold()
    {
        CollapseWatch watch;
        QVERIFY(!watch.tell({0.52, 0.5, 400})); // within three standard errors of chance
        QVERIFY(!watch.tell({0.50, 0.5, 400}));
        QVERIFY(!watch.tell({0.80, 0.5, 400}));
        QVERIFY(!watch.tell({0.60, 0.5, 400}));
        const auto told = watch.tell({0.51, 0.5, 400});
        QVERIFY(told && told->kind == "neighbours_at_chance");
        QVERIFY(told->sentence.find("51.0 %") != std::string::npos);
        QVERIFY(told->sentence.find("80.0 %") != std::string::npos);
        QVERIFY(!watch.tell({0.50, 0.5, 400})); // told once
        // The same of the spread says so, too.
        for (int i = 0; i < 29; ++i)
            QVERIFY(!watch.tell(i < 10 ? 1.0 : 0.0));
        const auto spread = watch.tell(0.0);
        QVERIFY(spread && spread->sentence.find("chance") != std::string::npos);
    }

    /// A run that was stopped warns at the step at which one does that was not.
    void goesOnFromWhatWasSaved()
    {
        CollapseWatch whole, first;
        const auto spread = [](int i) { return i < 8 ? 0.7 : i < 10 ? 0.9 : 0.03; };
        for (int i = 0; i < 17; ++i)
            QCOMPARE(whole.tell(spread(i)).has_value(), first.tell(spread(i)).has_value());
        CollapseWatch second;
        const Json saved = first.toJson();
        FieldReader fields(saved, "state.json");
        second.restore(fields);
        QVERIFY(fields.check());
        int told = 0;
        for (int i = 17; i < 40; ++i) {
            const bool now = whole.tell(spread(i)).has_value();
            QCOMPARE(second.tell(spread(i)).has_value(), now);
            told += now ? 1 : 0;
        }
        QCOMPARE(told, 1);
        QCOMPARE(second.toJson(), whole.toJson());
    }
};

QTEST_APPLESS_MAIN(TestCollapseWatch)
#include "tst_collapse_watch.moc"
