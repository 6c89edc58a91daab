#pragma once

#include "core/base/result.h"
#include "core/image/image.h"
#include "core/job/helper_program.h"
#include "core/slides/slide_request.h"

#include <filesystem>

namespace rekindle::slides {

/// A whole slide, read by OpenSlide in a process of its own (rekindle-slides), which may crash,
/// hang or grow without harm. For one thread.
class Slide
{
public:
    /// Kinds NotFound (the program is missing), Unknown (no slide), Damaged.
    [[nodiscard]] static Result<Slide> open(const std::filesystem::path& file);

    [[nodiscard]] const SlideFacts& facts() const { return m_facts; }
    /// A rectangle of a level, its corner in pixels of level 0; what lies outside is white. Kinds
    /// Damaged, Limit.
    [[nodiscard]] Result<image::Image> region(int level, std::int64_t x, std::int64_t y, int width,
                                              int height);

private:
    Slide(job::HelperProgram helper, const SlideFacts& facts, std::string name)
        : m_helper(std::move(helper)), m_facts(facts), m_name(std::move(name))
    {
    }
    job::HelperProgram m_helper;
    SlideFacts m_facts;
    std::string m_name;
};

} // namespace rekindle::slides
