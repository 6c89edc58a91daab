#pragma once

#include <QString>
#include <QVariant>

#include <string>
#include <vector>

namespace rekindle::panels {

class PageSet;

/// What stands in the fields of all pages, saved or not, to be put into the same fields of other
/// pages: a change of language makes all pages anew, and nothing that somebody typed is lost by it.
class Drafts
{
public:
    // Both show one page after the other, since a page is filled when it is shown.
    explicit Drafts(PageSet& pages);
    void putInto(PageSet& pages) const;

private:
    struct Field {
        QString name; ///< objectName
        QVariant value;
    };
    struct OfPage {
        QString page;          ///< its word for scripts
        bool planning = false; ///< Page::planning
        std::vector<Field> fields;
    };
    std::vector<OfPage> m_pages;
};

} // namespace rekindle::panels
