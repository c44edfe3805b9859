#include "reports/exchange/mail_parts.hpp"

#include <array>
#include <mutex>

#include "model/core/text.hpp"

namespace octad::reports {

namespace {

/// The library keeps tables that are made once for the program.
void startLibrary() {
  static std::once_flag started;
  std::call_once(started, [] { g_mime_init(); });
}

}  // namespace

std::string textOf(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

std::string sound(std::string text) {
  std::erase(text, '\0');
  if (model::isUtf8(text)) return text;
  const std::unique_ptr<char, Free> made(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
  return made.get();
}

std::string contentOf(GMimePart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  if (g_mime_data_wrapper_write_to_stream(content, memory.get()) < 0) return {};
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

std::unique_ptr<GMimeParserOptions, FreeOptions> mailOptions() {
  startLibrary();
  std::unique_ptr<GMimeParserOptions, FreeOptions> options(g_mime_parser_options_new());
  std::array<const char*, 4> charsets{"utf-8", "gb18030", "iso-8859-1", nullptr};
  g_mime_parser_options_set_fallback_charsets(options.get(), charsets.data());
  return options;
}

Owned<GMimeMessage> messageOf(std::string_view bytes, const GMimeParserOptions* options) {
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  return Owned<GMimeMessage>(
      g_mime_parser_construct_message(parser.get(), const_cast<GMimeParserOptions*>(options)));
}

}  // namespace octad::reports
