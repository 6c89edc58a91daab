// What torch.save wrote before PyTorch 1.6, and still writes when it is asked to: five pickles back
// to back, then the storages (recipes 3.4). SwAV's .pth.tar files are of this kind and no tars.
#include "core/archive/zero_padding.h"
#include "core/base/text.h"
#include "core/formats/load_order.h"
#include "core/formats/one_file.h"
#include "core/formats/torch_rebuild.h"
#include "core/formats/torch_tensors.h"
#include "core/pickle/pickle_reader.h"

#include <algorithm>
#include <bit>
#include <map>

namespace rekindle::formats {
namespace {

using namespace std::string_view_literals;
using pickle::ValueKind;

/// The number 0x1950A86A20F9469CFC6C as a pickle's LONG1, with the STOP behind it.
constexpr std::string_view kMagic = "\x8A\x0A\x6C\xFC\x9C\x46\xF9\x20\x6A\xA8\x50\x19\x2E"sv;
constexpr std::int64_t kProtocol = 1001;
constexpr std::uint64_t kFirstWindow = 1U << 20;
constexpr const char* kHint = "Fetch the file again, or save the weights again with PyTorch.";

/// The magic number follows PROTO alone, or PROTO and FRAME.
std::size_t endOfMagic(std::string_view start)
{
    for (const std::size_t at : {std::size_t{2}, std::size_t{11}}) {
        if (start.size() > 1 && start[0] == '\x80' && start.size() >= at + kMagic.size() &&
            start.substr(at, kMagic.size()) == kMagic)
            return at + kMagic.size();
    }
    return 0;
}

class TorchLegacy final : public StoredTensors
{
public:
    explicit TorchLegacy(std::shared_ptr<const storage::InputFile> file)
        : m_file(std::move(file)), m_subject(m_file->path().string())
    {
        format = "torch-legacy";
        writer = "PyTorch";
    }

    Result<void> readTable()
    {
        RK_TRY(const auto start, m_file->read(0, std::min<std::uint64_t>(64, m_file->size())));
        m_at = endOfMagic(asText(start));
        RK_TRY(const auto protocol, next());
        if (!protocol.values.is(protocol.root, ValueKind::Int) ||
            protocol.values.integer(protocol.root) != kProtocol)
            return fail(ErrorKind::Version, "It was written by an unknown version of PyTorch",
                        m_subject, "Save the weights again with PyTorch.");
        RK_TRY(const auto machine, next());
        m_bigEndian = saysBigEndian(machine);
        RK_TRY(const auto object, next());
        RK_TRY(auto content, findTorchTensors(object, m_subject));
        if (!content.lightningVersion.empty())
            writer = "PyTorch Lightning " + content.lightningVersion;
        unread = std::move(content.unread);
        RK_CHECK(collectStorages(object.values));
        RK_TRY(const auto keys, next());
        RK_CHECK(placeStorages(keys));
        m_views = std::move(content.tensors);
        for (const TorchView& view : m_views) {
            RK_CHECK(checkStorage(view));
            m_tensors.push_back(view.info);
        }
        return {};
    }

    Result<void> load(std::span<const std::size_t> wanted, const Take& take) override
    {
        RK_CHECK(checkViews(m_views, wanted, m_subject));
        std::map<std::uint64_t, std::vector<std::size_t>> byPlace; // in the file's order
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto storage = m_storages.find(m_views[wanted[i]].storage);
            byPlace[storage == m_storages.end() ? 0 : storage->second.begin].push_back(i);
        }
        const auto bytesOf = [&](const auto& storage) {
            return m_views[wanted[storage.second.front()]].storageBytes;
        };
        std::vector<std::byte> packed;
        storage::ReadBuffer bytes;
        for (const auto* storage : largestFirst(byPlace, bytesOf)) {
            const auto& [begin, users] = *storage;
            const TorchView& first = m_views[wanted[users.front()]];
            static_cast<void>(bytes.room(0)); // as it stays for tensors without values
            if (begin > 0)
                RK_CHECK(m_file->read(begin, first.storageBytes, bytes));
            for (const std::size_t user : users) {
                const TorchView& view = m_views[wanted[user]];
                RK_CHECK(
                    take(user, {view.info.type, m_order, elementsOf(view, bytes.bytes(), packed)}));
            }
        }
        return {};
    }

private:
    struct Storage {
        std::uint64_t count = 0;
        std::uint64_t width = 0;
        std::uint64_t begin = 0; ///< of its values in the file; 0 until it was found there
    };

    /// The next of the pickles.
    Result<pickle::Pickle> next()
    {
        RK_TRY(auto read, pickle::readPickle(*m_file, m_at, kFirstWindow));
        m_at += read.end;
        return read;
    }

