#include "app/decoder/gdcm_frame.h"

#include <gdcmDataElement.h>
#include <gdcmImage.h>
#include <gdcmSequenceOfFragments.h>
#include <gdcmTrace.h>

namespace rekindle::decoder {

std::optional<Frame> unpack(const image::DecodeRequest& request,
                            std::span<const std::byte> compressed)
{
    gdcm::Trace::WarningOff();
    gdcm::Trace::ErrorOff();
    gdcm::Trace::DebugOff();
    gdcm::Image image;
    image.SetNumberOfDimensions(2);
    image.SetDimension(0, request.width);
    image.SetDimension(1, request.height);
    const gdcm::PixelFormat format(request.samples, request.allocated, request.stored, request.high,
                                   request.isSigned);
    image.SetPixelFormat(format);
    image.SetPhotometricInterpretation(
        gdcm::PhotometricInterpretation::GetPIType(request.photometric));
    image.SetPlanarConfiguration(0);
    image.SetTransferSyntax(gdcm::TransferSyntax(gdcm::TransferSyntax::GetTSType(request.syntax)));
    const auto fragments = gdcm::SequenceOfFragments::New();
    gdcm::Fragment fragment;
    fragment.SetByteValue(reinterpret_cast<const char*>(compressed.data()),
                          gdcm::VL(static_cast<std::uint32_t>(compressed.size())));
    fragments->AddFragment(fragment);
    gdcm::DataElement pixels(gdcm::Tag(0x7fe0, 0x0010));
    pixels.SetVR(gdcm::VR::OB);
    pixels.SetValue(*fragments);
    image.SetDataElement(pixels);
    Frame frame;
    frame.pixels.resize(image.GetBufferLength());
    if (!image.GetBuffer(reinterpret_cast<char*>(frame.pixels.data())))
        return std::nullopt;
    const auto said = image.GetPhotometricInterpretation();
    frame.isLumaChroma = said == gdcm::PhotometricInterpretation::YBR_FULL ||
                         said == gdcm::PhotometricInterpretation::YBR_FULL_422;
    frame.bytesOfSample = image.GetPixelFormat().GetBitsAllocated() / 8u;
    return frame;
}

} // namespace rekindle::decoder
