#pragma once

#include <boost/signals2/connection.hpp>
#include <vector>
#include <wx/panel.h>

#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/customers_place.hpp"

class wxButton;
class wxStaticText;
class wxSizer;

namespace octad::gui {

class ErrorBar;
class TextTable;

/// The place "Customers and campaigns": two lists one above the other, with the forms that add and end a
/// campaign and set what is special about a customer.
class CustomersPage final : public wxPanel, public PageCommands {
 public:
  CustomersPage(wxWindow* parent, PageHost& host);

  void refresh() override { m_viewModel.load(); }
  void save() override {}
  void submit() override {}
  bool mayClose() override { return true; }
  void focusList();
  viewmodels::CustomersPlaceViewModel& viewModel() { return m_viewModel; }

 private:
  void build();
  wxSizer* heading(const char* title, const std::vector<wxButton*>& buttons);
  void show();
  void showButtons();
  void showCases(long row);
  void ask(viewmodels::CustomersForm form);
  /// The selected row; -1 when there is none.
  static long selectedRow(const TextTable& table);

  PageHost& m_host;
  viewmodels::CustomersPlaceViewModel m_viewModel;
  ErrorBar* m_errors = nullptr;
  wxButton* m_add = nullptr;
  wxButton* m_end = nullptr;
  wxButton* m_cases = nullptr;
  wxButton* m_profile = nullptr;
  TextTable* m_campaigns = nullptr;
  wxStaticText* m_noCampaigns = nullptr;  ///< in place of an empty list
  TextTable* m_customers = nullptr;
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
