#include "core/dataset/image_content.h"

namespace rekindle::dataset {

void addContent(storage::Sha256& hash, const Manifest& manifest, const ImageEntry& image)
{
    constexpr std::string_view kEnd("\0", 1);
    const ImageFile& file = manifest.fileOf(image);
    hash.add(file.path);
    hash.add(kEnd);
    hash.add(file.sha256);
    if (file.images > 1) {
        hash.add(kEnd);
        hash.add(std::to_string(image.frame));
    }
}

} // namespace rekindle::dataset
