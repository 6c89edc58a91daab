#pragma once

#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/dataset/manifest.h"
#include "core/loader/batch_room.h"
#include "core/loader/picture_source.h"
#include "core/views/view_recipe.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace rekindle::loader {

/// The views of one size of a batch. `pixels` is [views, count, 3, size, size] float32, row-major,
/// values in [0, 1].
struct ViewBlock {
    int size = 0;           ///< side, pixels
    std::vector<int> views; ///< which of LoaderSettings::recipes, ascending
    BatchPixels pixels;
};

/// The rows of one batch that this replica works on.
struct ImageBatch {
    std::int64_t step = 0;
    int count = 0;                    ///< rows
    std::vector<ViewBlock> blocks;    ///< one a view size, in the order in which sizes are met
    std::vector<std::size_t> images;  ///< index into Manifest::images, one per row
    std::vector<std::int64_t> labels; ///< one per row; -1 without a label
};

/// In which order images come.
enum class Order {
    Endless, ///< reshuffled passes: step t takes positions [t*batch, (t+1)*batch)
    Once     ///< the list in its own order, once; the last batch may be short
};

struct LoaderSettings {
    std::vector<views::ViewRecipe> recipes; ///< one a view, each with a size of its own
    int batch = 64;                         ///< images of a step, over all replicas
    Order order = Order::Endless;
    /// Order::Endless: after so many steps a new pass begins, and what was left of the former one
    /// is dropped; 0 = passes follow each other without a border.
    std::int64_t stepsPerPass = 0;
    std::uint64_t seed = 0;
    std::int64_t firstStep = 0; ///< resuming starts here; nothing else is needed
    std::int64_t steps = 0; ///< stop after step firstStep + steps - 1; 0 = endless (or list's end)
    int threads = 1;        ///< loader threads; the result does not depend on it
    std::size_t cacheBytes = std::size_t{1} << 30; ///< decoded pictures kept in memory
    std::size_t mostAhead = 4;                     ///< batches in the making or waiting, at most
    /// Of `world` replicas this one gets rows [rank * batch / world, (rank + 1) * batch / world) of
    /// every batch, with the very numbers that a single one would see there.
    int rank = 0;
    int world = 1;
};

/// How many batches of so many bytes are in the making or waiting at a time: as many as fit into a
/// gigabyte, at least two where that is not more than `most`.
[[nodiscard]] std::size_t batchesAhead(std::size_t bytes, std::size_t most);

/// Fills batches on threads of its own, ahead of the reader. Every number is a function of
/// (seed, position, view), never of the thread that drew it. Under Order::Endless an image that is
/// gone or damaged is replaced by the next one of the list, set aside and told: one bad file does
/// not end a run (more than 5 % of them, and more than ten, do: kind Damaged). Under Order::Once,
/// where rows are scored, nothing is ever swapped: the batch fails with the file's error. A drive
/// that fails for a moment is asked again; one that goes on failing ends the batch with its error
/// (Io, Memory), and nothing is swapped. Whatever a read does, `next` and the destructor answer at
/// once or within a second: a thread that hangs in a read is left behind.
class BatchLoader
{
public:
    /// `subset`: indices into manifest.images, not empty; for Order::Endless at least `batch` of
    /// them (kind Usage otherwise, in words).
    /// `read` is loader::readPart unless pixels come from somewhere else.
    [[nodiscard]] static Result<std::unique_ptr<BatchLoader>>
    create(const dataset::Manifest& manifest, std::vector<std::size_t> subset,
           LoaderSettings settings, ReadPart read = {});
    ~BatchLoader();
    BatchLoader(const BatchLoader&) = delete;
    BatchLoader& operator=(const BatchLoader&) = delete;

    /// The next batch, in step order. Kind Cancelled when `stop` is asked for; NotFound at the end.
    /// Called from one thread.
    [[nodiscard]] Result<ImageBatch> next(const std::stop_token& stop);

    /// What was set aside so far ("image_set_aside"). Safe from any thread.
    [[nodiscard]] Warnings warnings() const;
    /// How many images that are: for whoever looks at every step.
    [[nodiscard]] std::size_t setAside() const;

private:
    struct Impl;
    explicit BatchLoader(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> m_impl; ///< shared with its threads, which may outlive this
};

} // namespace rekindle::loader
