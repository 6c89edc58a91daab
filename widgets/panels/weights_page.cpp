#include "widgets/panels/weights_page.h"

#include "core/base/text.h"
#include "widgets/bridge/core_text.h"
#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/look/icons.h"
#include "widgets/look/look.h"
#include "widgets/panels/fitting_scroll.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/value_text.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rekindle::panels {

using bridge::fsPath;
using bridge::qt;
using bridge::qtPath;
using bridge::utf8;

namespace {

QString names(const std::vector<std::string>& list)
{
    if (list.empty())
        return WeightsPage::tr("none");
    constexpr std::size_t kNamesShown = 12;
    std::vector<std::string> shown(
        list.begin(),
        list.begin() + static_cast<std::ptrdiff_t>(std::min(list.size(), kNamesShown)));
    QString text = QStringLiteral("%1: %2").arg(list.size()).arg(qt(text::join(shown, ", ")));
    if (list.size() > kNamesShown)
        text += QStringLiteral(", …");
    return text;
}

QString orUnknown(const std::string& value)
{
    return value.empty() ? WeightsPage::tr("the file does not say") : qt(value);
}

} // namespace

WeightsPage::WeightsPage(Context context, QWidget* parent)
    : Page(context, Step::Weights,
           tr("Bring in a checkpoint and see what was loaded. Opening a file never runs code "
              "from it."),
           parent)
{
    setAcceptDrops(true);
    m_path = new QLineEdit;
    m_path->setObjectName(QStringLiteral("weights-path"));
    m_path->setPlaceholderText(tr("Checkpoint file: .safetensors, .pth, .pt"));
    m_path->setAccessibleName(tr("Checkpoint file"));
    // A file that is dropped is the page's, wherever it falls.
    m_path->setAcceptDrops(false);
    m_browse = new QPushButton(tr("Browse…"));
    m_add = new QPushButton(tr("Add file"));
    m_add->setObjectName(QStringLiteral("weights-add"));
    auto* row = new QHBoxLayout;
    row->setSpacing(look::space::kSmall);
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    row->addWidget(m_add);
    body()->addLayout(row);
    buildContent();

    const auto add = [this] {
        if (!m_path->text().trimmed().isEmpty())
            addFile(fsPath(m_path->text().trimmed()));
    };
    connect(m_browse, &QPushButton::clicked, this, &WeightsPage::browse);
    connect(m_add, &QPushButton::clicked, this, add);
    connect(m_path, &QLineEdit::returnPressed, this, add);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (!m_filling && item != nullptr)
            choose(item->data(Qt::UserRole).toString());
    });
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        if (!m_filling)
            rename(item->data(Qt::UserRole).toString(), item->text().trimmed());
    });
    connect(m_rename, &QPushButton::clicked, this, [this] {
        if (m_list->currentItem() != nullptr)
            m_list->editItem(m_list->currentItem());
    });
    connect(m_remove, &QPushButton::clicked, this, &WeightsPage::askToRemove);
    follow(&session(), &bridge::StudySession::changed, Fill::Whole);
    connect(&session(), &bridge::StudySession::opened, this, &Page::clearMessage);
    follow(&context.runs, &bridge::RunWatch::changed, Fill::Part);
    follow(&context.weights, &bridge::WeightsStore::changed, Fill::Part);
    refresh();
}

