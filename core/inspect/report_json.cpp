#include "core/inspect/weight_report.h"

#include "core/base/path_json.h"
#include "core/base/text.h"

#include <algorithm>
#include <limits>

namespace rekindle::inspect {
namespace {

Json toJson(const Quantiles& q)
{
    return Json{{"min", q.min}, {"q25", q.q25}, {"median", q.median},
                {"q75", q.q75}, {"max", q.max}, {"mean", q.mean}};
}

Json toJson(const std::optional<Quantiles>& q)
{
    return q ? toJson(*q) : Json();
}

Json toJson(const LayerReport& layer)
{
    Json json;
    json["name"] = layer.name;
    json["shape"] = layer.shape;
    json["norm"] = layer.layerNorm;
    json["filter_norms"] = layer.filterNorms;
    json["dead"] = layer.dead;
    json["above"] = layer.above;
    if (layer.norm.empty()) {
        json["bn"] = nullptr;
        return json;
    }
    json["bn"] = Json{{"name", layer.norm},
                      {"gamma", toJson(layer.gamma)},
                      {"beta", toJson(layer.beta)},
                      {"mean", toJson(layer.mean)},
                      {"var", toJson(layer.var)}};
    return json;
}

/// JSON has no NaN; it is written as null.
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

Result<std::optional<Quantiles>> quantilesFromJson(const Json& json, const std::string& subject)
{
    if (json.is_null())
        return std::optional<Quantiles>();
    FieldReader fields(json, subject, "bn");
    const auto at = [&](const char* key) { return fields.number(key, kNone); };
    const Quantiles q{at("min"), at("q25"), at("median"), at("q75"), at("max"), at("mean")};
    RK_CHECK(fields.check());
    return std::optional<Quantiles>(q);
}

Result<LayerReport> layerFromJson(const Json& json, const std::string& subject)
{
    FieldReader fields(json, subject, "layers");
    LayerReport layer;
    layer.name = fields.text("name");
    layer.shape = fields.integers("shape");
    layer.layerNorm = fields.number("norm", kNone);
    layer.dead = fields.integers("dead");
    layer.above = static_cast<std::uint64_t>(fields.integer("above"));
    for (const Json& norm : fields.any("filter_norms"))
        layer.filterNorms.push_back(norm.is_number() ? norm.get<double>() : kNone);
    RK_CHECK(fields.check());
    if (fields.any("bn").is_null())
        return layer;
    FieldReader bn(fields.any("bn"), subject, "bn");
    layer.norm = bn.text("name");
    RK_CHECK(bn.check());
    RK_TRY(layer.gamma, quantilesFromJson(bn.any("gamma"), subject));
    RK_TRY(layer.beta, quantilesFromJson(bn.any("beta"), subject));
    RK_TRY(layer.mean, quantilesFromJson(bn.any("mean"), subject));
    RK_TRY(layer.var, quantilesFromJson(bn.any("var"), subject));
    return layer;
}

} // namespace

Json toJson(const WeightReport& report)
{
    Json json;
    json["file"] = pathToJson(report.file);
    json["dead_below"] = report.settings.deadBelow;
    json["above"] = report.settings.above;
    json["totals"] = Json{{"filters", report.totals.filters},
                          {"dead", report.totals.dead},
                          {"above", report.totals.above},
                          {"share_dead", report.totals.shareDead()},
                          {"share_above", report.totals.shareAbove()}};
    json["layers"] = Json::array();
    for (const LayerReport& layer : report.layers)
        json["layers"].push_back(toJson(layer));
    return json;
}

Result<WeightReport> reportFromJson(const Json& json, const std::string& subject)
{
    FieldReader fields(json, subject);
    WeightReport report;
    report.settings.deadBelow = fields.number("dead_below");
    report.settings.above = fields.number("above");
    RK_CHECK(fields.check());
    RK_TRY(report.file, pathField(json, "file", "file", subject));
    FieldReader totals(fields.any("totals"), subject, "totals");
    report.totals.filters = static_cast<std::uint64_t>(totals.integer("filters"));
    report.totals.dead = static_cast<std::uint64_t>(totals.integer("dead"));
    report.totals.above = static_cast<std::uint64_t>(totals.integer("above"));
    RK_CHECK(totals.check());
    for (const Json& layer : fields.any("layers")) {
        RK_TRY(auto parsed, layerFromJson(layer, subject));
        report.layers.push_back(std::move(parsed));
    }
    return report;
}

std::string toCsv(const WeightReport& report)
{
    std::string csv = "layer,filter,norm,dead,above,layer_norm\n";
    for (const LayerReport& layer : report.layers) {
        for (std::size_t filter = 0; filter < layer.filterNorms.size(); ++filter) {
            const auto index = static_cast<std::int64_t>(filter);
            const bool dead =
                std::find(layer.dead.begin(), layer.dead.end(), index) != layer.dead.end();
            csv += layer.name + ',' + std::to_string(filter) + ',' +
                   text::number(layer.filterNorms[filter]) + ',' + (dead ? "1" : "0") + ',' +
                   (layer.filterNorms[filter] > report.settings.above ? "1" : "0") + ',' +
                   text::number(layer.layerNorm) + '\n';
        }
    }
    return csv;
}

} // namespace rekindle::inspect
