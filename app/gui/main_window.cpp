#include "app/gui/main_window.h"

#include "app/gui/action_finder.h"
#include "app/gui/end_notice.h"
#include "app/gui/guide_dialog.h"
#include "app/gui/help_dialog.h"
#include "app/gui/language.h"
#include "app/gui/study_controller.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/recent_studies.h"
#include "widgets/look/look.h"
#include "widgets/panels/drafts.h"
#include "widgets/panels/export_dialog.h"
#include "widgets/panels/page_list.h"
#include "widgets/panels/value_text.h"
#include "widgets/plots/figure_view.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rekindle::gui {

using panels::Step;

namespace {

bool isMainButton(const QWidget* widget)
{
    return widget != nullptr && widget->property("role").toString() == u"main";
}

/// The first widget of a pane that takes the keyboard's focus; a main button only where there is
/// nothing else, since a space bar that was meant for the page before would start hours of work.
void focusFirst(QWidget* pane)
{
    QWidget* first = nullptr;
    for (QWidget* child : pane->findChildren<QWidget*>()) {
        if (!child->isVisible() || !child->isEnabled() || !(child->focusPolicy() & Qt::TabFocus))
            continue;
        if (first == nullptr || !isMainButton(child))
            first = child;
        if (!isMainButton(first))
            break;
    }
    (first != nullptr ? first : pane)->setFocus(Qt::ShortcutFocusReason);
}

/// What computes, in words: "cpu, 2 threads" is a processor.
QString deviceOf(const run::Status& status)
{
    return panels::deviceText(status.device.substr(0, status.device.find(',')));
}

} // namespace

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent)
{
    setObjectName(QStringLiteral("window"));
    resize(1280, 820);
    setMinimumSize(1024, 680);
    buildLayout();
    m_controller = new StudyController(context(), *m_pages, this);
    buildMenus();
    buildStatus();
    connect(&m_session, &bridge::StudySession::opened, this, [this] {
        m_weights.dropWishes();
        m_runs.follow(m_session.study().folder);
        if (!m_session.study().finishedExample)
            bridge::rememberStudy(m_session.study().folder);
    });
    connect(&m_session, &bridge::StudySession::changed, this, &MainWindow::refreshTitle);
    connect(&m_session, &bridge::StudySession::busyChanged, this, &MainWindow::refreshStatus);
    connect(&m_runs, &bridge::RunWatch::changed, this, &MainWindow::refreshStatus);
    new EndNotice(m_runs, *this);
    refreshTitle();
    refreshStatus();
    showStep(Step::Study);
}

panels::Context MainWindow::context()
{
    return {m_session, m_runs, m_actions, m_weights};
}

void MainWindow::buildLayout()
{
    m_rail = new panels::Rail;
    m_pages = new panels::PageSet(context());
    m_queue = new panels::QueuePanel(context());
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_pages, 1);
    column->addWidget(m_queue);
    auto* centre = new QWidget;
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(right, 1);
    setCentralWidget(centre);
    connect(m_rail, &panels::Rail::chosen, this, &MainWindow::showStep);
    connect(m_pages, &panels::PageSet::shown, m_rail, &panels::Rail::setCurrent);
    connect(m_pages, &panels::PageSet::shown, this, &MainWindow::settleFocus);
    connect(m_pages, &panels::PageSet::markChanged, m_rail, &panels::Rail::setMark);
    connect(m_pages, &panels::PageSet::exportAsked, this, &MainWindow::exportFigure);
}

void MainWindow::addAction(QMenu* menu, const QString& text, const QKeySequence& keys,
                           std::function<void()> action)
{
    QAction* entry = menu->addAction(text);
    entry->setShortcut(keys);
    connect(entry, &QAction::triggered, this, std::move(action));
}

