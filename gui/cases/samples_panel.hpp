#pragma once

#include <functional>
#include <vector>
#include <wx/panel.h>

#include "gui/viewmodels/case_page.hpp"
#include "gui/viewmodels/case_samples.hpp"

class wxButton;
class wxStaticText;
class wxSizer;

namespace octad::gui {

class TextTable;

/// Samples of the case: what arrived, who has it now and had it before, and what the customer says about
/// destroying it.
class SamplesPanel final : public wxPanel {
 public:
  SamplesPanel(wxWindow* parent, viewmodels::CasePageViewModel& page,
               std::function<void(viewmodels::CaseActionId)> act);
  void refresh();
  void jump();

 private:
  wxSizer* buildHead();
  wxSizer* buildLists();
  const viewmodels::CaseSampleRow* chosen() const;
  void showChosen();
  void ask(viewmodels::ActionForm form);

  viewmodels::CasePageViewModel& m_page;
  const viewmodels::Translator& m_text;
  std::function<void(viewmodels::CaseActionId)> m_act;
  std::vector<viewmodels::CaseSampleRow> m_rows;
  TextTable* m_list = nullptr;
  TextTable* m_way = nullptr;
  wxStaticText* m_wait = nullptr;
  wxButton* m_return = nullptr;
  wxButton* m_consent = nullptr;
  wxButton* m_move = nullptr;
  wxButton* m_analysable = nullptr;
  wxButton* m_news = nullptr;
};

}  // namespace octad::gui
