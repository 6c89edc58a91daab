#include "widgets/panels/field_problem.h"

#include "widgets/look/look.h"
#include "widgets/panels/pieces.h"

#include <QStyle>

namespace rekindle::panels {

QLabel* makeProblemLine()
{
    QLabel* line = makeText({}, "bad");
    line->setFont(look::font(look::Type::Small));
    line->hide();
    return line;
}

void showFieldProblem(QWidget* field, QLabel* line, const QString& problem)
{
    if (line->text() == problem && line->isHidden() == problem.isEmpty())
        return;
    line->setText(problem);
    line->setVisible(!problem.isEmpty());
    field->setProperty("wrong", !problem.isEmpty());
    field->style()->unpolish(field);
    field->style()->polish(field);
    field->setAccessibleDescription(problem.isEmpty() ? field->toolTip() : problem);
}

} // namespace rekindle::panels
