#include "core/pretrain/kept_heads.h"

#include "core/base/guard.h"
#include "core/formats/open_tensors.h"

#include <algorithm>
#include <cmath>

namespace rekindle::pretrain {
namespace {

bool endsSo(const std::string& name, const std::string& ending)
{
    return name == ending || name.ends_with("." + ending);
}

bool isCalled(const std::string& name, const HeadTensor& wanted)
{
    return endsSo(name, wanted.ours) ||
           std::any_of(wanted.endings.begin(), wanted.endings.end(),
                       [&](const std::string& ending) { return endsSo(name, ending); });
}

/// The first tensor of a file that is called so; optimisers' copies come later and under others.
std::size_t placeOf(const formats::StoredTensors& stored, const HeadTensor& wanted)
{
    const auto& tensors = stored.tensors();
    const auto found =
        std::find_if(tensors.begin(), tensors.end(), [&](const weights::TensorInfo& info) {
            return info.type != weights::ElementType::Other && isCalled(info.fullName(), wanted);
        });
    return static_cast<std::size_t>(found - tensors.begin());
}

Result<weights::WeightSet> read(const std::filesystem::path& path,
                                const std::vector<HeadTensor>& wanted)
{
    RK_TRY(auto parts, storage::FileParts::open(path));
    RK_TRY(const auto stored, formats::openTensors(parts));
    std::vector<std::size_t> places;
    std::vector<std::string> names;
    for (const HeadTensor& tensor : wanted) {
        const std::size_t place = placeOf(*stored, tensor);
        if (place < stored->tensors().size()) {
            places.push_back(place);
            names.push_back(tensor.ours);
        } else if (!tensor.optional) {
            return fail(ErrorKind::Mismatch,
                        "This file carries no head that could be kept: it lacks " + tensor.ours,
                        path.filename().string(), "Choose --head new.");
        }
    }
    weights::WeightSet heads;
    RK_CHECK(stored->load(places, [&](std::size_t nth, const formats::RawTensor& raw) {
        const weights::TensorInfo& info = stored->tensors()[places[nth]];
        weights::Tensor tensor;
        tensor.shape = info.shape;
        tensor.values.resize(static_cast<std::size_t>(info.elements));
        weights::toFloat(raw.type, raw.order, raw.packed, tensor.values);
        const bool finite = std::all_of(tensor.values.begin(), tensor.values.end(),
                                        [](float value) { return std::isfinite(value); });
        if (!finite)
            return Result<void>(fail(ErrorKind::Damaged,
                                     "The head has values that are not numbers in " + names[nth],
                                     path.filename().string(), "Choose --head new."));
        heads.set(names[nth], std::move(tensor));
        return Result<void>();
    }));
    return heads;
}

} // namespace

std::vector<HeadTensor> perceptronTensors(const std::string& ours, const std::string& theirs)
{
    std::vector<HeadTensor> wanted;
    const auto add = [&](const char* layer, const char* place, const char* what) {
        const bool counter = std::string_view(what) == "num_batches_tracked";
        wanted.push_back(
            {ours + "." + layer + "." + what, {theirs + "." + place + "." + what}, counter});
    };
    for (const char* what : {"weight", "bias"}) {
        add("hidden", "0", what);
        add("norm", "1", what);
        add("output", "3", what);
    }
    for (const char* what : {"running_mean", "running_var", "num_batches_tracked"})
        add("norm", "1", what);
    return wanted;
}

Result<weights::WeightSet> readHeads(const std::filesystem::path& file,
                                     const std::vector<HeadTensor>& wanted)
{
    return guard(file.string(), [&] { return read(file, wanted); });
}

} // namespace rekindle::pretrain
