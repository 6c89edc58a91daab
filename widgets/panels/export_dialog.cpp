#include "widgets/panels/export_dialog.h"

#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/shown_number.h"
#include "widgets/look/look.h"
#include "widgets/panels/pieces.h"
#include "widgets/plots/figure_export.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace rekindle::panels {
namespace {

constexpr QSize kPreviewRoom(360, 300);
constexpr int kPreviewMs = 120; ///< after the last change

QDoubleSpinBox* makeMillimetres(double low, double value)
{
    auto* box = new QDoubleSpinBox;
    box->setRange(low, 400);
    box->setDecimals(1);
    box->setSuffix(ExportDialog::tr(" mm"));
    box->setValue(value);
    return box;
}

} // namespace

ExportDialog::ExportDialog(figures::Figure figure, const QString& folder, QWidget* parent)
    : QDialog(parent), m_figure(std::move(figure))
{
    setWindowTitle(tr("Export figure"));
    m_path = new QLineEdit(QDir(folder).filePath(
        bridge::qt(m_figure.id.empty() ? "figure" : m_figure.id) + QStringLiteral(".pdf")));
    m_path->setObjectName(QStringLiteral("export-path"));
    m_message = makeText();
    m_message->setObjectName(QStringLiteral("export-message"));
    m_message->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("export-save"));
    look::setRole(m_save, "main");
    auto* row = new QHBoxLayout;
    row->setSpacing(look::space::kLarge);
    row->addWidget(buildForm(), 1);
    row->addWidget(buildPreview());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::space::kLarge, look::space::kLarge, look::space::kLarge,
                               look::space::kLarge);
    layout->setSpacing(look::space::kMedium);
    layout->addLayout(row);
    layout->addWidget(m_message);
    layout->addStretch();
    layout->addWidget(buttons);
    m_previewTimer = new QTimer(this);
    m_previewTimer->setSingleShot(true);
    m_previewTimer->setInterval(kPreviewMs);
    connect(m_previewTimer, &QTimer::timeout, this, &ExportDialog::drawPreview);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::setEnding);
    connect(m_preset, &QComboBox::currentIndexChanged, this,
            [this] { m_width->setValue(m_preset->currentData().toDouble()); });
    for (QDoubleSpinBox* box : {m_width, m_height})
        connect(box, &QDoubleSpinBox::valueChanged, m_previewTimer, qOverload<>(&QTimer::start));
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_previewTimer->start(0);
}

QWidget* ExportDialog::buildForm()
{
    m_format = new QComboBox;
    m_format->setObjectName(QStringLiteral("export-format"));
    m_format->addItem(tr("PDF (vector)"), QStringLiteral("pdf"));
    m_format->addItem(tr("SVG (vector)"), QStringLiteral("svg"));
    m_format->addItem(tr("PNG (300 dots an inch)"), QStringLiteral("png"));
    m_preset = new QComboBox;
    m_preset->addItem(tr("Single column, 89 mm"), 89.0);
    m_preset->addItem(tr("One and a half columns, 136 mm"), 136.0);
    m_preset->addItem(tr("Double column, 183 mm"), 183.0);
    m_width = makeMillimetres(30, 89);
    m_width->setObjectName(QStringLiteral("export-width"));
    m_height = makeMillimetres(0, 0);
    m_height->setSpecialValueText(tr("two thirds of the width"));
    auto* browseButton = new QPushButton(tr("Browse…"));
    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    auto* path = new QWidget;
    auto* pathLayout = new QHBoxLayout(path);
    pathLayout->setContentsMargins({});
    pathLayout->addWidget(m_path, 1);
    pathLayout->addWidget(browseButton);
    path->setFocusProxy(m_path);
    auto* side = new QWidget;
    side->setMinimumWidth(380);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    auto* form = makeForm();
    addField(form, tr("&Format"), m_format);
    addField(form, tr("&Size"), m_preset);
    addField(form, tr("&Width"), m_width);
    addField(form, tr("&Height"), m_height);
    addField(form, tr("F&ile"), path);
    m_path->setAccessibleName(tr("File"));
    layout->addLayout(form);
    layout->addWidget(makeText(tr("The plotted numbers are written beside it as CSV. Files are "
                                  "always light, with text as text."),
                               "muted"));
    layout->addStretch();
    return side;
}

