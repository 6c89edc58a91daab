# LibTorch out of the pinned wheel that ./dev unpacked. find_package(Torch) is not used: it demands a
# CUDA toolkit. Two imported libraries are enough; CUDA, where it is there, is loaded at run time.
set(REKINDLE_TORCH_ROOT "$ENV{REKINDLE_TORCH_ROOT}" CACHE PATH "Folder with torch/ and nvidia/ of the pinned wheels")
if(NOT EXISTS "${REKINDLE_TORCH_ROOT}/torch/lib/libtorch_cpu.so")
    message(FATAL_ERROR "LibTorch is not in '${REKINDLE_TORCH_ROOT}'. Run ./dev build, which fetches it, "
        "or set REKINDLE_TORCH_ROOT.")
endif()
set(torch_lib "${REKINDLE_TORCH_ROOT}/torch/lib")
set(cuda_lib "${REKINDLE_TORCH_ROOT}/nvidia/cu13/lib")

add_library(torch_c10 SHARED IMPORTED)
set_target_properties(torch_c10 PROPERTIES IMPORTED_LOCATION "${torch_lib}/libc10.so")
add_library(torch_cpu SHARED IMPORTED)
set_target_properties(torch_cpu PROPERTIES IMPORTED_LOCATION "${torch_lib}/libtorch_cpu.so")

add_library(rekindle_torch INTERFACE)
add_library(rekindle::torch ALIAS rekindle_torch)
target_include_directories(rekindle_torch SYSTEM INTERFACE
    "${REKINDLE_TORCH_ROOT}/torch/include"
    "${REKINDLE_TORCH_ROOT}/torch/include/torch/csrc/api/include")
target_link_libraries(rekindle_torch INTERFACE torch_cpu torch_c10)
# libtorch_cpu asks for CUDA's runtime and profiler libraries even where no GPU is.
target_link_options(rekindle_torch INTERFACE
    "-Wl,-rpath-link,${cuda_lib}" "-Wl,--enable-new-dtags" "-Wl,-rpath,${torch_lib}:${cuda_lib}")
