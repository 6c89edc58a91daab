#include "widgets/models/image_model.h"

#include "core/image/read_image.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/window_threads.h"
#include "widgets/look/look.h"

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <stop_token>

namespace rekindle::models {
namespace {

constexpr std::size_t kLongestQueue = 400;

/// A grey or colour picture of any depth as 8 bits a channel.
QImage toQImage(const image::Image& image)
{
    QImage out(image.width, image.height, QImage::Format_RGB888);
    if (out.isNull())
        return out;
    const auto fill = [&](const auto& pixels, int shift) {
        const auto channels = static_cast<std::size_t>(image.channels);
        std::size_t at = 0;
        for (int y = 0; y < image.height; ++y) {
            uchar* line = out.scanLine(y);
            for (int x = 0; x < image.width; ++x, at += channels) {
                for (std::size_t c = 0; c < 3; ++c)
                    *line++ = static_cast<uchar>(pixels[at + (channels == 3 ? c : 0)] >> shift);
            }
        }
    };
    if (const auto* bytes = std::get_if<std::vector<std::uint8_t>>(&image.pixels))
        fill(*bytes, 0);
    else
        fill(std::get<std::vector<std::uint16_t>>(image.pixels), std::max(0, image.bits - 8));
    return out;
}

QImage thumbnail(const image::ImageRef& ref)
{
    const int side = 2 * ImageModel::kTileSide;
    return pictureOf(ref, {side, side}).value_or(QImage());
}

} // namespace

Result<QImage> pictureOf(const image::ImageRef& ref, QSize within)
{
    RK_TRY(const auto image, image::readImage(ref));
    const QImage whole = toQImage(image);
    if (whole.isNull())
        return fail(ErrorKind::Memory, "There is not enough memory for this picture",
                    ref.file.string());
    return whole.scaled(within, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

/// What the window's thread and the reading one both hold, the fields under the mutex.
struct ImageModel::Shared {
    explicit Shared(ImageModel* owner) : mailbox(owner), model(owner) {}

    struct Wish {
        quint64 generation = 0;
        std::size_t image = 0;
        image::ImageRef ref;
    };
    bridge::Mailbox mailbox;
    ImageModel* model; ///< for what is posted there alone
    std::stop_source stop;
    std::mutex mutex;
    std::condition_variable_any wake;
    std::vector<Wish> wishes;
    quint64 generation = 0;

    void work();
};

ImageModel::ImageModel(QObject* parent)
    : QAbstractListModel(parent), m_shared(std::make_shared<Shared>(this))
{
    m_blank = QPixmap(kTileSide, kTileSide);
    m_blank.fill(look::colours().window);
    // Without a thread the tiles stay blank.
    static_cast<void>(bridge::startThread([shared = m_shared] { shared->work(); }));
}

ImageModel::~ImageModel()
{
    m_shared->mailbox.close();
    m_shared->stop.request_stop();
}

void ImageModel::setManifest(std::shared_ptr<const dataset::Manifest> manifest, int label)
{
    beginResetModel();
    const bool sameImages = manifest == m_manifest;
    m_manifest = std::move(manifest);
    m_rows.clear();
    if (m_manifest) {
        for (std::size_t image = 0; image < m_manifest->images.size(); ++image) {
            if (label < 0 || m_manifest->images[image].label == label)
                m_rows.push_back(image);
        }
    }
    if (!sameImages) {
        m_tiles.clear();
        m_wanted.clear();
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->wishes.clear();
        ++m_shared->generation;
    }
    endResetModel();
}

std::size_t ImageModel::imageAt(const QModelIndex& index) const
{
    return m_rows[static_cast<std::size_t>(index.row())];
}

int ImageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ImageModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const std::size_t image = m_rows[static_cast<std::size_t>(index.row())];
    const dataset::ImageEntry& entry = m_manifest->images[image];
    const auto label = static_cast<std::size_t>(std::max(entry.label, 0));
    const QString name = entry.label >= 0 ? bridge::qt(m_manifest->classes[label]) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2 × %3 px")
            .arg(bridge::qt(m_manifest->nameOf(entry)))
            .arg(entry.width)
            .arg(entry.height);
    case Qt::DecorationRole:
        if (const QPixmap* tile = m_tiles.object(image))
            return *tile;
        want(image);
        return m_blank;
    case Qt::SizeHintRole:
        return QSize(kTileSide + 16, kTileSide + 30);
    default:
        return {};
    }
}

void ImageModel::want(std::size_t image) const
{
    if (m_wanted.contains(image))
        return;
    m_wanted.insert(image);
    {
        const std::scoped_lock lock(m_shared->mutex);
        auto& wishes = m_shared->wishes;
        wishes.push_back(
            {m_shared->generation, image, m_manifest->refOf(m_manifest->images[image])});
        if (wishes.size() > kLongestQueue) {
            // Scrolled past long ago; asked for again when it is shown again.
            m_wanted.remove(wishes.front().image);
            wishes.erase(wishes.begin());
        }
    }
    m_shared->wake.notify_all();
}

void ImageModel::Shared::work()
{
    const std::stop_token stopped = stop.get_token();
    while (!stopped.stop_requested()) {
        Wish wish;
        {
            std::unique_lock lock(mutex);
            if (!wake.wait(lock, stopped, [this] { return !wishes.empty(); }))
                return;
            wish = wishes.back();
            wishes.pop_back();
        }
        const QImage picture = thumbnail(wish.ref);
        mailbox.post(
            [model = model, wish, picture] { model->take(wish.generation, wish.image, picture); });
    }
}

void ImageModel::take(quint64 generation, std::size_t image, const QImage& picture)
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        if (generation != m_shared->generation)
            return;
    }
    m_wanted.remove(image);
    QPixmap tile = QPixmap::fromImage(picture);
    tile.setDevicePixelRatio(2);
    m_tiles.insert(image, new QPixmap(tile));
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), image);
    if (found != m_rows.end() && *found == image) {
        const QModelIndex row = index(static_cast<int>(found - m_rows.begin()));
        Q_EMIT dataChanged(row, row, {Qt::DecorationRole});
    }
}

} // namespace rekindle::models