void WeightsPage::buildContent()
{
    m_empty = new EmptyState({});
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("weights-list"));
    m_list->setAccessibleName(tr("Weights of this study"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setMaximumWidth(300);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QVBoxLayout* card = nullptr;
    QFrame* frame = makeCard(&card);
    m_title = makeTitle({});
    m_title->setWordWrap(true);
    m_matched = makeText();
    m_facts = new FactList;
    m_rename = new QPushButton(tr("Rename"));
    m_rename->setObjectName(QStringLiteral("weights-rename"));
    m_rename->setToolTip(tr("F2"));
    m_remove = new QPushButton(tr("Remove…"));
    m_remove->setObjectName(QStringLiteral("weights-remove"));
    auto* head = new QHBoxLayout;
    head->setSpacing(look::space::kSmall);
    head->addWidget(m_title, 1);
    head->addWidget(m_rename, 0, Qt::AlignTop);
    head->addWidget(m_remove, 0, Qt::AlignTop);
    card->addLayout(head);
    card->addWidget(m_matched);
    card->addSpacing(look::space::kSmall);
    card->addWidget(m_facts);
    auto* links = new QHBoxLayout;
    for (const Step step : {Step::Inspect, Step::Repair}) {
        QPushButton* link = makeLink(tr("Go to %1").arg(stepName(step)));
        connect(link, &QPushButton::clicked, this, [this, step] { Q_EMIT goTo(step); });
        links->addWidget(link);
    }
    links->addStretch();
    card->addStretch();
    card->addLayout(links);
    auto* content = new QWidget;
    auto* layout = new QHBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kMedium);
    layout->addWidget(m_list, 1);
    layout->addWidget(new FittingScroll(frame), 2);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    body()->addWidget(m_stack, 1);
}

Mark WeightsPage::mark() const
{
    return session().isOpen() && !session().study().weights.empty() ? Mark::Done : Mark::Empty;
}

void WeightsPage::browse()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Choose a checkpoint"), m_path->text(),
        tr("Checkpoints (*.safetensors *.pth *.pt *.tar *.ckpt);;All files (*)"));
    if (file.isEmpty())
        return;
    m_path->setText(file);
    addFile(fsPath(file));
}

void WeightsPage::addFile(const std::filesystem::path& file)
{
    clearMessage();
    m_path->setText(qtPath(file));
    if (!session().isOpen()) {
        showNote(tr("No study is open. Make or open one on the page Study, then add weights."));
        return;
    }
    m_add->setEnabled(false);
    // Told by the work: whether the study knew this file, or another one that holds the same.
    const auto known = std::make_shared<QString>(), twin = std::make_shared<QString>();
    session().perform(
        [file, known, twin](study::Study& study, const job::Watch&) -> Result<void> {
            const std::size_t before = study.weights.size();
            RK_TRY(const auto entry,
                   study::addWeights(study, file, file.stem().string(), study::Networks::Any));
            if (study.weights.size() == before)
                *known = qt(entry.label);
            for (const study::WeightsEntry& other : study.weights) {
                if (other.id != entry.id && other.sha256 == entry.sha256)
                    *twin = qt(other.label);
            }
            return {};
        },
        [this, known, twin](const Result<void>& result) {
            m_add->setEnabled(true);
            if (!result) {
                showError(result.error());
                return;
            }
            m_path->clear();
            if (!known->isEmpty())
                showNote(
                    tr("This study knows that file already, as %1. It is chosen now.").arg(*known));
            else if (!twin->isEmpty())
                showNote(tr("These weights are the same as %1, from another file. Both are in the "
                            "list now; remove the one you do not need.")
                             .arg(*twin));
        });
}

void WeightsPage::choose(const QString& id)
{
    showCard();
    if (session().readOnly() || qt(session().study().chosenWeights) == id)
        return;
    session().perform([id = utf8(id)](study::Study& study, const job::Watch&) {
        return study::changeStudy(study, [&](study::Study& fresh) -> Result<void> {
            fresh.chosenWeights = id;
            return {};
        });
    });
}

void WeightsPage::rename(const QString& id, const QString& label)
{
    if (label.isEmpty()) {
        refresh();
        return;
    }
    session().perform(
        [id = utf8(id), label = utf8(label)](study::Study& study, const job::Watch&) {
            return study::changeStudy(study, [&](study::Study& fresh) -> Result<void> {
                for (study::WeightsEntry& entry : fresh.weights) {
                    if (entry.id == id)
                        entry.label = label;
                }
                return {};
            });
        },
        [this](const Result<void>& result) {
            if (!result)
                showError(result.error());
        });
}

