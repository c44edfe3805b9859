#pragma once

#include <string>
#include <vector>
#include <wx/panel.h>

#include "audit/told/history_line.hpp"
#include "gui/viewmodels/translator.hpp"

class wxCheckBox;
class wxStaticText;

namespace octad::gui {

class TextTable;

/// A history in plain words, newest first; what exactly changed below. For cases and returns alike.
class HistoryView final : public wxPanel {
 public:
  HistoryView(wxWindow* parent, const viewmodels::Translator& text);
  /// `verdict` says what checking the audit trail found; may be empty.
  void show(std::vector<told::HistoryLine> lines, const model::Zone& zone, const std::string& verdict);

 private:
  void showEvents();
  void showChanges();

  const viewmodels::Translator& m_text;
  std::vector<told::HistoryLine> m_lines;
  model::Zone m_zone{"UTC"};
  TextTable* m_events = nullptr;
  TextTable* m_changes = nullptr;
  wxCheckBox* m_derived = nullptr;
  wxStaticText* m_verdict = nullptr;
};

}  // namespace octad::gui
