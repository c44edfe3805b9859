#include "gui/shell/work_area.hpp"

#include <algorithm>
#include <utility>
#include <wx/simplebook.h>
#include <wx/wupdlock.h>

#include "gui/admin/customers_page.hpp"
#include "gui/admin/mails_page.hpp"
#include "gui/admin/policies_page.hpp"
#include "gui/audit/audit_page.hpp"
#include "gui/cases/case_list_page.hpp"
#include "gui/cases/new_complaint_page.hpp"
#include "gui/lessons/lessons_page.hpp"
#include "gui/returns/new_return_page.hpp"
#include "gui/returns/returns_place.hpp"
#include "gui/shell/places_panel.hpp"
#include "gui/shell/status_panel.hpp"
#include "gui/shell/top_bar.hpp"
#include "gui/viewmodels/find_number.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/path_drop.hpp"
#include "gui/work/inbox_page.hpp"
#include "gui/work/my_work_page.hpp"

namespace octad::gui {

using model::Message;
using model::tr;

namespace {

constexpr const char* kWork = "work";
constexpr const char* kInbox = "inbox";
constexpr const char* kCases = "cases";
constexpr const char* kReturns = "returns";
constexpr const char* kMetrics = "metrics";
constexpr const char* kLessons = "lessons";
constexpr const char* kPolicies = "policies";
constexpr const char* kCustomers = "customers";
constexpr const char* kMails = "mails";
constexpr const char* kAudit = "audit";
constexpr const char* kNewComplaint = "new";
constexpr const char* kNewReturn = "new-return";
constexpr const char* kOpenPagesHeading = "open";
constexpr int kLookForNoticesMs = 5 * 60 * 1000;

std::string caseKey(model::ComplaintId id) {
  return "case:" + std::to_string(id.value);
}

std::string returnKey(model::ReturnId id) {
  return "return:" + std::to_string(id.value);
}

}  // namespace

WorkArea::WorkArea(wxWindow* parent, CommandSet& commands, Services& services, viewmodels::Session session)
    : wxPanel(parent),
      m_commands(commands),
      m_services(services),
      m_session(std::move(session)),
      m_list(m_session),
      m_returns(m_session),
      m_work(m_session),
      m_inbox(m_session),
      m_mails(m_session),
      m_arrival(m_session, services.pages.readMail),
      m_forms(m_session, services.drafts, services.pages.readMail),
      m_pages(this),
      m_frame(this, commands, m_session) {
  connect();
  Bind(wxEVT_CHAR_HOOK, &WorkArea::keyPressed, this);
  SetDropTarget(new PathDrop([this](const std::vector<std::string>& paths) { return filesDropped(paths); }));
  makeFrame();
  m_pages.addPlace(kCases, [this](wxWindow* book) { return makeList(book); });
  showPage(kCases);
  m_list.refresh();
  m_list.readChoices();
  m_work.refresh();
  m_inbox.refresh();
  if (hasMails()) m_mails.refresh();
  if (hasReturns()) {
    m_returns.refresh();
    m_returns.readChoices();
  }
  m_look.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    m_inbox.refresh();
    if (hasMails()) m_mails.refresh();
  });
  m_look.Start(kLookForNoticesMs);
  m_watcher = std::make_unique<ChangeWatcher>(m_session.store,
                                              [this](const model::RecordChanges& changes) { look(changes); });
  offerDraft();
}

WorkArea::~WorkArea() {
  m_watcher.reset();
  m_commands.forgetButtons();
  DestroyChildren();  // pages refer to the viewmodels, which go next
}

/// Alt+0..9 are meant for the page that is shown, also while the list of places has the focus.
void WorkArea::keyPressed(wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  const bool step = event.AltDown() && !event.ControlDown() && key >= '0' && key <= '9';
  const OpenPages::Entry* page = step ? m_pages.current() : nullptr;
  if (page == nullptr || !page->page.window->ProcessWindowEventLocally(event)) event.Skip();
}

