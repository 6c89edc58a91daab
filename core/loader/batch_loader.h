#pragma once

#include "core/base/result.h"
#include "core/dataset/manifest.h"
#include "core/views/view_recipe.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace rekindle::loader {

/// A batch of views. `pixels` is [views, count, 3, size, size] float32, row-major, values in [0,
/// 1].
struct ImageBatch {
    std::int64_t step = 0;
    int views = 0;
    int count = 0;
    int size = 0;
    std::vector<float> pixels;
    std::vector<std::size_t> images;  ///< index into dataset::Manifest::images, one per row
    std::vector<std::int64_t> labels; ///< one per row; -1 without a label
};

/// In which order images come.
enum class Order {
    Endless, ///< reshuffled passes without a border: step t takes positions [t*batch, (t+1)*batch)
    Once     ///< the list in its own order, once; the last batch may be short
};

struct LoaderSettings {
    views::ViewRecipe recipe;
    int views = 2;
    int batch = 64;
    Order order = Order::Endless;
    std::uint64_t seed = 0;
    std::int64_t firstStep = 0; ///< resuming starts here; nothing else is needed
    std::int64_t steps = 0; ///< stop after step firstStep + steps - 1; 0 = endless (or list's end)
    int threads = 1;        ///< loader threads; the result does not depend on it
    std::size_t cacheBytes = std::size_t{1} << 30; ///< decoded pictures kept in memory
};

/// Fills batches on threads of its own, ahead of the reader. Every number is a function of
/// (seed, position, view), never of the thread that drew it. Under Order::Endless an image that
/// cannot be read is replaced by the next one of the list, set aside and listed: one bad file does
/// not end a run (more than 5 % of them, and more than ten, do: kind Damaged). Under Order::Once,
/// where rows are scored, nothing is ever swapped: the batch fails with the file's error.
class BatchLoader
{
public:
    /// `subset`: indices into manifest.images, not empty; for Order::Endless at least `batch` of
    /// them (kind Usage otherwise, in words).
    [[nodiscard]] static Result<std::unique_ptr<BatchLoader>>
    create(const dataset::Manifest& manifest, std::vector<std::size_t> subset,
           LoaderSettings settings);
    ~BatchLoader();
    BatchLoader(const BatchLoader&) = delete;
    BatchLoader& operator=(const BatchLoader&) = delete;

    /// The next batch, in step order. Kind Cancelled when `stop` is asked for; NotFound at the end.
    /// Called from one thread.
    [[nodiscard]] Result<ImageBatch> next(const std::stop_token& stop);

    /// Images set aside so far. Safe from any thread.
    [[nodiscard]] std::vector<dataset::Problem> setAside() const;

private:
    struct Impl;
    explicit BatchLoader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace rekindle::loader
