#pragma once

#include "core/run/settings.h"

#include <QWidget>

#include <optional>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QFormLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QSpinBox)

namespace rekindle::panels {

class ScoreForm;
class SettingsForm;

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
    void chooseWeights(const QString& id);
    /// Fills the form in, as for the sample or for another pair like one that there is. Without
    /// `score` the pair is pretrained only.
    void setPlan(const run::PretrainSettings& pretrain,
                 const std::optional<run::ScoreSettings>& score, int pairs);

    /// Both: kind Usage names a setting that cannot be, or an entry that is none.
    [[nodiscard]] Result<run::PretrainSettings> pretrain() const;
    [[nodiscard]] Result<run::ScoreSettings> score() const;
    [[nodiscard]] bool scores() const;
    /// How many pairs, from seeds that follow each other.
    [[nodiscard]] int pairs() const;
    /// Snapshots, the last pass and the start weights.
    [[nodiscard]] static std::vector<std::int64_t>
    scoreEpochs(const run::PretrainSettings& settings);
    /// Shows at their fields what `pretrain` and `score` refuse.
    void showProblems();
    /// How many images pretraining sees, to spell a pass out in steps; 0 = not known.
    void setImages(std::size_t count);

Q_SIGNALS:
    void changed(); ///< what would be run; not when the same images are only shown again

private:
    void buildTop(QFormLayout* form);
    void chooseMethod();
    void rebuild();
    void applyPreset(int preset);
    void describe();
    void followLength();
    void checkFields();
    void markPreset();
    [[nodiscard]] std::optional<run::PretrainSettings> presetSettings(int preset) const;

    QComboBox* m_weights = nullptr;
    QComboBox* m_method = nullptr;
    QComboBox* m_preset = nullptr;
    QSpinBox* m_pairs = nullptr;
    SettingsForm* m_settings = nullptr;
    QLabel* m_spelled = nullptr;
    QCheckBox* m_score = nullptr;
    ScoreForm* m_scoreForm = nullptr;
    run::PretrainSettings m_base;        ///< what the form does not show
    std::vector<std::int64_t> m_planned; ///< passes kept, as a preset or plan has them
    std::int64_t m_length = 0;           ///< passes for which the list was cut last
    std::size_t m_images = 0;
};

} // namespace rekindle::panels
