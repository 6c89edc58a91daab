#include "core/dataset/split_hash.h"

#include "core/dataset/image_content.h"

namespace rekindle::dataset {
namespace {

/// Names end in a zero byte, which no file name holds: "a" + "bc" is not "ab" + "c".
void addName(storage::Sha256& hash, const std::string& name)
{
    hash.add(name);
    hash.add(std::string_view("\0", 1));
}

} // namespace

std::string hashOf(const Manifest& manifest, const std::vector<std::size_t>& images)
{
    storage::Sha256 hash;
    for (const std::size_t image : images) {
        addContent(hash, manifest, manifest.images[image]);
        hash.add("\n");
    }
    return hash.hex();
}

std::string hashOf(const Manifest& manifest, const Split& split)
{
    storage::Sha256 hash;
    for (const std::string& name : manifest.classes)
        addName(hash, name);
    for (const auto* part : {&split.train, &split.validation, &split.test}) {
        hash.add("\npart\n");
        for (const std::size_t image : *part) {
            addContent(hash, manifest, manifest.images[image]);
            hash.add(" " + std::to_string(manifest.images[image].label) + "\n");
        }
    }
    return hash.hex();
}

} // namespace rekindle::dataset
