#pragma once

#include "core/base/json.h"
#include "core/base/warning.h"

#include <cstdint>
#include <optional>

namespace rekindle::pretrain {

/// What nearest neighbours made of labelled training images.
struct NeighbourScore {
    double accuracy = 0;     ///< share
    double chance = 0;       ///< what always naming the most frequent class scores, share
    std::uint64_t count = 0; ///< images that were judged
};

/// Notices in a run's figures that its features come to be alike. A function of what it was told,
/// and saved with the run, so that a run that was stopped warns where one would that was not.
class CollapseWatch
{
public:
    /// The spread of a step's features. "features_collapsing" once it has stayed below a twentieth
    /// of what it was over the first ten steps for twenty steps; told once.
    [[nodiscard]] std::optional<Warning> tell(double spread);
    /// "neighbours_at_chance" where neighbours once knew more than chance and do no longer; told
    /// once.
    [[nodiscard]] std::optional<Warning> tell(const NeighbourScore& score);

    [[nodiscard]] Json toJson() const;
    void restore(FieldReader& fields);

private:
    std::int64_t m_steps = 0; ///< of the first ones that give the measure
    double m_start = 0;       ///< mean spread of these
    std::int64_t m_low = 0;   ///< steps in a row below the line
    double m_best = 0;        ///< best accuracy so far
    bool m_knewMore = false;  ///< than chance, beyond its own uncertainty
    bool m_atChance = false;  ///< the last time neighbours were asked
};

} // namespace rekindle::pretrain
