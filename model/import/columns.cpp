#include "model/import/columns.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/text.hpp"

namespace octad::model {

namespace {

std::string headingKey(std::string_view heading) {
  std::string key = foldText(heading);
  std::erase_if(key, [](char c) { return c == ' ' || c == '_' || c == '.' || c == '\n' || c == '-'; });
  return key;
}

bool isNumber(std::string_view text) {
  return !text.empty() && text.size() < 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool names(const ImportField& field, std::string_view heading) {
  const std::string key = headingKey(heading);
  return !key.empty() && (key == headingKey(field.name) ||
                          std::any_of(field.headings.begin(), field.headings.end(),
                                      [&key](std::string_view known) { return headingKey(known) == key; }));
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

const std::vector<ImportField>& complaintFields() {
  static const std::vector<ImportField> fields{
      {"number",
       tr("Number in the register"),
       true,
       {"客诉编号", "投诉编号", "编号", "complaint no", "number", "no"}},
      {"customer", tr("Customer"), true, {"客户名称", "客户", "customer name"}},
      {"customer_ref",
       tr("Customer's complaint no."),
       false,
       {"客户投诉单号", "客户投诉编号", "customer complaint no"}},
      {"received_at",
       tr("Received"),
       true,
       {"受理日期", "投诉日期", "受理时间", "date received", "received", "date"}},
      {"channel", tr("Channel"), false, {"投诉方式", "投诉渠道"}},
      {"contact", tr("Contact"), false, {"联系人", "contact person"}},
      {"part", tr("Part number"), false, {"产品料号", "料号", "part no", "part number", "part_no"}},
      {"part_name", tr("Part name"), false, {"品名", "产品名称", "part name"}},
      {"lot", tr("Lot"), false, {"批次号", "批号", "lot no", "batch"}},
      {"failure", tr("Failure"), true, {"不良现象", "失效模式", "failure mode", "defect"}},
      {"defect_kind", tr("Kind of defect"), false, {"不良类别", "defect kind"}},
      {"qty_defective", tr("Defective pieces"), false, {"不良数", "不良数量", "defective", "qty defective"}},
      {"qty_delivered", tr("Delivered pieces"), false, {"交货数", "交货数量", "delivered", "qty delivered"}},
      {"built_on", tr("Built on"), false, {"生产日期", "制造日期", "built", "production date"}},
      {"penalty", tr("Penalty clause"), false, {"是否触发处罚"}},
      {"demand", tr("Customer's demand"), false, {"客户要求", "投诉要求"}},
      {"department", tr("Responsible department"), false, {"责任部门"}},
      {"owner", tr("Case owner"), false, {"受理人", "客诉负责人", "owner"}},
      {"sample_at", tr("Sample received"), false, {"收样日期", "sample received"}},
      {"closed_at", tr("Closed on"), false, {"结案日期", "date closed"}},
      {"loss", tr("Loss amount"), false, {"损失金额"}},
      {"remarks", tr("Remarks"), false, {"备注", "remark"}},
      {"description", tr("Customer statement (verbatim)"), false, {"客户原始描述", "投诉内容", "verbatim"}},
  };
  return fields;
}

const std::vector<ImportField>& shipmentFields() {
  static const std::vector<ImportField> fields{
      {"customer", tr("Customer"), true, {"客户名称", "客户"}},
      {"part", tr("Part number"), true, {"产品料号", "料号", "part_no"}},
      {"month", tr("Month"), true, {"月份"}},
      {"quantity", tr("Delivered pieces"), true, {"交货数", "shipped_qty", "shipped"}},
  };
  return fields;
}

const std::vector<ImportField>& calendarFields() {
  static const std::vector<ImportField> fields{
      {"date", tr("Date"), true, {"日期", "day"}},
      {"kind", tr("Kind"), true, {"类型"}},
      {"name", tr("Name"), false, {"名称"}},
  };
  return fields;
}

}  // namespace

bool headingNames(const ImportField& field, std::string_view heading) {
  return names(field, heading);
}

ImportKind parseImportKind(std::string_view text) {
  if (text == "complaints") return ImportKind::complaints;
  if (text == "shipments") return ImportKind::shipments;
  if (text == "calendar") return ImportKind::calendar;
  throw Invalid("kind", {tr("\"{0}\" cannot be imported: use complaints, shipments or calendar."),
                         {std::string(text)}});
}

const std::vector<ImportField>& importFields(ImportKind kind) {
  switch (kind) {
    case ImportKind::complaints:
      return complaintFields();
    case ImportKind::shipments:
      return shipmentFields();
    case ImportKind::calendar:
      return calendarFields();
  }
  return complaintFields();
}

std::vector<std::pair<std::string, std::string>> ColumnMap::parse(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> wanted;
  while (!text.empty()) {
    const auto comma = text.find(',');
    const std::string_view piece = text.substr(0, comma);
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    const auto equals = piece.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == piece.size())
      throw Invalid("map", {tr("\"{0}\" is not of the form field=column."), {std::string(piece)}});
    wanted.emplace_back(piece.substr(0, equals), piece.substr(equals + 1));
  }
  return wanted;
}

bool ColumnMap::byNumber(const std::vector<std::pair<std::string, std::string>>& wanted) {
  return !wanted.empty() &&
         std::all_of(wanted.begin(), wanted.end(), [](const auto& entry) { return isNumber(entry.second); });
}

ColumnMap::ColumnMap(ImportKind kind, const std::vector<std::string>& heading,
                     const std::vector<std::pair<std::string, std::string>>& wanted) {
  const auto& fields = importFields(kind);
  for (const auto& [name, column] : wanted) {
    const auto field =
        std::find_if(fields.begin(), fields.end(), [&name = name](const auto& f) { return f.name == name; });
    if (field == fields.end()) {
      std::vector<std::string> known;
      for (const auto& f : fields) known.emplace_back(f.name);
      throw Invalid("map", {tr("There is no field \"{0}\". Fields are: {1}."), {name, listed(known)}});
    }
    if (isNumber(column)) {
      const auto index = static_cast<std::size_t>(std::stoi(column));
      if (index == 0 || (!heading.empty() && index > heading.size()))
        throw Invalid(
            "map", {tr("The file has no column {0}; it has {1}."), {column, std::to_string(heading.size())}});
      m_columns[name] = index - 1;
      continue;
    }
    const auto found = std::find_if(heading.begin(), heading.end(), [&column = column](const auto& cell) {
      return headingKey(cell) == headingKey(column);
    });
    if (found == heading.end())
      throw Invalid("map", {tr("The file has no column \"{0}\". It has: {1}."), {column, listed(heading)}});
    m_columns[name] = static_cast<std::size_t>(found - heading.begin());
  }

  std::vector<std::string> missing;
  for (const auto& field : fields) {
    const std::string name(field.name);
    if (!m_columns.contains(name) && !byNumber(wanted)) {
      for (std::size_t i = 0; i < heading.size(); ++i) {
        if (!names(field, heading[i])) continue;
        if (m_columns.contains(name))
          throw Invalid("map",
                        {tr("Two columns are headed \"{0}\". Say which one is meant with --map {1}=NUMBER."),
                         {heading[i], name}});
        m_columns[name] = i;
      }
    }
    if (m_columns.contains(name)) {
      const std::size_t index = m_columns[name];
      m_notes.emplace_back(
          tr("{0}: column {1} \"{2}\""),
          std::vector<std::string>{translated(field.label), std::to_string(index + 1),
                                   !byNumber(wanted) && index < heading.size() ? heading[index] : ""});
    } else if (field.required) {
      missing.push_back(name);
    }
  }
  if (!missing.empty())
    throw Invalid("map",
                  {tr("No column was found for: {0}. Name them with --map field=column; the file has: {1}."),
                   {listed(missing), listed(heading)}});
}

std::string_view ColumnMap::cell(const std::vector<std::string>& row, std::string_view field) const {
  const auto column = m_columns.find(std::string(field));
  if (column == m_columns.end() || column->second >= row.size()) return {};
  std::string_view text = row[column->second];
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool looksLikeHeading(ImportKind kind, const std::vector<std::string>& cells) {
  const auto& fields = importFields(kind);
  return std::all_of(fields.begin(), fields.end(), [&cells](const ImportField& field) {
    return !field.required || std::any_of(cells.begin(), cells.end(),
                                          [&field](const std::string& cell) { return names(field, cell); });
  });
}

}  // namespace octad::model
