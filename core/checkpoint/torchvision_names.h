#pragma once

#include "core/checkpoint/file_tensors.h"
#include "core/checkpoint/naming.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::checkpoint {

/// Networks that begin where a name is `first` behind a prefix and the name `second` behind the
/// same prefix is there as well. A prefix is empty or ends in a dot.
[[nodiscard]] std::vector<Candidate> findPrefixes(const FileTensors& file, std::string_view first,
                                                  std::string_view second);

/// Names one by one what follows the prefix; `translate` gives the torchvision name, or nothing for
/// a part that is not the backbone's.
[[nodiscard]] std::vector<NamedTensor>
mapEach(const FileTensors& file, const std::string& prefix,
        std::optional<std::string> (*translate)(std::string_view rest));

/// A stage's name as torchvision has it: shortcuts that others call "shortcut" are "downsample".
[[nodiscard]] std::string torchvisionName(std::string name);

/// The naming of torchvision itself, under any prefix: for namings that only tell more about the
/// origin.
[[nodiscard]] std::vector<Candidate> torchvisionCandidates(const FileTensors& file);
[[nodiscard]] std::vector<NamedTensor> mapTorchvision(const FileTensors& file,
                                                      const Candidate& network);

} // namespace rekindle::checkpoint
