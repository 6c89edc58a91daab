#pragma once

// Private to the folder: one image of the set, large, with what is known of it.

#include "core/dataset/manifest.h"
#include "widgets/bridge/study_session.h"

#include <QDialog>

#include <memory>

namespace rekindle::panels {

class FactList;

/// The picture, its name, size, class, part and patient, and what is wrong with it.
class ImageDialog : public QDialog
{
    Q_OBJECT

public:
    ImageDialog(bridge::StudySession& session, std::shared_ptr<const dataset::Manifest> manifest,
                std::size_t image, QWidget* parent = nullptr);

private:
    void fillFacts(FactList& facts) const;
    [[nodiscard]] QStringList problems() const;

    std::shared_ptr<const dataset::Manifest> m_manifest;
    std::size_t m_image = 0;
};

/// "training", "test", or that it belongs to none.
[[nodiscard]] QString partText(dataset::Part part);

} // namespace rekindle::panels
