#pragma once

#include "widgets/panels/page.h"

#include <QDialog>

namespace rekindle::gui {

/// What a page is for, what to do there, and the keys that act everywhere.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HelpDialog(panels::Step step, QWidget* parent = nullptr);

    [[nodiscard]] static QString textOf(panels::Step step);
    [[nodiscard]] static QString keys();
};

} // namespace rekindle::gui
