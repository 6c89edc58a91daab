#include "widgets/look/icons.h"

#include "widgets/look/look.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace rekindle::look {

QPixmap iconPixmap(const QString& name, int size, const QColor& colour, double ratio)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

QIcon icon(const QString& name)
{
    QIcon icon;
    for (const double ratio : {1.0, 2.0}) {
        icon.addPixmap(iconPixmap(name, 20, colours().text, ratio));
        icon.addPixmap(iconPixmap(name, 20, colours().border, ratio), QIcon::Disabled);
    }
    return icon;
}

QIcon programIcon()
{
    return QIcon(QStringLiteral(":/icons/rekindle.svg"));
}

} // namespace rekindle::look
