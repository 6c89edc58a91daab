#pragma once

// Private to the folder: the user's own images as the network will get them.

#include "core/run/settings.h"
#include "widgets/bridge/study_job.h"
#include "widgets/panels/view_strip.h"

#include <QWidget>

#include <functional>
#include <memory>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTimer)

namespace rekindle::panels {

/// Four images of the study with the views that a run of the form's settings draws of them, drawn
/// anew a moment after a setting has moved. "Other views" goes on to the next images and draws.
/// While it is hidden nothing is drawn.
class ViewsPanel : public QWidget
{
    Q_OBJECT

public:
    using AskSettings = std::function<Result<run::PretrainSettings>()>;

    ViewsPanel(bridge::StudySession& session, AskSettings settings, QWidget* parent = nullptr);
    /// The settings or the images are no longer those that are shown.
    void refresh();
    [[nodiscard]] bool loading() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    using Columns = std::vector<ViewStrip::Column>;
    void draw();
    void take(const Result<Columns>& drawn);
    void showNext();
    void describe();

    bridge::StudySession& m_session;
    AskSettings m_settings;
    bridge::StudyJob m_job;
    QTimer* m_soon = nullptr;
    ViewStrip* m_strip = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_other = nullptr;
    std::shared_ptr<const dataset::Manifest> m_images; ///< of which `m_turn` counts
    std::int64_t m_turn = 0;
    bool m_again = false; ///< something has moved since the drawing of now was begun
};

} // namespace rekindle::panels
