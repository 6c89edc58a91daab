#pragma once

namespace rekindle::job {

/// A program that is started without standard input, output or error would give their numbers to
/// the next files that it opens, and what it prints would land in those. Opens /dev/null in their
/// place. Called first of all.
void openStandardFiles();

} // namespace rekindle::job
