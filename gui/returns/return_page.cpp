#include "gui/returns/return_page.hpp"

#include <utility>
#include <wx/dnd.h>
#include <wx/msgdlg.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/files_tab.hpp"
#include "gui/returns/disposition_tab.hpp"
#include "gui/returns/findings_tab.hpp"
#include "gui/returns/pieces_tab.hpp"
#include "gui/returns/return_document_dialog.hpp"
#include "gui/returns/return_files.hpp"
#include "gui/returns/return_files_tab.hpp"
#include "gui/returns/return_header.hpp"
#include "gui/returns/return_history_tab.hpp"
#include "gui/returns/units_tab.hpp"
#include "gui/viewmodels/new_complaint.hpp"
#include "gui/viewmodels/return_findings.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/point_list.hpp"
#include "gui/widgets/tab_bar.hpp"
#include "model/core/error.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using viewmodels::ReturnActionId;
using viewmodels::ReturnForm;
using viewmodels::ReturnTab;

namespace {

constexpr std::size_t kMostPoints = 3;  ///< the list of a return stays low; the rest is counted
constexpr ReturnTab kTabs[] = {ReturnTab::pieces,      ReturnTab::units, ReturnTab::findings,
                               ReturnTab::disposition, ReturnTab::files, ReturnTab::history};

/// Files dropped anywhere on the page.
class DropTarget final : public wxFileDropTarget {
 public:
  explicit DropTarget(std::function<bool(const wxArrayString&)> dropped) : m_dropped(std::move(dropped)) {}
  bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& paths) override { return m_dropped(paths); }

 private:
  std::function<bool(const wxArrayString&)> m_dropped;
};

}  // namespace

ReturnPage::ReturnPage(wxWindow* parent, PageHost& host, model::ReturnId id, ReturnServices services)
    : wxPanel(parent),
      m_host(host),
      m_services(std::move(services)),
      m_page(host.session(), id),
      m_tabHost{m_page,
                [this](ReturnActionId action, model::ReturnLineId line) { act(action, line); },
                [this](ReturnForm form) { return ask(std::move(form)); },
                [this](const std::exception_ptr& error) { showError(error); },
                [this](const std::string& sentence) { m_host.showStatus(sentence); },
                [this](model::ComplaintId complaint) { m_host.openCase(complaint); },
                [this](model::ReturnLineId line) { newCase(line); }} {
  connect();
  build();
  Bind(wxEVT_CHAR_HOOK, &ReturnPage::keyPressed, this);
  SetDropTarget(new DropTarget([this](const wxArrayString& paths) { return filesDropped(paths); }));
  m_page.load();
}

ReturnPage::~ReturnPage() {
  // The windows go before the viewmodel: they still hear of losing the focus while they are destroyed.
  m_connections.clear();
  DestroyChildren();
}

void ReturnPage::connect() {
  m_connections.emplace_back(m_page.changed.connect([this] { showReturn(); }));
  m_connections.emplace_back(
      m_page.failed.connect([this](const std::exception_ptr& error) { showError(error); }));
  m_connections.emplace_back(
      m_page.stored.connect([this](const model::ReturnSaved& saved) { m_host.returnSaved(saved.id); }));
  m_connections.emplace_back(m_host.session().translator.changed.connect([this] { rebuild(); }));
}

