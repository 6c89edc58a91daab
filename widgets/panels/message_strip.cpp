#include "widgets/panels/message_strip.h"

#include "widgets/bridge/error_text.h"
#include "widgets/look/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace rekindle::panels {

MessageStrip::MessageStrip(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("message"));
    m_text = new QLabel;
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy = new QPushButton(tr("Copy details"));
    look::setRole(m_copy, "link");
    auto* close = new QPushButton(tr("Dismiss"));
    look::setRole(close, "link");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(look::space::kMedium, look::space::kSmall, look::space::kMedium,
                               look::space::kSmall);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_copy);
    layout->addWidget(close);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details); });
    connect(close, &QPushButton::clicked, this, &MessageStrip::clear);
    hide();
}

void MessageStrip::showError(const Error& error)
{
    const bool stopped = error.kind == ErrorKind::Cancelled;
    show(stopped ? "note" : "error", stopped ? tr("Stopped") : tr("Problem"),
         bridge::errorText(error), bridge::errorDetails(error));
}

void MessageStrip::showNote(const QString& text)
{
    show("note", tr("Note"), text, {});
}

void MessageStrip::clear()
{
    m_text->clear();
    hide();
}

QString MessageStrip::text() const
{
    return m_text->text();
}

void MessageStrip::show(const char* role, const QString& word, const QString& text,
                        const QString& details)
{
    look::setRole(this, role);
    style()->unpolish(this);
    style()->polish(this);
    m_text->setText(text);
    setAccessibleName(word);
    setAccessibleDescription(text);
    m_details = details;
    m_copy->setVisible(!details.isEmpty());
    setVisible(true);
}

} // namespace rekindle::panels
