#include "reports/render/style.hpp"

#include <utility>

namespace octad::reports {

PageGeometry pageGeometry(bool landscape) {
  PageGeometry page;
  if (landscape) {
    std::swap(page.width, page.height);
    page.left = page.right = 40;
    page.top = 58;
    page.bottom = 54;
  }
  return page;
}

TextStyle textStyle(ParagraphStyle style, TextScale scale) {
  switch (style) {
    case ParagraphStyle::heading1:
      return {20, 27, true, palette::kAccent, 0, 4};
    case ParagraphStyle::heading2:
      return {12.5, 18, true, palette::kAccent, 20, 7};
    case ParagraphStyle::heading3:
      return {10.5, 15.5, true, palette::kInk, 12, 4};
    case ParagraphStyle::heading4:
      return {9.5, 14, true, palette::kMuted, 9, 2};
    case ParagraphStyle::subtitle:
      return {10.5, 15.5, false, palette::kMuted, 0, 4};
    case ParagraphStyle::caption:
      return {8, 11.6, false, palette::kMuted, 3, 5};
    case ParagraphStyle::body:
      break;
  }
  switch (scale) {
    case TextScale::table:
      return {8.8, 12.8, false, palette::kInk, 0, 3};
    case TextScale::dense:
      return {7.8, 11, false, palette::kInk, 0, 2};
    case TextScale::normal:
      break;
  }
  return {};
}

ChipLook chipLook(Chip chip) {
  switch (chip) {
    case Chip::major:
      return {palette::kMajor, palette::kMajorTint};
    case Chip::general:
      return {palette::kGeneral, palette::kGeneralTint};
    case Chip::ok:
      return {palette::kOk, palette::kOkTint};
    case Chip::warn:
      return {palette::kWarn, palette::kWarnTint};
    case Chip::late:
      return {palette::kLate, palette::kLateTint};
    case Chip::step:
      return {palette::kPaper, palette::kAccent};
    case Chip::other:
    case Chip::none:
      break;
  }
  return {palette::kOther, palette::kOtherTint};
}

ChipLook toneLook(Tone tone) {
  switch (tone) {
    case Tone::ok:
      return {palette::kOk, palette::kOkTint};
    case Tone::warn:
      return {palette::kWarn, palette::kWarnTint};
    case Tone::late:
      return {palette::kLate, palette::kLateTint};
    case Tone::info:
      return {palette::kGeneral, palette::kGeneralTint};
    case Tone::none:
      break;
  }
  return {palette::kInk, palette::kPaper};
}

}  // namespace octad::reports
