#include "core/storage/file_parts.h"

#include "core/storage/digest.h"

#include <algorithm>

namespace rekindle::storage {
namespace {

constexpr std::size_t kLongestName = 255;

/// A name that can only mean an entry of the folder itself.
bool isBareName(const std::string& name)
{
    return !name.empty() && name.size() <= kLongestName && name != "." && name != ".." &&
           name.find('/') == std::string::npos && name.find('\0') == std::string::npos;
}

} // namespace

Result<FileParts> FileParts::open(const std::filesystem::path& first)
{
    RK_TRY(auto file, InputFile::open(first));
    FileParts parts;
    parts.m_opened.push_back(std::make_shared<const InputFile>(std::move(file)));
    return parts;
}

Result<std::shared_ptr<const InputFile>> FileParts::sibling(const std::string& name)
{
    const std::filesystem::path& path = first()->path();
    if (!isBareName(name))
        return fail(ErrorKind::Damaged, "The file names a part that does not lie beside it",
                    path.string(), "Get the file from another source.");
    for (const auto& part : m_opened) {
        if (part->path().filename() == name)
            return part;
    }
    if (m_opened.size() >= kMostParts)
        return fail(ErrorKind::Limit, "The file names over 1,000 further parts", path.string(),
                    "Get the file from another source.");
    auto opened = InputFile::open(path.parent_path() / name);
    if (!opened && opened.error().kind == ErrorKind::NotFound)
        return fail(ErrorKind::NotFound, "A part of '" + path.filename().string() + "' is missing",
                    (path.parent_path() / name).string(),
                    "Fetch all parts and keep them in one folder.");
    RK_TRY(auto file, std::move(opened));
    m_opened.push_back(std::make_shared<const InputFile>(std::move(file)));
    return m_opened.back();
}

std::uint64_t FileParts::bytes() const
{
    std::uint64_t sum = 0;
    for (const auto& part : m_opened)
        sum += part->size();
    return sum;
}

Result<std::string> FileParts::sha256() const
{
    std::vector<std::string> digests;
    for (const auto& part : m_opened) {
        RK_TRY(auto digest, sha256File(*part));
        digests.push_back(std::move(digest));
    }
    if (digests.size() == 1)
        return digests.front();
    std::sort(digests.begin(), digests.end());
    Sha256 all;
    for (const std::string& digest : digests)
        all.add(digest + '\n');
    return all.hex();
}

} // namespace rekindle::storage