QString WeightsPage::usedBy(const study::WeightsEntry& entry) const
{
    for (const study::WeightsEntry& other : session().study().weights) {
        if (other.repairedFrom == entry.id)
            return tr("%1 was repaired from it").arg(qt(other.label));
    }
    const auto file = study::weightsFile(session().study(), entry);
    const std::string content = run::contentOfFile(entry.sha256);
    for (const bridge::RunView& run : context().runs.views()) {
        if (!run.settings)
            continue;
        bool uses = false;
        if (const auto* pretrain = std::get_if<run::PretrainSettings>(&*run.settings))
            uses = pretrain->init == file.string() ||
                   (!entry.sha256.empty() && pretrain->initSha256 == entry.sha256);
        else if (const auto* score = std::get_if<run::ScoreSettings>(&*run.settings))
            uses = std::any_of(score->targets.begin(), score->targets.end(),
                               [&](const run::ScoreTarget& target) {
                                   return target.weights == file ||
                                          (!content.empty() && target.content == content);
                               });
        if (uses)
            return tr("the run %1 uses it").arg(qt(run.label));
    }
    return {};
}

void WeightsPage::askToRemove()
{
    const study::WeightsEntry* entry = chosen();
    if (entry == nullptr)
        return;
    if (const QString user = usedBy(*entry); !user.isEmpty()) {
        showNote(tr("%1 stays in the study: %2.").arg(qt(entry->label), user));
        return;
    }
    auto* question = new QMessageBox(QMessageBox::Question, tr("Remove weights"),
                                     tr("Remove %1 from this study?").arg(qt(entry->label)),
                                     QMessageBox::NoButton, window());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("The file itself is not touched, and can be added again:\n%1")
                                     .arg(qtPath(study::weightsFile(session().study(), *entry))));
    QPushButton* keep = question->addButton(tr("Keep them"), QMessageBox::RejectRole);
    QPushButton* take = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    take->setObjectName(QStringLiteral("weights-remove-now"));
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    connect(take, &QPushButton::clicked, this, [this, id = entry->id] { remove(id); });
    question->open();
}

void WeightsPage::remove(const std::string& id)
{
    session().perform(
        [id](study::Study& study, const job::Watch&) {
            return study::changeStudy(study, [&](study::Study& fresh) -> Result<void> {
                std::erase_if(fresh.weights,
                              [&](const study::WeightsEntry& entry) { return entry.id == id; });
                if (fresh.chosenWeights == id)
                    fresh.chosenWeights = fresh.weights.empty() ? "" : fresh.weights.front().id;
                return {};
            });
        },
        [this](const Result<void>& result) {
            if (!result)
                showError(result.error());
        });
}

void WeightsPage::refresh()
{
    const bool open = session().isOpen();
    const bool writable = open && !session().readOnly();
    m_path->setEnabled(writable);
    m_browse->setEnabled(writable);
    m_add->setEnabled(writable);
    m_filling = true;
    const QString kept = open ? qt(session().study().chosenWeights) : QString();
    m_list->clear();
    if (open) {
        for (const study::WeightsEntry& entry : session().study().weights) {
            auto* item = new QListWidgetItem(qt(entry.label));
            item->setData(Qt::UserRole, qt(entry.id));
            if (writable)
                item->setFlags(item->flags() | Qt::ItemIsEditable);
            item->setToolTip(qtPath(study::weightsFile(session().study(), entry)));
            if (!entry.onlyLook.empty()) {
                item->setIcon(look::icon(QStringLiteral("mark-needs")));
                item->setData(Qt::AccessibleDescriptionRole, tr("can be looked at, not trained"));
            }
            m_list->addItem(item);
            if (qt(entry.id) == kept)
                m_list->setCurrentItem(item);
        }
        if (m_list->currentItem() == nullptr && m_list->count() > 0)
            m_list->setCurrentRow(0);
    }
    m_filling = false;
    m_empty->setText(open ? tr("No weights yet. Add a checkpoint file you have downloaded. "
                               "Rekindle does not download anything.")
                          : tr("No study is open. Make or open one on the page Study, then add "
                               "starting weights here."));
    m_stack->setCurrentIndex(m_list->count() > 0 ? 1 : 0);
    showCard();
    Q_EMIT markChanged();
}

