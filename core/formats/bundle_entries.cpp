#include "core/formats/bundle_entries.h"

#include "core/archive/proto_fields.h"
#include "core/base/text.h"

#include <array>
#include <set>

namespace rekindle::formats {
namespace {

using archive::ProtoFields;
using weights::ElementType;

/// TensorFlow's numbers of data types that have a fixed width (types.proto).
struct DataType {
    std::uint64_t number;
    ElementType type;
    std::uint64_t width;
};
constexpr std::array kTypes{
    DataType{1, ElementType::F32, 4},     DataType{2, ElementType::F64, 8},
    DataType{3, ElementType::I32, 4},     DataType{4, ElementType::U8, 1},
    DataType{5, ElementType::I16, 2},     DataType{6, ElementType::I8, 1},
    DataType{9, ElementType::I64, 8},     DataType{10, ElementType::Bool, 1},
    DataType{14, ElementType::BF16, 2},   DataType{19, ElementType::F16, 2},
    DataType{8, ElementType::Other, 8},   DataType{17, ElementType::Other, 2},
    DataType{18, ElementType::Other, 16}, DataType{22, ElementType::Other, 4},
    DataType{23, ElementType::Other, 8},
};
constexpr std::uint64_t kString = 7;

class IndexReader
{
public:
    explicit IndexReader(const std::string& subject) : m_subject(subject) {}

