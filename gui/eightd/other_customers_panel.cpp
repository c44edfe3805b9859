#include "gui/eightd/other_customers_panel.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {

constexpr int kFewestRows = 2;
constexpr int kMostRows = 6;

}  // namespace

OtherCustomersPanel::OtherCustomersPanel(wxWindow* parent, CaseTabHost& host)
    : wxPanel(parent), m_host(host), m_text(host.page.text()), m_customers(host.page) {
  build();
  m_connections.emplace_back(m_customers.stateChanged.connect([this] { show(); }));
}

void OtherCustomersPanel::build() {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeSection(this, m_text(tr("Other customers with suspect lots"))),
            wxSizerFlags(1).CentreVertical());
  m_decide = makeButton(this, m_text(tr("Notify or not…")), [this] {
    if (const auto* row = m_list->selected()) decide(row->cells.front());
  });
  m_add = makeButton(this, m_text(tr("Add a customer…")), [this] { decide({}); });
  for (auto* button : {m_decide, m_add})
    head->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  outer->Add(head, wxSizerFlags().Expand());
  m_none = makeMuted(this, m_text(tr("Nobody is listed, and by the shipments nobody else got the part.")));
  outer->Add(m_none, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside)));
  m_list = new TextTable(this, m_text(tr("Other customers with suspect lots")),
                         fitTitles(this, {{m_text(tr("Customer")), 18, false, false, true},
                                          {m_text(tr("Lots")), 16, false, false, true},
                                          {m_text(tr("Quantity")), 9, true, false, false},
                                          {m_text(tr("Decision")), 18, false, false, false},
                                          {m_text(tr("Notified on")), 11, false, false, false},
                                          {m_text(tr("Reason, remarks")), 20, false, false, true}}),
                         kFewestRows, kMostRows);
  m_list->list()->SetName("other_customers");
  m_list->list()->onSelect = [this](long row) {
    m_decide->Enable(row >= 0 && !viewmodels::whyNotDecideCustomer(m_host.page));
  };
  m_list->list()->onActivate = [this](long) {
    if (const auto* row = m_list->selected()) decide(row->cells.front());
  };
  outer->Add(m_list->list(), wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside)));
  SetSizer(outer);
}

void OtherCustomersPanel::refresh() {
  show();
  m_customers.refresh();
}

void OtherCustomersPanel::show() {
  std::vector<TextTable::Row> rows;
  for (auto& customer : m_customers.rows()) {
    TextTable::Row row;
    row.style.muted = customer.suggested;
    if (customer.waiting) row.style.tone = viewmodels::Tone::warning;
    row.cells = {customer.customer,   customer.lots,
                 customer.quantity,   (customer.waiting ? "⚠ " : "") + customer.decision,
                 customer.notifiedOn, customer.reason};
    rows.push_back(std::move(row));
  }
  const bool any = !rows.empty();
  m_list->show(std::move(rows));
  m_list->list()->Show(any);
  m_none->Show(!any && !m_customers.loading());
  const auto why = viewmodels::whyNotDecideCustomer(m_host.page);
  for (auto* button : {m_decide, m_add}) button->SetToolTip(toWx(why ? m_text(*why) : std::string()));
  m_add->Enable(!why);
  m_decide->Enable(!why && m_list->selected() != nullptr);
  m_decide->Show(any);
  Layout();
  if (onHeight) onHeight();
}

void OtherCustomersPanel::decide(const std::string& customer) {
  if (const auto why = viewmodels::whyNotDecideCustomer(m_host.page)) return m_host.showStatus(m_text(*why));
  showActionDialog(
      this, m_host.page,
      viewmodels::otherCustomerForm(m_host.page, customer, [this](const std::string& typed, auto answer) {
        m_customers.suggest(typed, answer);
      }));
}

void OtherCustomersPanel::jump() {
  if (m_list->list()->IsShown())
    m_list->list()->SetFocus();
  else
    m_add->SetFocus();
}

}  // namespace octad::gui
