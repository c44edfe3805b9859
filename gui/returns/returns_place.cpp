#include "gui/returns/returns_place.hpp"

#include <wx/button.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>

#include "gui/returns/return_list_page.hpp"
#include "gui/viewmodels/return_actions.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/tab_bar.hpp"

namespace octad::gui {

using model::tr;

namespace {
constexpr int kReturns = 0;
constexpr int kSweeps = 1;
}  // namespace

ReturnsPlace::ReturnsPlace(wxWindow* parent, PageHost& host, viewmodels::ReturnListViewModel& viewModel,
                           std::function<Page(wxWindow* parent, PageHost& host)> makeSweeps)
    : wxPanel(parent), m_host(host), m_makeSweeps(std::move(makeSweeps)) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  m_tabs = new TabBar(this, false);
  m_tabs->onChoose = [this](int key) { choose(key == kSweeps ? "sweeps" : "returns"); };
  const auto& text = host.session().translator;
  m_announce = makeButton(this, text(tr("&Announce a return…")), [this] { m_host.announceReturn({}); });
  const auto whyNot = viewmodels::missingRight(host.session().actor, model::Right::announceReturn);
  m_announce->Enable(!whyNot);
  if (whyNot) m_announce->SetToolTip(toWx(text(*whyNot)));
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(m_tabs, wxSizerFlags().CentreVertical());
  head->AddStretchSpacer();
  head->Add(m_announce, wxSizerFlags().CentreVertical());
  outer->Add(head, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap(this, Gap::field)));
  m_book = new wxSimplebook(this);
  m_list = new ReturnListPage(m_book, host, viewModel);
  m_book->AddPage(m_list, {});
  outer->Add(m_book, wxSizerFlags(1).Expand());
  SetSizer(outer);
  showTabs();
}

void ReturnsPlace::showTabs() {
  const auto& text = m_host.session().translator;
  const std::string returns = text(tr("Returned goods"));
  const std::string sweeps = text(tr("Stock sweeps to count"));
  std::vector<TabBar::Tab> tabs{{kReturns, returns, returns}};
  if (m_makeSweeps) tabs.push_back({kSweeps, sweeps, sweeps});
  m_tabs->show(tabs, m_book->GetSelection());
  m_announce->Show(m_book->GetSelection() == kReturns);
}

void ReturnsPlace::choose(const std::string& key) {
  const bool sweeps = key == "sweeps" && m_makeSweeps;
  if (sweeps && !m_sweeps.window) {
    m_sweeps = m_makeSweeps(m_book, m_host);
    m_book->AddPage(m_sweeps.window, {});
  }
  m_book->ChangeSelection(sweeps ? kSweeps : kReturns);
  showTabs();
  m_book->GetCurrentPage()->SetFocus();
  if (!sweeps) m_list->focusList();
}

PageCommands* ReturnsPlace::current() const {
  if (m_book->GetSelection() == kSweeps) return m_sweeps.commands;
  return m_list;
}

void ReturnsPlace::refresh() {
  if (auto* page = current()) page->refresh();
}

void ReturnsPlace::save() {
  if (auto* page = current()) page->save();
}

void ReturnsPlace::submit() {
  if (auto* page = current()) page->submit();
}

bool ReturnsPlace::mayClose() {
  return !m_sweeps.commands || m_sweeps.commands->mayClose();
}

void ReturnsPlace::focusList() {
  if (m_book->GetSelection() == kReturns) m_list->focusList();
}

}  // namespace octad::gui
