#include "core/packed/pack_table.h"

#include "core/dataset/manifest_file.h"

#include <string>

namespace rekindle::packed {

storage::Table packTable(const dataset::Manifest& manifest, const Layout& layout, int shortSide,
                         const std::vector<Kept>& kept)
{
    storage::Table table = dataset::toTable(manifest);
    table.attributes["packed"] = kKind;
    table.attributes["packed_short_side"] = std::to_string(shortSide);
    table.attributes["packed_filter"] = kFilter;
    table.attributes["content_sha256"] = manifest.contentHash();
    table.attributes["how_to_read"] =
        "Image i is pixels[o : o + h * w * c] in the shape (h, w, c) with o = packed_offset[i], h "
        "= packed_height[i], w = packed_width[i], c = packed_channels[i]; black is 0, white is 2 ^ "
        "packed_bits[i] - 1.";
    const std::size_t count = layout.slots.size();
    const auto put = [&](const char* name, const auto& of) {
        std::vector<std::int64_t> values(count);
        for (std::size_t i = 0; i < count; ++i)
            values[i] = static_cast<std::int64_t>(of(i));
        table.arrays[name] = {{count}, std::move(values)};
    };
    put("packed_offset", [&](std::size_t i) { return layout.slots[i].offset; });
    put("packed_width", [&](std::size_t i) { return layout.slots[i].width; });
    put("packed_height", [&](std::size_t i) { return layout.slots[i].height; });
    put("packed_channels", [&](std::size_t i) { return kept[i].channels; });
    put("packed_bits", [&](std::size_t i) { return kept[i].bits; });
    put("packed_crc32c", [&](std::size_t i) { return kept[i].crc32c; });
    return table;
}

storage::Bulk bulkOf(const Layout& layout)
{
    return {std::string(kPixels), layout.width, layout.elements};
}

} // namespace rekindle::packed
