#pragma once

#include <map>
#include <wx/image.h>

#include "gui/cases/opened_files.hpp"
#include "gui/returns/return_tab.hpp"

class wxButton;
class wxStaticBitmap;
class wxStaticText;

namespace octad::gui {

class TextTable;

/// All papers and photos of the return and its units; opened only when their kind is harmless.
class ReturnFilesTab final : public ReturnTabPanel {
 public:
  ReturnFilesTab(wxWindow* parent, ReturnTabHost& host);
  void refresh() override;
  /// Asks for files to add.
  void chooseFiles(model::ReturnPaper paper);

 private:
  const model::ReturnAttachment* chosen() const;
  void showChosen();
  void loadPicture(const model::ReturnAttachment& file);
  void open();
  void saveAs();

  TextTable* m_list = nullptr;
  wxStaticBitmap* m_picture = nullptr;
  wxStaticText* m_words = nullptr;
  wxButton* m_add = nullptr;
  wxButton* m_open = nullptr;
  wxButton* m_save = nullptr;
  std::map<long long, wxImage> m_pictures;
  OpenedFiles m_opened;
  viewmodels::Lifetime m_life;
};

}  // namespace octad::gui
