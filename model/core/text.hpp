#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace octad::model {

constexpr std::size_t kTitleLength = 300;       ///< characters of a one-line title
constexpr std::size_t kNameLength = 200;        ///< characters of a name, part number, reference
constexpr std::size_t kTextBytes = 256 * 1024;  ///< bytes of a long text
constexpr long long kMaxQuantity = 10'000'000;  ///< pieces

/// The English label of a field by its name in JSON ("title", "items.2.lot"), for sentences about it; to be
/// translated. A name without a label comes back as it is.
std::string fieldLabel(std::string_view field);

/// One-line text as people type it, made storable: valid UTF-8, NFC, outer blanks removed.
/// Throws Invalid(field): empty when `required`, longer than `maxChars` (counts in the sentence), control
/// characters and line breaks, hidden direction characters, nothing visible. Security rows 1-14.
std::string cleanLine(std::string_view value, std::string_view field, std::size_t maxChars,
                      bool required = true);

/// Long text: as cleanLine, but line breaks and tabs are kept; limited in bytes (row 16).
std::string cleanText(std::string_view value, std::string_view field, std::size_t maxBytes = kTextBytes);

/// What the database checks of a one-line text (the registered function octad_line on SQLite).
bool isLine(std::string_view value, std::size_t maxChars);

/// A reason of at least 5 characters with letters or ideographs in it, not "....." (row 45). Throws
/// Refused("reason").
std::string requireReason(std::string_view reason);

/// A whole number of pieces as typed: full-width digits, spaces and `1,000` are read; 1.5, 1e3, abc, signs
/// and more than 10,000,000 are Invalid(field) (rows 17-22). Throws for an empty text too.
long long parseQuantity(std::string_view text, std::string_view field);

/// True when the text is valid UTF-8 without NUL.
bool isUtf8(std::string_view text);

/// Number of Unicode code points.
std::size_t characterCount(std::string_view text);

/// Canonical form for comparing and searching: NFKC and case folded.
std::string foldText(std::string_view text);

/// A number as people write it: up to four decimals, none at the end that are zero.
std::string plainNumber(double number);

/// Overlapping pairs of letters of the folded text, in order, for text search (works for Chinese without a
/// word list).
std::vector<std::string> bigrams(std::string_view text);

}  // namespace octad::model
