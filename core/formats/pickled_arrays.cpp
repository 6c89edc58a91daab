#include "core/formats/pickled_arrays.h"

#include "core/base/text.h"

#include <array>
#include <set>

namespace rekindle::formats {
namespace {

using pickle::PickleValues;
using pickle::ValueId;
using pickle::ValueKind;

constexpr std::size_t kDeepestPath = 32;
constexpr std::size_t kLongestName = 4096;
constexpr std::size_t kMostVisits = 2'000'000;

/// BYOL's state as its code declares it, for a pickle that names the class alone
/// (byol_experiment.py).
constexpr std::array<std::string_view, 5> kByolFields{"online_params", "target_params",
                                                      "online_state", "target_state", "opt_state"};

struct Visit {
    ValueId value;
    std::string container;
    std::string key;
    std::size_t depth;
};

/// A depth-first walk without recursion: files may hold cycles and shared dicts.
class Walk
{
public:
    Walk(const PickleValues& values, const std::string& subject)
        : m_values(values), m_subject(subject)
    {
    }

    Result<PickledArrays> run(ValueId root)
    {
        m_open.push_back({root, {}, {}, 0});
        while (!m_open.empty()) {
            if (++m_visits > kMostVisits)
                return fail(ErrorKind::Limit,
                            "Its list of arrays refers to itself over and over; it was not opened",
                            m_subject, "Get the weights from another source.");
            const Visit visit = std::move(m_open.back());
            m_open.pop_back();
            RK_CHECK(look(visit));
        }
        return std::move(m_found);
    }

private:
    Result<void> look(const Visit& visit)
    {
        if (!m_values.is(visit.value, ValueKind::Object)) {
            descend(visit);
            return {};
        }
        RK_TRY(auto array, rebuildNumpyArray(m_values, visit.value, nameOfVisit(visit), m_subject));
        if (array)
            return keep(visit, *std::move(array));
        const auto parts = m_values.children(visit.value);
        note(parts[0]);
        const auto fields = fieldsOf(parts[0], m_values.children(parts[1]).size());
        if (!fields.empty())
            descendFields(visit, m_values.children(parts[1]), fields);
        else if (m_values.children(parts[1]).size() == 1)
            descend({m_values.children(parts[1])[0], visit.container, visit.key, visit.depth + 1});
        else if (m_values.is(parts[2], ValueKind::Dict))
            descend({parts[2], visit.container, visit.key, visit.depth + 1});
        return {};
    }

    void note(ValueId callable)
    {
        if (m_values.is(callable, ValueKind::Global))
            m_found.haiku = m_found.haiku || m_values.globalModule(callable).starts_with("haiku");
    }

    /// The names of a named tuple's values: as dill makes its class, or as BYOL's code does.
    std::vector<std::string> fieldsOf(ValueId callable, std::size_t count)
    {
        std::vector<std::string> fields;
        if (m_values.is(callable, ValueKind::Object)) {
            const auto parts = m_values.children(callable);
            const auto name = nameOf(m_values, parts[0]);
            const auto given = m_values.children(parts[1]);
            if (name && name->second == "_create_namedtuple" && given.size() >= 2) {
                m_found.dill = true;
                for (const ValueId field : m_values.children(given[1]))
                    fields.emplace_back(m_values.is(field, ValueKind::Text) ? m_values.text(field)
                                                                            : "");
            }
        } else if (m_values.is(callable, ValueKind::Global) &&
                   m_values.globalName(callable) == "_ByolExperimentState") {
            fields.assign(kByolFields.begin(), kByolFields.end());
        }
        return fields.size() == count ? fields : std::vector<std::string>();
    }

    static std::string nameOfVisit(const Visit& visit)
    {
        return visit.container.empty() ? visit.key : visit.container + "." + visit.key;
    }

    void descendFields(const Visit& visit, std::span<const ValueId> items,
                       const std::vector<std::string>& fields)
    {
        if (visit.depth >= kDeepestPath)
            return;
        for (std::size_t i = items.size(); i-- > 0;)
            m_open.push_back({items[i], nameOfVisit(visit), fields[i], visit.depth + 1});
    }

    void descend(const Visit& visit)
    {
        if (m_values.is(visit.value, ValueKind::Object)) {
            m_open.push_back(visit);
            return;
        }
        if (visit.depth >= kDeepestPath)
            return;
        const auto items = m_values.children(visit.value);
        const bool dict = m_values.is(visit.value, ValueKind::Dict);
        if (!dict && !m_values.is(visit.value, ValueKind::List) &&
            !m_values.is(visit.value, ValueKind::Tuple))
            return;
        const std::size_t step = dict ? 2 : 1;
        // Pushed from the last to the first, so that they come out in the file's order.
        for (std::size_t i = items.size(); i >= step; i -= step) {
            std::string key = std::to_string(i - 1);
            if (dict) {
                if (!m_values.is(items[i - 2], ValueKind::Text))
                    continue;
                key = m_values.text(items[i - 2]);
            }
            const ValueKind kind = m_values.kind(items[i - 1]);
            if (kind == ValueKind::Dict || kind == ValueKind::List || kind == ValueKind::Tuple ||
                kind == ValueKind::Object)
                m_open.push_back(
                    {items[i - 1], nameOfVisit(visit), std::move(key), visit.depth + 1});
        }
    }

    Result<void> keep(const Visit& visit, NumpyArray array)
    {
        array.info.container = visit.container;
        array.info.key = visit.key;
        const std::string name = nameOfVisit(visit);
        if (name.size() > kLongestName || m_found.arrays.size() >= weights::kMostTensors)
            return fail(ErrorKind::Limit,
                        "It holds over 100,000 arrays or names over 4 kB; it was not opened",
                        m_subject, "Get the weights from another source.");
        if (!m_names.insert(name).second)
            return fail(ErrorKind::Damaged,
                        "It holds two arrays called '" + text::shown(name, 80) + "'", m_subject,
                        "Get the weights from another source.");
        m_found.haiku = m_found.haiku || name.find("/~/") != std::string::npos;
        m_found.arrays.push_back(std::move(array));
        return {};
    }

    const PickleValues& m_values;
    const std::string& m_subject;
    std::vector<Visit> m_open;
    std::set<std::string> m_names;
    PickledArrays m_found;
    std::size_t m_visits = 0;
};

} // namespace

Result<PickledArrays> findPickledArrays(const pickle::Pickle& pickle, const std::string& subject)
{
    RK_TRY(auto found, Walk(pickle.values, subject).run(pickle.root));
    for (ValueId id = 0; id < pickle.values.size() && !found.dill; ++id)
        found.dill = pickle.values.is(id, ValueKind::Global) &&
                     pickle.values.globalModule(id).starts_with("dill");
    return found;
}

} // namespace rekindle::formats