    Result<BundleIndex> read(const std::vector<archive::TableEntry>& table)
    {
        if (table.empty() || !table.front().key.empty())
            return damaged("it has no header");
        RK_CHECK(readHeader(table.front().value));
        for (std::size_t i = 1; i < table.size(); ++i)
            RK_CHECK(readEntry(table[i]));
        return std::move(m_index);
    }

private:
    Result<void> readHeader(Bytes message)
    {
        ProtoFields fields(message);
        while (fields.next()) {
            if (fields.field() == 1)
                m_index.shards = fields.number();
            else if (fields.field() == 2 && fields.number() == 1)
                m_index.order = weights::ByteOrder::Big;
        }
        if (fields.broken() || m_index.shards == 0 || m_index.shards > 99'999)
            return damaged("its header is broken");
        return {};
    }

    Result<void> readEntry(const archive::TableEntry& row)
    {
        BundleEntry entry;
        entry.info.key = row.key;
        std::uint64_t type = 0;
        ProtoFields fields(row.value);
        while (fields.next()) {
            switch (fields.field()) {
            case 1:
                type = fields.number();
                break;
            case 2:
                if (!readShape(fields.bytes(), entry.info.shape))
                    return broken(row.key, "has an impossible shape");
                break;
            case 3:
                entry.shard = fields.number();
                break;
            case 4:
                entry.offset = fields.number();
                break;
            case 5:
                entry.size = fields.number();
                break;
            case 6:
                entry.crc = static_cast<std::uint32_t>(fields.number());
                break;
            case 7:
                return fail(ErrorKind::Unknown,
                            "Its tensor '" + text::shown(row.key, 80) +
                                "' is stored in slices, which is not read",
                            m_subject, "Save the checkpoint again without partitioned variables.");
            default:
                break;
            }
        }
        if (fields.broken() || entry.shard >= m_index.shards)
            return broken(row.key, "is described in a broken way");
        RK_CHECK(checkSize(row.key, type, entry));
        m_index.entries.push_back(std::move(entry));
        return {};
    }

    static bool readShape(Bytes message, std::vector<std::int64_t>& shape)
    {
        ProtoFields fields(message);
        while (fields.next()) {
            if (fields.field() == 3 && fields.number() != 0) // of unknown rank
                return false;
            if (fields.field() != 2)
                continue;
            std::uint64_t side = 0;
            ProtoFields dimension(fields.bytes());
            while (dimension.next())
                side = dimension.field() == 1 ? dimension.number() : side;
            if (dimension.broken() || side > weights::kMostElements || shape.size() > 64)
                return false;
            shape.push_back(static_cast<std::int64_t>(side));
        }
        return !fields.broken();
    }

    Result<void> checkSize(const std::string& key, std::uint64_t type, BundleEntry& entry)
    {
        if (!weights::countElements(entry.info.shape, entry.info.elements))
            return fail(ErrorKind::Limit,
                        "Its tensor '" + text::shown(key, 80) +
                            "' claims more values or dimensions than any network's",
                        m_subject, "Get the checkpoint from another source.");
        entry.text = type == kString;
        for (const DataType& known : kTypes) {
            if (known.number != type)
                continue;
            entry.info.type = known.type;
            entry.plain = true;
            if (entry.info.elements * known.width != entry.size)
                return broken(key, "has another size than its shape says");
        }
        return {};
    }

    [[nodiscard]] tl::unexpected<Error> damaged(const std::string& what) const
    {
        return fail(ErrorKind::Damaged, "The index of this checkpoint is damaged: " + what,
                    m_subject, "Fetch or copy the checkpoint again.");
    }
    [[nodiscard]] tl::unexpected<Error> broken(const std::string& key,
                                               const std::string& what) const
    {
        return fail(ErrorKind::Damaged, "Its tensor '" + text::shown(key, 80) + "' " + what,
                    m_subject, "Fetch or copy the checkpoint again.");
    }

    const std::string& m_subject;
    BundleIndex m_index;
};

constexpr std::size_t kMostObjects = 1'000'000;

/// An object of the graph: what it holds, and under which keys its values are.
struct Node {
    std::vector<std::uint64_t> children;
    std::vector<std::pair<std::string, std::string>> values; ///< key, name
};

Node readNode(Bytes message)
{
    Node node;
    ProtoFields parts(message);
    while (parts.next()) {
        std::uint64_t child = 0;
        std::string name;
        std::string key;
        ProtoFields part(parts.bytes());
        while (part.next()) {
            if (part.field() == 1)
                child = part.number();
            else if (part.field() == 2)
                name = part.text();
            else if (part.field() == 3)
                key = part.text();
        }
        if (parts.field() == 1)
            node.children.push_back(child);
        else if (parts.field() == 2 && !key.empty())
            node.values.emplace_back(std::move(key), std::move(name));
    }
    return node;
}

/// "a/b" and "kernel" of "a/b/kernel/.ATTRIBUTES/VARIABLE_VALUE".
std::pair<std::string, std::string> layerAndLeaf(const std::string& key)
{
    if (!key.ends_with(kVariableEnd))
        return {};
    const std::string path = key.substr(0, key.size() - kVariableEnd.size());
    const std::size_t at = path.rfind('/');
    return at == std::string::npos ? std::pair<std::string, std::string>()
                                   : std::pair(path.substr(0, at), path.substr(at + 1));
}

std::string kindOf(const std::string& leaf, std::size_t rank)
{
    if (rank == 4 && (leaf == "kernel" || leaf == "w"))
        return "conv2d";
    const bool norm =
        leaf == "gamma" || leaf == "beta" || leaf == "moving_mean" || leaf == "moving_variance";
    return rank == 1 && norm ? "batch_normalization" : "";
}

/// Layers of each kind, numbered in the order of their first variable.
std::map<std::string, std::string> numberedNames(const ObjectGraph& graph,
                                                 const std::vector<BundleEntry>& entries)
{
    std::map<std::size_t, const BundleEntry*> byOrder;
    for (const BundleEntry& entry : entries) {
        if (const auto at = graph.order.find(entry.info.key); at != graph.order.end())
            byOrder.emplace(at->second, &entry);
    }
    std::map<std::string, std::string> layers; // to "<parent>/conv2d_3"
    std::map<std::string, int> counts;
    std::map<std::string, std::string> names;
    for (const auto& [order, entry] : byOrder) {
        const auto [layer, leaf] = layerAndLeaf(entry->info.key);
        const std::string kind = kindOf(leaf, entry->info.shape.size());
        if (kind.empty())
            continue;
        const auto [found, isNew] = layers.try_emplace(layer);
        if (isNew) {
            // Attributes that were sorted by name do not begin with the layer that sees the image.
            const auto& shape = entry->info.shape;
            if (kind == "conv2d" && counts[kind] == 0 && (shape[0] == 1 || shape[2] > 4))
                return {};
            const std::size_t at = layer.rfind('/');
            found->second = (at == std::string::npos ? "" : layer.substr(0, at + 1)) + kind + "_" +
                            std::to_string(counts[kind]++);
        }
        names[entry->info.key] = found->second + "/" + (leaf == "w" ? "kernel" : leaf);
    }
    return names;
}

} // namespace

Result<BundleIndex> readBundleIndex(const std::vector<archive::TableEntry>& table,
                                    const std::string& subject)
{
    return IndexReader(subject).read(table);
}

ObjectGraph readObjectGraph(Bytes message)
{
    std::vector<Node> nodes;
    ProtoFields fields(message);
    while (fields.next() && nodes.size() < kMostObjects) {
        if (fields.field() == 1)
            nodes.push_back(readNode(fields.bytes()));
    }
    ObjectGraph graph;
    std::vector<bool> met(nodes.size(), false);
    std::vector<std::uint64_t> open;
    if (!nodes.empty())
        open.push_back(0);
    while (!open.empty()) {
        const std::uint64_t at = open.back();
        open.pop_back();
        if (at >= nodes.size() || met[static_cast<std::size_t>(at)])
            continue;
        met[static_cast<std::size_t>(at)] = true;
        Node& node = nodes[static_cast<std::size_t>(at)];
        for (auto& [key, name] : node.values) {
            graph.order.emplace(key, graph.order.size());
            if (!name.empty())
                graph.names.emplace(key, std::move(name));
        }
        open.insert(open.end(), node.children.rbegin(), node.children.rend());
    }
    return graph;
}

std::map<std::string, std::string> variableNames(const ObjectGraph& graph,
                                                 const std::vector<BundleEntry>& entries)
{
    std::set<std::string> taken;
    bool distinct = true;
    for (const auto& [key, name] : graph.names)
        distinct = distinct && taken.insert(name).second;
    auto names = distinct ? graph.names : numberedNames(graph, entries);
    for (const BundleEntry& entry : entries) {
        const std::string& key = entry.info.key;
        if (key.ends_with(kVariableEnd))
            names.emplace(key, key.substr(0, key.size() - kVariableEnd.size()));
    }
    return names;
}

} // namespace rekindle::formats
