#pragma once

#include <boost/signals2/connection.hpp>
#include <functional>
#include <string>
#include <vector>
#include <wx/panel.h>

#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/list_read.hpp"
#include "gui/widgets/row_list.hpp"

class wxTextCtrl;
class wxWindow;

namespace octad::gui {

class ErrorBar;
class ListOrEmpty;
class TabBar;

/// A place that is one list under a row of tabs: what a person has to do, or was told. Enter opens the case
/// or return that a row is about.
class TabbedListPage : public wxPanel, public PageCommands, protected RowSource {
 public:
  void save() override {}
  void submit() override {}
  bool mayClose() override { return true; }
  void focusList() { m_list->SetFocus(); }
  RowList& list() { return *m_list; }

 protected:
  TabbedListPage(wxWindow* parent, PageHost& host, viewmodels::ListRead& read);

  /// Lays the page out: tabs on the left, `beside` on the right, the list below. `turn` is what the button of
  /// the empty list does. Called once, by the constructor of the page.
  void build(wxWindow* beside, const std::string& accessibleName, std::vector<RowColumn> columns,
             std::function<void(int)> choose, std::function<void()> turn);
  /// Puts a window between the tabs and the list; after build().
  void addAbove(wxWindow* window);
  /// Shows the error of the reading, and the list unless it is empty for good; true when it is.
  bool showReading();
  /// Opens what a row is about: the return, else the case, in front or behind.
  void openRecord(model::ComplaintId complaint, model::ReturnId goods, bool behind);

  virtual void open(long row, bool behind) = 0;
  virtual void select(long row) = 0;
  virtual long selectedRow() const = 0;
  /// What a row says in full; it stands below the list while the row is selected. Empty: nothing stands
  /// there.
  virtual std::string wholeText(long) const { return {}; }
  /// Tabs, counts and what an empty list says.
  virtual void showState() = 0;

  PageHost& m_host;
  ErrorBar* m_errors = nullptr;
  TabBar* m_tabs = nullptr;
  ListOrEmpty* m_book = nullptr;
  RowList* m_list = nullptr;

 private:
  void showRows();
  void showWhole();

  viewmodels::ListRead& m_read;
  wxTextCtrl* m_whole = nullptr;
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
