#pragma once

#include <functional>
#include <string>
#include <wx/panel.h>

#include "gui/viewmodels/translator.hpp"

class wxTextCtrl;

namespace octad::gui {

/// The narrative of a discipline: internal wording beside what the customer reads.
class Narrative final : public wxPanel {
 public:
  Narrative(wxWindow* parent, const viewmodels::Translator& text);
  void show(const std::string& internal, const std::string& customer);
  void setReadOnly(bool readOnly);
  void jump(bool customer);
  std::string internal() const;
  std::string customer() const;

  std::function<void()> onEdit;

 private:
  wxTextCtrl* addSide(wxSizer* row, const std::string& name, const std::string& label);

  wxTextCtrl* m_internal;
  wxTextCtrl* m_customer;
};

}  // namespace octad::gui
