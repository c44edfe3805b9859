#include "reports/exchange/calendar_file.hpp"

#include "model/core/moment.hpp"
#include "model/core/sha256.hpp"

namespace octad::reports {

using model::WorkItem;

namespace {

constexpr std::size_t kLineBytes = 75;  // RFC 5545, 3.1: without the line break

/// "20261125T003000Z"
std::string stamp(model::Instant at) {
  std::string out;
  for (const char letter : model::isoInstant({at.microseconds - at.microseconds % 1'000'000}))
    if (letter != '-' && letter != ':') out += letter;
  return out;
}

/// Text of people: what would end a value or a line is escaped, other control characters go.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '\n')
      out += "\\n";
    else if (letter == '\\' || letter == ';' || letter == ',')
      (out += '\\') += letter;
    else if (static_cast<unsigned char>(letter) >= ' ' && letter != '\x7f')
      out += letter;
  }
  return out;
}

/// Long lines go on after a blank, whole characters on each.
void addLine(std::string& file, const std::string& line) {
  std::size_t used = 0;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t length = 1;
    while (at + length < line.size() && (static_cast<unsigned char>(line[at + length]) & 0xC0) == 0x80)
      ++length;
    if (used + length > kLineBytes) {
      file += "\r\n ";
      used = 1;
    }
    file.append(line, at, length);
    used += length;
    at += length;
  }
  file += "\r\n";
}

std::string uidOf(const WorkItem& item) {
  return model::sha256Hex(std::string(model::keyOf(item.kind)) + '\n' + item.number + '\n' + item.dueName +
                          '\n' + item.subject)
             .substr(0, 32) +
         "@octad";
}

void addEvent(std::string& file, const WorkItem& item, model::Instant due, const model::Catalogue& catalogue,
              model::Instant now) {
  std::string what = item.number + " " + catalogue.text(model::workLabel(item, true));
  if (!item.customerName.empty()) what += " (" + item.customerName + ")";
  addLine(file, "BEGIN:VEVENT");
  addLine(file, "UID:" + uidOf(item));
  addLine(file, "DTSTAMP:" + stamp(now));
  addLine(file, "DTSTART:" + stamp(due));
  addLine(file, "SUMMARY:" + escaped(what));
  if (!item.subject.empty()) addLine(file, "DESCRIPTION:" + escaped(item.subject));
  addLine(file, "TRANSP:TRANSPARENT");
  addLine(file, "END:VEVENT");
}

}  // namespace

std::string calendarFile(const std::vector<WorkItem>& items, const model::WorkCalendar& calendar,
                         const model::Catalogue& catalogue, model::Instant now) {
  std::string file;
  addLine(file, "BEGIN:VCALENDAR");
  addLine(file, "VERSION:2.0");
  addLine(file, "PRODID:-//Octad//Octad//EN");
  for (const auto& item : items)
    if (const auto due = model::dueOf(item, calendar)) addEvent(file, item, *due, catalogue, now);
  addLine(file, "END:VCALENDAR");
  return file;
}

}  // namespace octad::reports
