#include "widgets/bridge/run_history.h"

namespace rekindle::bridge {
namespace {

std::optional<double> numberOf(const Json& line, const char* key)
{
    const auto found = line.find(key);
    return found != line.end() && found->is_number() ? std::optional(found->get<double>())
                                                     : std::nullopt;
}

} // namespace

void RunHistory::append(const std::vector<Json>& lines)
{
    const std::scoped_lock lock(m_mutex);
    for (const Json& line : lines) {
        if (!line.is_object())
            continue;
        const double epoch = numberOf(line, "epoch").value_or(0);
        for (const auto& [indicator, value] : m_reader.read(line))
            m_curves[static_cast<std::size_t>(indicator)].append(epoch, value);
        if (const auto told = numberOf(line, "loss_uninformed"))
            m_uninformed = told;
        if (const auto told = numberOf(line, "knn_chance"))
            m_chance = 100 * *told;
    }
}

void RunHistory::clear()
{
    const std::scoped_lock lock(m_mutex);
    for (figures::CurvePyramid& curve : m_curves)
        curve.clear();
    m_reader = {};
    m_uninformed.reset();
    m_chance.reset();
}

std::size_t RunHistory::size() const
{
    const std::scoped_lock lock(m_mutex);
    return curve(Indicator::Loss).size();
}

bool RunHistory::has(Indicator indicator) const
{
    const std::scoped_lock lock(m_mutex);
    return curve(indicator).size() > 0;
}

std::vector<figures::CurveStretch> RunHistory::stretches(Indicator indicator,
                                                         std::size_t most) const
{
    const std::scoped_lock lock(m_mutex);
    return curve(indicator).stretches(most);
}

std::vector<figures::CurveStretch> RunHistory::stretches(Indicator indicator, double low,
                                                         double high, std::size_t most) const
{
    const std::scoped_lock lock(m_mutex);
    return curve(indicator).stretches(low, high, most);
}

std::optional<double> RunHistory::uninformed(Indicator indicator) const
{
    const std::scoped_lock lock(m_mutex);
    return indicator == Indicator::Loss         ? m_uninformed
           : indicator == Indicator::Neighbours ? m_chance
                                                : std::nullopt;
}

std::size_t RunHistory::bytes() const
{
    const std::scoped_lock lock(m_mutex);
    std::size_t bytes = 0;
    for (const figures::CurvePyramid& curve : m_curves)
        bytes += curve.bytes();
    return bytes;
}

} // namespace rekindle::bridge
