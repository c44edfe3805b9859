#pragma once

#include <boost/signals2/connection.hpp>
#include <functional>
#include <vector>
#include <wx/panel.h>

#include "gui/cases/case_tab.hpp"
#include "gui/viewmodels/other_customers.hpp"

class wxButton;
class wxStaticText;

namespace octad::gui {

class TextTable;

/// D3: the other customers who received suspect lots, and whether they are told. Stored at once, whether or
/// not the discipline is being written.
class OtherCustomersPanel final : public wxPanel {
 public:
  OtherCustomersPanel(wxWindow* parent, CaseTabHost& host);
  /// The case was read again.
  void refresh();
  /// Puts the focus on the list.
  void jump();

  std::function<void()> onHeight;  ///< the list became longer or shorter

 private:
  void build();
  void show();
  void decide(const std::string& customer);

  CaseTabHost& m_host;
  const viewmodels::Translator& m_text;
  viewmodels::OtherCustomersViewModel m_customers;
  wxStaticText* m_none = nullptr;
  TextTable* m_list = nullptr;
  wxButton* m_decide = nullptr;
  wxButton* m_add = nullptr;
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
