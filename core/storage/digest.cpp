#include "core/storage/digest.h"

#include "core/base/check.h"
#include "core/storage/input_file.h"

#include <algorithm>
#include <array>
#include <new>
#include <openssl/evp.h>
#include <vector>

namespace rekindle::storage {

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    // It has no other reason to fail.
    if (m_state->context == nullptr ||
        EVP_DigestInit_ex(m_state->context, EVP_sha256(), nullptr) != 1)
        throw std::bad_alloc();
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::span<const std::byte> bytes)
{
    RK_ASSERT(EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size()) == 1);
}

void Sha256::add(std::string_view text)
{
    add(std::as_bytes(std::span(text)));
}

std::string Sha256::hex()
{
    std::array<unsigned char, 32> digest{};
    unsigned int length = 0;
    RK_ASSERT(EVP_DigestFinal_ex(m_state->context, digest.data(), &length) == 1);
    RK_ASSERT(length == digest.size());
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : digest) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::string sha256(std::string_view text)
{
    Sha256 digest;
    digest.add(text);
    return digest.hex();
}

Result<std::string> sha256File(const std::filesystem::path& file)
{
    RK_TRY(const auto input, InputFile::open(file));
    return sha256File(input);
}

Result<std::string> sha256File(const InputFile& input)
{
    Sha256 digest;
    std::vector<std::byte> buffer(1u << 20);
    for (std::uint64_t offset = 0; offset < input.size();) {
        const auto count = std::min<std::uint64_t>(buffer.size(), input.size() - offset);
        const std::span<std::byte> piece(buffer.data(), static_cast<std::size_t>(count));
        RK_CHECK(input.readAt(offset, piece));
        digest.add(piece);
        offset += count;
    }
    return digest.hex();
}

} // namespace rekindle::storage
