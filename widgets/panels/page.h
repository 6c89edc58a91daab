#pragma once

#include "core/base/error.h"
#include "widgets/bridge/run_actions.h"
#include "widgets/bridge/run_watch.h"
#include "widgets/bridge/study_session.h"
#include "widgets/bridge/weights_store.h"

#include <QWidget>

#include <string_view>

QT_FORWARD_DECLARE_CLASS(QHBoxLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace rekindle::plots {
class FigureView;
}

namespace rekindle::panels {

class MessageStrip;
class WarningStrip;

/// A page by the word that scripts use: "study", "images", "weights", ... A page that no other
/// leads to needs no name here.
class Step
{
public:
    constexpr explicit Step(const char* id) : m_id(id) {}
    [[nodiscard]] QString id() const
    {
        return QString::fromLatin1(m_id.data(), qsizetype(m_id.size()));
    }
    bool operator==(const Step&) const = default;

    // Written as the values of an enum are, since they are used as such.
    // NOLINTNEXTLINE(readability-identifier-naming)
    static const Step Study, Images, Weights, Inspect, Repair, Pretrain, Score, Compare;

private:
    std::string_view m_id;
};
inline constexpr Step Step::Study{"study"};
inline constexpr Step Step::Images{"images"};
inline constexpr Step Step::Weights{"weights"};
inline constexpr Step Step::Inspect{"inspect"};
inline constexpr Step Step::Repair{"repair"};
inline constexpr Step Step::Pretrain{"pretrain"};
inline constexpr Step Step::Score{"score"};
inline constexpr Step Step::Compare{"compare"};

/// For people; pageList() has it.
[[nodiscard]] QString stepName(Step step);

/// How far a step is: each has a shape and a word.
enum class Mark { Empty, Half, Done, Needs };
[[nodiscard]] QString markIcon(Mark mark);
[[nodiscard]] QString markText(Mark mark);

/// What every page looks at. Owned by the window.
struct Context {
    bridge::StudySession& session;
    bridge::RunWatch& runs;
    bridge::RunActions& actions;
    bridge::WeightsStore& weights;
};

/// A page of the window: heading, one main button, a strip for messages, and its own content. A
/// page can be opened at any time and says what it lacks.
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(Context context, Step step, const QString& purpose, QWidget* parent = nullptr);

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] virtual Mark mark() const = 0;
    /// The chart that "export" and "as table" mean; null without one.
    [[nodiscard]] virtual plots::FigureView* figureView() const { return nullptr; }
    /// The chart's numbers in its place, and back.
    virtual void toggleNumbers();
    /// Shows one of the page's views by the word that scripts use; false where it has none of this
    /// name.
    virtual bool showView(const QString& name)
    {
        Q_UNUSED(name)
        return false;
    }
    /// Something new is being planned where a record could be shown, and is to be gone on with on
    /// a page that stands in for this one.
    [[nodiscard]] virtual bool planning() const { return false; }
    virtual void goOnPlanning() {}
    /// Something is still being read for it.
    [[nodiscard]] virtual bool loading() const;
    /// Ctrl+Return; null on pages without one.
    [[nodiscard]] QPushButton* mainButton() const { return m_mainButton; }

    void showError(const Error& error);
    void showNote(const QString& text);
    void clearMessage();
    /// Stay as long as they are so, above the page's content.
    void showWarnings(const QStringList& lines);

Q_SIGNALS:
    void goTo(rekindle::panels::Step step);
    void markChanged();
    void exportAsked();
    void exampleAsked();

protected:
    /// What a signal calls for: the part that follows the runs or the weights being read, or the
    /// whole page.
    enum class Fill { None, Part, Whole };
    /// Fills the page from the study. Called only while the page is in front.
    virtual void refresh() {}
    virtual void refreshPart() { refresh(); }
    /// Fills the page whenever `signal` comes. Behind other pages nothing is filled, so that one
    /// signal never fills eight pages at once; what was missed is made up for when the page comes
    /// to the front.
    template <class Sender, class Signal>
    void follow(const Sender* sender, Signal signal, Fill fill)
    {
        connect(sender, signal, this, [this, fill] { need(fill); });
    }
    void showEvent(QShowEvent* event) override;
    /// Fields that come and go get their letters for Alt.
    bool event(QEvent* event) override;

    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    QPushButton* addMainButton(const QString& text);
    /// A second button left of the main one.
    QPushButton* addHeaderButton(const QString& text);
    [[nodiscard]] const Context& context() const { return m_context; }
    [[nodiscard]] bridge::StudySession& session() const { return m_context.session; }
    /// What a page that needs images says when their stored list cannot be read.
    [[nodiscard]] static QString unreadableImages(const Error& problem);

private:
    void need(Fill fill);

    Context m_context;
    Step m_step;
    Fill m_missed = Fill::None;
    bool m_naming = false; ///< letters for Alt are to be given
    QHBoxLayout* m_header = nullptr;
    QVBoxLayout* m_body = nullptr;
    QPushButton* m_mainButton = nullptr;
    MessageStrip* m_strip = nullptr;
    WarningStrip* m_warnings = nullptr;
};

} // namespace rekindle::panels
