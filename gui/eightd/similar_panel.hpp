#pragma once

#include <boost/signals2/connection.hpp>
#include <functional>
#include <vector>
#include <wx/panel.h>

#include "gui/cases/case_tab.hpp"
#include "gui/viewmodels/similar_cases.hpp"

class wxButton;
class wxStaticText;

namespace octad::gui {

class TextTable;

/// D2: the cases like this one, the most similar first, and what they are: the same problem, a recurrence or
/// another one. Decisions are stored at once, whether or not the discipline is being written.
class SimilarPanel final : public wxPanel {
 public:
  SimilarPanel(wxWindow* parent, CaseTabHost& host);
  /// The case was read again.
  void refresh();
  /// Puts the focus on the list.
  void jump();

  std::function<void()> onHeight;  ///< the list became longer or shorter

 private:
  void build();
  void show();
  void showButtons();
  const model::SimilarCase* chosen() const;
  void decide(model::SimilarVerdict verdict, bool none);
  void openChosen();

  CaseTabHost& m_host;
  const viewmodels::Translator& m_text;
  viewmodels::SimilarCasesViewModel m_similar;
  wxStaticText* m_summary = nullptr;
  TextTable* m_list = nullptr;
  wxButton* m_same = nullptr;
  wxButton* m_recurrence = nullptr;
  wxButton* m_another = nullptr;
  wxButton* m_none = nullptr;
  wxButton* m_open = nullptr;
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
