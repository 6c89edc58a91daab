#include "app/cli/reading_options.h"

#include "app/cli/run_work.h"
#include "core/base/text.h"
#include "core/dataset/manifest_file.h"
#include "core/study/study.h"

#include <functional>
#include <string>
#include <variant>

namespace rekindle::cli {
namespace {

namespace fs = std::filesystem;

/// An option whose text one function turns into a value; its own words where it cannot.
void addText(CLI::App& verb, const std::string& name, const std::string& means,
             const std::function<Result<void>(const std::string&)>& take)
{
    verb.add_option_function<std::string>(
        name,
        [take, name](const std::string& text) {
            if (const auto taken = take(text); !taken)
                throw CLI::ValidationError(name, taken.error().message);
        },
        means);
}

bool isStudyFolder(const fs::path& path)
{
    std::error_code code;
    return fs::is_regular_file(path / "study.json", code);
}

/// The images of a run, as they were when it was planned.
Result<dataset::Manifest> imagesOfRun(const fs::path& path)
{
    RK_TRY(const auto folder, run::RunFolder::open(path));
    RK_TRY(const auto settings, folder.settings());
    RK_TRY(const auto list, folder.imageList());
    return dataset::readManifest(
        list, std::visit([](const auto& of) { return fs::path(of.images); }, settings));
}

Result<dataset::Manifest> imagesOfStudy(const fs::path& path)
{
    RK_TRY(const auto study, study::openStudy(path));
    if (study.images.empty())
        return fail(ErrorKind::Usage, "No images were chosen in this study", path.string(),
                    "Choose some in the window, or name their folder.");
    return study::images(study);
}

} // namespace

void addReadingOptions(CLI::App& verb, image::Reading& reading)
{
    addText(verb, "--window", "Centre and width of the values that are shown, as 40,400",
            [&reading](const std::string& text) -> Result<void> {
                RK_TRY(reading.window, image::windowFrom(text));
                reading.mapping = image::Mapping::Window;
                return {};
            });
    addText(verb, "--percentiles", "Show this range of all the images' values, as 0.5,99.5",
            [&reading](const std::string& text) { return image::setPercentiles(reading, text); });
    verb.add_flag_function(
        "--full-range", [&reading](std::int64_t) { reading.mapping = image::Mapping::Full; },
        "Show everything that can be stored, whatever window a file asks for");
    addText(verb, "--bands", "Bands of a satellite image as red, green, blue, as 4,3,2; or one",
            [&reading](const std::string& text) -> Result<void> {
                RK_TRY(reading.bands, image::bandsFrom(text));
                return {};
            });
    addText(verb, "--axis", "How volumes are cut: axial, coronal or sagittal",
            [&reading](const std::string& text) -> Result<void> {
                RK_TRY(reading.axis, image::axisFrom(text));
                return {};
            });
    verb.get_option("--percentiles")->excludes("--window");
    verb.get_option("--full-range")->excludes("--window")->excludes("--percentiles");
}

std::string readingWords(const image::Reading& reading)
{
    const auto pair = [](double first, double second) {
        return text::number(first) + ',' + text::number(second);
    };
    std::string words;
    if (reading.mapping == image::Mapping::Window)
        words += " --window " + pair((reading.window.black + reading.window.white) / 2,
                                     reading.window.white - reading.window.black);
    if (reading.mapping == image::Mapping::Percentiles)
        words += " --percentiles " + pair(reading.lowPercent, reading.highPercent);
    if (reading.mapping == image::Mapping::Full)
        words += " --full-range";
    for (std::size_t i = 0; i < reading.bands.size() && reading.bands[i] > 0; ++i)
        words += (i == 0 ? " --bands " : ",") + std::to_string(reading.bands[i]);
    if (reading.axis != image::VolumeAxis::Axial)
        words += std::string(" --axis ") +
                 (reading.axis == image::VolumeAxis::Coronal ? "coronal" : "sagittal");
    return words;
}

Result<ImageSource> imageSource(const fs::path& images, const image::Reading& chosen)
{
    const bool study = isStudyFolder(images);
    if (!study && !isRunFolder(images))
        return ImageSource{images, chosen};
    RK_TRY(const auto list, study ? imagesOfStudy(images) : imagesOfRun(images));
    ImageSource source{list.folder, chosen.isDefault() ? list.reading : chosen};
    source.reading.set = {};
    return source;
}

} // namespace rekindle::cli
