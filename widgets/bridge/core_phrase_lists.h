#pragma once

// Private to the folder: the lists of which corePhrases() is made.

#include <vector>

namespace rekindle::bridge {

/// Errors, what to do about them, and warnings, by what they are about.
void addImagesErrors(std::vector<const char*>& list);
void addRunsErrors(std::vector<const char*>& list);
void addFilesErrors(std::vector<const char*>& list);

} // namespace rekindle::bridge
