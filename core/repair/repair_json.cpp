#include "core/base/path_json.h"
#include "core/repair/repair_words.h"

namespace rekindle::repair {
namespace {

Json toJson(const inspect::Totals& totals)
{
    return Json{{"filters", totals.filters},
                {"dead", totals.dead},
                {"above", totals.above},
                {"share_dead", totals.shareDead()},
                {"share_above", totals.shareAbove()}};
}

Json toJson(const FeatureProof& proof, const std::vector<Scaled>& scaled)
{
    Json json;
    json["images"] = proof.images;
    json["source"] = pathToJson(proof.source);
    json["reading"] = proof.reading ? image::toJson(*proof.reading) : Json();
    json["max_abs_diff"] = proof.maxAbsDiff;
    json["max_rel_diff"] = proof.maxRelDiff;
    json["worst_dimension"] = proof.worstDimension;
    json["worst_image"] = proof.worstImage;
    json["train_worst_dimension"] = proof.trainWorstDimension;
    json["train_worst_image"] = proof.trainWorstImage;
    json["eval_preserved"] = proof.evalPreserved;
    json["tolerance"] = proof.tolerance;
    json["replaced_cosine"] = proof.replacedCosine;
    json["train_max_rel_diff"] = proof.trainMaxRelDiff;
    json["stages"] = Json::array();
    for (const StageProof& stage : proof.stages)
        json["stages"].push_back(Json{{"name", stage.name},
                                      {"change", stage.change},
                                      {"train_change", stage.trainChange},
                                      {"worst_channel", stage.worstChannel},
                                      {"replaced_cosine", stage.replacedCosine}});
    json["train_gain"] = Json::array();
    for (const Scaled& one : scaled)
        json["train_gain"].push_back(one.trainGain);
    return json;
}

Result<inspect::Totals> totalsFromJson(const Json& json, const std::string& subject)
{
    FieldReader fields(json, subject, "totals");
    inspect::Totals totals;
    totals.filters = static_cast<std::uint64_t>(fields.integer("filters"));
    totals.dead = static_cast<std::uint64_t>(fields.integer("dead"));
    totals.above = static_cast<std::uint64_t>(fields.integer("above"));
    RK_CHECK(fields.check());
    return totals;
}

Result<FeatureProof> proofFromJson(const Json& json, const std::string& subject)
{
    FieldReader fields(json, subject, "proof");
    FeatureProof proof;
    proof.images = static_cast<std::uint64_t>(fields.integer("images"));
    proof.maxAbsDiff = fields.number("max_abs_diff");
    proof.maxRelDiff = fields.number("max_rel_diff");
    proof.evalPreserved = fields.flag("eval_preserved", false);
    proof.tolerance = fields.number("tolerance");
    proof.replacedCosine = fields.number("replaced_cosine");
    proof.trainMaxRelDiff = fields.number("train_max_rel_diff");
    proof.worstDimension = fields.number("worst_dimension", 0);
    proof.worstImage = fields.number("worst_image", 0);
    proof.trainWorstDimension = fields.number("train_worst_dimension", 0);
    proof.trainWorstImage = fields.number("train_worst_image", 0);
    RK_CHECK(fields.check());
    for (const Json& entry : fields.any("stages")) {
        FieldReader stage(entry, subject, "stages");
        StageProof read;
        read.name = stage.text("name");
        read.change = stage.number("change");
        read.trainChange = stage.number("train_change", 0);
        read.worstChannel = stage.number("worst_channel", 0);
        read.replacedCosine = stage.number("replaced_cosine", 1);
        RK_CHECK(stage.check());
        proof.stages.push_back(std::move(read));
    }
    if (const Json& reading = fields.any("reading"); !reading.is_null()) {
        RK_TRY(proof.reading, image::readingFromJson(reading, subject));
    }
    RK_TRY(proof.source, pathField(json, "source", "proof.source", subject));
    return proof;
}

Result<Replaced> replacedFromJson(const Json& json, const std::string& subject)
{
    FieldReader fields(json, subject, "replaced");
    Replaced replaced;
    replaced.layer = fields.text("layer");
    replaced.filter = fields.integer("filter");
    replaced.donor = fields.integer("donor", -1);
    replaced.norm = fields.number("norm");
    RK_CHECK(fields.check());
    return replaced;
}

Result<Scaled> scaledFromJson(const Json& json, const std::string& subject)
{
    FieldReader fields(json, subject, "scaled");
    Scaled scaled;
    scaled.layer = fields.text("layer");
    scaled.filter = fields.integer("filter", -1);
    scaled.s = fields.number("s");
    scaled.evalGain = fields.number("eval_gain");
    scaled.trainGain = fields.number("train_gain");
    RK_CHECK(fields.check());
    return scaled;
}

} // namespace

Json toJson(const RepairSettings& settings)
{
    Json json;
    json["dead"] = word(settings.dead);
    json["dead_below"] = settings.deadBelow;
    json["copy_bn"] = settings.copyBn;
    json["scale"] = word(settings.scale);
    json["scale_above"] = settings.scaleAbove;
    json["rule"] = word(settings.rule);
    json["eps"] = word(settings.eps);
    json["seed"] = settings.seed;
    if (!settings.except.empty())
        json["except"] = settings.except;
    return json;
}

Result<RepairSettings> repairSettingsFromJson(const Json& json, const std::string& subject)
{
    FieldReader fields(json, subject, "settings");
    RepairSettings settings;
    RK_TRY(settings.dead, parseDeadMode(fields.text("dead", "copy")));
    RK_TRY(settings.scale, parseScaleScope(fields.text("scale", "layer")));
    RK_TRY(settings.rule, parseScaleRule(fields.text("rule", "paper")));
    RK_TRY(settings.eps, parseEpsMode(fields.text("eps", "literal")));
    settings.deadBelow = fields.number("dead_below", settings.deadBelow);
    settings.copyBn = fields.flag("copy_bn", settings.copyBn);
    settings.scaleAbove = fields.number("scale_above", settings.scaleAbove);
    settings.seed = static_cast<std::uint64_t>(fields.integer("seed", 0));
    if (fields.has("except"))
        settings.except = fields.texts("except");
    RK_CHECK(fields.check());
    return settings;
}

Json toJson(const RepairReport& report)
{
    Json json;
    json["input"] = pathToJson(report.input);
    json["output"] = pathToJson(report.output);
    json["settings"] = toJson(report.settings);
    json["replaced"] = Json::array();
    for (const Replaced& one : report.replaced)
        json["replaced"].push_back(Json{{"layer", one.layer},
                                        {"filter", one.filter},
                                        {"donor", one.donor < 0 ? Json() : Json(one.donor)},
                                        {"norm", one.norm}});
    json["scaled"] = Json::array();
    for (const Scaled& one : report.scaled)
        json["scaled"].push_back(Json{{"layer", one.layer},
                                      {"filter", one.filter < 0 ? Json() : Json(one.filter)},
                                      {"s", one.s},
                                      {"eval_gain", one.evalGain},
                                      {"train_gain", one.trainGain}});
    json["proof"] = report.proof ? toJson(*report.proof, report.scaled) : Json();
    json["before"] = toJson(report.before);
    json["after"] = toJson(report.after);
    json["warnings"] = rekindle::toJson(report.warnings);
    return json;
}

Result<RepairReport> repairReportFromJson(const Json& json, const std::string& subject)
{
    FieldReader fields(json, subject);
    RepairReport report;
    RK_TRY(report.input, pathField(json, "input", "input", subject));
    RK_TRY(report.output, pathField(json, "output", "output", subject));
    if (fields.has("warnings")) {
        RK_TRY(report.warnings, warningsFromJson(fields.any("warnings"), subject));
    }
    RK_TRY(report.settings, repairSettingsFromJson(fields.any("settings"), subject));
    for (const Json& one : fields.any("replaced")) {
        RK_TRY(auto replaced, replacedFromJson(one, subject));
        report.replaced.push_back(std::move(replaced));
    }
    for (const Json& one : fields.any("scaled")) {
        RK_TRY(auto scaled, scaledFromJson(one, subject));
        report.scaled.push_back(std::move(scaled));
    }
    if (!fields.any("proof").is_null()) {
        RK_TRY(report.proof, proofFromJson(fields.any("proof"), subject));
    }
    RK_TRY(report.before, totalsFromJson(fields.any("before"), subject));
    RK_TRY(report.after, totalsFromJson(fields.any("after"), subject));
    return report;
}

} // namespace rekindle::repair