void WorkArea::connect() {
  m_connections.emplace_back(m_list.stateChanged.connect([this] { showCounts(); }));
  m_connections.emplace_back(m_returns.stateChanged.connect([this] {
    if (m_returns.openTotal()) showPlaces();
  }));
  m_connections.emplace_back(m_work.stateChanged.connect([this] {
    if (m_work.total()) showPlaces();
  }));
  m_connections.emplace_back(m_inbox.stateChanged.connect([this] {
    if (m_inbox.unreadCount()) showPlaces();
  }));
  connectMails();
  m_frame.onSearch = [this](const std::string& typed) { search(typed); };
  m_frame.onEnter = [this](const std::string& typed) { openNumber(typed); };
  m_frame.onPlace = [this](const std::string& key) { showPlace(key); };
  // A form goes when it is saved: not while its own viewmodel is still speaking.
  m_forms.onComplaint = [this](const model::Saved& saved) {
    CallAfter([this, saved] { complaintSaved(saved); });
  };
  m_forms.onReturn = [this](const model::ReturnSaved& saved) {
    CallAfter([this, saved] {
      removePage(kNewReturn);
      returnSaved(saved.id);
      openReturn(saved.id);
    });
  };
}

void WorkArea::rebuild() {
  const wxWindowUpdateLocker quiet(this);
  makeFrame();
  m_pages.remake(GetFont());
  showPage(std::string(m_pages.currentKey()));
  showCounts();
  Layout();
}

void WorkArea::makeFrame() {
  m_frame.make(m_pages.book());
  m_frame.top().setSearch(m_list.filter().text);
}

Page WorkArea::makeList(wxWindow* parent) {
  std::function<void(const ListExportRequest&)> writeList;
  if (m_services.pages.writeList)
    writeList = [this](const ListExportRequest& request) { m_services.pages.writeList(m_session, request); };
  auto* list = new CaseListPage(
      parent, *this, m_list, [this] { newComplaint(); }, std::move(writeList));
  return {list, list};
}

void WorkArea::showPage(const std::string& key) {
  if (!m_pages.has(key)) return;
  m_pages.turnTo(key);
  wxWindow* window = m_pages.current()->page.window;
  window->SetFocus();
  // A page that is still reading has nothing to focus; without any focus no key would be heard.
  if (wxWindow* focused = FindFocus(); focused == nullptr || !IsDescendant(focused))
    m_frame.places().focusList();
  if (auto* list = dynamic_cast<CaseListPage*>(window)) list->focusList();
  if (auto* place = dynamic_cast<ReturnsPlace*>(window)) place->focusList();
  if (auto* work = dynamic_cast<MyWorkPage*>(window)) work->focusList();
  if (auto* inbox = dynamic_cast<InboxPage*>(window)) inbox->focusList();
  if (auto* mails = dynamic_cast<MailsPage*>(window)) mails->focusList();
  if (auto* lessons = dynamic_cast<LessonsPage*>(window)) lessons->focusList();
  if (auto* policies = dynamic_cast<PoliciesPage*>(window)) policies->focusList();
  if (auto* customers = dynamic_cast<CustomersPage*>(window)) customers->focusList();
  if (auto* audit = dynamic_cast<AuditPage*>(window)) audit->focusList();
  if (auto* form = dynamic_cast<KeptFormPage*>(window)) form->begin();
  showPlaces();
  m_commands.update(m_session.translator);
}

