#pragma once

#include "core/scores/score_table.h"

#include <cstddef>
#include <string>
#include <vector>

namespace rekindle::test {

/// A table of images "0.png", "1.png", ... with these labels; `probabilities` is [images x
/// classes].
inline scores::ScoreTable scoreTable(std::size_t classes, std::vector<std::int64_t> labels,
                                     std::vector<float> probabilities)
{
    scores::ScoreTable table;
    for (std::size_t i = 0; i < classes; ++i)
        table.classes.push_back("class " + std::to_string(i));
    for (std::size_t i = 0; i < labels.size(); ++i)
        table.images.push_back(std::to_string(i) + ".png");
    table.labels = std::move(labels);
    table.probabilities = std::move(probabilities);
    return table;
}

/// A table of two classes from the probability of the second.
inline scores::ScoreTable twoClasses(std::vector<std::int64_t> labels,
                                     const std::vector<float>& second)
{
    std::vector<float> probabilities;
    for (const float value : second) {
        probabilities.push_back(1 - value);
        probabilities.push_back(value);
    }
    return scoreTable(2, std::move(labels), std::move(probabilities));
}

/// A table that is certain of one class an image.
inline scores::ScoreTable certain(std::size_t classes, std::vector<std::int64_t> labels,
                                  const std::vector<std::int64_t>& predicted)
{
    std::vector<float> probabilities(labels.size() * classes, 0.0F);
    for (std::size_t i = 0; i < predicted.size(); ++i)
        probabilities[i * classes + static_cast<std::size_t>(predicted[i])] = 1;
    return scoreTable(classes, std::move(labels), std::move(probabilities));
}

} // namespace rekindle::test
