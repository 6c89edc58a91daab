// One program a container, by REKINDLE_FUZZ_CONTAINER, for libFuzzer (tests/fuzz/fuzz.sh).
#include "tests/fuzz/feed.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    rekindle::test::feed(REKINDLE_FUZZ_CONTAINER, std::as_bytes(std::span(data, size)));
    return 0;
}
