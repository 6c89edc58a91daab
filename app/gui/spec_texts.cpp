// Writes the texts of the specs as a source that lupdate reads: the specs are free of Qt and mark
// none of them for translation themselves.
#include "core/base/json.h"
#include "widgets/panels/spec_text.h"

#include <cstdio>

int main()
{
    std::puts("// Made by rekindle_spec_texts.");
    for (const std::string& text : rekindle::panels::specTexts())
        std::printf("QT_TRANSLATE_NOOP(\"Specs\", %s)\n",
                    rekindle::dumpJsonLine(rekindle::Json(text)).c_str());
    return 0;
}
