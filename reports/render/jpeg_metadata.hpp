#pragma once

#include <string>
#include <string_view>

namespace octad::reports {

/// The same JPEG without EXIF, XMP, IPTC and comments: a photo taken with a phone must not carry place and
/// owner into a customer's hands. Only the orientation stays. The file must have been found sound by
/// readPictureHeader.
std::string withoutMetadata(std::string_view jpeg, int orientation);

}  // namespace octad::reports
