#pragma once

#include <QtGlobal>

#include <filesystem>
#include <utility>

namespace rekindle::bridge {

/// Which study something was started for: its folder, and which opening of it. Only the session
/// makes one, so what carries a token knows where its result belongs, whatever is open by then.
class StudyToken
{
public:
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    bool operator==(const StudyToken&) const = default;

private:
    friend class StudySession;
    StudyToken(std::filesystem::path folder, quint64 opening)
        : m_folder(std::move(folder)), m_opening(opening)
    {
    }

    std::filesystem::path m_folder;
    quint64 m_opening;
};

} // namespace rekindle::bridge
