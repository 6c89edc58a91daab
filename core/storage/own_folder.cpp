#include "core/storage/own_folder.h"

#include "core/base/text.h"
#include "core/storage/atomic_write.h"

#include <fmt/format.h>

namespace rekindle::storage {
namespace {

namespace fs = std::filesystem;

std::string_view nameOf(fs::file_type type)
{
    switch (type) {
    case fs::file_type::symlink:
        return "a link";
    case fs::file_type::fifo:
        return "a pipe";
    case fs::file_type::socket:
        return "a socket";
    case fs::file_type::block:
    case fs::file_type::character:
        return "a device";
    case fs::file_type::directory:
        return "a folder";
    case fs::file_type::regular:
        return "a file";
    default:
        return "something";
    }
}

Error foreignError(const fs::path& folder, const fs::path& place, fs::file_type type)
{
    return {ErrorKind::Damaged,
            fmt::format("{} stands where the program keeps its own files ({}). It may lead "
                        "somewhere else, and is not followed",
                        nameOf(type), text::shown(place.lexically_relative(folder).string())),
            folder.string(), "Remove it, or copy the folder without it, and try again."};
}

Result<void> checkPlace(const fs::path& folder, std::string_view name, fs::file_type wanted)
{
    std::error_code code;
    const fs::path place = folder / name;
    const fs::file_type type = fs::symlink_status(place, code).type();
    if (type == wanted || type == fs::file_type::not_found || type == fs::file_type::none)
        return {};
    return fail(foreignError(folder, place, type));
}

} // namespace

Result<void> checkOwnPlaces(const fs::path& folder, std::span<const std::string_view> files,
                            std::span<const std::string_view> folders)
{
    for (const std::string_view name : files)
        RK_CHECK(checkPlace(folder, name, fs::file_type::regular));
    for (const std::string_view name : folders)
        RK_CHECK(checkPlace(folder, name, fs::file_type::directory));
    return {};
}

Result<void> checkOwnFolder(const fs::path& folder)
{
    std::error_code code;
    const fs::file_type top = fs::symlink_status(folder, code).type();
    if (top == fs::file_type::not_found)
        return {};
    // The iterator never goes through links.
    for (fs::recursive_directory_iterator it(folder, code), end; !code && it != end;
         it.increment(code)) {
        std::error_code gone;
        const fs::file_type type = it->symlink_status(gone).type();
        const bool ours = type == fs::file_type::regular || type == fs::file_type::directory;
        if (!ours && type != fs::file_type::not_found && type != fs::file_type::none)
            return fail(foreignError(folder, it->path(), type));
    }
    // What was removed while we looked is no fault.
    if (code && code != std::errc::no_such_file_or_directory)
        return fail(ioError(code.value(), "read", folder));
    return {};
}

} // namespace rekindle::storage
