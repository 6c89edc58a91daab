#pragma once

#include <QString>

#include <string>

QT_FORWARD_DECLARE_CLASS(QComboBox)

namespace rekindle::panels {

/// Offers every scoring protocol, or every method, that has a spec, by its title; the data is its
/// name.
void offerProtocols(QComboBox& box);
void offerMethods(QComboBox& box);

/// In a sentence or a table: "fine-tune", "nearest neighbours".
[[nodiscard]] QString protocolText(const std::string& name);

} // namespace rekindle::panels
