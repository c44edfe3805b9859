#pragma once

#include <boost/signals2/connection.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>
#include <wx/panel.h>

#include "gui/shell/command.hpp"
#include "gui/shell/page_host.hpp"
#include "gui/shell/services.hpp"
#include "gui/viewmodels/case_list.hpp"
#include "gui/viewmodels/new_complaint.hpp"
#include "gui/viewmodels/new_return.hpp"
#include "gui/viewmodels/return_list.hpp"

class wxSimplebook;

namespace octad::gui {

class CaseListPage;
class ErrorBar;
class PlacesPanel;
class StatusPanel;
class TopBar;

/// The inside of the main window while a database is open: places on the left, pages in the middle, search on
/// top, status below. Owns the session and the viewmodels; pages are made again from them when the language
/// or text size changes.
class WorkArea final : public wxPanel, public PageHost {
 public:
  WorkArea(wxWindow* parent, CommandSet& commands, Services& services, viewmodels::Session session);
  ~WorkArea() override;

  // PageHost
  viewmodels::Session& session() override { return m_session; }
  void openCase(model::ComplaintId id) override;
  void openCaseBehind(model::ComplaintId id) override;
  void openReturn(model::ReturnId id) override;
  void announceReturn(std::optional<model::ComplaintId> forCase) override;
  void complaintForReturn(const viewmodels::ComplaintDraft& start, model::ReturnId id,
                          model::ReturnLineId line) override;
  void returnSaved(model::ReturnId id) override;
  void setPageTitle(wxWindow* page, const std::string& title) override;
  void closePage(wxWindow* page) override;
  void caseSaved(model::ComplaintId id) override;
  void showStatus(const std::string& sentence) override;

  // What the menu asks for
  void showPlace(const std::string& key);
  void newComplaint();
  void closeCurrentPage();
  void importFile();
  void focusSearch();
  PageCommands* currentCommands() const;
  bool currentIsPlace() const;
  bool hasMetrics() const { return static_cast<bool>(m_services.pages.metricsPage); }
  bool hasReturns() const { return static_cast<bool>(m_services.pages.returnPage); }
  /// False when a page wants to stay.
  bool mayCloseAll();
  /// Makes every label anew; open pages and what was typed stay.
  void rebuild();

 private:
  struct OpenPage {
    std::string key;
    std::string title;
    model::ComplaintId caseId;
    Page page;
    model::ReturnId returnId = {};
  };
  /// A line of a return that waits for the complaint that is being typed.
  struct WaitingLine {
    model::ReturnId returnId;
    model::ReturnLineId lineId;
  };

  void build();
  void buildFrame();  ///< everything around the pages
  void connect();
  void keyPressed(wxKeyEvent& event);
  void addPage(OpenPage page);
  void addCasePage(model::ComplaintId id);
  Page makePage(const OpenPage& page);
  void showPage(const std::string& key);
  OpenPage* find(const std::string& key);
  OpenPage* current();
  void removePage(const std::string& key);
  void complaintSaved(const model::Saved& saved);
  void makeComplaintForm();
  void linkToReturn(const WaitingLine& line, const model::Saved& saved);
  std::string savedAt() const;  ///< "Saved 14:02"
  void search(const std::string& text);
  void openNumber(const std::string& number);
  void showPlaces();
  void showCounts();
  void offerDraft();

  CommandSet& m_commands;
  Services& m_services;
  viewmodels::Session m_session;
  viewmodels::CaseListViewModel m_list;
  viewmodels::ReturnListViewModel m_returns;
  std::unique_ptr<viewmodels::NewComplaintViewModel> m_newComplaint;
  std::unique_ptr<viewmodels::NewReturnViewModel> m_newReturn;
  std::optional<WaitingLine> m_waitingLine;
  std::vector<OpenPage> m_pages;
  std::string m_currentKey;
  std::string m_backKey;  ///< where Esc leads
  TopBar* m_top = nullptr;
  ErrorBar* m_notice = nullptr;
  PlacesPanel* m_places = nullptr;
  wxWindow* m_placesLine = nullptr;
  wxSimplebook* m_book = nullptr;
  StatusPanel* m_status = nullptr;
  viewmodels::Lifetime m_alive;
  std::vector<boost::signals2::scoped_connection> m_connections;
  std::vector<boost::signals2::scoped_connection> m_formConnections;
  std::vector<boost::signals2::scoped_connection> m_returnFormConnections;
};

}  // namespace octad::gui
