#include "gui/widgets/picture.hpp"

#include <algorithm>
#include <wx/image.h>
#include <wx/log.h>
#include <wx/mstream.h>

namespace octad::gui {

namespace {

unsigned byteAt(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

int bigEndian16(std::string_view bytes, std::size_t at) {
  return static_cast<int>(byteAt(bytes, at) << 8 | byteAt(bytes, at + 1));
}

int littleEndian16(std::string_view bytes, std::size_t at) {
  return static_cast<int>(byteAt(bytes, at + 1) << 8 | byteAt(bytes, at));
}

/// JPEG: the size stands in the frame header (SOF); other segments are stepped over.
std::optional<std::pair<int, int>> jpegSize(std::string_view bytes) {
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (byteAt(bytes, at) != 0xFF) return std::nullopt;
    const unsigned marker = byteAt(bytes, at + 1);
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) return std::pair{bigEndian16(bytes, at + 7), bigEndian16(bytes, at + 5)};
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    at += 2 + static_cast<std::size_t>(std::max(bigEndian16(bytes, at + 2), 2));
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::pair<int, int>> pictureSize(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv) && bytes.size() > 24) {
    if (bigEndian16(bytes, 16) != 0 || bigEndian16(bytes, 20) != 0) return std::nullopt;  // over 65535 a side
    return std::pair{bigEndian16(bytes, 18), bigEndian16(bytes, 22)};
  }
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return jpegSize(bytes);
  if (bytes.starts_with("GIF8"sv) && bytes.size() > 10)
    return std::pair{littleEndian16(bytes, 6), littleEndian16(bytes, 8)};
  if (bytes.starts_with("BM"sv) && bytes.size() > 26) {
    if (littleEndian16(bytes, 20) != 0 || littleEndian16(bytes, 24) != 0) return std::nullopt;
    return std::pair{littleEndian16(bytes, 18), littleEndian16(bytes, 22)};
  }
  return std::nullopt;
}

std::optional<wxImage> decodeThumbnail(std::string_view bytes, int maxSide) {
  const auto size = pictureSize(bytes);
  if (!size || size->first <= 0 || size->second <= 0) return std::nullopt;
  if (static_cast<long long>(size->first) * size->second > kMaxPicturePixels) return std::nullopt;
  const wxLogNull quiet;  // a broken picture is shown as a file, not as a message box
  wxMemoryInputStream stream(bytes.data(), bytes.size());
  wxImage image;
  if (!image.LoadFile(stream) || !image.IsOk()) return std::nullopt;
  const double scale =
      std::min(1.0, maxSide / static_cast<double>(std::max(image.GetWidth(), image.GetHeight())));
  const int width = std::max(1, static_cast<int>(image.GetWidth() * scale));
  const int height = std::max(1, static_cast<int>(image.GetHeight() * scale));
  image.Rescale(width, height, wxIMAGE_QUALITY_BILINEAR);
  return image;
}

}  // namespace octad::gui
