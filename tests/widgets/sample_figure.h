#pragma once

#include "core/figures/figure.h"

namespace rekindle::test {

/// Two arms with error bars and a chance line: the shape of the main figure.
inline figures::Figure sampleFigure()
{
    figures::Figure figure;
    figure.id = "accuracy";
    figure.title = "Accuracy by pretraining pass";
    figure.x = {"Pretraining pass", "", false, 0, 0};
    figure.y = {"Accuracy", "%", false, 0, 0};
    figures::Series p1x{"P1X",          figures::Role::P1x, figures::Shape::Line, {0, 10, 20},
                        {20, 41.5, 52}, {18, 40, 50},       {22, 43, 54}};
    figures::Series p2x{"P2X",           figures::Role::P2x, figures::Shape::Line, {0, 10, 20},
                        {44, 60.25, 66}, {43, 59, 65},       {45, 61.5, 67}};
    figure.series = {p1x, p2x};
    figure.markers = {{20, false, "chance 20 %"}};
    figure.caption = "A caption.";
    figure.summary = "P2X above P1X from the start; last 66 against 52.";
    figure.notes = {"Sample images."};
    return figure;
}

} // namespace rekindle::test
