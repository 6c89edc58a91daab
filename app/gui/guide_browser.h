#pragma once

#include <QTextBrowser>

#include <utility>
#include <vector>

namespace rekindle::gui {

/// Shows the pages of docs/ that are inside the program: headings are found by the anchors that
/// links to them have ("#your-own-images"), pictures take the width there is.
class GuideBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    explicit GuideBrowser(QWidget* parent = nullptr);

    /// "guide.md", "how-sure.md#what-is-kept-apart". A link to elsewhere is left alone.
    void go(const QString& link);
    /// Headings of the page that is shown, as text and anchor, in order.
    [[nodiscard]] std::vector<std::pair<QString, QString>> sections() const;

Q_SIGNALS:
    void pageShown();

private:
    QVariant loadResource(int type, const QUrl& name) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void showAnchor(const QString& anchor);
    void fill();

    QString m_page, m_anchor;
    QString m_html; ///< of the page, with pictures of no size
    int m_room = 0; ///< pixels that the text is wide
};

} // namespace rekindle::gui
