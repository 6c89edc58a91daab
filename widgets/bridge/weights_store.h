#pragma once

#include "core/base/warning.h"
#include "core/inspect/first_filters.h"
#include "core/inspect/weight_report.h"
#include "core/repair/repair.h"
#include "core/study/study.h"

#include <QObject>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::bridge {

class BackgroundJob;

/// What a file of weights is: the facts of its card and its inspection, without the weights.
struct WeightsFacts {
    std::string format, writer, method, sha256;
    std::string architecture; ///< "resnet50"; empty for a network that can only be looked at
    std::string onlyLook;     ///< why it can be looked at and not trained; empty for a ResNet
    std::string padding, normalisation;
    std::uint64_t bytes = 0, parameters = 0;
    std::size_t convolutions = 0, tensors = 0;
    std::vector<std::string> ignored, missing;
    Warnings warnings; ///< of the file
    inspect::WeightReport report;
    std::optional<inspect::FirstFilters> firstFilters; ///< unless the first layer is no picture
    std::optional<repair::RepairReport> repair;        ///< beside repaired weights
};

/// Reads checkpoint files in the background, one at a time, and keeps what it found out, by file: a
/// late answer is about its file, whichever study is open by then.
class WeightsStore : public QObject
{
    Q_OBJECT

public:
    using Facts = std::shared_ptr<const WeightsFacts>;

    explicit WeightsStore(QObject* parent = nullptr);
    ~WeightsStore() override;

    /// The facts, or null while they are read; asking starts the reading. `ready` or `failed`
    /// follows.
    [[nodiscard]] Facts facts(const study::Study& study, const study::WeightsEntry& entry);
    /// The reason why there are none, or null.
    [[nodiscard]] const Error* error(const study::Study& study,
                                     const study::WeightsEntry& entry) const;
    [[nodiscard]] bool busy() const;
    /// Reads no more of what was asked for; another study has been opened.
    void dropWishes();

Q_SIGNALS:
    void changed();

private:
    void next();

    std::map<std::filesystem::path, Facts> m_facts;
    std::map<std::filesystem::path, Error> m_errors;
    std::deque<std::filesystem::path> m_wanted;
    std::unique_ptr<BackgroundJob> m_job;
};

} // namespace rekindle::bridge
