#pragma once

#include "core/base/result.h"
#include "core/study/study.h"

#include <filesystem>
#include <string>

namespace rekindle::study {

/// Gives a name for people: to weights (by their id), to a pair ("pair-1", or the folder of one of
/// its runs) or to a score ("pair-1-p1x/scores/finetune-25"); folders are relative to the study,
/// with or without "runs/". No folder is renamed. An empty name takes a given one back. Kinds
/// NotFound, Usage (a name that another pair has, of more than one line or too long), and what
/// changeStudy gives.
[[nodiscard]] Result<void> rename(Study& study, const std::string& what, const std::string& name);

/// The key in Study::names that the run or score in `folder` is named by: its pair, or its folder
/// relative to the study.
[[nodiscard]] std::string namedBy(const Study& study, const std::filesystem::path& folder);

/// What was given for this key; empty: nothing.
[[nodiscard]] std::string givenName(const Names& names, const std::string& key);

/// The given name of a run ("Without blur, P1X") or a score; empty: none was given.
[[nodiscard]] std::string givenNameOf(const Study& study, const std::filesystem::path& folder);

} // namespace rekindle::study
