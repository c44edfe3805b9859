#pragma once

#include <functional>
#include <wx/panel.h>

#include "gui/viewmodels/case_list.hpp"

class wxBoxSizer;

namespace octad::gui {

/// The panel below the list: the selected case in a few words, what is missing for its next gate, when it is
/// due.
class CasePreviewPanel final : public wxPanel {
 public:
  CasePreviewPanel(wxWindow* parent, viewmodels::Session& session, std::function<void()> open);
  /// Shows a case, or what one sees here when none is selected.
  void show(const std::optional<viewmodels::CasePreview>& preview);

 private:
  void showEmpty();
  void showCase(const viewmodels::CasePreview& preview);
  void addHead(const model::CaseFile& file);
  void addMissing(const viewmodels::CasePreview& preview);

  viewmodels::Session& m_session;
  std::function<void()> m_open;
  wxBoxSizer* m_content;
};

}  // namespace octad::gui
