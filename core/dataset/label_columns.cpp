#include "core/dataset/label_columns.h"

#include "core/base/text.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <set>
#include <span>
#include <string_view>

namespace rekindle::dataset {
namespace {

using namespace std::string_view_literals;

// Best first; letters and digits alone, in lower case.
constexpr std::string_view kFile[] = {
    "file"sv,    "filename"sv, "filepath"sv,  "imagefile"sv, "imagepath"sv,  "imagefilename"sv,
    "path"sv,    "image"sv,    "imagename"sv, "imageid"sv,   "imageindex"sv, "img"sv,
    "imgname"sv, "imgpath"sv,  "imgid"sv,     "picture"sv,   "photo"sv,      "files"sv,
    "images"sv,  "name"sv,     "id"sv};
constexpr std::string_view kLabel[] = {
    "label"sv,   "labels"sv, "class"sv,       "classname"sv, "category"sv,      "diagnosis"sv,
    "dx"sv,      "target"sv, "groundtruth"sv, "finding"sv,   "findinglabels"sv, "grade"sv,
    "classid"sv, "y"sv};
constexpr std::string_view kPatient[] = {"patient"sv, "patientid"sv, "subject"sv, "subjectid"sv,
                                         "person"sv,  "personid"sv,  "case"sv,    "caseid"sv};
constexpr std::string_view kSplit[] = {"split"sv, "partition"sv, "subset"sv, "set"sv, "part"sv};

/// "Image ID", "image_id" and "ImageId" are one name.
std::string plain(std::string_view name)
{
    std::string letters;
    for (const char c : name) {
        const auto letter = static_cast<unsigned char>(c);
        if (std::isalnum(letter) != 0 || letter >= 0x80)
            letters += static_cast<char>(std::tolower(letter));
    }
    return letters;
}

std::size_t columnOf(const std::vector<std::string>& plainNames,
                     std::span<const std::string_view> wanted)
{
    for (const std::string_view name : wanted) {
        const auto at = std::find(plainNames.begin(), plainNames.end(), name);
        if (at != plainNames.end())
            return static_cast<std::size_t>(at - plainNames.begin());
    }
    return LabelColumns::kNone;
}

} // namespace

std::string LabelColumns::shown() const
{
    std::vector<std::string> parts;
    const auto add = [&](const char* what, std::size_t column) {
        if (column != kNone)
            parts.push_back(fmt::format("{} {}", what, text::shown(names[column], 40)));
    };
    add("file", file);
    add("label", label);
    add("patient", patient);
    add("split", split);
    return text::join(parts, ", ");
}

Result<LabelColumns> findColumns(std::vector<std::string> names, const std::string& subject)
{
    LabelColumns columns;
    std::vector<std::string> plainNames;
    std::set<std::string> seen;
    for (const std::string& name : names) {
        plainNames.push_back(plain(name));
        if (!plainNames.back().empty() && !seen.insert(plainNames.back()).second)
            return fail(ErrorKind::Damaged,
                        fmt::format("Line 1 of the table: the column {} appears twice",
                                    text::shown(name, 40)),
                        subject, "Give each column a name of its own.");
    }
    columns.file = columnOf(plainNames, kFile);
    columns.label = columnOf(plainNames, kLabel);
    columns.patient = columnOf(plainNames, kPatient);
    columns.split = columnOf(plainNames, kSplit);
    columns.names = std::move(names);
    columns.splitByName =
        columns.split != LabelColumns::kNone && plainNames[columns.split] == "split";
    if (columns.file == LabelColumns::kNone)
        return fail(
            ErrorKind::Damaged,
            fmt::format("Line 1 of the table: no column names the files. Its columns are {}",
                        text::shown(text::join(columns.names, ", "), 200)),
            subject, "Call the columns file and label, and if wanted patient and split.");
    return columns;
}

} // namespace rekindle::dataset
