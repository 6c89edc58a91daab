// What torch.save writes since PyTorch 1.6: a zip with a pickle and one entry per storage
// (recipes 3.3).
#include "core/archive/zip_reader.h"
#include "core/base/text.h"
#include "core/formats/load_order.h"
#include "core/formats/one_file.h"
#include "core/formats/torch_tensors.h"
#include "core/formats/zip_looks_like.h"
#include "core/pickle/pickle_reader.h"

#include <map>
#include <set>

namespace rekindle::formats {
namespace {

class TorchZip final : public StoredTensors
{
public:
    TorchZip(archive::ZipArchive archive, std::string root, std::string subject)
        : m_archive(std::move(archive)), m_root(std::move(root)), m_subject(std::move(subject))
    {
        format = "torch-zip";
        checksums = true;
        writer = "PyTorch";
    }

    Result<void> readTable()
    {
        RK_CHECK(readByteOrder());
        RK_TRY(auto program, m_archive.read(*m_archive.find(m_root + "data.pkl")));
        RK_TRY(const auto pickle, pickle::readPickle(std::move(program), m_subject));
        RK_TRY(auto content, findTorchTensors(pickle, m_subject));
        if (!content.lightningVersion.empty())
            writer = "PyTorch Lightning " + content.lightningVersion;
        unread = std::move(content.unread);
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
        std::map<std::string, std::vector<std::size_t>> byStorage;
        for (std::size_t i = 0; i < wanted.size(); ++i)
            byStorage[m_views[wanted[i]].storage].push_back(i);
        const auto bytesOf = [&](const auto& storage) {
            return m_views[wanted[storage.second.front()]].storageBytes;
        };
        std::set<const archive::ZipArchive::Member*> seen;
        std::vector<std::byte> packed;
        storage::ReadBuffer bytes;
        for (const auto* storage : largestFirst(byStorage, bytesOf)) {
            const auto& [key, users] = *storage;
            const auto* member = m_archive.find(m_root + "data/" + key);
            if (member != nullptr) {
                seen.insert(member);
                RK_CHECK(m_archive.read(*member, bytes));
            } else {
                static_cast<void>(bytes.room(0)); // tensors without values
            }
            for (const std::size_t user : users) {
                const TorchView& view = m_views[wanted[user]];
                RK_CHECK(
                    take(user, {view.info.type, m_order, elementsOf(view, bytes.bytes(), packed)}));
            }
        }
        for (const auto& member : m_archive.members()) {
            if (seen.count(&member) == 0)
                RK_CHECK(m_archive.verify(member));
        }
        return {};
    }

private:
    Result<void> readByteOrder()
    {
        const auto* member = m_archive.find(m_root + "byteorder");
        if (member == nullptr)
            return {};
        RK_TRY(const auto bytes, m_archive.read(*member));
        if (asText(bytes) == "big")
            m_order = weights::ByteOrder::Big;
        else if (asText(bytes) != "little")
            return fail(ErrorKind::Damaged, "Its byte order is neither little nor big", m_subject,
                        "Save the weights again with PyTorch.");
        return {};
    }

    Result<void> checkStorage(const TorchView& view) const
    {
        if (view.info.type == weights::ElementType::Other)
            return {};
        const auto* member = m_archive.find(m_root + "data/" + view.storage);
        if (member == nullptr && view.storageBytes == 0)
            return {};
        if (member == nullptr || member->size != view.storageBytes)
            return fail(ErrorKind::Damaged,
                        "The data of its tensor '" + text::shown(view.info.fullName(), 80) +
                            (member == nullptr ? "' are missing" : "' have another size than said"),
                        m_subject, "Fetch the file again, or save the weights again with PyTorch.");
        return {};
    }

    archive::ZipArchive m_archive;
    std::string m_root;
    std::string m_subject;
    std::vector<TorchView> m_views;
    weights::ByteOrder m_order = weights::ByteOrder::Little;
};

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// "archive/" of "archive/data.pkl"; nothing when no entry or several are called so.
std::string findRoot(const archive::ZipArchive& archive, std::size_t& found)
{
    std::string root;
    for (const auto& member : archive.members()) {
        const std::size_t slash = member.name.find('/');
        if (slash != std::string::npos && endsWith(member.name, "/data.pkl") &&
            member.name.size() == slash + 9) {
            root = member.name.substr(0, slash + 1);
            ++found;
        }
    }
    return root;
}

bool holdsProgram(const archive::ZipArchive& archive, const std::string& root)
{
    if (archive.find(root + "constants.pkl") != nullptr)
        return true;
    for (const auto& member : archive.members()) {
        if (member.name.rfind(root + "code/", 0) == 0)
            return true;
    }
    return false;
}

bool isTorchZip(const Glimpse& glimpse)
{
    const std::string_view text = asText(glimpse.start);
    return text.substr(0, 4) == "PK\x03\x04" || text.substr(0, 4) == "PK\x05\x06";
}

Result<std::unique_ptr<StoredTensors>> read(storage::FileParts& parts)
{
    return readTorchZipFile(parts.first());
}

} // namespace

Result<std::unique_ptr<StoredTensors>>
readTorchZipFile(std::shared_ptr<const storage::InputFile> file)
{
    const std::string subject = file->path().string();
    RK_TRY(auto archive, archive::ZipArchive::open(std::move(file)));
    std::size_t found = 0;
    const std::string root = findRoot(archive, found);
    if (found == 0)
        return fail(zipLooksLike(archive, subject));
    if (found > 1)
        return fail(ErrorKind::Damaged, "The archive holds several checkpoints at once", subject,
                    "Get the file from another source.");
    if (holdsProgram(archive, root))
        return fail(ErrorKind::Unknown,
                    "This file contains a program (TorchScript), not only weights; it was not "
                    "opened",
                    subject, "Save the weights alone: torch.save(model.state_dict(), FILE).");
    auto stored = std::make_unique<TorchZip>(std::move(archive), root, subject);
    RK_CHECK(stored->readTable());
    return std::unique_ptr<StoredTensors>(std::move(stored));
}

CheckpointFormat torchZipFormat()
{
    return {"torch-zip", &isTorchZip, &read};
}

} // namespace rekindle::formats
