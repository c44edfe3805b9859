#pragma once

#include <functional>
#include <optional>
#include <wx/panel.h>

#include "gui/cases/case_tab.hpp"
#include "model/eightd/problem.hpp"

class wxButton;
class wxStaticText;

namespace octad::gui {

class TextTable;

/// The signatures of one discipline, or of the whole case, and the button that adds one.
class SignaturesPanel final : public wxPanel {
 public:
  SignaturesPanel(wxWindow* parent, CaseTabHost& host, std::optional<model::DisciplineCode> only);
  /// The case was read again.
  void refresh();
  void sign();

  std::function<void()> onHeight;

 private:
  void makeList();
  CaseTabHost& m_host;
  const viewmodels::Translator& m_text;
  std::optional<model::DisciplineCode> m_only;
  std::size_t m_count = 0;      ///< signatures that are shown
  TextTable* m_list = nullptr;  ///< none before the first signature
  wxStaticText* m_none = nullptr;
  wxButton* m_sign = nullptr;
};

}  // namespace octad::gui
