#pragma once

#include "core/base/warning.h"
#include "core/dataset/manifest.h"
#include "core/study/study.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::bridge {

/// How the chosen images fall into parts, counted, with what must be known of it.
struct ImageParts {
    bool fromFolder = false; ///< the folder's own parts, not drawn
    std::uint64_t train = 0, validation = 0, test = 0;
    std::uint64_t pretraining = 0; ///< images that pretraining may see
    struct Class {
        std::uint64_t all = 0, train = 0, validation = 0, test = 0;
    };
    std::vector<Class> classes;   ///< as Manifest::classes; empty without labels
    std::optional<Error> problem; ///< why they cannot be split
    Warnings warnings;            ///< copies and patients on both sides, classes that a part lacks
};

/// The images of a study as the pages show them, read and counted off the window's thread: 100,000
/// images take longer than a frame.
struct StudyImages {
    std::shared_ptr<const dataset::Manifest> manifest; ///< null while none are chosen or readable
    std::shared_ptr<const ImageParts> parts;           ///< with the manifest
    std::optional<Error> problem;                      ///< why the stored list cannot be read
};

/// The images of `study`. The same values as `before` while the images are the same, so that pages
/// need not look closer.
[[nodiscard]] StudyImages readStudyImages(const study::Study& study, const StudyImages& before);

} // namespace rekindle::bridge
