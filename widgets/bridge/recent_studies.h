#pragma once

#include <filesystem>
#include <optional>
#include <vector>

namespace rekindle::bridge {

/// Studies opened lately, newest first, those that are gone left out. Kept per user.
/// Looks at each folder: not on the GUI thread.
[[nodiscard]] std::vector<std::filesystem::path> recentStudies();
void rememberStudy(const std::filesystem::path& folder);

/// Where new studies go: "Rekindle" in the user's documents, or $REKINDLE_STUDIES.
[[nodiscard]] std::filesystem::path studiesFolder();
/// `stem`, `stem-2`, ...: the first that is not there yet.
[[nodiscard]] std::filesystem::path freeStudyFolder(const std::string& stem);

/// The shipped study with finished results, if it is beside this program.
[[nodiscard]] std::optional<std::filesystem::path> finishedExample();

} // namespace rekindle::bridge
