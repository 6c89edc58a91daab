#pragma once

// Private to the folder: the answer of a comparison in words and three large numbers.

#include "core/study/comparison.h"

#include <QWidget>

#include <array>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace rekindle::panels {

/// What was found, then P1X, P2X and their difference in the colours of their curves, then what the
/// numbers hold for.
class VerdictPanel : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictPanel(QWidget* parent = nullptr);
    void setPair(const study::PairComparison& pair);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Block {
        QWidget* box = nullptr;
        QLabel* name = nullptr;
        QLabel* value = nullptr;
        QLabel* spread = nullptr;
    };
    Block makeBlock(const char* id);
    static void fill(const Block& block, const QString& name, const QString& value,
                     const QString& spread);
    void paintNumbers();

    QLabel* m_verdict = nullptr;
    QWidget* m_numbers = nullptr;
    std::array<Block, 3> m_blocks; ///< P1X, P2X, difference
    QLabel* m_details = nullptr;
};

} // namespace rekindle::panels
