#include "app/cli/figure_file.h"

#include "core/base/text.h"
#include "core/job/child_process.h"
#include "core/storage/atomic_write.h"
#include "core/storage/descriptor.h"
#include "core/storage/sealed_folder.h"

#include <algorithm>
#include <array>
#include <unistd.h>

namespace rekindle::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kEndings{".pdf", ".svg", ".png"};

fs::path csvBeside(const fs::path& file)
{
    return fs::path(file).replace_extension(".csv");
}

/// A file that is gone at the end of its life.
class Scratch
{
public:
    explicit Scratch(fs::path file) : m_file(std::move(file)) {}
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch()
    {
        std::error_code code;
        fs::remove(m_file, code);
    }
    [[nodiscard]] const fs::path& path() const { return m_file; }

private:
    fs::path m_file;
};

Result<void> render(const fs::path& figure, const fs::path& file)
{
    const fs::path program = job::programFolder() / "rekindle";
    if (!fs::exists(program))
        return fail(ErrorKind::NotFound,
                    "Figures are drawn by the window's program, which is not here",
                    program.string(),
                    "Build it with ./dev build, or take the CSV that was written beside it.");
    RK_TRY(const job::ChildExit end, job::runChild({program.string(), "--render", figure.string(),
                                                    "--output", file.string()}));
    if (end.code != 0 || end.signal != 0 || !fs::exists(file))
        return fail(ErrorKind::Io, "The figure could not be drawn", file.string(),
                    "Check that its folder can be written and has room.");
    return {};
}

} // namespace

Result<void> checkOutput(const fs::path& file, Overwrite overwrite)
{
    std::error_code code;
    if (overwrite == Overwrite::Refuse && fs::exists(fs::symlink_status(file, code)))
        return fail(ErrorKind::Usage, "This output exists already", file.string(),
                    "Choose another name, or replace it with --force.");
    storage::sweepAbandoned(storage::parentFolder(file));
    // What cannot be written is found before the work and not after it.
    RK_CHECK(storage::AtomicFile::create(file, overwrite == Overwrite::Refuse
                                                   ? storage::Existing::Refuse
                                                   : storage::Existing::Replace));
    return {};
}

Result<void> checkFigureFile(const fs::path& file, Overwrite overwrite)
{
    const std::string ending = text::lower(file.extension().string());
    if (std::find(kEndings.begin(), kEndings.end(), ending) == kEndings.end())
        return fail(ErrorKind::Usage, "A figure is written as .pdf, .svg or .png", file.string(),
                    "Choose one of these endings.");
    RK_CHECK(checkOutput(file, overwrite));
    return checkOutput(csvBeside(file), overwrite);
}

Result<std::vector<fs::path>> writeFigure(const figures::Figure& figure, const fs::path& file)
{
    const fs::path csv = csvBeside(file);
    RK_CHECK(storage::atomicWrite(csv, figures::toCsv(figure)));
    // Beside the target: the same disk, and no picture's numbers in a shared folder.
    const Scratch scratch(fs::path(file) +=
                          ".tmp-" + std::to_string(static_cast<long>(::getpid())) + ".json");
    RK_CHECK(storage::atomicWrite(scratch.path(), dumpJson(figures::toJson(figure))));
    RK_CHECK(render(scratch.path(), file));
    return std::vector<fs::path>{file, csv};
}

} // namespace rekindle::cli
