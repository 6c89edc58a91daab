#include "widgets/panels/pass_list.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace rekindle::panels {

std::optional<std::vector<std::int64_t>> passesFromText(const QString& text)
{
    static const QRegularExpression kSeparators(QStringLiteral("[\\s,;]+"));
    std::vector<std::int64_t> passes;
    for (const QString& word : text.split(kSeparators, Qt::SkipEmptyParts)) {
        bool fine = false;
        const qlonglong pass = word.toLongLong(&fine);
        if (!fine || pass < 0)
            return std::nullopt;
        passes.push_back(pass);
    }
    std::sort(passes.begin(), passes.end());
    passes.erase(std::unique(passes.begin(), passes.end()), passes.end());
    return passes;
}

} // namespace rekindle::panels
