#include "core/checkpoint/file_tensors.h"

#include "core/base/text.h"
#include "core/checkpoint/wrapper_names.h"

#include <algorithm>

namespace rekindle::checkpoint {
namespace {

bool hasPartIn(std::string_view name, std::string_view start)
{
    while (true) {
        if (name.substr(0, start.size()) == start)
            return true;
        const std::size_t dot = name.find('.');
        if (dot == std::string_view::npos)
            return false;
        name.remove_prefix(dot + 1);
    }
}

} // namespace

Result<FileTensors> FileTensors::of(std::span<const weights::TensorInfo> tensors,
                                    const Notes& notes, std::string subject)
{
    FileTensors file;
    file.m_tensors = tensors;
    file.m_notes = &notes;
    file.m_subject = std::move(subject);
    file.m_names.reserve(tensors.size());
    for (const weights::TensorInfo& info : tensors)
        file.m_names.push_back(withoutWrappers(info.fullName()));
    if (!file.placeNames())
        return file;
    // Where two differ in their wrappers alone, all keep them.
    for (std::size_t i = 0; i < tensors.size(); ++i)
        file.m_names[i] = tensors[i].fullName();
    if (const auto twice = file.placeNames())
        return fail(ErrorKind::Damaged,
                    "It holds two tensors called '" + text::shown(file.m_names[*twice], 80) + "'",
                    file.m_subject, "Get the weights from another source.");
    return file;
}

std::optional<std::size_t> FileTensors::placeNames()
{
    m_places.clear();
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        if (!m_places.emplace(m_names[i], i).second)
            return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> FileTensors::find(std::string_view name) const
{
    const auto it = m_places.find(name);
    return it == m_places.end() ? std::nullopt : std::optional(it->second);
}

bool FileTensors::hasPart(std::string_view start) const
{
    return std::any_of(m_names.begin(), m_names.end(),
                       [&](const std::string& name) { return hasPartIn(name, start); });
}

const std::string* FileTensors::note(const std::string& key) const
{
    const auto it = m_notes->find(key);
    return it == m_notes->end() ? nullptr : &it->second;
}

} // namespace rekindle::checkpoint
