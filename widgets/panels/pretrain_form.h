#pragma once

#include "core/run/settings.h"

#include <QWidget>

#include <vector>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QFormLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QSpinBox)

namespace rekindle::panels {

class ScoreForm;
class SettingsForm;

/// Epochs as people write them: "5, 10, 20". Anything else is left out.
[[nodiscard]] std::vector<std::int64_t> epochsFromText(const QString& text);

/// The settings of a matched pair and of the scores that follow it. The fields come from the
/// settings' specs; a new method or setting needs nothing here.
class PretrainForm : public QWidget
{
    Q_OBJECT

public:
    explicit PretrainForm(QWidget* parent = nullptr);

    void setWeights(const std::vector<std::pair<QString, QString>>& idsAndLabels,
                    const QString& preferred);
    [[nodiscard]] QString weights() const;
    /// Fills the form in, as for the sample.
    void setPlan(const run::PretrainSettings& pretrain, const run::ScoreSettings& score, int pairs);

    /// Both: kind Usage names a setting that cannot be.
    [[nodiscard]] Result<run::PretrainSettings> pretrain() const;
    [[nodiscard]] Result<run::ScoreSettings> score() const;
    [[nodiscard]] bool scores() const;
    /// How many pairs, from seeds that follow each other.
    [[nodiscard]] int pairs() const;
    /// Snapshots, the last pass and the start weights.
    [[nodiscard]] static std::vector<std::int64_t>
    scoreEpochs(const run::PretrainSettings& settings);
    /// How many images pretraining sees, to spell a pass out in steps; 0 = not known.
    void setImages(std::size_t count);

private:
    void buildTop(QFormLayout* form);
    void chooseMethod();
    void rebuild();
    void applyPreset(int preset);
    void describe();

    QComboBox* m_weights = nullptr;
    QComboBox* m_method = nullptr;
    QComboBox* m_preset = nullptr;
    QSpinBox* m_pairs = nullptr;
    SettingsForm* m_settings = nullptr;
    QLabel* m_spelled = nullptr;
    QCheckBox* m_score = nullptr;
    ScoreForm* m_scoreForm = nullptr;
    run::PretrainSettings m_base; ///< what the form does not show
    std::size_t m_images = 0;
};

} // namespace rekindle::panels
