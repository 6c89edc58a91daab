#include "app/gui/study_controller.h"

#include "core/study/sample_study.h"
#include "core/study/study_copy.h"
#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/recent_studies.h"
#include "widgets/panels/new_study_dialog.h"

#include <QFileDialog>

namespace rekindle::gui {

namespace fs = std::filesystem;
using panels::Step;

StudyController::StudyController(panels::Context context, panels::PageSet& pages, QWidget* window)
    : QObject(window), m_context(context), m_pages(pages), m_window(window),
      m_copying(context.session)
{
    connect(&pages, &panels::PageSet::sampleAsked, this, &StudyController::trySample);
    connect(&pages, &panels::PageSet::newStudyAsked, this, &StudyController::newStudy);
    connect(&pages, &panels::PageSet::openStudyAsked, this, &StudyController::openStudy);
    connect(&pages, &panels::PageSet::exampleAsked, this, &StudyController::seeExample);
    connect(&pages, &panels::PageSet::recentAsked, this,
            [this](const fs::path& folder) { openFolder(folder); });
    connect(&context.session, &bridge::StudySession::failed, this,
            [this](const Error& error) { report(fail(error)); });
    connect(&context.session, &bridge::StudySession::endedElsewhere, this,
            &StudyController::reportElsewhere);
    connect(&context.actions, &bridge::RunActions::failed, this,
            [this](const Error& error) { report(fail(error)); });
    connect(&context.actions, &bridge::RunActions::done, &context.runs, &bridge::RunWatch::hurry);
}

/// Errors stay on the page in front; the welcome has no strip, so Images shows them there.
void StudyController::report(const Result<void>& result)
{
    if (result)
        return;
    const Step step = m_pages.current() == Step::Study && !m_context.session.isOpen()
                          ? Step::Images
                          : m_pages.current();
    m_pages.show(step);
    m_pages.page(step)->showError(result.error());
}

/// Work that was started for a study before this one: it is done there, and only told here.
void StudyController::reportElsewhere(const fs::path& study, const Result<void>& result)
{
    const bool openAgain = m_context.session.isOpen() && m_context.session.study().folder == study;
    if (result && openAgain)
        return; // shown on its pages by now
    panels::Page* page = m_pages.page(m_pages.current());
    if (result)
        page->showNote(tr("What was started in the study %1 is done and stands there.")
                           .arg(bridge::qtPath(study)));
    else
        page->showNote(tr("What was started in the study %1 has failed. %2")
                           .arg(bridge::qtPath(study), bridge::errorText(result.error())));
}

void StudyController::trySample()
{
    const fs::path folder = bridge::freeStudyFolder("sample-study");
    m_context.session.open(
        [folder](const job::Watch& watch) -> Result<study::Study> {
            RK_TRY(const study::Study study, study::createSampleStudy(folder, watch));
            return study::openStudy(study.folder);
        },
        [this](const Result<void>& result) {
            report(result);
            if (result)
                m_pages.startSample();
        });
}

void StudyController::newStudy()
{
    panels::NewStudyDialog dialog(m_window);
    if (dialog.exec() == QDialog::Accepted)
        makeStudy(dialog.folder(), bridge::utf8(dialog.title()));
}

void StudyController::makeStudy(const fs::path& folder, const std::string& title,
                                std::function<void()> then)
{
    m_context.session.open(
        [folder, title](const job::Watch&) { return study::createStudy(folder, title); },
        [this, then = std::move(then)](const Result<void>& result) {
            report(result);
            if (!result)
                return;
            m_pages.show(Step::Images);
            if (then)
                then();
        });
}

void StudyController::openStudy()
{
    const QString folder = QFileDialog::getExistingDirectory(
        m_window, tr("Open study: choose the folder that holds study.json"),
        bridge::qtPath(bridge::studiesFolder()));
    if (!folder.isEmpty())
        openFolder(bridge::fsPath(folder));
}

void StudyController::saveCopy()
{
    if (!m_context.session.isOpen())
        return;
    const fs::path& open = m_context.session.study().folder;
    fs::path free = bridge::freeStudyFolder(open.filename().string() + bridge::utf8(tr("-copy")));
    // Where no study was made yet, the copy lies beside this one, not wherever the program started.
    std::error_code code;
    if (!fs::is_directory(free.parent_path(), code))
        free = open.parent_path() / free.filename();
    const QString usual = bridge::qtPath(free);
    const QString target =
        QFileDialog::getSaveFileName(m_window, tr("Save a copy of this study as a new folder"),
                                     usual, {}, nullptr, QFileDialog::DontConfirmOverwrite);
    if (!target.isEmpty())
        saveCopyAs(bridge::fsPath(target));
}

void StudyController::saveCopyAs(const fs::path& target)
{
    if (m_copying.running() || !m_context.session.isOpen())
        return;
    m_copying.look<bool>(
        [from = m_context.session.study().folder, target](const job::Watch& watch) -> Result<bool> {
            RK_CHECK(study::copyStudy(from, target, watch));
            return true;
        },
        [this, target](const Result<bool>& result) {
            if (!result)
                report(fail(result.error()));
            else
                m_pages.page(m_pages.current())
                    ->showNote(
                        tr("A copy of this study stands at %1.").arg(bridge::qtPath(target)));
        });
}

void StudyController::seeExample()
{
    const auto example = bridge::finishedExample();
    if (!example) {
        report(fail(ErrorKind::NotFound, "The finished example is not beside this program", {},
                    "Try it with the sample makes the same results in a few minutes."));
        return;
    }
    openFolder(*example, Step::Compare);
}

void StudyController::openFolder(const fs::path& folder, Step step)
{
    m_context.session.openFolder(folder, [this, step](const Result<void>& result) {
        report(result);
        if (result)
            m_pages.show(step);
    });
}

void StudyController::openPath(const fs::path& path)
{
    std::error_code code;
    const fs::path full = fs::absolute(path, code);
    if (!fs::exists(full, code)) {
        report(fail(ErrorKind::NotFound, "There is no such file or folder", path.string()));
        return;
    }
    if (fs::exists(full / "study.json", code)) {
        openFolder(full);
        return;
    }
    // Images and weights live in a study: one is made where studies go.
    const bool folder = fs::is_directory(full, code);
    const std::string name = folder ? full.filename().string() : full.stem().string();
    makeStudy(bridge::freeStudyFolder(name.empty() ? "study" : name), name, [this, full, folder] {
        m_pages.show(folder ? Step::Images : Step::Weights);
        if (folder)
            m_pages.readImages(full);
        else
            m_pages.addWeights(full);
    });
}

} // namespace rekindle::gui
