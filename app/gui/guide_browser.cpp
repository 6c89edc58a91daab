#include "app/gui/guide_browser.h"

#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTimer>

#include <algorithm>

// Outside every namespace, as Q_INIT_RESOURCE asks.
static void initGuideResource()
{
    Q_INIT_RESOURCE(guide);
}

namespace rekindle::gui {
namespace {

constexpr int kDeepestSection = 3;

/// As GitHub makes it of a heading: lower case, blanks to hyphens, without punctuation.
QString anchorOf(const QString& heading)
{
    QString anchor;
    for (const QChar c : heading.toLower()) {
        if (c.isLetterOrNumber() || c == u'-' || c == u'_')
            anchor += c;
        else if (c.isSpace())
            anchor += u'-';
    }
    return anchor;
}

bool isSection(const QTextBlock& block)
{
    const int level = block.blockFormat().headingLevel();
    return level > 1 && level <= kDeepestSection;
}

} // namespace

GuideBrowser::GuideBrowser(QWidget* parent) : QTextBrowser(parent)
{
    initGuideResource();
    setOpenLinks(false);
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& link) { go(link.toString()); });
}

void GuideBrowser::go(const QString& link)
{
    const QString page = link.section(u'#', 0, 0);
    if (!page.isEmpty() && page != m_page) {
        QFile file(QStringLiteral(":/guide/") + page);
        if (!file.open(QIODevice::ReadOnly))
            return;
        m_page = page;
        QTextDocument document;
        document.setMarkdown(QString::fromUtf8(file.readAll()));
        m_html = document.toHtml();
        fill();
        Q_EMIT pageShown();
    }
    showAnchor(link.section(u'#', 1));
}

std::vector<std::pair<QString, QString>> GuideBrowser::sections() const
{
    std::vector<std::pair<QString, QString>> found;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (isSection(block))
            found.emplace_back(block.text(), anchorOf(block.text()));
    }
    return found;
}

void GuideBrowser::showAnchor(const QString& anchor)
{
    m_anchor = anchor;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (!anchor.isEmpty() && isSection(block) && anchorOf(block.text()) == anchor) {
            setTextCursor(QTextCursor(block));
            verticalScrollBar()->setValue(cursorRect().top() + verticalScrollBar()->value());
            return;
        }
    }
    if (anchor.isEmpty())
        verticalScrollBar()->setValue(0);
}

QVariant GuideBrowser::loadResource(int type, const QUrl& name)
{
    if (type == QTextDocument::ImageResource)
        return QImage(QStringLiteral(":/guide/") + name.path());
    return QTextBrowser::loadResource(type, name);
}

void GuideBrowser::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    if (viewport()->width() - 2 * static_cast<int>(document()->documentMargin()) == m_room)
        return;
    fill();
    showAnchor(m_anchor);
}

/// What was asked for before there was room for it.
void GuideBrowser::showEvent(QShowEvent* event)
{
    QTextBrowser::showEvent(event);
    QTimer::singleShot(0, this, [this] { showAnchor(m_anchor); });
}

/// Pictures are of the whole window: as wide as the text, never wider than they are.
void GuideBrowser::fill()
{
    m_room = viewport()->width() - 2 * static_cast<int>(document()->documentMargin());
    static const QRegularExpression kPicture(QStringLiteral("<img src=\"([^\"]+)\""));
    QString html = m_html;
    qsizetype from = 0;
    for (auto match = kPicture.match(html); match.hasMatch(); match = kPicture.match(html, from)) {
        const QImage picture(QStringLiteral(":/guide/") + match.captured(1));
        const QString sized = QStringLiteral("<img width=\"%1\" src=\"%2\"")
                                  .arg(std::min(picture.width(), m_room))
                                  .arg(match.captured(1));
        html.replace(match.capturedStart(), match.capturedLength(), sized);
        from = match.capturedStart() + sized.size();
    }
    setHtml(html);
}

} // namespace rekindle::gui
