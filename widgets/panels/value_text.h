#pragma once

#include <QString>

#include <string>

namespace rekindle::panels {

/// A word that a setting takes, in words for people: "per_batch" is "one for the batch". A word
/// that is not known stays as it is.
[[nodiscard]] QString valueText(const std::string& word);
/// auto, cpu, cuda or cuda:N.
[[nodiscard]] QString deviceText(const std::string& device);
/// What stands behind this number: "core" behind 1, "cores" behind 4.
[[nodiscard]] QString unitText(const std::string& unit, double value);

/// "resnet18/16" is "ResNet-18, 16 channels wide"; names beyond that stay as they are.
[[nodiscard]] QString networkText(const std::string& name);
/// "torch-zip" is "PyTorch".
[[nodiscard]] QString formatText(const std::string& name);
/// "simclr" is "SimCLR".
[[nodiscard]] QString methodText(const std::string& name);

} // namespace rekindle::panels
