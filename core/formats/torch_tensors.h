#pragma once

#include "core/base/result.h"
#include "core/formats/format.h"
#include "core/pickle/pickle_reader.h"
#include "core/weights/tensor_info.h"

#include <span>
#include <string>
#include <vector>

namespace rekindle::formats {

/// A tensor as a view of a storage; offset and strides in elements, checked to lie inside.
struct TorchView {
    weights::TensorInfo info;
    std::string storage;            ///< key of the storage
    std::uint64_t storageBytes = 0; ///< as the reference claims; 0 for ElementType::Other
    std::uint64_t offset = 0;
    std::vector<std::int64_t> strides;
};

struct TorchContent {
    std::vector<TorchView> tensors;
    std::vector<UnreadTensor> unread; ///< tensors without a plain row of values
    std::string lightningVersion;     ///< of PyTorch Lightning, when its mark is there
};

/// Walks dicts, lists and modules of a pickle and collects its tensors (recipes 3.5). A damaged
/// tensor is an error with its name. Kinds Damaged, Limit.
[[nodiscard]] Result<TorchContent> findTorchTensors(const pickle::Pickle& pickle,
                                                    const std::string& subject);

/// Packs the elements of a view, row-major, from the bytes of its storage.
void gather(const TorchView& view, Bytes storage, std::vector<std::byte>& packed);
/// Whether the elements lie packed and row-major already.
[[nodiscard]] bool isPacked(const TorchView& view);
/// The view's elements, packed: where they lie in the storage, or gathered into `packed`.
[[nodiscard]] Bytes elementsOf(const TorchView& view, Bytes storage,
                               std::vector<std::byte>& packed);
/// Views may repeat what they show; more than twice over is not a network. Kind Limit.
[[nodiscard]] Result<void> checkViews(const std::vector<TorchView>& views,
                                      std::span<const std::size_t> wanted,
                                      const std::string& subject);

} // namespace rekindle::formats
