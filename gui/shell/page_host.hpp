#pragma once

#include <optional>
#include <string>

#include "gui/viewmodels/session.hpp"
#include "model/access/deputies.hpp"
#include "model/cases/queries.hpp"
#include "model/core/ids.hpp"
#include "model/ports/change_feed.hpp"

class wxWindow;

namespace octad::viewmodels {
struct ComplaintDraft;
}

namespace octad::gui {

/// What a page asks of the window around it.
class PageHost {
 public:
  virtual ~PageHost() = default;
  virtual viewmodels::Session& session() = 0;
  /// Opens a case in a page of its own, or shows the one that is open.
  virtual void openCase(model::ComplaintId id) = 0;
  /// The same, but the page that is shown stays in front.
  virtual void openCaseBehind(model::ComplaintId id) { openCase(id); }
  /// Shows the list of cases with this filter.
  virtual void showCases(const model::CaseFilter&) {}
  /// Opens a return in a page of its own, or shows the one that is open.
  virtual void openReturn(model::ReturnId) {}
  /// The form of a new return; `forCase` is the case its first line belongs to.
  virtual void announceReturn(std::optional<model::ComplaintId> /*forCase*/) {}
  /// The form of a new complaint that starts with `start`; once it is registered, the line of the return
  /// belongs to it.
  virtual void complaintForReturn(const viewmodels::ComplaintDraft& /*start*/, model::ReturnId,
                                  model::ReturnLineId) {}
  /// The form of a new complaint, filled with what a mail (.eml) says; what a mail server reports about a
  /// mail of Octad is noted instead.
  virtual void complaintFromMail(const std::string& /*path*/) {}
  /// Asks for such a mail.
  virtual void openMail() {}
  /// A return was changed here: lists read it again; the status bar says when.
  virtual void returnSaved(model::ReturnId) {}
  /// Acts in place of somebody who is away from now on, and opens a case or return of theirs.
  virtual void actFor(const model::StandIn&, model::ComplaintId, model::ReturnId) {}
  /// The number on the tab of a page.
  virtual void setPageTitle(wxWindow* page, const std::string& title) = 0;
  /// Leaves a page (Esc, "‹ Cases").
  virtual void closePage(wxWindow* page) = 0;
  /// A case was changed here: lists read it again; the status bar says when.
  virtual void caseSaved(model::ComplaintId id) = 0;
  /// A sentence in the status bar, e.g. "Draft kept 14:02".
  virtual void showStatus(const std::string& sentence) = 0;
};

/// Pages that can be asked by the menu. A page that is none of these simply does not react.
class PageCommands {
 public:
  virtual ~PageCommands() = default;
  virtual void refresh() = 0;  ///< F5
  virtual void save() = 0;     ///< Ctrl+S
  virtual void submit() = 0;   ///< Ctrl+Enter
  /// True when the page may go; asks the user when something typed would be lost.
  virtual bool mayClose() = 0;
  /// True when the page shows a new language by itself; otherwise it is made again.
  virtual bool followsLanguage() const { return false; }
  /// Something changed in the database; the page reads again what concerns it. What is typed stays.
  virtual void look(const model::RecordChanges&) {}
};

}  // namespace octad::gui
