#include "core/weights/safetensors_reader.h"

#include "core/base/guard.h"
#include "core/base/text.h"

namespace rekindle::weights {
namespace {

Tensor makeTensor(const SafetensorsHeader::Entry& entry, Bytes raw)
{
    Tensor tensor;
    tensor.shape = entry.info.shape;
    tensor.stored = isFloating(entry.info.type) ? Stored::Float32 : Stored::Int64;
    tensor.values.resize(static_cast<std::size_t>(entry.info.elements));
    toFloat(entry.info.type, ByteOrder::Little, raw, tensor.values);
    return tensor;
}

Result<WeightSet> readAllTensors(const storage::InputFile& file, Metadata* metadata)
{
    const std::string subject = file.path().string();
    RK_TRY(auto header, readSafetensorsHeader(file));
    WeightSet weights;
    for (const auto& entry : header.entries) {
        const auto name = [&] { return "'" + text::shown(entry.info.key, 80) + "'"; };
        if (entry.info.type == ElementType::Other)
            return fail(ErrorKind::Unknown,
                        "Its tensor " + name() + " is of a type that Rekindle does not use",
                        subject);
        RK_TRY(const auto raw, file.read(entry.begin, entry.end - entry.begin));
        Tensor tensor = makeTensor(entry, raw);
        if (tensor.stored == Stored::Int64) {
            for (std::size_t i = 0; i < tensor.values.size(); ++i) {
                const auto exact = integerAt(entry.info.type, ByteOrder::Little, raw, i);
                // Beyond 2^24 a float may not hold an integer exactly, and a state must be exact.
                if (static_cast<double>(tensor.values[i]) != static_cast<double>(exact) ||
                    exact > (std::int64_t{1} << 53) || exact < -(std::int64_t{1} << 53))
                    return fail(ErrorKind::Limit,
                                "Its tensor " + name() + " holds a whole number that is too large",
                                subject);
            }
        }
        weights.set(entry.info.key, std::move(tensor));
    }
    if (metadata != nullptr)
        *metadata = std::move(header.metadata);
    return weights;
}

} // namespace

Result<WeightSet> readSafetensors(const std::filesystem::path& file, Metadata* metadata)
{
    return guard(file.string(), [&]() -> Result<WeightSet> {
        RK_TRY(const auto input, storage::InputFile::open(file));
        std::vector<std::byte> start(
            static_cast<std::size_t>(input.size() < 4096 ? input.size() : std::uint64_t{4096}));
        RK_CHECK(input.readAt(0, start));
        if (!startsLikeSafetensors(start))
            return fail(ErrorKind::Damaged, "This is not a whole .safetensors file", file.string());
        return readAllTensors(input, metadata);
    });
}

} // namespace rekindle::weights
