#include "gui/admin/customers_page.hpp"

#include <array>
#include <memory>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::CampaignColumn;
using viewmodels::CustomerColumn;
using viewmodels::CustomersForm;
using viewmodels::CustomersPlaceViewModel;

namespace {

template <class Column>
struct Shown {
  Column column;
  const char* title;
  double width;
  bool stretch = false;
};
constexpr std::array kCampaignColumns{
    Shown<CampaignColumn>{CampaignColumn::name, tr("Campaign"), 18, true},
    Shown<CampaignColumn>{CampaignColumn::kind, tr("Kind"), 12},
    Shown<CampaignColumn>{CampaignColumn::from, tr("From"), 11},
    Shown<CampaignColumn>{CampaignColumn::to, tr("Until"), 11},
    Shown<CampaignColumn>{CampaignColumn::parts, tr("Parts"), 14, true},
    Shown<CampaignColumn>{CampaignColumn::customers, tr("Customers"), 12, true},
    Shown<CampaignColumn>{CampaignColumn::clocks, tr("Clocks"), 10},
    Shown<CampaignColumn>{CampaignColumn::counting, tr("Counting"), 10},
};
constexpr std::array kCustomerColumns{
    Shown<CustomerColumn>{CustomerColumn::code, tr("Code"), 12},
    Shown<CustomerColumn>{CustomerColumn::name, tr("Customer"), 24, true},
    Shown<CustomerColumn>{CustomerColumn::clocks, tr("Clocks"), 16},
    Shown<CustomerColumn>{CustomerColumn::status, tr("Special status"), 24, true},
};
constexpr int kMostCampaigns = 8;
constexpr int kMostCustomers = 16;

template <class Columns>
std::vector<RowColumn> columnsOf(const Columns& shown, const viewmodels::Translator& text) {
  std::vector<RowColumn> columns;
  for (const auto& column : shown)
    columns.push_back({text(column.title), column.width, false, false, column.stretch});
  return columns;
}

}  // namespace

CustomersPage::CustomersPage(wxWindow* parent, PageHost& host)
    : wxPanel(parent), m_host(host), m_viewModel(host.session()) {
  build();
  m_connections.emplace_back(m_viewModel.changed.connect([this] { show(); }));
  m_viewModel.load();
}

void CustomersPage::build() {
  const auto& text = m_host.session().translator;
  auto* page = new wxBoxSizer(wxVERTICAL);
  m_errors = new ErrorBar(this);
  page->Add(m_errors, wxSizerFlags().Expand());
  page->Add(makeTitle(this, text(tr("Customers and campaigns"))),
            wxSizerFlags().Border(wxALL, gap(this, Gap::group)));
  auto* body = new wxBoxSizer(wxVERTICAL);
  m_add = makeButton(this, text(tr("&New campaign…")), [this] { ask(m_viewModel.addForm()); });
  m_end =
      makeButton(this, text(tr("&End…")), [this] { ask(m_viewModel.endForm(selectedRow(*m_campaigns))); });
  m_cases = makeButton(this, text(tr("Sho&w its cases")), [this] { showCases(selectedRow(*m_campaigns)); });
  m_profile = makeButton(this, text(tr("Clocks and &status…")),
                         [this] { ask(m_viewModel.profileForm(selectedRow(*m_customers))); });
  const int below = gap(this, Gap::inside);
  body->Add(heading(tr("Campaigns"), {m_cases, m_end, m_add}),
            wxSizerFlags().Expand().Border(wxBOTTOM, below));
  m_campaigns =
      new TextTable(this, text(tr("Campaigns")), columnsOf(kCampaignColumns, text), 3, kMostCampaigns);
  body->Add(m_campaigns->list(), wxSizerFlags().Expand());
  m_noCampaigns =
      makeMuted(this, text(tr("There is none yet. A campaign gathers the complaints of a launch or a "
                              "field action, with clocks and counting of its own.")));
  body->Add(m_noCampaigns, wxSizerFlags().Expand());
  m_noCampaigns->Hide();
  body->AddSpacer(gap(this, Gap::section));
  body->Add(heading(tr("Customers"), {m_profile}), wxSizerFlags().Expand().Border(wxBOTTOM, below));
  m_customers =
      new TextTable(this, text(tr("Customers")), columnsOf(kCustomerColumns, text), 3, kMostCustomers);
  body->Add(m_customers->list(), wxSizerFlags(1).Expand());
  m_campaigns->list()->onActivate = [this](long row) { showCases(row); };
  m_campaigns->list()->onSelect = [this](long) { showButtons(); };
  m_customers->list()->onSelect = [this](long) { showButtons(); };
  m_customers->list()->onActivate = [this](long row) {
    if (row >= 0 && !m_viewModel.whyNoProfile()) ask(m_viewModel.profileForm(row));
  };
  page->Add(body, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::group)));
  SetSizer(page);
  showButtons();
}

