#include "gui/work/tabbed_list_page.hpp"

#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "gui/cases/text_table.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/list_or_empty.hpp"
#include "gui/widgets/tab_bar.hpp"

namespace octad::gui {

using model::tr;

namespace {
constexpr double kWholeLines = 3.5;
}

TabbedListPage::TabbedListPage(wxWindow* parent, PageHost& host, viewmodels::ListRead& read)
    : wxPanel(parent), m_host(host), m_read(read) {
  m_errors = new ErrorBar(this);
  m_tabs = new TabBar(this, false);
}

void TabbedListPage::build(wxWindow* beside, const std::string& accessibleName,
                           std::vector<RowColumn> columns, std::function<void(int)> choose,
                           std::function<void()> turn) {
  m_tabs->onChoose = std::move(choose);
  m_book = new ListOrEmpty(this, std::move(turn));
  m_list = new RowList(m_book, accessibleName, fitTitles(this, std::move(columns)), *this);
  m_list->onActivate = [this](long row) { open(row, false); };
  m_list->onActivateBehind = [this](long row) { open(row, true); };
  m_list->onSelect = [this](long row) {
    select(row);
    showWhole();
  };
  m_book->setList(m_list);
  // Columns are cut; here it can be read to its end, and copied.
  m_whole = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
                           wxTE_MULTILINE | wxTE_READONLY | wxBORDER_NONE);
  m_whole->SetMinSize({-1, lines(this, kWholeLines)});
  setAccessibleName(m_whole, m_host.session().translator(tr("The selected row in full")));
  m_whole->Hide();
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(m_tabs, wxSizerFlags().CentreVertical());
  head->AddStretchSpacer();
  head->Add(beside, wxSizerFlags().CentreVertical());
  auto* page = new wxBoxSizer(wxVERTICAL);
  page->Add(m_errors, wxSizerFlags().Expand());
  page->Add(head, wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::field)));
  page->Add(m_book, wxSizerFlags(1).Expand());
  page->Add(m_whole, wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::field)));
  SetSizer(page);
  m_connections.emplace_back(m_read.reset.connect([this] { showRows(); }));
  m_connections.emplace_back(m_read.stateChanged.connect([this] { showState(); }));
  showRows();
}

void TabbedListPage::addAbove(wxWindow* window) {
  constexpr std::size_t kBehindTabs = 2;
  GetSizer()->Insert(kBehindTabs, window, wxSizerFlags().Expand().Border(wxBOTTOM, gap(this, Gap::field)));
}

void TabbedListPage::showRows() {
  m_list->reload(selectedRow());
  showState();
  showWhole();
}

void TabbedListPage::showWhole() {
  const wxString text = toWx(wholeText(selectedRow()));
  if (m_whole->GetValue() != text) m_whole->SetValue(text);
  if (m_whole->IsShown() == text.empty()) {
    m_whole->Show(!text.empty());
    Layout();
  }
}

bool TabbedListPage::showReading() {
  const auto& text = m_host.session().translator;
  if (m_read.error())
    m_errors->showError(m_read.error(), text, text(tr("Try again")), [this] { refresh(); });
  else if (m_errors->IsShown())
    m_errors->Dismiss();
  if (!m_read.loading() && !m_read.error() && rowCount() == 0) return true;
  m_book->showList();
  return false;
}

void TabbedListPage::openRecord(model::ComplaintId complaint, model::ReturnId goods, bool behind) {
  if (goods)
    m_host.openReturn(goods);
  else if (complaint && behind)
    m_host.openCaseBehind(complaint);
  else if (complaint)
    m_host.openCase(complaint);
}

}  // namespace octad::gui
