#include "reports/exchange/encoding.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <iconv.h>
#include <stdexcept>

#include "model/core/error.hpp"

namespace octad::reports {

using model::Invalid;
using model::Message;
using model::tr;

namespace {

constexpr std::size_t kPiece = 64 * 1024;
constexpr std::size_t kPreviewBytes = 4096;
constexpr std::size_t kPreviewCharacters = 60;
/// A legacy text of this many bytes beyond ASCII is never UTF-8 by chance.
constexpr std::uint64_t kSureBytes = 32;

struct Mark {
  std::string_view bytes;
  const char* name;
  const char* converter;
};
constexpr std::array<Mark, 3> kMarks{{{"\xEF\xBB\xBF", "UTF-8", ""},
                                      {"\xFF\xFE", "UTF-16LE", "UTF-16LE"},
                                      {"\xFE\xFF", "UTF-16BE", "UTF-16BE"}}};

struct Alias {
  std::string_view spelling;
  const char* name;
};
// GBK and GB2312 are parts of GB18030: one decoder reads them all.
constexpr std::array<Alias, 15> kAliases{{{"UTF8", "UTF-8"},
                                          {"UTF8BOM", "UTF-8"},
                                          {"GB18030", "GB18030"},
                                          {"GBK", "GB18030"},
                                          {"GB2312", "GB18030"},
                                          {"CP936", "GB18030"},
                                          {"ANSI936", "GB18030"},
                                          {"UTF16", "UTF-16"},
                                          {"UTF16LE", "UTF-16LE"},
                                          {"UTF16BE", "UTF-16BE"},
                                          {"BIG5", "Big5"},
                                          {"CP950", "Big5"},
                                          {"WINDOWS1252", "Windows-1252"},
                                          {"CP1252", "Windows-1252"},
                                          {"LATIN1", "Windows-1252"}}};

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// The name of an encoding as we spell it; throws for one we cannot read.
std::string canonicalName(const std::string& named) {
  std::string key;
  for (const char c : named)
    if (std::isalnum(static_cast<unsigned char>(c)))
      key += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  for (const Alias& alias : kAliases)
    if (alias.spelling == key) return alias.name;
  throw Invalid("encoding",
                {tr("The encoding {0} is not known. Choose one of: {1}."), {named, joined(encodingNames())}});
}

std::ifstream openText(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::error_code error;
  if (!file || !std::filesystem::is_regular_file(path, error))
    throw Invalid("file", {tr("The file {0} cannot be opened: check its name and your rights."),
                           {path.filename().string()}});
  return file;
}

std::string head(std::ifstream& file, std::uint64_t offset, std::size_t length) {
  std::string bytes(length, '\0');
  file.clear();
  file.seekg(static_cast<std::streamoff>(offset));
  file.read(bytes.data(), static_cast<std::streamsize>(length));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
  file.clear();
  return bytes;
}

/// What a line would read like in GB18030, cut to a length for a sentence; empty when it is not GB18030
/// either.
std::string preview(std::ifstream& file, std::uint64_t lineStart) {
  std::string bytes = head(file, lineStart, kPreviewBytes);
  const bool wholeLine = bytes.find_first_of("\r\n") != std::string::npos;
  bytes.resize(std::min(bytes.size(), bytes.find_first_of("\r\n")));
  const iconv_t converter = iconv_open("UTF-8", "GB18030");
  if (converter == reinterpret_cast<iconv_t>(-1)) return {};
  std::string text(bytes.size() * 3 + 4, '\0');
  char* in = bytes.data();
  char* out = text.data();
  std::size_t inLeft = bytes.size();
  std::size_t outLeft = text.size();
  const std::size_t result = iconv(converter, &in, &inLeft, &out, &outLeft);
  const bool cut = result == static_cast<std::size_t>(-1) && errno == EINVAL && !wholeLine;
  iconv_close(converter);
  if (result == static_cast<std::size_t>(-1) && !cut) return {};
  text.resize(text.size() - outLeft);
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size(); ++end)
    if ((static_cast<unsigned char>(text[end]) & 0xC0) != 0x80 && ++count > kPreviewCharacters) break;
  return end < text.size() ? text.substr(0, end) + "…" : text;
}

/// UTF-16 without a mark shows as NUL in every other byte of its ASCII letters.
const char* unmarkedUtf16(std::string_view start) {
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < start.size(); ++i)
    if (start[i] == '\0') ++zeros[i % 2];
  const std::size_t many = start.size() / 8 + 1;
  if (zeros[1] >= many && zeros[0] == 0) return "UTF-16LE";
  if (zeros[0] >= many && zeros[1] == 0) return "UTF-16BE";
  return nullptr;
}

