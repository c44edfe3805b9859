#pragma once

#include <wx/panel.h>

namespace octad::gui {

/// One page behind the tabs of a record.
class RecordTabPanel : public wxPanel {
 public:
  using wxPanel::wxPanel;
  /// The record was read (again): shows what is new, keeps what is being typed.
  virtual void refresh() = 0;
  virtual void save() { submit(); }
  virtual void submit() {}
  /// Ctrl+V outside of a text field; true when it was for this page.
  virtual bool paste() { return false; }
  virtual bool unsaved() const { return false; }  ///< typed here and not stored
};

}  // namespace octad::gui
