#include "widgets/panels/welcome_panel.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/look/icons.h"
#include "widgets/look/look.h"
#include "widgets/panels/pieces.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

namespace rekindle::panels {
namespace {

constexpr int kMostRecent = 4;
constexpr int kCheckAfterMs = 300;

/// A large button: icon, name, and a sentence on what lies behind.
QPushButton* makeDoor(const QString& id, const QString& icon, const QString& name,
                      const QString& about)
{
    auto* door = new QPushButton;
    door->setObjectName(QStringLiteral("door-") + id);
    door->setAccessibleName(name);
    door->setAccessibleDescription(about);
    door->setCursor(Qt::PointingHandCursor);
    door->setMinimumSize(290, 96);
    look::setRole(door, "door");
    auto* picture = new QLabel;
    picture->setPixmap(look::iconPixmap(icon, 30, look::colours().accent, 2));
    auto* title = new QLabel(name);
    title->setFont(look::font(look::Type::Title));
    auto* text = new QLabel(about);
    text->setWordWrap(true);
    look::setRole(text, "muted");
    for (QLabel* label : {picture, title, text})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* words = new QVBoxLayout;
    words->setSpacing(look::space::kTight);
    words->addStretch();
    words->addWidget(title);
    words->addWidget(text);
    words->addStretch();
    auto* layout = new QHBoxLayout(door);
    layout->setContentsMargins(look::space::kLarge, look::space::kMedium, look::space::kMedium,
                               look::space::kMedium);
    layout->setSpacing(look::space::kMedium + look::space::kTight);
    layout->addWidget(picture, 0, Qt::AlignVCenter);
    layout->addLayout(words, 1);
    return door;
}

QString stateOf(const bridge::RecentStudy& study)
{
    if (study.title.isEmpty())
        return WelcomePanel::tr("cannot be read");
    if (study.working)
        return WelcomePanel::tr("%1 running, %2 waiting").arg(study.running).arg(study.waiting);
    if (study.runs == 0)
        return WelcomePanel::tr("no runs yet");
    if (study.done == study.runs)
        return WelcomePanel::tr("%n run(s) and score(s), all done", nullptr, study.runs);
    return WelcomePanel::tr("%1 of %2 runs and scores done").arg(study.done).arg(study.runs);
}

/// Title, day and state; studies of one title are told apart by their folder.
QString lineOf(const bridge::RecentStudy& study)
{
    const QString folder = bridge::qtPath(study.folder.filename());
    const QString name = study.title.isEmpty() || study.title == folder
                             ? folder
                             : WelcomePanel::tr("%1 (%2)").arg(study.title, folder);
    return WelcomePanel::tr("%1 · %2 · %3")
        .arg(name, QLocale().toString(study.changed.date(), QLocale::ShortFormat), stateOf(study));
}

} // namespace

WelcomePanel::WelcomePanel(QWidget* parent) : QWidget(parent)
{
    auto* logo = new QLabel;
    logo->setPixmap(look::programIcon().pixmap(QSize(56, 56)));
    auto* name = new QLabel(QStringLiteral("Rekindle"));
    name->setFont(look::font(look::Type::Display));
    QLabel* about = makeText(
        tr("Does a second stage of pretraining on your own images help? Put images and starting "
           "weights in, repair the weights, pretrain a matched pair, and see the answer."),
        "muted");
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(about);
    auto* top = new QHBoxLayout;
    top->setSpacing(look::space::kLarge);
    top->addWidget(logo, 0, Qt::AlignTop);
    top->addLayout(words, 1);

    QPushButton* sample =
        makeDoor(QStringLiteral("sample"), QStringLiteral("sample"), tr("Try it with the sample"),
                 tr("Real photographs, small weights, a few minutes on any computer."));
    QPushButton* example =
        makeDoor(QStringLiteral("example"), QStringLiteral("compare"), tr("See a finished example"),
                 tr("The sample's shipped results, to look at."));
    QPushButton* fresh = makeDoor(QStringLiteral("new"), QStringLiteral("study"), tr("New study…"),
                                  tr("A folder for your own images, runs and results."));
    QPushButton* open = makeDoor(QStringLiteral("open"), QStringLiteral("open"), tr("Open study…"),
                                 tr("Go on where you, or a server, left off."));
    m_doors = new QWidget;
    auto* grid = new QGridLayout(m_doors);
    grid->setContentsMargins({});
    grid->setSpacing(look::space::kMedium);
    grid->addWidget(sample, 0, 0);
    grid->addWidget(example, 0, 1);
    grid->addWidget(fresh, 1, 0);
    grid->addWidget(open, 1, 1);

    m_recentTitle = makeTitle(tr("Opened lately"));
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(look::space::kTight);
    auto* centre = new QWidget;
    centre->setMaximumWidth(760);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins({});
    column->setSpacing(look::space::kLarge);
    column->addStretch(2);
    column->addLayout(top);
    column->addWidget(m_doors);
    column->addWidget(m_recentTitle);
    column->addLayout(m_recent);
    column->addStretch(3);
    m_check = makeText({}, "muted");
    m_check->setObjectName(QStringLiteral("self-check"));
    m_check->setAccessibleName(tr("This computer"));
    column->addWidget(m_check);
    column->addWidget(makeText(tr("Nothing leaves this computer: the program has no network code. "
                                  "For research, not for diagnosis."),
                               "muted"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(look::space::kPage, look::space::kPage, look::space::kPage,
                               look::space::kLarge);
    layout->addStretch(1);
    layout->addWidget(centre, 8);
    layout->addStretch(1);

    connect(sample, &QPushButton::clicked, this, &WelcomePanel::sampleAsked);
    connect(example, &QPushButton::clicked, this, &WelcomePanel::exampleAsked);
    connect(fresh, &QPushButton::clicked, this, &WelcomePanel::newStudyAsked);
    connect(open, &QPushButton::clicked, this, &WelcomePanel::openStudyAsked);
    connect(&m_checking, &bridge::SelfCheck::found, this, [this](const QString& line, bool fine) {
        m_check->setText(line);
        m_check->setAccessibleName(tr("This computer: %1").arg(line));
        look::setRole(m_check, fine ? "muted" : "warn");
    });
    connect(&m_reading, &bridge::RecentStudies::found, this, &WelcomePanel::fill);
    fill(std::vector<bridge::RecentStudy>());
}

void WelcomePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_reading.read();
    // After the window stands: the check starts a program of its own.
    QTimer::singleShot(kCheckAfterMs, this, [this] { m_checking.read(); });
}

void WelcomePanel::fill(const std::vector<bridge::RecentStudy>& recent)
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int shown = 0;
    for (const bridge::RecentStudy& study : recent) {
        if (shown++ == kMostRecent)
            break;
        QPushButton* link = makeLink(lineOf(study));
        link->setToolTip(bridge::qtPath(study.folder));
        link->setObjectName(QStringLiteral("recent-%1").arg(shown));
        connect(link, &QPushButton::clicked, this,
                [this, folder = study.folder] { Q_EMIT recentAsked(folder); });
        m_recent->addWidget(link, 0, Qt::AlignLeft);
    }
    m_recentTitle->setVisible(shown > 0);
}

void WelcomePanel::setBusy(bool busy)
{
    m_doors->setEnabled(!busy);
}

} // namespace rekindle::panels