[[noreturn]] void refuseUnknown(std::ifstream& file, const Utf8Check& check) {
  const std::string line = std::to_string(check.line());
  const std::string text = preview(file, check.lineStart());
  if (text.empty())
    throw Invalid("encoding",
                  {tr("The file is neither UTF-8 nor GB18030 (line {0}). Save it again as UTF-8, or name its "
                      "encoding with --encoding, one of: {1}."),
                   {line, joined(encodingNames())}});
  throw Invalid("encoding",
                {tr("The file is not UTF-8. Read as GB18030, line {0} is: {1} — if that is right, choose "
                    "GB18030 (--encoding GB18030); otherwise one of: {2}."),
                 {line, text, joined(encodingNames())}});
}

TextEncoding fromMark(const Mark& mark, const std::string& wanted) {
  const std::string family = std::string(mark.name).substr(0, 6);
  if (!wanted.empty() && wanted != mark.name && wanted != family)
    throw Invalid(
        "encoding",
        {tr("The file begins with the mark of {0}, so it cannot be read as {1}: choose {0} or leave "
            "the encoding out."),
         {mark.name, wanted}});
  TextEncoding result{mark.name, mark.converter, mark.bytes.size(), {}};
  if (result.converter.empty()) result.name = "UTF-8 BOM";
  result.notes.push_back({tr("Encoding {0}: the file begins with its byte order mark."), {mark.name}});
  return result;
}

Utf8Check checkWhole(std::ifstream& file) {
  Utf8Check check;
  std::array<char, kPiece> buffer;
  file.clear();
  file.seekg(0);
  while (file.read(buffer.data(), buffer.size()), file.gcount() > 0)
    if (!check.feed({buffer.data(), static_cast<std::size_t>(file.gcount())})) break;
  return check;
}

TextEncoding fromName(const std::string& wanted, const Utf8Check& check) {
  if (wanted == "UTF-16")
    throw Invalid("encoding", {tr("The file has no byte order mark: choose UTF-16LE or UTF-16BE.")});
  TextEncoding result{wanted, wanted, 0, {{tr("Encoding {0}: as you chose."), {wanted}}}};
  if (!check.finish() || check.nonAscii() == 0) return result;
  if (check.nonAscii() >= kSureBytes)
    throw Invalid(
        "encoding",
        {tr("The file is valid UTF-8; read as {0} its text would turn into wrong characters. Choose "
            "UTF-8 or leave the encoding out."),
         {wanted}});
  result.notes.push_back(
      {tr("The file would be valid UTF-8 as well: check that its text reads right in {0}."), {wanted}});
  return result;
}

}  // namespace

bool Utf8Check::feed(std::string_view bytes) {
  for (const char c : bytes) {
    if (!step(static_cast<unsigned char>(c))) return m_good = false;
    ++m_offset;
  }
  return true;
}

bool Utf8Check::step(unsigned char byte) {
  if (!m_good) return false;
  if (m_missing > 0) {
    if (byte < m_low || byte > m_high) return false;
    m_low = 0x80;
    m_high = 0xBF;
    --m_missing;
    ++m_nonAscii;
    return true;
  }
  if (m_afterCr || byte == '\n') {  // a line ends after LF, CR LF, or a CR alone
    ++m_line;
    m_lineStart = byte == '\n' ? m_offset + 1 : m_offset;
  }
  m_afterCr = byte == '\r';
  if (byte < 0x80) return true;
  ++m_nonAscii;
  if (byte < 0xC2 || byte > 0xF4) return false;
  m_missing = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
  if (byte == 0xE0) m_low = 0xA0;   // no overlong forms
  if (byte == 0xED) m_high = 0x9F;  // no surrogates
  if (byte == 0xF0) m_low = 0x90;
  if (byte == 0xF4) m_high = 0x8F;  // nothing above U+10FFFF
  return true;
}

const std::vector<std::string>& encodingNames() {
  static const std::vector<std::string> names{"UTF-8",    "GB18030", "UTF-16LE",
                                              "UTF-16BE", "Big5",    "Windows-1252"};
  return names;
}

