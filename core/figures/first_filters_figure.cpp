#include "core/figures/first_filters_figure.h"

#include "core/base/text.h"

namespace rekindle::figures {

Figure firstFiltersFigure(const std::string& name, const inspect::FirstFilters& filters,
                          double deadBelow)
{
    Figure figure;
    figure.id = "filters";
    figure.title = "First filters, " + name;
    std::size_t dead = 0;
    for (std::size_t i = 0; i < filters.pictures.size(); ++i) {
        const inspect::FilterPicture& picture = filters.pictures[i];
        Tile tile;
        tile.name = "filter " + std::to_string(i);
        tile.width = filters.width;
        tile.height = filters.height;
        tile.channels = filters.channels;
        tile.values = picture.values;
        const bool isDead = picture.norm < deadBelow;
        tile.mark = isDead ? CellMark::Dead : CellMark::None;
        tile.note = "norm " + text::fixed(picture.norm, 3) + (isDead ? ", dead" : "");
        dead += isDead ? 1 : 0;
        figure.tiles.push_back(std::move(tile));
    }
    if (figure.tiles.empty()) {
        figure.summary = "There is nothing to show.";
        return figure;
    }
    const std::string facts =
        text::count(filters.pictures.size()) + " filters of " + filters.layer + ", " +
        std::to_string(filters.width) + " x " + std::to_string(filters.height) + " " +
        (filters.channels == 3 ? "in colour" : "in grey") + ", " + text::count(dead) + " dead";
    figure.summary = facts + ".";
    figure.caption = "The filters of the first layer of " + name + " (" + facts +
                     "). Each is drawn around zero, which is the middle grey, by its own largest "
                     "value: brightness compares within a filter, not between filters.";
    if (!filters.note.empty())
        figure.notes.push_back(filters.note);
    figure.notes.emplace_back("Each filter is drawn by its own largest value. Red frame: dead.");
    figure.provenance = Json{{"weights", name}, {"layer", filters.layer}};
    return figure;
}

} // namespace rekindle::figures