/// What comes out, in its true size as long as there is room.
QWidget* ExportDialog::buildPreview()
{
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    m_preview = new QLabel;
    m_preview->setObjectName(QStringLiteral("export-preview"));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setFixedSize(kPreviewRoom);
    m_preview->setAccessibleName(tr("Preview"));
    m_size = new QLabel;
    m_size->setObjectName(QStringLiteral("export-size"));
    m_size->setAlignment(Qt::AlignCenter);
    look::setRole(m_size, "muted");
    layout->addWidget(m_preview);
    layout->addWidget(m_size);
    return side;
}

plots::ExportSettings ExportDialog::settings() const
{
    plots::ExportSettings settings;
    settings.widthMm = m_width->value();
    settings.heightMm = m_height->value();
    settings.locale = QLocale();
    return settings;
}

void ExportDialog::drawPreview()
{
    const plots::ExportSettings now = settings();
    const double dots = logicalDpiX() * devicePixelRatioF();
    QImage image = plots::previewFigure(m_figure, now, dots, kPreviewRoom * devicePixelRatioF());
    image.setDevicePixelRatio(devicePixelRatioF());
    m_preview->setPixmap(QPixmap::fromImage(image));
    m_size->setText(tr("%1 × %2 mm")
                        .arg(bridge::fixedNumber(now.widthMm, 1),
                             bridge::fixedNumber(plots::heightMm(m_figure, now), 1)));
}

void ExportDialog::browse()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export figure"), m_path->text(),
                                                      tr("Figures (*.pdf *.svg *.png)"), nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty())
        m_path->setText(file);
}

void ExportDialog::setEnding()
{
    const QFileInfo file(m_path->text());
    const QString name = file.completeBaseName() + u'.' + m_format->currentData().toString();
    m_path->setText(QDir(file.path()).filePath(name));
}

void ExportDialog::save()
{
    QStringList files;
    for (const auto& file : plots::inTheWay(m_figure, bridge::fsPath(m_path->text()), settings()))
        files << bridge::qtPath(file.filename());
    if (files.isEmpty())
        write(false);
    else
        askToReplace(files);
}

/// Once for picture and numbers together.
void ExportDialog::askToReplace(const QStringList& files)
{
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("Replace files"),
        tr("Of this export %n file(s) exist already: %1.", nullptr, static_cast<int>(files.size()))
            .arg(files.join(QStringLiteral(", "))),
        QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("export-question"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* replace = question->addButton(tr("Replace"), QMessageBox::AcceptRole);
    replace->setObjectName(QStringLiteral("export-replace"));
    QPushButton* keep = question->addButton(tr("Choose another name"), QMessageBox::RejectRole);
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    connect(
        replace, &QPushButton::clicked, this, [this] { write(true); }, Qt::QueuedConnection);
    connect(
        keep, &QPushButton::clicked, this, [this] { m_path->setFocus(); }, Qt::QueuedConnection);
    question->open();
}

void ExportDialog::write(bool replace)
{
    plots::ExportSettings wish = settings();
    wish.replace = replace;
    const auto result = plots::exportFigure(m_figure, bridge::fsPath(m_path->text()), wish);
    if (result) {
        Q_EMIT exported(m_path->text());
        accept();
        return;
    }
    look::setRole(m_message, "bad");
    m_message->setText(bridge::errorText(result.error()));
    m_message->show();
    // The dialog grows by the lines of the message; the form keeps its size.
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace rekindle::panels
