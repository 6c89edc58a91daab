#pragma once

#include <QString>

#include <set>
#include <string>

namespace rekindle::panels {

/// A text of a spec (title, unit, meaning, what it accepts, one of its words) for people, in their
/// language.
[[nodiscard]] QString specText(const std::string& text);

/// Every such text that the forms show, in English: what translators must be given, as the specs
/// themselves know nothing of the window.
[[nodiscard]] std::set<std::string> specTexts();

} // namespace rekindle::panels
