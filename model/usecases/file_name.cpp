#include <algorithm>
#include <array>

#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/usecases/attach_file.hpp"

namespace octad::model {

namespace {

constexpr std::size_t kMaxNameCharacters = 200;
constexpr std::size_t kMaxNameBytes = 240;  ///< file systems allow 255 bytes; leave room for a number
constexpr std::size_t kMaxExtensionBytes = 16;

/// Names that Windows keeps for devices, with or without an extension.
constexpr std::array<std::string_view, 24> kDevices{
    "con",  "prn",  "aux",  "nul",  "com1", "com2", "com3", "com4", "com5", "com6", "com7",   "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "conin$", "conout$"};

/// Hidden direction, zero width and separator characters that make a name look like another one.
constexpr std::array<std::string_view, 19> kHidden{
    "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B", "\u202C",
    "\u202D", "\u202E", "\u2060", "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF", "\u0085"};

std::string withoutHidden(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const auto rest = name.substr(i);
    const auto hidden = std::find_if(kHidden.begin(), kHidden.end(),
                                     [&rest](std::string_view mark) { return rest.starts_with(mark); });
    if (hidden != kHidden.end()) {
      i += hidden->size();
      continue;
    }
    const auto byte = static_cast<unsigned char>(name[i]);
    const bool forbidden = std::string_view("<>:\"|?*").find(name[i]) != std::string_view::npos;
    if (forbidden)
      out += '_';
    else if (byte >= 0x20 && byte != 0x7F)
      out += name[i];
    ++i;
  }
  return out;
}

void trim(std::string& name) {
  constexpr std::string_view kBlank = " .\t";
  const auto last = name.find_last_not_of(kBlank);
  name.erase(last == std::string::npos ? 0 : last + 1);
  const auto first = name.find_first_not_of(" \t");
  name.erase(0, std::min(first, name.size()));
}

/// Shortens the stem on a character boundary and keeps the extension.
std::string shortened(const std::string& name) {
  if (name.size() <= kMaxNameBytes && characterCount(name) <= kMaxNameCharacters) return name;
  const auto dot = name.rfind('.');
  const bool hasExtension = dot != std::string::npos && dot > 0 && name.size() - dot <= kMaxExtensionBytes;
  const std::string extension = hasExtension ? name.substr(dot) : std::string();
  std::string stem = hasExtension ? name.substr(0, dot) : name;
  const auto dropLast = [&stem] {
    while (!stem.empty() && (stem.back() & 0xC0) == 0x80) stem.pop_back();
    if (!stem.empty()) stem.pop_back();
  };
  while (stem.size() + extension.size() > kMaxNameBytes ||
         characterCount(stem) + characterCount(extension) > kMaxNameCharacters)
    dropLast();
  return stem + extension;
}

bool startsWith(std::string_view bytes, std::string_view magic) {
  return bytes.starts_with(magic);
}

/// Programs by their first bytes: DOS/Windows, ELF, Mach-O, Java class, scripts, Windows shortcuts.
bool isProgram(std::string_view bytes) {
  using namespace std::string_view_literals;
  for (const auto magic : {"MZ"sv,
                           "\x7F"
                           "ELF"sv,
                           "#!"sv, "\xFE\xED\xFA\xCE"sv, "\xFE\xED\xFA\xCF"sv, "\xCE\xFA\xED\xFE"sv,
                           "\xCF\xFA\xED\xFE"sv, "\xCA\xFE\xBA\xBE"sv, "L\0\0\0\x01\x14\x02\0"sv})
    if (startsWith(bytes, magic)) return true;
  return false;
}

/// Files that a double click would run although they are plain text.
constexpr std::array<std::string_view, 26> kProgramExtensions{
    ".exe", ".com",     ".scr", ".pif", ".bat", ".cmd", ".ps1", ".psm1",  ".vbs",
    ".vbe", ".js",      ".jse", ".wsf", ".wsh", ".hta", ".msi", ".lnk",   ".jar",
    ".sh",  ".desktop", ".dll", ".cpl", ".reg", ".scf", ".msc", ".gadget"};

struct Magic {
  std::string_view bytes;
  std::string_view mediaType;
};

constexpr std::array kMagics{
    Magic{"\x89PNG\r\n\x1A\n", "image/png"},
    Magic{"\xFF\xD8\xFF", "image/jpeg"},
    Magic{"GIF8", "image/gif"},
    Magic{"BM", "image/bmp"},
    Magic{"%PDF-", "application/pdf"},
};

struct Extension {
  std::string_view name;
  std::string_view mediaType;
};

/// Kinds that share their first bytes with others (ZIP, OLE, text) are told by the name.
constexpr std::array kExtensions{
    Extension{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    Extension{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    Extension{".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    Extension{".doc", "application/msword"},
    Extension{".xls", "application/vnd.ms-excel"},
    Extension{".ppt", "application/vnd.ms-powerpoint"},
    Extension{".zip", "application/zip"},
    Extension{".eml", "message/rfc822"},
    Extension{".msg", "application/vnd.ms-outlook"},
    Extension{".csv", "text/csv"},
    Extension{".txt", "text/plain"},
    Extension{".tif", "image/tiff"},
    Extension{".tiff", "image/tiff"},
    Extension{".webp", "image/webp"},
    Extension{".mp4", "video/mp4"},
};

}  // namespace

std::string cleanFileName(std::string_view name) {
  if (const auto slash = name.find_last_of("/\\"); slash != std::string_view::npos)
    name.remove_prefix(slash + 1);
  std::string clean = isUtf8(name) ? withoutHidden(name) : std::string();
  trim(clean);
  clean = shortened(clean);
  trim(clean);
  if (clean.empty()) return "file";
  const std::string stem = foldText(clean.substr(0, clean.find('.')));
  const bool device = std::any_of(kDevices.begin(), kDevices.end(), [&stem](std::string_view reserved) {
    return stem == reserved ||
           (stem.starts_with(reserved) && stem.find_first_not_of(' ', reserved.size()) == std::string::npos);
  });
  return device ? '_' + clean : cleanLine(clean, "file", kMaxNameCharacters);
}

std::string mediaTypeOf(std::string_view firstBytes, std::string_view name) {
  const std::string folded = foldText(name);
  const auto endsIn = [&folded](std::string_view extension) { return folded.ends_with(extension); };
  if (isProgram(firstBytes) || std::any_of(kProgramExtensions.begin(), kProgramExtensions.end(), endsIn))
    throw Invalid("file",
                  {tr("\"{0}\" is a program or script. Programs cannot be attached; put it into a ZIP "
                      "archive if it is evidence."),
                   {cleanFileName(name)}});
  for (const auto& magic : kMagics)
    if (startsWith(firstBytes, magic.bytes)) return std::string(magic.mediaType);
  for (const auto& extension : kExtensions)
    if (endsIn(extension.name)) return std::string(extension.mediaType);
  return "application/octet-stream";
}

}  // namespace octad::model
