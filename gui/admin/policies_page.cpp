#include "gui/admin/policies_page.hpp"

#include <array>
#include <memory>
#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wupdlock.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::PoliciesViewModel;
using viewmodels::PolicyColumn;
using viewmodels::PolicyForm;

namespace {

struct ListColumn {
  PolicyColumn column;
  const char* title;
  double width;
  bool right = false;
  bool stretch = false;
};
constexpr std::array kColumns{
    ListColumn{PolicyColumn::name, tr("Policy"), 17, false, true},
    ListColumn{PolicyColumn::revision, tr("Revision"), 9, true},
    ListColumn{PolicyColumn::state, tr("State"), 11},
    ListColumn{PolicyColumn::effectiveFrom, tr("Effective from"), 14},
    ListColumn{PolicyColumn::author, tr("Released by"), 12},
};
constexpr double kDetailChars = 54;

}  // namespace

PoliciesPage::PoliciesPage(wxWindow* parent, PageHost& host)
    : wxPanel(parent), m_host(host), m_viewModel(host.session()) {
  build();
  m_connections.emplace_back(m_viewModel.changed.connect([this] { show(); }));
  m_viewModel.load();
}

void PoliciesPage::build() {
  const auto& text = m_host.session().translator;
  auto* page = new wxBoxSizer(wxVERTICAL);
  m_errors = new ErrorBar(this);
  page->Add(m_errors, wxSizerFlags().Expand());
  page->Add(buildHead(), wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::group)));
  std::vector<RowColumn> columns;
  for (const auto& column : kColumns)
    columns.push_back({text(column.title), column.width, column.right, false, column.stretch});
  m_list = new RowList(this, text(tr("Policies")), fitTitles(this, std::move(columns)), *this);
  m_list->onSelect = [this](long row) {
    if (row >= 0) m_viewModel.select(row);
  };
  m_details = makeScrolled(this);
  m_details->SetSizer(new wxBoxSizer(wxVERTICAL));
  auto* body = new wxBoxSizer(wxHORIZONTAL);
  body->Add(m_list, wxSizerFlags(11).Expand());
  body->Add(m_details, wxSizerFlags(9).Expand().Border(wxLEFT | wxRIGHT, gap(this, Gap::group)));
  page->Add(body, wxSizerFlags(1).Expand());
  SetSizer(page);
}

wxSizer* PoliciesPage::buildHead() {
  const auto& text = m_host.session().translator;
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeTitle(this, text(tr("Policies"))), wxSizerFlags().CentreVertical());
  head->AddStretchSpacer();
  m_use = makeButton(this, text(tr("Put in force…")), [this] { ask(m_viewModel.useForm()); });
  m_release = makeButton(this, text(tr("New revision…")), [this] { chooseRelease(); });
  head->Add(m_use, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::field)));
  head->Add(m_release, wxSizerFlags().CentreVertical());
  return head;
}

void PoliciesPage::focusList() {
  m_list->SetFocus();
}

std::string PoliciesPage::cell(long row, int column) const {
  return m_viewModel.cell(row, kColumns[static_cast<std::size_t>(column)].column);
}

RowStyle PoliciesPage::style(long row, int) const {
  return {std::nullopt, m_viewModel.inForce(row), false};
}

void PoliciesPage::show() {
  const auto& text = m_host.session().translator;
  if (m_viewModel.error())
    m_errors->showError(m_viewModel.error(), text, text(tr("Try again")), [this] { refresh(); });
  else if (m_errors->IsShown())
    m_errors->Dismiss();
  if (m_viewModel.loading()) return;
  if (m_rows != m_viewModel.rowCount()) m_list->reload(m_viewModel.selectedRow());
  m_rows = m_viewModel.rowCount();
  const auto whyNot = m_viewModel.whyNot();
  const bool chosen = m_viewModel.selected() != nullptr;
  for (wxButton* button : {m_release, m_use}) {
    button->Enable(chosen && !whyNot);
    button->SetToolTip(whyNot ? toWx(text(*whyNot)) : wxString());
  }
  if (chosen && m_viewModel.inForce(m_viewModel.selectedRow())) {
    m_use->Disable();
    m_use->SetToolTip(toWx(text(tr("This policy is in force already."))));
  }
  m_list->rowsChanged(0, m_rows - 1);
  showSections();
}

void PoliciesPage::showSections() {
  const wxWindowUpdateLocker quiet(m_details);
  m_details->DestroyChildren();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  const int wrapAt = chars(this, kDetailChars);
  for (const auto& section : m_viewModel.sections()) {
    sizer->Add(makeSection(m_details, section.title), wxSizerFlags().Border(wxTOP, gap(this, Gap::group)));
    for (const auto& line : section.lines)
      sizer->Add(makeText(m_details, line, wrapAt), wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  }
  m_details->SetSizer(sizer);
  m_details->FitInside();
  Layout();
}

void PoliciesPage::chooseRelease() {
  const auto& text = m_host.session().translator;
  std::vector<MenuEntry> entries;
  for (const auto part : viewmodels::kPolicyParts)
    entries.push_back({text(viewmodels::partLabel(part)) + "…"});
  if (m_viewModel.hasMissing()) entries.push_back({text(tr("Begin from a shipped policy…")), true, true});
  const auto chosen = chooseFromMenu(m_release, entries);
  if (!chosen) return;
  const bool ofPart = *chosen < viewmodels::kPolicyParts.size();
  ask(ofPart ? m_viewModel.releaseForm(viewmodels::kPolicyParts.at(*chosen)) : m_viewModel.takeForm());
}

void PoliciesPage::ask(PolicyForm form) {
  showFormDialog(this, std::make_unique<viewmodels::FormOfPage<PoliciesViewModel, PolicyForm>>(
                           m_viewModel, std::move(form)));
}

}  // namespace octad::gui
