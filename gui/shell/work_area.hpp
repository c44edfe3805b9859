#pragma once

#include <boost/signals2/connection.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <wx/panel.h>
#include <wx/timer.h>

#include "gui/shell/change_watcher.hpp"
#include "gui/shell/new_forms.hpp"
#include "gui/shell/open_pages.hpp"
#include "gui/shell/page_host.hpp"
#include "gui/shell/services.hpp"
#include "gui/shell/work_frame.hpp"
#include "gui/viewmodels/case_list.hpp"
#include "gui/viewmodels/inbox.hpp"
#include "gui/viewmodels/mail_arrival.hpp"
#include "gui/viewmodels/mails.hpp"
#include "gui/viewmodels/my_work.hpp"
#include "gui/viewmodels/return_list.hpp"

namespace octad::gui {

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
  void showCases(const model::CaseFilter& filter) override;
  void openReturn(model::ReturnId id) override;
  void announceReturn(std::optional<model::ComplaintId> forCase) override;
  void complaintForReturn(const viewmodels::ComplaintDraft& start, model::ReturnId id,
                          model::ReturnLineId line) override;
  void complaintFromMail(const std::string& path) override { m_arrival.take(path); }
  void openMail() override;
  void returnSaved(model::ReturnId id) override;
  void setPageTitle(wxWindow* page, const std::string& title) override;
  void closePage(wxWindow* page) override;
  void caseSaved(model::ComplaintId id) override;
  void showStatus(const std::string& sentence) override;
  void actFor(const model::StandIn& place, model::ComplaintId complaint, model::ReturnId goods) override {
    if (onActFor) onActFor(place, complaint, goods);
  }

  /// Takes the desk of somebody who is away; the window makes a new work area for it.
  std::function<void(const model::StandIn&, model::ComplaintId, model::ReturnId)> onActFor;

  // What the menu asks for
  void showPlace(const std::string& key);
  void newComplaint();
  void closeCurrentPage();
  void importFile();
  bool takesMails() const {
    return static_cast<bool>(m_services.pages.readMail) && m_session.may(model::Right::registerComplaint);
  }
  void focusSearch();
  PageCommands* currentCommands() const { return m_pages.currentCommands(); }
  bool currentIsPlace() const { return m_pages.currentIsPlace(); }
  bool hasMetrics() const { return static_cast<bool>(m_services.pages.metricsPage); }
  /// The auditor's place is for those who may read everything.
  bool hasAudit() const {
    return static_cast<bool>(m_services.pages.auditPage) && m_session.may(model::Right::audit);
  }
  /// The mails of the site are the administrator's.
  bool hasMails() const { return m_session.may(model::Right::administer); }
  bool hasReturns() const { return static_cast<bool>(m_services.pages.returnPage); }
  /// False when a page wants to stay.
  bool mayCloseAll();
  /// Makes every label anew; open pages and what was typed stay.
  void rebuild();

 private:
  void connect();
  void makeFrame();
  void keyPressed(wxKeyEvent& event);
  Page makeList(wxWindow* parent);
  void addCasePage(model::ComplaintId id);
  void showComplaintForm();
  void connectMails();
  void openComplaintFromMail(const std::string& path);
  /// False, and the form that is being typed is shown with what to wait for.
  bool freshComplaintForm(const char* wait);
  void showPage(const std::string& key);
  void removePage(const std::string& key);
  bool filesDropped(const std::vector<std::string>& paths);
  void complaintSaved(const model::Saved& saved);
  std::string savedAt() const;  ///< "Saved 14:02"
  void search(const std::string& text);
  void openNumber(const std::string& number);
  void showPlaces();
  void showCounts();
  void offerDraft();
  void look(const model::RecordChanges& changes);

  CommandSet& m_commands;
  Services& m_services;
  viewmodels::Session m_session;
  viewmodels::CaseListViewModel m_list;
  viewmodels::ReturnListViewModel m_returns;
  viewmodels::MyWorkViewModel m_work;
  viewmodels::InboxViewModel m_inbox;
  viewmodels::MailsViewModel m_mails;
  viewmodels::MailArrival m_arrival;
  NewForms m_forms;
  OpenPages m_pages;
  WorkFrame m_frame;
  viewmodels::Lifetime m_alive;
  std::unique_ptr<ChangeWatcher> m_watcher;
  wxTimer m_look;  ///< notices are given by a program beside this one
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
