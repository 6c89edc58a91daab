#include "core/base/error_json.h"

#include "core/base/text.h"

namespace rekindle {

Json toJson(const Error& error)
{
    return Json{{"kind", kindName(error.kind)},
                {"message", error.message},
                {"subject", text::shown(error.subject, 4096)},
                {"hint", error.hint}};
}

Result<std::optional<Error>> errorFromJson(const Json& json, const std::string& subject)
{
    if (json.is_null())
        return std::optional<Error>();
    FieldReader fields(json, subject, "error");
    const std::string kind = fields.text("kind");
    Error error{ErrorKind::Internal, fields.text("message"), fields.text("subject", ""),
                fields.text("hint", "")};
    RK_CHECK(fields.check());
    for (int i = 0; i <= static_cast<int>(ErrorKind::Internal); ++i) {
        if (kindName(static_cast<ErrorKind>(i)) == kind)
            error.kind = static_cast<ErrorKind>(i);
    }
    return std::optional(error);
}

} // namespace rekindle
