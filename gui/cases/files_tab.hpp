#pragma once

#include <map>
#include <string>
#include <wx/image.h>

#include "gui/cases/attach_files.hpp"
#include "gui/cases/case_tab.hpp"
#include "gui/cases/opened_files.hpp"

class wxButton;
class wxScrolledWindow;
class wxStaticBitmap;
class wxStaticText;

namespace octad::gui {

class TextTable;

/// Files and pictures of the case: dropped, pasted or chosen; opened only when their kind is harmless.
class FilesTab final : public CaseTabPanel {
 public:
  FilesTab(wxWindow* parent, CaseTabHost& host);
  void refresh() override;

 private:
  const model::Attachment* chosen() const;
  void choose();
  void showChosen();
  void showStrip();
  void loadThumbnail(const model::Attachment& file);
  void open();
  void saveAs();

  TextTable* m_list = nullptr;
  wxScrolledWindow* m_strip = nullptr;
  wxStaticBitmap* m_picture = nullptr;
  wxStaticText* m_words = nullptr;
  wxButton* m_add = nullptr;
  wxButton* m_open = nullptr;
  wxButton* m_save = nullptr;
  std::map<long long, wxImage> m_thumbnails;
  OpenedFiles m_opened;
  viewmodels::Lifetime m_life;
};

/// The picture on the clipboard as a PNG file; none when there is no picture.
std::optional<FileSource> pictureOnClipboard(const std::string& name);

}  // namespace octad::gui
