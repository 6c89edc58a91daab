#include "widgets/panels/pack_question.h"

#include "widgets/panels/pack_dialog.h"

#include <QWidget>

#include <utility>

namespace rekindle::panels {

PackQuestion::PackQuestion(bridge::StudySession& session, QWidget* over)
    : QObject(over), m_session(session), m_over(over), m_job(session)
{
}

void PackQuestion::ask(const run::PretrainSettings& common, int runs, std::function<void()> goOn)
{
    if (m_job.running())
        return;
    if (m_asked.contains(study::packFile(m_session.study(), common.imageSize))) {
        goOn();
        return;
    }
    using Offer = std::optional<study::PackOffer>;
    Q_EMIT preparing(true);
    m_job.look<Offer>(
        [study = m_session.study(), common, runs](const job::Watch&) {
            return study::packOffer(study, common, runs);
        },
        [this, size = common.imageSize, goOn = std::move(goOn)](const Result<Offer>& offer) {
            Q_EMIT preparing(false);
            // What cannot be read says so in the plan.
            if (offer && *offer)
                open(**offer, size, goOn);
            else
                goOn();
        });
}

void PackQuestion::open(const study::PackOffer& offer, int viewSize, std::function<void()> goOn)
{
    auto* dialog = new PackDialog(m_session, offer, viewSize, m_over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this,
            [this, file = offer.file, goOn = std::move(goOn)](int how) {
                if (how == QDialog::Rejected)
                    return;
                m_asked.insert(file);
                goOn();
            });
    dialog->open();
}

} // namespace rekindle::panels
