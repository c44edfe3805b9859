#include "reports/exchange/xlsx_parts.hpp"

#include <charconv>
#include <filesystem>
#include <functional>
#include <map>

#include "model/core/error.hpp"

namespace octad::reports {

using model::Invalid;
using model::tr;

namespace {

/// More styles, sheets or relationships than any program writes.
constexpr std::size_t kMaxItems = 65536;

struct Relationship {
  std::string type;  // its last word: worksheet, styles, sharedStrings …
  std::string target;
};
using Relationships = std::map<std::string, Relationship>;

[[noreturn]] void refuseForeign() {
  throw Invalid(
      "file",
      {tr("The file is not an XLSX workbook. Save it from your spreadsheet program as XLSX or CSV.")});
}

std::string text(const char* value) {
  return value == nullptr ? std::string() : std::string(value);
}

std::size_t toIndex(const char* value, std::size_t fallback) {
  const std::string digits = text(value);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? number : fallback;
}

bool isTrue(const char* value) {
  return text(value) == "1" || text(value) == "true";
}

/// A part whose start tags are all that matters.
class TagHandler : public XmlHandler {
 public:
  using OnStart = std::function<void(std::string_view, const char**)>;
  explicit TagHandler(OnStart onStart) : m_onStart(std::move(onStart)) {}
  void startElement(std::string_view name, const char** attributes) override {
    if (++m_count > kMaxItems * 16) refuseForeign();
    m_onStart(name, attributes);
  }
  void endElement(std::string_view) override {}
  void characters(std::string_view) override {}

 private:
  OnStart m_onStart;
  std::size_t m_count = 0;
};

void readTags(XlsxPackage& package, const std::string& part, TagHandler::OnStart onStart) {
  TagHandler handler(std::move(onStart));
  XmlPump(package.open(part), handler).run();
}

/// The relationships of a part; `base` is the folder its targets start from.
Relationships readRelationships(XlsxPackage& package, const std::string& part, const std::string& base) {
  Relationships found;
  if (!package.has(part)) return found;
  readTags(package, part, [&](std::string_view name, const char** attributes) {
    if (name != "Relationship" || text(attribute(attributes, "TargetMode")) == "External") return;
    const std::string type = text(attribute(attributes, "Type"));
    const std::string target = text(attribute(attributes, "Target"));
    const std::filesystem::path path = target.starts_with('/') ? std::filesystem::path(target.substr(1))
                                                               : std::filesystem::path(base) / target;
    found[text(attribute(attributes, "Id"))] = {type.substr(type.rfind('/') + 1),
                                                path.lexically_normal().generic_string()};
  });
  return found;
}

class SharedHandler : public XmlHandler {
 public:
  SharedHandler(SharedTexts& texts, const TableLimits& limits) : m_texts(texts), m_limits(limits) {}

  void startElement(std::string_view name, const char**) override {
    if (name == "si") m_current.clear();
    if (name == "rPh") ++m_phonetic;
    m_inText = name == "t" && m_phonetic == 0;
  }
  void endElement(std::string_view name) override {
    m_inText = false;
    if (name == "rPh") --m_phonetic;
    if (name != "si") return;
    const auto plain = cellText(m_current);
    if (!plain)
      throw Invalid(
          "file", {tr("Shared text {0} of the workbook contains a NUL character: remove it from the cells."),
                   {std::to_string(m_texts.size())}});
    m_texts.add(*plain, m_limits.sharedTextBytes);
  }
  void characters(std::string_view part) override {
    if (!m_inText) return;
    if (m_current.size() + part.size() > m_limits.recordBytes)
      throw Invalid("file",
                    {tr("Shared text {0} of the workbook is longer than {1} bytes: shorten the cell."),
                     {std::to_string(m_texts.size()), std::to_string(m_limits.recordBytes)}});
    m_current += part;
  }

