#include "core/study/seen_images.h"

namespace rekindle::study {

Result<std::vector<std::size_t>> imagesSeen(const dataset::Manifest& manifest,
                                            const run::PretrainSettings& settings)
{
    return dataset::imagesToLearnFrom(manifest, settings.seeTestImages,
                                      run::needsLabels(settings) ? dataset::Labels::Needed
                                                                 : dataset::Labels::NotNeeded);
}

} // namespace rekindle::study
