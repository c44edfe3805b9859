#include "gui/cases/case_page.hpp"

#include <utility>
#include <wx/dnd.h>
#include <wx/msgdlg.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/attach_files.hpp"
#include "gui/cases/case_header.hpp"
#include "gui/cases/complaint_tab.hpp"
#include "gui/cases/files_tab.hpp"
#include "gui/cases/history_tab.hpp"
#include "gui/cases/incoming_files.hpp"
#include "gui/cases/replies_tab.hpp"
#include "gui/cases/report_dialog.hpp"
#include "gui/cases/returns_tab.hpp"
#include "gui/cases/step_bar.hpp"
#include "gui/eightd/discipline_page.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "model/core/error.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::CaseActionId;
using viewmodels::CaseTab;

namespace {

constexpr int kKeepAfterMs = 600;  ///< a crash loses less than the last second of typing

/// Files dropped anywhere on the page.
class DropTarget final : public wxFileDropTarget {
 public:
  explicit DropTarget(std::function<bool(const wxArrayString&)> dropped) : m_dropped(std::move(dropped)) {}
  bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& paths) override { return m_dropped(paths); }

 private:
  std::function<bool(const wxArrayString&)> m_dropped;
};

}  // namespace

CasePage::CasePage(wxWindow* parent, PageHost& host, model::ComplaintId id, PageServices services)
    : wxPanel(parent),
      m_host(host),
      m_services(std::move(services)),
      m_page(host.session(), id, m_services.drafts),
      m_tabHost{m_page,
                [this](const viewmodels::JumpTarget& target) { jump(target); },
                [this](CaseActionId action) { act(action); },
                [this](const std::exception_ptr& error) { showError(error); },
                [this](const std::string& sentence) { m_host.showStatus(sentence); },
                [this](model::ReturnId chosen) { m_host.openReturn(chosen); }} {
  connect();
  build();
  Bind(wxEVT_CHAR_HOOK, &CasePage::keyPressed, this);
  Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
    event.Skip();
    if (event.IsShown()) shownAgain();
  });
  SetDropTarget(new DropTarget([this](const wxArrayString& paths) { return filesDropped(paths); }));
  m_page.load();
}

CasePage::~CasePage() {
  m_keeping.Stop();
  // The windows go before the viewmodel: they still hear of losing the focus while they are destroyed.
  m_connections.clear();
  DestroyChildren();
}

void CasePage::connect() {
  m_connections.emplace_back(m_page.changed.connect([this] { showCase(); }));
  m_connections.emplace_back(m_page.edited.connect([this] {
    showSteps();
    // Not started anew at every key: whoever types without a pause is kept as well.
    if (m_page.keepsDrafts() && !m_keeping.IsRunning()) m_keeping.StartOnce(kKeepAfterMs);
  }));
  m_keeping.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { keepDrafts(); });
  m_connections.emplace_back(
      m_page.failed.connect([this](const std::exception_ptr& error) { showError(error); }));
  m_connections.emplace_back(m_page.trailChecked.connect([this] { showTrail(); }));
  m_connections.emplace_back(
      m_page.stored.connect([this](const model::Saved& saved) { m_host.caseSaved(saved.id); }));
  m_connections.emplace_back(m_host.session().translator.changed.connect([this] { rebuild(); }));
}

void CasePage::build() {
  const auto& text = m_host.session().translator;
  auto* outer = new wxBoxSizer(wxVERTICAL);
  m_bar = new ErrorBar(this);
  m_header = new CaseHeaderPanel(this, text);
  m_header->onBack = [this] { askLeave(); };
  m_header->onAction = [this](CaseActionId id) { act(id); };
  m_header->onReport = [this] { report(); };
  m_header->onResize = [this] { Layout(); };
  m_header->Hide();
  m_steps = new StepBar(this);
  m_steps->onChoose = [this](CaseTab tab) { choose(tab); };
  m_steps->Hide();
  m_book = new wxSimplebook(this);
  m_wait = makeMuted(this, text(tr("Reading the case…")));
  outer->Add(m_bar, wxSizerFlags().Expand());
  outer->Add(m_header, wxSizerFlags().Expand());
  outer->Add(m_steps, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap(this, Gap::group)));
  outer->Add(makeLine(this), wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
  outer->Add(m_wait, wxSizerFlags().Border(wxALL, gap(this, Gap::group)));
  outer->Add(m_book, wxSizerFlags(1).Expand());
  SetSizer(outer);
}