void WorkArea::showPlace(const std::string& key) {
  if (key == kCases) m_list.readChoices();  // a policy or a campaign may be new
  if (key == kWork && !m_pages.has(key))
    m_pages.addPlace(key, [this](wxWindow* book) {
      auto* work = new MyWorkPage(book, *this, m_work, m_services.pages.writeMorningList);
      return Page{work, work};
    });
  if (key == kInbox && !m_pages.has(key))
    m_pages.addPlace(key, [this](wxWindow* book) {
      auto* inbox = new InboxPage(book, *this, m_inbox);
      return Page{inbox, inbox};
    });
  if (key == kMetrics && !m_pages.has(key))
    m_pages.addPlace(key, [this](wxWindow* book) { return m_services.pages.metricsPage(book, *this); });
  if (key == kLessons && !m_pages.has(key))
    m_pages.addPlace(key, [this](wxWindow* book) {
      auto* lessons = new LessonsPage(book, *this);
      return Page{lessons, lessons};
    });
  if (key == kPolicies && !m_pages.has(key))
    m_pages.addPlace(key, [this](wxWindow* book) {
      auto* policies = new PoliciesPage(book, *this);
      return Page{policies, policies};
    });
  if (key == kCustomers && !m_pages.has(key))
    m_pages.addPlace(key, [this](wxWindow* book) {
      auto* customers = new CustomersPage(book, *this);
      return Page{customers, customers};
    });
  if (key == kMails && hasMails() && !m_pages.has(key))
    m_pages.addPlace(key, [this](wxWindow* book) {
      auto* mails = new MailsPage(book, *this, m_mails, m_services.pages.tryMail);
      return Page{mails, mails};
    });
  if (key == kAudit && hasAudit() && !m_pages.has(key))
    m_pages.addPlace(key, [this](wxWindow* book) { return m_services.pages.auditPage(book, *this); });
  if (key == kReturns && hasReturns() && !m_pages.has(key))
    m_pages.addPlace(key, [this](wxWindow* book) {
      auto* place = new ReturnsPlace(book, *this, m_returns, m_services.pages.sweepPage);
      return Page{place, place};
    });
  showPage(key);
}

void WorkArea::openCase(model::ComplaintId id) {
  if (!id) return;
  addCasePage(id);
  showPage(caseKey(id));
}

void WorkArea::showCases(const model::CaseFilter& filter) {
  m_list.setFilter(filter);
  showPlace("cases");
}

void WorkArea::openCaseBehind(model::ComplaintId id) {
  if (!id) return;
  addCasePage(id);
  showPlaces();
}

void WorkArea::addCasePage(model::ComplaintId id) {
  const std::string key = caseKey(id);
  if (m_pages.has(key)) return;
  const auto* row = m_list.row(m_list.indexOf(id));
  m_pages.addPage(key, row == nullptr ? std::string() : row->number,
                  [this, id](wxWindow* book) { return m_services.pages.casePage(book, *this, id); });
}

void WorkArea::openReturn(model::ReturnId id) {
  if (!id || !hasReturns()) return;
  const std::string key = returnKey(id);
  if (!m_pages.has(key)) {
    const auto* row = m_returns.row(m_returns.indexOf(id));
    m_pages.addPage(key, row == nullptr ? std::string() : row->number,
                    [this, id](wxWindow* book) { return m_services.pages.returnPage(book, *this, id); });
  }
  showPage(key);
}

void WorkArea::announceReturn(std::optional<model::ComplaintId> forCase) {
  if (!hasReturns()) return;
  if (!m_pages.has(kNewReturn)) {
    m_forms.openReturn();
    m_pages.addPage(kNewReturn, {}, [this](wxWindow* book) {
      auto* form = new NewReturnPage(book, *this, m_forms.goods());
      return Page{form, form};
    });
  }
  if (forCase && !m_forms.goods().hasContent()) m_forms.goods().startFrom(*forCase);
  showPage(kNewReturn);
}

void WorkArea::newComplaint() {
  if (!m_pages.has(kNewComplaint)) m_forms.openComplaint();
  if (m_frame.notice().IsShown()) m_frame.notice().Dismiss();
  showComplaintForm();
}

void WorkArea::showComplaintForm() {
  if (!m_pages.has(kNewComplaint))
    m_pages.addPage(kNewComplaint, {}, [this](wxWindow* book) {
      auto* form = new NewComplaintPage(book, *this, m_forms.complaint());
      return Page{form, form};
    });
  showPage(kNewComplaint);
}

