#include "core/loader/batch_room.h"

#include <algorithm>

namespace rekindle::loader {

const AlignedFloats& BatchPixels::values() const
{
    static const AlignedFloats kNone;
    return m_values ? *m_values : kNone;
}

BatchPixels BatchRoom::take(std::size_t count)
{
    std::unique_ptr<AlignedFloats> values;
    {
        const std::lock_guard lock(m_mutex);
        // The latest that came back: the processor may still have it at hand.
        const auto fits = std::find_if(m_free.rbegin(), m_free.rend(),
                                       [&](const auto& room) { return room->size() == count; });
        if (fits != m_free.rend()) {
            values = std::move(*fits);
            m_free.erase(std::next(fits).base());
        }
    }
    if (!values)
        values = std::make_unique<AlignedFloats>(count);
    {
        const std::lock_guard lock(m_mutex);
        // Coming back takes no memory.
        m_free.reserve(m_free.size() + m_out + 1);
        ++m_out;
    }
    const auto comeBack = [home = shared_from_this()](AlignedFloats* back) {
        std::unique_ptr<AlignedFloats> room(back);
        const std::lock_guard lock(home->m_mutex);
        --home->m_out;
        home->m_free.push_back(std::move(room));
    };
    return BatchPixels({values.release(), comeBack});
}

} // namespace rekindle::loader