void CasePage::rebuild() {
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
  if (m_page.loaded()) showCase();
}

void CasePage::showCase() {
  if (m_rebuildLater && !m_page.busy()) {
    rebuild();
    return;
  }
  m_wait->Hide();
  m_header->Show();
  m_steps->Show();
  const auto header = m_page.header();
  m_header->show(header, m_page.actions(), m_page.primaryAction(),
                 static_cast<bool>(m_services.writeCaseReport));
  m_host.setPageTitle(this, header.number);
  for (auto& [tab, panel] : m_tabs) panel->refresh();
  choose(m_current);
  Layout();
  // While it was read there was nothing to focus.
  if (!std::exchange(m_focused, true) && IsShownOnScreen()) currentPanel()->SetFocus();
}

void CasePage::showSteps() {
  m_steps->show(m_page.steps(), m_current, m_host.session().translator);
}

CaseTabPanel* CasePage::makeTab(CaseTab tab) {
  if (const auto code = viewmodels::disciplineOf(tab)) return new DisciplinePage(m_book, m_tabHost, *code);
  switch (tab) {
    case CaseTab::returns:
      return new ReturnsTab(m_book, m_tabHost);
    case CaseTab::replies:
      return new RepliesTab(m_book, m_tabHost);
    case CaseTab::files:
      return new FilesTab(m_book, m_tabHost);
    case CaseTab::history:
      return new HistoryTab(m_book, m_tabHost);
    default:
      return new ComplaintTab(m_book, m_tabHost);
  }
}

void CasePage::choose(CaseTab tab) {
  if (!m_page.loaded()) {
    m_current = tab;
    return;
  }
  auto*& panel = m_tabs[tab];
  if (!panel) {
    panel = makeTab(tab);
    m_book->AddPage(panel, {});
  }
  m_current = tab;
  const int index = m_book->FindPage(panel);
  if (m_book->GetSelection() != index) {
    m_book->ChangeSelection(static_cast<std::size_t>(index));
    // What had the focus is hidden now; without a focus no further key would be heard.
    if (const wxWindow* focused = FindFocus(); IsShownOnScreen() && (!focused || !focused->IsShownOnScreen()))
      panel->SetFocus();
  }
  showSteps();
}

CaseTabPanel* CasePage::currentPanel() const {
  const auto found = m_tabs.find(m_current);
  return found == m_tabs.end() ? nullptr : found->second;
}

void CasePage::jump(const viewmodels::JumpTarget& target) {
  choose(target.tab);
  if (auto* panel = currentPanel()) panel->jump(target);
}

/// Its returns may have been worked on, or announced, on pages of their own meanwhile.
void CasePage::shownAgain() {
  if (!m_page.loaded() || m_page.busy() || m_page.loading()) return;
  if (std::exchange(m_announcing, false) || !m_page.file().returns.empty()) m_page.load();
}

void CasePage::refresh() {
  m_page.load();
}

void CasePage::save() {
  if (auto* panel = currentPanel()) panel->save();
}

void CasePage::submit() {
  if (auto* panel = currentPanel()) panel->submit();
}

void CasePage::keepDrafts() {
  try {
    if (!m_page.keepDrafts()) return;
  } catch (const model::Error& error) {
    m_host.showStatus(m_host.session().translator(error.message()));
    return;
  }
  const auto& session = m_host.session();
  const std::string time = viewmodels::timeText(session.zone, session.clock.now()).substr(11);
  m_host.showStatus(session.translator(model::Message(tr("Draft kept {0}"), {time})));
}

bool CasePage::mayClose() {
  const auto& text = m_host.session().translator;
  if (m_page.busy()) {
    m_host.showStatus(text(tr("Saving…")));
    return false;
  }
  bool unsaved = m_page.anyUnsaved();
  for (const auto& [tab, panel] : m_tabs) unsaved = unsaved || panel->unsaved();
  if (!unsaved) return true;
  if (m_page.keepsDrafts() && m_page.anyUnsaved()) return askAboutDrafts();
  wxMessageDialog ask(this, toWx(text(tr("What you typed in this case is not saved."))),
                      toWx(text(tr("Leave the case?"))), wxOK | wxCANCEL | wxCANCEL_DEFAULT | wxICON_WARNING);
  ask.SetOKCancelLabels(toWx(text(tr("Leave without saving"))), toWx(text(tr("Stay here"))));
  return ask.ShowModal() == wxID_OK;
}

