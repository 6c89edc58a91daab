#include "widgets/panels/export_dialog.h"

#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/pieces.h"
#include "widgets/plots/figure_export.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace rekindle::panels {
namespace {

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
    setMinimumWidth(520);
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
    m_height = makeMillimetres(0, 0);
    m_height->setSpecialValueText(tr("two thirds of the width"));
    m_path = new QLineEdit(QDir(folder).filePath(
        bridge::qt(m_figure.id.empty() ? "figure" : m_figure.id) + QStringLiteral(".pdf")));
    m_path->setObjectName(QStringLiteral("export-path"));
    auto* browse = new QPushButton(tr("Browse…"));
    auto* path = new QWidget;
    auto* pathLayout = new QHBoxLayout(path);
    pathLayout->setContentsMargins({});
    pathLayout->addWidget(m_path, 1);
    pathLayout->addWidget(browse);
    path->setFocusProxy(m_path);
    m_replace = new QCheckBox(tr("Replace files that exist"));
    auto* form = new QFormLayout;
    form->setVerticalSpacing(look::space::kSmall);
    addField(form, tr("&Format"), m_format);
    addField(form, tr("&Size"), m_preset);
    addField(form, tr("&Width"), m_width);
    addField(form, tr("&Height"), m_height);
    addField(form, tr("F&ile"), path);
    m_path->setAccessibleName(tr("File"));
    m_message = makeText();
    m_message->setObjectName(QStringLiteral("export-message"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("export-save"));
    look::setRole(m_save, "main");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::space::kLarge, look::space::kLarge, look::space::kLarge,
                               look::space::kLarge);
    layout->setSpacing(look::space::kMedium);
    layout->addLayout(form);
    layout->addWidget(m_replace);
    layout->addWidget(makeText(tr("The plotted numbers are written beside it as CSV. Files are "
                                  "always light, with text as text."),
                               "muted"));
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::setEnding);
    connect(m_preset, &QComboBox::currentIndexChanged, this,
            [this] { m_width->setValue(m_preset->currentData().toDouble()); });
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
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
    plots::ExportSettings settings;
    settings.widthMm = m_width->value();
    settings.heightMm = m_height->value();
    settings.replace = m_replace->isChecked();
    const auto result = plots::exportFigure(m_figure, bridge::fsPath(m_path->text()), settings);
    if (!result) {
        look::setRole(m_message, "bad");
        m_message->setText(bridge::errorText(result.error()));
        return;
    }
    Q_EMIT exported(m_path->text());
    accept();
}

} // namespace rekindle::panels
