#pragma once

#include "core/base/result.h"
#include "core/figures/figure.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rekindle::cli {

enum class Overwrite { Refuse, Allow };

/// Kind Usage if the file is there and may not be replaced; before any work is done.
[[nodiscard]] Result<void> checkOutput(const std::filesystem::path& file, Overwrite overwrite);

/// Kind Usage for an ending that is none of pdf, svg, png; and checkOutput for it and its CSV.
[[nodiscard]] Result<void> checkFigureFile(const std::filesystem::path& file, Overwrite overwrite);

/// Draws a figure with the window's program (`rekindle --render`) and writes its numbers as CSV
/// beside it. Returns what was written. Kinds NotFound (the window is not installed), Io, Space.
[[nodiscard]] Result<std::vector<std::filesystem::path>>
writeFigure(const figures::Figure& figure, const std::filesystem::path& file);

} // namespace rekindle::cli