void ReturnPage::build() {
  const auto& text = m_page.text();
  auto* outer = new wxBoxSizer(wxVERTICAL);
  m_bar = new ErrorBar(this);
  m_header = new ReturnHeaderPanel(this, text);
  m_header->onBack = [this] { askLeave(); };
  m_header->onAction = [this](ReturnActionId id) { act(id); };
  m_header->onNext = [this] { goOn(); };
  m_header->onDocuments = [this] { documents(); };
  m_header->onCase = [this](model::ComplaintId id) { m_host.openCase(id); };
  m_tabBar = new TabBar(this);
  m_tabBar->onChoose = [this](int key) { choose(static_cast<ReturnTab>(key)); };
  m_missing = new PointList(this, kMostPoints);
  m_book = new wxSimplebook(this);
  m_wait = makeMuted(this, text(tr("Reading the return…")));
  for (wxWindow* later : {static_cast<wxWindow*>(m_header), static_cast<wxWindow*>(m_tabBar),
                          static_cast<wxWindow*>(m_missing)})
    later->Hide();
  const int side = gap(this, Gap::group);
  outer->Add(m_bar, wxSizerFlags().Expand());
  outer->Add(m_header, wxSizerFlags().Expand());
  outer->Add(m_tabBar, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, side));
  outer->Add(makeLine(this), wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
  outer->Add(m_missing, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, side));
  outer->Add(m_wait, wxSizerFlags().Border(wxALL, side));
  outer->Add(m_book, wxSizerFlags(1).Expand());
  SetSizer(outer);
}

void ReturnPage::rebuild() {
  if (m_page.busy()) {
    // A change under way still talks to the windows that are there.
    m_rebuildLater = true;
    return;
  }
  m_rebuildLater = false;
  m_tabs.clear();
  DestroyChildren();
  SetSizer(nullptr);
  build();
  if (m_page.loaded()) showReturn();
}

void ReturnPage::showReturn() {
  if (m_rebuildLater && !m_page.busy()) {
    rebuild();
    return;
  }
  m_wait->Hide();
  for (wxWindow* shown : {static_cast<wxWindow*>(m_header), static_cast<wxWindow*>(m_tabBar),
                          static_cast<wxWindow*>(m_missing)})
    shown->Show();
  const auto header = m_page.header();
  m_header->show(header, m_page.cases(), m_page.actions(), m_page.next(),
                 static_cast<bool>(m_services.writeDocument));
  m_host.setPageTitle(this, header.number);
  showMissing();
  for (auto& [tab, panel] : m_tabs) panel->refresh();
  choose(m_current);
  Layout();
  // While it was read there was nothing to focus.
  if (!std::exchange(m_focused, true) && IsShownOnScreen()) currentPanel()->SetFocus();
}

void ReturnPage::showTabs() {
  std::vector<TabBar::Tab> tabs;
  for (const ReturnTab tab : kTabs) {
    const std::string label = m_page.text()(m_page.tabLabel(tab));
    tabs.push_back({static_cast<int>(tab), label, label});
  }
  m_tabBar->show(tabs, static_cast<int>(m_current));
}

void ReturnPage::showMissing() {
  const auto& text = m_page.text();
  const auto missing = m_page.missing();
  std::vector<Point> points;
  for (const auto& one : missing)
    points.push_back({text(one.text), [this, target = one.jump] { jump(target); }});
  const auto& head = m_page.file().head;
  std::string nothing = text(tr("Nothing is missing: the return can be closed."));
  if (head.closedAt)
    nothing = head.closeReason.empty() ? text(tr("The return has ended."))
                                       : text(Message(tr("The return has ended: {0}"), {head.closeReason}));
  const std::size_t hidden = missing.size() > m_missing->most() ? missing.size() - m_missing->most() : 0;
  m_missing->show(text(tr("Before the return can be closed:")), points,
                  text(tr("Go to the place where this is mended")), nothing,
                  text(Message(tr("and {0} more"), {std::to_string(hidden)})));
}

ReturnTabPanel* ReturnPage::makeTab(ReturnTab tab) {
  switch (tab) {
    case ReturnTab::units:
      return new UnitsTab(m_book, m_tabHost);
    case ReturnTab::findings:
      return new FindingsTab(m_book, m_tabHost);
    case ReturnTab::disposition:
      return new DispositionTab(m_book, m_tabHost);
    case ReturnTab::files:
      return new ReturnFilesTab(m_book, m_tabHost);
    case ReturnTab::history:
      return new ReturnHistoryTab(m_book, m_tabHost);
    case ReturnTab::pieces:
      break;
  }
  return new PiecesTab(m_book, m_tabHost);
}

