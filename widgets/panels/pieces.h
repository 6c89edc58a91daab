#pragma once

// Private to the folder: small building blocks that all pages share.

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

#include <functional>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QAbstractItemModel)
QT_FORWARD_DECLARE_CLASS(QFormLayout)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QTableView)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace rekindle::panels {

/// A white, rounded frame with inner margins.
[[nodiscard]] QFrame* makeCard(QVBoxLayout** layout);
[[nodiscard]] QLabel* makeTitle(const QString& text);
/// Wrapped text that can be selected.
[[nodiscard]] QLabel* makeText(const QString& text = {}, const char* role = nullptr);
[[nodiscard]] QPushButton* makeLink(const QString& text);

/// A table without clutter: no vertical header, no grid, the first column stretched.
[[nodiscard]] QTableView* makeTable(QAbstractItemModel* model, const QString& name);

/// Rows of label and field: all forms of a card have their fields below each other.
[[nodiscard]] QFormLayout* makeForm(QWidget* owner = nullptr);
/// A form row with its label bound to the field, tooltip and accessible name included.
void addField(QFormLayout* form, const QString& label, QWidget* field, const QString& tip = {});

/// How much of something is done; a bar that only moves while nobody knows of how much.
void showProgress(QProgressBar* bar, quint64 done, quint64 total);

/// Facts as pairs of name and value, in two columns.
class FactList : public QWidget
{
    Q_OBJECT

public:
    struct Fact {
        QString name, value;
        QString tip = {}; ///< the expert's word for it
    };
    explicit FactList(QWidget* parent = nullptr);
    void setFacts(const std::vector<Fact>& facts);

private:
    QFormLayout* m_form = nullptr;
};

/// What a page shows when it has nothing to work on: a sentence and links to where that comes from.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const QString& text, QWidget* parent = nullptr);
    void setText(const QString& text);
    QPushButton* addButton(const QString& text);

private:
    QLabel* m_text = nullptr;
    QVBoxLayout* m_layout = nullptr;
};

} // namespace rekindle::panels