const study::WeightsEntry* WeightsPage::chosen() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return session().isOpen() && item != nullptr
               ? study::findWeights(session().study(), utf8(item->data(Qt::UserRole).toString()))
               : nullptr;
}

void WeightsPage::showCard()
{
    const study::WeightsEntry* entry = chosen();
    showWarnings({});
    const bool writable = session().isOpen() && !session().readOnly();
    m_rename->setEnabled(writable && entry != nullptr);
    m_remove->setEnabled(writable && entry != nullptr);
    if (entry == nullptr)
        return;
    m_title->setText(qt(entry->label));
    const auto facts = context().weights.facts(session().study(), *entry);
    if (facts) {
        fill(*entry, *facts);
        return;
    }
    m_facts->setFacts({});
    const Error* error = context().weights.error(session().study(), *entry);
    m_matched->setText(error != nullptr ? bridge::errorText(*error) : tr("Reading…"));
}

void WeightsPage::fill(const study::WeightsEntry& entry, const bridge::WeightsFacts& facts)
{
    const bool trainable = facts.onlyLook.empty();
    const QString parameters = QLocale().toString(static_cast<qulonglong>(facts.parameters));
    const study::WeightsEntry* from = study::findWeights(session().study(), entry.repairedFrom);
    m_matched->setText(trainable
                           ? tr("All %1 convolutions of a %2 found: %3 tensors, %4 parameters.")
                                 .arg(facts.convolutions)
                                 .arg(networkText(facts.architecture))
                                 .arg(facts.tensors)
                                 .arg(parameters)
                           : tr("Can be looked at, not trained: %1. Found: %2 convolutions with "
                                "their normalisation, %3 tensors, %4 parameters.")
                                 .arg(bridge::coreText(facts.onlyLook))
                                 .arg(facts.convolutions)
                                 .arg(facts.tensors)
                                 .arg(parameters));
    m_facts->setFacts({
        {tr("File"), qtPath(study::weightsFile(session().study(), entry))},
        {tr("Size"), QLocale().formattedDataSize(static_cast<qint64>(facts.bytes), 1)},
        {tr("Format"), formatText(facts.format), qt(facts.format)},
        {tr("Written by"), orUnknown(facts.writer)},
        {tr("Trained with"), orUnknown(utf8(methodText(facts.method))), qt(facts.method)},
        {tr("Network"), trainable ? networkText(facts.architecture) : tr("no ResNet"),
         qt(facts.architecture)},
        {tr("Borders"), trainable ? valueText(facts.padding) : tr("not needed for looking"),
         tr("Padding: %1. How the network treats the borders of a picture.")
             .arg(qt(facts.padding))},
        {tr("Input scaling"),
         trainable ? valueText(facts.normalisation) : tr("not needed for looking"),
         tr("Normalisation: %1. What the network expects of pixels.").arg(qt(facts.normalisation))},
        {tr("Filled in"), names(facts.missing)},
        {tr("Not used"), names(facts.ignored)},
        {tr("SHA-256"), qt(facts.sha256)},
        {tr("Repaired from"), from == nullptr ? tr("– (as added)") : qt(from->label),
         qt(entry.repairedFrom)},
    });
    showWarnings(bridge::warningLines(facts.warnings));
}

void WeightsPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().front().isLocalFile())
        event->acceptProposedAction();
}

void WeightsPage::dropEvent(QDropEvent* event)
{
    if (!m_path->isEnabled() && session().isOpen())
        return;
    addFile(fsPath(event->mimeData()->urls().front().toLocalFile()));
    event->acceptProposedAction();
}

} // namespace rekindle::panels
