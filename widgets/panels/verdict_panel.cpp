#include "widgets/panels/verdict_panel.h"

#include "widgets/bridge/core_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/shown_number.h"
#include "widgets/look/look.h"
#include "widgets/panels/pieces.h"
#include "widgets/plots/role_colour.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace rekindle::panels {
namespace {

using bridge::fixedNumber;
using bridge::qt;
using bridge::shortNumber;
using bridge::signedNumber;

QString percent(double share)
{
    return fixedNumber(100 * share, 1);
}

QString points(double share)
{
    return signedNumber(100 * share, 1);
}

QString verdictOf(const study::PairComparison& pair)
{
    if (!pair.notComparable.empty())
        return bridge::coreText(pair.notComparable);
    const study::ComparisonPoint* last = pair.trained();
    if (last == nullptr)
        return VerdictPanel::tr("Nothing that was trained was scored on both sides yet.");
    if (last->low <= 0 && last->high >= 0)
        return VerdictPanel::tr("No difference between P1X and P2X can be shown with these data.");
    return last->difference > 0
               ? VerdictPanel::tr("P2X, which starts from your weights, scored higher than P1X.")
               : VerdictPanel::tr("P1X, which starts from random weights, scored higher than P2X.");
}

QString spreadOf(const study::ArmPoint& arm, std::size_t runs)
{
    const int count = static_cast<int>(arm.values.size());
    if (runs > 1)
        return VerdictPanel::tr("± %1, %n pretraining run(s)", nullptr, count).arg(percent(arm.sd));
    if (count > 1)
        return VerdictPanel::tr("± %1, %n repeat(s)", nullptr, count).arg(percent(arm.sd));
    return VerdictPanel::tr("one repeat");
}

QString baselineText(const study::NoSecondStage& baseline)
{
    const QString score = baseline.score.values.size() > 1 && baseline.score.sd > 0
                              ? VerdictPanel::tr("%1 ± %2 %")
                                    .arg(percent(baseline.score.mean), percent(baseline.score.sd))
                              : VerdictPanel::tr("%1 %").arg(percent(baseline.score.mean));
    return VerdictPanel::tr("Without a second stage the original weights scored %1; P2X minus that "
                            "%2 points, %3 to %4.")
        .arg(score, points(baseline.difference), points(baseline.low), points(baseline.high));
}

QString detailsOf(const study::PairComparison& pair, const study::ComparisonPoint& last)
{
    const QString over =
        pair.testPatients > 0
            ? VerdictPanel::tr("%n test patient(s)", nullptr, static_cast<int>(pair.testPatients))
            : VerdictPanel::tr("%n test image(s)", nullptr, static_cast<int>(pair.testImages));
    const QString passes = last.epoch == 1
                               ? VerdictPanel::tr("one pass")
                               : VerdictPanel::tr("%1 passes").arg(shortNumber(last.epoch));
    QStringList words{
        VerdictPanel::tr("Accuracy after %1, on %2.").arg(passes, over),
        VerdictPanel::tr("Balanced accuracy %1 % and %2 %, chance %3 %.")
            .arg(percent(last.p1x.balanced), percent(last.p2x.balanced), percent(pair.chance))};
    if (pair.noSecondStage)
        words << baselineText(*pair.noSecondStage);
    words << (pair.runsPerArm > 1
                  ? VerdictPanel::tr("The interval counts retraining and other test images.")
                  : VerdictPanel::tr("One pretraining run per arm; how much retraining alone would "
                                     "change is not covered."));
    return words.join(u' ');
}

} // namespace

VerdictPanel::VerdictPanel(QWidget* parent) : QWidget(parent)
{
    m_verdict = makeText();
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setFont(look::font(look::Type::Title));
    m_numbers = new QWidget;
    auto* row = new QHBoxLayout(m_numbers);
    row->setContentsMargins({});
    row->setSpacing(2 * look::space::kLarge);
    const std::array ids{"verdict-p1x", "verdict-p2x", "verdict-difference"};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        m_blocks[i] = makeBlock(ids[i]);
        row->addWidget(m_blocks[i].box);
    }
    row->addStretch(1);
    m_details = makeText({}, "muted");
    m_details->setObjectName(QStringLiteral("verdict-details"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kTight);
    layout->addWidget(m_verdict);
    layout->addWidget(m_numbers);
    layout->addWidget(m_details);
    paintNumbers();
}

VerdictPanel::Block VerdictPanel::makeBlock(const char* id)
{
    Block block;
    block.box = new QWidget;
    block.box->setObjectName(QString::fromLatin1(id));
    block.name = new QLabel;
    block.value = new QLabel;
    block.value->setObjectName(QString::fromLatin1(id) + QStringLiteral("-value"));
    block.value->setFont(look::font(look::Type::Display));
    block.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    block.spread = new QLabel;
    look::setRole(block.spread, "muted");
    auto* column = new QVBoxLayout(block.box);
    column->setContentsMargins({});
    column->setSpacing(0);
    for (QLabel* label : {block.name, block.value, block.spread})
        column->addWidget(label);
    return block;
}

void VerdictPanel::fill(const Block& block, const QString& name, const QString& value,
                        const QString& spread)
{
    block.name->setText(name);
    block.value->setText(value);
    block.value->setAccessibleName(tr("%1: %2").arg(name, value));
    block.spread->setText(spread);
}

void VerdictPanel::setPair(const study::PairComparison& pair)
{
    m_verdict->setText(verdictOf(pair));
    const study::ComparisonPoint* last = pair.trained();
    const bool numbers = last != nullptr && pair.notComparable.empty();
    m_numbers->setVisible(numbers);
    m_details->setVisible(numbers);
    if (!numbers)
        return;
    fill(m_blocks[0], tr("P1X"), tr("%1 %").arg(percent(last->p1x.mean)),
         spreadOf(last->p1x, pair.runsPerArm));
    fill(m_blocks[1], tr("P2X"), tr("%1 %").arg(percent(last->p2x.mean)),
         spreadOf(last->p2x, pair.runsPerArm));
    const QString p = qt(study::pText(last->pValue));
    fill(m_blocks[2], tr("Difference, P2X − P1X"), tr("%1 points").arg(points(last->difference)),
         tr("95 % interval %1 to %2, p %3")
             .arg(points(last->low), points(last->high),
                  p.startsWith(u'<') ? bridge::withShownNumbers(p)
                                     : QStringLiteral("= ") + bridge::withShownNumbers(p)));
    m_details->setText(detailsOf(pair, *last));
}

void VerdictPanel::paintNumbers()
{
    using figures::Role;
    const std::array roles{Role::P1x, Role::P2x, Role::Difference};
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const QString sheet = QStringLiteral("color: %1").arg(plots::roleColour(roles[i]).name());
        if (m_blocks[i].value->styleSheet() != sheet)
            m_blocks[i].value->setStyleSheet(sheet);
    }
}

void VerdictPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintNumbers();
}

} // namespace rekindle::panels
