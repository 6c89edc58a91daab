#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <torch/torch.h>

#include <string>

namespace rekindle::selftest {

/// The request's `dtype`; kind Usage for another than float32 and float64.
[[nodiscard]] Result<torch::Dtype> dtypeOf(const Json& request);

/// Nested lists of numbers as a tensor; a number alone has rank 0. Kind Usage names `name` where
/// lists of one level differ in length, or something is no number.
[[nodiscard]] Result<torch::Tensor> toTensor(const Json& json, const std::string& name,
                                             torch::Dtype type);
/// A field of the request, of this rank; kind Usage.
[[nodiscard]] Result<torch::Tensor> tensorField(const Json& request, const std::string& name,
                                                torch::Dtype type, std::int64_t rank);
/// A number of the request, or what it is otherwise; kind Usage.
[[nodiscard]] Result<double> numberField(const Json& request, const std::string& name,
                                         double otherwise);

[[nodiscard]] Json toJson(const torch::Tensor& tensor);

} // namespace rekindle::selftest
