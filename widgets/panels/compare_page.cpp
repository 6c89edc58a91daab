#include "widgets/panels/compare_page.h"

#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/recent_studies.h"
#include "widgets/bridge/run_label.h"
#include "widgets/bridge/shown_number.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/look/look.h"
#include "widgets/models/text_table.h"
#include "widgets/panels/fitting_scroll.h"
#include "widgets/panels/name_box.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/protocol_choice.h"
#include "widgets/panels/spec_text.h"
#include "widgets/panels/verdict_panel.h"
#include "widgets/plots/figure_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rekindle::panels {

using bridge::qt;
using bridge::qtPath;

namespace {

QString percent(double share)
{
    return bridge::fixedNumber(100 * share, 1);
}

QString signedPoints(double share)
{
    return bridge::signedNumber(100 * share, 1);
}

QString armText(const study::ArmPoint& arm)
{
    return arm.values.size() > 1 && arm.sd > 0
               ? QStringLiteral("%1 ± %2").arg(percent(arm.mean), percent(arm.sd))
               : percent(arm.mean);
}

QString intervalText(double low, double high)
{
    return ComparePage::tr("%1 to %2").arg(signedPoints(low), signedPoints(high));
}

/// What a reader has to know of the chart; the numbers themselves stand above it.
QString readingOf(const study::PairComparison& pair)
{
    const bool repeated = std::any_of(
        pair.points.begin(), pair.points.end(), [](const study::ComparisonPoint& point) {
            return point.p1x.values.size() > 1 || point.p2x.values.size() > 1;
        });
    QStringList words{
        pair.runsPerArm > 1
            ? ComparePage::tr("Points are means over %n pretraining run(s), bars one standard "
                              "deviation.",
                              nullptr, static_cast<int>(pair.runsPerArm))
        : repeated
            ? ComparePage::tr("Points are means over the repeats of the scoring, bars one standard "
                              "deviation.")
            : ComparePage::tr("Each point is a single score, so no spread is drawn.")};
    words << ComparePage::tr("Below: P2X minus P1X with its 95 % interval.");
    if (pair.noSecondStage)
        words << ComparePage::tr("The level line is the original weights, scored as they are.");
    return words.join(u' ');
}

QString pairLabel(const study::PairComparison& pair, const study::Names& names)
{
    const QString how = protocolText(pair.protocol);
    if (pair.runsPerArm > 1)
        return ComparePage::tr("%1 pairs from different seeds · %2, %3 % of the labels")
            .arg(QLocale().toString(static_cast<qulonglong>(pair.runsPerArm)), how,
                 QLocale().toString(100 * pair.fraction));
    return ComparePage::tr("%1 against %2 · %3, %4 % of the labels")
        .arg(qt(bridge::runLabel(pair.p1x, names)), qt(bridge::runLabel(pair.p2x, names)), how,
             QLocale().toString(100 * pair.fraction));
}

} // namespace

ComparePage::ComparePage(Context context, QWidget* parent)
    : Page(context, Step::Compare, tr("The answer, and how sure it is."), parent),
      m_job(context.session)
{
    addMainButton(tr("Export figure…"));
    connect(mainButton(), &QPushButton::clicked, this, &Page::exportAsked);
    m_captionButton = addHeaderButton(tr("Copy caption"));
    m_captionButton->setObjectName(QStringLiteral("copy-caption"));
    m_captionButton->setToolTip(tr("The figure's caption for a paper, with method and numbers"));
    connect(m_captionButton, &QPushButton::clicked, this, &ComparePage::copyCaption);
    m_empty = new EmptyState({});
    QPushButton* there = m_empty->addButton(tr("Go to Score"));
    connect(there, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Step::Score); });
    QPushButton* example = m_empty->addButton(tr("See a finished example"));
    connect(example, &QPushButton::clicked, this, &Page::exampleAsked);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(new FittingScroll(buildContent()));
    body()->addWidget(m_stack, 1);
    connect(m_pair, &QComboBox::currentIndexChanged, this, &ComparePage::showPair);
    connect(&context.runs, &bridge::RunWatch::changed, this, &ComparePage::runsChanged);
    connect(&session(), &bridge::StudySession::changed, this, &ComparePage::nameThePairs);
    connect(&session(), &bridge::StudySession::opened, this, [this] {
        clearMessage();
        m_compared.clear();
        m_dirty = false;
        compared(study::Comparison{});
    });
    showPair();
}

