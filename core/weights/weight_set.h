#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::weights {

/// Values in memory are float32, row-major, whatever the file held; `stored` remembers what a
/// counter such as num_batches_tracked was, so that it is written back as an integer.
enum class Stored { Float32, Int64 };

struct Tensor {
    std::vector<std::int64_t> shape; ///< empty for a scalar
    std::vector<float> values;
    Stored stored = Stored::Float32;

    [[nodiscard]] std::int64_t elements() const;
};

/// Ordered name -> tensor. In a network's weights the names are torchvision's.
class WeightSet
{
public:
    struct Item {
        std::string name;
        Tensor tensor;
    };

    /// Replaces a tensor of the same name in place.
    void set(std::string name, Tensor tensor);
    [[nodiscard]] const Tensor* find(std::string_view name) const;
    [[nodiscard]] Tensor* find(std::string_view name);
    [[nodiscard]] bool contains(std::string_view name) const { return find(name) != nullptr; }
    [[nodiscard]] const std::vector<Item>& items() const { return m_items; }
    [[nodiscard]] std::vector<Item>& items() { return m_items; }
    /// Trainable values: everything but running statistics and counters.
    [[nodiscard]] std::uint64_t parameters() const;

private:
    std::vector<Item> m_items;
    /// A tree and no hash table: names come from files, and no choice of them may make it slow.
    std::map<std::string, std::size_t, std::less<>> m_index;
};

} // namespace rekindle::weights
