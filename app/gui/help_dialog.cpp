#include "app/gui/help_dialog.h"

#include "app/gui/guide_dialog.h"
#include "widgets/look/look.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace rekindle::gui {

using panels::Step;

QString HelpDialog::textOf(Step step)
{
    if (step == Step::Study)
        return tr(
            "<p>A study is a folder: your question, the list of your images, weights, runs and "
            "results. Everything is saved as you go.</p><p>Write down what you ask, then go "
            "through the pages from top to bottom. A tick on the left says that a page has "
            "what it needs.</p>");
    if (step == Step::Images)
        return tr("<p>Choose the folder of your images; they are read where they are and never "
                  "changed. One folder a class gives labels; folders named train and test give the "
                  "parts.</p><p>Look at <i>Problems</i>: files that could not be read, copies in "
                  "two parts, patients in both. Each makes scores better than they are.</p>");
    if (step == Step::Weights)
        return tr(
            "<p>Starting weights (a checkpoint) are what P2X begins from. Add a file of a "
            "ResNet; nothing in it is run. The card says which network it is, how many layers "
            "were matched, and where it came from.</p>");
    if (step == Step::Inspect)
        return tr(
            "<p>Each filter has a norm: the root of the sum of its squared weights. Very small "
            "ones answer nearly nothing (dead), very large ones drown the others. Choose a "
            "layer at the left, or all; [ and ] step through the layers.</p>");
    if (step == Step::Repair)
        return tr("<p>Repair scales layers that are too large and replaces dead filters, as new "
                  "weights beside the old. The proof compares what both answer to the same "
                  "images.</p>");
    if (step == Step::Pretrain)
        return tr("<p>A pair is two runs that are equal but for their start: P1X from random "
                  "weights, P2X from yours. Both learn from your images without labels.</p><p>Runs "
                  "go on when the window is closed, can be paused, and go on after a power cut. A "
                  "lower loss does not by itself mean better features: that is what scores are "
                  "for.</p>");
    if (step == Step::Score)
        return tr(
            "<p>A score asks what the pretrained weights are worth: with a part of your labels "
            "a classifier is trained and tested on the test images. Score both runs of a pair "
            "in the same way, at the same passes.</p>");
    return tr(
        "<p>The answer: accuracy of P1X and P2X, their difference, and the interval in which it "
        "lies with 95 % certainty. An interval that holds 0 shows no difference.</p><p>With "
        "three pairs or more the interval counts what retraining alone would change.</p>");
}

QString HelpDialog::keys()
{
    const std::vector<std::pair<QString, QString>> all{
        {tr("Ctrl+1 to Ctrl+8"), tr("the pages")},
        {tr("Ctrl+0"), tr("the run queue")},
        {tr("F6, Shift+F6"), tr("next and previous part of the window")},
        {tr("Ctrl+Return"), tr("the main button of the page")},
        {tr("Ctrl+Shift+P"), tr("find an action by its name")},
        {tr("Ctrl+T"), tr("the chart's numbers as a table, and back")},
        {tr("Arrow keys on a chart"), tr("walk along its points")},
        {tr("Ctrl+E"), tr("export the figure")},
        {tr("Ctrl+S"), tr("save a copy of the study")},
    };
    QString rows;
    for (const auto& [key, what] : all)
        rows += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>").arg(key, what);
    return QStringLiteral("<h4>%1</h4><table>%2</table>").arg(tr("Keys"), rows);
}

HelpDialog::HelpDialog(Step step, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("help"));
    setWindowTitle(tr("Help: %1").arg(panels::stepName(step)));
    resize(560, 520);
    auto* text = new QTextBrowser;
    text->setObjectName(QStringLiteral("help-text"));
    text->setAccessibleName(windowTitle());
    text->setHtml(QStringLiteral("<h3>%1</h3>").arg(panels::stepName(step)) + textOf(step) +
                  keys());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* guide = buttons->addButton(tr("User guide"), QDialogButtonBox::ActionRole);
    guide->setObjectName(QStringLiteral("open-guide"));
    guide->setToolTip(tr("The whole guide, in English, at the section of this page."));
    connect(guide, &QPushButton::clicked, this, [this, step] {
        GuideDialog::showFor(step, parentWidget());
        reject();
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::space::kLarge, look::space::kLarge, look::space::kLarge,
                               look::space::kLarge);
    layout->addWidget(text);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace rekindle::gui
