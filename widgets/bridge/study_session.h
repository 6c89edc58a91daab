#pragma once

#include "core/dataset/manifest.h"
#include "core/study/study.h"
#include "widgets/bridge/background_job.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace rekindle::bridge {

/// The open study. Everything that reads or writes its files runs on a background thread, one piece
/// after the other, on a fresh copy of what is on the disk; a change is taken over when it worked.
class StudySession : public QObject
{
    Q_OBJECT

public:
    using Work = std::function<Result<void>(study::Study& study, const job::Watch& watch)>;
    using Done = std::function<void(Result<void>)>;
    using Opener = std::function<Result<study::Study>(const job::Watch& watch)>;

    explicit StudySession(QObject* parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_study.has_value(); }
    /// Only while a study is open.
    [[nodiscard]] const study::Study& study() const { return *m_study; }
    [[nodiscard]] bool readOnly() const { return !m_study || m_study->readOnly; }
    /// The chosen images, or null while none are chosen or still being read.
    [[nodiscard]] std::shared_ptr<const dataset::Manifest> manifest() const { return m_manifest; }
    /// Something of the study is being read or written.
    [[nodiscard]] bool busy() const { return m_job.running() || m_ending || !m_queue.empty(); }

    /// Opens what `opener` returns in place of the study of now; when it fails the old one stays.
    void open(Opener opener, Done done = {});
    void openFolder(const std::filesystem::path& folder, Done done = {});
    /// Does `work` on the open study and takes its changes over.
    void perform(Work work, Done done = {});
    /// Asks the work of now to stop.
    void cancel() { m_job.cancel(); }

Q_SIGNALS:
    void opened();  ///< another study than before
    void changed(); ///< the study or its images
    void failed(const rekindle::Error& error);
    void busyChanged(bool busy);
    void progressed(quint64 done, quint64 total, const QString& what);

private:
    struct Loaded {
        study::Study study;
        std::shared_ptr<const dataset::Manifest> manifest;
    };
    struct Task {
        std::function<Result<Loaded>(const job::Watch&)> work;
        Done done;
        bool opens = false;
    };
    void enqueue(Task task);
    void next();
    void take(Result<Loaded> result, const Done& done, bool opens);
    void end(const Result<void>& outcome, const Done& done);

    std::optional<study::Study> m_study;
    std::shared_ptr<const dataset::Manifest> m_manifest;
    std::deque<Task> m_queue;
    BackgroundJob m_job;
    bool m_ending = false; ///< work is taken over, and whoever asked for it is still to be told
};

} // namespace rekindle::bridge
