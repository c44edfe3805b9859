#pragma once

#include <string>

using cairo_t = struct _cairo;

namespace octad::reports {

/// A colour, 0 to 1 a channel.
struct Color {
  double red = 0;
  double green = 0;
  double blue = 0;
  bool operator==(const Color&) const = default;
};

/// 0xRRGGBB as a Color.
constexpr Color rgb(unsigned hex) {
  return {((hex >> 16) & 0xFF) / 255.0, ((hex >> 8) & 0xFF) / 255.0, (hex & 0xFF) / 255.0};
}

/// "#rrggbb" for style sheets.
std::string cssColor(const Color& color);
void setSource(cairo_t* cr, const Color& color);
void setSource(cairo_t* cr, const Color& color, double alpha);

/// The colours of documents, charts and chips, in one place. Series and chips are the Okabe-Ito set (darkened
/// where text stands on them), told apart with every common colour blindness and, by lightness, in black and
/// white.
namespace palette {
inline constexpr Color kInk = rgb(0x1F2933);
inline constexpr Color kMuted = rgb(0x66727F);
inline constexpr Color kHairline = rgb(0xD5DBE1);
inline constexpr Color kRule = rgb(0x9AA7B4);
inline constexpr Color kShade = rgb(0xF3F6F9);
inline constexpr Color kPaper = rgb(0xFFFFFF);
inline constexpr Color kAccent = rgb(0x17456B);  ///< headings, the head rule, discipline badges

inline constexpr Color kSeries[] = {rgb(0x1F6BA5), rgb(0xE69F00), rgb(0x009E73), rgb(0xB5507E),
                                    rgb(0x56B4E9), rgb(0xC44E00), rgb(0x6B7885)};
inline constexpr int kSeriesCount = 7;
inline constexpr Color kLine = rgb(0xC44E00);  ///< cumulative line

inline constexpr Color kMajor = rgb(0xA83A00);
inline constexpr Color kMajorTint = rgb(0xFBE9DF);
inline constexpr Color kGeneral = rgb(0x17558A);
inline constexpr Color kGeneralTint = rgb(0xE3EEF7);
inline constexpr Color kOther = rgb(0x55606B);
inline constexpr Color kOtherTint = rgb(0xECEFF2);
inline constexpr Color kOk = rgb(0x00694C);
inline constexpr Color kOkTint = rgb(0xE0F3EC);
inline constexpr Color kWarn = rgb(0x7A5200);
inline constexpr Color kWarnTint = rgb(0xFDF1D3);
inline constexpr Color kLate = rgb(0x9B1C3B);
inline constexpr Color kLateTint = rgb(0xFAE4E9);
}  // namespace palette

}  // namespace octad::reports
