#include "reports/exchange/xlsx_package.hpp"

#include <algorithm>
#include <array>
#include <expat.h>
#include <new>
#include <set>
#include <utility>
#include <zip.h>

#include "model/core/error.hpp"

namespace octad::reports {

using model::Invalid;
using model::tr;

namespace {

constexpr std::uint64_t kRatioFrom = 1024 * 1024;  // smaller parts cannot hurt whatever their ratio
constexpr std::size_t kPiece = 64 * 1024;
constexpr std::uint64_t kLongestToken = 1024 * 1024;
constexpr std::size_t kLongestProlog = 64 * 1024;

std::string megabytes(std::uint64_t bytes) {
  return std::to_string(bytes / (1024 * 1024));
}

[[noreturn]] void refuseTotal(const TableLimits& limits) {
  throw Invalid(
      "file",
      {tr("The workbook unpacks to more than {0} MB and is refused. Save only the sheet that is needed, or "
          "export it as CSV."),
       {megabytes(limits.inflatedBytes)}});
}

[[noreturn]] void refuseRatio(const TableLimits& limits) {
  throw Invalid(
      "file",
      {tr("The workbook is packed more than {0} to 1, as a zip bomb is, and is refused. Export the table as "
          "CSV."),
       {std::to_string(limits.ratio)}});
}

[[noreturn]] void refuseDamaged(const std::string& part) {
  throw Invalid(
      "file",
      {tr("Part {0} of the workbook is damaged. Open the file in your spreadsheet program and save it "
          "again."),
       {part}});
}

[[noreturn]] void refuseDocType(const std::string& part) {
  throw Invalid(
      "file",
      {tr("Part {0} of the workbook contains a DOCTYPE, which no spreadsheet program writes; the file is "
          "refused. Ask its sender for a clean copy."),
       {part}});
}

const char* localName(const char* name) {
  const std::string_view text(name);
  const std::size_t bar = text.rfind('|');
  return bar == std::string_view::npos ? name : name + bar + 1;
}

/// Whether an XML part declares a DOCTYPE before its first element.
class PrologCheck {
 public:
  PrologCheck() : m_parser(XML_ParserCreate(nullptr)) {
    if (m_parser == nullptr) throw std::bad_alloc();
    XML_SetUserData(m_parser, this);
    XML_SetStartElementHandler(m_parser, [](void* self, const char*, const char**) {
      XML_StopParser(static_cast<PrologCheck*>(self)->m_parser, XML_FALSE);
    });
    XML_SetStartDoctypeDeclHandler(m_parser, [](void* self, const char*, const char*, const char*, int) {
      static_cast<PrologCheck*>(self)->m_found = true;
      XML_StopParser(static_cast<PrologCheck*>(self)->m_parser, XML_FALSE);
    });
  }
  ~PrologCheck() { XML_ParserFree(m_parser); }
  PrologCheck(const PrologCheck&) = delete;
  PrologCheck& operator=(const PrologCheck&) = delete;

  /// False when the part need not be read further.
  bool feed(const char* bytes, std::size_t size) {
    return XML_Parse(m_parser, bytes, static_cast<int>(size), size == 0) == XML_STATUS_OK && size > 0;
  }
  bool found() const { return m_found; }

 private:
  XML_Parser m_parser;
  bool m_found = false;
};

bool isXml(std::string_view name) {
  return name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".vml") ||
         name.ends_with(".XML");
}

}  // namespace

XlsxPackage::XlsxPackage(const std::filesystem::path& path, const TableLimits& limits) : m_limits(limits) {
  int error = 0;
  m_zip = zip_open(path.c_str(), ZIP_RDONLY, &error);
  if (m_zip == nullptr)
    throw Invalid("file",
                  {tr("The workbook {0} is damaged or incomplete: copy it again, or save it again from your "
                      "spreadsheet program."),
                   {path.filename().string()}});
  try {
    checkDirectory(std::filesystem::file_size(path));
    checkPrologs();
  } catch (...) {
    zip_discard(m_zip);
    throw;
  }
}

XlsxPackage::~XlsxPackage() {
  zip_discard(m_zip);
}

void XlsxPackage::checkDirectory(std::uint64_t fileSize) {
  const auto count = static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(m_zip, 0)));
  if (count > m_limits.parts)
    throw Invalid("file",
                  {tr("The workbook has {0} parts, more than {1}, and is refused. Export the table as CSV."),
                   {std::to_string(count), std::to_string(m_limits.parts)}});
  std::set<std::string> names;
  std::uint64_t total = 0;
  std::uint64_t packed = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(m_zip, i, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0)
      refuseDamaged(std::to_string(i + 1));
    const std::string name = stat.name;
    if (!names.insert(name).second) refuseDamaged(name);
    if (stat.encryption_method != ZIP_EM_NONE)
      throw Invalid("file", {tr("The workbook is protected by a password: save a copy without one.")});
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) refuseDamaged(name);
    if (stat.size > m_limits.inflatedBytes || (total += stat.size) > m_limits.inflatedBytes)
      refuseTotal(m_limits);
    if (stat.size > kRatioFrom && stat.size / m_limits.ratio > stat.comp_size) refuseRatio(m_limits);
    // Parts that overlap are together longer than the file they lie in.
    if (stat.comp_size > fileSize || (packed += stat.comp_size) > fileSize) refuseDamaged(name);
  }
  if (total > kRatioFrom && total / m_limits.ratio > packed) refuseRatio(m_limits);
}

