#include "widgets/panels/images_page.h"

#include "core/base/text.h"
#include "core/dataset/folder_scan.h"
#include "core/dataset/scan_record.h"
#include "core/dataset/set_values.h"
#include "core/dataset/unreadable.h"
#include "widgets/bridge/core_text.h"
#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/slide_tiles.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/look/look.h"
#include "widgets/models/image_model.h"
#include "widgets/models/text_table.h"
#include "widgets/panels/bands_dialog.h"
#include "widgets/panels/brightness_dialog.h"
#include "widgets/panels/image_dialog.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/reading_text.h"
#include "widgets/panels/slides_dialog.h"
#include "widgets/panels/volume_dialog.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QProgressBar>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <map>
#include <set>

namespace rekindle::panels {

using bridge::fsPath;
using bridge::qt;
using bridge::qtPath;

namespace {

QString countText(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

models::TextTable::Cell number(std::size_t count)
{
    return {countText(count), true, false, {}};
}

/// Which classes and parts a file's images are in.
using Places = std::map<std::string, std::pair<std::set<int>, std::set<dataset::Part>>>;

Places placesOf(const dataset::Manifest& manifest)
{
    Places places;
    for (const auto& group : manifest.duplicates)
        for (const std::string& file : group)
            places[file];
    if (places.empty())
        return places;
    for (const dataset::ImageEntry& image : manifest.images) {
        const auto found = places.find(manifest.fileOf(image).path);
        if (found == places.end())
            continue;
        found->second.first.insert(image.label);
        found->second.second.insert(image.part);
    }
    return places;
}

/// Where the copies stand: in two classes or two parts they do harm.
QString copiesText(const Places& places, const std::vector<std::string>& group)
{
    std::set<int> labels;
    std::set<dataset::Part> parts;
    for (const std::string& file : group) {
        const auto& [ofFile, partsOfFile] = places.at(file);
        labels.insert(ofFile.begin(), ofFile.end());
        parts.insert(partsOfFile.begin(), partsOfFile.end());
    }
    if (labels.size() > 1)
        return ImagesPage::tr("copies in two classes");
    return parts.size() > 1 ? ImagesPage::tr("copies in two parts") : ImagesPage::tr("copies");
}

} // namespace

ImagesPage::ImagesPage(Context context, QWidget* parent)
    : Page(context, Step::Images,
           tr("Choose a folder and see what the network will see. Nothing is copied or changed."),
           parent),
      m_scan(context.session), m_slidesJob(context.session)
{
    setAcceptDrops(true);
    buildPathRow();
    buildResult();
    connect(&m_scan, &bridge::StudyJob::started, this, [this] { setScanning(true); });
    connect(&m_scan, &bridge::StudyJob::ended, this, [this] { setScanning(false); });
    connect(&m_scan, &bridge::StudyJob::progressed, this,
            [this](quint64 done, quint64 total, const QString& what) {
                showProgress(m_progress, done, total);
                m_progressText->setText(
                    tr("%1: read %2 of %3").arg(what, countText(done), countText(total)));
            });
    follow(&session(), &bridge::StudySession::changed, Fill::Whole);
    connect(&session(), &bridge::StudySession::opened, this, [this] {
        clearMessage();
        m_path->clear();
        m_slidesRow->hide();
    });
    refresh();
}

void ImagesPage::buildPathRow()
{
    m_path = new QLineEdit;
    m_path->setObjectName(QStringLiteral("images-path"));
    m_path->setPlaceholderText(tr("Folder with images"));
    m_path->setAccessibleName(tr("Folder with images"));
    m_path->setClearButtonEnabled(true);
    m_browse = new QPushButton(tr("Browse…"));
    m_read = new QPushButton(tr("Read folder"));
    m_read->setObjectName(QStringLiteral("images-read"));
    m_read->setToolTip(tr("F5 reads the folder again."));
    m_read->setShortcut(QKeySequence(Qt::Key_F5));
    auto* row = new QHBoxLayout;
    row->setSpacing(look::space::kSmall);
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    row->addWidget(m_read);
    body()->addLayout(row);

    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Reading images"));
    m_progressText = new QLabel;
    look::setRole(m_progressText, "muted");
    m_stop = new QPushButton(tr("Stop"));
    m_progressRow = new QWidget;
    auto* progress = new QHBoxLayout(m_progressRow);
    progress->setContentsMargins({});
    progress->addWidget(m_progress, 1);
    progress->addWidget(m_progressText);
    progress->addWidget(m_stop);
    m_progressRow->hide();
    body()->addWidget(m_progressRow);

    m_slidesText = makeText();
    m_slidesText->setObjectName(QStringLiteral("images-slides-text"));
    QPushButton* cut = makeLink(tr("Cut into tiles…"));
    cut->setObjectName(QStringLiteral("images-slides"));
    m_slidesRow = new QWidget;
    auto* slides = new QHBoxLayout(m_slidesRow);
    slides->setContentsMargins({});
    slides->addWidget(m_slidesText, 1);
    slides->addWidget(cut);
    m_slidesRow->hide();
    body()->addWidget(m_slidesRow);
    connect(cut, &QPushButton::clicked, this, &ImagesPage::cutSlides);

    const auto read = [this] {
        if (!m_path->text().trimmed().isEmpty())
            readFolder(fsPath(m_path->text().trimmed()));
    };
    connect(m_browse, &QPushButton::clicked, this, &ImagesPage::browse);
    connect(m_read, &QPushButton::clicked, this, read);
    connect(m_path, &QLineEdit::returnPressed, this, read);
    connect(m_stop, &QPushButton::clicked, &m_scan, &bridge::StudyJob::cancel);
}

void ImagesPage::buildResult()
{
    m_empty = new EmptyState({});
    auto* result = new QWidget;
    auto* layout = new QVBoxLayout(result);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kMedium);
    m_sentence = makeText();
    m_sentence->setFont(look::font(look::Type::Strong));
    m_split = makeText({}, "muted");
    layout->addWidget(m_sentence);
    layout->addWidget(m_split);
    m_readBy = makeText({}, "muted");
    m_readBy->setObjectName(QStringLiteral("images-read-by"));
    layout->addWidget(m_readBy);

