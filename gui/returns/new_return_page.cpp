#include "gui/returns/new_return_page.hpp"

#include <wx/checkbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/returns/return_line_fields.hpp"
#include "gui/widgets/choice.hpp"
#include "gui/widgets/date_field.hpp"
#include "gui/widgets/kept_form_fields.hpp"
#include "gui/widgets/suggest_field.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::ReturnDraft;

namespace {

constexpr double kRemarkLines = 3;

}  // namespace

NewReturnPage::NewReturnPage(wxWindow* parent, PageHost& host, viewmodels::NewReturnViewModel& viewModel)
    : KeptFormPage(parent, host, viewModel,
                   {tr("Announce a return"), tr("&Announce the return"),
                    tr("What you typed is not announced yet."), tr("Leave the new return?")}),
      m_viewModel(viewModel) {
  build();
  m_connections.emplace_back(m_viewModel.started.connect([this] { showDraft(m_viewModel.draft()); }));
  showDraft(m_viewModel.draft());
  watch({m_customer, m_customerRef, m_kind, m_treatment, m_blind, m_withoutCase, m_announcedOn->textCtrl(),
         m_expectedOn->textCtrl(), m_replacementDueOn->textCtrl(), m_carrier, m_noteNumber, m_location,
         m_remarks});
  layoutAll();
}

void NewReturnPage::makeFields(FormBuilder& form) {
  makeWhat(form);
  makeLines(form);
  makeDates(form);
}

void NewReturnPage::makeWhat(FormBuilder& form) {
  m_customer = form.field("customer", m_text(tr("Customer (empty: that of the case)")), 3,
                          [this](wxWindow* parent) { return makeCustomerField(parent, m_viewModel); });
  m_customerRef = form.field("customer_ref", m_text(tr("Customer's number")), 2,
                             [](wxWindow* parent) { return new wxTextCtrl(parent, wxID_ANY); });
  form.row();
  m_kind = form.field("kind", m_text(tr("Kind of return")), 1, [this](wxWindow* parent) {
    return new KeyChoice(parent, enumEntries<model::ReturnKind>(m_text));
  });
  m_treatment = form.field("treatment", m_text(tr("Wanted by the customer")), 1, [this](wxWindow* parent) {
    return new KeyChoice(parent, enumEntries<model::Treatment>(m_text));
  });
  m_blind = new wxCheckBox(form.parent(), wxID_ANY,
                           toWx(m_text(tr("The goods are here already, without an announcement"))));
  m_blind->SetName("blind");
  if (const auto whyNot = m_viewModel.whyNotBlind()) {
    m_blind->Disable();
    m_blind->SetToolTip(toWx(m_text(*whyNot)));
  }
  form.add(m_blind);
}

void NewReturnPage::makeLines(FormBuilder& form) {
  form.section(m_text(tr("What comes back")));
  makeRows(form, m_text(tr("Add another &line")), [this] {
    auto draft = typed();
    draft.lines.emplace_back();
    rebuildLines(draft.lines);
    m_lines.back()->SetFocus();
    fieldsChanged();
  });
  m_withoutCase = form.field("without_case", m_text(tr("Without a case: why no complaint stands behind it")),
                             1, [](wxWindow* parent) { return new wxTextCtrl(parent, wxID_ANY); });
}

void NewReturnPage::makeDates(FormBuilder& form) {
  const auto day = [this](const char* label) {
    return [this, label](wxWindow* parent) {
      return new DateField(parent, m_text(label), m_text(tr("Open calendar")));
    };
  };
  const auto line = [](wxWindow* parent) { return new wxTextCtrl(parent, wxID_ANY); };
  form.section(m_text(tr("When and how")));
  m_announcedOn = form.field("announced_on", m_text(tr("Announced on")), 1, day(tr("Announced on")));
  m_expectedOn = form.field("expected_on", m_text(tr("Expected on")), 1, day(tr("Expected on")));
  m_replacementDueOn =
      form.field("replacement_due_on", m_text(tr("Replacement due on")), 1, day(tr("Replacement due on")));
  form.row();
  m_carrier = form.field("carrier", m_text(tr("Carrier")), 1, line);
  m_noteNumber = form.field("note_number", m_text(tr("Delivery note no.")), 1, line);
  m_location = form.field("location", m_text(tr("Put at (empty: goods-in)")), 1, line);
  form.row();
  m_remarks = form.field("remarks", m_text(tr("Remarks")), 1, [this](wxWindow* parent) {
    auto* field = new wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE);
    field->SetMinSize({-1, lines(this, kRemarkLines)});
    return field;
  });
}

