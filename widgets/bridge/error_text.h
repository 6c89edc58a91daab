#pragma once

#include "core/base/error.h"

#include <QString>

namespace rekindle::bridge {

/// What happened, to what, and what to do, as sentences for people.
[[nodiscard]] QString errorText(const Error& error);

/// The same with the stable word of its kind, for "Copy details"; in another language than English
/// also as the core said it, for whoever helps, and with what a library said.
[[nodiscard]] QString errorDetails(const Error& error);

} // namespace rekindle::bridge
