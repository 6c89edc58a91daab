#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::inspect {

/// min, quartiles, max and mean of a row of numbers; quartiles by linear interpolation.
struct Quantiles {
    double min = 0, q25 = 0, median = 0, q75 = 0, max = 0, mean = 0;
};
[[nodiscard]] Quantiles quantiles(std::vector<double> values);

/// A number a filter of each kind that a normalisation keeps; empty where it keeps none.
struct NormValues {
    std::vector<double> gamma, beta, mean, var;
};

/// One convolution with its batch norm. Norms are Frobenius norms in double precision (paper 3).
struct LayerReport {
    std::string name;                ///< "layer1.0.conv2"
    std::string norm;                ///< "layer1.0.bn2"
    std::vector<std::int64_t> shape; ///< [O, I, kH, kW]; [O, I, ...] of other networks
    double layerNorm = 0;            ///< over the whole tensor
    std::vector<double> filterNorms; ///< one per output filter
    std::vector<std::int64_t> dead;  ///< filters with norm < deadBelow
    std::uint64_t above = 0;         ///< filters with norm > 1
    /// Of the batch norm; other networks have other normalisations, or none.
    std::optional<Quantiles> gamma, beta, mean, var;
    NormValues normValues; ///< what these are of; not in the JSON
};

struct Totals {
    std::uint64_t filters = 0;
    std::uint64_t dead = 0;
    std::uint64_t above = 0;
    [[nodiscard]] double shareDead() const
    {
        return filters == 0 ? 0.0 : static_cast<double>(dead) / static_cast<double>(filters);
    }
    [[nodiscard]] double shareAbove() const
    {
        return filters == 0 ? 0.0 : static_cast<double>(above) / static_cast<double>(filters);
    }
};

struct InspectSettings {
    double deadBelow = 0.1; ///< strict (paper 3, Dead filters)
    double above = 1.0;     ///< strict (paper 3, Exploding weights)
};

/// The whole inspection; layers in forward order.
struct WeightReport {
    std::string file;
    InspectSettings settings;
    Totals totals;
    std::vector<LayerReport> layers;
};

/// Works on weights in memory; no LibTorch. Kind Mismatch when a layer's tensor is missing.
[[nodiscard]] Result<WeightReport> inspectWeights(const weights::WeightSet& weights,
                                                  const weights::Architecture& architecture,
                                                  const InspectSettings& settings = {});
/// The same of a file: float64 weights are measured as the file has them when they were kept
/// (ReadOptions::keepDoubles). Narrower types lose nothing in float32.
[[nodiscard]] Result<WeightReport> inspectCheckpoint(const checkpoint::Checkpoint& checkpoint,
                                                     const InspectSettings& settings = {});

/// What a file's inspection finds.
struct InspectedFile {
    WeightReport report;        ///< `file` is left to who shows it
    std::filesystem::path file; ///< Checkpoint::file
    Warnings warnings;          ///< of reading
};
/// Reads a file and measures its kernels as they pass by, so that no more than the largest of them
/// lies in memory. Kinds of checkpoint::readCheckpoint.
[[nodiscard]] Result<InspectedFile> inspectFile(const std::filesystem::path& file,
                                                checkpoint::ReadOptions options,
                                                const InspectSettings& settings = {});

/// The object of `rekindle-cli inspect --json` for one file (without `schema`).
[[nodiscard]] Json toJson(const WeightReport& report);
/// Reads it back (the window shows what a worker wrote).
[[nodiscard]] Result<WeightReport> reportFromJson(const Json& json, const std::string& subject);
/// One row per filter for spreadsheets: layer,filter,norm,dead,above,layer_norm.
[[nodiscard]] std::string toCsv(const WeightReport& report);

} // namespace rekindle::inspect
