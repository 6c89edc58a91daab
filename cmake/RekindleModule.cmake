# rekindle_module(<layer> [FOLDER <path>] HEADERS ... SOURCES ... [DEPENDS ...] [PRIVATE ...])
#
# One static library per folder, alias rekindle::<layer>. For each header under HEADERS a one-line
# forwarding header is written to build/include/<layer>/rekindle/<layer>/, and that directory is the
# target's only public include path. So <rekindle/dataset/manifest.h> is "no such file" unless the
# including target links rekindle::dataset, directly or through DEPENDS: a wrong include does not build.
#   HEADERS  the layer's public face; headers left out stay private to the folder
#   DEPENDS  layers and libraries that appear in the public headers
#   PRIVATE  layers and libraries that only the sources use
function(rekindle_module layer)
    cmake_parse_arguments(ARG "" "" "HEADERS;SOURCES;DEPENDS;PRIVATE" ${ARGN})
    set(target rekindle_${layer})
    set(face "${CMAKE_BINARY_DIR}/include/${layer}")
    foreach(header IN LISTS ARG_HEADERS)
        file(CONFIGURE OUTPUT "${face}/rekindle/${layer}/${header}"
            CONTENT "#pragma once\n#include \"${CMAKE_CURRENT_SOURCE_DIR}/${header}\"\n" @ONLY)
    endforeach()
    if(ARG_SOURCES)
        add_library(${target} STATIC ${ARG_SOURCES} ${ARG_HEADERS})
        target_include_directories(${target} PUBLIC "${face}")
        target_link_libraries(${target} PUBLIC ${ARG_DEPENDS} PRIVATE rekindle_flags ${ARG_PRIVATE})
    else()
        add_library(${target} INTERFACE)
        target_include_directories(${target} INTERFACE "${face}")
        target_link_libraries(${target} INTERFACE ${ARG_DEPENDS})
    endif()
    add_library(rekindle::${layer} ALIAS ${target})
endfunction()
