#include "core/formats/torch_zip_writer.h"

#include "core/archive/zip_writer.h"
#include "core/base/guard.h"
#include "core/base/text.h"

#include <cmath>

namespace rekindle::formats {
namespace {

using weights::Stored;
using weights::Tensor;
using weights::WeightSet;

/// The instructions of protocol 2 that a dict of tensors needs (recipes 3.5), without its memo.
class StatePickle
{
public:
    StatePickle()
    {
        m_bytes = "\x80\x02";
        orderedDict();
        m_bytes += '('; // MARK
    }

    void add(std::size_t key, const std::string& name, const Tensor& tensor)
    {
        const bool counter = tensor.stored == Stored::Int64;
        text(name);
        global("torch._utils", "_rebuild_tensor_v2");
        m_bytes += "((";
        text("storage");
        global("torch", counter ? "LongStorage" : "FloatStorage");
        text(std::to_string(key));
        text("cpu");
        number(tensor.elements());
        m_bytes += "tQ"; // TUPLE, BINPERSID
        number(0);
        sides(tensor.shape);
        sides(stridesOf(tensor.shape));
        m_bytes += '\x89'; // NEWFALSE: needs no gradient
        orderedDict();
        m_bytes += "tR"; // TUPLE, REDUCE
    }

    std::string finish()
    {
        m_bytes += "u."; // SETITEMS, STOP
        return std::move(m_bytes);
    }

private:
    static std::vector<std::int64_t> stridesOf(const std::vector<std::int64_t>& shape)
    {
        std::vector<std::int64_t> strides(shape.size(), 1);
        for (std::size_t axis = shape.size(); axis-- > 1;)
            strides[axis - 1] = strides[axis] * std::max<std::int64_t>(shape[axis], 1);
        return strides;
    }

    void little(std::uint64_t value, int bytes)
    {
        for (int i = 0; i < bytes; ++i)
            m_bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
    }
    void text(const std::string& value)
    {
        m_bytes += 'X';
        little(value.size(), 4);
        m_bytes += value;
    }
    void number(std::int64_t value)
    {
        const bool small = value <= 0x7FFFFFFF;
        m_bytes += small ? "J" : "\x8A\x08"; // BININT; LONG1 of 8 bytes
        little(static_cast<std::uint64_t>(value), small ? 4 : 8);
    }
    void global(const std::string& module, const std::string& name)
    {
        m_bytes += 'c' + module + '\n' + name + '\n';
    }
    void orderedDict()
    {
        global("collections", "OrderedDict");
        m_bytes += ")R"; // EMPTY_TUPLE, REDUCE
    }
    void sides(const std::vector<std::int64_t>& values)
    {
        m_bytes += '(';
        for (const std::int64_t value : values)
            number(value);
        m_bytes += 't';
    }

    std::string m_bytes;
};

Result<void> writeStorage(archive::ZipWriter& zip, const std::string& name,
                          const WeightSet::Item& item)
{
    const auto& values = item.tensor.values;
    if (item.tensor.stored == Stored::Float32)
        return zip.add(name, std::as_bytes(std::span(values)));
    std::vector<std::int64_t> integers;
    for (const float value : values) {
        if (!(std::abs(value) < 0x1p62F) || std::trunc(value) != value)
            return fail(ErrorKind::Internal,
                        "A counter that is not a whole number was to be written",
                        text::shown(item.name, 80), "Please report this.");
        integers.push_back(static_cast<std::int64_t>(value));
    }
    return zip.add(name, std::as_bytes(std::span(integers)));
}

} // namespace

Result<void> writeTorchZip(const std::filesystem::path& file, const WeightSet& weights,
                           storage::Existing existing)
{
    return guard(file.string(), [&]() -> Result<void> {
        StatePickle pickle;
        for (std::size_t i = 0; i < weights.items().size(); ++i)
            pickle.add(i, weights.items()[i].name, weights.items()[i].tensor);
        RK_TRY(auto out, storage::AtomicFile::create(file, existing));
        archive::ZipWriter zip(out);
        RK_CHECK(zip.add("archive/data.pkl", std::string_view(pickle.finish())));
        RK_CHECK(zip.add("archive/byteorder", std::string_view("little")));
        for (std::size_t i = 0; i < weights.items().size(); ++i)
            RK_CHECK(writeStorage(zip, "archive/data/" + std::to_string(i), weights.items()[i]));
        RK_CHECK(zip.add("archive/version", std::string_view("3\n")));
        RK_CHECK(zip.finish());
        return out.commit();
    });
}

} // namespace rekindle::formats
