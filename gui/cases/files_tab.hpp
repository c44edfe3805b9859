#pragma once

#include "gui/cases/case_tab.hpp"

namespace octad::gui {

class FilesPanel;

/// Files and pictures of the case: dropped, pasted or chosen.
class FilesTab final : public CaseTabPanel {
 public:
  FilesTab(wxWindow* parent, CaseTabHost& host);
  void refresh() override;

 private:
  void choose();

  FilesPanel* m_files = nullptr;
};

}  // namespace octad::gui