void XlsxPackage::checkPrologs() {
  const auto count = static_cast<std::uint64_t>(zip_get_num_entries(m_zip, 0));
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::string name = zip_get_name(m_zip, i, 0);
    if (!isXml(name)) continue;
    Part part(*this, i, name);
    PrologCheck check;
    std::array<char, 1024> buffer;
    std::size_t seen = 0;
    for (std::size_t size = 1; size > 0 && seen <= kLongestProlog; seen += size) {
      size = part.read(buffer.data(), buffer.size());
      if (!check.feed(buffer.data(), size)) break;
    }
    if (check.found()) refuseDocType(name);
    if (seen > kLongestProlog) refuseDamaged(name);
  }
}

bool XlsxPackage::has(const std::string& name) const {
  return zip_name_locate(m_zip, name.c_str(), 0) >= 0;
}

std::unique_ptr<XlsxPackage::Part> XlsxPackage::open(const std::string& name) {
  const zip_int64_t index = zip_name_locate(m_zip, name.c_str(), 0);
  if (index < 0)
    throw Invalid(
        "file",
        {tr("The workbook lacks its part {0}. Open the file in your spreadsheet program and save it again."),
         {name}});
  return std::make_unique<Part>(*this, static_cast<std::uint64_t>(index), name);
}

XlsxPackage::Part::Part(XlsxPackage& package, std::uint64_t index, std::string name)
    : m_package(package), m_name(std::move(name)), m_file(zip_fopen_index(package.m_zip, index, 0)) {
  if (m_file == nullptr) refuseDamaged(m_name);
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(package.m_zip, index, 0, &stat) == 0) m_declared = stat.size;
}

XlsxPackage::Part::~Part() {
  if (m_file != nullptr) zip_fclose(m_file);
}

std::size_t XlsxPackage::Part::read(char* buffer, std::size_t size) {
  const zip_int64_t got = zip_fread(m_file, buffer, size);
  if (got < 0) refuseDamaged(m_name);
  m_read += static_cast<std::uint64_t>(got);
  m_package.m_inflated += static_cast<std::uint64_t>(got);
  // The directory was within the limits; a part that goes on beyond its declared size was made to deceive.
  if (m_read > m_declared) refuseRatio(m_package.m_limits);
  if (m_package.m_inflated > m_package.m_limits.inflatedBytes) refuseTotal(m_package.m_limits);
  return static_cast<std::size_t>(got);
}

double XlsxPackage::Part::progress() const {
  return m_declared == 0 ? 1.0 : static_cast<double>(m_read) / static_cast<double>(m_declared);
}

const char* attribute(const char** attributes, std::string_view name) {
  for (; attributes[0] != nullptr; attributes += 2)
    if (name == localName(attributes[0])) return attributes[1];
  return nullptr;
}

/// Expat is C: an exception must not pass through it, so it is kept and thrown again by check().
struct XmlPump::Callbacks {
  template <typename Action>
  static void guarded(void* pump, Action action) {
    auto& self = *static_cast<XmlPump*>(pump);
    if (self.m_error) return;
    try {
      action(self);
    } catch (...) {
      self.m_error = std::current_exception();
      XML_StopParser(self.m_parser, XML_FALSE);
    }
  }

  static void start(void* pump, const char* name, const char** attributes) {
    guarded(pump, [&](XmlPump& self) { self.m_handler.startElement(localName(name), attributes); });
  }
  static void end(void* pump, const char* name) {
    guarded(pump, [&](XmlPump& self) { self.m_handler.endElement(localName(name)); });
  }
  static void text(void* pump, const char* bytes, int length) {
    guarded(pump, [&](XmlPump& self) {
      self.m_handler.characters({bytes, static_cast<std::size_t>(length)});
    });
  }
  static void docType(void* pump, const char*, const char*, const char*, int) {
    auto& self = *static_cast<XmlPump*>(pump);
    self.m_docType = true;
    XML_StopParser(self.m_parser, XML_FALSE);
  }
};

XmlPump::XmlPump(std::unique_ptr<XlsxPackage::Part> part, XmlHandler& handler)
    : m_part(std::move(part)), m_handler(handler), m_parser(XML_ParserCreateNS(nullptr, '|')) {
  if (m_parser == nullptr) throw std::bad_alloc();
  XML_SetUserData(m_parser, this);
  XML_SetElementHandler(m_parser, &Callbacks::start, &Callbacks::end);
  XML_SetCharacterDataHandler(m_parser, &Callbacks::text);
  XML_SetStartDoctypeDeclHandler(m_parser, &Callbacks::docType);
}

XmlPump::~XmlPump() {
  XML_ParserFree(m_parser);
}

void XmlPump::pause() {
  m_paused = true;
  XML_StopParser(m_parser, XML_TRUE);
}

bool XmlPump::run() {
  if (std::exchange(m_paused, false)) check(XML_ResumeParser(m_parser));
  while (!m_paused && !m_ended) feed();
  return m_paused;
}

void XmlPump::feed() {
  void* const buffer = XML_GetBuffer(m_parser, static_cast<int>(kPiece));
  if (buffer == nullptr) throw std::bad_alloc();
  const std::size_t size = m_part->read(static_cast<char*>(buffer), kPiece);
  m_fed += size;
  m_ended = size == 0;
  check(XML_ParseBuffer(m_parser, static_cast<int>(size), size == 0));
  // A tag or attribute that does not end would be gathered in memory without bound.
  const auto reached = static_cast<std::uint64_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(m_parser)));
  if (!m_paused && !m_ended && m_fed - std::min(m_fed, reached) > kLongestToken)
    refuseDamaged(m_part->name());
}

void XmlPump::check(int status) {
  if (m_error) std::rethrow_exception(std::exchange(m_error, nullptr));
  if (m_docType) refuseDocType(m_part->name());
  if (status == XML_STATUS_ERROR) refuseDamaged(m_part->name());
}

}  // namespace octad::reports
