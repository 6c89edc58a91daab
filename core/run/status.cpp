#include "core/run/run_folder.h"

#include "core/base/error_json.h"

#include <array>
#include <fmt/format.h>

namespace rekindle::run {
namespace {

constexpr std::string_view kFormat = "rekindle.status";
constexpr std::int64_t kVersion = 1;

constexpr std::array kStates = {State::Queued, State::Running, State::Paused,   State::Finishing,
                                State::Done,   State::Failed,  State::Cancelled};
constexpr std::array kRequests = {Request::None, Request::Pause, Request::Finish, Request::Cancel};

} // namespace

std::string_view stateName(State state)
{
    static constexpr std::array<std::string_view, 7> kNames = {
        "queued", "running", "paused", "finishing", "done", "failed", "cancelled"};
    return kNames.at(static_cast<std::size_t>(state));
}

std::string_view requestName(Request request)
{
    static constexpr std::array<std::string_view, 4> kNames = {"none", "pause", "finish", "cancel"};
    return kNames.at(static_cast<std::size_t>(request));
}

Json toJson(const Status& status)
{
    return Json{{"format", kFormat},
                {"version", kVersion},
                {"state", stateName(status.state)},
                {"epoch", status.epoch},
                {"epochs", status.epochs},
                {"step", status.step},
                {"steps", status.steps},
                {"images_seen", status.imagesSeen},
                {"rate", status.rate > 0 ? Json(status.rate) : Json()},
                {"eta_s", status.etaSeconds >= 0 ? Json(status.etaSeconds) : Json()},
                {"activity", status.activity},
                {"device", status.device},
                {"request", requestName(status.request)},
                {"error", status.error ? rekindle::toJson(*status.error) : Json()},
                {"warnings", rekindle::toJson(status.warnings)},
                {"updated", status.updated},
                {"pid", status.pid},
                {"host", status.host}};
}

Result<Status> statusFromJson(const Json& json, const std::string& subject)
{
    FieldReader fields(json, subject);
    const std::string format = fields.text("format");
    const std::int64_t version = fields.integer("version");
    RK_CHECK(fields.check());
    if (format != kFormat || version < 1)
        return fail(ErrorKind::Damaged, "This is not the status of a run", subject);
    if (version > kVersion)
        return fail(ErrorKind::Version, "This run was saved by a newer Rekindle", subject,
                    "Update Rekindle to use it.");
    Status status;
    const std::string state = fields.text("state");
    const std::string request = fields.text("request", "none");
    status.epoch = fields.integer("epoch", 0);
    status.epochs = fields.integer("epochs", 0);
    status.step = fields.integer("step", 0);
    status.steps = fields.integer("steps", 0);
    status.imagesSeen = fields.integer("images_seen", 0);
    status.rate = fields.number("rate", 0);
    status.etaSeconds = fields.number("eta_s", -1);
    status.activity = fields.text("activity", "");
    status.device = fields.text("device", "");
    status.updated = fields.text("updated", "");
    status.pid = static_cast<long>(fields.integer("pid", 0));
    status.host = fields.text("host", "");
    RK_CHECK(fields.check());
    RK_TRY(status.error, errorFromJson(fields.any("error"), subject));
    if (fields.has("warnings")) {
        RK_TRY(status.warnings, warningsFromJson(fields.any("warnings"), subject));
    }
    bool known = false;
    for (const State candidate : kStates) {
        if (stateName(candidate) == state) {
            status.state = candidate;
            known = true;
        }
    }
    if (!known)
        return fail(ErrorKind::Damaged, "'state' is none of the states of a run", subject);
    for (const Request candidate : kRequests) {
        if (requestName(candidate) == request)
            status.request = candidate;
    }
    return status;
}

} // namespace rekindle::run
