#pragma once

#include <gmime/gmime.h>
#include <memory>
#include <string>

namespace octad::reports {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
/// An object of GMime that goes with its owner.
template <class Object>
using Owned = std::unique_ptr<Object, Unref>;

struct Free {
  void operator()(gpointer memory) const { g_free(memory); }
};

/// Empty for null.
std::string textOf(const char* text);
/// Valid UTF-8 without NUL, whatever came.
std::string sound(std::string text);
/// The bytes of a part, decoded.
std::string contentOf(GMimePart* part);

struct FreeOptions {
  void operator()(GMimeParserOptions* options) const { g_mime_parser_options_free(options); }
};
/// How mails are read: what names no charset is tried as UTF-8, then GB18030.
std::unique_ptr<GMimeParserOptions, FreeOptions> mailOptions();
/// A mail, or the head of one; null for what is none. The library is started when it was not.
Owned<GMimeMessage> messageOf(std::string_view bytes, const GMimeParserOptions* options);

}  // namespace octad::reports
