#pragma once
// Private to the folder: one function a kind. Each gets the request and answers the reply's fields.

#include "core/base/json.h"
#include "core/base/result.h"

#include <filesystem>

namespace rekindle::selftest {

[[nodiscard]] Result<Json> lossKind(const Json& request, const std::filesystem::path& pictures);
[[nodiscard]] Result<Json> optimizerKind(const Json& request,
                                         const std::filesystem::path& pictures);
[[nodiscard]] Result<Json> scheduleKind(const Json& request, const std::filesystem::path& pictures);
[[nodiscard]] Result<Json> viewsKind(const Json& request, const std::filesystem::path& pictures);
[[nodiscard]] Result<Json> batchNormKind(const Json& request,
                                         const std::filesystem::path& pictures);

} // namespace rekindle::selftest