void MainWindow::buildMenus()
{
    QMenu* study = menuBar()->addMenu(tr("&Study"));
    addAction(study, tr("&New study…"), QKeySequence::New, [this] { m_controller->newStudy(); });
    addAction(study, tr("&Open study…"), QKeySequence::Open, [this] { m_controller->openStudy(); });
    study->addSeparator();
    addAction(study, tr("&Try it with the sample"), {}, [this] { m_controller->trySample(); });
    addAction(study, tr("See a &finished example"), {}, [this] { m_controller->seeExample(); });
    study->addSeparator();
    addAction(study, tr("Save a &copy…"), QKeySequence(Qt::CTRL | Qt::Key_S),
              [this] { m_controller->saveCopy(); });
    study->addSeparator();
    addAction(study, tr("&Quit"), QKeySequence::Quit, [this] { close(); });

    QMenu* figure = menuBar()->addMenu(tr("&Figure"));
    addAction(figure, tr("&Export…"), QKeySequence(Qt::CTRL | Qt::Key_E),
              [this] { exportFigure(); });
    addAction(figure, tr("Chart as &table"), QKeySequence(Qt::CTRL | Qt::Key_T),
              [this] { toggleTable(); });

    QMenu* view = menuBar()->addMenu(tr("&View"));
    int number = 0;
    for (const panels::PageSpec& page : panels::pageList()) {
        const QKeySequence keys(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + number++));
        addAction(view, panels::stepName(page.step), number <= 9 ? keys : QKeySequence(),
                  [this, step = page.step] { showStep(step); });
    }
    view->addSeparator();
    addAction(view, tr("Run &queue"), QKeySequence(Qt::CTRL | Qt::Key_0), [this] {
        m_queue->setExpanded(true);
        m_queue->focusTarget()->setFocus(Qt::ShortcutFocusReason);
    });
    addAction(view, tr("Main &button of the page"), QKeySequence(Qt::CTRL | Qt::Key_Return),
              [this] { pressMain(); });
    addAction(view, tr("Next pane"), QKeySequence(Qt::Key_F6), [this] { nextPane(1); });
    addAction(view, tr("Previous pane"), QKeySequence(Qt::SHIFT | Qt::Key_F6),
              [this] { nextPane(-1); });

    view->addSeparator();
    buildLanguages(view->addMenu(tr("&Language")));

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    addAction(help, tr("&Help on this page"), QKeySequence(Qt::Key_F1), [this] { showHelp(); });
    addAction(help, tr("User &guide"), {},
              [this] { GuideDialog::showFor(m_pages->current(), this); });
    addAction(help, tr("&Find an action…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
              [this] { findAction(); });
    help->addSeparator();
    addAction(help, tr("&About Rekindle"), {}, [this] { about(); });
}

void MainWindow::buildLanguages(QMenu* menu)
{
    auto* group = new QActionGroup(menu);
    const QString now = chosenLanguage();
    for (const Language& language : languages()) {
        QAction* entry = menu->addAction(language.name);
        entry->setObjectName(QStringLiteral("language-") + language.code);
        entry->setCheckable(true);
        entry->setChecked(language.code == now);
        group->addAction(entry);
        connect(entry, &QAction::triggered, this, [code = language.code] { chooseLanguage(code); });
    }
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || m_rebuilding || m_controller == nullptr)
        return;
    m_rebuilding = true;
    QTimer::singleShot(0, this, &MainWindow::rebuild);
}

/// What is being read or written ends first: its pages are asked to show it.
void MainWindow::rebuild()
{
    if (m_session.busy() || m_controller->busy()) {
        QTimer::singleShot(50, this, &MainWindow::rebuild);
        return;
    }
    m_rebuilding = false;
    // Fields write numbers as their window does, which else stays with the language it began in.
    unsetLocale();
    const Step step = m_pages->current();
    const bool expanded = m_queue->expanded();
    const panels::Drafts drafts(*m_pages);
    delete std::exchange(m_controller, nullptr);
    menuBar()->clear();
    delete takeCentralWidget();
    for (QWidget* old : {static_cast<QWidget*>(m_status), static_cast<QWidget*>(m_device),
                         static_cast<QWidget*>(m_busy)})
        delete old;
    buildLayout();
    m_controller = new StudyController(context(), *m_pages, this);
    buildMenus();
    buildStatus();
    m_queue->setExpanded(expanded);
    refreshTitle();
    refreshStatus();
    // The new pages missed what made the old ones.
    if (m_session.isOpen())
        Q_EMIT m_session.changed();
    Q_EMIT m_runs.changed();
    showStep(step);
    drafts.putInto(*m_pages);
}

