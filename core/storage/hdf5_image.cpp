#include "core/storage/hdf5_image.h"

#include "core/base/guard.h"
#include "core/storage/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <hdf5.h>
#include <limits>
#include <mutex>
#include <numeric>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace rekindle::storage {
namespace {

constexpr hsize_t kMostEntries = 64;
constexpr int kMostDimensions = 4;
constexpr std::size_t kLongestText = 32u << 10;
constexpr std::size_t kGrowth = 1u << 20; ///< of the file in memory, in bytes
/// Where the superblock (version 0, which HDF5 writes unless asked for more) has the file's length.
constexpr std::size_t kLengthPlace = 40;

/// An open thing of HDF5; negative numbers are none.
class Handle
{
public:
    Handle(hid_t id, herr_t (*closer)(hid_t)) : m_id(id), m_close(closer) {}
    Handle(Handle&& other) noexcept : m_id(std::exchange(other.m_id, -1)), m_close(other.m_close) {}
    Handle& operator=(Handle&& other) noexcept
    {
        std::swap(m_id, other.m_id);
        std::swap(m_close, other.m_close);
        return *this;
    }
    ~Handle()
    {
        if (m_id >= 0)
            m_close(m_id);
    }
    operator hid_t() const { return m_id; } // NOLINT(google-explicit-constructor)
    [[nodiscard]] bool good() const { return m_id >= 0; }

private:
    hid_t m_id;
    herr_t (*m_close)(hid_t);
};

/// HDF5 is one at a time: its library keeps everything in common. Its own messages are off, since
/// what failed is told as a value; another library than the one built against is refused before it
/// ends the process, as it would.
class Session
{
public:
    Session()
    {
        unsigned major = 0, minor = 0, release = 0;
        m_good = H5get_libversion(&major, &minor, &release) >= 0 && major == H5_VERS_MAJOR &&
                 minor == H5_VERS_MINOR && release == H5_VERS_RELEASE;
        if (m_good)
            H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    }
    [[nodiscard]] bool good() const { return m_good; }

private:
    static std::mutex& mutex()
    {
        static std::mutex one;
        return one;
    }
    std::lock_guard<std::mutex> m_lock{mutex()};
    bool m_good = false;
};

tl::unexpected<Error> otherLibrary(const std::string& subject)
{
    return fail(ErrorKind::Internal,
                "This computer's HDF5 library is not the one Rekindle was built with", subject,
                "Build Rekindle again on this computer.");
}

tl::unexpected<Error> damaged(const std::string& what, const std::string& subject)
{
    return fail(ErrorKind::Damaged, "This table does not fit together (" + what + ")", subject);
}

Handle dataType(std::size_t which)
{
    const hid_t kinds[] = {H5T_IEEE_F32LE, H5T_STD_I64LE, H5T_STD_U8LE};
    return {H5Tcopy(kinds[which]), H5Tclose};
}

/// In memory a file lies in one piece; without a backing file nothing touches the disk.
Handle inMemory()
{
    Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    if (access.good() && H5Pset_fapl_core(access, kGrowth, 0) < 0)
        return {-1, H5Pclose};
    return access;
}

/// Every text with its NUL, one after the other.
std::vector<char> joined(const std::vector<std::string>& texts)
{
    std::vector<char> bytes;
    for (const std::string& text : texts)
        bytes.insert(bytes.end(), text.c_str(), text.c_str() + text.size() + 1);
    return bytes;
}

bool fits(const TableArray& array)
{
    const auto count = std::visit([](const auto& values) { return values.size(); }, array.values);
    const auto product = std::accumulate(array.shape.begin(), array.shape.end(), std::uint64_t{1},
                                         std::multiplies<>());
    const auto* texts = std::get_if<std::vector<std::string>>(&array.values);
    return !array.shape.empty() && array.shape.size() <= kMostDimensions && product == count &&
           (texts == nullptr ||
            (array.shape.size() == 1 &&
             std::none_of(texts->begin(), texts->end(), [](const std::string& text) {
                 return text.find('\0') != std::string::npos;
             })));
}

bool putArray(hid_t file, const std::string& name, const TableArray& array)
{
    std::vector<hsize_t> shape(array.shape.begin(), array.shape.end());
    std::vector<char> bytes;
    const void* values = nullptr;
    if (const auto* texts = std::get_if<std::vector<std::string>>(&array.values)) {
        bytes = joined(*texts);
        shape = {bytes.size()};
        values = bytes.data();
    } else if (const auto* numbers = std::get_if<std::vector<float>>(&array.values)) {
        values = numbers->data();
    } else {
        values = std::get<std::vector<std::int64_t>>(array.values).data();
    }
    const Handle type = dataType(array.values.index());
    const Handle space(H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr),
                       H5Sclose);
    const Handle make(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    // Without times two equal tables are equal files.
    if (!space.good() || H5Pset_obj_track_times(make, false) < 0 ||
        H5Pset_layout(make, H5D_CONTIGUOUS) < 0)
        return false;
    const Handle set(H5Dcreate2(file, name.c_str(), type, space, H5P_DEFAULT, make, H5P_DEFAULT),
                     H5Dclose);
    const bool nothing = std::find(shape.begin(), shape.end(), hsize_t{0}) != shape.end();
    return set.good() &&
           (nothing || H5Dwrite(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0);
}

bool putAttribute(hid_t file, const std::string& name, const std::string& text)
{
    if (text.size() > kLongestText)
        return false;
    const Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    if (H5Tset_size(type, text.size() + 1) < 0 || H5Tset_strpad(type, H5T_STR_NULLTERM) < 0)
        return false;
    const Handle space(H5Screate(H5S_SCALAR), H5Sclose);
    const Handle attribute(H5Acreate2(file, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT),
                           H5Aclose);
    return attribute.good() && H5Awrite(attribute, type, text.c_str()) >= 0;
}

/// Reads an attribute of the root by its place.
bool takeAttribute(hid_t file, hsize_t place, Table& table)
{
    const Handle attribute(
        H5Aopen_by_idx(file, ".", H5_INDEX_NAME, H5_ITER_INC, place, H5P_DEFAULT, H5P_DEFAULT),
        H5Aclose);
    if (!attribute.good())
        return false;
    const ssize_t length = H5Aget_name(attribute, 0, nullptr);
    const Handle type(H5Aget_type(attribute), H5Tclose);
    const Handle space(H5Aget_space(attribute), H5Sclose);
    if (length <= 0 || static_cast<std::size_t>(length) > kLongestText || !type.good() ||
        H5Tget_class(type) != H5T_STRING || H5Tis_variable_str(type) != 0 ||
        H5Sget_simple_extent_type(space) != H5S_SCALAR)
        return false;
    std::string name(static_cast<std::size_t>(length) + 1, '\0');
    const std::size_t size = H5Tget_size(type);
    if (H5Aget_name(attribute, name.size(), name.data()) != length || size == 0 ||
        size > kLongestText + 1)
        return false;
    name.pop_back();
    std::string text(size, '\0');
    if (H5Aread(attribute, type, text.data()) < 0)
        return false;
    text.resize(std::min(text.find('\0'), text.size()));
    return table.attributes.emplace(std::move(name), std::move(text)).second;
}

/// Splits what `joined` put together; nothing if the last text has no end.
bool split(const std::vector<char>& bytes, TableArray& array)
{
    std::vector<std::string> texts;
    auto begin = bytes.begin();
    while (begin != bytes.end()) {
        const auto end = std::find(begin, bytes.end(), '\0');
        if (end == bytes.end())
            return false;
        texts.emplace_back(begin, end);
        begin = std::next(end);
    }
    array.shape = {texts.size()};
    array.values = std::move(texts);
    return true;
}

template <class T>
bool readInto(hid_t set, hid_t type, std::uint64_t count, std::vector<T>& values)
{
    values.resize(static_cast<std::size_t>(count));
    return count == 0 || H5Dread(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) >= 0;
}

/// The sides of an array whose values lie in the file as they are, or none.
std::optional<std::vector<std::uint64_t>> shapeOf(hid_t set, std::size_t width,
                                                  std::uint64_t fileBytes)
{
    const Handle made(H5Dget_create_plist(set), H5Pclose);
    const Handle space(H5Dget_space(set), H5Sclose);
    if (!made.good() || !space.good() || H5Pget_layout(made) != H5D_CONTIGUOUS ||
        H5Pget_external_count(made) != 0 || H5Pget_nfilters(made) != 0)
        return std::nullopt;
    hsize_t sides[kMostDimensions] = {};
    const int rank = H5Sget_simple_extent_ndims(space);
    if (rank < 1 || rank > kMostDimensions ||
        H5Sget_simple_extent_dims(space, sides, nullptr) != rank)
        return std::nullopt;
    std::uint64_t room = fileBytes / width;
    for (int i = 0; i < rank && sides[i] != 0; ++i)
        room /= sides[i];
    std::vector<std::uint64_t> shape(sides, sides + rank);
    const bool nothing = std::find(shape.begin(), shape.end(), std::uint64_t{0}) != shape.end();
    return room == 0 && !nothing ? std::nullopt : std::optional(std::move(shape));
}

/// Reads the array `name`; what is wrong with it, or nothing.
std::string takeArray(hid_t file, const std::string& name, std::uint64_t fileBytes, Table& table)
{
    const Handle set(H5Dopen2(file, name.c_str(), H5P_DEFAULT), H5Dclose);
    if (!set.good())
        return "something in it is no array";
    const Handle stored(H5Dget_type(set), H5Tclose);
    constexpr std::size_t kWidths[] = {sizeof(float), sizeof(std::int64_t), 1};
    std::size_t kind = 0;
    while (kind < 3 && H5Tequal(stored, dataType(kind)) <= 0)
        ++kind;
    if (kind == 3)
        return "an array has another type";
    const auto shape = shapeOf(set, kWidths[kind], fileBytes);
    if (!shape)
        return "an array is larger than its file, or packed";
    const auto count =
        std::accumulate(shape->begin(), shape->end(), std::uint64_t{1}, std::multiplies<>());
    TableArray array{*shape, {}};
    bool read = false;
    if (kind == 0) {
        read = readInto(set, stored, count, array.values.emplace<0>());
    } else if (kind == 1) {
        read = readInto(set, stored, count, array.values.emplace<1>());
    } else {
        std::vector<char> bytes;
        read = shape->size() == 1 && readInto(set, stored, count, bytes) && split(bytes, array);
    }
    if (!read || !table.arrays.emplace(name, std::move(array)).second)
        return "an array cannot be read";
    return {};
}

/// The name of a link of the root that leads to something in this file.
std::optional<std::string> linkName(hid_t file, hsize_t place)
{
    H5L_info_t about{};
    if (H5Lget_info_by_idx(file, ".", H5_INDEX_NAME, H5_ITER_INC, place, &about, H5P_DEFAULT) < 0 ||
        about.type != H5L_TYPE_HARD)
        return std::nullopt;
    const ssize_t length =
        H5Lget_name_by_idx(file, ".", H5_INDEX_NAME, H5_ITER_INC, place, nullptr, 0, H5P_DEFAULT);
    if (length <= 0 || static_cast<std::size_t>(length) > kLongestText)
        return std::nullopt;
    std::string name(static_cast<std::size_t>(length) + 1, '\0');
    if (H5Lget_name_by_idx(file, ".", H5_INDEX_NAME, H5_ITER_INC, place, name.data(), name.size(),
                           H5P_DEFAULT) != length)
        return std::nullopt;
    name.pop_back();
    return name;
}

/// An array of the file's last bytes, of which nothing is read.
bool takeBulk(hid_t file, std::uint64_t headBytes, Bulk& bulk)
{
    const Handle set(H5Dopen2(file, bulk.name.c_str(), H5P_DEFAULT), H5Dclose);
    if (!set.good())
        return false;
    const Handle stored(H5Dget_type(set), H5Tclose);
    bulk.width = H5Tequal(stored, H5T_STD_U16LE) > 0 ? 2 : 1;
    if (bulk.width == 1 && H5Tequal(stored, H5T_STD_U8LE) <= 0)
        return false;
    const auto shape = shapeOf(set, 1, std::numeric_limits<std::int64_t>::max());
    if (!shape || shape->size() != 1 || shape->front() == 0 ||
        H5Dget_offset(set) != static_cast<haddr_t>(headBytes))
        return false;
    bulk.count = shape->front();
    return bulk.count <= std::numeric_limits<std::uint64_t>::max() / 4;
}

/// A `bulk` is no part of the table, and has to be there.
Result<Table> readRoot(hid_t file, std::uint64_t fileBytes, const std::string& subject,
                       Bulk* bulk = nullptr)
{
    Table table;
    H5G_info_t group{};
    H5O_info_t root{};
    if (H5Gget_info(file, &group) < 0 || H5Oget_info2(file, &root, H5O_INFO_NUM_ATTRS) < 0)
        return damaged("it cannot be listed", subject);
    if (group.nlinks > kMostEntries || root.num_attrs > kMostEntries)
        return damaged("it holds too many things", subject);
    for (hsize_t place = 0; place < root.num_attrs; ++place) {
        if (!takeAttribute(file, place, table))
            return damaged("a text about it cannot be read", subject);
    }
    for (hsize_t place = 0; place < group.nlinks; ++place) {
        const auto name = linkName(file, place);
        if (!name)
            return damaged("a name in it cannot be read", subject);
        if (bulk != nullptr && *name == bulk->name) {
            if (!takeBulk(file, fileBytes, *bulk))
                return damaged("its pictures are not where they should be", subject);
            continue;
        }
        if (const std::string wrong = takeArray(file, *name, fileBytes, table); !wrong.empty())
            return damaged(wrong, subject);
    }
    if (bulk != nullptr && bulk->count == 0)
        return damaged("it has no pictures", subject);
    return table;
}

bool putTable(hid_t file, const Table& table)
{
    const auto putText = [&](const auto& entry) {
        return putAttribute(file, entry.first, entry.second);
    };
    const auto putNumbers = [&](const auto& entry) {
        return fits(entry.second) && putArray(file, entry.first, entry.second);
    };
    return std::all_of(table.attributes.begin(), table.attributes.end(), putText) &&
           std::all_of(table.arrays.begin(), table.arrays.end(), putNumbers);
}

/// The bulk's place is found when its first element is written: after its name has got its own, so
/// that nothing comes behind it.
std::optional<haddr_t> placeBulk(hid_t file, const Bulk& bulk)
{
    const hsize_t count = bulk.count, one = 1, first = 0;
    const hid_t type = bulk.width == 2 ? H5T_STD_U16LE : H5T_STD_U8LE;
    const Handle space(H5Screate_simple(1, &count, nullptr), H5Sclose);
    const Handle element(H5Screate_simple(1, &one, nullptr), H5Sclose);
    const Handle make(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    if (!space.good() || !element.good() || H5Pset_obj_track_times(make, false) < 0 ||
        H5Pset_layout(make, H5D_CONTIGUOUS) < 0 ||
        H5Pset_alloc_time(make, H5D_ALLOC_TIME_LATE) < 0 ||
        H5Pset_fill_time(make, H5D_FILL_TIME_NEVER) < 0)
        return std::nullopt;
    const Handle set(
        H5Dcreate2(file, bulk.name.c_str(), type, space, H5P_DEFAULT, make, H5P_DEFAULT), H5Dclose);
    const std::uint16_t nothing = 0;
    if (!set.good() || H5Fflush(file, H5F_SCOPE_GLOBAL) < 0 ||
        H5Sselect_hyperslab(space, H5S_SELECT_SET, &first, nullptr, &one, nullptr) < 0 ||
        H5Dwrite(set, type, element, space, H5P_DEFAULT, &nothing) < 0)
        return std::nullopt;
    const haddr_t place = H5Dget_offset(set);
    return place == HADDR_UNDEF ? std::nullopt : std::optional(place);
}

/// Of a file as long as the bulk only what is written takes room.
std::optional<haddr_t> writeHead(const std::string& file, const Table& table, const Bulk& bulk)
{
    const Handle create(H5Pcreate(H5P_FILE_CREATE), H5Pclose);
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    if (H5Pset_userblock(create, kSealBytes) < 0 ||
        H5Pset_alignment(access, bulk.bytes(), kSealBytes) < 0 ||
        H5Pset_file_locking(access, false, true) < 0)
        return std::nullopt;
    Handle made(H5Fcreate(file.c_str(), H5F_ACC_TRUNC, create, access), H5Fclose);
    if (!made.good() || !putTable(made, table))
        return std::nullopt;
    const auto place = placeBulk(made, bulk);
    return H5Fflush(made, H5F_SCOPE_GLOBAL) < 0 ? std::nullopt : place;
}

} // namespace

Result<std::vector<std::byte>> toHdf5(const Table& table, const std::string& subject)
{
    const auto broken = [&] {
        return fail(ErrorKind::Internal, "The table could not be put together", subject,
                    "Please report this.");
    };
    const Session session;
    if (!session.good())
        return otherLibrary(subject);
    const Handle access = inMemory();
    const Handle file(H5Fcreate("table.h5", H5F_ACC_TRUNC, H5P_DEFAULT, access), H5Fclose);
    if (!file.good())
        return broken();
    if (!putTable(file, table))
        return broken();
    if (H5Fflush(file, H5F_SCOPE_GLOBAL) < 0)
        return broken();
    const ssize_t size = H5Fget_file_image(file, nullptr, 0);
    if (size <= 0)
        return broken();
    std::vector<std::byte> bytes(static_cast<std::size_t>(size));
    if (H5Fget_file_image(file, bytes.data(), bytes.size()) != size)
        return broken();
    return bytes;
}

Result<Table> fromHdf5(std::span<const std::byte> bytes, const std::string& subject)
{
    const Session session;
    if (!session.good())
        return otherLibrary(subject);
    const Handle access = inMemory();
    // HDF5 takes a copy of its own and does not write to what it is given.
    if (bytes.empty() || !access.good() ||
        H5Pset_file_image(access, const_cast<std::byte*>(bytes.data()), bytes.size()) < 0)
        return damaged("it is empty", subject);
    const Handle file(H5Fopen("table.h5", H5F_ACC_RDONLY, access), H5Fclose);
    if (!file.good())
        return damaged("it is no HDF5 file", subject);
    return readRoot(file, bytes.size(), subject);
}

Result<std::vector<std::byte>> toHdf5Head(const Table& table, const Bulk& bulk,
                                          const std::filesystem::path& scratch,
                                          const std::string& subject)
{
    const auto broken = [&] {
        return fail(ErrorKind::Internal, "The file's list could not be put together", subject,
                    "Please report this.");
    };
    const Session session;
    if (!session.good())
        return otherLibrary(subject);
    // Made by ourselves, so that a full or read-only drive is told as for any other file.
    const Descriptor file(
        ::open(scratch.c_str(), O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!file.isOpen())
        return fail(ioError(errno, "written", subject));
    const auto place = bulk.count == 0 ? std::nullopt : writeHead(scratch.string(), table, bulk);
    static_cast<void>(::unlink(scratch.c_str()));
    struct stat about {
    };
    if (!place || ::fstat(file.get(), &about) != 0 ||
        static_cast<std::uint64_t>(about.st_size) != *place + bulk.bytes())
        return broken();
    std::vector<std::byte> head(static_cast<std::size_t>(*place));
    for (std::size_t at = 0; at < head.size();) {
        const ssize_t got =
            ::pread(file.get(), head.data() + at, head.size() - at, static_cast<off_t>(at));
        if (got <= 0)
            return broken();
        at += static_cast<std::size_t>(got);
    }
    return head;
}

Result<Table> fromHdf5Head(std::vector<std::byte> head, Bulk& bulk, const std::string& subject)
{
    const Session session;
    if (!session.good())
        return otherLibrary(subject);
    const Handle access = inMemory();
    if (head.size() < 2 * kSealBytes || !access.good())
        return damaged("it is empty", subject);
    // HDF5 asks for a file as long as it was when it was closed; here it ends where the bulk
    // begins.
    const std::uint64_t length = head.size();
    for (std::size_t i = 0; i < sizeof length; ++i)
        head[kSealBytes + kLengthPlace + i] = static_cast<std::byte>(length >> (8 * i));
    if (H5Pset_file_image(access, head.data(), head.size()) < 0)
        return damaged("it is empty", subject);
    const Handle file(H5Fopen("head.h5", H5F_ACC_RDONLY, access), H5Fclose);
    if (!file.good())
        return damaged("it is no HDF5 file", subject);
    bulk.count = 0;
    return readRoot(file, head.size(), subject, &bulk);
}

} // namespace rekindle::storage
