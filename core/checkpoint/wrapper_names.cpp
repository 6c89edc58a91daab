#include "core/checkpoint/wrapper_names.h"

#include <algorithm>
#include <array>

namespace rekindle::checkpoint {
namespace {

/// Modules with one module in them and no tensors: torch.compile, FSDP of PyTorch and of fairscale,
/// activation checkpointing, Lightning Fabric, Opacus.
constexpr std::array<std::string_view, 6> kWrappers{
    "_orig_mod",   "_fsdp_wrapped_module", "_checkpoint_wrapped_module",
    "_fpw_module", "_forward_module",      "_module"};

} // namespace

std::string withoutWrappers(std::string_view name)
{
    // Most names have none, and a file may have very many.
    if (!name.starts_with('_') && name.find("._") == std::string_view::npos)
        return std::string(name);
    std::string kept;
    while (true) {
        const std::size_t dot = name.find('.');
        const std::string_view part = name.substr(0, dot);
        if (dot == std::string_view::npos)
            return kept.append(part);
        if (std::find(kWrappers.begin(), kWrappers.end(), part) == kWrappers.end())
            kept.append(part).push_back('.');
        name.remove_prefix(dot + 1);
    }
}

} // namespace rekindle::checkpoint
