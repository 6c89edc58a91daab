#include "core/train/save.h"

#include "core/base/log.h"
#include "core/storage/atomic_write.h"
#include "core/storage/sealed_folder.h"
#include "core/weights/safetensors_reader.h"
#include "core/weights/safetensors_writer.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace rekindle::train {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kVersion = 1;
constexpr std::string_view kPrefix = "ckpt-";
constexpr std::string_view kDamaged = "damaged-";

/// What lies in a folder of saves.
struct Listing {
    std::vector<fs::path> saves;      ///< newest first: names are zero-padded, so they sort by step
    std::vector<std::string> damaged; ///< names, of those that were set aside
};

Result<Listing> list(const fs::path& folder)
{
    Listing found;
    std::error_code code;
    if (fs::symlink_status(folder, code).type() == fs::file_type::not_found)
        return found;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
        const std::string name = it->path().filename().string();
        if (name.starts_with(kPrefix))
            found.saves.push_back(it->path());
        else if (name.starts_with(kDamaged))
            found.damaged.push_back(name.substr(kDamaged.size()));
    }
    if (code)
        return fail(storage::ioError(code.value(), "read", folder));
    std::sort(found.saves.rbegin(), found.saves.rend());
    std::sort(found.damaged.begin(), found.damaged.end());
    return found;
}

/// A number with zeros before it, so that names sort as numbers do.
std::string padded(std::int64_t number, std::size_t digits)
{
    const std::string text = std::to_string(number);
    return std::string(text.size() < digits ? digits - text.size() : 0, '0') + text;
}

/// A name that nothing has: "ckpt-000000012400", and "ckpt-000000012400-001" once the same step is
/// saved again, so that the former stands until the new one does.
fs::path freeName(const fs::path& folder, std::int64_t step, const std::vector<fs::path>& saves)
{
    const std::string name = std::string(kPrefix) + padded(step, 12);
    for (const fs::path& save : saves) {
        const std::string found = save.filename().string();
        if (!found.starts_with(name))
            continue;
        int last = 0;
        if (found.size() > name.size())
            std::from_chars(found.data() + name.size() + 1, found.data() + found.size(), last);
        return folder / (name + "-" + padded(last + 1, 3));
    }
    return folder / name;
}

void setAside(const fs::path& save)
{
    std::error_code code;
    const std::string name = std::string(kDamaged) + save.filename().string();
    fs::path target = save.parent_path() / name;
    for (int again = 1; fs::exists(fs::symlink_status(target, code)); ++again)
        target = save.parent_path() / (name + "-" + std::to_string(again));
    fs::rename(save, target, code);
}

Json stateJson(const Save& save)
{
    Json json;
    json["format"] = "rekindle.state";
    json["version"] = kVersion;
    json["step"] = save.step;
    json["journal_seq"] = save.journalSeq;
    json["identity"] = save.identity;
    json["details"] = save.details;
    json["clocks"] = save.clocks;
    return json;
}

Result<Save> readSave(const fs::path& folder)
{
    RK_CHECK(storage::verifySealed(folder));
    RK_TRY(const Json json, readJsonFile(folder / "state.json"));
    FieldReader fields(json, (folder / "state.json").string());
    Save save;
    const std::int64_t version = fields.integer("version");
    save.step = fields.integer("step");
    save.journalSeq = fields.integer("journal_seq");
    save.identity = fields.text("identity");
    save.details = fields.any("details");
    save.clocks = fields.any("clocks");
    RK_CHECK(fields.check());
    if (version > kVersion)
        return fail(ErrorKind::Version, "This save was written by a newer Rekindle",
                    folder.filename().string(), "Update Rekindle to continue this run.");
    RK_TRY(save.tensors, weights::readSafetensors(folder / "state.safetensors"));
    return save;
}

/// Whether the save itself is broken, apart from what may pass or is no fault of its bytes.
bool isDamage(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Damaged:
    case ErrorKind::NotFound:
    case ErrorKind::Unknown:
    case ErrorKind::Limit:
        return true;
    default:
        return false;
    }
}

void tellDamaged(const std::string& name, Warnings& warnings)
{
    warnings.add("save_set_aside",
                 "A save of the run was damaged and is set aside; an earlier one is continued",
                 name);
}

} // namespace

Result<Warnings> writeSave(const fs::path& folder, const Save& save)
{
    Warnings warnings;
    RK_CHECK(storage::makeSubfolder(folder));
    storage::sweepUnsealed(folder);
    RK_TRY(const Listing before, list(folder));
    const fs::path target = freeName(folder, save.step, before.saves);
    RK_TRY(auto sealed, storage::SealedFolder::create(target));
    RK_CHECK(weights::writeSafetensors(sealed.file("state.safetensors"), save.tensors, {}));
    RK_CHECK(storage::atomicWrite(sealed.file("state.json"), dumpJson(stateJson(save))));
    RK_CHECK(sealed.seal());
    bool kept = false;
    for (const fs::path& other : before.saves) {
        if (kept) {
            storage::discardSealed(other);
        } else if (const auto whole = storage::verifySealed(other); whole) {
            kept = true;
        } else if (isDamage(whole.error().kind)) {
            tellDamaged(other.filename().string(), warnings);
            setAside(other);
        }
    }
    return warnings;
}

Result<FoundSave> newestSave(const fs::path& folder, const std::string& identity)
{
    RK_TRY(const Listing found, list(folder));
    FoundSave result;
    for (const std::string& name : found.damaged)
        tellDamaged(name, result.warnings);
    for (const fs::path& path : found.saves) {
        auto save = readSave(path);
        if (!save && isDamage(save.error().kind)) {
            log::info(describe(save.error()));
            tellDamaged(path.filename().string(), result.warnings);
            setAside(path);
            continue;
        }
        if (!save)
            return fail(save.error());
        if (save->identity != identity)
            return fail(ErrorKind::Mismatch,
                        "The settings of this run were changed after it had started",
                        folder.parent_path().filename().string(),
                        "Put job.json back as it was, or start a new run.");
        result.save = *std::move(save);
        return result;
    }
    if (found.saves.empty() && found.damaged.empty())
        return result;
    return fail(ErrorKind::Damaged,
                "This run was saved, but none of its saves can be read any more", folder.string(),
                "Put a good copy of this folder back and resume. To train from the start after "
                "all, delete this folder first.");
}

} // namespace rekindle::train
