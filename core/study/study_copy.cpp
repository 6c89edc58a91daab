#include "core/study/study_copy.h"

#include "core/base/json.h"
#include "core/base/path_json.h"
#include "core/storage/atomic_write.h"
#include "core/storage/sealed_folder.h"
#include "core/storage/staged_folder.h"
#include "core/study/study.h"

#include <vector>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;

/// Locks belong to whoever holds them, and half-made things to nobody.
bool stays(const fs::path& file)
{
    return file.extension() == ".lock" || storage::isScratch(file);
}

Result<void> checkResting(const Study& study)
{
    for (const fs::path& path : runFolders(study)) {
        const auto folder = run::RunFolder::open(path);
        if (folder && folder->isLocked())
            return fail(ErrorKind::Busy, "A run of this study is being worked on", path.string(),
                        "Pause the runs, then copy the study.");
    }
    return {};
}

/// Folders, files and links below the study, in the order in which they can be made again.
Result<std::vector<fs::path>> entriesOf(const fs::path& study)
{
    std::vector<fs::path> entries;
    std::error_code code;
    fs::recursive_directory_iterator walk(study, code);
    for (; !code && walk != fs::recursive_directory_iterator(); walk.increment(code)) {
        if (stays(walk->path())) {
            walk.disable_recursion_pending();
            continue;
        }
        entries.push_back(walk->path());
    }
    if (code)
        return fail(storage::ioError(code.value(), "read", study));
    return entries;
}

Result<void> copyEntry(const fs::path& from, const fs::path& to)
{
    std::error_code code;
    const fs::file_type type = fs::symlink_status(from, code).type();
    if (type == fs::file_type::directory)
        return storage::makeSubfolder(to);
    if (type == fs::file_type::symlink)
        fs::copy_symlink(from, to, code);
    else if (type == fs::file_type::regular)
        fs::copy_file(from, to, code);
    if (code)
        return fail(storage::ioError(code.value(), "copied", from));
    return {};
}

/// The copy of the finished example is the user's own.
Result<void> makeOwn(const fs::path& folder)
{
    const fs::path file = folder / "study.json";
    RK_TRY(Json json, readJsonFile(file));
    if (json.is_object() && json.contains("finished_example"))
        json["finished_example"] = false;
    return storage::atomicWrite(file, dumpJson(json), storage::Existing::Replace);
}

} // namespace

Result<void> copyStudy(const fs::path& study, const fs::path& target, const job::Watch& watch)
{
    std::error_code code;
    const fs::path from = fs::weakly_canonical(study, code);
    if (liesBeneath(fs::weakly_canonical(target, code), from))
        return fail(ErrorKind::Usage, "A copy cannot lie inside the study itself", target.string(),
                    "Choose a folder beside the study.");
    RK_TRY(const Study opened, openStudy(from));
    RK_CHECK(checkResting(opened));
    RK_TRY(storage::StagedFolder staged,
           storage::StagedFolder::create(target, storage::Existing::Refuse));
    RK_TRY(const std::vector<fs::path> entries, entriesOf(from));
    std::uint64_t done = 0;
    for (const fs::path& entry : entries) {
        if (watch.stopping())
            return fail(ErrorKind::Cancelled, "Copying was stopped", target.string());
        watch.report(done++, entries.size(), "copying");
        RK_CHECK(copyEntry(entry, staged.path() / entry.lexically_relative(from)));
    }
    RK_CHECK(makeOwn(staged.path()));
    return staged.moveIn();
}

} // namespace rekindle::study
