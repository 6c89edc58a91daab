#include "widgets/panels/study_page.h"

#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/fitting_scroll.h"
#include "widgets/panels/pieces.h"

#include <QDateTime>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace rekindle::panels {

using bridge::qt;
using bridge::qtPath;
using bridge::utf8;

namespace {

constexpr int kSaveAfterMs = 800;

/// UTC in the words of a file, as people here write it.
QString momentText(const std::string& utc)
{
    const QDateTime moment = QDateTime::fromString(qt(utc), Qt::ISODate);
    return moment.isValid() ? QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat)
                            : qt(utc);
}

} // namespace

StudyPage::StudyPage(Context context, QWidget* parent)
    : Page(context, Step::Study, tr("What is asked, of which images, with which weights."), parent)
{
    m_banner = makeText();
    m_banner->setObjectName(QStringLiteral("study-banner"));
    m_bannerFrame = new QFrame;
    look::setRole(m_bannerFrame, "note");
    auto* bannerLayout = new QVBoxLayout(m_bannerFrame);
    bannerLayout->addWidget(m_banner);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(look::space::kMedium);
    column->addWidget(m_bannerFrame);
    body()->addWidget(new FittingScroll(content));

    QVBoxLayout* card = nullptr;
    QFrame* words = makeCard(&card);
    words->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(words);
    auto* form = makeForm();
    m_title = new QLineEdit;
    m_title->setObjectName(QStringLiteral("study-title"));
    m_question = new QPlainTextEdit;
    m_question->setObjectName(QStringLiteral("study-question"));
    m_question->setMaximumHeight(84);
    m_question->setTabChangesFocus(true);
    m_question->setPlaceholderText(tr("For example: does pretraining on our own slides help to "
                                      "tell the four tissue classes apart?"));
    addField(form, tr("Title"), m_title);
    addField(form, tr("Question"), m_question,
             tr("Free text, for you and for whoever opens this study later."));
    card->addLayout(form);

    QVBoxLayout* steps = nullptr;
    QFrame* standing = makeCard(&steps);
    standing->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(standing);
    steps->addWidget(makeTitle(tr("Where this study stands")));
    m_facts = new FactList;
    steps->addWidget(m_facts);
    auto* links = new QHBoxLayout;
    links->setSpacing(look::space::kLarge);
    for (const Step step : {Step::Images, Step::Weights, Step::Pretrain, Step::Compare}) {
        QPushButton* link = makeLink(tr("Go to %1").arg(stepName(step)));
        connect(link, &QPushButton::clicked, this, [this, step] { Q_EMIT goTo(step); });
        links->addWidget(link);
    }
    links->addStretch();
    steps->addLayout(links);
    column->addStretch();

    m_saveTimer = new QTimer(this);
    m_saveTimer->setSingleShot(true);
    m_saveTimer->setInterval(kSaveAfterMs);
    const auto touched = [this] {
        if (!m_filling)
            m_saveTimer->start();
    };
    connect(m_title, &QLineEdit::textEdited, this, touched);
    connect(m_question, &QPlainTextEdit::textChanged, this, touched);
    connect(m_saveTimer, &QTimer::timeout, this, &StudyPage::save);
    follow(&session(), &bridge::StudySession::changed, Fill::Whole);
    follow(&context.runs, &bridge::RunWatch::changed, Fill::Whole);
    refresh();
}

Mark StudyPage::mark() const
{
    return session().isOpen() ? Mark::Done : Mark::Empty;
}

void StudyPage::save()
{
    if (!session().isOpen() || session().readOnly())
        return;
    session().perform(
        [title = utf8(m_title->text()),
         question = utf8(m_question->toPlainText())](study::Study& study, const job::Watch&) {
            return study::changeStudy(study, [&](study::Study& fresh) -> Result<void> {
                fresh.title = title;
                fresh.question = question;
                return {};
            });
        },
        [this](const Result<void>& result) {
            if (!result)
                showError(result.error());
        });
}

void StudyPage::refresh()
{
    Q_EMIT markChanged();
    if (!session().isOpen())
        return;
    const study::Study& study = session().study();
    m_filling = true;
    // Words being typed are newer than what is on the disk.
    if (!m_saveTimer->isActive()) {
        if (!m_title->hasFocus())
            m_title->setText(qt(study.title));
        if (m_question->toPlainText() != qt(study.question) && !m_question->hasFocus())
            m_question->setPlainText(qt(study.question));
    }
    m_filling = false;
    m_title->setReadOnly(study.readOnly);
    m_question->setReadOnly(study.readOnly);
    m_bannerFrame->setVisible(study.readOnly);
    const auto& other = session().otherWindow();
    m_banner->setText(
        other
            ? tr("Another window has this study open (process %1 on %2, since %3). It is open for "
                 "reading here; when the other window is closed, it can be changed here.")
                  .arg(other->pid)
                  .arg(qt(other->host), momentText(other->started))
        : study.finishedExample
            ? tr("Finished example – shipped results. It is for looking only; Try it "
                 "with the sample, in the menu Study, runs it again on this computer.")
            : tr("Nothing can be written here, so this study is open for reading."));

    std::size_t runs = 0, scores = 0, unfinished = 0;
    for (const bridge::RunView& run : context().runs.views()) {
        (run.isScore ? scores : runs) += 1;
        unfinished += run.unfinished() ? 1 : 0;
    }
    const auto manifest = session().manifest();
    m_facts->setFacts({
        {tr("Folder"), qtPath(study.folder)},
        {tr("Images"),
         manifest
             ? tr("%1 in %2, from %3")
                   .arg(tr("%Ln image(s)", nullptr, static_cast<int>(manifest->images.size())),
                        tr("%n class(es)", nullptr, static_cast<int>(manifest->classes.size())),
                        qtPath(study.images))
         : session().images().problem ? bridge::errorText(*session().images().problem)
                                      : tr("none chosen yet")},
        {tr("Starting weights"),
         study.weights.empty() ? tr("none yet")
                               : tr("%n set(s)", nullptr, static_cast<int>(study.weights.size()))},
        {tr("Pretraining runs"), QLocale().toString(static_cast<qulonglong>(runs))},
        {tr("Scores"), QLocale().toString(static_cast<qulonglong>(scores))},
        {tr("Still to do"), unfinished == 0
                                ? tr("nothing is waiting")
                                : tr("%n run(s)", nullptr, static_cast<int>(unfinished))},
    });
}

} // namespace rekindle::panels
