#pragma once

#include <boost/signals2/connection.hpp>
#include <vector>
#include <wx/panel.h>

#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/policies.hpp"
#include "gui/widgets/row_list.hpp"

class wxBoxSizer;
class wxButton;
class wxScrolledWindow;

namespace octad::gui {

class ErrorBar;

/// The place "Policies": the house rules with their revisions, beside them in words what the selected one
/// says. Administrators release a new revision, tried out on closed cases while they type, or choose another
/// policy for new cases.
class PoliciesPage final : public wxPanel, public PageCommands, private RowSource {
 public:
  PoliciesPage(wxWindow* parent, PageHost& host);

  void refresh() override { m_viewModel.load(); }
  void save() override {}
  void submit() override {}
  bool mayClose() override { return true; }
  void focusList();
  RowList& list() { return *m_list; }
  viewmodels::PoliciesViewModel& viewModel() { return m_viewModel; }

 private:
  long rowCount() const override { return m_viewModel.rowCount(); }
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;

  void build();
  wxSizer* buildHead();
  void show();
  void showSections();
  /// A new revision changes one part of a policy: which one, as a menu; below them those that ship and are
  /// not here.
  void chooseRelease();
  void ask(viewmodels::PolicyForm form);

  PageHost& m_host;
  viewmodels::PoliciesViewModel m_viewModel;
  ErrorBar* m_errors = nullptr;
  wxButton* m_release = nullptr;
  wxButton* m_use = nullptr;
  RowList* m_list = nullptr;
  wxScrolledWindow* m_details = nullptr;
  long m_rows = -1;
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
