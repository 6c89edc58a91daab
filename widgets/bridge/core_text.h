#pragma once

#include <QString>

#include <string>
#include <vector>

namespace rekindle::bridge {

/// What the core says, in the language of the window. The core knows no languages: its sentences,
/// some of them read from run folders of last year, are found in the list of phrases with what was
/// filled into them, numbers are written as the window writes them, and all of it is put together
/// anew. A text of which only a part is known stays as it is, since half a sentence in another
/// language is worse than none.
[[nodiscard]] QString coreText(const std::string& text);

/// The phrases: texts of the core with %1, %2 … for what it fills in. Translated under "Core".
[[nodiscard]] const std::vector<const char*>& corePhrases();

} // namespace rekindle::bridge