void NewReturnPage::makeSide(wxWindow* side, wxSizer* box) {
  box->Add(makeSection(side, m_text(tr("What happens next"))));
  m_hint = makeMuted(side, {});
  box->Add(m_hint, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
}

void NewReturnPage::begin() {
  if (m_viewModel.draft().customer.empty())
    m_customer->SetFocus();
  else
    m_lines.front()->SetFocus();
}

void NewReturnPage::takeTyped() {
  m_viewModel.update(typed());
}

void NewReturnPage::showDraft(const ReturnDraft& draft) {
  m_showing = true;
  m_customer->setText(draft.customer);
  m_customerRef->ChangeValue(toWx(draft.customerRef));
  m_kind->setKey(std::string(model::keyOf(draft.kind)));
  m_treatment->setKey(std::string(model::keyOf(draft.treatment)));
  m_blind->SetValue(draft.blind);
  m_withoutCase->ChangeValue(toWx(draft.withoutCase));
  m_announcedOn->setText(draft.announcedOn);
  m_expectedOn->setText(draft.expectedOn);
  m_replacementDueOn->setText(draft.replacementDueOn);
  m_carrier->ChangeValue(toWx(draft.carrier));
  m_noteNumber->ChangeValue(toWx(draft.noteNumber));
  m_location->ChangeValue(toWx(draft.location));
  m_remarks->ChangeValue(toWx(draft.remarks));
  rebuildLines(draft.lines);
  m_showing = false;
  showSide();
}

ReturnDraft NewReturnPage::typed() const {
  ReturnDraft draft = m_viewModel.draft();
  draft.customer = m_customer->text();
  draft.customerRef = fromWx(m_customerRef->GetValue());
  draft.kind = model::fromKey<model::ReturnKind>(m_kind->key()).value_or(draft.kind);
  draft.treatment = model::fromKey<model::Treatment>(m_treatment->key()).value_or(draft.treatment);
  draft.blind = m_blind->GetValue();
  draft.withoutCase = fromWx(m_withoutCase->GetValue());
  draft.announcedOn = m_announcedOn->text();
  draft.expectedOn = m_expectedOn->text();
  draft.replacementDueOn = m_replacementDueOn->text();
  draft.carrier = fromWx(m_carrier->GetValue());
  draft.noteNumber = fromWx(m_noteNumber->GetValue());
  draft.location = fromWx(m_location->GetValue());
  draft.remarks = fromWx(m_remarks->GetValue());
  draft.lines.clear();
  for (const auto* line : m_lines) draft.lines.push_back(line->draft());
  return draft;
}

void NewReturnPage::rebuildLines(const std::vector<viewmodels::ReturnLineDraft>& lines) {
  m_lines.clear();
  rebuildRows("lines.", lines.size(), Gap::inside, [&](wxWindow* parent, std::size_t at) {
    ReturnLineFields::Events events;
    events.changed = [this] { fieldsChanged(); };
    events.caseLeft = [this, at] { caseLeft(at); };
    // After the click: the button that was clicked goes with its line.
    if (lines.size() > 1) events.removeThis = [this, at] { CallAfter([this, at] { removeLine(at); }); };
    auto* fields = new ReturnLineFields(parent, m_viewModel, m_text, at, m_fieldErrors, std::move(events));
    fields->show(lines[at]);
    m_lines.push_back(fields);
    return fields;
  });
}

void NewReturnPage::removeLine(std::size_t at) {
  auto draft = typed();
  draft.lines.erase(draft.lines.begin() + static_cast<std::ptrdiff_t>(at));
  rebuildLines(draft.lines);
  fieldsChanged();
}

void NewReturnPage::fieldsChanged() {
  KeptFormPage::fieldsChanged();
  if (!m_showing) showSide();
}

/// A case knows customer, part and failure: what is still empty is filled in.
void NewReturnPage::caseLeft(std::size_t line) {
  if (m_showing || line >= m_lines.size()) return;
  const auto now = m_lines[line]->draft();
  if (now.caseNumber.empty() || !now.part.empty()) return;
  m_viewModel.lookUp(now.caseNumber, [this, line](const std::optional<viewmodels::CaseOfLine>& words) {
    if (!words || line >= m_lines.size()) return;
    auto filled = m_lines[line]->draft();
    if (filled.part.empty()) filled.part = words->part;
    if (filled.lot.empty()) filled.lot = words->lot;
    if (filled.failure.empty()) filled.failure = words->failure;
    m_lines[line]->show(filled);
    if (m_customer->text().empty()) m_customer->setText(words->customer);
    fieldsChanged();
  });
}

void NewReturnPage::showSide() {
  const bool blind = m_blind->GetValue();
  m_withoutCase->Enable(blind || m_viewModel.needsReason() || !m_withoutCase->GetValue().empty());
  m_announcedOn->Enable(!blind);
  m_location->Enable(blind);
  setText(
      m_hint,
      m_text(blind ? tr("The pieces are received at once, in quarantine. When their announcement turns up, "
                        "the return is matched with it.")
                   : tr("The CQE authorises the return and gives it an RMA number; the warehouse counts "
                        "what comes against this form.")),
      sideWidth());
  layoutSide();
}

}  // namespace octad::gui
