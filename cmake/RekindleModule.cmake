# Includes of ours are paths from the project's root: "core/dataset/manifest.h". The root itself is on no include
# path. Each layer shows what it wants to show through a folder of links of its own, its face, so such a path is "no
# such file" unless the including target links the layer: a wrong include does not build.
#
#   build/<preset>/include/<layer>/         what every layer above may include
#   build/<preset>/include/<layer>-inside/  the headers that only its own sources and its tests see
#   build/<preset>/include/<layer>-torch/   the headers that include LibTorch, for the layers that compute with it

# rekindle_face(<name> <header paths from the root> ...): a folder of links, made anew, so that a header that is no
# longer listed can no longer be included.
function(rekindle_face name)
    set(face "${CMAKE_BINARY_DIR}/include/${name}")
    file(REMOVE_RECURSE "${face}")
    foreach(header IN LISTS ARGN)
        if(NOT EXISTS "${CMAKE_SOURCE_DIR}/${header}")
            message(FATAL_ERROR "${header} is listed and is not there.")
        endif()
        get_filename_component(folder "${face}/${header}" DIRECTORY)
        file(MAKE_DIRECTORY "${folder}")
        # Relative, so that two checkouts give the compiler cache the same text.
        file(RELATIVE_PATH target "${folder}" "${CMAKE_SOURCE_DIR}/${header}")
        file(CREATE_LINK "${target}" "${face}/${header}" SYMBOLIC)
    endforeach()
    set(${name}_face "${face}" PARENT_SCOPE)
endfunction()

# rekindle_module(<layer> HEADERS ... [INSIDE ...] [TORCH ... [TORCH_DEPENDS ...]] SOURCES ... [DEPENDS ...]
#                 [PRIVATE ...])
#
# One static library per folder, alias rekindle::<layer>.
#   HEADERS  the layer's public face
#   INSIDE   headers for its own sources; its tests link rekindle::<layer>_inside
#   TORCH    headers that include LibTorch; other layers link rekindle::<layer>_torch
#   TORCH_DEPENDS  layers that appear in those
#   DEPENDS  layers and libraries that appear in the public headers
#   PRIVATE  layers and libraries that only the sources use
function(rekindle_module layer)
    cmake_parse_arguments(ARG "" "" "HEADERS;INSIDE;TORCH;TORCH_DEPENDS;SOURCES;DEPENDS;PRIVATE" ${ARGN})
    set(target rekindle_${layer})
    file(RELATIVE_PATH folder "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
    foreach(list IN ITEMS HEADERS INSIDE TORCH)
        list(TRANSFORM ARG_${list} PREPEND "${folder}/")
    endforeach()
    rekindle_face(${layer} ${ARG_HEADERS})
    rekindle_face(${layer}-inside ${ARG_INSIDE})
    add_library(${target} STATIC ${ARG_SOURCES})
    target_include_directories(${target} PUBLIC "${${layer}_face}" PRIVATE "${${layer}-inside_face}")
    target_link_libraries(${target} PUBLIC ${ARG_DEPENDS} PRIVATE rekindle_flags ${ARG_PRIVATE}
        ${ARG_TORCH_DEPENDS})
    add_library(rekindle::${layer} ALIAS ${target})
    rekindle_few_texts(${target})

    add_library(${target}_inside INTERFACE)
    target_include_directories(${target}_inside INTERFACE "${${layer}-inside_face}")
    target_link_libraries(${target}_inside INTERFACE ${target})
    add_library(rekindle::${layer}_inside ALIAS ${target}_inside)
    if(ARG_TORCH)
        rekindle_face(${layer}-torch ${ARG_TORCH})
        target_include_directories(${target} PRIVATE "${${layer}-torch_face}")
        add_library(${target}_torch INTERFACE)
        target_include_directories(${target}_torch INTERFACE "${${layer}-torch_face}")
        target_link_libraries(${target}_torch INTERFACE ${target} rekindle::torch ${ARG_TORCH_DEPENDS})
        add_library(rekindle::${layer}_torch ALIAS ${target}_torch)
    endif()

    # For tst_layering: which faces a layer may see, and a header of each.
    foreach(list IN ITEMS HEADERS INSIDE TORCH TORCH_DEPENDS DEPENDS PRIVATE)
        string(REPLACE ";" " " joined "${ARG_${list}}")
        set_property(GLOBAL APPEND PROPERTY rekindle_layers "${layer}|${list}|${joined}")
    endforeach()
endfunction()

# What each layer declared, a line "layer|what|list" each, for tst_layering.
function(rekindle_write_layers file)
    get_property(lines GLOBAL PROPERTY rekindle_layers)
    list(JOIN lines "\n" text)
    file(CONFIGURE OUTPUT "${file}" CONTENT "${text}\n" @ONLY)
endfunction()
