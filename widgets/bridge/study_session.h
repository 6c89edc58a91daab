#pragma once

#include "core/job/stop.h"
#include "core/study/study.h"
#include "widgets/bridge/study_images.h"
#include "widgets/bridge/study_token.h"
#include "widgets/bridge/window_lock.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace rekindle::bridge {

class BackgroundJob;

/// The open study. Everything that reads or writes its files runs on a background thread, one piece
/// after the other, on a fresh copy of what is on the disk; a change is taken over when it worked.
/// Each piece carries the study it was asked for and is done on that one's files, whatever is open
/// by then. A study that another window has open is open for reading, until that one is gone.
class StudySession : public QObject
{
    Q_OBJECT

public:
    using Work = std::function<Result<void>(study::Study& study, const job::Watch& watch)>;
    using Done = std::function<void(const Result<void>&)>;
    using Opener = std::function<Result<study::Study>(const job::Watch& watch)>;

    explicit StudySession(QObject* parent = nullptr);
    ~StudySession() override;

    [[nodiscard]] bool isOpen() const { return m_study.has_value(); }
    /// Only while a study is open.
    [[nodiscard]] const study::Study& study() const { return *m_study; }
    [[nodiscard]] StudyToken token() const { return {m_study->folder, m_opening}; }
    [[nodiscard]] bool isCurrent(const StudyToken& token) const;
    [[nodiscard]] bool readOnly() const { return !m_study || m_study->readOnly; }
    /// The other window that has this study open, and keeps it from being changed here.
    [[nodiscard]] const std::optional<WindowOwner>& otherWindow() const { return m_other; }
    /// The chosen images, or null while none are chosen, readable or read.
    [[nodiscard]] std::shared_ptr<const dataset::Manifest> manifest() const
    {
        return m_images.manifest;
    }
    /// With them: how they fall into parts, and why they cannot be read.
    [[nodiscard]] const StudyImages& images() const { return m_images; }
    /// Something of the study is being read or written.
    [[nodiscard]] bool busy() const;

    /// Opens what `opener` returns in place of the study of now; when it fails the old one stays.
    void open(Opener opener, Done done = {});
    void openFolder(const std::filesystem::path& folder, Done done = {});
    /// Does `work` on the open study and takes its changes over. `done` is called unless another
    /// study has been opened by then: whoever asked shows that one now.
    void perform(Work work, Done done = {});
    /// The same for the study that `token` stands for, open or not.
    void perform(const StudyToken& token, Work work, Done done);
    /// Says that work for a study that is no longer open has ended.
    void tellElsewhere(const StudyToken& token, const Result<void>& outcome);
    /// Asks the work of now to stop.
    void cancel();

Q_SIGNALS:
    void opened();  ///< another study than before
    void changed(); ///< the study or its images
    void failed(const rekindle::Error& error);
    /// Work for another study than the open one: done and written there, or why not.
    void endedElsewhere(const std::filesystem::path& study, const rekindle::Result<void>& outcome);
    void busyChanged(bool busy);

private:
    struct Loaded {
        study::Study study;
        StudyImages images;
        WindowHold hold; ///< of a study that is opened
    };
    struct Task {
        std::function<Result<Loaded>(const job::Watch&)> work;
        Done done;
        std::optional<StudyToken> token; ///< of the study to change; none: opens one
        bool tells = false;              ///< of its success too, when its study is not open
    };
    void enqueue(Task task);
    void next();
    void take(Result<Loaded> result, const Task& task);
    void end(const Result<void>& outcome, const Task& task);
    void lookForOther();
    void takeOver(const WindowHold& hold, const StudyToken& token);
    [[nodiscard]] Task change(const StudyToken& token, Work work, Done done) const;

    std::optional<study::Study> m_study;
    quint64 m_opening = 0;
    StudyImages m_images;
    std::deque<Task> m_queue;
    std::unique_ptr<BackgroundJob> m_job;
    WindowLock m_lock;
    std::optional<WindowOwner> m_other;
    QTimer m_lookTimer; ///< whether the other window is gone
    std::unique_ptr<BackgroundJob> m_lookJob;
    bool m_ending = false; ///< work is taken over, and whoever asked for it is still to be told
};

} // namespace rekindle::bridge
