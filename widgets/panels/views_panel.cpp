#include "widgets/panels/views_panel.h"

#include "core/recipes/drawn_views.h"
#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/pieces.h"

#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>

namespace rekindle::panels {
namespace {

/// Long enough for a number to be typed, short enough to be called live.
constexpr int kSoonMs = 250;

/// Planes of floats in [0, 1] as they are seen.
QImage imageOf(const recipes::DrawnView& view)
{
    QImage image(view.size, view.size, QImage::Format_RGB888);
    if (image.isNull())
        return image;
    constexpr float kMost = 255;
    const auto side = static_cast<std::size_t>(view.size);
    const std::size_t plane = side * side;
    for (int y = 0; y < view.size; ++y) {
        uchar* line = image.scanLine(y);
        for (std::size_t x = 0; x < side; ++x) {
            for (std::size_t c = 0; c < 3; ++c)
                *line++ = static_cast<uchar>(std::lround(
                    view.pixels[c * plane + static_cast<std::size_t>(y) * side + x] * kMost));
        }
    }
    return image;
}

} // namespace

ViewsPanel::ViewsPanel(bridge::StudySession& session, AskSettings settings, QWidget* parent)
    : QWidget(parent), m_session(session), m_settings(std::move(settings)), m_job(session)
{
    m_strip = new ViewStrip;
    m_strip->setObjectName(QStringLiteral("views-strip"));
    m_strip->setAccessibleName(tr("What the network will see"));
    m_text = makeText({}, "muted");
    m_text->setObjectName(QStringLiteral("views-text"));
    m_text->setFont(look::font(look::Type::Small));
    m_other = makeLink(tr("Other views"));
    m_other->setObjectName(QStringLiteral("views-other"));
    m_other->setToolTip(tr("The next images and draws of the run."));
    m_soon = new QTimer(this);
    m_soon->setSingleShot(true);
    m_soon->setInterval(kSoonMs);
    auto* top = new QHBoxLayout;
    top->addWidget(makeTitle(tr("What the network will see")), 1);
    top->addWidget(m_other);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kSmall);
    layout->addLayout(top);
    layout->addWidget(m_text);
    layout->addWidget(m_strip, 1);
    connect(m_soon, &QTimer::timeout, this, &ViewsPanel::draw);
    connect(m_other, &QPushButton::clicked, this, &ViewsPanel::showNext);
    connect(&session, &bridge::StudySession::opened, this, [this] {
        m_images.reset();
        m_strip->setColumns({});
        refresh();
    });
    describe();
}

bool ViewsPanel::loading() const
{
    return m_soon->isActive() || m_job.running();
}

void ViewsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void ViewsPanel::refresh()
{
    if (isVisible())
        m_soon->start();
}

void ViewsPanel::showNext()
{
    ++m_turn;
    draw();
}

void ViewsPanel::draw()
{
    m_soon->stop();
    if (m_job.running()) {
        m_again = true;
        m_job.cancel();
        return;
    }
    if (!m_session.isOpen() || !m_session.manifest())
        return;
    if (m_images != m_session.manifest()) {
        m_images = m_session.manifest();
        m_turn = 0;
    }
    const auto settings = m_settings();
    m_strip->setOld(!settings);
    if (!settings) {
        m_text->setText(tr("Drawn again once the settings are right."));
        return;
    }
    m_again = false;
    m_job.look<Columns>(
        [images = m_images, settings = *settings,
         turn = m_turn](const job::Watch& watch) -> Result<Columns> {
            RK_TRY(const auto drawn, recipes::drawViews(*images, settings, turn, watch.stop));
            Columns columns;
            for (const recipes::DrawnImage& image : drawn) {
                columns.push_back({bridge::qt(images->nameOf(images->images[image.image])), {}});
                for (const recipes::DrawnView& view : image.views)
                    columns.back().views.push_back(imageOf(view));
            }
            return columns;
        },
        [this](const Result<Columns>& drawn) { take(drawn); });
}

void ViewsPanel::take(const Result<Columns>& drawn)
{
    if (m_again) {
        draw();
        return;
    }
    if (drawn) {
        m_strip->setColumns(*drawn);
        describe();
    } else if (drawn.error().kind != ErrorKind::Cancelled) {
        m_strip->setColumns({});
        m_text->setText(bridge::errorText(drawn.error()));
    }
}

/// How many views of which sizes an image has, and which images are shown.
void ViewsPanel::describe()
{
    const Columns& columns = m_strip->columns();
    if (columns.empty()) {
        m_text->setText(tr("Views of your images are drawn here as the settings move."));
        m_strip->setAccessibleDescription({});
        return;
    }
    QStringList groups;
    const auto& views = columns.front().views;
    for (std::size_t from = 0; from < views.size();) {
        std::size_t to = from;
        while (to < views.size() && views[to].width() == views[from].width())
            ++to;
        groups << tr("%n view(s) of %1 pixels", nullptr, static_cast<int>(to - from))
                      .arg(views[from].width());
        from = to;
    }
    m_text->setText(tr("Of each image the run sees %1, drawn as here, from the same seed.")
                        .arg(groups.join(QStringLiteral(", "))));
    QStringList names;
    for (const ViewStrip::Column& column : columns)
        names << column.name;
    m_strip->setAccessibleDescription(
        tr("%1: %2").arg(names.join(QStringLiteral(", ")), groups.join(QStringLiteral(", "))));
}

} // namespace rekindle::panels
