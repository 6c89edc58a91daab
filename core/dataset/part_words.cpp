#include "core/dataset/part_words.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace rekindle::dataset {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 4> kTrain = {"train", "training", "trn", "trainset"};
constexpr std::array<std::string_view, 7> kValidation = {
    "val", "valid", "validation", "dev", "valset", "development", "validate"};
constexpr std::array<std::string_view, 5> kTest = {"test", "testing", "tst", "holdout", "testset"};
/// Stand beside a part's word and say nothing.
constexpr std::array<std::string_view, 6> kFillers = {"set",   "data",   "part",
                                                      "split", "images", "dataset"};

template <class List>
bool holds(const List& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// "seg_train" as "seg", "train"; "TISSUE-100K" as "tissue", "100k"; "trainImages" as "train",
/// "images".
Words wordsOf(std::string_view name)
{
    Words words{{}};
    bool lowerBefore = false;
    for (const char c : name) {
        const auto letter = static_cast<unsigned char>(c);
        const bool upper = std::isupper(letter) != 0;
        // Bytes of letters beyond ASCII belong to words as well.
        if (std::isalnum(letter) == 0 && letter < 0x80) {
            words.emplace_back();
        } else {
            if (upper && lowerBefore)
                words.emplace_back();
            words.back() += static_cast<char>(std::tolower(letter));
        }
        lowerBefore = std::islower(letter) != 0;
    }
    std::erase_if(words, [](const std::string& word) { return word.empty(); });
    // "hold-out" is one word.
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i] == "hold" && words[i + 1] == "out") {
            words[i] = "holdout";
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
    }
    return words;
}

std::optional<Part> partOf(std::string_view word)
{
    if (holds(kTrain, word))
        return Part::Train;
    if (holds(kValidation, word))
        return Part::Validation;
    if (holds(kTest, word))
        return Part::Test;
    return std::nullopt;
}

} // namespace

std::optional<PartName> partInName(std::string_view name)
{
    std::optional<PartName> found;
    Words rest;
    for (const std::string& word : wordsOf(name)) {
        const auto part = partOf(word);
        if (part && found)
            return std::nullopt;
        if (part)
            found = PartName{*part, {}};
        else
            rest.push_back(word);
    }
    if (found)
        found->rest = text::join(rest, " ");
    return found;
}

std::optional<Part> partFromWord(std::string_view word)
{
    const auto named = partInName(word);
    if (!named)
        return std::nullopt;
    for (const std::string& other : text::split(named->rest, ' ')) {
        if (!other.empty() && !holds(kFillers, other))
            return std::nullopt;
    }
    return named->part;
}

} // namespace rekindle::dataset
