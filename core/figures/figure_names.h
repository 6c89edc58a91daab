#pragma once

// Private to the folder: the words of a figure's JSON.

#include "core/figures/figure.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace rekindle::figures {

inline constexpr std::array kRoles{
    std::pair{Role::Neutral, std::string_view("neutral")},
    std::pair{Role::P1x, std::string_view("p1x")},
    std::pair{Role::P2x, std::string_view("p2x")},
    std::pair{Role::P2xUnrepaired, std::string_view("p2x_unrepaired")},
    std::pair{Role::NoSecondStage, std::string_view("no_second_stage")},
    std::pair{Role::RandomStart, std::string_view("random_start")},
    std::pair{Role::Before, std::string_view("before")},
    std::pair{Role::After, std::string_view("after")},
    std::pair{Role::Laid1, std::string_view("laid1")},
    std::pair{Role::Laid2, std::string_view("laid2")},
    std::pair{Role::Laid3, std::string_view("laid3")},
    std::pair{Role::Laid4, std::string_view("laid4")},
    std::pair{Role::Laid5, std::string_view("laid5")},
    std::pair{Role::Laid6, std::string_view("laid6")},
    std::pair{Role::Difference, std::string_view("difference")},
};

inline constexpr std::array kPalettes{
    std::pair{Palette::Amount, std::string_view("amount")},
    std::pair{Palette::Difference, std::string_view("difference")},
};

inline constexpr std::array kMarks{
    std::pair{CellMark::None, std::string_view("")},
    std::pair{CellMark::Dead, std::string_view("dead")},
    std::pair{CellMark::Replaced, std::string_view("replaced")},
};

inline constexpr std::array kShapes{
    std::pair{Shape::Line, std::string_view("line")},
    std::pair{Shape::Steps, std::string_view("steps")},
    std::pair{Shape::Points, std::string_view("points")},
    std::pair{Shape::Level, std::string_view("level")},
};

inline constexpr std::array kEnds{
    std::pair{Ends::Bars, std::string_view("bars")},
    std::pair{Ends::Band, std::string_view("band")},
};

inline constexpr std::array kSigns{
    std::pair{Sign::OfRole, std::string_view("of_role")},
    std::pair{Sign::Kept, std::string_view("kept")},
    std::pair{Sign::WentOn, std::string_view("went_on")},
};

/// The first word of the table for what is not in it.
template <class Table, class Value>
[[nodiscard]] std::string_view nameIn(const Table& table, Value value)
{
    for (const auto& [known, name] : table) {
        if (known == value)
            return name;
    }
    return table.front().second;
}

/// Nothing for a word that is not in the table.
template <class Table>
[[nodiscard]] auto valueIn(const Table& table, std::string_view name)
    -> std::optional<decltype(table.front().first)>
{
    for (const auto& [value, known] : table) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

} // namespace rekindle::figures
