#pragma once

#include "widgets/panels/page.h"

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPlainTextEdit)
QT_FORWARD_DECLARE_CLASS(QTimer)

namespace rekindle::panels {

class FactList;

/// What is asked, of which images, with which weights: the front page of an open study.
class StudyPage : public Page
{
    Q_OBJECT

public:
    explicit StudyPage(Context context, QWidget* parent = nullptr);
    [[nodiscard]] Mark mark() const override;

private:
    void refresh() override;
    void save();

    QLineEdit* m_title = nullptr;
    QPlainTextEdit* m_question = nullptr;
    FactList* m_facts = nullptr;
    QLabel* m_banner = nullptr;
    QFrame* m_bannerFrame = nullptr;
    QTimer* m_saveTimer = nullptr;
    bool m_filling = false;
};

} // namespace rekindle::panels
