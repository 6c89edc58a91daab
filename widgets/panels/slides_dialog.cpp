#include "widgets/panels/slides_dialog.h"

#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/pieces.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace rekindle::panels {
namespace {

constexpr int kWidth = 460;

/// Beside the slides, under a name that nothing has yet.
std::filesystem::path freeFolder(const std::filesystem::path& slides)
{
    const std::filesystem::path folder =
        slides.has_filename() ? slides : slides.parent_path(); // "slides/"
    std::error_code ignored;
    std::filesystem::path out = folder.string() + "-tiles";
    for (int number = 2; std::filesystem::exists(out, ignored); ++number)
        out = folder.string() + "-tiles-" + std::to_string(number);
    return out;
}

} // namespace

SlidesDialog::SlidesDialog(bridge::StudySession& session, const std::filesystem::path& slides,
                           std::size_t count, QWidget* parent)
    : QDialog(parent), m_slides(slides), m_job(session)
{
    setObjectName(QStringLiteral("slides"));
    setWindowTitle(tr("Cut slides into tiles"));
    auto* text = makeText(tr("%n whole slide(s): a network learns from tiles of them. Tiles of all "
                             "slides have the same scale, hold tissue, and are told apart by their "
                             "slide as images are by their patient.",
                             nullptr, static_cast<int>(count)));
    text->setMinimumWidth(kWidth);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Cutting tiles"));
    m_state = makeText({}, "muted");
    m_state->setObjectName(QStringLiteral("slides-state"));
    auto* buttons = new QDialogButtonBox;
    m_cut = buttons->addButton(tr("Cut, then use the tiles"), QDialogButtonBox::ActionRole);
    m_cut->setObjectName(QStringLiteral("slides-cut"));
    m_cut->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(look::space::kMedium);
    layout->addWidget(text);
    layout->addWidget(buildFields());
    for (QWidget* part : std::initializer_list<QWidget*>{m_progress, m_state, buttons})
        layout->addWidget(part);
    setCutting(false);
    m_state->hide();
    connect(m_cut, &QPushButton::clicked, this, &SlidesDialog::cut);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] { m_job.cancel(); });
    connect(&session, &bridge::StudySession::opened, this, &QDialog::reject);
    connect(&m_job, &bridge::StudyJob::progressed, this,
            [this](quint64 done, quint64 total) { showProgress(m_progress, done, total); });
}

QWidget* SlidesDialog::buildFields()
{
    const bridge::TileWish usual;
    m_microns = new QDoubleSpinBox;
    m_microns->setObjectName(QStringLiteral("slides-microns"));
    m_microns->setRange(0.01, 1000);
    m_microns->setSingleStep(0.25);
    m_microns->setValue(usual.microns);
    m_microns->setSuffix(QStringLiteral("\u00a0µm"));
    m_side = new QSpinBox;
    m_side->setObjectName(QStringLiteral("slides-side"));
    m_side->setRange(16, 4096);
    m_side->setValue(usual.side);
    m_out = new QLineEdit(bridge::qtPath(freeFolder(m_slides)));
    m_out->setObjectName(QStringLiteral("slides-out"));
    m_fields = new QWidget;
    QFormLayout* form = makeForm(m_fields);
    addField(form, tr("&One pixel is"), m_microns,
             tr("The scale of the tiles: 0.5 µm is what 20x lenses show, 0.25 µm 40x."));
    addField(form, tr("&Side in pixels"), m_side);
    addField(form, tr("&Folder of tiles"), m_out, tr("Is made; the slides are not changed."));
    return m_fields;
}

std::filesystem::path SlidesDialog::out() const
{
    return bridge::fsPath(m_out->text().trimmed());
}

void SlidesDialog::setCutting(bool cutting)
{
    m_progress->setVisible(cutting);
    m_state->setVisible(cutting || !m_state->text().isEmpty());
    m_fields->setEnabled(!cutting);
    m_cut->setEnabled(!cutting);
}

void SlidesDialog::cut()
{
    if (m_job.running() || m_out->text().trimmed().isEmpty())
        return;
    m_state->setText(tr("Cutting tiles…"));
    m_progress->setRange(0, 0);
    setCutting(true);
    const bridge::TileWish wish{m_slides, out(), m_microns->value(), m_side->value()};
    m_job.look<bridge::TilesCut>(
        [wish](const job::Watch& watch) { return bridge::cutTiles(wish, watch); },
        [this](const Result<bridge::TilesCut>& tiles) {
            if (!tiles) {
                m_state->setText(bridge::errorText(tiles.error()));
                setCutting(false);
                return;
            }
            m_outcome = QStringList(tr("%1 tiles of %n slide(s) were cut.", nullptr,
                                       static_cast<int>(tiles->slides))
                                        .arg(QLocale().toString(qulonglong(tiles->tiles)))) +
                        bridge::warningLines(tiles->warnings);
            accept();
        });
}

} // namespace rekindle::panels