void ReturnPage::choose(ReturnTab tab) {
  m_current = tab;
  if (!m_page.loaded()) return;
  auto*& panel = m_tabs[tab];
  if (!panel) {
    panel = makeTab(tab);
    m_book->AddPage(panel, {});
  }
  const int index = m_book->FindPage(panel);
  if (m_book->GetSelection() != index) {
    m_book->ChangeSelection(static_cast<std::size_t>(index));
    // What had the focus is hidden now; without a focus no further key would be heard.
    if (const wxWindow* focused = FindFocus(); IsShownOnScreen() && (!focused || !focused->IsShownOnScreen()))
      panel->SetFocus();
  }
  showTabs();
}

ReturnTabPanel* ReturnPage::currentPanel() const {
  const auto found = m_tabs.find(m_current);
  return found == m_tabs.end() ? nullptr : found->second;
}

void ReturnPage::jump(const viewmodels::ReturnJump& target) {
  choose(target.tab);
  if (auto* panel = currentPanel()) panel->jump(target);
  if (target.action) act(*target.action, target.lineId);
}

/// The next step of the return: its form, or the pieces it moves.
void ReturnPage::goOn() {
  const auto next = m_page.next();
  if (!next) return;
  if (next->id != ReturnActionId::move) {
    act(next->id);
    return;
  }
  const auto kind = viewmodels::piecesFor(m_page.file(), *next->from, *next->to);
  if (!kind) return;
  if (kind->named == kind->pieces) {  // they go by their serial numbers
    choose(ReturnTab::units);
    static_cast<UnitsTab*>(currentPanel())->chooseKind(*kind);
    return;
  }
  choose(ReturnTab::pieces);
  static_cast<PiecesTab*>(currentPanel())->offer(*kind, *next->to);
}

void ReturnPage::act(ReturnActionId id, model::ReturnLineId line) {
  const auto actions = m_page.actions();
  const auto& action = viewmodels::actionOf(actions, id);
  if (!action.enabled()) {
    m_host.showStatus(m_page.text()(*action.whyNot));
    return;
  }
  if (auto form = viewmodels::wayForm(id, m_page)) {
    ask(std::move(*form));
    return;
  }
  if (!line) line = viewmodels::lineFor(id, m_page.file());
  switch (id) {
    case ReturnActionId::decide:
      choose(ReturnTab::findings);
      currentPanel()->jump({ReturnTab::findings, line, {}, {}});
      break;
    case ReturnActionId::dossier:
      choose(ReturnTab::findings);
      ask(viewmodels::dossierForm(m_page, line));
      break;
    case ReturnActionId::cost:
      choose(ReturnTab::disposition);
      ask(viewmodels::costForm(m_page, model::CostKind::credit));
      break;
    case ReturnActionId::attach:
      choose(ReturnTab::files);
      static_cast<ReturnFilesTab*>(currentPanel())->chooseFiles(model::ReturnPaper::other);
      break;
    case ReturnActionId::test:
    case ReturnActionId::addUnits:
      choose(ReturnTab::units);
      break;
    default:  // moving, taking back
      choose(ReturnTab::pieces);
      break;
  }
}

bool ReturnPage::ask(ReturnForm form) {
  return showFormDialog(this,
                        std::make_unique<viewmodels::FormOfPage<viewmodels::ReturnPageViewModel, ReturnForm>>(
                            m_page, std::move(form)));
}

void ReturnPage::newCase(model::ReturnLineId lineId) {
  const auto& file = m_page.file();
  const auto& line = file.line(lineId);
  viewmodels::ComplaintDraft draft;
  draft.customer = file.customer.name;
  draft.customerRef = file.head.customerRef;
  draft.items.front().part = file.partNumber(line.partId);
  draft.items.front().lot = line.lot;
  draft.items.front().failure = line.failure;
  draft.items.front().quantityDefective =
      std::to_string(file.balance(line.id).found(model::Finding::confirmed));
  m_host.complaintForReturn(draft, m_page.id(), lineId);
}

