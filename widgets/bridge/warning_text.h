#pragma once

#include "core/base/warning.h"

#include <QStringList>

namespace rekindle::bridge {

/// A line for each warning; `whose` goes before it where several things are told of at once.
[[nodiscard]] QStringList warningLines(const Warnings& warnings, const QString& whose = {});

} // namespace rekindle::bridge
