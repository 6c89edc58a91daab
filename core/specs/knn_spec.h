#pragma once

#include "core/specs/spec.h"

namespace rekindle::specs {

/// What nearest neighbours have beside the settings of all protocols.
struct KnnSettings {
    int neighbours = 20;
};

[[nodiscard]] KnnSettings knnSettings(const Values& own);
[[nodiscard]] ProtocolSpec knnSpec();

} // namespace rekindle::specs
