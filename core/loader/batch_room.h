#pragma once

#include "core/base/aligned.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace rekindle::loader {

/// The values of a block of views. Copies share them; whoever reads a batch leaves them as they
/// are.
class BatchPixels
{
public:
    BatchPixels() = default;
    explicit BatchPixels(std::shared_ptr<AlignedFloats> values) : m_values(std::move(values)) {}

    [[nodiscard]] const AlignedFloats& values() const;
    [[nodiscard]] const float* data() const { return values().data(); }
    [[nodiscard]] std::size_t size() const { return values().size(); }
    /// For whoever fills the batch.
    [[nodiscard]] std::span<float> room() { return *m_values; }

private:
    std::shared_ptr<AlignedFloats> m_values; ///< null: none
};

/// Room for the values of batches. It comes back when the last who held them lets go, and is given
/// out again as it is: a batch of gigabytes is neither taken from the system nor cleared each time.
/// As much is kept as was out at a time. Safe from any thread.
class BatchRoom : public std::enable_shared_from_this<BatchRoom>
{
public:
    /// Room for so many values, whatever they are. Throws std::bad_alloc.
    [[nodiscard]] BatchPixels take(std::size_t count);

private:
    std::mutex m_mutex;    ///< guards all below
    std::size_t m_out = 0; ///< given out and not back
    std::vector<std::unique_ptr<AlignedFloats>> m_free;
};

} // namespace rekindle::loader
