// A plain pickle of numpy's arrays, such as the released BYOL weights: dill's, with haiku's names
// (recipes 3.7). Such a file has no checksum over its values.
#include "core/base/text.h"
#include "core/formats/format.h"
#include "core/formats/pickled_arrays.h"

namespace rekindle::formats {
namespace {

constexpr std::uint64_t kLargestFile = 0xFFFFFFF0U;

class ArrayPickle final : public StoredTensors
{
public:
    ArrayPickle(pickle::Pickle pickle, PickledArrays found, std::string subject)
        : m_pickle(std::move(pickle)), m_arrays(std::move(found.arrays)),
          m_subject(std::move(subject))
    {
        format = "dill-haiku";
        writer = found.haiku ? "haiku" : "numpy";
        writer += found.dill ? " (dill)" : " (pickle)";
        for (const NumpyArray& array : m_arrays)
            m_tensors.push_back(array.info);
    }

    Result<void> load(std::span<const std::size_t> wanted, const Take& take) override
    {
        RK_CHECK(checkShared(wanted));
        std::vector<std::byte> room;
        for (std::size_t nth = 0; nth < wanted.size(); ++nth) {
            const NumpyArray& array = m_arrays[wanted[nth]];
            RK_TRY(const Bytes bytes, bytesOf(m_pickle.values, array, room, m_subject));
            RK_CHECK(take(nth, {array.info.type, array.order, bytes}));
        }
        return {};
    }

private:
    /// The same bytes may be two arrays; more than twice over is not a network.
    Result<void> checkShared(std::span<const std::size_t> wanted) const
    {
        constexpr std::uint64_t kFree = 1U << 20;
        std::uint64_t claimed = 0;
        for (const std::size_t i : wanted)
            claimed += m_arrays[i].info.elements * weights::elementSize(m_arrays[i].info.type);
        if (claimed > kFree + 2 * m_pickle.values.program().size())
            return fail(ErrorKind::Limit, "Its arrays claim more values than the file has room for",
                        m_subject, "Get the weights from another source.");
        return {};
    }

    pickle::Pickle m_pickle;
    std::vector<NumpyArray> m_arrays;
    std::string m_subject;
};

bool isPickle(const Glimpse& glimpse)
{
    const std::string_view text = asText(glimpse.start);
    return text.size() > 1 && text[0] == '\x80' && text[1] >= 2 && text[1] <= 5;
}

Result<std::unique_ptr<StoredTensors>> readPickledArrays(storage::FileParts& parts)
{
    const storage::InputFile& file = *parts.first();
    RK_TRY(auto pickle, pickle::readPickle(file, 0, file.size(), kLargestFile));
    const std::string subject = file.path().string();
    RK_TRY(auto found, findPickledArrays(pickle, subject));
    if (found.arrays.empty())
        return fail(ErrorKind::Unknown,
                    "This is a Python pickle without arrays of numbers, not a checkpoint", subject,
                    "Choose a file that torch.save wrote, or one with numpy's arrays.");
    return std::unique_ptr<StoredTensors>(
        std::make_unique<ArrayPickle>(std::move(pickle), std::move(found), subject));
}

} // namespace

CheckpointFormat pickledArraysFormat()
{
    return {"dill-haiku", &isPickle, &readPickledArrays};
}

} // namespace rekindle::formats