 private:
  SharedTexts& m_texts;
  const TableLimits& m_limits;
  std::string m_current;
  bool m_inText = false;
  int m_phonetic = 0;
};

}  // namespace

XlsxWorkbook readWorkbook(XlsxPackage& package) {
  std::string workbookPart;
  for (const auto& [id, relationship] : readRelationships(package, "_rels/.rels", ""))
    if (relationship.type == "officeDocument") workbookPart = relationship.target;
  if (workbookPart.ends_with(".bin"))
    throw Invalid("file", {tr("The file is a binary workbook (XLSB): save it as XLSX or CSV.")});
  if (workbookPart.empty() || !package.has(workbookPart)) refuseForeign();

  const std::filesystem::path path(workbookPart);
  const std::string folder = path.parent_path().generic_string();
  const std::string prefix = folder.empty() ? "" : folder + "/";
  const Relationships parts =
      readRelationships(package, prefix + "_rels/" + path.filename().generic_string() + ".rels", folder);
  XlsxWorkbook workbook;
  for (const auto& [id, relationship] : parts) {
    if (relationship.type == "styles") workbook.stylesPart = relationship.target;
    if (relationship.type == "sharedStrings") workbook.sharedPart = relationship.target;
  }

  bool isWorkbook = false;
  readTags(package, workbookPart, [&](std::string_view name, const char** attributes) {
    if (name == "workbook") isWorkbook = true;
    if (name == "workbookPr") workbook.dates1904 = isTrue(attribute(attributes, "date1904"));
    if (name != "sheet") return;
    // "id" without its namespace is the relationship; "sheetId" is another attribute.
    const auto part = parts.find(text(attribute(attributes, "id")));
    if (part == parts.end() || part->second.type != "worksheet") return;
    const std::string state = text(attribute(attributes, "state"));
    workbook.sheets.push_back({text(attribute(attributes, "name")), part->second.target,
                               state == "hidden" || state == "veryHidden"});
  });
  if (!isWorkbook || workbook.sheets.empty()) refuseForeign();
  return workbook;
}

std::vector<NumberFormat> readCellFormats(XlsxPackage& package, const std::string& part) {
  std::vector<NumberFormat> formats;
  if (part.empty() || !package.has(part)) return formats;
  std::map<std::size_t, NumberFormat> custom;
  bool inCellFormats = false;
  readTags(package, part, [&](std::string_view name, const char** attributes) {
    if (name == "numFmt")
      custom[toIndex(attribute(attributes, "numFmtId"), 0)] =
          formatOfCode(text(attribute(attributes, "formatCode")));
    if (name == "cellXfs" || name == "cellStyleXfs" || name == "cellStyles" || name == "dxfs")
      inCellFormats = name == "cellXfs";
    if (name != "xf" || !inCellFormats) return;
    if (formats.size() == kMaxItems) refuseForeign();
    const std::size_t id = toIndex(attribute(attributes, "numFmtId"), 0);
    const auto own = custom.find(id);
    formats.push_back(own != custom.end() ? own->second
                                          : builtInFormat(id > 1000 ? 0 : static_cast<int>(id)));
  });
  return formats;
}

std::string_view SharedTexts::at(std::size_t index) const {
  const std::size_t begin = index == 0 ? 0 : m_ends.at(index - 1);
  return std::string_view(m_block).substr(begin, m_ends.at(index) - begin);
}

void SharedTexts::add(std::string_view text, std::uint64_t limit) {
  if (m_block.size() + text.size() + (m_ends.size() + 1) * sizeof(std::uint32_t) > limit ||
      m_block.size() > UINT32_MAX - text.size())
    throw Invalid("file", {tr("The workbook holds more than {0} MB of text: export the sheet as CSV."),
                           {std::to_string(limit / (1024 * 1024))}});
  m_block += text;
  m_ends.push_back(static_cast<std::uint32_t>(m_block.size()));
}

SharedTexts readSharedTexts(XlsxPackage& package, const std::string& part) {
  SharedTexts texts;
  if (part.empty() || !package.has(part)) return texts;
  SharedHandler handler(texts, package.limits());
  XmlPump(package.open(part), handler).run();
  return texts;
}

}  // namespace octad::reports
