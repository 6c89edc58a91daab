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

} // namespace

Result<std::string> writeTable(const std::filesystem::path& file, const Table& table,
                               Existing existing)
{
    const std::string subject = file.string();
    return guard(subject, [&]() -> Result<std::string> {
        RK_TRY(const auto bytes, toHdf5(table, subject));
        const auto back = fromHdf5(bytes, subject);
        if (!back || !holdsAll(table, *back))
            return fail(ErrorKind::Internal, "The table could not be read back, so it is not kept",
                        subject, "Please report this.");
        RK_TRY(auto target, AtomicFile::create(file, existing));
        RK_CHECK(target.write(bytes));
        RK_CHECK(target.commit());
        return digestOf(bytes);
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
