#include "widgets/panels/live_chart.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/name_box.h"
#include "widgets/plots/figure_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace rekindle::panels {
namespace {

using figures::Indicator;

constexpr int kRedrawMs = 60;
constexpr std::array kWindows{1, 9, 25, 101};
constexpr int kUsualWindow = 1; ///< place in the list

QString nameOf(Indicator indicator)
{
    switch (indicator) {
    case Indicator::Loss:
        return LiveChart::tr("Loss");
    case Indicator::Rate:
        return LiveChart::tr("Learning rate");
    case Indicator::Speed:
        return LiveChart::tr("Images per second");
    case Indicator::Spread:
        return LiveChart::tr("Spread of the features");
    case Indicator::Rank:
        return LiveChart::tr("Effective rank");
    case Indicator::Alignment:
        return LiveChart::tr("Alignment");
    case Indicator::Uniformity:
        return LiveChart::tr("Uniformity");
    case Indicator::Neighbours:
        return LiveChart::tr("Nearest neighbours");
    }
    return {};
}

} // namespace

LiveChart::LiveChart(Runs runs, QWidget* parent) : QWidget(parent), m_runs(std::move(runs))
{
    m_figure = new plots::FigureView;
    m_figure->setObjectName(QStringLiteral("pretrain-figure"));
    m_figure->setPlaceholder(tr("The curves of both runs are drawn here while they run."));
    m_redraw = new QTimer(this);
    m_redraw->setSingleShot(true);
    m_redraw->setInterval(kRedrawMs);
    connect(m_figure, &plots::FigureView::viewChanged, m_redraw, qOverload<>(&QTimer::start));
    connect(m_redraw, &QTimer::timeout, this, &LiveChart::draw);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kSmall);
    layout->addWidget(buildControls());
    layout->addWidget(m_figure, 1);
}

QWidget* LiveChart::buildControls()
{
    m_curve = new NameBox;
    m_curve->setObjectName(QStringLiteral("live-curve"));
    m_curve->setAccessibleName(tr("Curve shown"));
    // The longest name must not make the window wider.
    constexpr int kLetters = 11;
    m_curve->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_curve->setMinimumContentsLength(kLetters);
    m_curve->addItem(nameOf(Indicator::Loss), static_cast<int>(Indicator::Loss));
    m_smoothing = new QComboBox;
    m_smoothing->setObjectName(QStringLiteral("live-smoothing"));
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_smoothing->setToolTip(tr("The curve is the median of so many points; each value stays as a "
                               "thin line or a band."));
    for (const int window : kWindows)
        m_smoothing->addItem(window == 1 ? tr("Not smoothed") : tr("Median of %1").arg(window),
                             window);
    m_smoothing->setCurrentIndex(kUsualWindow);
    m_logarithmic = new QCheckBox(tr("Log axis"));
    m_logarithmic->setObjectName(QStringLiteral("live-log"));
    m_hold = new QPushButton(tr("Hold"));
    m_hold->setObjectName(QStringLiteral("live-hold"));
    m_hold->setCheckable(true);
    m_hold->setToolTip(tr("Keeps the picture as it is while the runs go on."));
    connect(m_curve, &QComboBox::activated, this, &LiveChart::draw);
    connect(m_smoothing, &QComboBox::activated, this, &LiveChart::draw);
    connect(m_logarithmic, &QCheckBox::toggled, this, &LiveChart::draw);
    connect(m_hold, &QPushButton::toggled, this, &LiveChart::refresh);
    // In two rows: beside a form there is little width.
    constexpr int kLongestName = 230;
    m_curve->setMaximumWidth(kLongestName);
    auto* above = new QHBoxLayout;
    above->addWidget(m_curve, 1);
    above->addWidget(m_smoothing);
    above->addStretch();
    auto* below = new QHBoxLayout;
    below->addWidget(m_logarithmic);
    below->addSpacing(look::space::kMedium);
    below->addWidget(m_hold);
    below->addStretch();
    auto* controls = new QWidget;
    auto* layout = new QVBoxLayout(controls);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kSmall);
    layout->addLayout(above);
    layout->addLayout(below);
    return controls;
}

LiveView LiveChart::view() const
{
    LiveView view;
    view.indicator = static_cast<Indicator>(m_curve->currentData().toInt());
    view.window = m_smoothing->currentData().toInt();
    view.logarithmic = m_logarithmic->isChecked();
    const bool same = m_figure->figure().id == std::string(figures::textOf(view.indicator).key);
    if (same && m_figure->zoomed())
        view.part = CurvePart{m_figure->shownRange().x(), m_figure->shownRange().y()};
    return view;
}

void LiveChart::fillCurves(const std::vector<const bridge::RunView*>& runs)
{
    const auto has = [&](Indicator indicator) {
        return indicator == Indicator::Loss ||
               std::any_of(runs.begin(), runs.end(), [&](const bridge::RunView* run) {
                   return run->curve && run->curve->has(indicator);
               });
    };
    QList<int> wanted, now;
    for (const Indicator indicator : figures::allIndicators()) {
        if (has(indicator))
            wanted << static_cast<int>(indicator);
    }
    for (int i = 0; i < m_curve->count(); ++i)
        now << m_curve->itemData(i).toInt();
    if (wanted == now)
        return;
    const int chosen = m_curve->currentData().toInt();
    m_curve->clear();
    for (const int indicator : wanted)
        m_curve->addItem(nameOf(static_cast<Indicator>(indicator)), indicator);
    m_curve->setCurrentIndex(std::max(static_cast<int>(wanted.indexOf(chosen)), 0));
}

void LiveChart::refresh()
{
    const auto runs = m_runs();
    std::vector<std::filesystem::path> now;
    now.reserve(runs.size());
    for (const bridge::RunView* run : runs)
        now.push_back(run->folder);
    if (m_hold->isChecked() && now == m_drawn)
        return;
    m_drawn = std::move(now);
    fillCurves(runs);
    draw();
}

void LiveChart::draw()
{
    const LiveView shown = view();
    m_logarithmic->setEnabled(figures::textOf(shown.indicator).positive);
    m_figure->setFigure(liveFigure(m_runs(), shown));
}

} // namespace rekindle::panels