void MainWindow::buildStatus()
{
    m_status = new QLabel;
    m_device = new QLabel;
    for (QLabel* label : {m_status, m_device}) {
        look::setRole(label, "muted");
        label->setFont(look::font(look::Type::Small));
        label->setContentsMargins(look::space::kSmall, 0, look::space::kSmall, 0);
    }
    m_status->setAccessibleName(tr("Study state"));
    m_device->setAccessibleName(tr("Device in use"));
    m_busy = new QProgressBar;
    m_busy->setRange(0, 0);
    m_busy->setFixedWidth(90);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Working"));
    statusBar()->addWidget(m_status);
    statusBar()->addPermanentWidget(m_busy);
    statusBar()->addPermanentWidget(m_device);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::showStep(Step step)
{
    m_pages->show(step);
    m_rail->setCurrent(step);
    settleFocus(step);
}

/// Who moves along the rail or works in the queue stays there; a page that comes to the front has
/// the keyboard in its first field, wherever Qt has put it.
void MainWindow::settleFocus(Step step)
{
    QWidget* focus = QApplication::focusWidget();
    if (m_rail->isAncestorOf(focus))
        m_rail->button(step)->setFocus(Qt::OtherFocusReason);
    else if (!m_queue->isAncestorOf(focus) &&
             (isMainButton(focus) || !m_pages->currentWidget()->isAncestorOf(focus)))
        focusFirst(m_pages->currentWidget());
}

bool MainWindow::loading() const
{
    return m_pages->page(m_pages->current())->loading();
}

void MainWindow::exportFigure()
{
    panels::Page* page = m_pages->page(m_pages->current());
    const plots::FigureView* view = page->figureView();
    if (view == nullptr || figures::isEmpty(view->figure())) {
        page->showNote(tr("There is no chart on this page to export."));
        return;
    }
    const bool own = m_session.isOpen() && !m_session.readOnly();
    const auto folder = own ? m_session.study().folder : bridge::studiesFolder().parent_path();
    auto* dialog = new panels::ExportDialog(view->figure(), bridge::qtPath(folder), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &panels::ExportDialog::exported, page, [page](const QString& file) {
        page->showNote(MainWindow::tr("Written: %1, and its numbers as CSV beside it.").arg(file));
    });
    dialog->open();
}

void MainWindow::toggleTable()
{
    m_pages->page(m_pages->current())->toggleNumbers();
}

void MainWindow::showHelp()
{
    auto* dialog = new HelpDialog(m_pages->current(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// Of the menus, and the buttons of the page in front.
void MainWindow::findAction()
{
    std::vector<NamedAction> actions;
    const auto plain = [](QString text) { return text.remove(u'&'); };
    for (const QAction* top : menuBar()->actions()) {
        if (top->menu() == nullptr)
            continue;
        for (QAction* action : top->menu()->actions()) {
            if (action->isSeparator() || action->menu() != nullptr || !action->isEnabled())
                continue;
            actions.push_back({tr("%1: %2").arg(plain(top->text()), plain(action->text())),
                               action->shortcut().toString(QKeySequence::NativeText),
                               [action] { action->trigger(); }});
        }
    }
    for (QPushButton* button : m_pages->currentWidget()->findChildren<QPushButton*>()) {
        if (!button->isVisible() || !button->isEnabled() || button->text().isEmpty())
            continue;
        actions.push_back(
            {tr("%1: %2").arg(panels::stepName(m_pages->current()), plain(button->text())),
             {},
             [button = QPointer<QPushButton>(button)] {
                 if (button)
                     button->click();
             }});
    }
    auto* dialog = new ActionFinder(std::move(actions), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::pressMain()
{
    QPushButton* button = m_pages->page(m_pages->current())->mainButton();
    if (button != nullptr && button->isEnabled() && button->isVisible())
        button->click();
}

/// Rail, page, queue, and round again.
void MainWindow::nextPane(int direction)
{
    const std::array<QWidget*, 3> panes{m_rail, m_pages, m_queue};
    std::size_t now = 0;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        if (panes[i]->isAncestorOf(QApplication::focusWidget()))
            now = i;
    }
    const std::size_t next = (now + panes.size() + static_cast<std::size_t>(direction + 3)) % 3;
    if (panes[next] == m_rail) {
        m_rail->button(m_pages->current())->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    focusFirst(panes[next] == m_pages ? m_pages->currentWidget() : m_queue);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_leaving || m_session.readOnly() || !m_queue->working()) {
        QMainWindow::closeEvent(event);
        return;
    }
    event->ignore();
    if (findChild<QMessageBox*>(QStringLiteral("leave-question")) == nullptr)
        askBeforeClosing();
}

void MainWindow::askBeforeClosing()
{
    const auto& runs = m_runs.views();
    const auto open = std::count_if(runs.begin(), runs.end(), [](const bridge::RunView& run) {
        return !run.problem && run.unfinished();
    });
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("Runs go on"),
        tr("%n run(s) of this study are being worked off.", nullptr, static_cast<int>(open)),
        QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("leave-question"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("They can go on without the window; it shows them again when "
                                    "this study is opened."));
    QPushButton* leave = question->addButton(tr("Leave them running"), QMessageBox::AcceptRole);
    leave->setObjectName(QStringLiteral("leave-running"));
    QPushButton* pause = question->addButton(tr("Pause and close"), QMessageBox::DestructiveRole);
    pause->setObjectName(QStringLiteral("leave-paused"));
    QPushButton* stay = question->addButton(tr("Stay"), QMessageBox::RejectRole);
    stay->setObjectName(QStringLiteral("leave-not"));
    question->setDefaultButton(leave);
    question->setEscapeButton(stay);
    const auto go = [this] {
        m_leaving = true;
        close();
    };
    // After the question is gone: a window does not close under its own dialog.
    connect(leave, &QPushButton::clicked, this, go, Qt::QueuedConnection);
    connect(pause, &QPushButton::clicked, this, [this, go] {
        // Closed when the wish stands in the run folders; whoever works on them answers it.
        connect(&m_actions, &bridge::RunActions::done, this, go,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
        m_queue->pauseAll();
    });
    question->open();
}

void MainWindow::about()
{
    QMessageBox::about(
        this, tr("About Rekindle"),
        tr("<h3>Rekindle %1</h3><p>Two-step self-supervised pretraining for small image "
           "collections, after Ciga, Xu and Martel.</p><p>For research, not for diagnosis.</p>"
           "<p>Charts are drawn with QCustomPlot; the window is built on Qt.</p>")
            .arg(QStringLiteral(REKINDLE_VERSION)));
}

void MainWindow::refreshTitle()
{
    if (!m_session.isOpen()) {
        setWindowTitle(QStringLiteral("Rekindle"));
        return;
    }
    const study::Study& study = m_session.study();
    QString title = bridge::qt(study.title);
    if (study.finishedExample)
        title += tr(" – finished example, shipped results");
    else if (study.readOnly)
        title += tr(" – read-only");
    setWindowTitle(title + QStringLiteral(" – Rekindle"));
    refreshStatus();
}

void MainWindow::refreshStatus()
{
    m_busy->setVisible(m_session.busy());
    if (!m_session.isOpen()) {
        m_status->setText(m_session.busy() ? tr("Reading…") : tr("No study is open"));
        m_device->clear();
        return;
    }
    m_status->setText(
        m_session.readOnly()
            ? tr("%1 · for looking only").arg(bridge::qtPath(m_session.study().folder))
            : tr("%1 · saved").arg(bridge::qtPath(m_session.study().folder)));
    bool works = false;
    QString device;
    for (const bridge::RunView& run : m_runs.views()) {
        if (run.status.state != run::State::Running || run.status.interrupted)
            continue;
        works = true;
        // A worker that only starts has not chosen one yet.
        if (!run.status.device.empty())
            device = deviceOf(run.status);
    }
    m_device->setText(!works             ? tr("idle")
                      : device.isEmpty() ? tr("a worker is starting")
                                         : tr("training on: %1").arg(device));
}

} // namespace rekindle::gui
