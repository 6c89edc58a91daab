#include "core/pretrain/collapse_watch.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace rekindle::pretrain {
namespace {

constexpr std::int64_t kFirst = 10;    ///< steps whose spread is the measure
constexpr double kShareOfStart = 0.05; ///< of it: below are features that are alike
constexpr std::int64_t kPatience = 20; ///< steps that it has to stay there
constexpr double kSure = 3;            ///< standard errors above chance that are more than chance

std::string percent(double share)
{
    return text::fixed(100 * share, 1) + " %";
}

double errorOf(const NeighbourScore& score)
{
    return std::sqrt(score.chance * (1 - score.chance) /
                     std::max(static_cast<double>(score.count), 1.0));
}

} // namespace

std::optional<Warning> CollapseWatch::tell(double spread)
{
    if (m_steps < kFirst) {
        m_start += (spread - m_start) / static_cast<double>(++m_steps);
        return std::nullopt;
    }
    m_low = spread < kShareOfStart * m_start ? m_low + 1 : 0;
    if (m_low != kPatience)
        return std::nullopt;
    std::string sentence = "The features are collapsing: their spread fell below 5 % of the start";
    if (m_atChance)
        sentence += ", and the nearest neighbours know no more than chance";
    return Warning{"features_collapsing",
                   sentence + ". Training on will not bring them back; finish early, or start "
                              "anew with a lower learning rate (lr)",
                   {}};
}

std::optional<Warning> CollapseWatch::tell(const NeighbourScore& score)
{
    const bool more = score.accuracy > score.chance + kSure * errorOf(score);
    const bool fell = !more && m_knewMore && !m_atChance;
    m_knewMore = m_knewMore || more;
    m_atChance = !more;
    m_best = std::max(m_best, score.accuracy);
    if (!fell)
        return std::nullopt;
    return Warning{"neighbours_at_chance",
                   "The features no longer tell the classes apart: nearest neighbours name " +
                       percent(score.accuracy) + " of the labelled training images right after " +
                       percent(m_best) + " before, and always naming the most frequent class " +
                       percent(score.chance),
                   {}};
}

Json CollapseWatch::toJson() const
{
    return Json{
        {"watch_steps", m_steps}, {"watch_start", m_start},        {"watch_low", m_low},
        {"watch_best", m_best},   {"watch_knew_more", m_knewMore}, {"watch_at_chance", m_atChance}};
}

void CollapseWatch::restore(FieldReader& fields)
{
    m_steps = fields.integer("watch_steps", 0);
    m_start = fields.number("watch_start", 0);
    m_low = fields.integer("watch_low", 0);
    m_best = fields.number("watch_best", 0);
    m_knewMore = fields.flag("watch_knew_more", false);
    m_atChance = fields.flag("watch_at_chance", false);
}

} // namespace rekindle::pretrain
