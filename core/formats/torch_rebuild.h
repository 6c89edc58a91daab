#pragma once

#include "core/base/result.h"
#include "core/formats/torch_tensors.h"
#include "core/pickle/pickle_value.h"

#include <optional>
#include <string>

namespace rekindle::formats {

/// A reference to a storage, as tensors' pickles make it.
struct TorchStorage {
    std::string key;
    weights::ElementType type = weights::ElementType::Other;
    std::uint64_t count = 0; ///< elements; bytes when `width` is 1
    std::uint64_t width = 0; ///< bytes of an element, 0 for classes that are not known
    /// Old files: a part of the storage that goes by a name of its own, in elements.
    std::uint64_t viewBegin = 0;
    std::uint64_t viewCount = 0;
};

/// What a persistent reference says; empty for other values (a module's source) and broken ones.
[[nodiscard]] std::optional<TorchStorage> torchStorage(const pickle::PickleValues& values,
                                                       pickle::ValueId id);

/// Why a tensor that `rebuildTorchView` does not know has no plain row of values; empty for objects
/// that are no tensors.
[[nodiscard]] std::optional<Unread> unreadTensor(const pickle::PickleValues& values,
                                                 pickle::ValueId object);

/// What one of PyTorch's calls that rebuild a tensor would have made, without making it. Empty for
/// an object that is not a tensor, or one of a kind that no network's weights are (sparse,
/// quantised). Kinds Damaged, Limit.
[[nodiscard]] Result<std::optional<TorchView>> rebuildTorchView(const pickle::PickleValues& values,
                                                                pickle::ValueId object,
                                                                const std::string& name,
                                                                const std::string& subject);

} // namespace rekindle::formats
