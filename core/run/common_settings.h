#pragma once
// Private to the folder: the settings that all methods, or all protocols, have in common.

#include "core/run/settings.h"
#include "core/specs/typed_setting.h"

#include <string>
#include <vector>

namespace rekindle::run {

/// How the two structs of settings are read and written by the same code.
template <class S>
struct SettingsKind;

template <>
struct SettingsKind<PretrainSettings> {
    using Spec = specs::MethodSpec;
    static constexpr std::string_view kChoice = "method"; ///< the setting that names the spec
    /// A new setting of all methods is a member of the struct and a line in that list.
    static const std::vector<specs::TypedSetting<PretrainSettings>>& common();
    static const specs::Registry<Spec>& registry() { return specs::methods(); }
    static const std::string& chosen(const PretrainSettings& settings) { return settings.method; }
    /// Written by earlier versions for every method, without effect.
    static const std::vector<std::string>& retired();
};

template <>
struct SettingsKind<ScoreSettings> {
    using Spec = specs::ProtocolSpec;
    static constexpr std::string_view kChoice = "protocol";
    static const std::vector<specs::TypedSetting<ScoreSettings>>& common();
    static const specs::Registry<Spec>& registry() { return specs::protocols(); }
    static const std::string& chosen(const ScoreSettings& settings) { return settings.protocol; }
    static const std::vector<std::string>& retired();
};

/// The images: where they lie decides nothing, what they are does.
template <class S>
void addImages(std::vector<specs::TypedSetting<S>>& list, const char* meaning)
{
    list.push_back(specs::typed(&S::images, {.name = "images",
                                             .title = "Images",
                                             .rule = specs::anyText(),
                                             .meaning = meaning,
                                             .decides = specs::Decides::Nothing,
                                             .inPair = specs::InPair::MayDiffer}));
    list.push_back(specs::typed(&S::imagesHash, {.name = "images_hash",
                                                 .title = "Hash of the images",
                                                 .rule = specs::anyText(),
                                                 .meaning = "SHA-256 over all images",
                                                 .decides = specs::Decides::Inputs}));
    list.push_back(
        specs::typed(&S::packed, {.name = "packed",
                                  .title = "Packed images",
                                  .rule = specs::anyText(),
                                  .meaning = "A file of the same images, made smaller once, that "
                                             "is read in their place; empty: the images' own "
                                             "files",
                                  .decides = specs::Decides::Nothing,
                                  .inPair = specs::InPair::MayDiffer}));
    list.push_back(specs::typed(
        &S::packedSha256, {.name = "packed_sha256",
                           .title = "Hash of the packed images",
                           .rule = specs::anyText(),
                           .meaning = "SHA-256 that stands for everything in the packed file; "
                                      "empty: the images' own files were read",
                           .decides = specs::Decides::Inputs}));
}

template <class S>
void addSeed(std::vector<specs::TypedSetting<S>>& list, const char* meaning)
{
    list.push_back(specs::typed(
        &S::seed, {.name = "seed", .title = "Seed", .rule = specs::anySeed(), .meaning = meaning}));
}

template <class S>
void addImageSize(std::vector<specs::TypedSetting<S>>& list, const char* meaning)
{
    list.push_back(specs::typed(&S::imageSize, {.name = "image_size",
                                                .title = "Image size",
                                                .rule = specs::wholeNumber(8, 4096),
                                                .unit = "pixels",
                                                .meaning = meaning}));
}

/// How a run is worked off, of whatever kind. `placeInPair`: whether what computes it may differ.
template <class S>
void addOperation(std::vector<specs::TypedSetting<S>>& list, specs::InPair placeInPair)
{
    list.push_back(
        specs::typed(&S::saveEveryMinutes,
                     {.name = "save_every_minutes",
                      .title = "Save every",
                      .rule = specs::realNumber(0, 10080),
                      .unit = "minutes",
                      .meaning = "How often a resumable state is saved; 0: after every step",
                      .decides = specs::Decides::Operation,
                      .inPair = specs::InPair::MayDiffer}));
    list.push_back(specs::typed(&S::threads, {.name = "threads",
                                              .title = "Cores",
                                              .rule = specs::wholeNumber(0, 1024),
                                              .unit = "cores",
                                              .meaning = "0: all that the process may use",
                                              .decides = specs::Decides::Operation,
                                              .inPair = placeInPair}));
    list.push_back(specs::typed(
        &S::device,
        {.name = "device",
         .title = "Device",
         .rule = specs::deviceName(),
         .meaning = "Where it is computed; auto never falls back to the processor silently",
         .decides = specs::Decides::Operation,
         .inPair = placeInPair}));
}

/// The spec that the settings name; nothing if there is none.
template <class S>
[[nodiscard]] const typename SettingsKind<S>::Spec* specOf(const S& settings)
{
    return SettingsKind<S>::registry().find(SettingsKind<S>::chosen(settings));
}

/// The value of one of a spec's own settings: what was set, else its default.
template <class S>
[[nodiscard]] const Json& ownValue(const S& settings, const specs::SettingSpec& spec)
{
    const auto found = settings.own.find(spec.name);
    return found != settings.own.end() ? found->second : spec.byDefault;
}

} // namespace rekindle::run
