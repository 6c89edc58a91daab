#include "core/base/error.h"

namespace rekindle {

std::string_view kindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return "usage";
    case ErrorKind::NotFound:
        return "not_found";
    case ErrorKind::Unknown:
        return "unknown";
    case ErrorKind::Damaged:
        return "damaged";
    case ErrorKind::Limit:
        return "limit";
    case ErrorKind::Mismatch:
        return "mismatch";
    case ErrorKind::Version:
        return "version";
    case ErrorKind::Space:
        return "space";
    case ErrorKind::Memory:
        return "memory";
    case ErrorKind::Device:
        return "device";
    case ErrorKind::Io:
        return "io";
    case ErrorKind::Busy:
        return "busy";
    case ErrorKind::Cancelled:
        return "cancelled";
    case ErrorKind::WorkerDied:
        return "worker_died";
    case ErrorKind::Diverged:
        return "diverged";
    case ErrorKind::Internal:
        return "internal";
    }
    return "internal";
}

int exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return 2;
    case ErrorKind::NotFound:
    case ErrorKind::Unknown:
    case ErrorKind::Damaged:
    case ErrorKind::Limit:
    case ErrorKind::Mismatch:
    case ErrorKind::Version:
        return 3;
    case ErrorKind::Space:
    case ErrorKind::Memory:
        return 4;
    case ErrorKind::Cancelled:
        return 5;
    case ErrorKind::Device:
    case ErrorKind::Io:
    case ErrorKind::Busy:
    case ErrorKind::WorkerDied:
    case ErrorKind::Diverged:
    case ErrorKind::Internal:
        return 1;
    }
    return 1;
}

std::string describe(const Error& error)
{
    std::string text = error.message;
    while (!text.empty() && text.back() == '.')
        text.pop_back();
    if (!error.subject.empty())
        text += ": " + error.subject;
    text += '.';
    if (!error.hint.empty())
        text += ' ' + error.hint;
    return text;
}

} // namespace rekindle
