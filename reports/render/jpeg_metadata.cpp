#include "reports/render/jpeg_metadata.hpp"

#include <cstddef>

namespace octad::reports {
namespace {

/// An EXIF segment that holds nothing but the orientation.
std::string orientationSegment(int orientation) {
  std::string segment("\xFF\xE1\x00\x22", 4);
  segment += std::string("Exif\0\0", 6);
  segment += std::string("MM\0*\0\0\0\x08", 8);             // TIFF head, directory at 8
  segment += std::string("\0\x01", 2);                      // one entry
  segment += std::string("\x01\x12\0\x03\0\0\0\x01\0", 9);  // orientation, one short
  segment += static_cast<char>(orientation);
  return segment + std::string("\0\0\0\0\0\0", 6);
}

/// APP1 (EXIF, XMP), APP3 to APP13 (maker's data, IPTC), comments; not JFIF, colour profile and Adobe's
/// transform.
bool isMetadata(unsigned marker) {
  return marker == 0xE1 || (marker >= 0xE3 && marker <= 0xED) || marker == 0xFE;
}

}  // namespace

std::string withoutMetadata(std::string_view jpeg, int orientation) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(jpeg[i])); };
  std::string out(jpeg.substr(0, 2));
  if (orientation > 1) out += orientationSegment(orientation);
  std::size_t at = 2;
  while (at + 4 <= jpeg.size()) {
    const unsigned marker = byte(at + 1);
    if (marker == 0xDA) break;
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    const std::size_t length = 2 + (byte(at + 2) << 8 | byte(at + 3));
    if (!isMetadata(marker)) out += jpeg.substr(at, length);
    at += length;
  }
  if (at < jpeg.size()) out += jpeg.substr(at);
  return out;
}

}  // namespace octad::reports
