#include "widgets/bridge/self_check.h"

#include "core/base/json.h"
#include "widgets/bridge/background_job.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/shown_number.h"
#include "widgets/bridge/worker_process.h"

#include <optional>

namespace rekindle::bridge {
namespace {

constexpr double kGiB = 1024.0 * 1024.0 * 1024.0;

std::optional<Result<Json>> g_known;

QString textAt(const Json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? qt(found->get<std::string>()) : QString();
}

double numberAt(const Json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_number() ? found->get<double>() : 0;
}

/// The first device that is not the processor.
const Json* cardOf(const Json& answer)
{
    const auto engine = answer.find("engine");
    if (engine == answer.end() || !engine->is_object() || !engine->contains("devices"))
        return nullptr;
    for (const Json& device : (*engine)["devices"]) {
        if (device.is_object() && textAt(device, "name") != u"cpu")
            return &device;
    }
    return nullptr;
}

QString lineOf(const Json& answer)
{
    const QString cores =
        SelfCheck::tr("%n core(s)", nullptr, static_cast<int>(numberAt(answer, "usable_cores")));
    const QString memory = fixedNumber(numberAt(answer, "memory") / kGiB, 0);
    if (const Json* card = cardOf(answer))
        return SelfCheck::tr("Ready. Graphics card %1 with %2 GiB; %3, %4 GiB of memory.")
            .arg(textAt(*card, "description"), fixedNumber(numberAt(*card, "memory") / kGiB, 0),
                 cores, memory);
    return SelfCheck::tr("Ready, without a graphics card: everything works, pretraining is slow. "
                         "%1, %2 GiB of memory.")
        .arg(cores, memory);
}

} // namespace

SelfCheck::SelfCheck(QObject* parent) : QObject(parent), m_job(std::make_unique<BackgroundJob>()) {}

SelfCheck::~SelfCheck() = default;

void SelfCheck::read()
{
    if (!g_known) {
        if (m_job->running())
            return;
        m_job->run<Json>(
            [](const job::Watch& watch) {
                return runWorker({QStringLiteral("doctor"), QStringLiteral("--json")}, watch);
            },
            [this](const Result<Json>& answer) {
                g_known = answer;
                read();
            });
        return;
    }
    if (!*g_known) {
        Q_EMIT found(
            tr("The built-in check could not be run: %1.").arg(qt(g_known->error().message)),
            false);
        return;
    }
    const Json& answer = **g_known;
    const auto missing = answer.find("missing");
    if (missing != answer.end() && missing->is_array() && !missing->empty()) {
        const Json& first = missing->front();
        Q_EMIT found(
            tr("Something is missing: %1")
                .arg(first.is_string() ? qt(first.get<std::string>()) : textAt(first, "message")),
            false);
        return;
    }
    Q_EMIT found(lineOf(answer), true);
}

} // namespace rekindle::bridge