QWidget* ComparePage::buildContent()
{
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kMedium);
    m_banner = new QFrame;
    look::setRole(m_banner, "note");
    auto* bannerLayout = new QHBoxLayout(m_banner);
    bannerLayout->addWidget(makeText(tr(
        "Finished example – shipped results, computed with this program on the sample images.")));
    layout->addWidget(m_banner);
    m_pair = new NameBox;
    m_pair->setAccessibleName(tr("Pair"));
    m_pair->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_verdict = new VerdictPanel;
    layout->addWidget(m_pair, 0, Qt::AlignLeft);
    layout->addWidget(m_verdict);
    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    m_figure = new plots::FigureView;
    m_figure->setObjectName(QStringLiteral("compare-figure"));
    m_reading = makeText({}, "muted");
    m_reading->setObjectName(QStringLiteral("compare-reading"));
    m_reading->setFont(look::font(look::Type::Small));
    card->addWidget(m_figure, 1);
    card->addWidget(m_reading);
    m_points = new models::TextTable({tr("Measure"), tr("Pass"), tr("P1X (%)"), tr("P2X (%)"),
                                      tr("Difference (points)"), tr("95 % interval"), tr("p")},
                                     this);
    m_differences = new models::TextTable({tr("Setting (P1X, P2X)")}, this);
    m_tabs = new QTabWidget;
    m_tabs->setObjectName(QStringLiteral("compare-tabs"));
    m_tabs->addTab(frame, tr("Curve"));
    QTableView* table = makeTable(m_points, tr("Numbers by measure and pass"));
    table->setObjectName(QStringLiteral("compare-points"));
    // The last column holds numbers, which do not stand at the far end of the page.
    table->horizontalHeader()->setStretchLastSection(false);
    m_tabs->addTab(table, tr("Numbers"));
    m_tabs->addTab(makeTable(m_differences, tr("Settings that differ")),
                   tr("Settings that differ"));
    layout->addWidget(m_tabs, 1);
    return content;
}

Mark ComparePage::mark() const
{
    if (m_comparison.pairs.empty())
        return Mark::Empty;
    return Mark::Done;
}

bool ComparePage::loading() const
{
    return Page::loading() || m_job.running() || m_dirty;
}

void ComparePage::runsChanged()
{
    QStringList finished;
    for (const bridge::RunView& run : context().runs.views()) {
        if (run.isScore && run.status.state == run::State::Done)
            finished << qtPath(run.folder);
    }
    if (finished == m_compared)
        return;
    m_compared = finished;
    compare();
}

void ComparePage::compare()
{
    if (m_job.running()) {
        m_dirty = true;
        return;
    }
    m_dirty = false;
    if (!session().isOpen() || m_compared.isEmpty()) {
        compared(study::Comparison{});
        return;
    }
    m_job.look<study::Comparison>(
        [study = session().study()](const job::Watch&) { return study::compareStudy(study); },
        [this](Result<study::Comparison> result) {
            compared(std::move(result));
            if (m_dirty)
                compare();
        });
}

void ComparePage::compared(Result<study::Comparison> result)
{
    clearMessage();
    if (!result && result.error().kind != ErrorKind::NotFound)
        showError(result.error());
    m_comparison = result ? *std::move(result) : study::Comparison{};
    {
        const QSignalBlocker blocker(m_pair);
        const QString kept = m_pair->currentText();
        m_pair->clear();
        for (const study::PairComparison* pair : m_comparison.all())
            m_pair->addItem(
                pairLabel(*pair, session().isOpen() ? session().study().names : study::Names()));
        m_pair->setCurrentIndex(std::max(0, m_pair->findText(kept)));
    }
    showPair();
    Q_EMIT markChanged();
}