TextEncoding detectEncoding(const std::filesystem::path& path, const std::string& named) {
  const std::string wanted = named.empty() ? "" : canonicalName(named);
  std::ifstream file = openText(path);
  const std::string start = head(file, 0, kPreviewBytes);

  for (const Mark& mark : kMarks) {
    if (!start.starts_with(mark.bytes)) continue;
    const TextEncoding marked = fromMark(mark, wanted);
    const Utf8Check check = marked.converter.empty() ? checkWhole(file) : Utf8Check();
    if (!check.finish())
      throw Invalid(
          "encoding",
          {tr("The file says it is UTF-8, but line {0} is not. Save it again as UTF-8, or remove its "
              "byte order mark and choose the encoding."),
           {std::to_string(check.line())}});
    return marked;
  }

  if (wanted.starts_with("UTF-16")) return fromName(wanted, Utf8Check());
  if (wanted.empty())
    if (const char* utf16 = unmarkedUtf16(start))
      throw Invalid(
          "encoding",
          {tr("The file looks like {0} without a byte order mark: choose {0} (--encoding {0})."), {utf16}});

  const Utf8Check check = checkWhole(file);
  if (!wanted.empty() && wanted != "UTF-8") return fromName(wanted, check);
  if (!check.finish()) {
    if (wanted.empty()) refuseUnknown(file, check);
    throw Invalid("encoding",
                  {tr("The file is not UTF-8 as you chose: line {0} is not. Choose another encoding, one of: "
                      "{1}."),
                   {std::to_string(check.line()), joined(encodingNames())}});
  }
  return {"UTF-8", "", 0, {{tr("Encoding UTF-8: the whole file is valid UTF-8.")}}};
}

struct TextSource::Converter {
  explicit Converter(const std::string& from) : handle(iconv_open("UTF-8", from.c_str())) {
    if (handle == reinterpret_cast<iconv_t>(-1)) throw std::runtime_error("iconv does not know " + from);
  }
  ~Converter() { iconv_close(handle); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  iconv_t handle;
};

TextSource::TextSource(const std::filesystem::path& path, const TextEncoding& encoding)
    : m_file(openText(path)), m_name(encoding.name), m_size(std::filesystem::file_size(path)) {
  if (!encoding.converter.empty()) m_converter = std::make_unique<Converter>(encoding.converter);
  m_file.seekg(static_cast<std::streamoff>(encoding.markBytes));
  m_read = encoding.markBytes;
}

TextSource::~TextSource() = default;

double TextSource::progress() const {
  return m_size == 0 ? 1.0 : std::min(1.0, static_cast<double>(m_read) / static_cast<double>(m_size));
}

bool TextSource::read(std::string& text) {
  text.clear();
  while (text.empty()) {
    std::string bytes(kPiece, '\0');
    m_file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, m_file.gcount())));
    if (m_file.bad()) throw Invalid("file", {tr("The file could not be read to its end: try again.")});
    m_read += bytes.size();
    const bool atEnd = bytes.empty();
    if (m_converter) {
      m_pending += bytes;
      convert(text, atEnd);
    } else {
      text = std::move(bytes);
    }
    check(text);
    if (atEnd && !m_check.finish()) refuse(m_check);
    if (atEnd) return !text.empty();
  }
  return true;
}

void TextSource::convert(std::string& text, bool atEnd) {
  text.resize(m_pending.size() * 3 + 8);  // no encoding we read grows by more
  char* in = m_pending.data();
  char* out = text.data();
  std::size_t inLeft = m_pending.size();
  std::size_t outLeft = text.size();
  const bool good = iconv(m_converter->handle, &in, &inLeft, &out, &outLeft) != static_cast<std::size_t>(-1);
  const bool cutOff = !good && errno == EINVAL;
  text.resize(text.size() - outLeft);
  m_pending.erase(0, m_pending.size() - inLeft);
  if (good || (cutOff && !atEnd)) return;
  check(text);        // moves the line number to the wrong bytes
  m_check.feed("x");  // and settles a CR just before them
  refuse(m_check);
}

void TextSource::check(std::string_view text) {
  const std::size_t nul = text.find('\0');
  if (!m_check.feed(text.substr(0, nul))) refuse(m_check);
  if (nul == std::string_view::npos) return;
  m_check.feed("x");  // settles a CR just before it
  throw Invalid(
      "file",
      {tr("Line {0} contains a NUL character: this is not a plain text file, or it is damaged. Save it "
          "again as CSV in UTF-8."),
       {std::to_string(m_check.line())}});
}

void TextSource::refuse(const Utf8Check& where) const {
  throw Invalid(
      "encoding",
      {tr("Line {0} is not valid {1}. Choose the right encoding (--encoding), or save the file again "
          "as UTF-8."),
       {std::to_string(where.line()), m_name}});
}

}  // namespace octad::reports
