#include "core/checkpoint/final_tensors.h"

#include <algorithm>
#include <bit>
#include <filesystem>
#include <map>
#include <set>

namespace rekindle::checkpoint {
namespace {

using formats::RawTensor;
using weights::ElementType;

/// A copy of a part's stored numbers, until all parts of its tensor are there.
struct Kept {
    ElementType type = ElementType::Other;
    weights::ByteOrder order = weights::ByteOrder::Little;
    std::vector<std::byte> packed;
};

/// What the host's numbers are in memory.
constexpr weights::ByteOrder kHost = std::endian::native == std::endian::little
                                         ? weights::ByteOrder::Little
                                         : weights::ByteOrder::Big;

class FinalTensors final : public formats::StoredTensors
{
public:
    FinalTensors(std::unique_ptr<StoredTensors> base, std::vector<MadeTensor> made)
        : m_base(std::move(base)), m_made(std::move(made))
    {
        format = m_base->format;
        checksums = m_base->checksums;
        writer = m_base->writer;
        metadata = m_base->metadata;
        unread = m_base->unread;
        std::map<std::size_t, std::size_t> madeAt;
        std::set<std::size_t> used;
        for (std::size_t i = 0; i < m_made.size(); ++i) {
            madeAt.emplace(m_made[i].parts.front(), i);
            used.insert(m_made[i].parts.begin(), m_made[i].parts.end());
        }
        for (std::size_t place = 0; place < m_base->tensors().size(); ++place) {
            if (const auto at = madeAt.find(place); at != madeAt.end()) {
                m_tensors.push_back(infoOf(m_made[at->second]));
                m_sources.push_back({m_made[at->second].parts, at->second});
            } else if (!used.contains(place)) {
                m_tensors.push_back(m_base->tensors()[place]);
                m_sources.push_back({{place}, m_made.size()});
            }
        }
    }

    Result<void> load(std::span<const std::size_t> wanted, const Take& take) override
    {
        std::vector<std::size_t> places; // in the file
        std::vector<std::pair<std::size_t, std::size_t>> uses;
        for (std::size_t nth = 0; nth < wanted.size(); ++nth) {
            const Source& source = m_sources[wanted[nth]];
            for (std::size_t part = 0; part < source.places.size(); ++part) {
                places.push_back(source.places[part]);
                uses.emplace_back(nth, part);
            }
        }
        std::map<std::size_t, std::map<std::size_t, Kept>> open; // parts by tensor
        return m_base->load(places, [&](std::size_t i, const RawTensor& raw) -> Result<void> {
            const auto [nth, part] = uses[i];
            const Source& source = m_sources[wanted[nth]];
            if (source.made == m_made.size())
                return take(nth, raw);
            auto& parts = open[nth];
            parts[part] = {raw.type, raw.order, {raw.packed.begin(), raw.packed.end()}};
            if (parts.size() < source.places.size())
                return {};
            const auto done = open.extract(nth);
            return make(m_made[source.made], m_tensors[wanted[nth]].type, done.mapped(), nth, take);
        });
    }

private:
    struct Source {
        std::vector<std::size_t> places; ///< in the file
        std::size_t made;                ///< in `m_made`, or as many as there are
    };

    [[nodiscard]] weights::TensorInfo infoOf(const MadeTensor& made) const
    {
        const weights::TensorInfo& first = m_base->tensors()[made.parts.front()];
        weights::TensorInfo info;
        info.type = first.type == ElementType::F64 ? ElementType::F64 : ElementType::F32;
        info.shape = made.shape;
        static_cast<void>(weights::countElements(info.shape, info.elements));
        // The dicts around it are its parts', unless wrappers were taken out of their names.
        const std::string around = first.container.empty() ? "" : first.container + ".";
        const bool same = made.name.starts_with(around);
        info.container = same ? first.container : "";
        info.key = same ? made.name.substr(around.size()) : made.name;
        return info;
    }

    Result<void> make(const MadeTensor& made, ElementType type,
                      const std::map<std::size_t, Kept>& kept, std::size_t nth, const Take& take)
    {
        std::vector<std::vector<double>> values;
        std::vector<Part> parts;
        for (const auto& [part, raw] : kept) {
            const weights::TensorInfo& info = m_base->tensors()[made.parts[part]];
            values.emplace_back(static_cast<std::size_t>(info.elements));
            weights::toDouble(raw.type, raw.order, raw.packed, values.back());
            parts.push_back({{}, info.shape});
        }
        for (std::size_t i = 0; i < parts.size(); ++i)
            parts[i].values = values[i];
        std::uint64_t elements = 0;
        static_cast<void>(weights::countElements(made.shape, elements));
        std::vector<double> whole(static_cast<std::size_t>(elements));
        made.make(parts, whole);
        if (type == ElementType::F64)
            return take(nth, {type, kHost, std::as_bytes(std::span(whole))});
        std::vector<float> rounded(whole.size());
        std::transform(whole.begin(), whole.end(), rounded.begin(),
                       [](double value) { return static_cast<float>(value); });
        return take(nth, {type, kHost, std::as_bytes(std::span(rounded))});
    }

    std::unique_ptr<StoredTensors> m_base;
    std::vector<MadeTensor> m_made;
    std::vector<Source> m_sources; ///< of `m_tensors`
};

} // namespace

std::vector<MadeTensor> findMadeTensors(const FileTensors& file, Warnings& warnings,
                                        std::span<const TensorMaker> makers)
{
    std::vector<MadeTensor> all;
    std::set<std::size_t> used;
    for (const TensorMaker& maker : makers) {
        std::vector<MadeTensor> made = maker.find(file);
        // What is there already, or part of another one, stays as it is.
        std::erase_if(made, [&](const MadeTensor& one) {
            const auto there = file.find(one.name);
            bool taken = there && *there != one.parts.front();
            for (const std::size_t part : one.parts)
                taken = !used.insert(part).second || taken;
            return taken;
        });
        if (made.empty())
            continue;
        Warning note = maker.note(made);
        note.subject = std::filesystem::path(file.subject()).filename().string();
        warnings.add(std::move(note));
        std::move(made.begin(), made.end(), std::back_inserter(all));
    }
    return all;
}

std::unique_ptr<formats::StoredTensors> finalTensors(std::unique_ptr<formats::StoredTensors> stored,
                                                     std::vector<MadeTensor> made)
{
    return std::make_unique<FinalTensors>(std::move(stored), std::move(made));
}

} // namespace rekindle::checkpoint
