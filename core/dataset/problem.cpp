#include "core/dataset/problem.h"

namespace rekindle::dataset {

std::string problemKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Damaged:
        return "damaged";
    case ErrorKind::Limit:
    case ErrorKind::Memory:
        return "limit";
    case ErrorKind::Unknown:
        return "unknown";
    default:
        return "io";
    }
}

std::string problemMessage(const Error& error)
{
    return describe(Error{error.kind, error.message, {}, error.hint});
}

} // namespace rekindle::dataset
