#include "widgets/panels/page.h"

#include "widgets/bridge/error_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/message_strip.h"
#include "widgets/panels/mnemonics.h"
#include "widgets/panels/warning_strip.h"
#include "widgets/plots/figure_view.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rekindle::panels {

QString markIcon(Mark mark)
{
    static const char* const kIcons[] = {"mark-empty", "mark-half", "mark-tick", "mark-needs"};
    return QLatin1String(kIcons[static_cast<int>(mark)]);
}

QString markText(Mark mark)
{
    static const char* const kWords[] = {
        QT_TRANSLATE_NOOP("Mark", "not started"), QT_TRANSLATE_NOOP("Mark", "in work"),
        QT_TRANSLATE_NOOP("Mark", "ready"), QT_TRANSLATE_NOOP("Mark", "needs you")};
    return QCoreApplication::translate("Mark", kWords[static_cast<int>(mark)]);
}

Page::Page(Context context, Step step, const QString& purpose, QWidget* parent)
    : QWidget(parent), m_context(context), m_step(step)
{
    setObjectName(QStringLiteral("page-") + step.id());
    setAccessibleName(stepName(step));
    setAccessibleDescription(purpose);
    auto* heading = new QLabel(stepName(step));
    heading->setFont(look::font(look::Type::Heading));
    auto* about = new QLabel(purpose);
    look::setRole(about, "muted");
    about->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(look::space::kTight);
    words->addWidget(heading);
    words->addWidget(about);
    m_header = new QHBoxLayout;
    m_header->setSpacing(look::space::kSmall);
    m_header->addLayout(words, 1);

    m_strip = new MessageStrip;
    m_warnings = new WarningStrip;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::space::kPage, look::space::kLarge, look::space::kPage,
                               look::space::kLarge);
    layout->setSpacing(look::space::kMedium);
    layout->addLayout(m_header);
    layout->addWidget(m_strip);
    layout->addWidget(m_warnings);
    m_body = new QVBoxLayout;
    m_body->setSpacing(look::space::kMedium);
    layout->addLayout(m_body, 1);
}

bool Page::loading() const
{
    return m_context.session.busy() || (m_context.session.isOpen() && !m_context.runs.ready()) ||
           m_context.weights.busy();
}

void Page::toggleNumbers()
{
    if (plots::FigureView* view = figureView())
        view->setShowsTable(!view->showsTable());
}

void Page::need(Fill fill)
{
    if (!isVisible()) {
        m_missed = std::max(m_missed, fill);
        Q_EMIT markChanged();
    } else if (fill == Fill::Whole) {
        refresh();
    } else {
        refreshPart();
    }
}

void Page::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    const Fill missed = std::exchange(m_missed, Fill::None);
    if (missed == Fill::Whole)
        refresh();
    else if (missed == Fill::Part)
        refreshPart();
}

bool Page::event(QEvent* event)
{
    const bool moved = event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show;
    if (moved && !m_naming && isVisible()) {
        m_naming = true;
        QTimer::singleShot(0, this, [this] {
            m_naming = false;
            giveMnemonics(*this, menuLetters(*this));
        });
    }
    return QWidget::event(event);
}

QString Page::unreadableImages(const Error& problem)
{
    return tr("%1\n\nRead the folder again on the page Images; the images themselves are not "
              "touched.")
        .arg(bridge::errorText(problem));
}

void Page::showError(const Error& error)
{
    m_strip->showError(error);
}

void Page::showNote(const QString& text)
{
    m_strip->showNote(text);
}

void Page::clearMessage()
{
    m_strip->clear();
}

void Page::showWarnings(const QStringList& lines)
{
    m_warnings->setLines(lines);
}

QPushButton* Page::addMainButton(const QString& text)
{
    m_mainButton = new QPushButton(text);
    m_mainButton->setObjectName(QStringLiteral("main-") + m_step.id());
    m_mainButton->setToolTip(tr("Ctrl+Return"));
    look::setRole(m_mainButton, "main");
    m_header->addWidget(m_mainButton, 0, Qt::AlignVCenter);
    return m_mainButton;
}

QPushButton* Page::addHeaderButton(const QString& text)
{
    auto* button = new QPushButton(text);
    m_header->insertWidget(m_mainButton != nullptr ? m_header->count() - 1 : m_header->count(),
                           button, 0, Qt::AlignVCenter);
    return button;
}

} // namespace rekindle::panels