void ReturnPage::documents() {
  auto request = showReturnDocumentDialog(this, m_page.header().number, m_services.documents, m_page.text());
  if (!request) return;
  request->id = m_page.id();
  m_host.showStatus(m_page.text()(tr("Writing the document…")));
  viewmodels::inBackground(
      m_host.session().executor, m_life,
      [write = m_services.writeDocument, request = *request] {
        write(request);
        return request.path;
      },
      [this](const std::string& path) {
        const auto& text = m_page.text();
        const std::string sentence = text(Message(tr("Saved as {0}"), {path}));
        m_host.showStatus(sentence);
        m_bar->showNotice(sentence, text(tr("Open the file")),
                          [path] { wxLaunchDefaultApplication(toWx(path)); });
      },
      [this](const std::exception_ptr& error) { showError(error); });
}

void ReturnPage::refresh() {
  m_page.load();
}

void ReturnPage::submit() {
  if (auto* panel = currentPanel()) panel->submit();
}

bool ReturnPage::mayClose() {
  const auto& text = m_page.text();
  if (m_page.busy()) {
    m_host.showStatus(text(tr("Saving…")));
    return false;
  }
  bool unsaved = false;
  for (const auto& [tab, panel] : m_tabs) unsaved = unsaved || panel->unsaved();
  if (!unsaved) return true;
  wxMessageDialog ask(this, toWx(text(tr("What you typed in this return is not saved."))),
                      toWx(text(tr("Leave the return?"))),
                      wxOK | wxCANCEL | wxCANCEL_DEFAULT | wxICON_WARNING);
  ask.SetOKCancelLabels(toWx(text(tr("Leave without saving"))), toWx(text(tr("Stay here"))));
  return ask.ShowModal() == wxID_OK;
}

void ReturnPage::showError(const std::exception_ptr& error) {
  const auto& text = m_page.text();
  m_bar->showError(error, text, text(tr("Read again")), [this] { m_page.load(); });
  if (!m_page.loaded()) m_wait->Hide();
  Layout();
}

void ReturnPage::keyPressed(wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  const bool alt = event.AltDown() && !event.ControlDown();
  if (alt && key >= '1' && key < '1' + static_cast<int>(std::size(kTabs))) {
    choose(kTabs[key - '1']);
    return;
  }
  if (key == WXK_ESCAPE && !event.HasAnyModifiers()) {
    askLeave();
    return;
  }
  const bool inText = dynamic_cast<wxTextEntry*>(wxWindow::FindFocus()) != nullptr;
  if (key == 'V' && event.ControlDown() && !inText && m_page.loaded()) {
    if (currentPanel()->paste()) return;
    if (auto picture = pictureOnClipboard(m_page.text()(tr("pasted picture")) + ".png")) {
      ask(returnAttachForm(m_page, {std::move(*picture)}, model::ReturnPaper::photo, {}));
      return;
    }
  }
  event.Skip();
}

bool ReturnPage::filesDropped(const wxArrayString& paths) {
  if (!m_page.loaded()) return false;
  const auto actions = m_page.actions();
  const auto& action = viewmodels::actionOf(actions, ReturnActionId::attach);
  if (!action.enabled()) {
    m_host.showStatus(m_page.text()(*action.whyNot));
    return false;
  }
  std::vector<FileSource> files;
  for (const auto& path : paths) files.push_back(fileOnDisk(fromWx(path)));
  // The dialog comes after the drop is finished: the program that gave the files waits for it.
  CallAfter([this, files = std::move(files)] {
    std::optional<model::ReturnUnitId> unit;
    if (m_current == ReturnTab::units) unit = static_cast<UnitsTab*>(currentPanel())->chosenUnit();
    ask(returnAttachForm(m_page, files, unit ? model::ReturnPaper::photo : model::ReturnPaper::other, unit));
  });
  return true;
}

}  // namespace octad::gui
