#include "core/weights/weight_set.h"

#include <utility>

namespace rekindle::weights {
namespace {

bool endsWith(std::string_view name, std::string_view end)
{
    return name.size() >= end.size() && name.substr(name.size() - end.size()) == end;
}

} // namespace

std::int64_t Tensor::elements() const
{
    std::int64_t product = 1;
    for (const std::int64_t side : shape)
        product *= side;
    return product;
}

void WeightSet::set(std::string name, Tensor tensor)
{
    const auto [entry, isNew] = m_index.try_emplace(name, m_items.size());
    if (isNew)
        m_items.push_back(Item{std::move(name), std::move(tensor)});
    else
        m_items[entry->second].tensor = std::move(tensor);
}

const Tensor* WeightSet::find(std::string_view name) const
{
    const auto it = m_index.find(name);
    return it == m_index.end() ? nullptr : &m_items[it->second].tensor;
}

Tensor* WeightSet::find(std::string_view name)
{
    return const_cast<Tensor*>(std::as_const(*this).find(name));
}

std::uint64_t WeightSet::parameters() const
{
    std::uint64_t count = 0;
    for (const Item& item : m_items) {
        if (!endsWith(item.name, "running_mean") && !endsWith(item.name, "running_var") &&
            !endsWith(item.name, "num_batches_tracked"))
            count += static_cast<std::uint64_t>(item.tensor.elements());
    }
    return count;
}

} // namespace rekindle::weights
