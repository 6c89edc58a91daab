#pragma once

#include "core/run/settings.h"

#include <QString>

QT_FORWARD_DECLARE_CLASS(QComboBox)

namespace rekindle::panels {

/// Offers every scoring protocol that has a spec, by its title; the data is its name.
void offerProtocols(QComboBox& box);

/// Puts the chosen protocol into the settings; `passes` where it trains for passes.
void applyProtocol(run::ScoreSettings& settings, const QComboBox& box, int passes);

/// In a sentence or a table: "fine-tune", "nearest neighbours".
[[nodiscard]] QString protocolText(const std::string& name);

} // namespace rekindle::panels
