#include "app/cli/commands.h"

#include "core/base/text.h"
#include "core/run/settings.h"

#include <array>

namespace rekindle::cli {
namespace {

struct Options {
};

/// Unit and meaning of a setting, by its name.
struct Meaning {
    std::string_view name, unit, text;
};

constexpr std::array kMeanings{
    Meaning{"epochs", "passes", "passes over the images"},
    Meaning{"images_per_epoch", "images", "0: every image once (the paper: 100,000)"},
    Meaning{"batch", "images", "images compared at once; part of the method"},
    Meaning{"image_size", "pixels", "side of a view"},
    Meaning{"lr", "", "peak rate; 0: the method's rule, 0.3 x batch / 256"},
    Meaning{"weight_decay", "", "in LARS, batch norms and biases left out"},
    Meaning{"warmup_epochs", "passes", "linear rise of the rate before the cosine"},
    Meaning{"temperature", "", "of the contrastive loss"},
    Meaning{"colour_strength", "", "factor on the four colour changes"},
    Meaning{"blur_sigma", "", "one blur width per view and batch, or per image"},
    Meaning{"seed", "", "decides everything that chance decides"},
    Meaning{"snapshots", "passes", "whose weights are kept for scoring; the last always is"},
    Meaning{"save_every_minutes", "minutes", "how often a resumable state is saved"},
    Meaning{"memory_limit", "bytes", "0: none"},
    Meaning{"precision", "", "fp32, or bf16 where the device has it"},
    Meaning{"threads", "cores", "0: all"},
    Meaning{"device", "", "auto never falls back to the processor silently"},
};

/// Chosen per run and not part of the method.
constexpr std::array<std::string_view, 8> kOfTheRun{
    "method", "images", "images_hash", "init", "init_sha256", "architecture", "arm", "pair"};

Json settingsJson()
{
    const Json defaults = run::toJson(run::PretrainSettings{});
    Json list = Json::array();
    for (const run::SettingInfo& info : run::pretrainSettingInfos()) {
        if (std::find(kOfTheRun.begin(), kOfTheRun.end(), info.name) != kOfTheRun.end())
            continue;
        const auto known =
            std::find_if(kMeanings.begin(), kMeanings.end(),
                         [&](const Meaning& meaning) { return meaning.name == info.name; });
        Json setting{{"name", info.name}};
        const Json* value = &defaults;
        for (const std::string& part : text::split(info.name, '.'))
            value = value->is_object() && value->contains(part) ? &(*value)[part] : nullptr;
        setting["default"] = value != nullptr ? *value : Json();
        setting["unit"] = known != kMeanings.end() ? known->unit : "";
        setting["accepts"] = info.accepts;
        setting["meaning"] = known != kMeanings.end() ? known->text : "";
        list.push_back(std::move(setting));
    }
    return list;
}

Result<Exit> run(const Options&, Output& output)
{
    const Json settings = settingsJson();
    std::vector<std::vector<std::string>> rows;
    for (const Json& setting : settings) {
        const Json& value = setting["default"];
        rows.push_back({"  " + setting["name"].get<std::string>(),
                        value.is_string() ? value.get<std::string>() : dumpJsonLine(value),
                        setting["unit"].get<std::string>()});
    }
    output.line("simclr   SimCLR (Chen et al. 2020): two views of an image against all others\n");
    output.line(columns(rows).substr(0, columns(rows).size() - 1));
    for (const Json& setting : settings) {
        if (const auto meaning = setting["meaning"].get<std::string>(); !meaning.empty())
            output.line("  " + setting["name"].get<std::string>() + ": " + meaning + " (" +
                        setting["accepts"].get<std::string>() + ")");
    }
    Json method{{"name", "simclr"},
                {"title", "SimCLR"},
                {"source", "Chen et al. 2020, A Simple Framework for Contrastive Learning of "
                           "Visual Representations"},
                {"settings", settings}};
    output.object("rekindle.methods/1", Json{{"methods", Json::array({method})}});
    return kDone;
}

} // namespace

void addMethods(Program& program)
{
    CLI::App* verb = addVerb(program, "methods", "Methods with their settings, defaults and units",
                             "rekindle-cli methods");
    onVerb(program, verb, std::make_shared<Options>(), run);
}

} // namespace rekindle::cli
