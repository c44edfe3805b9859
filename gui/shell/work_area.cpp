#include "gui/shell/work_area.hpp"

#include <algorithm>
#include <utility>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/statline.h>
#include <wx/wupdlock.h>

#include "gui/cases/case_list_page.hpp"
#include "gui/cases/new_complaint_page.hpp"
#include "gui/returns/new_return_page.hpp"
#include "gui/returns/returns_place.hpp"
#include "gui/shell/places_panel.hpp"
#include "gui/shell/status_panel.hpp"
#include "gui/shell/top_bar.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/usecases/decide_confirmed.hpp"

namespace octad::gui {

using model::Message;
using model::tr;

namespace {

constexpr const char* kCases = "cases";
constexpr const char* kReturns = "returns";
constexpr const char* kMetrics = "metrics";
constexpr const char* kNewComplaint = "new";
constexpr const char* kNewReturn = "new-return";
constexpr const char* kOpenPagesHeading = "open";
constexpr std::size_t kMinSearch = 2;  ///< characters; shorter texts do not filter

std::string caseKey(model::ComplaintId id) {
  return "case:" + std::to_string(id.value);
}

std::string returnKey(model::ReturnId id) {
  return "return:" + std::to_string(id.value);
}

bool isPlace(const std::string& key) {
  return key == kCases || key == kReturns || key == kMetrics;
}

}  // namespace

WorkArea::WorkArea(wxWindow* parent, CommandSet& commands, Services& services, viewmodels::Session session)
    : wxPanel(parent),
      m_commands(commands),
      m_services(services),
      m_session(std::move(session)),
      m_list(m_session),
      m_returns(m_session) {
  connect();
  Bind(wxEVT_CHAR_HOOK, &WorkArea::keyPressed, this);
  build();
  addPage({kCases, {}, {}, {}});
  showPage(kCases);
  m_list.refresh();
  m_list.readChoices();
  if (hasReturns()) {
    m_returns.refresh();
    m_returns.readChoices();
  }
  offerDraft();
}

WorkArea::~WorkArea() {
  m_commands.forgetButtons();
  DestroyChildren();  // pages refer to the viewmodels, which go next
}

/// Alt+1..8 are meant for the page that is shown, also while the list of places has the focus.
void WorkArea::keyPressed(wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  const bool step = event.AltDown() && !event.ControlDown() && key >= '0' && key <= '9';
  const OpenPage* page = step ? current() : nullptr;
  if (page == nullptr || !page->page.window->ProcessWindowEventLocally(event)) event.Skip();
}

void WorkArea::connect() {
  m_connections.emplace_back(m_list.stateChanged.connect([this] { showCounts(); }));
  m_connections.emplace_back(m_returns.stateChanged.connect([this] {
    if (m_places != nullptr && m_returns.openTotal()) showPlaces();
  }));
}

void WorkArea::build() {
  m_book = new wxSimplebook(this);
  buildFrame();
}

void WorkArea::buildFrame() {
  const auto& text = m_session.translator;
  m_top = new TopBar(this, m_commands, text, m_session.actor.name);
  m_top->setSearch(m_list.filter().text);
  m_top->onSearch = [this](const std::string& typed) { search(typed); };
  m_top->onEnter = [this](const std::string& typed) { openNumber(typed); };
  m_notice = new ErrorBar(this);
  m_places = new PlacesPanel(this, text(tr("Places")));
  m_places->onChoose = [this](const std::string& key) { showPlace(key); };
  m_status = new StatusPanel(this);
  m_status->setDatabase(m_session.databaseName);

  m_placesLine = new wxStaticLine(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLI_VERTICAL);
  m_book->MoveAfterInTabOrder(m_placesLine);
  if (GetSizer() != nullptr) SetSizer(nullptr);
  auto* middle = new wxBoxSizer(wxHORIZONTAL);
  middle->Add(m_places, wxSizerFlags().Expand());
  middle->Add(m_placesLine, wxSizerFlags().Expand());
  middle->Add(m_book, wxSizerFlags(1).Expand());
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(m_top, wxSizerFlags().Expand());
  all->Add(m_notice, wxSizerFlags().Expand());
  all->Add(middle, wxSizerFlags(1).Expand());
  all->Add(m_status, wxSizerFlags().Expand());
  SetSizer(all);

  std::string roles;
  for (const model::Role role : m_session.actor.roles)
    roles += (roles.empty() ? "" : ", ") + text.label(role);
  m_status->setPerson(roles.empty() ? m_session.actor.name : m_session.actor.name + " – " + roles);
  showCounts();
  m_commands.update(text);
}

void WorkArea::rebuild() {
  const wxWindowUpdateLocker quiet(this);
  m_commands.forgetButtons();
  m_book->SetFont(GetFont());
  for (wxWindow* old : {static_cast<wxWindow*>(m_top), static_cast<wxWindow*>(m_notice),
                        static_cast<wxWindow*>(m_places), m_placesLine, static_cast<wxWindow*>(m_status)})
    old->Destroy();
  buildFrame();
  // List and form are made again from their viewmodels; the others follow the language by themselves.
  for (std::size_t at = 0; at < m_pages.size(); ++at) {
    OpenPage& page = m_pages[at];
    if (page.page.commands != nullptr && page.page.commands->followsLanguage()) {
      page.page.window->SetFont(GetFont());
      continue;
    }
    wxWindow* old = page.page.window;
    page.page = makePage(page);
    m_book->RemovePage(at);
    old->Destroy();
    m_book->InsertPage(at, page.page.window, {});
  }
  showPage(std::string(m_currentKey));
  Layout();
}

Page WorkArea::makePage(const OpenPage& page) {
  if (page.key == kCases) {
    std::function<void(const ListExportRequest&)> writeList;
    if (m_services.pages.writeList)
      writeList = [this](const ListExportRequest& request) {
        m_services.pages.writeList(m_session, request);
      };
    auto* list = new CaseListPage(
        m_book, *this, m_list, [this] { newComplaint(); }, std::move(writeList));
    return {list, list};
  }
  if (page.key == kNewComplaint) {
    auto* form = new NewComplaintPage(m_book, *this, *m_newComplaint);
    return {form, form};
  }
  if (page.key == kReturns) {
    auto* place = new ReturnsPlace(m_book, *this, m_returns, m_services.pages.sweepPage);
    return {place, place};
  }
  if (page.key == kNewReturn) {
    auto* form = new NewReturnPage(m_book, *this, *m_newReturn);
    return {form, form};
  }
  if (page.key == kMetrics) return m_services.pages.metricsPage(m_book, *this);
  if (page.returnId) return m_services.pages.returnPage(m_book, *this, page.returnId);
  return m_services.pages.casePage(m_book, *this, page.caseId);
}

void WorkArea::addPage(OpenPage page) {
  page.page = makePage(page);
  m_book->AddPage(page.page.window, {});
  m_pages.push_back(std::move(page));
}

WorkArea::OpenPage* WorkArea::find(const std::string& key) {
  const auto found =
      std::find_if(m_pages.begin(), m_pages.end(), [&key](const OpenPage& page) { return page.key == key; });
  return found == m_pages.end() ? nullptr : &*found;
}

WorkArea::OpenPage* WorkArea::current() {
  return find(m_currentKey);
}

PageCommands* WorkArea::currentCommands() const {
  for (const auto& page : m_pages)
    if (page.key == m_currentKey) return page.page.commands;
  return nullptr;
}

bool WorkArea::currentIsPlace() const {
  return isPlace(m_currentKey);
}

void WorkArea::showPage(const std::string& key) {
  OpenPage* page = find(key);
  if (page == nullptr) return;
  m_currentKey = key;
  if (currentIsPlace()) m_backKey = key;
  m_book->ChangeSelection(static_cast<std::size_t>(page - m_pages.data()));
  page->page.window->SetFocus();
  // A page that is still reading has nothing to focus; without any focus no key would be heard.
  if (wxWindow* focused = FindFocus(); focused == nullptr || !IsDescendant(focused)) m_places->focusList();
  if (auto* list = dynamic_cast<CaseListPage*>(page->page.window)) list->focusList();
  if (auto* place = dynamic_cast<ReturnsPlace*>(page->page.window)) place->focusList();
  if (auto* form = dynamic_cast<NewComplaintPage*>(page->page.window)) form->begin();
  if (auto* form = dynamic_cast<NewReturnPage*>(page->page.window)) form->begin();
  showPlaces();
  m_commands.update(m_session.translator);
}

void WorkArea::showPlace(const std::string& key) {
  if (find(key) == nullptr && key == kMetrics) addPage({kMetrics, {}, {}, {}});
  if (find(key) == nullptr && key == kReturns && hasReturns()) addPage({kReturns, {}, {}, {}});
  showPage(key);
}

void WorkArea::openCase(model::ComplaintId id) {
  if (!id) return;
  addCasePage(id);
  showPage(caseKey(id));
}

void WorkArea::openCaseBehind(model::ComplaintId id) {
  if (!id) return;
  addCasePage(id);
  showPlaces();
}

void WorkArea::addCasePage(model::ComplaintId id) {
  const std::string key = caseKey(id);
  if (find(key) != nullptr) return;
  std::string number;
  if (const auto* row = m_list.row(m_list.indexOf(id))) number = row->number;
  addPage({key, number, id, {}});
}

void WorkArea::openReturn(model::ReturnId id) {
  if (!id || !hasReturns()) return;
  const std::string key = returnKey(id);
  if (find(key) == nullptr) {
    std::string number;
    if (const auto* row = m_returns.row(m_returns.indexOf(id))) number = row->number;
    addPage({key, number, {}, {}, id});
  }
  showPage(key);
}

void WorkArea::announceReturn(std::optional<model::ComplaintId> forCase) {
  if (!hasReturns()) return;
  const bool opened = find(kNewReturn) == nullptr;
  if (opened) {
    m_newReturn = std::make_unique<viewmodels::NewReturnViewModel>(m_session, m_services.drafts);
    const auto draft = viewmodels::NewReturnViewModel::leftBehind(m_session, m_services.drafts);
    if (draft) m_newReturn->update(*draft);
    m_returnFormConnections.clear();
    m_returnFormConnections.emplace_back(m_newReturn->saved.connect([this](const model::ReturnSaved& saved) {
      // The form goes: not while its own viewmodel is still speaking.
      CallAfter([this, saved] {
        removePage(kNewReturn);
        returnSaved(saved.id);
        openReturn(saved.id);
      });
    }));
    addPage({kNewReturn, {}, {}, {}});
  }
  if (forCase && !m_newReturn->hasContent()) m_newReturn->startFrom(*forCase);
  showPage(kNewReturn);
}

void WorkArea::makeComplaintForm() {
  m_newComplaint = std::make_unique<viewmodels::NewComplaintViewModel>(m_session, m_services.drafts);
  m_formConnections.clear();
  m_formConnections.emplace_back(m_newComplaint->saved.connect([this](const model::Saved& saved) {
    // The form goes: not while its own viewmodel is still speaking.
    CallAfter([this, saved] { complaintSaved(saved); });
  }));
}

void WorkArea::newComplaint() {
  if (find(kNewComplaint) == nullptr) {
    makeComplaintForm();
    if (const auto draft = viewmodels::NewComplaintViewModel::leftBehind(m_session, m_services.drafts))
      m_newComplaint->restore(*draft);
    addPage({kNewComplaint, {}, {}, {}});
  }
  if (m_notice->IsShown()) m_notice->Dismiss();
  showPage(kNewComplaint);
}

void WorkArea::complaintForReturn(const viewmodels::ComplaintDraft& start, model::ReturnId id,
                                  model::ReturnLineId line) {
  const auto& text = m_session.translator;
  const bool typing = (find(kNewComplaint) != nullptr && m_newComplaint->hasContent()) ||
                      viewmodels::NewComplaintViewModel::leftBehind(m_session, m_services.drafts);
  if (typing) {
    newComplaint();
    m_notice->showNotice(
        text(tr("A new complaint is being typed already. Finish it, or throw it away; then "
                "open the case of the return again.")));
    return;
  }
  removePage(kNewComplaint);
  makeComplaintForm();
  viewmodels::ComplaintDraft draft = m_newComplaint->draft();
  draft.customer = start.customer;
  draft.customerRef = start.customerRef;
  draft.items = start.items;
  m_newComplaint->update(draft);
  m_waitingLine = WaitingLine{id, line};
  addPage({kNewComplaint, {}, {}, {}});
  showPage(kNewComplaint);
}

/// The line of the return belongs to the complaint that was typed for it.
void WorkArea::linkToReturn(const WaitingLine& line, const model::Saved& saved) {
  model::ConfirmedChoice choice;
  choice.target = {line.returnId, 0, viewmodels::newUuid()};
  choice.lineId = line.lineId;
  choice.decision = model::ConfirmedDecision::newCase;
  choice.caseNumber = saved.number;
  viewmodels::inBackground(
      m_session.executor, m_alive,
      [workplace = m_session.workplace(), store = m_session.store, choice] {
        return model::DecideConfirmed(workplace).execute(choice);
      },
      [this](const model::ReturnSaved& done) {
        returnSaved(done.id);
        openReturn(done.id);
        if (const OpenPage* page = current(); page != nullptr && page->page.commands != nullptr)
          page->page.commands->refresh();
      },
      [this](const std::exception_ptr& error) { m_notice->showError(error, m_session.translator); });
}

void WorkArea::offerDraft() {
  if (!viewmodels::NewComplaintViewModel::leftBehind(m_session, m_services.drafts)) return;
  const auto& text = m_session.translator;
  m_notice->showNotice(text(tr("A new complaint was not finished last time. What was typed is still there.")),
                       text(tr("Go on")), [this] { newComplaint(); });
}

void WorkArea::complaintSaved(const model::Saved& saved) {
  const auto waiting = std::exchange(m_waitingLine, std::nullopt);
  removePage(kNewComplaint);
  caseSaved(saved.id);
  if (waiting) {
    openCaseBehind(saved.id);
    linkToReturn(*waiting, saved);
    return;
  }
  openCase(saved.id);
}

void WorkArea::setPageTitle(wxWindow* window, const std::string& title) {
  for (auto& page : m_pages)
    if (page.page.window == window && page.title != title) {
      page.title = title;
      showPlaces();
    }
}

void WorkArea::closePage(wxWindow* window) {
  for (auto& page : m_pages) {
    if (page.page.window != window || page.key == kCases) continue;
    if (page.page.commands != nullptr && !page.page.commands->mayClose()) return;
    // The page may be the one that asks: it is destroyed after its event.
    CallAfter([this, key = page.key] { removePage(key); });
    return;
  }
}

void WorkArea::closeCurrentPage() {
  if (OpenPage* page = current(); page != nullptr && !currentIsPlace())
    closePage(page->page.window);
  else
    showPage(kCases);
}

void WorkArea::removePage(const std::string& key) {
  OpenPage* page = find(key);
  if (page == nullptr) return;
  const wxWindowUpdateLocker quiet(this);
  const auto position = static_cast<std::size_t>(page - m_pages.data());
  m_pages.erase(m_pages.begin() + static_cast<std::ptrdiff_t>(position));
  m_book->DeletePage(position);
  if (key == kNewComplaint) {
    m_newComplaint.reset();
    m_waitingLine.reset();
  }
  if (key == kNewReturn) m_newReturn.reset();
  const bool wasShown = m_currentKey == key;
  showPage(wasShown ? (find(m_backKey) != nullptr ? m_backKey : kCases) : m_currentKey);
}

bool WorkArea::mayCloseAll() {
  return std::all_of(m_pages.begin(), m_pages.end(), [this](const OpenPage& page) {
    if (page.page.commands == nullptr || page.page.commands->mayClose()) return true;
    showPage(page.key);
    return false;
  });
}

std::string WorkArea::savedAt() const {
  return m_session.translator(Message(tr("Saved {0}"), {viewmodels::timeOfDay(m_session)}));
}

void WorkArea::caseSaved(model::ComplaintId) {
  showStatus(savedAt());
  m_list.refresh();
  if (hasReturns()) m_returns.refresh();
}

void WorkArea::returnSaved(model::ReturnId) {
  showStatus(savedAt());
  m_returns.refresh();
}

void WorkArea::showStatus(const std::string& sentence) {
  m_status->setNotice(sentence);
}

void WorkArea::showCounts() {
  const auto& text = m_session.translator;
  if (m_list.openTotal() && m_status != nullptr)
    m_status->setCounts(
        text(Message(tr("{0} open cases"), {viewmodels::groupedNumber(*m_list.openTotal())})));
  if (m_top != nullptr && !m_top->searchFocused()) m_top->setSearch(m_list.filter().text);
  if (m_places != nullptr && m_list.openTotal()) showPlaces();
}

void WorkArea::showPlaces() {
  const auto& text = m_session.translator;
  std::vector<Place> places;
  const auto open = m_list.openTotal();
  places.push_back({kCases, text(tr("Cases")), open ? viewmodels::groupedNumber(*open) : std::string()});
  if (hasReturns()) {
    const auto returns = m_returns.openTotal();
    places.push_back({kReturns, text(tr("Returned goods")),
                      returns && *returns > 0 ? viewmodels::groupedNumber(*returns) : std::string()});
  }
  if (hasMetrics()) places.push_back({kMetrics, text(tr("Metrics")), {}});
  bool headingShown = false;
  for (const auto& page : m_pages) {
    if (isPlace(page.key)) continue;
    if (!std::exchange(headingShown, true))
      places.push_back({kOpenPagesHeading, text(tr("Open pages")), {}, true});
    std::string title = page.title;
    if (page.key == kNewComplaint) title = text(tr("New complaint"));
    if (page.key == kNewReturn) title = text(tr("New return"));
    places.push_back({page.key, title.empty() ? "…" : title, {}});
  }
  m_places->show(std::move(places), m_currentKey);
}

void WorkArea::search(const std::string& typed) {
  const std::string wanted = model::characterCount(typed) >= kMinSearch ? typed : std::string();
  model::CaseFilter filter = m_list.filter();
  if (filter.text == wanted) return;
  filter.text = wanted;
  // "Search all cases": also the closed ones.
  filter.openOnly = wanted.empty() && filter.openOnly;
  m_list.setFilter(filter);
  if (m_currentKey != kCases) {
    showPage(kCases);
    m_top->focusSearch();
  }
}

void WorkArea::openNumber(const std::string& typed) {
  search(typed);
  viewmodels::inBackground(
      m_session.executor, m_alive,
      [store = m_session.store, typed] {
        const auto id = store->reader().findCase(typed);
        const auto returned = id ? std::nullopt : store->reader().returns().find(typed);
        return std::pair(id, returned);
      },
      [this](const std::pair<std::optional<model::ComplaintId>, std::optional<model::ReturnId>>& found) {
        if (found.first)
          openCase(*found.first);
        else if (found.second && hasReturns())
          openReturn(*found.second);
        else
          showPage(kCases);
      },
      [this](const std::exception_ptr& error) { m_notice->showError(error, m_session.translator); });
}

void WorkArea::focusSearch() {
  m_top->focusSearch();
}

void WorkArea::importFile() {
  if (!m_services.pages.importDialog) return;
  m_services.pages.importDialog(wxGetTopLevelParent(this), *this, [this] {
    m_list.refresh();
    m_list.readChoices();
  });
}

}  // namespace octad::gui
