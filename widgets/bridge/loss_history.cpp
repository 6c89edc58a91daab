#include "widgets/bridge/loss_history.h"

namespace rekindle::bridge {

void LossHistory::append(const std::vector<Point>& points)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto& [epoch, loss] : points)
        m_curve.append(epoch, loss);
}

void LossHistory::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_curve.clear();
}

std::size_t LossHistory::size() const
{
    const std::scoped_lock lock(m_mutex);
    return m_curve.size();
}

std::vector<figures::CurveStretch> LossHistory::stretches(std::size_t most) const
{
    const std::scoped_lock lock(m_mutex);
    return m_curve.stretches(most);
}

std::vector<figures::CurveStretch> LossHistory::stretches(double low, double high,
                                                          std::size_t most) const
{
    const std::scoped_lock lock(m_mutex);
    return m_curve.stretches(low, high, most);
}

std::size_t LossHistory::bytes() const
{
    const std::scoped_lock lock(m_mutex);
    return m_curve.bytes();
}

} // namespace rekindle::bridge
