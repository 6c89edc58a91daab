#pragma once

#include "core/base/json.h"
#include "core/weights/architecture.h"

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace rekindle::test {

/// The smallest network that is still a ResNet-18: 4 channels in the stem.
inline weights::Architecture tinyArchitecture()
{
    weights::Architecture tiny;
    tiny.depth = 18;
    tiny.bottleneck = false;
    tiny.blocks = {2, 2, 2, 2};
    tiny.stemChannels = 4;
    tiny.inner = {4, 8, 16, 32};
    tiny.featureDim = 32;
    return tiny;
}

/// Writes a .safetensors with the standard names, without our own writer: a header of JSON, its
/// length before it, the values behind it. `mark` makes files differ. `metadata` holds texts.
inline void writeTinyCheckpoint(const std::filesystem::path& file, float mark = 0.5F,
                                const Json& metadata = {})
{
    Json header = Json::object();
    std::vector<float> values;
    if (metadata.is_object())
        header["__metadata__"] = metadata;
    const auto add = [&](const std::string& name, std::vector<std::int64_t> shape, float value) {
        std::int64_t count = 1;
        for (const std::int64_t side : shape)
            count *= side;
        const std::size_t begin = values.size() * sizeof(float);
        for (std::int64_t i = 0; i < count; ++i)
            values.push_back(value + 0.01F * static_cast<float>(i % 17));
        header[name] = {{"dtype", "F32"},
                        {"shape", shape},
                        {"data_offsets", {begin, values.size() * sizeof(float)}}};
    };
    for (const weights::ConvLayer& layer : weights::convLayers(tinyArchitecture())) {
        add(layer.conv + ".weight", {layer.outputs, layer.inputs, layer.kernel, layer.kernel},
            mark);
        add(layer.norm + ".weight", {layer.outputs}, 1);
        add(layer.norm + ".bias", {layer.outputs}, 0);
        add(layer.norm + ".running_mean", {layer.outputs}, 0);
        add(layer.norm + ".running_var", {layer.outputs}, 1);
    }
    const std::string text = header.dump();
    const std::uint64_t length = text.size();
    std::ofstream stream(file, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(&length), sizeof length);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    stream.write(reinterpret_cast<const char*>(values.data()),
                 static_cast<std::streamsize>(values.size() * sizeof(float)));
}

} // namespace rekindle::test
