#pragma once

#include "core/dataset/manifest.h"

#include <QAbstractListModel>
#include <QCache>
#include <QPixmap>
#include <QSet>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace rekindle::models {

/// The images of a manifest as tiles. Thumbnails are decoded on a thread of their own when a tile
/// is first shown, the latest wish first, and kept within a bound.
class ImageModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int kTileSide = 96; ///< logical pixels

    explicit ImageModel(QObject* parent = nullptr);
    ~ImageModel() override;

    /// `label` -1 shows every class.
    void setManifest(std::shared_ptr<const dataset::Manifest> manifest, int label = -1);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void work(const std::stop_token& stop);
    void want(std::size_t image) const;
    void take(quint64 generation, std::size_t image, const QImage& picture);

    // GUI thread only.
    std::shared_ptr<const dataset::Manifest> m_manifest;
    std::vector<std::size_t> m_rows; ///< indices into the manifest
    mutable QCache<std::size_t, QPixmap> m_tiles{2000};
    mutable QSet<std::size_t> m_wanted;
    QPixmap m_blank; ///< in place of a picture that is still being read
    // Both threads, under the mutex.
    struct Wish {
        quint64 generation = 0;
        std::size_t image = 0;
        std::filesystem::path file;
    };
    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_wake;
    mutable std::vector<Wish> m_wishes;
    quint64 m_generation = 0;
    // Last: joined before anything above is destroyed.
    std::jthread m_thread;
};

} // namespace rekindle::models
