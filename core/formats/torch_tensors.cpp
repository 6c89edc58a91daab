#include "core/formats/torch_tensors.h"

#include "core/base/text.h"
#include "core/formats/torch_rebuild.h"

#include <cstring>
#include <set>

namespace rekindle::formats {
namespace {

constexpr std::size_t kDeepestPath = 32;
constexpr std::size_t kLongestName = 4096;
constexpr std::size_t kMostVisits = 2'000'000;

/// A value still to be looked at.
struct Visit {
    pickle::ValueId value;
    std::string container;
    std::string key;
    std::size_t depth;
};

/// A depth-first walk without recursion: files may hold cycles and shared dicts.
class Walk
{
public:
    Walk(const pickle::PickleValues& values, const std::string& subject)
        : m_values(values), m_subject(subject)
    {
    }

    Result<TorchContent> run(pickle::ValueId root)
    {
        m_open.push_back({root, {}, {}, 0});
        while (!m_open.empty()) {
            if (++m_visits > kMostVisits)
                return fail(ErrorKind::Limit,
                            "Its list of tensors refers to itself over and over; it was not opened",
                            m_subject, "Get the weights from another source.");
            const Visit visit = std::move(m_open.back());
            m_open.pop_back();
            RK_CHECK(look(visit));
        }
        return std::move(m_content);
    }

private:
    Result<void> look(const Visit& visit)
    {
        if (m_values.is(visit.value, pickle::ValueKind::Object)) {
            RK_TRY(const auto view,
                   rebuildTorchView(m_values, visit.value, nameOf(visit), m_subject));
            if (view)
                return keep(visit, *view);
            if (const auto why = unreadTensor(m_values, visit.value)) {
                if (m_content.unread.size() < weights::kMostTensors)
                    m_content.unread.push_back({nameOf(visit), *why});
                return {};
            }
            const pickle::ValueId state = m_values.children(visit.value)[2];
            if (m_values.is(state, pickle::ValueKind::Dict))
                descend({state, visit.container, visit.key, visit.depth});
            return {};
        }
        descend(visit);
        return {};
    }

    static std::string nameOf(const Visit& visit)
    {
        return visit.container.empty() ? visit.key : visit.container + "." + visit.key;
    }

    void descend(const Visit& visit)
    {
        if (visit.depth >= kDeepestPath)
            return;
        const auto items = m_values.children(visit.value);
        const bool dict = m_values.is(visit.value, pickle::ValueKind::Dict);
        if (!dict && !m_values.is(visit.value, pickle::ValueKind::List) &&
            !m_values.is(visit.value, pickle::ValueKind::Tuple))
            return;
        const std::size_t step = dict ? 2 : 1;
        // Pushed from the last to the first, so that they come out in the file's order.
        for (std::size_t i = items.size(); i >= step; i -= step) {
            const pickle::ValueId value = items[i - 1];
            std::string key;
            if (!dict)
                key = std::to_string(i - 1);
            else if (!keyText(items[i - 2], key))
                continue;
            if (visit.depth == 0 && key == "pytorch-lightning_version" &&
                m_values.is(value, pickle::ValueKind::Text))
                m_content.lightningVersion = text::shown(m_values.text(value), 40);
            if (!m_values.is(value, pickle::ValueKind::Dict) &&
                !m_values.is(value, pickle::ValueKind::List) &&
                !m_values.is(value, pickle::ValueKind::Tuple) &&
                !m_values.is(value, pickle::ValueKind::Object))
                continue;
            m_open.push_back(inside(visit, value, std::move(key)));
        }
    }

    /// A whole module keeps its parts under these three keys, which are not in tensors' names.
    static Visit inside(const Visit& visit, pickle::ValueId value, std::string key)
    {
        if (key == "_parameters" || key == "_buffers" || key == "_modules")
            return {value, visit.container, visit.key, visit.depth + 1};
        return {value, nameOf(visit), std::move(key), visit.depth + 1};
    }