    m_images = new models::ImageModel(this);
    m_tiles = new QListView;
    m_tiles->setModel(m_images);
    m_tiles->setViewMode(QListView::IconMode);
    m_tiles->setResizeMode(QListView::Adjust);
    m_tiles->setUniformItemSizes(true);
    m_tiles->setLayoutMode(QListView::Batched);
    m_tiles->setMovement(QListView::Static);
    const int side = models::ImageModel::kTileSide;
    m_tiles->setIconSize({side, side});
    m_tiles->setGridSize({side + 24, side + 34});
    m_tiles->setAccessibleName(tr("Tiles"));
    m_tiles->setObjectName(QStringLiteral("images-tiles"));
    m_class = new QComboBox;
    m_class->setAccessibleName(tr("Class shown"));
    m_class->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* tiles = new QWidget;
    auto* tilesLayout = new QVBoxLayout(tiles);
    tilesLayout->setContentsMargins(0, look::space::kSmall, 0, 0);
    const auto makeChoice = [](const char* name, const QString& text, const QString& tip) {
        auto* button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(tip);
        return button;
    };
    m_bands = makeChoice("images-bands", tr("Bands…"),
                         tr("Choose which bands of these pictures are shown."));
    m_slices = makeChoice("images-volumes", tr("Slices…"),
                          tr("Choose which way these volumes are cut into slices."));
    m_brightness = makeChoice("images-brightness", tr("Brightness…"),
                              tr("Choose which values of these pictures are black and white."));
    auto* above = new QHBoxLayout;
    above->addWidget(m_class);
    above->addStretch();
    for (QPushButton* choice : {m_bands, m_slices, m_brightness})
        above->addWidget(choice);
    tilesLayout->addLayout(above);
    tilesLayout->addWidget(m_tiles, 1);

