#pragma once

#include "core/figures/figure.h"

#include <QPointF>
#include <QWidget>

#include <memory>

namespace rekindle::plots {

/// Draws any figure: hover read-out, wheel and drag, double-click to fit, cursor keys along the
/// points, the numbers as a table. A new figure of the same id keeps a zoomed view. A line that has
/// an id can be dragged; a row of a map can be chosen, by a click or with Return.
class FigureView : public QWidget
{
    Q_OBJECT

public:
    explicit FigureView(QWidget* parent = nullptr);
    ~FigureView() override;

    void setFigure(figures::Figure figure);
    [[nodiscard]] const figures::Figure& figure() const;
    /// Sentence shown while there is no figure to draw.
    void setPlaceholder(const QString& text);

    [[nodiscard]] bool showsTable() const;
    void setShowsTable(bool table);
    /// The value under the pointer or the cursor keys; empty without.
    [[nodiscard]] QString readOut() const;
    /// Shows everything again.
    void fit();
    [[nodiscard]] bool zoomed() const;
    /// The ends of the x axis as it is shown.
    [[nodiscard]] QPointF shownRange() const;

    /// Puts the lines of this id elsewhere; nothing else is drawn anew.
    void moveMarker(const QString& id, double value);
    /// Frames the rows of this name ("layer1.0.conv2") in maps.
    void markRow(const QString& name);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By the pointer; while it is dragged, and once more with `dropped` when it is let go.
    void markerMoved(const QString& id, double value, bool dropped);
    void rowChosen(const QString& name);
    void readOutChanged(const QString& text);
    void tableShown(bool table);
    /// Another part of the figure is shown: by wheel, drag or fit, not by a new figure.
    void viewChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    /// The ring of who has the keyboard.
    void paintEvent(QPaintEvent* event) override;

private:
    struct Parts;
    void setReadOut(const QString& text);
    void hover(const QPointF& place);
    void walk(int points, int rows);
    [[nodiscard]] bool dragMarker(QMouseEvent& event);

    std::unique_ptr<Parts> m_parts;
};

} // namespace rekindle::plots
