#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace rekindle::storage {

class InputFile;

/// SHA-256, fed in pieces; `hex` ends it. 64 lower-case hexadecimal digits.
class Sha256
{
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();
    void add(std::span<const std::byte> bytes);
    void add(std::string_view text);
    [[nodiscard]] std::string hex();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

[[nodiscard]] std::string sha256(std::string_view text);
[[nodiscard]] Result<std::string> sha256File(const std::filesystem::path& file);
/// Of a file that is open: what is read is what is named, whatever happens to the path.
[[nodiscard]] Result<std::string> sha256File(const InputFile& file);

} // namespace rekindle::storage