    m_classes = new models::TextTable(
        {tr("Class"), tr("Images"), tr("Training"), tr("Validation"), tr("Test")}, this);
    m_problems = new models::TextTable({tr("File"), tr("Kind"), tr("What is wrong")}, this);
    m_tabs = new QTabWidget;
    m_tabs->addTab(tiles, tr("Tiles"));
    m_tabs->addTab(makeTable(m_classes, tr("Classes")), tr("Classes"));
    QTableView* problems = makeTable(m_problems, tr("Problems"));
    problems->setObjectName(QStringLiteral("images-problems"));
    m_tabs->addTab(problems, tr("Problems"));
    layout->addWidget(m_tabs, 1);

    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(result);
    body()->addWidget(m_stack, 1);
    connect(m_tiles, &QListView::activated, this, &ImagesPage::openImage);
    connect(m_tiles, &QListView::doubleClicked, this, &ImagesPage::openImage);
    connect(m_bands, &QPushButton::clicked, this, &ImagesPage::chooseBy<BandsDialog>);
    connect(m_slices, &QPushButton::clicked, this, &ImagesPage::chooseBy<VolumeDialog>);
    connect(m_brightness, &QPushButton::clicked, this, &ImagesPage::chooseBy<BrightnessDialog>);
    connect(m_class, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_images->setManifest(m_shown, index - 1); });
}

Mark ImagesPage::mark() const
{
    if (m_scan.running())
        return Mark::Half;
    if (session().images().problem)
        return Mark::Needs;
    return session().isOpen() && session().manifest() ? Mark::Done : Mark::Empty;
}

void ImagesPage::browse()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Choose a folder of images"), m_path->text());
    if (folder.isEmpty())
        return;
    m_path->setText(folder);
    readFolder(fsPath(folder));
}

void ImagesPage::readFolder(const std::filesystem::path& folder)
{
    if (m_scan.running())
        return;
    clearMessage();
    m_path->setText(qtPath(folder));
    if (!session().isOpen()) {
        showNote(tr("No study is open. Make or open one on the page Study, then choose images."));
        return;
    }
    // The same folder again is read as it was: by the same bands, slices and grey levels.
    lookForSlides(folder);
    read(folder, m_shown && m_shown->folder == folder ? m_shown->reading : image::Reading());
}

void ImagesPage::read(const std::filesystem::path& folder, const image::Reading& reading)
{
    dataset::ScanOptions options;
    options.records = dataset::userRecords();
    options.reading = reading;
    m_scan.make<dataset::Manifest>(
        [folder, options](const job::Watch& watch) mutable {
            options.labelsCsv = bridge::tileTableIn(folder);
            return dataset::scanFolder(folder, options, watch);
        },
        [](study::Study& study, const dataset::Manifest& manifest) {
            return study::setImages(study, manifest);
        },
        [this](const Result<void>& result) {
            if (!result)
                showError(result.error());
        });
}

void ImagesPage::setScanning(bool scanning)
{
    m_progressRow->setVisible(scanning);
    m_progress->setRange(0, 0);
    m_progressText->setText(tr("Reading…"));
    m_read->setEnabled(!scanning && !session().readOnly());
    Q_EMIT markChanged();
}

