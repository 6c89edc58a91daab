#include "core/storage/table_file.h"

#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/storage/digest.h"
#include "core/storage/hdf5_image.h"
#include "core/storage/input_file.h"

#include <span>

namespace rekindle::storage {
namespace {

std::string digestOf(std::span<const std::byte> bytes)
{
    Sha256 digest;
    digest.add(bytes);
    return digest.hex();
}

/// What was read back has everything that was to be written.
bool holdsAll(const Table& written, const Table& back)
{
    if (written.attributes != back.attributes || written.arrays.size() != back.arrays.size())
        return false;
    for (const auto& [name, array] : written.arrays) {
        const auto found = back.arrays.find(name);
        if (found == back.arrays.end() || found->second.shape != array.shape ||
            found->second.values.index() != array.values.index())
            return false;
    }
    return true;
}

/// Put together and read back before the first byte goes to a disk.
Result<std::vector<std::byte>> checkedBytes(const Table& table, const std::string& subject)
{
    RK_TRY(auto bytes, toHdf5(table, subject));
    const auto back = fromHdf5(bytes, subject);
    if (!back || !holdsAll(table, *back))
        return fail(ErrorKind::Internal, "The table could not be read back, so it is not kept",
                    subject, "Please report this.");
    return bytes;
}

Result<void> writeBytes(const std::filesystem::path& file, std::span<const std::byte> bytes,
                        Existing existing)
{
    RK_TRY(auto target, AtomicFile::create(file, existing));
    RK_CHECK(target.write(bytes));
    return target.commit();
}

} // namespace

Result<std::string> writeTable(const std::filesystem::path& file, const Table& table,
                               Existing existing)
{
    const std::string subject = file.string();
    return guard(subject, [&]() -> Result<std::string> {
        RK_TRY(const auto bytes, checkedBytes(table, subject));
        RK_CHECK(writeBytes(file, bytes, existing));
        return digestOf(bytes);
    });
}

Result<std::filesystem::path> storeTable(const std::filesystem::path& folder,
                                         std::string_view ending, const Table& table)
{
    const std::string subject = folder.string();
    return guard(subject, [&]() -> Result<std::filesystem::path> {
        RK_TRY(const auto bytes, checkedBytes(table, subject));
        const std::string digest = digestOf(bytes);
        const auto file = folder / (digest + std::string(ending));
        if (const auto there = sha256File(file); there && *there == digest)
            return file;
        RK_CHECK(makeFolder(folder));
        RK_CHECK(writeBytes(file, bytes, Existing::Replace));
        return file;
    });
}

Result<Table> readTable(const std::filesystem::path& file, const std::string& sha256)
{
    const std::string subject = file.string();
    return guard(subject, [&]() -> Result<Table> {
        RK_TRY(const auto input, InputFile::open(file));
        if (input.size() > kLargestTable)
            return fail(ErrorKind::Limit,
                        "This table has " + text::bytes(input.size()) + "; tables over " +
                            text::bytes(kLargestTable) + " are not read",
                        subject);
        RK_TRY(const auto bytes, input.read(0, input.size()));
        if (digestOf(bytes) != sha256)
            return fail(ErrorKind::Damaged, "The table differs from its checksum", subject,
                        "Make it again, or take it from a copy.");
        return fromHdf5(bytes, subject);
    });
}

} // namespace rekindle::storage
