#pragma once

#include "gui/returns/return_tab.hpp"

namespace octad::gui {

class FilesPanel;

/// All papers and photos of the return and its units.
class ReturnFilesTab final : public ReturnTabPanel {
 public:
  ReturnFilesTab(wxWindow* parent, ReturnTabHost& host);
  void refresh() override;
  /// Asks for files to add.
  void chooseFiles(model::ReturnPaper paper);

 private:
  FilesPanel* m_files = nullptr;
};

}  // namespace octad::gui