    static bool saysBigEndian(const pickle::Pickle& machine)
    {
        const auto items = machine.values.children(machine.root);
        if (!machine.values.is(machine.root, ValueKind::Dict))
            return false;
        for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
            if (machine.values.is(items[i], ValueKind::Text) &&
                machine.values.text(items[i]) == "little_endian")
                return machine.values.is(items[i + 1], ValueKind::Bool) &&
                       machine.values.integer(items[i + 1]) == 0;
        }
        return false;
    }

    /// All storages that the pickle refers to, those of tensors that are not kept as well: their
    /// width is said nowhere else.
    Result<void> collectStorages(const pickle::PickleValues& values)
    {
        for (pickle::ValueId id = 0; id < values.size(); ++id) {
            const auto found = torchStorage(values, id);
            if (!found)
                continue;
            const auto [entry, isNew] =
                m_storages.try_emplace(found->key, Storage{found->count, found->width, 0});
            if (!isNew &&
                (entry->second.count != found->count || entry->second.width != found->width))
                return broken("Its storage '" + text::shown(found->key, 40) +
                              "' is described in two ways");
        }
        return {};
    }

    /// Finds each storage behind the pickles: a count and its values, in the order of the list.
    Result<void> placeStorages(const pickle::Pickle& keys)
    {
        if (!keys.values.is(keys.root, ValueKind::List))
            return broken("Its list of storages is broken");
        for (const pickle::ValueId id : keys.values.children(keys.root)) {
            if (!keys.values.is(id, ValueKind::Text))
                return broken("Its list of storages is broken");
            const auto entry = m_storages.find(std::string(keys.values.text(id)));
            if (entry == m_storages.end())
                return broken("It holds a storage that no tensor uses");
            RK_CHECK(placeStorage(entry->first, entry->second));
        }
        RK_TRY(const std::uint64_t end, archive::endBeforeZeros(*m_file));
        if (m_at < end)
            return broken("There is more behind its last storage");
        return {};
    }

    Result<void> placeStorage(const std::string& key, Storage& storage)
    {
        const std::string shown = "Its storage '" + text::shown(key, 40) + "'";
        if (storage.begin != 0)
            return broken(shown + " is there twice");
        if (storage.width == 0)
            return broken(shown + " is of an unknown type");
        RK_TRY(const auto count, m_file->read(m_at, 8));
        // PyTorch writes little-endian whatever the machine; what else turned the bytes turned the
        // counts, too.
        const auto little = littleAt<std::uint64_t>(count, 0);
        if (little != storage.count) {
            if (!m_bigEndian || __builtin_bswap64(little) != storage.count)
                return broken(shown + " has another size than said");
            m_order = weights::ByteOrder::Big;
        }
        std::uint64_t bytes = 0;
        m_at += 8;
        if (!multiply(storage.count, storage.width, bytes) || bytes > m_file->size() - m_at)
            return broken(shown + " ends early");
        storage.begin = m_at;
        m_at += bytes;
        return {};
    }

    Result<void> checkStorage(const TorchView& view) const
    {
        if (view.info.type == weights::ElementType::Other || view.storageBytes == 0)
            return {};
        const auto entry = m_storages.find(view.storage);
        if (entry == m_storages.end() || entry->second.begin == 0)
            return broken("The data of its tensor '" + text::shown(view.info.fullName(), 80) +
                          "' are missing");
        return {};
    }

    [[nodiscard]] tl::unexpected<Error> broken(const std::string& what) const
    {
        return fail(ErrorKind::Damaged, what, m_subject, kHint);
    }

    std::shared_ptr<const storage::InputFile> m_file;
    std::string m_subject;
    std::uint64_t m_at = 0;
    bool m_bigEndian = false;
    weights::ByteOrder m_order = weights::ByteOrder::Little;
    std::map<std::string, Storage> m_storages;
    std::vector<TorchView> m_views;
};

bool isTorchLegacy(const Glimpse& glimpse)
{
    return endOfMagic(asText(glimpse.start)) != 0;
}

Result<std::unique_ptr<StoredTensors>> read(storage::FileParts& parts)
{
    return readTorchLegacyFile(parts.first());
}

} // namespace

Result<std::unique_ptr<StoredTensors>>
readTorchLegacyFile(std::shared_ptr<const storage::InputFile> file)
{
    auto stored = std::make_unique<TorchLegacy>(std::move(file));
    RK_CHECK(stored->readTable());
    return std::unique_ptr<StoredTensors>(std::move(stored));
}

CheckpointFormat torchLegacyFormat()
{
    return {"torch-legacy", &isTorchLegacy, &read};
}

} // namespace rekindle::formats
