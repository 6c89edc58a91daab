#pragma once

#include "core/base/result.h"
#include "widgets/panels/page.h"

#include <QStringList>

#include <filesystem>
#include <optional>

namespace rekindle::gui {

/// What the command line of the window asks for.
struct Arguments {
    std::filesystem::path path;       ///< a study, an image folder or a checkpoint
    std::filesystem::path render;     ///< a figure to draw without a window
    std::filesystem::path output;     ///< of --render
    std::filesystem::path screenshot; ///< grab the window and quit
    QString press;                    ///< the name of a button to press before that
    double widthMm = 0;               ///< 0: what the figure is best seen at
    double textPoints = 7;
    QSize size;                       ///< of the window; empty: as it was
    std::optional<panels::Step> page; ///< to open at
    QString view;                     ///< of that page; empty: as it was
    bool help = false, version = false;
};

/// Reads `--render FIGURE --output FILE [--width-mm N] [--text-pt N]`, `--open-page NAME[:VIEW]`,
/// `--screenshot FILE`, `--press BUTTON`, `--size WxH`, `--version`, `--help` and a path. Kind
/// Usage.
[[nodiscard]] Result<Arguments> readArguments(const QStringList& words);

[[nodiscard]] std::string usage();

} // namespace rekindle::gui
