#include "reports/forms/morning_report.hpp"

#include <algorithm>
#include <array>

#include "model/policy/class_names.hpp"
#include "reports/forms/case_words.hpp"
#include "reports/forms/form.hpp"
#include "reports/forms/sheet_tables.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {
namespace {

using model::tr;

/// As many lines of every list as one page holds.
struct Room {
  std::size_t fresh = 4;
  std::size_t late = 7;
  std::size_t major = 5;
  std::size_t waiting = 6;
};

/// Heads in both languages take two lines each.
constexpr Room kRoomInBoth{4, 6, 4, 4};

/// What one list leaves is the others' in the order of the page; a workbook takes all.
Room roomFor(const model::MorningList& list, bool whole, DocumentLanguage language) {
  constexpr std::size_t kAll = 100'000;
  if (whole) return {kAll, kAll, kAll, kAll};
  Room room = language == DocumentLanguage::bilingual ? kRoomInBoth : Room();
  struct Part {
    std::size_t& room;
    std::size_t rows;
  };
  const std::array parts{Part{room.fresh, list.fresh.size()}, Part{room.late, list.late.size()},
                         Part{room.major, list.major.size()}, Part{room.waiting, list.waiting.size()}};
  std::size_t left = 0;
  for (const Part& part : parts) {
    const std::size_t spare = part.room - std::min(part.room, part.rows);
    part.room -= spare;
    left += spare;
  }
  for (const Part& part : parts) {
    const std::size_t more = std::min(left, part.rows - part.room);
    part.room += more;
    left -= more;
  }
  return room;
}

// Widths in tenths of a small letter: what fits into its column.
constexpr std::size_t kCustomerWidth = 185;
constexpr std::size_t kSubjectWidth = 265;
constexpr long long kDay = 24LL * 60 * 60 * 1'000'000;

/// The beginning of a text that fits into a column, so that a line stays one line; a workbook takes all.
std::string shortened(const std::string& text, std::size_t width) {
  constexpr std::size_t kSmall = 10;
  constexpr std::size_t kCapital = 13;
  constexpr std::size_t kChinese = 20;
  std::size_t taken = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xC0U) == 0x80U) continue;
    taken += byte >= 0xE0U ? kChinese : byte >= 'A' && byte <= 'Z' ? kCapital : kSmall;
    if (taken > width) return text.substr(0, at) + "…";
  }
  return text;
}

std::string turnText(model::Turn turn, const std::string& name, const Labels& labels) {
  return turn == model::Turn::nobody ? std::string() : joined(" ", {labels.of(turn), name});
}

Value lineOf(const model::CaseRow& row, const model::MorningList& list, const Labels& labels,
             const DocumentOptions& options) {
  const bool late = row.dueAt && *row.dueAt < list.at;
  const std::string days =
      late ? std::to_string((list.at.microseconds - row.dueAt->microseconds) / kDay) : "";
  return Value()
      .set("number", row.number.empty() ? row.externalNumber : row.number)
      .set("received", momentText(row.receivedAt, options.zone))
      .set("customer", shortened(row.customerName, kCustomerWidth))
      .set("customerWhole", row.customerName)
      .set("subject", shortened(joined(" ", {row.partNumber, row.failure.empty() ? row.title : row.failure}),
                                kSubjectWidth))
      .set("subjectWhole", joined(" ", {row.partNumber, row.failure.empty() ? row.title : row.failure}))
      .set("severity", labels.sentence(model::shortClassWords(row.severity, row.className)))
      .set("chip", severityChip(row.severity))
      .set("turn",
           turnText(row.turn,
                    row.turn == model::Turn::cqe && row.turnName.empty() ? row.ownerName : row.turnName,
                    labels))
      .set("due", dateText(row.dueAt, options.zone))
      .set("days", days)
      .set("dueTone", late ? "late" : "none");
}

/// "Major complaints, open", or with the name that the policy in force gives the highest class.
std::string majorTitle(const model::MorningList& list, const Labels& labels) {
  if (list.majorName.args.empty()) return labels.text(tr("Major complaints, open"));
  return labels.sentence({tr("{0}, open"), list.majorName.args});
}

