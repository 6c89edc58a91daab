#include "core/run/presets.h"

#include "core/base/text.h"

#include <algorithm>

namespace rekindle::run {

const std::vector<Preset>& presets()
{
    // "0" as rate: the rule of the method's authors.
    static const std::vector<Preset> kPresets{
        {"quick",
         "Quick look",
         "To see the way in a few minutes, not a result",
         "ours",
         {{"epochs", "10"},
          {"image_size", "96"},
          {"batch", "64"},
          {"images_per_epoch", "0"},
          {"warmup_epochs", "1"},
          {"lr", "0"},
          {"snapshots", "2,5,10"}},
         {},
         {}},
        {"small-set",
         "Small set, few steps",
         "For hundreds or a few thousand images, where a run has a few hundred to a few thousand "
         "steps",
         "google-research/simclr, its command for CIFAR-10: temperature 0.5, colour strength 0.5, "
         "no blur, rate 1.0 x batch / 256 at batch 512",
         {{"epochs", "100"},
          {"image_size", "96"},
          {"batch", "64"},
          {"images_per_epoch", "0"},
          {"warmup_epochs", "10"},
          {"lr", "0"},
          {"snapshots", "25,50,100"}},
         "simclr",
         {{"lr", "2"}, {"temperature", "0.5"}, {"colour_strength", "0.5"}, {"blur", "0"}}},
        {"small-lab",
         "Small lab",
         "For tens of thousands of images on one computer: the recipe's own strengths, one pass an "
         "epoch",
         "the paper's recipe at a smaller size and batch",
         {{"epochs", "100"},
          {"image_size", "96"},
          {"batch", "64"},
          {"images_per_epoch", "0"},
          {"warmup_epochs", "10"},
          {"lr", "0"},
          {"snapshots", "25,50,100"}},
         {},
         {}},
        {"paper",
         "As in the paper",
         "For a graphics card: 1,000 epochs of 100,000 images at batch 1024 and 224 pixels",
         "Ciga, Xu, Martel 2021, section 4",
         {{"epochs", "1000"},
          {"image_size", "224"},
          {"batch", "1024"},
          {"images_per_epoch", "100000"},
          {"warmup_epochs", "10"},
          {"lr", "0"},
          {"snapshots", "100,300,600,1000"}},
         {},
         {}},
    };
    return kPresets;
}

Result<void> applyPreset(PretrainSettings& settings, std::string_view name)
{
    const auto preset = std::find_if(presets().begin(), presets().end(),
                                     [&](const Preset& other) { return other.name == name; });
    if (preset == presets().end()) {
        std::vector<std::string> names;
        for (const Preset& known : presets())
            names.push_back(known.name);
        return fail(ErrorKind::Usage, "There is no preset of this name", text::shown(name, 60),
                    "There are: " + text::join(names, ", ") + ".");
    }
    NamedTexts values = preset->values;
    if (preset->method == settings.method)
        values.insert(values.end(), preset->ofMethod.begin(), preset->ofMethod.end());
    return setByName(settings, values);
}

} // namespace rekindle::run
