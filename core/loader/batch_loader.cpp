#include "core/loader/batch_loader.h"

#include "core/base/guard.h"
#include "core/base/rng.h"
#include "core/base/text.h"
#include "core/loader/pass_order.h"
#include "core/views/augment.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <fmt/format.h>
#include <mutex>
#include <optional>
#include <thread>

namespace rekindle::loader {
namespace {

constexpr std::size_t kAheadBytes = std::size_t{1} << 30;
/// How long threads are waited for that may hang in a read.
constexpr std::chrono::milliseconds kPatience{1000};

std::size_t pixelsOf(int size)
{
    return 3 * static_cast<std::size_t>(size) * static_cast<std::size_t>(size);
}

std::uint32_t low(std::uint64_t value)
{
    return static_cast<std::uint32_t>(value);
}
std::uint32_t high(std::uint64_t value)
{
    return static_cast<std::uint32_t>(value >> 32);
}

/// A batch in the making. Rows are filled without a lock, each by one thread.
struct Slot {
    ImageBatch batch;
    std::once_flag roomMade; ///< for the pixels, taken outside the lock: it may be gigabytes
    int nextRow = 0;         ///< the first row that nobody has taken
    int done = 0;            ///< rows filled
};

/// One row of one batch: all views of one image.
struct Row {
    Slot* slot = nullptr;
    int row = 0;
};

Result<void> checkSettings(const dataset::Manifest& manifest,
                           const std::vector<std::size_t>& subset, const LoaderSettings& settings)
{
    if (subset.empty())
        return fail(ErrorKind::Usage, "There are no images to load", manifest.folder.string());
    const bool sized = std::all_of(settings.recipes.begin(), settings.recipes.end(),
                                   [](const views::ViewRecipe& recipe) { return recipe.size > 0; });
    if (settings.batch < 1 || settings.recipes.empty() || !sized || settings.firstStep < 0 ||
        settings.steps < 0 || settings.stepsPerPass < 0)
        return fail(ErrorKind::Usage, "Batch, views and image size must be at least 1");
    if (settings.world < 1 || settings.rank < 0 || settings.rank >= settings.world ||
        (settings.order == Order::Endless && settings.batch < settings.world))
        return fail(ErrorKind::Usage, "A batch cannot be shared out among that many replicas");
    const bool known = std::all_of(subset.begin(), subset.end(),
                                   [&](std::size_t i) { return i < manifest.images.size(); });
    if (!known)
        return fail(ErrorKind::Internal, "An image outside the list was asked for");
    if (settings.order == Order::Endless &&
        subset.size() < static_cast<std::size_t>(settings.batch))
        return fail(ErrorKind::Usage,
                    fmt::format("A batch of {} cannot be filled once from {}",
                                text::count(static_cast<std::uint64_t>(settings.batch)),
                                text::count(subset.size(), "image")),
                    manifest.folder.string(),
                    fmt::format("Choose a batch of {} or less.", text::count(subset.size())));
    return {};
}

} // namespace

std::size_t batchesAhead(std::size_t bytes, std::size_t most)
{
    return std::min(std::max<std::size_t>(kAheadBytes / std::max<std::size_t>(bytes, 1), 2),
                    std::max<std::size_t>(most, 1));
}

struct BatchLoader::Impl {
    Impl(const dataset::Manifest& manifest, std::vector<std::size_t> subset,
         const LoaderSettings& settings, ReadPart read);

    // Fixed while threads run.
    LoaderSettings settings;
    std::vector<std::size_t> images;  ///< indices into the manifest
    std::vector<std::int64_t> labels; ///< one per image of the list
    std::int64_t endStep = 0;         ///< the first step that is not made; -1 = endless
    std::size_t ahead = 2;            ///< batches in the making or waiting, at most

    std::vector<ViewBlock> emptyBlocks; ///< which views go into which block
    PictureSource pictures;
    PassOrder order;
    const std::shared_ptr<BatchRoom> room = std::make_shared<BatchRoom>();
    std::stop_source stopping; ///< of the threads

    std::mutex mutex;                        ///< guards all below
    std::condition_variable_any wakeThreads; ///< room for another batch
    std::condition_variable_any wakeReader;  ///< a batch is whole, or something failed
    std::deque<std::unique_ptr<Slot>> slots; ///< in step order; the front is the next to read
    std::int64_t nextStep = 0;               ///< the next step to open a slot for
    std::optional<Error> failure;            ///< ends everything
    int running = 0;                         ///< threads that have not ended
    std::condition_variable ended;           ///< the last of them has

