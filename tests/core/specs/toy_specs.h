#pragma once

#include "core/specs/spec.h"
#include "core/specs/typed_setting.h"

namespace rekindle::test {

/// What a method brings that has nothing in common with SimCLR: settings of its own, of several
/// kinds, another default for one that all methods have, and a name that it once had.
struct ToySettings {
    int prototypes = 3000;
    double share = 0.5;
    std::string queue = "none";
    std::vector<std::int64_t> crops{224, 96};
    int workers = 2; ///< decides no number
};

inline const std::vector<specs::TypedSetting<ToySettings>>& toySettings()
{
    using S = ToySettings;
    static const std::vector<specs::TypedSetting<S>> kSettings{
        specs::typed(&S::prototypes, {.name = "prototypes",
                                      .title = "Prototypes",
                                      .rule = specs::wholeNumber(2, 100'000),
                                      .unit = "vectors",
                                      .meaning = "How many directions images are assigned to"}),
        specs::typed(&S::share, {.name = "share",
                                 .title = "Share",
                                 .rule = specs::realNumber(0, 1),
                                 .meaning = "How much of it"}),
        specs::typed(&S::queue, {.name = "queue",
                                 .title = "Queue",
                                 .rule = specs::oneOf({"none", "long"}),
                                 .meaning = "Whether earlier batches count"}),
        specs::typed(&S::crops, {.name = "crops",
                                 .title = "Crops",
                                 .rule = specs::listOfNumbers(8, 1024),
                                 .unit = "pixels",
                                 .meaning = "Sides of the views",
                                 .inPair = specs::InPair::MayDiffer}),
        specs::typed(&S::workers, {.name = "workers",
                                   .title = "Workers",
                                   .rule = specs::wholeNumber(1, 64),
                                   .meaning = "How many work on it",
                                   .decides = specs::Decides::Operation}),
    };
    return kSettings;
}

inline specs::MethodSpec toyMethod()
{
    specs::MethodSpec spec;
    spec.name = "toy";
    spec.title = "Toy";
    spec.phrase = "a toy";
    spec.source = "nobody";
    spec.description = "Assigns views to prototypes";
    spec.own = specs::specsOf(toySettings());
    spec.defaults = {{"batch", 256}, {"warmup_epochs", 0.0}};
    spec.retired = {"clusters"};
    return spec;
}

inline specs::ProtocolSpec toyProtocol()
{
    specs::ProtocolSpec spec;
    spec.name = "probe";
    spec.title = "Probe";
    spec.phrase = "a probe";
    spec.source = "nobody";
    spec.description = "A linear layer on fixed features";
    spec.own = {{.name = "penalty",
                 .title = "Penalty",
                 .rule = specs::realNumber(0, 10),
                 .byDefault = 0.25,
                 .meaning = "L2 on the layer"}};
    spec.defaults = {{"image_size", 128}};
    return spec;
}

} // namespace rekindle::test
