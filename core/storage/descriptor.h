#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace rekindle::storage {

/// An open file of the system, closed at the end of its life. Thin: what may fail is told by errno
/// as the system has it, so that the first failing call decides what the user reads.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] int get() const { return m_fd; }
    /// Closes now; the errno of close, or 0.
    [[nodiscard]] int close();
    /// Hands it over: the caller closes it.
    [[nodiscard]] int release();

private:
    int m_fd = -1;
};

/// Writes everything, going on after short writes and EINTR. Errno of the first failure, or 0.
[[nodiscard]] int writeAll(int fd, std::span<const std::byte> bytes);

/// fsync of an open file; EINTR is repeated, any other failure is final. Errno, or 0.
[[nodiscard]] int syncFile(int fd);

/// fsync of a folder, so that a rename in it survives a power cut. File systems that cannot do this
/// for folders are taken as done. Errno, or 0.
[[nodiscard]] int syncFolder(const std::filesystem::path& folder);

/// Renames without ever replacing something: of two racing callers one gets EEXIST. Errno, or 0.
[[nodiscard]] int renameNew(const std::filesystem::path& from, const std::filesystem::path& to);

/// A name that nobody uses: "<prefix><process id>-<random>", as sweepUnsealed() knows it.
[[nodiscard]] std::string scratchName(const std::string& prefix);

/// Where the entry `file` is listed: its parent, "." for a bare name.
[[nodiscard]] std::filesystem::path parentFolder(const std::filesystem::path& file);

} // namespace rekindle::storage
