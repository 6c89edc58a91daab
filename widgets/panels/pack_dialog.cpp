#include "widgets/panels/pack_dialog.h"

#include "widgets/bridge/error_text.h"
#include "widgets/look/look.h"
#include "widgets/models/queue_outlook.h"
#include "widgets/panels/pieces.h"

#include <QDialogButtonBox>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace rekindle::panels {
namespace {

constexpr int kTextWidth = 420;

QString offerText(const study::PackOffer& offer, int viewSize)
{
    const QLocale locale;
    const auto bytes = [&](std::uint64_t count) {
        return locale.formattedDataSize(static_cast<qint64>(count), 1);
    };
    return PackDialog::tr("These pictures are much larger than views of %1 pixels need, and every "
                          "pass decodes them again. Smaller copies take %2 on the disk and %3 to "
                          "make; a pass then reads %2 instead of %4.")
        .arg(QString::number(viewSize), bytes(offer.bytes), models::durationText(offer.seconds),
             bytes(offer.read));
}

} // namespace

PackDialog::PackDialog(bridge::StudySession& session, const study::PackOffer& offer, int viewSize,
                       QWidget* parent)
    : QDialog(parent), m_session(session), m_viewSize(viewSize), m_job(session)
{
    setObjectName(QStringLiteral("pack"));
    setWindowTitle(tr("Pack the images first?"));
    auto* text = makeText(offerText(offer, viewSize));
    text->setObjectName(QStringLiteral("pack-text"));
    text->setMinimumWidth(kTextWidth);
    auto* note = makeText(tr("Views of copies are a little softer where a small crop is enlarged, "
                             "so a run says what it read: compare runs of packed images with each "
                             "other."),
                          "muted");
    m_state = makeText({}, "muted");
    m_state->setObjectName(QStringLiteral("pack-state"));
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Packing images"));
    auto* buttons = new QDialogButtonBox;
    m_pack = buttons->addButton(tr("Pack, then run"), QDialogButtonBox::ActionRole);
    m_pack->setObjectName(QStringLiteral("pack-first"));
    m_pack->setDefault(true);
    m_without = buttons->addButton(tr("Run without"), QDialogButtonBox::ActionRole);
    m_without->setObjectName(QStringLiteral("pack-without"));
    QPushButton* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(QStringLiteral("pack-cancel"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(look::space::kMedium);
    for (QWidget* part : std::initializer_list<QWidget*>{text, note, m_progress, m_state, buttons})
        layout->addWidget(part);
    setPacking(false);
    m_state->hide();
    connect(m_pack, &QPushButton::clicked, this, &PackDialog::pack);
    connect(m_without, &QPushButton::clicked, this, [this] { done(kWithout); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_job, &bridge::StudyJob::progressed, this, [this](quint64 count, quint64 total) {
        showProgress(m_progress, count, total);
        const QLocale locale;
        m_state->setText(tr("%1 of %2 images").arg(locale.toString(count), locale.toString(total)));
    });
    connect(&session, &bridge::StudySession::opened, this, &QDialog::reject);
    // Closed meanwhile, it stops; what is made by then is gone on with the next time.
    connect(this, &QDialog::finished, this, [this] { m_job.cancel(); });
}

void PackDialog::setPacking(bool packing)
{
    m_progress->setVisible(packing);
    m_state->setVisible(packing || !m_state->text().isEmpty());
    m_pack->setEnabled(!packing);
    m_without->setEnabled(!packing);
}

void PackDialog::pack()
{
    if (m_job.running() || !m_session.isOpen())
        return;
    m_state->setText(tr("Packing…"));
    m_progress->setRange(0, 0);
    setPacking(true);
    m_job.look<bool>(
        [study = m_session.study(), size = m_viewSize](const job::Watch& watch) -> Result<bool> {
            RK_CHECK(study::packStudy(study, size, watch));
            return true;
        },
        [this](const Result<bool>& packed) {
            if (packed) {
                accept();
                return;
            }
            m_state->setText(bridge::errorText(packed.error()));
            setPacking(false);
        });
}

} // namespace rekindle::panels