/// Text of disciplines can wait as a draft until the case is opened again.
bool CasePage::askAboutDrafts() {
  const auto& text = m_host.session().translator;
  wxMessageDialog ask(this, toWx(text(tr("What you typed in this case is not saved."))),
                      toWx(text(tr("Leave the case?"))),
                      wxYES_NO | wxCANCEL | wxCANCEL_DEFAULT | wxICON_QUESTION);
  ask.SetYesNoCancelLabels(toWx(text(tr("Keep as draft"))), toWx(text(tr("Throw away"))),
                           toWx(text(tr("Stay"))));
  const int answer = ask.ShowModal();
  if (answer == wxID_YES) keepDrafts();
  if (answer == wxID_NO) m_page.forgetDrafts();
  return answer == wxID_YES || answer == wxID_NO;
}

void CasePage::askLeave() {
  m_host.closePage(this);
}

void CasePage::act(CaseActionId id) {
  const auto action = viewmodels::actionOf(m_page.actions(), id);
  if (!action.enabled()) {
    m_host.showStatus(m_host.session().translator(*action.whyNot));
    return;
  }
  if (id == CaseActionId::attach) {
    choose(CaseTab::files);
    return;
  }
  if (id == CaseActionId::announceReturn) {
    m_announcing = true;
    m_host.announceReturn(m_page.id());
    return;
  }
  showActionDialog(this, m_page, viewmodels::actionForm(id, m_page));
}

void CasePage::report() {
  auto request = showReportDialog(this, m_page.header().number, m_host.session().translator);
  if (!request) return;
  request->id = m_page.id();
  const auto& text = m_host.session().translator;
  m_host.showStatus(text(tr("Writing the report…")));
  viewmodels::inBackground(
      m_host.session().executor, m_life,
      [write = m_services.writeCaseReport, request = *request] {
        write(request);
        return request.path;
      },
      [this](const std::string& path) {
        const auto& translate = m_host.session().translator;
        m_host.showStatus(translate(model::Message(tr("Report saved as {0}"), {path})));
        m_bar->showNotice(translate(model::Message(tr("Report saved as {0}"), {path})),
                          translate(tr("Open the file")), [path] { wxLaunchDefaultApplication(toWx(path)); });
      },
      [this](const std::exception_ptr& error) { showError(error); });
}

void CasePage::showTrail() {
  const auto history = m_tabs.find(CaseTab::history);
  if (history != m_tabs.end()) history->second->refresh();
  if (!m_page.trail()->faults.empty()) m_bar->showError(m_host.session().translator(m_page.trailVerdict()));
}

void CasePage::showError(const std::exception_ptr& error) {
  const auto& text = m_host.session().translator;
  m_bar->showError(error, text, text(tr("Read again")), [this] { m_page.load(); });
  if (!m_page.loaded()) m_wait->Hide();
  Layout();
}

void CasePage::keyPressed(wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  const bool alt = event.AltDown() && !event.ControlDown();
  if (alt && key >= '0' && key <= '8') {
    choose(static_cast<CaseTab>(static_cast<int>(CaseTab::d0) + (key - '0')));
    return;
  }
  if (key == WXK_ESCAPE && !event.HasAnyModifiers()) {
    askLeave();
    return;
  }
  const bool inText = dynamic_cast<wxTextEntry*>(wxWindow::FindFocus()) != nullptr;
  if (key == 'V' && event.ControlDown() && !inText && m_page.loaded()) {
    auto picture = pictureOnClipboard(m_host.session().translator(tr("pasted picture")) + ".png");
    if (picture) {
      showActionDialog(this, m_page,
                       attachForm(m_page, {std::move(*picture)}, viewmodels::disciplineOf(m_current)));
      return;
    }
  }
  event.Skip();
}

bool CasePage::filesDropped(const wxArrayString& paths) {
  if (!m_page.loaded()) return false;
  const auto action = viewmodels::actionOf(m_page.actions(), CaseActionId::attach);
  if (!action.enabled()) {
    m_host.showStatus(m_host.session().translator(*action.whyNot));
    return false;
  }
  std::vector<FileSource> files;
  for (const auto& path : paths) files.push_back(fileOnDisk(fromWx(path)));
  // The dialog comes after the drop is finished: the program that gave the files waits for it.
  CallAfter([this, files = std::move(files)] {
    showActionDialog(this, m_page, attachForm(m_page, files, viewmodels::disciplineOf(m_current)));
  });
  return true;
}

}  // namespace octad::gui
