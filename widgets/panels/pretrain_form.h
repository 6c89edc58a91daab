#pragma once

#include "core/run/settings.h"

#include <QWidget>

#include <vector>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QDoubleSpinBox)
QT_FORWARD_DECLARE_CLASS(QFormLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QSpinBox)

namespace rekindle::panels {

/// Epochs as people write them: "5, 10, 20". Anything else is left out.
[[nodiscard]] std::vector<std::int64_t> epochsFromText(const QString& text);
[[nodiscard]] QString textFromEpochs(const std::vector<std::int64_t>& epochs);

/// The settings of a matched pair and of the scores that follow it.
class PretrainForm : public QWidget
{
    Q_OBJECT

public:
    explicit PretrainForm(QWidget* parent = nullptr);

    void setWeights(const std::vector<std::pair<QString, QString>>& idsAndLabels,
                    const QString& preferred);
    [[nodiscard]] QString weights() const;
    /// Fills the form in, as for the sample.
    void setPlan(const run::PretrainSettings& pretrain, const run::ScoreSettings& score);

    [[nodiscard]] run::PretrainSettings pretrain() const;
    [[nodiscard]] bool scores() const;
    [[nodiscard]] run::ScoreSettings score() const;
    /// Snapshots, the last pass and the start weights.
    [[nodiscard]] std::vector<std::int64_t> scoreEpochs() const;
    /// How many images pretraining sees, to spell a pass out in steps; 0 = not known.
    void setImages(std::size_t count);

private:
    void buildRun(QFormLayout* form);
    void buildScore(QFormLayout* form);
    void applyPreset(int preset);
    void describe();

    QComboBox* m_weights = nullptr;
    QComboBox* m_preset = nullptr;
    QSpinBox* m_passes = nullptr;
    QSpinBox* m_batch = nullptr;
    QSpinBox* m_size = nullptr;
    QSpinBox* m_seed = nullptr;
    QDoubleSpinBox* m_rate = nullptr;
    QDoubleSpinBox* m_warmup = nullptr;
    QLineEdit* m_snapshots = nullptr;
    QLabel* m_spelled = nullptr;
    QCheckBox* m_score = nullptr;
    QWidget* m_scoreFields = nullptr;
    QComboBox* m_protocol = nullptr;
    QComboBox* m_share = nullptr;
    QSpinBox* m_repeats = nullptr;
    QSpinBox* m_scorePasses = nullptr;
    run::PretrainSettings m_base; ///< what the form does not show
    run::ScoreSettings m_scoreBase;
    std::size_t m_images = 0;
};

} // namespace rekindle::panels
