#include "gui/cases/record_page.hpp"

#include <algorithm>
#include <utility>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/cases/incoming_files.hpp"
#include "gui/shell/write_document.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::Message;
using model::tr;

void RecordPage::start(viewmodels::RecordPageViewModel& record, const char* reading) {
  m_record = &record;
  m_reading = reading;
  m_connections.emplace_back(record.changed.connect([this] {
    if (std::exchange(m_unread, false)) m_bar->Dismiss();
    showRecord();
  }));
  m_connections.emplace_back(record.failed.connect([this](const std::exception_ptr& error) {
    m_unread = true;
    showError(error);
  }));
  m_connections.emplace_back(m_host.session().translator.changed.connect([this] { rebuild(); }));
  build();
  Bind(wxEVT_CHAR_HOOK, &RecordPage::keyPressed, this);
  SetDropTarget(
      new FileDrop([this](std::vector<FileSource> files) { return filesDropped(std::move(files)); }));
  record.load();
}

void RecordPage::finish() {
  m_connections.clear();
  DestroyChildren();
}

void RecordPage::build() {
  const int side = gap(this, Gap::group);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  m_bar = new ErrorBar(this);
  m_top = makeTop();
  m_book = new wxSimplebook(this);
  m_wait = makeMuted(this, m_record->text()(m_reading));
  showTopWindows(false);
  outer->Add(m_bar, wxSizerFlags().Expand());
  outer->Add(m_top.header, wxSizerFlags().Expand());
  outer->Add(m_top.tabs, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, side));
  outer->Add(makeLine(this), wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
  if (m_top.points != nullptr)
    outer->Add(m_top.points, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, side));
  outer->Add(m_wait, wxSizerFlags().Border(wxALL, side));
  outer->Add(m_book, wxSizerFlags(1).Expand());
  SetSizer(outer);
}

void RecordPage::showTopWindows(bool shown) {
  for (wxWindow* window : {m_top.header, m_top.tabs, m_top.points})
    if (window != nullptr) window->Show(shown);
}

void RecordPage::rebuild() {
  if (m_record->busy()) {
    // A change under way still talks to the windows that are there.
    m_rebuildLater = true;
    return;
  }
  m_rebuildLater = false;
  m_tabs.clear();
  DestroyChildren();
  SetSizer(nullptr);
  build();
  if (m_record->loaded()) showRecord();
}

void RecordPage::showRecord() {
  if (m_rebuildLater && !m_record->busy()) {
    rebuild();
    return;
  }
  m_wait->Hide();
  showTopWindows(true);
  showTop();
  for (auto& [tab, panel] : m_tabs) panel->refresh();
  chooseTab(m_current);
  Layout();
  // While it was read there was nothing to focus.
  if (!std::exchange(m_focused, true) && IsShownOnScreen()) currentPanel()->SetFocus();
}

void RecordPage::chooseTab(int tab) {
  m_current = tab;
  if (!m_record->loaded()) return;
  auto*& panel = m_tabs[tab];
  if (!panel) {
    panel = makeTab(m_book, tab);
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

RecordTabPanel* RecordPage::panel(int tab) const {
  const auto found = m_tabs.find(tab);
  return found == m_tabs.end() ? nullptr : found->second;
}

void RecordPage::save() {
  if (auto* panel = currentPanel()) panel->save();
}

void RecordPage::submit() {
  if (auto* panel = currentPanel()) panel->submit();
}

bool RecordPage::unsaved() const {
  return std::any_of(m_tabs.begin(), m_tabs.end(), [](const auto& tab) { return tab.second->unsaved(); });
}

bool RecordPage::mayClose() {
  if (m_record->busy()) {
    m_host.showStatus(m_record->text()(tr("Saving…")));
    return false;
  }
  return !unsaved() || mayLeave();
}

void RecordPage::write(const char* saying, const char* saved, const std::string& path,
                       std::function<void()> work) {
  writeDocument(m_host, m_life, *m_bar,
                {saying,
                 path,
                 [work = std::move(work), saved, path] {
                   work();
                   return Message(saved, {path});
                 },
                 {},
                 [this](const std::exception_ptr& error) { showError(error); }});
}

void RecordPage::showError(const std::exception_ptr& error) {
  const auto& text = m_record->text();
  m_bar->showError(error, text, text(tr("Read again")), [this] { m_record->load(); });
  if (!m_record->loaded()) m_wait->Hide();
  Layout();
}

void RecordPage::keyPressed(wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  if (event.AltDown() && !event.ControlDown() && key >= '0' && key <= '9')
    if (const auto tab = tabOf(key - '0')) {
      chooseTab(*tab);
      return;
    }
  if (key == WXK_ESCAPE && !event.HasAnyModifiers()) {
    leave();
    return;
  }
  const bool inText = dynamic_cast<wxTextEntry*>(wxWindow::FindFocus()) != nullptr;
  if (key == 'V' && event.ControlDown() && !inText && m_record->loaded()) {
    if (currentPanel()->paste()) return;
    if (auto picture = pictureOnClipboard(m_record->text()(tr("pasted picture")) + ".png")) {
      attachPasted(std::move(*picture));
      return;
    }
  }
  event.Skip();
}

bool RecordPage::filesDropped(std::vector<FileSource> files) {
  if (!m_record->loaded()) return false;
  if (const auto whyNot = whyNotAttach()) {
    m_host.showStatus(m_record->text()(*whyNot));
    return false;
  }
  // The dialog comes after the drop is finished: the program that gave the files waits for it.
  CallAfter([this, files = std::move(files)] { attachDropped(files); });
  return true;
}

}  // namespace octad::gui
