#pragma once

#include <functional>
#include <string>
#include <vector>

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/row_table.hpp"
#include "gui/viewmodels/translator.hpp"

class wxWindow;
class wxTextCtrl;
class wxCheckBox;

namespace octad::gui {

class KeyChoice;
class DateField;

/// One native control for a value that travels as text, whatever its kind. The window belongs to its parent.
class ValueField {
 public:
  ValueField(wxWindow* parent, viewmodels::FormFieldKind kind, const std::string& label,
             const std::vector<viewmodels::FieldChoice>& choices, const viewmodels::Translator& text,
             const viewmodels::Suggest& suggest = {});

  wxWindow* window() const { return m_window; }
  std::string value() const;
  /// Shows a value; no event.
  void setValue(const std::string& value);
  void setChoices(const std::vector<viewmodels::FieldChoice>& choices, const viewmodels::Translator& text);
  void setReadOnly(bool readOnly);
  /// Called at every change by the user.
  void onChange(std::function<void()> changed);
  /// Called when the focus leaves.
  void onLeave(std::function<void()> left);

 private:
  viewmodels::FormFieldKind m_kind;
  wxWindow* m_window = nullptr;
  wxTextCtrl* m_text = nullptr;
  KeyChoice* m_choice = nullptr;
  DateField* m_date = nullptr;
  wxCheckBox* m_check = nullptr;
};

/// The control kind for a field of a table.
viewmodels::FormFieldKind controlKind(viewmodels::FieldKind kind);

}  // namespace octad::gui
