#include "core/dataset/folder_walk.h"

#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/image/image_format.h"
#include "core/storage/atomic_write.h"
#include "core/storage/input_file.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <map>
#include <set>
#include <sys/stat.h>
#include <utility>

namespace rekindle::dataset {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 64;
constexpr std::uint64_t kMostFiles = 5'000'000;

bool startsLikePicture(const fs::path& file)
{
    const auto input = storage::InputFile::open(file);
    if (!input)
        return false;
    const auto start = input->read(0, std::min<std::uint64_t>(input->size(), image::kProbeBytes));
    return start && image::startsLikePicture(*start);
}

class Walk
{
public:
    Walk(fs::path root, const job::Watch& watch) : m_root(std::move(root)), m_watch(watch) {}

    Result<FolderListing> run()
    {
        m_waiting.push_back({"", 0});
        do {
            while (!m_waiting.empty()) {
                const Below next = std::move(m_waiting.back());
                m_waiting.pop_back();
                RK_CHECK(readFolder(next));
            }
        } while (takeLink());
        std::sort(m_listing.pictures.begin(), m_listing.pictures.end());
        std::sort(m_listing.problems.begin(), m_listing.problems.end(),
                  [](const Problem& a, const Problem& b) { return a.file < b.file; });
        return std::move(m_listing);
    }

private:
    struct Below {
        std::string path; ///< relative; empty for the root
        int depth = 0;
    };

    /// Remembers a folder by what it is, not by its name; whether it had not been met before.
    bool meet(const fs::path& folder)
    {
        struct stat about {
        };
        return ::stat(folder.c_str(), &about) == 0 &&
               m_met.emplace(about.st_dev, about.st_ino).second;
    }

    /// Links are followed when all ordinary folders have been read, in the order of their names:
    /// one that leads to what is read already would give every image twice, or never end.
    bool takeLink()
    {
        while (!m_links.empty()) {
            const Below link = m_links.begin()->second;
            m_links.erase(m_links.begin());
            if (meet(m_root / link.path)) {
                m_waiting.push_back(link);
                return true;
            }
            problem(link.path, "hidden",
                    "This link leads to a folder that is read already; its images are not read "
                    "twice.");
        }
        return false;
    }

    void problem(const std::string& file, std::string kind, std::string message)
    {
        m_listing.problems.push_back({file, std::move(kind), std::move(message)});
    }

    Result<void> readFolder(const Below& below)
    {
        const fs::path here = below.path.empty() ? m_root : m_root / below.path;
        std::error_code error;
        fs::directory_iterator entries(here, error);
        if (error && below.path.empty())
            return fail(storage::ioError(error.value(), "read", here));
        if (error) {
            problem(below.path, "io",
                    "This folder may not be opened. Ask for the right to read it.");
            return {};
        }
        meet(here);
        bool empty = true;
        for (; entries != fs::directory_iterator(); entries.increment(error)) {
            empty = false;
            if (m_watch.stopping())
                return fail(ErrorKind::Cancelled, "Stopped on request");
            if (++m_seen > kMostFiles)
                return fail(
                    ErrorKind::Limit,
                    fmt::format("The folder holds more than {} files", text::count(kMostFiles)),
                    m_root.string(), "Choose a folder further down.");
            if (m_seen % 1000 == 0)
                m_watch.report(m_seen, 0, "finding images");
            sort(*entries, below);
        }
        if (error)
            problem(below.path, "io", "This folder could not be read to its end. Check the drive.");
        if (empty && !error && !below.path.empty())
            m_listing.emptyFolders.insert(below.path);
        return {};
    }

    /// Puts one entry where it belongs.
    void sort(const fs::directory_entry& entry, const Below& below)
    {
        const std::string name = entry.path().filename().string();
        const std::string path = below.path.empty() ? name : below.path + '/' + name;
        std::error_code error;
        const auto own = entry.symlink_status(error).type();
        const auto target = entry.status(error).type();
        if (name.starts_with('.')) {
            const bool folder = target == fs::file_type::directory;
            problem(path, "hidden",
                    fmt::format("The {} starts with a dot and was left out; such {} are made by "
                                "other programs. Rename it if it really belongs here.",
                                folder ? "folder" : "file", folder ? "folders" : "files"));
        } else if (own == fs::file_type::symlink && target == fs::file_type::directory) {
            if (below.depth + 1 < kDeepest)
                m_links.emplace(path, Below{path, below.depth + 1});
            else
                tooDeep(path);
        } else if (target == fs::file_type::directory) {
            if (below.depth + 1 < kDeepest)
                m_waiting.push_back({path, below.depth + 1});
            else
                tooDeep(path);
        } else if (image::claimsPicture(entry.path()) ||
                   (target == fs::file_type::regular && startsLikePicture(entry.path()))) {
            m_listing.pictures.push_back(path);
        } else {
            ++m_listing.others[text::lower(entry.path().extension().string())];
        }
    }

    void tooDeep(const std::string& path)
    {
        problem(path, "limit",
                fmt::format("The folder is deeper than {} levels; deeper parts were left out.",
                            kDeepest));
    }

    const fs::path m_root;
    const job::Watch& m_watch;
    std::map<std::string, Below> m_links;    ///< to folders, by path, not yet followed
    std::set<std::pair<dev_t, ino_t>> m_met; ///< folders that were read
    FolderListing m_listing;
    std::vector<Below> m_waiting;
    std::uint64_t m_seen = 0;
};

} // namespace

Result<FolderListing> walkFolder(const fs::path& folder, const job::Watch& watch)
{
    return guard(folder.string(), [&]() -> Result<FolderListing> {
        std::error_code error;
        const auto status = fs::status(folder, error);
        if (status.type() == fs::file_type::not_found)
            return fail(ErrorKind::NotFound, "There is no such folder", folder.string(),
                        "Check the path, and that its drive is connected.");
        if (error)
            return fail(storage::ioError(error.value(), "read", folder));
        if (status.type() != fs::file_type::directory)
            return fail(ErrorKind::NotFound, "This is a file, not a folder of images",
                        folder.string(), "Choose the folder that the images lie in.");
        return Walk(folder, watch).run();
    });
}

} // namespace rekindle::dataset