wxSizer* CustomersPage::heading(const char* title, const std::vector<wxButton*>& buttons) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(makeSection(this, m_host.session().translator(title)), wxSizerFlags(1).CentreVertical());
  for (auto* button : buttons)
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::inside)));
  return row;
}

void CustomersPage::focusList() {
  (m_campaigns->list()->IsShown() ? m_campaigns : m_customers)->list()->SetFocus();
}

long CustomersPage::selectedRow(const TextTable& table) {
  const auto* row = table.selected();
  return row ? static_cast<long>(row->key) : -1;
}

void CustomersPage::show() {
  const auto& text = m_host.session().translator;
  if (m_viewModel.error())
    m_errors->showError(m_viewModel.error(), text, text(tr("Try again")), [this] { refresh(); });
  else if (m_errors->IsShown())
    m_errors->Dismiss();
  if (m_viewModel.loading()) return;
  std::vector<TextTable::Row> rows;
  for (long at = 0; at < m_viewModel.campaignCount(); ++at) {
    TextTable::Row row;
    for (const auto& column : kCampaignColumns) row.cells.push_back(m_viewModel.cell(at, column.column));
    row.style.muted = m_viewModel.isOver(at);
    row.key = at;
    rows.push_back(std::move(row));
  }
  m_noCampaigns->Show(rows.empty());
  m_campaigns->list()->Show(!rows.empty());
  m_campaigns->show(std::move(rows));
  rows = {};
  for (long at = 0; at < m_viewModel.customerCount(); ++at) {
    TextTable::Row row;
    for (const auto& column : kCustomerColumns) row.cells.push_back(m_viewModel.cell(at, column.column));
    row.style.bold = m_viewModel.isSpecial(at);
    row.key = at;
    rows.push_back(std::move(row));
  }
  m_customers->show(std::move(rows));
  showButtons();
  Layout();
}

void CustomersPage::showButtons() {
  const auto& text = m_host.session().translator;
  const auto set = [&text](wxButton* button, const std::optional<model::Message>& why) {
    button->Enable(!why);
    button->SetToolTip(why ? toWx(text(*why)) : wxString());
  };
  set(m_add, m_viewModel.whyNoCampaign());
  std::optional<model::Message> none;
  if (selectedRow(*m_campaigns) < 0) none = model::Message(tr("Choose a campaign first."));
  set(m_cases, none);
  set(m_end, m_viewModel.whyNotEnd(selectedRow(*m_campaigns)));
  auto profile = m_viewModel.whyNoProfile();
  if (!profile && selectedRow(*m_customers) < 0) profile = model::Message(tr("Choose a customer first."));
  set(m_profile, profile);
}

void CustomersPage::showCases(long row) {
  if (row < 0 || row >= m_viewModel.campaignCount()) return;
  const auto& text = m_host.session().translator;
  m_host.showCases(m_viewModel.casesOf(row));
  m_host.showStatus(
      text(model::Message(tr("Cases of the campaign {0}"), {m_viewModel.cell(row, CampaignColumn::name)})));
}

void CustomersPage::ask(CustomersForm form) {
  showFormDialog(this, std::make_unique<viewmodels::FormOfPage<CustomersPlaceViewModel, CustomersForm>>(
                           m_viewModel, std::move(form)));
}

}  // namespace octad::gui