bool WorkArea::freshComplaintForm(const char* wait) {
  if (m_forms.complaintTyped()) {
    newComplaint();
    m_frame.notice().showNotice(m_session.translator(wait));
    return false;
  }
  removePage(kNewComplaint);
  return true;
}

void WorkArea::complaintForReturn(const viewmodels::ComplaintDraft& start, model::ReturnId id,
                                  model::ReturnLineId line) {
  if (!freshComplaintForm(tr("A new complaint is being typed already. Finish it, or throw it away; then "
                             "open the case of the return again.")))
    return;
  m_forms.openComplaintFor(start, id, line);
  showComplaintForm();
}

/// Lists show what anybody changed, and so do the pages that are open.
void WorkArea::look(const model::RecordChanges& changes) {
  if (changes.everything || !changes.records.empty()) {
    m_list.refresh();
    m_work.refresh();
    m_inbox.refresh();
    if (hasReturns()) m_returns.refresh();
  }
  for (const auto& entry : m_pages.entries())
    if (entry.page.commands != nullptr) entry.page.commands->look(changes);
}

void WorkArea::offerDraft() {
  if (!m_forms.complaintLeftBehind()) return;
  const auto& text = m_session.translator;
  m_frame.notice().showNotice(
      text(tr("A new complaint was not finished last time. What was typed is still there.")),
      text(tr("Go on")), [this] { newComplaint(); });
}

void WorkArea::complaintSaved(const model::Saved& saved) {
  const auto waiting = m_forms.takeWaiting();
  const auto notKept = m_forms.notKept();
  removePage(kNewComplaint);
  if (!notKept.empty()) {
    std::string sentences;
    for (const auto& one : notKept) sentences += (sentences.empty() ? "" : " ") + m_session.translator(one);
    m_frame.notice().showNotice(sentences);
  }
  caseSaved(saved.id);
  if (!waiting) {
    openCase(saved.id);
    return;
  }
  openCaseBehind(saved.id);
  m_forms.linkToReturn(
      *waiting, saved,
      [this](const model::ReturnSaved& done) {
        returnSaved(done.id);
        openReturn(done.id);
        if (PageCommands* page = currentCommands()) page->refresh();
      },
      [this](const std::exception_ptr& error) { m_frame.notice().showError(error, m_session.translator); });
}

void WorkArea::setPageTitle(wxWindow* window, const std::string& title) {
  if (m_pages.rename(window, title)) showPlaces();
}

void WorkArea::closePage(wxWindow* window) {
  const OpenPages::Entry* entry = m_pages.find(window);
  if (entry == nullptr || entry->key == kCases) return;
  const std::string key = entry->key;
  if (entry->page.commands != nullptr && !entry->page.commands->mayClose()) return;
  // The page may be the one that asks: it is destroyed after its event.
  CallAfter([this, key] { removePage(key); });
}

void WorkArea::closeCurrentPage() {
  if (!currentIsPlace() && m_pages.current() != nullptr)
    closePage(m_pages.current()->page.window);
  else
    showPage(kCases);
}

void WorkArea::removePage(const std::string& key) {
  if (!m_pages.has(key)) return;
  const wxWindowUpdateLocker quiet(this);
  const std::string next = m_pages.remove(key);
  if (key == kNewComplaint) m_forms.closeComplaint();
  if (key == kNewReturn) m_forms.closeReturn();
  showPage(m_pages.has(next) ? next : kCases);
}

bool WorkArea::mayCloseAll() {
  const auto& pages = m_pages.entries();
  return std::all_of(pages.begin(), pages.end(), [this](const OpenPages::Entry& entry) {
    if (entry.page.commands == nullptr || entry.page.commands->mayClose()) return true;
    showPage(entry.key);
    return false;
  });
}

std::string WorkArea::savedAt() const {
  return m_session.translator(Message(tr("Saved {0}"), {viewmodels::timeOfDay(m_session)}));
}

