#include "core/selftest/json_tensor_torch.h"

#include <span>
#include <vector>

namespace rekindle::selftest {
namespace {

struct Reading {
    std::vector<std::int64_t> shape;
    std::vector<double> values;
};

/// Depth first; every list of a level must be as long as the first one there.
bool read(const Json& json, std::size_t level, Reading& into)
{
    if (json.is_number()) {
        into.values.push_back(json.get<double>());
        return level == into.shape.size();
    }
    if (!json.is_array() || level >= into.shape.size() ||
        static_cast<std::int64_t>(json.size()) != into.shape[level])
        return false;
    for (const Json& item : json) {
        if (!read(item, level + 1, into))
            return false;
    }
    return true;
}

Json write(const double*& value, std::span<const std::int64_t> shape)
{
    if (shape.empty())
        return *value++;
    Json list = Json::array();
    for (std::int64_t i = 0; i < shape.front(); ++i)
        list.push_back(write(value, shape.subspan(1)));
    return list;
}

} // namespace

Result<torch::Dtype> dtypeOf(const Json& request)
{
    const auto found = request.find("dtype");
    if (found == request.end() || *found == "float64")
        return torch::kDouble;
    if (*found == "float32")
        return torch::kFloat;
    return fail(ErrorKind::Usage, "This is float32 or float64", "dtype");
}

Result<torch::Tensor> toTensor(const Json& json, const std::string& name, torch::Dtype type)
{
    Reading reading;
    for (const Json* level = &json; level->is_array(); level = &level->front()) {
        reading.shape.push_back(static_cast<std::int64_t>(level->size()));
        if (level->empty())
            break;
    }
    if (!read(json, 0, reading))
        return fail(ErrorKind::Usage, "This is not an array of numbers in lists of equal length",
                    name);
    return torch::tensor(reading.values, torch::kDouble).view(reading.shape).to(type);
}

Result<torch::Tensor> tensorField(const Json& request, const std::string& name, torch::Dtype type,
                                  std::int64_t rank)
{
    const auto found = request.find(name);
    if (found == request.end())
        return fail(ErrorKind::Usage, "The request lacks this array", name);
    RK_TRY(auto tensor, toTensor(*found, name, type));
    if (tensor.dim() != rank || tensor.numel() == 0)
        return fail(ErrorKind::Usage, "This array has " + std::to_string(rank) + " levels of lists",
                    name);
    return tensor;
}

Result<double> numberField(const Json& request, const std::string& name, double otherwise)
{
    const auto found = request.find(name);
    if (found == request.end())
        return otherwise;
    if (!found->is_number())
        return fail(ErrorKind::Usage, "This is a number", name);
    return found->get<double>();
}

Json toJson(const torch::Tensor& tensor)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor host = tensor.detach().to(torch::kCPU, torch::kDouble).contiguous();
    const double* value = host.data_ptr<double>();
    const auto sizes = host.sizes();
    return write(value, {sizes.data(), sizes.size()});
}

} // namespace rekindle::selftest