void ImagesPage::refresh()
{
    const auto& images = session().images();
    const bool writable = session().isOpen() && !session().readOnly();
    m_path->setEnabled(writable);
    m_browse->setEnabled(writable);
    m_read->setEnabled(writable && !m_scan.running());
    if (!images.manifest) {
        showNothing();
        return;
    }
    m_stack->setCurrentIndex(1);
    for (QPushButton* choice : {m_bands, m_slices, m_brightness})
        choice->setEnabled(writable);
    if (m_shown != images.manifest) {
        m_shown = images.manifest;
        if (m_path->text().isEmpty())
            m_path->setText(qtPath(m_shown->folder));
        m_sentence->setText(bridge::coreText(m_shown->readAs));
        fillClasses(*m_shown, *images.parts);
        fillSplit(*m_shown, *images.parts);
        fillProblems(*m_shown);
        fillWarnings(*m_shown, *images.parts);
        const QString readBy = readingText(m_shown->reading);
        m_readBy->setText(readBy);
        m_readBy->setVisible(!readBy.isEmpty());
        m_bands->setVisible(m_shown->bands > 0);
        m_slices->setVisible(dataset::hasVolumes(*m_shown));
        m_brightness->setVisible(dataset::hasMeasuredValues(*m_shown));
        const QSignalBlocker blocker(m_class);
        m_class->clear();
        m_class->addItem(tr("All %1 images").arg(countText(m_shown->images.size())));
        for (const std::string& name : m_shown->classes)
            m_class->addItem(qt(name));
        m_images->setManifest(m_shown);
    }
    Q_EMIT markChanged();
}

/// No images, or a list of them that is there and cannot be read: not the same thing.
void ImagesPage::showNothing()
{
    const auto& problem = session().images().problem;
    QString text = tr("No study is open. Make or open one on the page Study, then "
                      "choose a folder of images here.");
    if (problem)
        text = tr("%1\n\nThe images themselves are not touched. Read their folder again, and the "
                  "study has its list back: %2")
                   .arg(bridge::errorText(*problem), qtPath(session().study().images));
    else if (session().isOpen())
        text =
            tr("No images yet. Choose a folder, or drop one here. Rekindle reads "
               "PNG, JPEG, TIFF, WebP, BMP, DICOM and NIfTI files; nothing is copied or changed.");
    m_empty->setText(text);
    if (problem && m_path->text().isEmpty())
        m_path->setText(qtPath(session().study().images));
    m_stack->setCurrentIndex(0);
    showWarnings({});
    m_shown = nullptr;
    m_images->setManifest(nullptr);
    Q_EMIT markChanged();
}

void ImagesPage::fillClasses(const dataset::Manifest& manifest, const bridge::ImageParts& parts)
{
    std::vector<models::TextTable::Row> rows;
    if (!manifest.labelled())
        rows.push_back({{tr("(no labels)"), false, false, {}}, number(manifest.images.size())});
    for (std::size_t label = 0; label < parts.classes.size(); ++label) {
        const auto& counts = parts.classes[label];
        rows.push_back({{qt(manifest.classes[label]), false, false, {}},
                        number(counts.all),
                        number(counts.train),
                        number(counts.validation),
                        number(counts.test)});
    }
    for (const std::string& folder : manifest.emptyFolders)
        rows.push_back({{qt(folder), false, false, {}},
                        {tr("empty, no class"), false, false, {}},
                        {},
                        {},
                        {}});
    m_classes->setRows(std::move(rows));
}

void ImagesPage::fillSplit(const dataset::Manifest& manifest, const bridge::ImageParts& parts)
{
    if (!manifest.labelled()) {
        m_split->setText(tr("%1 images without labels: fit for pretraining; scoring needs labels.")
                             .arg(countText(manifest.images.size())));
        return;
    }
    if (parts.problem) {
        m_split->setText(tr("These images cannot be split: %1.").arg(qt(parts.problem->message)));
        return;
    }
    QString sentence =
        parts.fromFolder    ? tr("Parts as the folders say: %1 training, %2 validation, %3 test.")
        : manifest.patients ? tr("Parts drawn here, by class and patient: %1 training, %2 "
                                 "validation, %3 test.")
                            : tr("Parts drawn here, by class: %1 training, %2 validation, %3 test. "
                                 "Patients are not known.");
    sentence =
        sentence.arg(countText(parts.train), countText(parts.validation), countText(parts.test));
    if (manifest.patients)
        sentence += tr(" %n patient(s).", nullptr, static_cast<int>(*manifest.patients));
    if (manifest.ignored > 0)
        sentence += tr(" %n other file(s) are no images and were passed over.", nullptr,
                       static_cast<int>(manifest.ignored));
    m_split->setText(sentence);
}

