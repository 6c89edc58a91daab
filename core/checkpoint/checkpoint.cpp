#include "core/checkpoint/checkpoint.h"

#include "core/base/guard.h"
#include "core/base/path_json.h"
#include "core/base/text.h"

namespace rekindle::checkpoint {

Result<std::string> contentHash(const Checkpoint& checkpoint)
{
    if (checkpoint.parts == nullptr)
        return fail(ErrorKind::Internal, "Weights that no file holds have no content to name",
                    checkpoint.file.string(), "Please report this.");
    return guard(checkpoint.file.string(), [&] { return checkpoint.parts->sha256(); });
}

std::map<std::string, std::string> notesOf(const Checkpoint& checkpoint)
{
    const weights::Conventions& conventions = checkpoint.conventions;
    std::map<std::string, std::string> notes{
        {"rekindle.padding", std::string(weights::paddingName(conventions.padding))},
        {"rekindle.normalisation",
         std::string(weights::normalisationName(conventions.normalisation))},
        {"rekindle.bn_eps", text::number(conventions.bnEps)},
        {"rekindle.architecture", weights::name(checkpoint.architecture)}};
    if (!checkpoint.method.empty())
        notes["rekindle.method"] = checkpoint.method;
    return notes;
}

Json infoJson(const Checkpoint& checkpoint, const std::string& sha256)
{
    const auto names = [](const std::vector<std::string>& raw) {
        Json list = Json::array();
        for (const std::string& name : raw)
            list.push_back(text::shown(name));
        return list;
    };
    Json json;
    json["file"] = pathToJson(checkpoint.file);
    json["format"] = checkpoint.format;
    json["writer"] = checkpoint.writer;
    json["method"] = checkpoint.method;
    json["conventions"] = toJson(checkpoint.conventions);
    json["architecture"] = toJson(checkpoint.architecture);
    if (!checkpoint.onlyLook.empty())
        json["architecture"] = Json{{"family", "other"}, {"name", checkpoint.onlyLook}};
    json["trainable"] = checkpoint.onlyLook.empty();
    json["parameters"] = checkpoint.weights.parameters();
    json["convolutions"] = checkpoint.onlyLook.empty()
                               ? weights::convLayers(checkpoint.architecture).size()
                               : checkpoint.layers.size();
    json["ignored"] = names(checkpoint.ignored);
    json["missing"] = names(checkpoint.missing);
    json["checksums"] = checkpoint.checksums;
    json["sha256"] = sha256;
    json["bytes"] = checkpoint.bytes;
    json["warnings"] = toJson(checkpoint.warnings);
    json["metadata"] = Json::object();
    for (const auto& [key, value] : checkpoint.metadata)
        json["metadata"][text::shown(key)] = text::shown(value, 4096);
    return json;
}

} // namespace rekindle::checkpoint
