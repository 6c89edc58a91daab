#pragma once

#include "core/dataset/manifest.h"

#include <QAbstractListModel>
#include <QCache>
#include <QImage>
#include <QPixmap>
#include <QSet>

#include <memory>
#include <vector>

namespace rekindle::models {

/// A picture as it is shown: its levels as 8 bits, as large as fits `within`. For a thread of its
/// own. Kinds of reading a picture, Memory.
[[nodiscard]] Result<QImage> pictureOf(const image::ImageRef& ref, QSize within);

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

    /// Index into the manifest of what stands in a row.
    [[nodiscard]] std::size_t imageAt(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Shared;
    void want(std::size_t image) const;
    void take(quint64 generation, std::size_t image, const QImage& picture);

    std::shared_ptr<const dataset::Manifest> m_manifest;
    std::vector<std::size_t> m_rows; ///< indices into the manifest
    mutable QCache<std::size_t, QPixmap> m_tiles{2000};
    mutable QSet<std::size_t> m_wanted;
    QPixmap m_blank;                  ///< in place of a picture that is still being read
    std::shared_ptr<Shared> m_shared; ///< with the thread
};

} // namespace rekindle::models
