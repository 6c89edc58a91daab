// How many pictures a second the chart of running runs shows with ten runs of 100,000 points: while
// the wheel turns, while it is dragged, and when it is drawn from the runs anew.
#include "tests/bench/stopwatch.h"

#include "widgets/panels/thinned_curve.h"
#include "widgets/plots/figure_view.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>
#include <cstdio>
#include <cstring>

using namespace rekindle;

namespace {

constexpr int kRuns = 10, kPoints = 100'000, kFrames = 60;

bridge::RunView longRun(int number)
{
    auto history = std::make_shared<bridge::RunHistory>();
    std::vector<Json> lines;
    for (int i = 0; i < kPoints; ++i) {
        const double x = i / 1000.0;
        const double loss =
            5 * std::exp(-x / 30) + 0.3 * std::sin(37.0 * i + number) + number * 0.1;
        lines.push_back(Json{{"epoch", x}, {"loss", loss}});
        if (lines.size() == 1000) {
            history->append(lines);
            lines.clear();
        }
    }
    bridge::RunView run;
    run.label = "run " + std::to_string(number);
    run.folder = run.label;
    run.status.epochs = 100;
    run.curve = history;
    run.points = kPoints;
    return run;
}

QWidget* plotOf(QWidget& view)
{
    for (QWidget* child : view.findChildren<QWidget*>()) {
        if (std::strcmp(child->metaObject()->className(), "QCustomPlot") == 0)
            return child;
    }
    return nullptr;
}

void show(QWidget& widget)
{
    QCoreApplication::processEvents();
    widget.repaint();
}

void tell(const char* what, std::vector<double> seconds)
{
    std::sort(seconds.begin(), seconds.end());
    const double worst = seconds[seconds.size() * 95 / 100];
    const double middle = seconds[seconds.size() / 2];
    std::printf("%s: %.1f ms a picture (%.0f a second), 95 %% within %.1f ms\n", what,
                1000 * middle, 1 / middle, 1000 * worst);
}

} // namespace

int main(int count, char** words)
{
    const QApplication application(count, words);
    std::vector<bridge::RunView> runs;
    for (int i = 0; i < kRuns; ++i)
        runs.push_back(longRun(i));
    std::vector<const bridge::RunView*> shown;
    for (const bridge::RunView& run : runs)
        shown.push_back(&run);
    plots::FigureView view;
    view.resize(1000, 600);
    view.setFigure(panels::liveFigure(shown));
    view.show();
    show(view);
    QWidget* plot = plotOf(view);
    if (plot == nullptr)
        return 1;
    const QPointF middle(plot->width() / 2.0, plot->height() / 2.0);
    std::vector<double> wheel, drag, anew;
    for (int i = 0; i < kFrames; ++i) {
        const int turn = i % 20 < 10 ? 120 : -120;
        wheel.push_back(bench::secondsOf([&] {
            QWheelEvent event(middle, plot->mapToGlobal(middle), {}, {0, turn}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(plot, &event);
            show(*plot);
        }));
    }
    const auto mouse = [&](QEvent::Type type, const QPointF& place, Qt::MouseButtons buttons) {
        QMouseEvent event(type, place, plot->mapToGlobal(place), Qt::LeftButton, buttons,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(plot, &event);
        show(*plot);
    };
    mouse(QEvent::MouseButtonPress, middle, Qt::LeftButton);
    for (int i = 0; i < kFrames; ++i)
        drag.push_back(bench::secondsOf([&] {
            mouse(QEvent::MouseMove, middle + QPointF(40 * std::sin(i / 8.0), 0), Qt::LeftButton);
        }));
    mouse(QEvent::MouseButtonRelease, middle, Qt::NoButton);
    view.fit();
    for (int i = 0; i < kFrames / 3; ++i)
        anew.push_back(bench::secondsOf([&] {
            view.setFigure(panels::liveFigure(shown));
            show(*plot);
        }));
    std::printf("%d runs of %d points, 1000 x 600 pixels\n", kRuns, kPoints);
    tell("  zooming", wheel);
    tell("  dragging", drag);
    tell("  drawn anew", anew);
    return 0;
}
