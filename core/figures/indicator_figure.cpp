#include "core/figures/indicator_figure.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace rekindle::figures {
namespace {

double numberOf(const Json& line, const char* key, double otherwise)
{
    const auto found = line.find(key);
    return found != line.end() && found->is_number() ? found->get<double>() : otherwise;
}

/// Whose values stand in a line as they are drawn.
constexpr std::array kPlain{Indicator::Loss,      Indicator::Rate,      Indicator::Spread,
                            Indicator::Rank,      Indicator::Alignment, Indicator::Uniformity,
                            Indicator::Neighbours};

void renameLoss(Figure& figure, const IndicatorText& text, bool chance)
{
    figure.id = text.key;
    figure.title = text.title;
    figure.y = {std::string(text.label), std::string(text.unit), false, 0, 0};
    for (Marker& marker : figure.markers)
        marker.label = "chance " + text::fixed(marker.value, 1) + " %";
    if (!chance)
        figure.markers.clear();
    figure.notes.clear();
    figure.caption =
        std::string(text.title) + " by pass over the images. " + std::string(text.meaning);
}

} // namespace

const std::array<Indicator, kIndicators>& allIndicators()
{
    static constexpr std::array kAll{
        Indicator::Loss, Indicator::Rate,      Indicator::Speed,      Indicator::Spread,
        Indicator::Rank, Indicator::Alignment, Indicator::Uniformity, Indicator::Neighbours};
    return kAll;
}

const IndicatorText& textOf(Indicator indicator)
{
    static const std::array<IndicatorText, kIndicators> kTexts{{
        {"loss", "Pretraining loss", "Loss", "nats", "", true},
        {"lr", "Learning rate", "Learning rate", "",
         "The peak rate and its schedule are the method's, or as set.", true},
        {"speed", "Images per second", "Speed", "images/s",
         "Images of finished steps over the time between them, saves and checks included.", true},
        {"spread", "Spread of the features", "Spread", "",
         "Mean standard deviation of L2-normalised features over the images of a step, times the "
         "square root of their dimension: 1 when they fill the sphere evenly, 0 when all images "
         "look alike.",
         true},
        {"effective_rank", "Effective rank of the features", "Effective rank", "dimensions",
         "Exponential of the entropy of the singular values of a step's features: in how many "
         "directions they differ. It falls towards 1 when features collapse.",
         true},
        {"alignment", "Alignment", "Mean squared distance", "",
         "Between the L2-normalised features of two views of an image (Wang and Isola 2020). Low "
         "is good only as long as uniformity is low, too.",
         true},
        {"uniformity", "Uniformity", "Log of the mean potential", "nats",
         "How near the features of different images lie to each other (Wang and Isola 2020): 0 "
         "when all look alike, towards -4 where they are far apart.",
         false},
        {"knn", "Nearest neighbours", "Accuracy", "%",
         "Labelled training images, each named by its 20 nearest neighbours among the others, "
         "those of the same patient or file left out. Test images have no part in it.",
         true},
    }};
    return kTexts[static_cast<std::size_t>(indicator)];
}

std::optional<Indicator> indicatorOf(std::string_view key)
{
    for (const Indicator indicator : allIndicators()) {
        if (textOf(indicator).key == key)
            return indicator;
    }
    return std::nullopt;
}

std::vector<IndicatorReader::Value> IndicatorReader::read(const Json& line)
{
    std::vector<Value> values;
    if (!line.is_object())
        return values;
    for (const Indicator indicator : kPlain) {
        const auto found = line.find(textOf(indicator).key);
        if (found == line.end() || !(found->is_number() || found->is_null()))
            continue;
        const double value = found->is_number() ? found->get<double>() : std::nan("");
        values.push_back({indicator, indicator == Indicator::Neighbours ? 100 * value : value});
    }
    const double images = numberOf(line, "images", -1), seconds = numberOf(line, "seconds", -1);
    if (images < 0 || seconds < 0)
        return values;
    if (m_images >= 0 && images > m_images && seconds > m_seconds)
        values.push_back({Indicator::Speed, (images - m_images) / (seconds - m_seconds)});
    m_images = images;
    m_seconds = seconds;
    return values;
}

Figure indicatorFigure(Indicator indicator, const std::vector<LossCurve>& curves, int window,
                       double passes)
{
    Figure figure = lossFigure(curves, window, passes);
    if (indicator == Indicator::Loss)
        return figure;
    renameLoss(figure, textOf(indicator), indicator == Indicator::Neighbours);
    return figure;
}

} // namespace rekindle::figures
