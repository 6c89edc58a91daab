// A container unlike those of the product: a table in text that names a second file with the
// values. It stands for bundles of an index and shards.
#include "core/formats/format.h"

#include <cstdint>
#include <sstream>

namespace rekindle::formats {
namespace {

constexpr std::string_view kMark = "TOY BUNDLE\n";

class ToyBundle final : public StoredTensors
{
public:
    explicit ToyBundle(std::shared_ptr<const storage::InputFile> values)
        : m_values(std::move(values))
    {
        format = "toy-bundle";
        writer = "a toy";
    }

    /// "<name> <rank> <side> ... <first byte>"
    void add(std::istringstream line)
    {
        weights::TensorInfo info;
        std::size_t rank = 0;
        std::uint64_t begin = 0;
        line >> info.key >> rank;
        info.shape.resize(rank);
        for (std::int64_t& side : info.shape)
            line >> side;
        line >> begin;
        info.type = weights::ElementType::F32;
        static_cast<void>(weights::countElements(info.shape, info.elements));
        m_tensors.push_back(info);
        m_begins.push_back(begin);
    }

    Result<void> load(std::span<const std::size_t> wanted, const Take& take) override
    {
        // From the last to the first: whoever takes them goes by their places alone.
        for (std::size_t nth = wanted.size(); nth-- > 0;) {
            const std::size_t place = wanted[nth];
            RK_TRY(const auto bytes,
                   m_values->read(m_begins[place], m_tensors[place].elements * 4));
            RK_CHECK(take(nth, {m_tensors[place].type, weights::ByteOrder::Little, bytes}));
        }
        return {};
    }

private:
    std::shared_ptr<const storage::InputFile> m_values;
    std::vector<std::uint64_t> m_begins;
};

bool isToyBundle(const Glimpse& glimpse)
{
    return asText(glimpse.start).substr(0, kMark.size()) == kMark;
}

Result<std::unique_ptr<StoredTensors>> readToyBundle(storage::FileParts& parts)
{
    RK_TRY(const auto bytes, parts.first()->read(0, parts.first()->size()));
    std::istringstream table{std::string(asText(bytes).substr(kMark.size()))};
    std::string line;
    std::getline(table, line);
    RK_TRY(auto values, parts.sibling(line));
    auto bundle = std::make_unique<ToyBundle>(std::move(values));
    while (std::getline(table, line))
        bundle->add(std::istringstream(line));
    return std::unique_ptr<StoredTensors>(std::move(bundle));
}

} // namespace

CheckpointFormat toyBundleFormat()
{
    return {"toy-bundle", &isToyBundle, &readToyBundle};
}

} // namespace rekindle::formats
