#pragma once

#include "core/base/warning.h"

#include <QStringList>

namespace rekindle::bridge {

/// A line for each warning; `whose` goes before it where several things are told of at once.
[[nodiscard]] QStringList warningLines(const Warnings& warnings, const QString& whose = {});

/// Of what tells in sentences.
[[nodiscard]] Warnings asWarnings(const std::vector<std::string>& sentences);
[[nodiscard]] inline Warnings asWarnings(const Warnings& warnings)
{
    return warnings;
}

} // namespace rekindle::bridge
