#pragma once

#include "core/base/result.h"
#include "core/pickle/pickle_value.h"
#include "core/weights/element_type.h"
#include "core/weights/tensor_info.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rekindle::formats {

/// An array of numpy as its pickle describes it: nothing is unpacked yet.
struct NumpyArray {
    weights::TensorInfo info;
    weights::ByteOrder order = weights::ByteOrder::Little;
    bool columnMajor = false;
    pickle::ValueId payload = pickle::kNoValue; ///< Binary, or Text of one code point a byte
};

/// The name that a pickle looks up: a Global, or dill's older way of writing one as two calls.
[[nodiscard]] std::optional<std::pair<std::string_view, std::string_view>>
nameOf(const pickle::PickleValues& values, pickle::ValueId id);

/// What one of numpy's, dill's or jax's calls that rebuild an array would have made, without making
/// it. Empty for other objects and for arrays of anything but numbers. Kinds Damaged, Limit.
[[nodiscard]] Result<std::optional<NumpyArray>>
rebuildNumpyArray(const pickle::PickleValues& values, pickle::ValueId object,
                  const std::string& name, const std::string& subject);

/// The array's bytes, row-major: where they lie in the pickle, or unpacked into `room`. Kind
/// Damaged when there are more or fewer than its shape says.
[[nodiscard]] Result<Bytes> bytesOf(const pickle::PickleValues& values, const NumpyArray& array,
                                    std::vector<std::byte>& room, const std::string& subject);

} // namespace rekindle::formats
