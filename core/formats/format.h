#pragma once

#include "core/base/byte_view.h"
#include "core/base/result.h"
#include "core/storage/input_file.h"
#include "core/weights/tensor_info.h"
#include "core/weights/weight_set.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::formats {

/// A checkpoint whose table of tensors is read and checked, its values not yet.
class StoredTensors
{
public:
    virtual ~StoredTensors() = default;

    [[nodiscard]] const std::vector<weights::TensorInfo>& tensors() const { return m_tensors; }
    /// Values of the tensors named by their places in `tensors()`, in that order. Also checks what
    /// checksums the format has over the whole file. Kinds Damaged, Limit, Io.
    [[nodiscard]] virtual Result<std::vector<weights::Tensor>>
    load(std::span<const std::size_t> wanted) = 0;

    std::string format; ///< Checkpoint::format
    std::string writer;
    std::map<std::string, std::string> metadata;

protected:
    std::vector<weights::TensorInfo> m_tensors;
};

/// The first bytes (up to 4,096) and the size of a file.
struct FileStart {
    Bytes bytes;
    std::uint64_t size = 0;
};

/// A file format. A new one is a source file with its `read` and a line in `formats()`.
struct CheckpointFormat {
    std::string_view name;
    /// Whether the bytes are this format's, damaged or not.
    bool (*probe)(const FileStart& start);
    /// Kinds Damaged, Limit, Io, Unknown (the format, but not a checkpoint).
    Result<std::unique_ptr<StoredTensors>> (*read)(std::shared_ptr<const storage::InputFile> file);
};

/// Asked in this order: specific before tolerant.
[[nodiscard]] std::span<const CheckpointFormat> formats();

[[nodiscard]] bool isTorchZip(const FileStart& start);
[[nodiscard]] Result<std::unique_ptr<StoredTensors>>
readTorchZip(std::shared_ptr<const storage::InputFile> file);

[[nodiscard]] bool isSafetensors(const FileStart& start);
[[nodiscard]] Result<std::unique_ptr<StoredTensors>>
readSafetensorsFile(std::shared_ptr<const storage::InputFile> file);

} // namespace rekindle::formats
