#include "reports/forms/sheet_tables.hpp"

#include <charconv>

#include "model/core/time.hpp"

namespace octad::reports {
namespace {

/// "12,500" -> 12500; anything else is no whole number.
bool readQuantity(const std::string& text, std::int64_t& value) {
  std::string digits;
  for (const char c : text)
    if (c != ',') digits += c;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return !digits.empty() && error == std::errc() && end == digits.data() + digits.size();
}

}  // namespace

SheetCell cellOf(const std::string& text, ColumnKind kind) {
  if (text.empty()) return {};
  std::int64_t number = 0;
  if (kind == ColumnKind::whole && readQuantity(text, number)) return number;
  if (kind == ColumnKind::percent && text.ends_with(" %") &&
      readQuantity(text.substr(0, text.size() - 2), number))
    return static_cast<double>(number) / 100;
  if (kind == ColumnKind::date) {
    if (const auto date = model::Date::parse(text)) return std::chrono::year_month_day(date->days());
  }
  return text;
}

void addTable(Workbook& book, const std::string& name, const std::vector<TableColumn>& columns,
              const Value& rows, const Labels& labels) {
  if (rows.list()->empty()) return;
  std::vector<SheetColumn> head;
  for (const auto& column : columns) head.push_back({labels.text(column.label), column.kind, column.width});
  auto& sheet = book.addSheet(name, std::move(head));
  for (const auto& row : *rows.list()) {
    SheetRow cells;
    for (const auto& column : columns) {
      const auto found = row.map()->find(column.field);
      const auto* text = found == row.map()->end() ? nullptr : found->second.text();
      cells.push_back(text ? cellOf(*text, column.kind) : SheetCell());
    }
    sheet.row(cells);
  }
}

void addSignatureTable(Workbook& book, const Value& rows, const Labels& labels) {
  using model::tr;
  addTable(book, labels.text(tr("Signatures")),
           {{"subject", tr("Signed"), ColumnKind::text, 36},
            {"meaning", tr("Meaning"), ColumnKind::text, 18},
            {"name", tr("Signer"), ColumnKind::text, 18},
            {"at", tr("Time"), ColumnKind::text, 18},
            {"hash", tr("Hash of the record"), ColumnKind::text, 24},
            {"how", tr("How the signer was identified"), ColumnKind::text, 40},
            {"superseded", tr("State"), ColumnKind::text, 44}},
           rows, labels);
}

void addReturnTable(Workbook& book, const Value& rows, const Labels& labels) {
  using model::tr;
  addTable(book, labels.text(tr("Returned goods")),
           {{"date", tr("Received on"), ColumnKind::date, 12},
            {"number", tr("Return"), ColumnKind::text, 14},
            {"part", tr("Part"), ColumnKind::text, 22},
            {"announced", tr("Announced"), ColumnKind::whole},
            {"received", tr("Received quantity"), ColumnKind::whole},
            {"confirmed", tr("Confirmed"), ColumnKind::whole},
            {"ntf", tr("No trouble found"), ColumnKind::whole},
            {"customerCaused", tr("Customer-caused"), ColumnKind::whole},
            {"transport", tr("Transport damage"), ColumnKind::whole},
            {"missing", tr("Missing"), ColumnKind::whole},
            {"settled", tr("What became of them"), ColumnKind::longText, 30},
            {"open", tr("Open"), ColumnKind::whole},
            {"continues", tr("Note"), ColumnKind::longText, 30}},
           rows, labels);
}

}  // namespace octad::reports
