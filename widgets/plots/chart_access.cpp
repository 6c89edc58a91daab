#include "widgets/plots/chart_access.h"

#include "widgets/plots/figure_view.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace rekindle::plots {
namespace {

/// Name: the title. Description: the figure's one-sentence summary. Value: the point under the
/// cursor keys.
class ChartInterface : public QAccessibleWidget
{
public:
    explicit ChartInterface(FigureView* view) : QAccessibleWidget(view, QAccessible::Chart) {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const auto* view = qobject_cast<const FigureView*>(object());
        if (view != nullptr && kind == QAccessible::Value)
            return view->readOut();
        return QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface* makeInterface(const QString& className, QObject* object)
{
    if (className != QLatin1String(FigureView::staticMetaObject.className()))
        return nullptr;
    auto* view = qobject_cast<FigureView*>(object);
    return view != nullptr ? new ChartInterface(view) : nullptr;
}

} // namespace

void installChartAccess()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace rekindle::plots
