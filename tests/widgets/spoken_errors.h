#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace rekindle::test {

/// The sentences that a source of the core puts together for its errors, each as it would be said:
/// what stands in the source as a text is there, whatever else is filled in is a 7. Followed are
/// sums, choices (`? :`), `fmt::format`, local names, and the arguments with which functions of the
/// same file are called. So a reason is found that is handed to `broken("it ends early")` and said
/// behind "The archive is damaged: ".
struct SpokenError {
    QString sentence;
    int line = 0; ///< of the source
};

/// Of errors of these kinds ("Damaged"), with their hints.
[[nodiscard]] QList<SpokenError> errorsSpokenIn(const QString& file, const QSet<QString>& kinds);

} // namespace rekindle::test