void ImagesPage::fillProblems(const dataset::Manifest& manifest)
{
    std::vector<models::TextTable::Row> rows;
    for (const dataset::Problem& problem : manifest.problems)
        rows.push_back(
            {{qt(problem.file), false, false, {}},
             {qt(problem.kind), false, false, {}},
             {bridge::coreText(problem.message), false, false, bridge::coreText(problem.message)}});
    const Places places = placesOf(manifest);
    for (const auto& group : manifest.duplicates)
        rows.push_back({{qt(group.front()), false, false, {}},
                        {copiesText(places, group), false, false, {}},
                        {tr("The same bytes as %1")
                             .arg(qt(text::join({group.begin() + 1, group.end()}, ", "))),
                         false,
                         false,
                         {}}});
    const auto count = rows.size();
    m_problems->setRows(std::move(rows));
    m_tabs->setTabText(2, count == 0 ? tr("No problems") : tr("Problems (%1)").arg(count));
}

void ImagesPage::openImage(const QModelIndex& index)
{
    if (!index.isValid() || !m_shown || findChild<QDialog*>(QStringLiteral("image")) != nullptr)
        return;
    auto* dialog = new ImageDialog(session(), m_shown, m_images->imageAt(index), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ImagesPage::lookForSlides(const std::filesystem::path& folder)
{
    m_slidesRow->hide();
    m_slidesFolder = folder;
    if (m_slidesJob.running())
        return;
    m_slidesJob.look<std::size_t>(
        [folder](const job::Watch& watch) -> Result<std::size_t> {
            return bridge::slidesIn(folder, watch);
        },
        [this, folder](const Result<std::size_t>& found) {
            if (m_slidesFolder != folder) {
                lookForSlides(m_slidesFolder);
                return;
            }
            if (!found || *found == 0)
                return;
            m_slides = *found;
            m_slidesText->setText(
                tr("This folder holds %n whole slide(s), which are read as tiles.", nullptr,
                   static_cast<int>(m_slides)));
            m_slidesRow->show();
        });
}

void ImagesPage::cutSlides()
{
    if (session().readOnly() || findChild<QDialog*>(QStringLiteral("slides")) != nullptr)
        return;
    auto* dialog = new SlidesDialog(session(), m_slidesFolder, m_slides, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        readFolder(dialog->out());
        showNote(dialog->outcome().join(u'\n'));
    });
    dialog->open();
}

template <class Dialog>
void ImagesPage::chooseBy()
{
    if (!m_shown || m_scan.running() || findChild<ReadingDialog*>() != nullptr)
        return;
    const QModelIndex tile = m_tiles->currentIndex();
    auto* dialog = new Dialog(session(), m_shown, tile.isValid() ? m_images->imageAt(tile) : 0,
                              static_cast<int>(context().runs.views().size()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (m_shown && !m_scan.running())
            read(m_shown->folder, dialog->reading());
    });
    dialog->open();
}

void ImagesPage::fillWarnings(const dataset::Manifest& manifest, const bridge::ImageParts& parts)
{
    QStringList lines;
    if (const auto unreadable = dataset::unreadableFiles(manifest.problems); unreadable > 0)
        lines << tr("%1 of %2 files could not be read and are left out. Names and reasons are "
                    "under Problems. Put them right and press F5, or go on without them.")
                     .arg(countText(unreadable), countText(unreadable + manifest.images.size()));
    QStringList warnings = bridge::warningLines(parts.warnings);
    for (qsizetype i = 0; i < warnings.size(); ++i) {
        if (parts.warnings.items()[static_cast<std::size_t>(i)].kind == "bands" &&
            manifest.bands > 0)
            warnings[i] += u' ' + tr("Bands… above the tiles chooses others.");
    }
    showWarnings(lines + warnings);
}

void ImagesPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().front().isLocalFile())
        event->acceptProposedAction();
}

void ImagesPage::dropEvent(QDropEvent* event)
{
    readFolder(fsPath(event->mimeData()->urls().front().toLocalFile()));
    event->acceptProposedAction();
}

} // namespace rekindle::panels
