#include "core/weights/safetensors_writer.h"

#include "core/base/guard.h"
#include "core/base/json.h"
#include "core/base/text.h"

#include <cmath>

namespace rekindle::weights {

namespace {

std::uint64_t bytesOf(const Tensor& tensor)
{
    return tensor.values.size() * (tensor.stored == Stored::Int64 ? 8U : 4U);
}

/// What cannot be written is a mistake of the caller, said before the disk is touched.
Result<void> checkTensor(const WeightSet::Item& item)
{
    const Tensor& tensor = item.tensor;
    if (item.name.empty() || item.name == "__metadata__" ||
        static_cast<std::uint64_t>(tensor.elements()) != tensor.values.size())
        return fail(ErrorKind::Internal,
                    "A tensor with an impossible name or shape was to be "
                    "written",
                    text::shown(item.name, 80), "Please report this.");
    if (tensor.stored == Stored::Int64) {
        for (const float value : tensor.values) {
            if (!(std::abs(value) < 0x1p62F) || std::trunc(value) != value)
                return fail(ErrorKind::Internal,
                            "A counter that is not a whole number was to be "
                            "written",
                            text::shown(item.name, 80), "Please report this.");
        }
    }
    return {};
}

/// Integers lie first, so that everything is aligned; the table keeps the order of the set.
std::string makeHeader(const WeightSet& weights, const Metadata& metadata)
{
    std::uint64_t integers = 0;
    for (const auto& item : weights.items())
        integers += item.tensor.stored == Stored::Int64 ? bytesOf(item.tensor) : 0;
    std::string header;
    // Put together by hand: an ordered object looks through all its keys for each new one.
    const auto append = [&](const std::string& key, const Json& value) {
        header += header.empty() ? '{' : ',';
        header += dumpJsonLine(key) + ':' + dumpJsonLine(value);
    };
    if (!metadata.empty()) {
        Json texts;
        texts["format"] = "pt";
        for (const auto& [key, value] : metadata)
            texts[key] = value;
        texts["rekindle.version"] = REKINDLE_VERSION;
        append("__metadata__", texts);
    }
    std::uint64_t integerAt = 0;
    std::uint64_t floatAt = integers;
    for (const auto& item : weights.items()) {
        const bool integer = item.tensor.stored == Stored::Int64;
        std::uint64_t& at = integer ? integerAt : floatAt;
        Json entry;
        entry["dtype"] = integer ? "I64" : "F32";
        entry["shape"] = item.tensor.shape;
        entry["data_offsets"] = {at, at + bytesOf(item.tensor)};
        at += bytesOf(item.tensor);
        append(item.name, entry);
    }
    header += header.empty() ? "{}" : "}";
    header.append((8 - header.size() % 8) % 8, ' ');
    return header;
}

Result<void> writeValues(storage::AtomicFile& file, const Tensor& tensor)
{
    if (tensor.stored == Stored::Float32)
        return file.write(std::as_bytes(std::span(tensor.values)));
    std::vector<std::int64_t> integers;
    for (const float value : tensor.values)
        integers.push_back(static_cast<std::int64_t>(value));
    return file.write(std::as_bytes(std::span(integers)));
}

} // namespace

Result<void> writeSafetensors(const std::filesystem::path& file, const WeightSet& weights,
                              const Metadata& metadata, storage::Existing existing)
{
    return guard(file.string(), [&]() -> Result<void> {
        for (const auto& item : weights.items())
            RK_CHECK(checkTensor(item));
        const std::string header = makeHeader(weights, metadata);
        const std::uint64_t length = header.size();
        RK_TRY(auto out, storage::AtomicFile::create(file, existing));
        RK_CHECK(out.write(std::as_bytes(std::span(&length, 1))));
        RK_CHECK(out.write(std::string_view(header)));
        for (const Stored kind : {Stored::Int64, Stored::Float32}) {
            for (const auto& item : weights.items()) {
                if (item.tensor.stored == kind)
                    RK_CHECK(writeValues(out, item.tensor));
            }
        }
        return out.commit();
    });
}

} // namespace rekindle::weights