void ComparePage::nameThePairs()
{
    const auto listed = m_comparison.all();
    for (int i = 0; session().isOpen() && i < m_pair->count(); ++i)
        m_pair->setItemText(
            i, pairLabel(*listed[static_cast<std::size_t>(i)], session().study().names));
}

void ComparePage::showPair()
{
    const int index = m_pair->currentIndex();
    const auto listed = m_comparison.all();
    const bool any = index >= 0 && index < static_cast<int>(listed.size());
    mainButton()->setEnabled(any);
    m_captionButton->setEnabled(any);
    m_empty->setText(session().isOpen() ? tr("Nothing to compare yet. Score both runs of a pair on "
                                             "the same test images.")
                                        : tr("No study is open. Make or open one on the page "
                                             "Study, or look at the finished example."));
    m_stack->setCurrentIndex(any ? 1 : 0);
    if (!any) {
        showWarnings({});
        return;
    }
    const study::PairComparison& pair = *listed[static_cast<std::size_t>(index)];
    m_banner->setVisible(session().isOpen() && session().study().finishedExample);
    m_verdict->setPair(pair);
    Warnings all = pair.warnings;
    all.add(m_comparison.notes);
    showWarnings(bridge::warningLines(all));
    const figures::Figure figure = study::comparisonFigure(pair);
    m_figure->setFigure(figure);
    m_reading->setText(readingOf(pair));
    fillTable(pair);
}

void ComparePage::toggleNumbers()
{
    m_tabs->setCurrentIndex(m_tabs->currentIndex() == 1 ? 0 : 1);
}

void ComparePage::copyCaption()
{
    QGuiApplication::clipboard()->setText(qt(m_figure->figure().caption));
    showNote(tr("The caption is on the clipboard."));
}

/// Accuracy at every pass, then the other measures at the last one both were trained for.
void ComparePage::fillTable(const study::PairComparison& pair)
{
    std::vector<models::TextTable::Row> rows;
    std::vector<double> passes;
    for (const study::ComparisonPoint& point : pair.points)
        passes.push_back(point.epoch);
    const int decimals = bridge::decimalsFor(passes);
    for (const study::ComparisonPoint& point : pair.points) {
        const bool shown = point.low > 0 || point.high < 0;
        rows.push_back(
            {{tr("Accuracy"), false, false, {}},
             {bridge::fixedNumber(point.epoch, decimals), true, false, {}},
             {armText(point.p1x), true, false, {}},
             {armText(point.p2x), true, false, {}},
             {signedPoints(point.difference), true, shown, {}},
             {intervalText(point.low, point.high), true, false, {}},
             {bridge::withShownNumbers(qt(study::pText(point.pValue))), true, false, {}}});
    }
    const study::ComparisonPoint* last = pair.trained();
    for (const study::MeasuredDifference& measure :
         last != nullptr ? last->measures : std::vector<study::MeasuredDifference>()) {
        const bool shown = measure.low > 0 || measure.high < 0;
        rows.push_back({{specText(measure.title), false, false, {}},
                        {bridge::fixedNumber(last->epoch, decimals), true, false, {}},
                        {percent(measure.p1x), true, false, {}},
                        {percent(measure.p2x), true, false, {}},
                        {signedPoints(measure.difference), true, shown, {}},
                        {intervalText(measure.low, measure.high), true, false, {}},
                        {{}, true, false, {}}});
    }
    m_points->setRows(std::move(rows));
    std::vector<models::TextTable::Row> differences;
    for (const std::string& difference : pair.differences)
        differences.push_back({{qt(difference), false, true, {}}});
    if (differences.empty())
        differences.push_back(
            {{tr("none: a matched pair, equal but for the starting weights"), false, false, {}}});
    m_differences->setRows(std::move(differences));
}

} // namespace rekindle::panels
