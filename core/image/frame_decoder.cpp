#include "core/image/frame_decoder.h"

#include "core/image/decode_request.h"
#include "core/job/child_process.h"
#include "core/job/helper_program.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <optional>

namespace rekindle::image {
namespace {

constexpr std::string_view kProgram = "rekindle-decoder";

/// Processes that wait for work.
class Pool
{
public:
    std::optional<job::HelperProgram> take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.empty())
            return std::nullopt;
        std::optional<job::HelperProgram> helper(std::move(m_waiting.back()));
        m_waiting.pop_back();
        return helper;
    }
    void give(job::HelperProgram helper)
    {
        constexpr std::size_t kMost = 32;
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() < kMost)
            m_waiting.push_back(std::move(helper));
    }

private:
    std::mutex m_mutex;
    std::vector<job::HelperProgram> m_waiting; ///< under m_mutex
};

Pool& pool()
{
    // Never taken down: a thread that hangs in a drive may outlive the end of the program. Whoever
    // waits for work ends when the connection closes.
    static Pool* const instance = new Pool;
    return *instance;
}

/// Beside the running program, or beside the folder of one that is a test.
std::filesystem::path programPath()
{
    const auto here = job::programFolder();
    std::error_code ignored;
    const auto beside = here / kProgram;
    return std::filesystem::exists(beside, ignored) ? beside : here / ".." / "bin" / kProgram;
}

std::uint64_t bytesOf(const DicomFile& file)
{
    return static_cast<std::uint64_t>(file.width) * static_cast<std::uint64_t>(file.height) *
           static_cast<std::uint64_t>(file.samples) *
           static_cast<std::uint64_t>(std::max(file.allocated / 8, 1));
}

DecodeRequest requestFor(const DicomFile& file, std::size_t compressed)
{
    DecodeRequest request;
    file.syntax.copy(request.syntax, sizeof request.syntax - 1);
    file.photometric.copy(request.photometric, sizeof request.photometric - 1);
    request.width = static_cast<std::uint32_t>(file.width);
    request.height = static_cast<std::uint32_t>(file.height);
    request.samples = static_cast<std::uint16_t>(file.samples);
    request.allocated = static_cast<std::uint16_t>(file.allocated);
    request.stored = static_cast<std::uint16_t>(file.stored);
    request.high = static_cast<std::uint16_t>(file.high);
    request.isSigned = file.isSigned ? 1 : 0;
    // Decoders work on whole numbers of 4 bytes beside what they read and what they give; the
    // slowest of them, JPEG 2000, does 4 MB a second on a slow machine.
    constexpr std::uint64_t kFree = 200, kBytesPerMillisecond = 4000;
    const std::uint64_t bytes = bytesOf(file);
    request.milliseconds = static_cast<std::uint16_t>(
        std::min<std::uint64_t>(kFree + bytes / kBytesPerMillisecond, 60000));
    // Of addresses, most of which are never touched.
    constexpr std::uint64_t kProgramItself = 400;
    request.megabytes =
        static_cast<std::uint32_t>(kProgramItself + ((12 * bytes + 4 * compressed) >> 20));
    return request;
}

tl::unexpected<Error> damaged()
{
    return fail(ErrorKind::Damaged, "The DICOM file's pixels cannot be unpacked", {},
                "Copy or export the file again.");
}

Result<DecodedFrame> frameFrom(const std::vector<std::byte>& answer, const DicomFile& file)
{
    DecodeAnswer said;
    if (answer.size() < sizeof said)
        return damaged();
    std::memcpy(&said, answer.data(), sizeof said);
    DecodedFrame frame;
    frame.bytes.assign(answer.begin() + sizeof said, answer.end());
    frame.bytesOfSample = said.bytesOfSample;
    frame.isLumaChroma = said.isLumaChroma != 0;
    const std::uint64_t samples = static_cast<std::uint64_t>(file.width) *
                                  static_cast<std::uint64_t>(file.height) *
                                  static_cast<std::uint64_t>(file.samples);
    const bool sound =
        frame.bytesOfSample == 1 || frame.bytesOfSample == 2 || frame.bytesOfSample == 4;
    if (said.outcome != Decoded::Pixels || !sound ||
        frame.bytes.size() != samples * frame.bytesOfSample)
        return damaged();
    return frame;
}

} // namespace

bool isUnpackable(const std::string& syntax)
{
    // JPEG, lossy and lossless; JPEG-LS; JPEG 2000.
    constexpr std::array kSyntaxes{"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51",
                                   "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70",
                                   "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81",
                                   "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91"};
    return std::find(kSyntaxes.begin(), kSyntaxes.end(), syntax) != kSyntaxes.end();
}

Result<DecodedFrame> unpackFrame(const DicomFile& file, std::span<const std::byte> compressed)
{
    const DecodeRequest request = requestFor(file, compressed.size());
    std::vector<std::byte> question(sizeof request + compressed.size());
    std::memcpy(question.data(), &request, sizeof request);
    std::copy(compressed.begin(), compressed.end(),
              question.begin() + static_cast<std::ptrdiff_t>(sizeof request));
    auto helper = pool().take();
    if (!helper) {
        RK_TRY(helper, job::HelperProgram::start(programPath()));
    }
    // It ends itself when its own computing has taken too long; a machine that is busy with other
    // things may need many times that.
    const std::chrono::milliseconds within{5000 + 20 * request.milliseconds};
    const std::uint64_t most = sizeof(DecodeAnswer) + 4 * bytesOf(file);
    const auto answer = helper->ask(question, most, within);
    if (!answer)
        return damaged();
    pool().give(std::move(*helper));
    return frameFrom(*answer, file);
}

} // namespace rekindle::image
