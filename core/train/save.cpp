#include "core/train/save.h"

#include "core/base/log.h"
#include "core/storage/atomic_write.h"
#include "core/storage/sealed_folder.h"
#include "core/weights/safetensors_reader.h"
#include "core/weights/safetensors_writer.h"

#include <algorithm>
#include <vector>

namespace rekindle::train {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kVersion = 1;
constexpr std::string_view kPrefix = "ckpt-";

/// Whole saves by name, newest first (names are zero-padded, so they sort by step).
std::vector<fs::path> savesNewestFirst(const fs::path& folder)
{
    std::vector<fs::path> saves;
    std::error_code code;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
        if (it->path().filename().string().rfind(kPrefix, 0) == 0)
            saves.push_back(it->path());
    }
    std::sort(saves.rbegin(), saves.rend());
    return saves;
}

/// "ckpt-000000012400"
std::string saveName(std::int64_t step)
{
    constexpr std::size_t kDigits = 12;
    const std::string digits = std::to_string(step);
    const std::size_t zeros = digits.size() < kDigits ? kDigits - digits.size() : 0;
    return std::string(kPrefix) + std::string(zeros, '0') + digits;
}

Json stateJson(const Save& save)
{
    Json json;
    json["format"] = "rekindle.state";
    json["version"] = kVersion;
    json["step"] = save.step;
    json["journal_seq"] = save.journalSeq;
    json["settings_sha256"] = save.settingsSha256;
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
    save.settingsSha256 = fields.text("settings_sha256");
    save.details = fields.any("details");
    save.clocks = fields.any("clocks");
    RK_CHECK(fields.check());
    if (version > kVersion)
        return fail(ErrorKind::Version, "This save was written by a newer Rekindle",
                    folder.filename().string(), "Update Rekindle to continue this run.");
    RK_TRY(save.tensors, weights::readSafetensors(folder / "state.safetensors"));
    return save;
}

} // namespace

Result<void> writeSave(const fs::path& folder, const Save& save)
{
    RK_CHECK(storage::makeFolder(folder));
    storage::sweepUnsealed(folder);
    const fs::path target = folder / saveName(save.step);
    if (fs::exists(target))
        storage::discardSealed(target);
    RK_TRY(auto sealed, storage::SealedFolder::create(target));
    RK_CHECK(weights::writeSafetensors(sealed.file("state.safetensors"), save.tensors, {}));
    RK_CHECK(storage::atomicWrite(sealed.file("state.json"), dumpJson(stateJson(save))));
    RK_CHECK(sealed.seal());
    const auto saves = savesNewestFirst(folder);
    for (std::size_t i = 2; i < saves.size(); ++i)
        storage::discardSealed(saves[i]);
    return {};
}

Result<std::optional<Save>> newestSave(const fs::path& folder, const std::string& settingsSha256)
{
    for (const fs::path& path : savesNewestFirst(folder)) {
        auto save = readSave(path);
        if (!save && save.error().kind == ErrorKind::Version)
            return fail(save.error());
        if (!save) {
            log::warn("The save " + path.filename().string() + " is damaged (" +
                      describe(save.error()) + ") and is passed over.");
            continue;
        }
        if (save->settingsSha256 != settingsSha256)
            return fail(ErrorKind::Mismatch,
                        "The settings of this run were changed after it had started",
                        folder.parent_path().filename().string(),
                        "Put job.json back as it was, or start a new run.");
        return std::optional<Save>(*std::move(save));
    }
    return std::optional<Save>();
}

} // namespace rekindle::train
