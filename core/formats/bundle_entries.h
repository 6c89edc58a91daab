#pragma once

#include "core/archive/level_table.h"
#include "core/base/result.h"
#include "core/weights/tensor_info.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rekindle::formats {

/// A tensor of a TensorFlow bundle, as its index describes it (tensor_bundle.proto).
struct BundleEntry {
    weights::TensorInfo info; ///< container empty
    bool plain = false;       ///< of a type with a fixed width
    bool text = false;        ///< strings, whose bytes are not a plain row
    std::uint64_t shard = 0;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint32_t crc = 0; ///< masked
};

struct BundleIndex {
    std::uint64_t shards = 1;
    weights::ByteOrder order = weights::ByteOrder::Little;
    std::vector<BundleEntry> entries; ///< in the order of their keys
};

/// Reads the messages of an index. Kinds Damaged, Limit, Unknown (parts of one variable in several
/// entries).
[[nodiscard]] Result<BundleIndex> readBundleIndex(const std::vector<archive::TableEntry>& table,
                                                  const std::string& subject);

/// What tf.train.Checkpoint says about its keys.
struct ObjectGraph {
    std::map<std::string, std::string> names; ///< the variable's own name by key
    std::map<std::string, std::size_t> order; ///< when its object was met, parents first
};
[[nodiscard]] ObjectGraph readObjectGraph(Bytes message);

/// Names for the tensors of such a checkpoint: its variables' own where no two are alike. Else
/// kernels and normalisations are numbered in the order of their objects, if that is the network's,
/// as "<parent>/conv2d_3/kernel" and "<parent>/batch_normalization_3/beta"; all others are called
/// by their keys.
[[nodiscard]] std::map<std::string, std::string>
variableNames(const ObjectGraph& graph, const std::vector<BundleEntry>& entries);

/// Its key, and what ends the keys of all variables.
inline constexpr std::string_view kObjectGraph = "_CHECKPOINTABLE_OBJECT_GRAPH";
inline constexpr std::string_view kVariableEnd = "/.ATTRIBUTES/VARIABLE_VALUE";

} // namespace rekindle::formats
