#pragma once

#include "core/base/result.h"
#include "core/weights/tensor_info.h"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::checkpoint {

/// The table of a file's tensors as namings look at it: full names without the wrappers around
/// modules (see withoutWrappers), found without a search, and the notes beside them. Keeps views of
/// what it was made from.
class FileTensors
{
public:
    using Notes = std::map<std::string, std::string>;

    /// Kind Damaged: two tensors of one name.
    [[nodiscard]] static Result<FileTensors> of(std::span<const weights::TensorInfo> tensors,
                                                const Notes& notes, std::string subject);
    FileTensors(FileTensors&&) = default;
    FileTensors& operator=(FileTensors&&) = default;
    FileTensors(const FileTensors&) = delete;
    FileTensors& operator=(const FileTensors&) = delete;
    ~FileTensors() = default;

    [[nodiscard]] std::size_t size() const { return m_tensors.size(); }
    [[nodiscard]] const weights::TensorInfo& info(std::size_t place) const
    {
        return m_tensors[place];
    }
    [[nodiscard]] const std::string& name(std::size_t place) const { return m_names[place]; }
    /// The place of a full name.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
    /// Whether a part of any name, between its dots, begins so.
    [[nodiscard]] bool hasPart(std::string_view start) const;
    /// A note of the file's metadata, or null.
    [[nodiscard]] const std::string* note(const std::string& key) const;
    [[nodiscard]] const std::string& subject() const { return m_subject; } ///< the file, for errors

private:
    FileTensors() = default;
    /// Fills `m_places`; the place of a name that was there already, if one was.
    std::optional<std::size_t> placeNames();
    std::span<const weights::TensorInfo> m_tensors;
    const Notes* m_notes = nullptr;
    std::string m_subject;
    std::vector<std::string> m_names;
    std::map<std::string_view, std::size_t> m_places; ///< of `m_names`
};

} // namespace rekindle::checkpoint
