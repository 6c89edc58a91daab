#include "widgets/bridge/figure_words.h"

#include "widgets/bridge/core_text.h"
#include "widgets/bridge/qt_text.h"

namespace rekindle::bridge {
namespace {

void say(std::string& text)
{
    text = utf8(coreText(text));
}

void say(figures::Axis& axis)
{
    say(axis.label);
    say(axis.unit);
}

} // namespace

figures::Figure inWords(figures::Figure figure)
{
    say(figure.title);
    say(figure.x);
    say(figure.y);
    for (figures::Series& series : figure.series)
        say(series.name);
    for (figures::Marker& marker : figure.markers)
        say(marker.label);
    say(figure.colours.label);
    say(figure.colours.unit);
    say(figure.caption);
    say(figure.summary);
    for (std::string& note : figure.notes)
        say(note);
    for (figures::Figure& panel : figure.panels)
        panel = inWords(std::move(panel));
    if (figure.below)
        figure.below = std::make_shared<const figures::Figure>(inWords(*figure.below));
    return figure;
}

} // namespace rekindle::bridge
