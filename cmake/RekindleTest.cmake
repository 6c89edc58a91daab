# rekindle_test(<name> SOURCES ... LINK ... [LABELS ...] [TIMEOUT s] [GUI])
#
# One Qt Test program registered with ctest. GUI tests run on Qt's offscreen platform.
function(rekindle_test name)
    cmake_parse_arguments(ARG "GUI" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    if(NOT ARG_SOURCES)
        set(ARG_SOURCES ${name}.cpp)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    if(NOT ARG_LABELS)
        set(ARG_LABELS unit)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests" REKINDLE_IS_TEST ON)
    # The test class stands in one source and needs nothing of what that includes. CMake's own way would have moc read
    # all those headers, and compile one more file a test.
    add_custom_command(OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${name}.moc"
        COMMAND Qt6::moc -DQT_NO_KEYWORDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp" -o "${name}.moc"
        DEPENDS "${name}.cpp" VERBATIM)
    target_sources(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}.moc")
    target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
    target_link_libraries(${name} PRIVATE rekindle_flags rekindle_test_support Qt6::Test ${ARG_LINK})
    target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS
        REKINDLE_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
        REKINDLE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        REKINDLE_BUILD_DIR="${CMAKE_BINARY_DIR}"
        REKINDLE_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    # Most of a test's compile time goes into the same headers, so they are compiled once for all.
    if("${ARG_LINK}" MATCHES "rekindle::(evaluate|selftest|[a-z]+_torch)" AND REKINDLE_ENGINE)
        target_precompile_headers(${name} REUSE_FROM rekindle_torch_test_headers)
    else()
        target_precompile_headers(${name} REUSE_FROM rekindle_test_headers)
    endif()
    set(environment "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;OMP_WAIT_POLICY=passive")
    if(REKINDLE_SANITIZE)
        # Sanitized code is up to fifteen times slower; what it finds ends the test.
        math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 15")
        set(known "${CMAKE_SOURCE_DIR}/tests/sanitizers")
        # Vectors cross into libraries that are not built with it; memory that is not to be had is ours to tell of,
        # and a worker that crashes has to end by its signal. Qt starts programs by a fork that shares memory, which
        # ThreadSanitizer takes for one that goes on.
        list(APPEND environment "ASAN_OPTIONS=allocator_may_return_null=1:detect_container_overflow=0:handle_segv=0"
            "QTEST_FUNCTION_TIMEOUT=3600000"
            "LSAN_OPTIONS=suppressions=${known}/lsan.supp:print_suppressions=0"
            "UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1"
            "TSAN_OPTIONS=handle_segv=0:die_after_fork=0:suppressions=${known}/tsan.supp:ignore_noninstrumented_modules=1:halt_on_error=1")
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "${environment}")
endfunction()

# rekindle_test_headers(<name> HEADERS ... [LINK ...]): headers compiled once for all tests.
function(rekindle_test_headers name)
    cmake_parse_arguments(ARG "" "" "HEADERS;LINK" ${ARGN})
    file(GENERATE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp" CONTENT "// Only the headers matter.\n")
    add_library(${name} OBJECT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
    set_target_properties(${name} PROPERTIES REKINDLE_IS_TEST ON)
    target_link_libraries(${name} PRIVATE rekindle_flags rekindle::base Qt6::Core ${ARG_LINK})
    target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS)
    target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()
