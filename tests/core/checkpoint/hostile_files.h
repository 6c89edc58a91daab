#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::test {

/// A member of a zip that a test puts together, with the lies it is to tell.
struct ZipEntry {
    std::string name;
    std::string data;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::string localName;         ///< instead of `name` in the local header
    int sharesHeaderOf = -1;       ///< no bytes of its own: points at an earlier member
    std::uint32_t crcError = 0;    ///< xor-ed onto the checksum
    std::uint64_t claimedSize = 0; ///< instead of the size of `data`, when not 0
};

/// Writes the archive; `method` 8 packs the data with deflate. From 65,535 entries on it ends as
/// PyTorch ends such files, with numbers of 64 bits.
[[nodiscard]] std::string makeZip(const std::vector<ZipEntry>& entries,
                                  const std::string& comment = {});

/// The members of an archive of stored entries, read in the simplest way.
[[nodiscard]] std::vector<ZipEntry> openZip(const std::string& archive);

/// A torch zip around a pickle: "a/data.pkl" and what else is given.
[[nodiscard]] std::string torchZip(std::string_view pickle, std::vector<ZipEntry> more = {});

/// Little-endian bytes of a number.
template <class T>
[[nodiscard]] std::string raw(T value)
{
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

/// A .safetensors of this header and data.
[[nodiscard]] std::string safetensors(const std::string& header, const std::string& data);

} // namespace rekindle::test
