#pragma once

#include "widgets/bridge/recent_studies.h"
#include "widgets/bridge/self_check.h"

#include <QWidget>

#include <filesystem>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace rekindle::panels {

/// The first thing a newcomer sees: four doors, the studies opened lately with what goes on in
/// them, and what this computer can do.
class WelcomePanel : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePanel(QWidget* parent = nullptr);
    void setBusy(bool busy);

Q_SIGNALS:
    void sampleAsked();
    void newStudyAsked();
    void openStudyAsked();
    void exampleAsked();
    void recentAsked(const std::filesystem::path& folder);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill(const std::vector<bridge::RecentStudy>& recent);

    QWidget* m_doors = nullptr;
    QVBoxLayout* m_recent = nullptr;
    QLabel* m_recentTitle = nullptr;
    QLabel* m_check = nullptr;
    bridge::RecentStudies m_reading;
    bridge::SelfCheck m_checking;
};

} // namespace rekindle::panels
