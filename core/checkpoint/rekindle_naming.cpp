// Our own files: torchvision's names, and notes that say what other files leave open.
#include "core/base/text.h"
#include "core/checkpoint/torchvision_names.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace rekindle::checkpoint {
namespace {

constexpr std::array<std::string_view, 7> kMethods{"simclr", "swav", "byol",   "supervised",
                                                   "moco",   "dino", "simsiam"};

std::vector<Candidate> candidates(const FileTensors& file)
{
    if (file.note("rekindle.architecture") == nullptr)
        return {};
    return torchvisionCandidates(file);
}

std::string value(const FileTensors& file, const std::string& key)
{
    const std::string* note = file.note(key);
    return note == nullptr ? std::string() : *note;
}

Result<Origin> origin(const FileTensors& file, const weights::Architecture& architecture)
{
    const auto nonsense = [&](const std::string& key) {
        return fail(ErrorKind::Damaged,
                    "Its note '" + key + "' says '" + text::shown(value(file, key), 40) +
                        "', which makes no sense",
                    file.subject(), "Make the file again.");
    };
    Origin found;
    found.method = value(file, "rekindle.method");
    if (!found.method.empty() &&
        std::find(kMethods.begin(), kMethods.end(), found.method) == kMethods.end())
        return nonsense("rekindle.method");
    if (const std::string text = value(file, "rekindle.padding"); !text.empty()) {
        const auto padding = weights::parsePadding(text);
        if (!padding)
            return nonsense("rekindle.padding");
        found.conventions.padding = *padding;
    }
    if (const std::string text = value(file, "rekindle.normalisation"); !text.empty()) {
        const auto normalisation = weights::parseNormalisation(text);
        if (!normalisation)
            return nonsense("rekindle.normalisation");
        found.conventions.normalisation = *normalisation;
    }
    if (const std::string text = value(file, "rekindle.bn_eps"); !text.empty()) {
        double eps = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), eps);
        if (error != std::errc() || end != text.data() + text.size() || !(eps > 0) || !(eps < 1))
            return nonsense("rekindle.bn_eps");
        found.conventions.bnEps = eps;
    }
    const auto told = weights::parseArchitecture(value(file, "rekindle.architecture"));
    if (!told)
        return nonsense("rekindle.architecture");
    found.stemRelu = told->stemRelu;
    weights::Architecture expected = *told;
    expected.stemRelu = true;
    if (!(expected == architecture))
        return nonsense("rekindle.architecture");
    return found;
}

} // namespace

Naming rekindleNaming()
{
    return {"rekindle", &candidates, &mapTorchvision, &origin};
}

} // namespace rekindle::checkpoint
