#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace rekindle::storage {

/// What to do when the target is there already.
enum class Existing { Refuse, Replace };

/// A file that appears whole or not at all: written beside its target with mode 0600, flushed to
/// the disk, renamed, the folder flushed. Destroyed without `commit`, it leaves nothing behind.
/// Handles short writes and EINTR; the errno of the first failing call decides the error (kinds
/// Space, Io, and Usage for a target that exists under Existing::Refuse or is a
/// device or a pipe; a link is replaced and not followed).
class AtomicFile
{
public:
    [[nodiscard]] static Result<AtomicFile> create(const std::filesystem::path& target,
                                                   Existing existing = Existing::Replace);
    AtomicFile(AtomicFile&&) noexcept;
    AtomicFile& operator=(AtomicFile&&) noexcept;
    ~AtomicFile();

    [[nodiscard]] Result<void> write(std::span<const std::byte> bytes);
    [[nodiscard]] Result<void> write(std::string_view text);
    /// After this the target is complete on the disk.
    [[nodiscard]] Result<void> commit();

private:
    struct State;
    explicit AtomicFile(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// The whole of `text` at once.
[[nodiscard]] Result<void> atomicWrite(const std::filesystem::path& target, std::string_view text,
                                       Existing existing = Existing::Replace);

/// Makes a folder with mode 0700 in one that is there, or finds it: what was moved away is not made
/// again by whoever still writes into it. Kinds NotFound, Usage, Space, Io.
[[nodiscard]] Result<void> makeSubfolder(const std::filesystem::path& folder);

/// Makes a folder and its parents with mode 0700; it may be there already.
[[nodiscard]] Result<void> makeFolder(const std::filesystem::path& folder);

/// Turns an errno into an Error with a sentence that says which folder is read-only or full.
[[nodiscard]] Error ioError(int code, std::string_view doing, const std::filesystem::path& file);

/// Bytes free for this user where `path` (or its nearest existing parent) lies.
[[nodiscard]] Result<std::uint64_t> freeSpace(const std::filesystem::path& path);

} // namespace rekindle::storage
