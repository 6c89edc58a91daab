#pragma once

#include "widgets/panels/page.h"

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace rekindle::models {
class TextTable;
}

namespace rekindle::panels {

class EmptyState;
class FailureStrip;
class ScoreForm;

/// Turns weights into numbers on the user's own labels.
class ScorePage : public Page
{
    Q_OBJECT

public:
    explicit ScorePage(Context context, QWidget* parent = nullptr);
    [[nodiscard]] Mark mark() const override;

private:
    QWidget* buildForm();
    void refresh() override;
    void fillRuns();
    void fillResults();
    void start();
    bool checkPasses();
    [[nodiscard]] std::vector<std::int64_t> keptEpochs(const std::filesystem::path& folder) const;

    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QPushButton* m_there = nullptr;
    QListWidget* m_runs = nullptr;
    QLineEdit* m_epochs = nullptr;
    QLabel* m_epochsProblem = nullptr;
    FailureStrip* m_failure = nullptr;
    ScoreForm* m_form = nullptr;
    models::TextTable* m_results = nullptr;
    QStringList m_listed;
};

} // namespace rekindle::panels
