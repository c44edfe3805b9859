#include <cstddef>
#include <cstdint>
#include <string_view>

#include "reports/render/picture.hpp"

namespace octad::reports {
namespace {

/// Reads numbers at any offset; beyond the end they are 0.
class Bytes {
 public:
  explicit Bytes(std::string_view data, bool littleEndian = false) : m_data(data), m_little(littleEndian) {}
  std::size_t size() const { return m_data.size(); }
  unsigned at(std::size_t i) const { return i < m_data.size() ? static_cast<unsigned char>(m_data[i]) : 0U; }
  unsigned u16(std::size_t i) const { return m_little ? at(i) | (at(i + 1) << 8) : (at(i) << 8) | at(i + 1); }
  std::uint32_t u32(std::size_t i) const {
    return m_little ? u16(i) | (u16(i + 2) << 16) : (u16(i) << 16) | u16(i + 2);
  }
  std::string_view sub(std::size_t from, std::size_t count) const {
    return from < m_data.size() ? m_data.substr(from, count) : std::string_view();
  }

 private:
  std::string_view m_data;
  bool m_little;
};

constexpr std::string_view kPngSignature("\x89PNG\r\n\x1a\n", 8);

PictureHeader pngHeader(const Bytes& bytes) {
  PictureHeader header;
  const auto width = bytes.u32(16);
  const auto height = bytes.u32(20);
  if (bytes.sub(12, 4) != "IHDR" || width == 0 || height == 0 || width > 0x7FFFFFFF || height > 0x7FFFFFFF)
    return header;
  header.kind = PictureKind::png;
  header.width = static_cast<int>(width);
  header.height = static_cast<int>(height);
  return header;
}

/// The orientation tag (0x0112) of an EXIF segment; 1 when there is none.
int exifOrientation(std::string_view segment) {
  if (!segment.starts_with(std::string_view("Exif\0\0", 6))) return 1;
  const auto tiff = segment.substr(6);
  const bool little = tiff.starts_with("II");
  if (!little && !tiff.starts_with("MM")) return 1;
  const Bytes bytes(tiff, little);
  const std::size_t directory = bytes.u32(4);
  const unsigned entries = bytes.u16(directory);
  for (unsigned i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + 12 * static_cast<std::size_t>(i);
    if (entry + 12 > bytes.size()) return 1;
    if (bytes.u16(entry) != 0x0112) continue;
    const unsigned value = bytes.u16(entry + 8);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

bool isFrameHeader(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

PictureHeader jpegHeader(const Bytes& bytes) {
  PictureHeader header;
  int orientation = 1;
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    if (bytes.at(at) != 0xFF) return {};
    const unsigned marker = bytes.at(at + 1);
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    const std::size_t length = bytes.u16(at + 2);
    if (length < 2 || at + 2 + length > bytes.size()) return {};
    if (marker == 0xE1) orientation = exifOrientation(bytes.sub(at + 4, length - 2));
    if (isFrameHeader(marker)) {
      header.height = static_cast<int>(bytes.u16(at + 5));
      header.width = static_cast<int>(bytes.u16(at + 7));
      header.components = static_cast<int>(bytes.at(at + 9));
    }
    if (marker == 0xDA) {  // picture data begin: the head is complete
      if (header.width > 0 && header.height > 0) header.kind = PictureKind::jpeg;
      header.orientation = orientation;
      return header;
    }
    at += 2 + length;
  }
  return {};
}

}  // namespace

PictureHeader readPictureHeader(std::string_view data) {
  const Bytes bytes(data);
  if (data.starts_with(kPngSignature)) return pngHeader(bytes);
  if (data.starts_with("\xFF\xD8\xFF")) return jpegHeader(bytes);
  return {};
}

}  // namespace octad::reports
