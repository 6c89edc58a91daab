#pragma once

#include "core/base/result.h"

#include <torch/torch.h>

#include <new>
#include <string>
#include <type_traits>
#include <utility>

namespace rekindle::model {

/// Runs LibTorch code and turns what it throws into an Error: out of memory apart from the rest,
/// and only the first line of LibTorch's text (the rest is its stack).
template <class Body>
auto torchGuard(const std::string& subject, Body&& body) -> std::invoke_result_t<Body>
{
    try {
        return std::forward<Body>(body)();
    } catch (const c10::OutOfMemoryError&) {
        return fail(ErrorKind::Memory, "The memory of the device is not enough for this step",
                    subject, "Use a smaller batch or image size, or another device.");
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::Memory, "There is not enough memory for this step", subject,
                    "Close other programs, or use a smaller batch or image size.");
    } catch (const c10::Error& error) {
        const std::string text = error.what_without_backtrace();
        const std::string line = text.substr(0, text.find('\n'));
        // The CPU allocator reports exhaustion as an ordinary error.
        if (line.find("allocate memory") != std::string::npos ||
            line.find("not enough memory") != std::string::npos)
            return fail(ErrorKind::Memory, "There is not enough memory for this step", subject,
                        "Close other programs, or use a smaller batch or image size.");
        const bool device = line.find("CUDA") != std::string::npos;
        return fail(device ? ErrorKind::Device : ErrorKind::Internal, line, subject);
    } catch (const std::exception& error) {
        return fail(ErrorKind::Internal, error.what(), subject);
    }
}

} // namespace rekindle::model
