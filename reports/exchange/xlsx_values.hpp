#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace octad::reports {

/// What a number format makes of a number.
enum class NumberLook { plain, date, time, elapsed, zeroPadded };

/// A number format of a workbook, as far as it changes what a number means.
struct NumberFormat {
  NumberLook look = NumberLook::plain;
  std::size_t digits = 0;  ///< of zeroPadded: at least so many
};

/// The meaning of a built-in number format (14-22, 27-36, 45-47, 50-58 are dates and times, the middle ones
/// in Chinese).
NumberFormat builtInFormat(int id);

/// The meaning of a format code such as `yyyy"年"m"月"d"日"`, `[h]:mm` or `000000`; its first section
/// decides.
NumberFormat formatOfCode(std::string_view code);

/// The number as text: at most 15 digits as spreadsheet programs show it, no exponent below 1e21. Nothing for
/// no number.
std::optional<std::string> numberText(std::string_view stored);

/// The stored number as ISO text: "2026-03-24", "2026-03-24 20:59:00", "20:59:00", "36:00:00" (elapsed).
/// Nothing when the number is no date (negative, after 9999). Day 60 of the 1900 system becomes "1900-02-29",
/// which no field accepts.
std::optional<std::string> dateText(std::string_view stored, NumberLook look, bool dates1904);

/// A cell's place: "D5" is column 3, row 5. Nothing when the text is no reference.
struct CellPlace {
  std::size_t column = 0;  ///< from 0
  long long row = 0;       ///< from 1
};
std::optional<CellPlace> cellPlace(std::string_view reference);
/// The reference of a place, e.g. "D5".
std::string cellReference(std::size_t column, long long row);

/// Resolves the escapes of workbook texts (`_x000D_`) and makes every line break "\n". Nothing when a NUL is
/// escaped.
std::optional<std::string> cellText(std::string_view stored);

}  // namespace octad::reports