    void run(const std::stop_token& stop);
    std::optional<Row> take();
    /// This replica's part of a step's rows.
    struct Rows {
        int first = 0;
        int count = 0;
    };
    [[nodiscard]] Rows rowsOf(std::int64_t step) const;
    bool finished() const { return endStep >= 0 && nextStep >= endStep; }
    [[nodiscard]] std::uint64_t placeInOrder(std::uint64_t position) const;
    Result<void> fill(const Row& row, const std::stop_token& stop);
    Result<void> renderRow(const Row& row, std::size_t place, std::uint64_t position,
                           const std::stop_token& stop);
    void settle(const Row& row, Result<void> outcome);
};

BatchLoader::Impl::Impl(const dataset::Manifest& manifest, std::vector<std::size_t> subset,
                        const LoaderSettings& wanted, ReadPart read)
    : settings(wanted), images(std::move(subset)),
      pictures(manifest, images, wanted.cacheBytes, std::move(read)),
      order(wanted.seed, images.size()), nextStep(wanted.firstStep)
{
    for (const std::size_t i : images)
        labels.push_back(manifest.images[i].label);
    const auto batch = static_cast<std::int64_t>(settings.batch);
    endStep = settings.steps > 0 ? settings.firstStep + settings.steps : -1;
    if (settings.order == Order::Once) {
        const std::int64_t whole = (static_cast<std::int64_t>(images.size()) + batch - 1) / batch;
        endStep = endStep < 0 ? whole : std::min(endStep, whole);
    }
    std::size_t bytes = 0;
    for (std::size_t view = 0; view < settings.recipes.size(); ++view) {
        const int size = settings.recipes[view].size;
        auto block = std::find_if(emptyBlocks.begin(), emptyBlocks.end(),
                                  [&](const ViewBlock& other) { return other.size == size; });
        if (block == emptyBlocks.end())
            block = emptyBlocks.insert(emptyBlocks.end(), ViewBlock{size, {}, {}});
        block->views.push_back(static_cast<int>(view));
        bytes += static_cast<std::size_t>(settings.batch) * pixelsOf(size) * sizeof(float);
    }
    ahead = batchesAhead(bytes, settings.mostAhead);
}

BatchLoader::Impl::Rows BatchLoader::Impl::rowsOf(std::int64_t step) const
{
    std::int64_t whole = settings.batch;
    if (settings.order == Order::Once)
        whole = std::clamp<std::int64_t>(static_cast<std::int64_t>(images.size()) - step * whole, 0,
                                         whole);
    const std::int64_t begin = whole * settings.rank / settings.world;
    const std::int64_t end = whole * (settings.rank + 1) / settings.world;
    return {static_cast<int>(begin), static_cast<int>(end - begin)};
}

/// The next row that nobody works on, opening a batch where there is room; called under the mutex.
std::optional<Row> BatchLoader::Impl::take()
{
    for (const auto& slot : slots)
        if (slot->nextRow < slot->batch.count)
            return Row{slot.get(), slot->nextRow++};
    if (finished() || slots.size() >= ahead)
        return std::nullopt;
    auto slot = std::make_unique<Slot>();
    ImageBatch& batch = slot->batch;
    batch.step = nextStep;
    batch.count = rowsOf(nextStep).count;
    batch.blocks = emptyBlocks;
    const auto rows = static_cast<std::size_t>(batch.count);
    batch.images.resize(rows);
    batch.labels.resize(rows);
    ++nextStep;
    slots.push_back(std::move(slot));
    if (slots.back()->batch.count == 0) {
        // A last batch with fewer rows than replicas: this one has no part in it.
        wakeReader.notify_all();
        return take();
    }
    return Row{slots.back().get(), slots.back()->nextRow++};
}

void BatchLoader::Impl::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        Row row;
        const auto waited = guard("", [&]() -> Result<void> {
            std::unique_lock lock(mutex);
            std::optional<Row> taken;
            wakeThreads.wait(lock, stop, [&] { return failure || (taken = take()).has_value(); });
            row = taken.value_or(Row{});
            return {};
        });
        if (waited && row.slot == nullptr)
            return; // stopped or failed
        settle(row, waited ? guard("", [&] { return fill(row, stop); }) : waited);
        if (!waited)
            return;
    }
}

/// Notes a filled row, or the failure that ends the loader.
void BatchLoader::Impl::settle(const Row& row, Result<void> outcome)
{
    const std::lock_guard lock(mutex);
    if (!outcome) {
        if (!failure && outcome.error().kind != ErrorKind::Cancelled)
            failure = std::move(outcome).error();
        wakeReader.notify_all();
        wakeThreads.notify_all();
        return;
    }
    if (++row.slot->done == row.slot->batch.count)
        wakeReader.notify_all();
}

/// Where in the endless order an image of the run stands: a pass with a border begins with a
/// permutation that no other pass has begun.
std::uint64_t BatchLoader::Impl::placeInOrder(std::uint64_t position) const
{
    if (settings.stepsPerPass == 0)
        return position;
    const auto perPass = static_cast<std::uint64_t>(settings.stepsPerPass) *
                         static_cast<std::uint64_t>(settings.batch);
    const std::uint64_t permutations = (perPass + images.size() - 1) / images.size();
    return position / perPass * permutations * images.size() + position % perPass;
}

