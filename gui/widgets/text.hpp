#pragma once

#include <string>
#include <string_view>
#include <wx/string.h>

namespace octad::gui {

/// The only crossing between our UTF-8 and wx.
inline wxString toWx(std::string_view text) {
  return wxString::FromUTF8(text.data(), text.size());
}
inline std::string fromWx(const wxString& text) {
  return text.utf8_string();
}

}  // namespace octad::gui
