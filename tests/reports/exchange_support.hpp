#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>
#include <zip.h>

#include "model/core/error.hpp"
#include "reports/exchange/table_reader.hpp"

namespace octad::reports::exchange_test {

/// A folder of its own that goes away with the test.
class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "octad-exchange-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    m_path = name;
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    std::ofstream(m_path / name, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return m_path / name;
  }
  const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

inline std::filesystem::path fixture(const std::string& name) {
  return std::filesystem::path(OCTAD_SOURCE_DIR) / "tests/data" / name;
}

inline std::string bytesOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Table {
  std::vector<TableRow> rows;
  TableFacts facts;

  /// The notes in English, one a line.
  std::string notes() const {
    std::string text;
    for (const model::Message& note : facts.notes)
      text += model::Invalid("", note).what() + std::string("\n");
    return text;
  }
};

inline Table readAll(const std::filesystem::path& path, const ReadOptions& options = {}) {
  const auto reader = openTable(path, options);
  Table table;
  while (auto row = reader->next()) table.rows.push_back(std::move(*row));
  table.facts = reader->facts();
  return table;
}

/// The sentence with which a file is refused, "field: sentence"; empty when it is read to its end.
inline std::string refusal(const std::filesystem::path& path, const ReadOptions& options = {}) {
  try {
    readAll(path, options);
    return {};
  } catch (const model::Invalid& error) {
    return error.field() + ": " + error.what();
  }
}

using Parts = std::map<std::string, std::string>;

/// Packs parts into a zip file with libzip.
inline std::filesystem::path pack(const std::filesystem::path& path, const Parts& parts,
                                  bool compress = true) {
  int error = 0;
  zip_t* const archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("zip_open");
  for (const auto& [name, content] : parts) {
    zip_source_t* const source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) throw std::runtime_error("zip_file_add");
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index),
                             compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("zip_close");
  return path;
}

/// The parts of a small workbook with one sheet; `rows` goes between the sheetData tags.
inline Parts workbook(const std::string& rows) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
  const std::string sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return {
      {"_rels/.rels", head + "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"a\" Type=\"" +
                          office + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/_rels/workbook.xml.rels",
       head + "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"r1\" Type=\"" + office +
           "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + office +
           "/styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"" + office +
           "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
      {"xl/workbook.xml",
       head + "<workbook xmlns=\"" + sheet + "\" xmlns:r=\"" + office +
           "\"><workbookPr/><sheets><sheet name=\"Log\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
      {"xl/styles.xml",
       head + "<styleSheet xmlns=\"" + sheet +
           "\"><numFmts count=\"3\"><numFmt numFmtId=\"164\" "
           "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
           "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm\"/><numFmt numFmtId=\"166\" "
           "formatCode=\"000000\"/></numFmts>"
           "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
           "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
           "<xf numFmtId=\"166\"/><xf numFmtId=\"20\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"},
      {"xl/sharedStrings.xml",
       head + "<sst xmlns=\"" + sheet +
           "\"><si><t>划伤</t></si><si><r><t>two </t></r><r><t>runs</t></r><rPh><t>reading</t></rPh>"
           "</si><si><t>a_x000D_\nb_x005F_x000D_</t></si></sst>"},
      {"xl/worksheets/sheet1.xml",
       head + "<worksheet xmlns=\"" + sheet + "\"><sheetData>" + rows + "</sheetData></worksheet>"},
  };
}

/// Replaces one text in a part.
inline void replaceIn(std::string& part, const std::string& from, const std::string& to) {
  const std::size_t at = part.find(from);
  if (at == std::string::npos) throw std::runtime_error("not in the part: " + from);
  part.replace(at, from.size(), to);
}

}  // namespace octad::reports::exchange_test
