# Sources of one target compiled several to a text, where a whole build counts and not the next one after a change:
# headers, which are most of what a source costs, are read once a text.

# rekindle_few_texts(<target>): texts of up to 12 sources that share no private name.
function(rekindle_few_texts target)
    if(NOT REKINDLE_FEW_TEXTS)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    list(FILTER sources EXCLUDE REGEX "^/")
    list(TRANSFORM sources PREPEND "a\t")
    list(JOIN sources "\n" lines)
    set(list "${CMAKE_CURRENT_BINARY_DIR}/${target}.sources")
    file(CONFIGURE OUTPUT "${list}" CONTENT "${lines}\n" @ONLY)
    execute_process(COMMAND awk -v most=12 -f "${CMAKE_SOURCE_DIR}/packaging/lint_batches.awk" "${list}"
        WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE texts COMMAND_ERROR_IS_FATAL ANY)
    string(STRIP "${texts}" texts)
    string(REPLACE "\n" ";" texts "${texts}")
    set(number 0)
    foreach(text IN LISTS texts)
        math(EXPR number "${number} + 1")
        string(REPLACE " " ";" together "${text}")
        set_source_files_properties(${together} PROPERTIES UNITY_GROUP "text${number}")
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
