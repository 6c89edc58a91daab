#pragma once

#include <QWidget>

#include <filesystem>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace rekindle::panels {

/// The first thing a newcomer sees: four doors and the studies opened lately.
class WelcomePanel : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePanel(QWidget* parent = nullptr);
    /// Reads the list of recent studies again.
    void refresh();
    void setBusy(bool busy);

Q_SIGNALS:
    void sampleAsked();
    void newStudyAsked();
    void openStudyAsked();
    void exampleAsked();
    void recentAsked(const std::filesystem::path& folder);

private:
    QWidget* m_doors = nullptr;
    QVBoxLayout* m_recent = nullptr;
    QLabel* m_recentTitle = nullptr;
};

} // namespace rekindle::panels