void WorkArea::caseSaved(model::ComplaintId) {
  showStatus(savedAt());
  m_list.refresh();
  m_work.refresh();
  if (hasReturns()) m_returns.refresh();
}

void WorkArea::returnSaved(model::ReturnId) {
  showStatus(savedAt());
  m_returns.refresh();
  m_work.refresh();
}

void WorkArea::showStatus(const std::string& sentence) {
  m_frame.status().setNotice(sentence);
}

void WorkArea::showCounts() {
  const auto& text = m_session.translator;
  if (m_list.openTotal()) {
    m_frame.status().setCounts(
        text(Message(tr("{0} open cases"), {viewmodels::groupedNumber(*m_list.openTotal())})));
    showPlaces();
  }
  if (!m_frame.top().searchFocused()) m_frame.top().setSearch(m_list.filter().text);
}

void WorkArea::showPlaces() {
  const auto& text = m_session.translator;
  std::vector<Place> places;
  const auto waiting = m_work.total();
  places.push_back({kWork, text(tr("My work")),
                    waiting && *waiting > 0 ? viewmodels::groupedNumber(*waiting) : std::string()});
  const auto unread = m_inbox.unreadCount();
  places.push_back({kInbox, text(tr("Inbox")),
                    unread && *unread > 0 ? viewmodels::groupedNumber(*unread) : std::string()});
  const auto open = m_list.openTotal();
  places.push_back({kCases, text(tr("Cases")), open ? viewmodels::groupedNumber(*open) : std::string()});
  if (hasReturns()) {
    const auto returns = m_returns.openTotal();
    places.push_back({kReturns, text(tr("Returned goods")),
                      returns && *returns > 0 ? viewmodels::groupedNumber(*returns) : std::string()});
  }
  if (hasMetrics()) places.push_back({kMetrics, text(tr("Metrics")), {}});
  places.push_back({kLessons, text(tr("Lessons")), {}});
  if (hasAudit()) places.push_back({kAudit, text(tr("Audit")), {}});
  places.push_back({kPolicies, text(tr("Policies")), {}});
  places.push_back({kCustomers, text(tr("Customers")), {}});
  if (hasMails()) {
    const auto lost = m_mails.lostCount();
    places.push_back(
        {kMails, text(tr("Mails")), lost && *lost > 0 ? viewmodels::groupedNumber(*lost) : std::string()});
  }
  bool headingShown = false;
  for (const auto& page : m_pages.entries()) {
    if (page.place) continue;
    if (!std::exchange(headingShown, true))
      places.push_back({kOpenPagesHeading, text(tr("Open pages")), {}, true});
    std::string title = page.title;
    if (page.key == kNewComplaint) title = text(tr("New complaint"));
    if (page.key == kNewReturn) title = text(tr("New return"));
    places.push_back({page.key, title.empty() ? "…" : title, {}});
  }
  m_frame.places().show(std::move(places), m_pages.currentKey());
}

void WorkArea::search(const std::string& typed) {
  if (!m_list.search(typed)) return;
  if (m_pages.currentKey() != kCases) {
    showPage(kCases);
    m_frame.top().focusSearch();
  }
}

void WorkArea::openNumber(const std::string& typed) {
  search(typed);
  viewmodels::findNumber(
      m_session, m_alive, typed,
      [this](const viewmodels::NumberFound& found) {
        if (found.complaint)
          openCase(*found.complaint);
        else if (found.goods && hasReturns())
          openReturn(*found.goods);
        else
          showPage(kCases);
      },
      [this](const std::exception_ptr& error) { m_frame.notice().showError(error, m_session.translator); });
}

void WorkArea::focusSearch() {
  m_frame.top().focusSearch();
}

void WorkArea::importFile() {
  if (!m_services.pages.importDialog) return;
  m_services.pages.importDialog(wxGetTopLevelParent(this), *this, [this] {
    m_list.refresh();
    m_list.readChoices();
  });
}

}  // namespace octad::gui
