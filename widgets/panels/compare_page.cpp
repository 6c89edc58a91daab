#include "widgets/panels/compare_page.h"

#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/recent_studies.h"
#include "widgets/look/look.h"
#include "widgets/models/text_table.h"
#include "widgets/panels/fitting_scroll.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/protocol_choice.h"
#include "widgets/panels/spec_text.h"
#include "widgets/plots/figure_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace rekindle::panels {

using bridge::qt;
using bridge::qtPath;

namespace {

QString percent(double share)
{
    return QLocale().toString(100 * share, 'f', 1);
}

QString signedPoints(double share)
{
    const QString text = percent(share);
    return share > 0 ? u'+' + text : text;
}

QString armText(const study::ArmPoint& arm)
{
    return arm.values.size() > 1 && arm.sd > 0
               ? QStringLiteral("%1 ± %2").arg(percent(arm.mean), percent(arm.sd))
               : percent(arm.mean);
}

QString pairLabel(const study::PairComparison& pair)
{
    const QString how = protocolText(pair.protocol);
    if (pair.runsPerArm > 1)
        return ComparePage::tr("%1 pairs from different seeds · %2, %3 % of the labels")
            .arg(QLocale().toString(static_cast<qulonglong>(pair.runsPerArm)), how,
                 QLocale().toString(100 * pair.fraction));
    return ComparePage::tr("%1 against %2 · %3, %4 % of the labels")
        .arg(qt(pair.p1x), qt(pair.p2x), how, QLocale().toString(100 * pair.fraction));
}

} // namespace

ComparePage::ComparePage(Context context, QWidget* parent)
    : Page(context, Step::Compare, tr("The answer, and how sure it is."), parent),
      m_job(context.session)
{
    addMainButton(tr("Export figure…"));
    connect(mainButton(), &QPushButton::clicked, this, &Page::exportAsked);
    m_tableButton = addHeaderButton(tr("Chart as table"));
    m_tableButton->setCheckable(true);
    m_tableButton->setToolTip(tr("Ctrl+T"));
    m_empty = new EmptyState({});
    QPushButton* there = m_empty->addButton(tr("Go to Score"));
    connect(there, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Step::Score); });
    QPushButton* example = m_empty->addButton(tr("See a finished example"));
    connect(example, &QPushButton::clicked, this, &Page::exampleAsked);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildContent());
    body()->addWidget(m_stack, 1);
    connect(m_tableButton, &QPushButton::toggled, m_figure, &plots::FigureView::setShowsTable);
    connect(m_figure, &plots::FigureView::tableShown, m_tableButton, &QPushButton::setChecked);
    connect(m_pair, &QComboBox::currentIndexChanged, this, &ComparePage::showPair);
    connect(&context.runs, &bridge::RunWatch::changed, this, &ComparePage::runsChanged);
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
    m_pair = new QComboBox;
    m_pair->setAccessibleName(tr("Pair"));
    m_pair->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_sentence = makeText();
    m_sentence->setObjectName(QStringLiteral("compare-sentence"));
    m_sentence->setFont(look::font(look::Type::Title));
    layout->addWidget(m_pair, 0, Qt::AlignLeft);
    layout->addWidget(m_sentence);
    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    m_figure = new plots::FigureView;
    m_figure->setObjectName(QStringLiteral("compare-figure"));
    m_caption = makeText({}, "muted");
    m_caption->setFont(look::font(look::Type::Small));
    card->addWidget(m_figure, 1);
    card->addWidget(m_caption);
    m_points = new models::TextTable({tr("Pass"), tr("P1X (%)"), tr("P2X (%)"),
                                      tr("Difference (points)"), tr("95 % interval"), tr("p")},
                                     this);
    m_measures = new models::TextTable({tr("Measure"), tr("P1X (%)"), tr("P2X (%)"),
                                        tr("Difference (points)"), tr("95 % interval")},
                                       this);
    m_differences = new models::TextTable({tr("Setting (P1X, P2X)")}, this);
    auto* tabs = new QTabWidget;
    tabs->addTab(new FittingScroll(frame), tr("Curve"));
    QTableView* table = makeTable(m_points, tr("Differences by pass"));
    table->setObjectName(QStringLiteral("compare-points"));
    tabs->addTab(table, tr("Numbers"));
    tabs->addTab(makeTable(m_measures, tr("Other measures")), tr("Other measures"));
    tabs->addTab(makeTable(m_differences, tr("Settings that differ")), tr("Settings that differ"));
    layout->addWidget(tabs, 1);
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
            m_pair->addItem(pairLabel(*pair));
        m_pair->setCurrentIndex(std::max(0, m_pair->findText(kept)));
    }
    showPair();
    Q_EMIT markChanged();
}

void ComparePage::showPair()
{
    const int index = m_pair->currentIndex();
    const auto listed = m_comparison.all();
    const bool any = index >= 0 && index < static_cast<int>(listed.size());
    mainButton()->setEnabled(any);
    m_tableButton->setEnabled(any);
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
    m_sentence->setText(qt(study::sentence(pair)));
    Warnings all = pair.warnings;
    all.add(m_comparison.notes);
    QStringList warnings;
    for (const Warning& warning : all.items())
        warnings << qt(describe(warning));
    showWarnings(warnings);
    const figures::Figure figure = study::comparisonFigure(pair);
    m_figure->setFigure(figure);
    m_caption->setText(qt(figure.caption));
    fillTable(pair);
}

/// Of the last pass both were trained for.
void ComparePage::fillMeasures(const study::PairComparison& pair)
{
    std::vector<models::TextTable::Row> rows;
    if (const study::ComparisonPoint* last = pair.trained()) {
        for (const study::MeasuredDifference& measure : last->measures) {
            const bool shown = measure.low > 0 || measure.high < 0;
            rows.push_back(
                {{specText(measure.title), false, false, {}},
                 {percent(measure.p1x), true, false, {}},
                 {percent(measure.p2x), true, false, {}},
                 {signedPoints(measure.difference), true, shown, {}},
                 {tr("%1 to %2").arg(signedPoints(measure.low), signedPoints(measure.high)),
                  true,
                  false,
                  {}}});
        }
    }
    m_measures->setRows(std::move(rows));
}

void ComparePage::fillTable(const study::PairComparison& pair)
{
    std::vector<models::TextTable::Row> rows;
    for (const study::ComparisonPoint& point : pair.points) {
        const bool shown = point.low > 0 || point.high < 0;
        rows.push_back({{QString::number(point.epoch), true, false, {}},
                        {armText(point.p1x), true, false, {}},
                        {armText(point.p2x), true, false, {}},
                        {signedPoints(point.difference), true, shown, {}},
                        {tr("%1 to %2").arg(signedPoints(point.low), signedPoints(point.high)),
                         true,
                         false,
                         {}},
                        {qt(study::pText(point.pValue)), true, false, {}}});
    }
    m_points->setRows(std::move(rows));
    fillMeasures(pair);
    std::vector<models::TextTable::Row> differences;
    for (const std::string& difference : pair.differences)
        differences.push_back({{qt(difference), false, true, {}}});
    if (differences.empty())
        differences.push_back(
            {{tr("none: a matched pair, equal but for the starting weights"), false, false, {}}});
    m_differences->setRows(std::move(differences));
}

} // namespace rekindle::panels
