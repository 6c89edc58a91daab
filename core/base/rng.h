#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rekindle {

/// What a random number is drawn for. Streams of different purposes never share a number, so adding
/// a draw in one place changes nothing in another. Values are part of the results: never renumber.
enum class Purpose : std::uint32_t {
    Shuffle = 1,     ///< order of the images in a pass
    View = 2,        ///< augmentation of one view
    Initialise = 3,  ///< start weights
    DeadFilter = 4,  ///< donors and replacements
    Split = 5,       ///< train and test parts
    LabelSubset = 6, ///< the 10 % draws of the low-data comparison
    BatchBlur = 7,   ///< SimCLR's one blur width per view and batch
    Probe = 8,       ///< noise images for the repair's proof
    Bootstrap = 9,   ///< resampling for intervals and tests
    Head = 10        ///< start weights of heads and classifiers
};

/// Philox 4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", 2011): ten rounds
/// over a 128-bit counter under a 64-bit key.
[[nodiscard]] std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                                  std::array<std::uint32_t, 2> key);

/// A stream of numbers named by (seed, purpose, a, b, c): there is no state to save, the same name
/// gives the same numbers on every machine and in every thread. Typical names:
/// View: a = pass or step, b = image or slot, c = view. Not thread-safe; make one where it is used.
class Random
{
public:
    Random(std::uint64_t seed, Purpose purpose, std::uint32_t a = 0, std::uint32_t b = 0,
           std::uint32_t c = 0);

    /// 32 uniform bits.
    [[nodiscard]] std::uint32_t bits();
    /// Uniform in [0, 1), 53 bits.
    [[nodiscard]] double uniform();
    /// Uniform in [low, high).
    [[nodiscard]] double uniform(double low, double high);
    /// Uniform in 0 .. bound - 1 without bias; bound > 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
    /// Standard normal (Box-Muller, one value per call, no hidden state).
    [[nodiscard]] double normal();
    /// Standard normal cut at ±limit by redrawing.
    [[nodiscard]] double truncatedNormal(double limit);
    [[nodiscard]] bool chance(double probability);
    /// Fisher-Yates.
    void shuffle(std::span<std::size_t> values);

private:
    std::array<std::uint32_t, 2> m_key;
    std::array<std::uint32_t, 4> m_counter;
    std::array<std::uint32_t, 4> m_block{};
    unsigned m_used = 4;
};

/// 0 .. count - 1 in a random order drawn from `random`.
[[nodiscard]] std::vector<std::size_t> permutation(std::size_t count, Random random);

} // namespace rekindle
