#pragma once

#include <boost/signals2/connection.hpp>
#include <vector>
#include <wx/panel.h>
#include <wx/timer.h>

#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/lessons.hpp"
#include "gui/widgets/row_list.hpp"

class wxButton;
class wxScrolledWindow;
class wxStaticText;
class wxTextCtrl;

namespace octad::gui {

class ErrorBar;

/// The place "Lessons": the library of known failures, searched while one types, beside it what the selected
/// one says: symptom, cause, action, proof.
class LessonsPage final : public wxPanel, public PageCommands, private RowSource {
 public:
  LessonsPage(wxWindow* parent, PageHost& host);

  void refresh() override { m_viewModel.refresh(); }
  void save() override {}
  void submit() override {}
  bool mayClose() override { return true; }
  void focusList();
  RowList& list() { return *m_list; }
  viewmodels::LessonsViewModel& viewModel() { return m_viewModel; }

 private:
  long rowCount() const override { return m_viewModel.rowCount(); }
  std::string cell(long row, int column) const override;

  void build();
  wxSizer* buildHead();
  void show();
  void showLesson();
  void openCase(long row);

  PageHost& m_host;
  viewmodels::LessonsViewModel m_viewModel;
  ErrorBar* m_errors = nullptr;
  wxTextCtrl* m_search = nullptr;
  wxStaticText* m_count = nullptr;
  wxButton* m_open = nullptr;
  RowList* m_list = nullptr;
  wxScrolledWindow* m_details = nullptr;
  wxTimer m_pause;  ///< what is typed is searched for a moment after the last key
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
