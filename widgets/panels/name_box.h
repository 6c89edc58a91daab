#pragma once

#include <QComboBox>

namespace rekindle::panels {

/// A list of names that people gave, as long as they are: one that has no room loses its middle, as
/// two often differ at their ends, and is told in full when somebody points at it.
class NameBox : public QComboBox
{
    Q_OBJECT

public:
    explicit NameBox(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// The name as it has room; the whole one where it fits.
    [[nodiscard]] QString shownText() const;
};

} // namespace rekindle::panels
