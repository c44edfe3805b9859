#pragma once

#include <boost/signals2/connection.hpp>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>
#include <wx/panel.h>

#include "gui/cases/attach_files.hpp"
#include "gui/cases/record_tab.hpp"
#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/record_page.hpp"

class wxSimplebook;

namespace octad::gui {

class ErrorBar;

/// The page of one record in the centre of the window: what it says always, tabs, and the panel of the chosen
/// tab. Files may be dropped and pictures pasted anywhere on it.
class RecordPage : public wxPanel, public PageCommands {
 public:
  RecordPage(wxWindow* parent, PageHost& host) : wxPanel(parent), m_host(host) {}
  RecordPage(const RecordPage&) = delete;
  RecordPage& operator=(const RecordPage&) = delete;

  void refresh() override { m_record->load(); }
  void save() override;
  void submit() override;
  bool mayClose() override;
  bool followsLanguage() const override { return true; }

 protected:
  /// The windows above the panel of the tab; hidden until the record was read.
  struct Top {
    wxWindow* header = nullptr;
    wxWindow* tabs = nullptr;
    wxWindow* points = nullptr;  ///< below the tabs; none when the panels have their own
  };
  virtual Top makeTop() = 0;
  virtual void showTop() = 0;
  virtual void showTabs() = 0;
  virtual RecordTabPanel* makeTab(wxWindow* parent, int tab) = 0;
  /// The tab of Alt + a digit.
  virtual std::optional<int> tabOf(int digit) const = 0;
  virtual bool unsaved() const;
  /// Asks about what is not saved; true: leave.
  virtual bool mayLeave() = 0;
  /// Why no file can be added now; none when it can.
  virtual std::optional<model::Message> whyNotAttach() const = 0;
  virtual void attachDropped(std::vector<FileSource> files) = 0;
  virtual void attachPasted(FileSource picture) = 0;

  /// Makes the windows and reads the record, which outlives the page's windows.
  void start(viewmodels::RecordPageViewModel& record, const char* reading);
  /// The windows go before the record: they still hear of losing the focus while they are destroyed.
  void finish();
  void showRecord();
  void chooseTab(int tab);
  int currentTab() const { return m_current; }
  RecordTabPanel* panel(int tab) const;
  RecordTabPanel* currentPanel() const { return panel(m_current); }
  void leave() { m_host.closePage(this); }
  void showError(const std::exception_ptr& error);
  /// Writes a document in the executor; then offers to open it, with `saved` as sentence.
  void write(const char* saying, const char* saved, const std::string& path, std::function<void()> work);

  PageHost& m_host;
  ErrorBar* m_bar = nullptr;
  std::vector<boost::signals2::scoped_connection> m_connections;

 private:
  void build();
  void rebuild();
  void showTopWindows(bool shown);
  void keyPressed(wxKeyEvent& event);
  bool filesDropped(std::vector<FileSource> files);

  viewmodels::RecordPageViewModel* m_record = nullptr;
  const char* m_reading = "";
  int m_current = 0;
  std::map<int, RecordTabPanel*> m_tabs;
  Top m_top;
  wxSimplebook* m_book = nullptr;
  wxWindow* m_wait = nullptr;
  bool m_unread = false;  ///< the last reading failed
  bool m_rebuildLater = false;
  bool m_focused = false;  ///< took the focus once, after the record was read
  viewmodels::Lifetime m_life;
};

}  // namespace octad::gui
