#pragma once

#include <QString>

#include <filesystem>
#include <string>
#include <string_view>

namespace rekindle::bridge {

[[nodiscard]] inline QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
[[nodiscard]] inline std::string utf8(const QString& text)
{
    return text.toUtf8().toStdString();
}
[[nodiscard]] inline QString qtPath(const std::filesystem::path& path)
{
    return qt(path.string());
}
[[nodiscard]] inline std::filesystem::path fsPath(const QString& text)
{
    return std::filesystem::path(utf8(text));
}

} // namespace rekindle::bridge
