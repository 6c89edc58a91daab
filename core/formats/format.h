#pragma once

#include "core/base/byte_view.h"
#include "core/base/result.h"
#include "core/storage/file_parts.h"
#include "core/weights/element_type.h"
#include "core/weights/tensor_info.h"

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::formats {

/// The stored numbers of one tensor, packed row-major.
struct RawTensor {
    weights::ElementType type = weights::ElementType::Other;
    weights::ByteOrder order = weights::ByteOrder::Little;
    Bytes packed;
};

/// Why a tensor of a file has no row of numbers to be read.
enum class Unread {
    Meta,      ///< it was never filled: shapes without values
    Quantised, ///< whole numbers with scales
    Sparse,    ///< only the values that are not 0
    Shared     ///< one process's part of it
};

struct UnreadTensor {
    std::string name;
    Unread why = Unread::Meta;
};

/// A checkpoint whose table of tensors is read and checked, its values not yet.
class StoredTensors
{
public:
    /// Takes one tensor: its place in `wanted`, its bytes, which live no longer than the call.
    using Take = std::function<Result<void>(std::size_t nth, const RawTensor& raw)>;

    virtual ~StoredTensors() = default;

    [[nodiscard]] const std::vector<weights::TensorInfo>& tensors() const { return m_tensors; }
    /// Hands over the tensors named by their places in `tensors()`, one at a time and in the order
    /// that suits the file; none of ElementType::Other. Also checks what checksums the format has
    /// over the whole file. Kinds Damaged, Limit, Io, Memory, and those of `take`.
    [[nodiscard]] virtual Result<void> load(std::span<const std::size_t> wanted,
                                            const Take& take) = 0;

    std::string format;     ///< Checkpoint::format
    bool checksums = false; ///< whether the format notices when a value has changed
    std::string writer;
    std::map<std::string, std::string> metadata;
    std::vector<UnreadTensor> unread; ///< not among `tensors()`

protected:
    std::vector<weights::TensorInfo> m_tensors;
};

/// What is seen of a file before it is known what it is.
struct Glimpse {
    std::string name; ///< without its folder; content decides, never the name alone
    std::uint64_t size = 0;
    Bytes start; ///< up to 4,096 bytes
    Bytes end;   ///< up to 64 bytes
};

/// A container: bytes to named, typed tensors.
struct CheckpointFormat {
    std::string_view name;
    /// Whether the bytes are this format's, damaged or not.
    bool (*probe)(const Glimpse& glimpse);
    /// Reads the table. Files beside the first one are opened through `parts`, all of them here and
    /// none later, since a checkpoint's SHA-256 covers what was opened. Kinds Damaged, Limit, Io,
    /// Memory, NotFound (a part is missing), Unknown (the format, but not a checkpoint).
    Result<std::unique_ptr<StoredTensors>> (*read)(storage::FileParts& parts);
};

/// All that the product reads. Asked in this order: specific before tolerant.
[[nodiscard]] std::span<const CheckpointFormat> formats();

} // namespace rekindle::formats
