#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <wx/bitmap.h>

namespace octad::gui {

constexpr long long kMaxPicturePixels = 50'000'000;  ///< larger pictures are not decoded

/// Width and height as the head of a PNG, JPEG, GIF or BMP says, without decoding anything; none for other
/// files.
std::optional<std::pair<int, int>> pictureSize(std::string_view bytes);

/// A small copy of a picture, at most `maxSide` pixels; none when it is no picture, broken or larger than
/// kMaxPicturePixels. Decoding runs where it is called: call it in the executor, make the bitmap in the
/// window thread.
std::optional<wxImage> decodeThumbnail(std::string_view bytes, int maxSide);

}  // namespace octad::gui
