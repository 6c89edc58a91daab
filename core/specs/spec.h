#pragma once

#include "core/base/result.h"
#include "core/specs/method_load.h"
#include "core/specs/setting_spec.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::specs {

/// What methods and protocols have in common. The settings that every method (or protocol) has
/// stand once, in core/run; here stand those of one alone.
struct Spec {
    std::string name;        ///< for `--method` and files: "simclr"
    std::string title;       ///< for people: "SimCLR", "Fine-tune"
    std::string phrase;      ///< in a sentence: "SimCLR", "fine-tuning"
    std::string source;      ///< citation
    std::string description; ///< one sentence without a full stop
    std::vector<SettingSpec> own;
    Values defaults; ///< of common settings, where this one's differ
    /// Settings that earlier versions wrote for it and that have no effect: passed over in a file,
    /// refused where they are set. Any other name that has no spec is refused in a file, too.
    std::vector<std::string> retired;
};

/// What a loss is measured over.
struct LossFacts {
    std::int64_t batch = 0;  ///< images of a step
    double labelEntropy = 0; ///< of the classes' shares, nats; 0 = not known, or no labels
};

/// A way of pretraining.
struct MethodSpec : Spec {
    /// The loss of a network that tells no image from another, nats, in the method's own
    /// convention and with the method's own settings: a run that stays there learns nothing.
    /// Nothing where it cannot be said from these facts.
    std::function<std::optional<double>(const LossFacts& facts, const Values& own)> uninformedLoss;

    /// What it takes in memory, with its own settings. A method without it runs as ever, but knows
    /// no limit of memory.
    std::function<MethodLoad(const LoadFacts& facts, const Values& own)> load;
    /// It learns from labels: of the images that pretraining may see the labelled ones alone.
    bool needsLabels = false;

    static constexpr std::string_view kUnknown = "This version cannot pretrain with this method";
};

/// A way of scoring weights on labelled images.
struct ProtocolSpec : Spec {
    static constexpr std::string_view kUnknown = "This version cannot score by this protocol";
    /// Nothing but the draw of labels is left to chance: with all labels every repeat is the same.
    bool onlyDrawsLabels = false;
};

/// The specs of one kind, in the order in which they are offered. Filled before anything runs;
/// what was found stays where it is.
template <class S>
class Registry
{
public:
    Registry(std::initializer_list<S> specs) : m_specs(specs) {}
    void add(S spec) { m_specs.push_back(std::move(spec)); }
    [[nodiscard]] const std::deque<S>& all() const { return m_specs; }
    [[nodiscard]] std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const S& spec : m_specs)
            names.push_back(spec.name);
        return names;
    }
    /// Nothing if there is none of this name.
    [[nodiscard]] const S* find(std::string_view name) const
    {
        for (const S& spec : m_specs) {
            if (spec.name == name)
                return &spec;
        }
        return nullptr;
    }
    /// Kind Usage names those there are.
    [[nodiscard]] Result<const S*> get(std::string_view name) const;

private:
    std::deque<S> m_specs;
};

/// A new method or protocol is a file beside this one and a line in spec_list.cpp.
[[nodiscard]] Registry<MethodSpec>& methods();
[[nodiscard]] Registry<ProtocolSpec>& protocols();

} // namespace rekindle::specs
