#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace octad::model {

/// A line of a mail made ready for looking through: full-width letters, digits and signs made plain.
struct MailLine {
  int number = 0;     ///< from 1; 0 is the subject
  std::string text;   ///< as it is shown
  std::string lower;  ///< the same bytes with small Latin letters: a place in one is a place in the other
};

MailLine mailLine(int number, std::string_view raw);

/// The lines of a text that its sender wrote: without what is quoted with ">". An answer ends where the mail
/// that it answers begins; a mail passed on (`answer` false) goes on.
std::vector<MailLine> writtenLines(const std::string& text, bool answer);

/// Re:, Fw:, 答复：, 转发： … taken off a subject.
std::string bareSubject(std::string_view subject);
/// True when the first prefix of a subject says that it answers another mail.
bool isAnswer(std::string_view subject);

/// What a labelled line is about: 不良数量：12, Lot No.: 26A.
enum class MailLabel {
  none,
  part,
  lot,
  failure,
  defective,
  delivered,
  reference,
  customer,
  requested,
  builtOn,
  contact
};

struct LabelledValue {
  MailLabel label = MailLabel::none;
  std::string value;  ///< trimmed; never empty
};

/// Every labelled value of a line, in order.
std::vector<LabelledValue> labelledValues(const MailLine& line);

/// The labels of the columns when a line is the heading of a table: cells with tabs between them, at least
/// two of them labels; empty for any other line.
std::vector<MailLabel> tableHeading(const MailLine& line);
/// The values of a row below such a heading; none when it is no row.
std::vector<LabelledValue> rowValues(const MailLine& line, const std::vector<MailLabel>& heading);

/// Runs of letters, digits and - . _ / # + in a line: what numbers of parts are written with.
struct MailToken {
  std::size_t at = 0;
  std::string text;
};
std::vector<MailToken> tokensOf(const std::string& line);

/// A text without blanks and closing signs at its ends.
std::string trimmedValue(std::string_view value);

bool isAsciiWordByte(char c);

/// Whether `word` stands in `lower`; a word of Latin letters only as a whole word. npos when not.
std::size_t findWord(std::string_view lower, std::string_view word, std::size_t from = 0);

}  // namespace octad::model