Result<void> BatchLoader::Impl::fill(const Row& row, const std::stop_token& stop)
{
    ImageBatch& batch = row.slot->batch;
    const std::uint64_t position =
        static_cast<std::uint64_t>(batch.step) * static_cast<std::uint64_t>(settings.batch) +
        static_cast<std::uint64_t>(rowsOf(batch.step).first + row.row);
    std::call_once(row.slot->roomMade, [&] {
        for (ViewBlock& block : batch.blocks)
            block.pixels = room->take(block.views.size() * static_cast<std::size_t>(batch.count) *
                                      pixelsOf(block.size));
    });
    const auto render = [&](std::size_t place) { return renderRow(row, place, position, stop); };
    std::size_t place = static_cast<std::size_t>(position);
    if (settings.order == Order::Once) {
        RK_CHECK(render(place));
    } else {
        RK_TRY(place, pictures.useOrNext(order.at(placeInOrder(position)), stop, render));
    }
    const auto at = static_cast<std::size_t>(row.row);
    batch.images[at] = images[place];
    batch.labels[at] = labels[place];
    return {};
}

/// All views of one image. Their boxes are drawn in the manifest's coordinates, whatever copy of
/// the image answers for them.
Result<void> BatchLoader::Impl::renderRow(const Row& row, std::size_t place, std::uint64_t position,
                                          const std::stop_token& stop)
{
    ImageBatch& batch = row.slot->batch;
    const auto step = static_cast<std::uint64_t>(batch.step);
    const PictureSource::Facts size = pictures.facts(place);
    std::shared_ptr<const image::ImagePart> part;
    for (ViewBlock& block : batch.blocks) {
        const std::size_t pixels = pixelsOf(block.size);
        std::size_t at = static_cast<std::size_t>(row.row) * pixels;
        for (const int v : block.views) {
            const views::ViewRecipe& recipe = settings.recipes[static_cast<std::size_t>(v)];
            const auto view = static_cast<std::uint32_t>(v);
            const double sigma = views::drawBatchBlur(
                Random(settings.seed, Purpose::BatchBlur, low(step), high(step), view));
            Random random(settings.seed, Purpose::View, low(position), high(position), view);
            const auto parameters = drawView(recipe, size.width, size.height, random, sigma);
            const int leastSide = views::leastSide(recipe);
            const bool serves =
                part != nullptr &&
                (pictures.givesWholes() || image::serves(*part, parameters.crop, leastSide));
            if (!serves) {
                RK_TRY(part, pictures.crop(place, parameters.crop, leastSide, stop));
            }
            renderView(*part, recipe, parameters, block.pixels.room().subspan(at, pixels));
            at += static_cast<std::size_t>(batch.count) * pixels;
        }
    }
    return {};
}

BatchLoader::BatchLoader(std::shared_ptr<Impl> impl) : m_impl(std::move(impl)) {}

BatchLoader::~BatchLoader()
{
    m_impl->stopping.request_stop();
    std::unique_lock lock(m_impl->mutex);
    // Nearly always at once. A thread that hangs in a read keeps what it needs, and ends when the
    // read does.
    m_impl->ended.wait_for(lock, kPatience, [&] { return m_impl->running == 0; });
}

Result<std::unique_ptr<BatchLoader>> BatchLoader::create(const dataset::Manifest& manifest,
                                                         std::vector<std::size_t> subset,
                                                         LoaderSettings settings, ReadPart read)
{
    using Loader = std::unique_ptr<BatchLoader>;
    return guard(manifest.folder.string(), [&]() -> Result<Loader> {
        RK_CHECK(checkSettings(manifest, subset, settings));
        const auto impl =
            std::make_shared<Impl>(manifest, std::move(subset), settings, std::move(read));
        Loader loader(new BatchLoader(impl));
        for (int i = 0; i < std::max(1, settings.threads); ++i) {
            std::unique_lock lock(impl->mutex);
            try {
                std::thread([impl] {
                    impl->run(impl->stopping.get_token());
                    const std::lock_guard last(impl->mutex);
                    --impl->running;
                    impl->ended.notify_all();
                }).detach();
            } catch (const std::system_error&) {
                // One is enough, if slow.
                if (impl->running == 0)
                    throw;
                break;
            }
            ++impl->running;
        }
        return loader;
    });
}

Result<ImageBatch> BatchLoader::next(const std::stop_token& stop)
{
    Impl& impl = *m_impl;
    std::unique_lock lock(impl.mutex);
    const auto whole = [&] {
        return !impl.slots.empty() && impl.slots.front()->done == impl.slots.front()->batch.count;
    };
    impl.wakeReader.wait(lock, stop, [&] {
        return impl.failure || whole() || (impl.slots.empty() && impl.finished());
    });
    if (stop.stop_requested())
        return fail(ErrorKind::Cancelled, "Stopped on request");
    if (whole()) {
        ImageBatch batch = std::move(impl.slots.front()->batch);
        impl.slots.pop_front();
        impl.wakeThreads.notify_all();
        return batch;
    }
    if (impl.failure)
        return fail(*impl.failure);
    return fail(ErrorKind::NotFound, "All images have been given out");
}

Warnings BatchLoader::warnings() const
{
    return m_impl->pictures.warnings();
}

std::size_t BatchLoader::setAside() const
{
    return m_impl->pictures.setAside();
}

} // namespace rekindle::loader