    bool keyText(pickle::ValueId id, std::string& key) const
    {
        if (m_values.is(id, pickle::ValueKind::Text))
            key = m_values.text(id);
        else if (m_values.is(id, pickle::ValueKind::Int))
            key = std::to_string(m_values.integer(id));
        else
            return false;
        return true;
    }

    Result<void> keep(const Visit& visit, TorchView view)
    {
        view.info.container = visit.container;
        view.info.key = visit.key;
        const std::string name = nameOf(visit);
        if (name.size() > kLongestName || m_content.tensors.size() >= weights::kMostTensors)
            return fail(ErrorKind::Limit,
                        "It holds over 100,000 tensors or names over 4 kB; it was not opened",
                        m_subject, "Get the weights from another source.");
        if (!m_names.insert(name).second)
            return fail(ErrorKind::Damaged,
                        "It holds two tensors called '" + text::shown(name, 80) + "'", m_subject,
                        "Get the weights from another source.");
        m_content.tensors.push_back(std::move(view));
        return {};
    }

    const pickle::PickleValues& m_values;
    const std::string& m_subject;
    std::vector<Visit> m_open;
    std::set<std::string> m_names;
    TorchContent m_content;
    std::size_t m_visits = 0;
};

} // namespace

Result<TorchContent> findTorchTensors(const pickle::Pickle& pickle, const std::string& subject)
{
    return Walk(pickle.values, subject).run(pickle.root);
}

bool isPacked(const TorchView& view)
{
    std::int64_t expected = 1;
    for (std::size_t i = view.info.shape.size(); i-- > 0;) {
        if (view.info.shape[i] != 1 && view.strides[i] != expected)
            return false;
        expected *= view.info.shape[i];
    }
    return true;
}

void gather(const TorchView& view, Bytes storage, std::vector<std::byte>& packed)
{
    const std::size_t width = weights::elementSize(view.info.type);
    const std::size_t rank = view.info.shape.size();
    packed.resize(static_cast<std::size_t>(view.info.elements) * width);
    std::vector<std::int64_t> index(rank, 0);
    std::uint64_t at = view.offset;
    for (std::size_t i = 0; i < view.info.elements; ++i) {
        std::memcpy(packed.data() + i * width, storage.data() + at * width, width);
        for (std::size_t axis = rank; axis-- > 0;) {
            const auto stride = static_cast<std::uint64_t>(view.strides[axis]);
            if (++index[axis] < view.info.shape[axis]) {
                at += stride;
                break;
            }
            at -= stride * static_cast<std::uint64_t>(view.info.shape[axis] - 1);
            index[axis] = 0;
        }
    }
}

Bytes elementsOf(const TorchView& view, Bytes storage, std::vector<std::byte>& packed)
{
    const std::size_t width = weights::elementSize(view.info.type);
    if (view.info.elements == 0 || width == 0)
        return {};
    if (isPacked(view))
        return storage.subspan(static_cast<std::size_t>(view.offset) * width,
                               static_cast<std::size_t>(view.info.elements) * width);
    gather(view, storage, packed);
    return packed;
}

Result<void> checkViews(const std::vector<TorchView>& views, std::span<const std::size_t> wanted,
                        const std::string& subject)
{
    constexpr std::uint64_t kViewsFree = 2U << 20;
    std::uint64_t values = 0;
    std::uint64_t held = 0;
    std::set<std::string_view> storages;
    for (const std::size_t i : wanted) {
        const TorchView& view = views[i];
        if (!add(values, view.info.elements, values))
            values = weights::kMostElements * 2;
        if (view.info.type != weights::ElementType::Other && storages.insert(view.storage).second)
            held += view.storageBytes / weights::elementSize(view.info.type);
    }
    if (values > kViewsFree + 2 * held)
        return fail(ErrorKind::Limit,
                    "Its tensors claim " + text::count(values) + " values; the file has " +
                        text::count(held),
                    subject, "Get the weights from another source.");
    return {};
}

} // namespace rekindle::formats
