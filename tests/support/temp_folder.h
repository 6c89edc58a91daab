#pragma once

#include <QTemporaryDir>
#include <filesystem>

namespace rekindle::test {

/// A folder that is gone when the test is over.
class TempFolder
{
public:
    [[nodiscard]] std::filesystem::path path() const
    {
        return std::filesystem::path(m_dir.path().toStdString());
    }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const
    {
        return path() / name;
    }

private:
    QTemporaryDir m_dir;
};

} // namespace rekindle::test
