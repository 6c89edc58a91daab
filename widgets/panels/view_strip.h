#pragma once

// Private to the folder: a few images beside each other, each with its views below it.

#include <QImage>
#include <QWidget>

#include <vector>

namespace rekindle::panels {

/// Views as large as there is room: those of the largest size below each other, smaller ones in
/// rows under them. Sharp edges stay sharp enough to be judged: nothing is drawn above three times
/// its size.
class ViewStrip : public QWidget
{
    Q_OBJECT

public:
    struct Column {
        QString name; ///< of the image
        std::vector<QImage> views;
    };

    explicit ViewStrip(QWidget* parent = nullptr);
    void setColumns(std::vector<Column> columns);
    /// What is shown is of former settings.
    void setOld(bool old);
    [[nodiscard]] const std::vector<Column>& columns() const { return m_columns; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Shape;
    [[nodiscard]] Shape shape() const;
    [[nodiscard]] int columnAt(int x) const;

    std::vector<Column> m_columns;
    bool m_old = false;
};

} // namespace rekindle::panels
