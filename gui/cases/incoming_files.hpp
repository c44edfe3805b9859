#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <wx/dnd.h>

#include "gui/cases/attach_files.hpp"
#include "gui/viewmodels/translator.hpp"

namespace octad::gui {

/// Asks for files to keep; none when it is left.
std::vector<FileSource> askForFiles(wxWindow* parent, const viewmodels::Translator& text);

/// The picture on the clipboard as a PNG file; none when there is no picture.
std::optional<FileSource> pictureOnClipboard(const std::string& name);

/// Takes files dropped anywhere on a page.
class FileDrop final : public wxFileDropTarget {
 public:
  using Taker = std::function<bool(std::vector<FileSource>)>;  ///< false: not here, not now
  explicit FileDrop(Taker taker) : m_taker(std::move(taker)) {}
  bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& paths) override;

 private:
  Taker m_taker;
};

}  // namespace octad::gui