/// One part of the page: as many lines as it has room for, and how many more there are.
template <class Row, class Line>
void addPart(Value& root, const char* name, const std::vector<Row>& rows, std::size_t room, Line line,
             const Labels& labels) {
  Value lines{Value::List{}};
  for (std::size_t at = 0; at < std::min(room, rows.size()); ++at) lines.add(line(rows[at]));
  const std::string part = name;
  root.set(part, std::move(lines))
      .set(part + "Any", !rows.empty())
      .set(part + "Count", quantityText(static_cast<long long>(rows.size())))
      .set(part + "More", rows.size() > room
                              ? labels.sentence({tr("and {0} more"), {std::to_string(rows.size() - room)}})
                              : std::string());
}

Value valuesOf(const model::MorningList& list, bool whole, const Labels& labels,
               const DocumentOptions& options) {
  const auto caseLine = [&](const model::CaseRow& row) { return lineOf(row, list, labels, options); };
  const auto waitingLine = [&](const model::WaitingFor& waiting) {
    return Value()
        .set("who", turnText(waiting.turn, waiting.name, labels))
        .set("cases", quantityText(waiting.cases))
        .set("overdue", waiting.overdue == 0 ? std::string("–") : quantityText(waiting.overdue))
        .set("tone", waiting.overdue == 0 ? "none" : "late")
        .set("firstDue", dateText(waiting.firstDue, options.zone));
  };
  const Room room = roomFor(list, whole, labels.language());
  Value root;
  root.set("company", companyText(options, labels))
      .set("day", dateText(list.at, options.zone))
      .set("since", momentText(list.since, options.zone))
      .set("open", quantityText(list.open))
      .set("partial", list.partial);
  addPart(root, "fresh", list.fresh, room.fresh, caseLine, labels);
  addPart(root, "late", list.late, room.late, caseLine, labels);
  root.set("majorTitle", majorTitle(list, labels));
  addPart(root, "major", list.major, room.major, caseLine, labels);
  addPart(root, "waiting", list.waiting, room.waiting, waitingLine, labels);
  return root;
}

std::string workbook(const Value& root, const std::string& title, const std::string& major,
                     const Labels& labels, const DocumentOptions& options) {
  Workbook book({title, companyText(options, labels), options.printedAt.microseconds / 1'000'000});
  const std::vector<TableColumn> columns{{"number", tr("No."), ColumnKind::text, 14},
                                         {"received", tr("Received"), ColumnKind::text, 17},
                                         {"customerWhole", tr("Customer"), ColumnKind::text, 28},
                                         {"subjectWhole", tr("Part and failure"), ColumnKind::longText, 44},
                                         {"severity", tr("Complaint class"), ColumnKind::text, 16},
                                         {"turn", tr("Turn"), ColumnKind::text, 20},
                                         {"due", tr("Due"), ColumnKind::date, 12},
                                         {"days", tr("Days late"), ColumnKind::whole, 10}};
  const auto rows = [&root](std::string_view part) -> const Value& { return root.map()->find(part)->second; };
  addTable(book, labels.text(tr("New")), columns, rows("fresh"), labels);
  addTable(book, labels.text(tr("Late")), columns, rows("late"), labels);
  addTable(book, major, columns, rows("major"), labels);
  addTable(book, labels.text(tr("Who is waited for")),
           {{"who", tr("Turn"), ColumnKind::text, 28},
            {"cases", tr("Open cases"), ColumnKind::whole},
            {"overdue", tr("Overdue"), ColumnKind::whole},
            {"firstDue", tr("First due"), ColumnKind::date, 12}},
           rows("waiting"), labels);
  return book.finish();
}

}  // namespace

std::string morningReport(const model::MorningList& list, const DocumentOptions& options) {
  const Labels labels(options.language);
  const auto title = labels.text(tr("Morning meeting list"));
  const bool whole = options.format == DocumentFormat::xlsx;
  Value root = valuesOf(list, whole, labels, options);
  if (whole) return workbook(root, title, majorTitle(list, labels), labels, options);
  FormParts parts;
  parts.title = title;
  parts.number = dateText(list.at, options.zone);
  return renderForm("morning", root, std::move(parts), labels, options);
}

}  // namespace octad::reports
