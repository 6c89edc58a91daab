#pragma once

#include "widgets/panels/page.h"

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace rekindle::panels {

class EmptyState;
class FactList;

/// Brings a checkpoint in and says what was loaded of it. Entries can be renamed, and those that
/// nothing uses removed from the study; files are never touched.
class WeightsPage : public Page
{
    Q_OBJECT

public:
    explicit WeightsPage(Context context, QWidget* parent = nullptr);
    [[nodiscard]] Mark mark() const override;
    void addFile(const std::filesystem::path& file);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildContent();
    void browse();
    void refresh() override;
    void refreshPart() override { showCard(); }
    void showCard();
    void choose(const QString& id);
    void rename(const QString& id, const QString& label);
    void askToRemove();
    void remove(const std::string& id);
    /// Why an entry has to stay; empty: nothing uses it.
    [[nodiscard]] QString usedBy(const study::WeightsEntry& entry) const;
    [[nodiscard]] const study::WeightsEntry* chosen() const;
    void fill(const study::WeightsEntry& entry, const bridge::WeightsFacts& facts);

    QLineEdit* m_path = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_browse = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QListWidget* m_list = nullptr;
    QPushButton* m_rename = nullptr;
    QPushButton* m_remove = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_matched = nullptr;
    FactList* m_facts = nullptr;
    bool m_filling = false;
};

} // namespace rekindle::panels
