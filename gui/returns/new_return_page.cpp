#include "gui/returns/new_return_page.hpp"

#include <algorithm>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dcclient.h>
#include <wx/hyperlink.h>
#include <wx/msgdlg.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wupdlock.h>

#include "gui/returns/return_line_fields.hpp"
#include "gui/widgets/choice.hpp"
#include "gui/widgets/date_field.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/kept_form_fields.hpp"
#include "gui/widgets/suggest_field.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using viewmodels::ReturnDraft;

namespace {

constexpr int kKeepDraftMs = 1000;
constexpr double kSideChars = 34;
constexpr double kFormWidthDip = 720;
constexpr double kRemarkLines = 3;

}  // namespace

NewReturnPage::NewReturnPage(wxWindow* parent, PageHost& host, viewmodels::NewReturnViewModel& viewModel)
    : wxPanel(parent), m_host(host), m_viewModel(viewModel), m_text(host.session().translator), m_keep(this) {
  auto* page = new wxBoxSizer(wxVERTICAL);
  m_errors = new ErrorBar(this);
  page->Add(m_errors, wxSizerFlags().Expand());
  auto* body = new wxBoxSizer(wxHORIZONTAL);
  m_scrolled = makeScrolled(this);
  auto* formBox = new wxBoxSizer(wxVERTICAL);
  makeForm(m_scrolled, formBox);
  auto* inset = new wxBoxSizer(wxVERTICAL);
  inset->Add(formBox, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::group)));
  m_scrolled->SetSizer(inset);
  m_scrolled->SetMinSize({FromDIP(static_cast<int>(kFormWidthDip)) + 2 * gap(this, Gap::group), -1});
  body->Add(m_scrolled, wxSizerFlags().Expand());
  m_side = makeSide(this);
  body->Add(m_side, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::group)));
  page->Add(body, wxSizerFlags(1).Expand());
  page->Add(makeLine(this), wxSizerFlags().Expand());
  page->Add(makeFooter(), wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::field)));
  SetSizer(page);
  connect();
  showDraft(m_viewModel.draft());
  bindFields();
  layoutAll();
}

void NewReturnPage::makeForm(wxWindow* parent, wxSizer* target) {
  target->Add(makeTitle(parent, m_text(tr("Announce a return"))));
  FormBuilder form(parent, target, &m_fieldErrors);
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
  m_linePanel = new wxPanel(form.parent());
  m_lineBox = new wxBoxSizer(wxVERTICAL);
  m_linePanel->SetSizer(m_lineBox);
  form.add(m_linePanel);
  auto* more = new wxBoxSizer(wxHORIZONTAL);
  more->Add(makeButton(form.parent(), m_text(tr("Add another &line")), [this] {
    auto draft = typed();
    draft.lines.emplace_back();
    rebuildLines(draft.lines);
    m_lines.back()->SetFocus();
    fieldsChanged();
  }));
  form.add(more);
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

wxWindow* NewReturnPage::makeSide(wxWindow* parent) {
  auto* side = new wxPanel(parent);
  auto* box = new wxBoxSizer(wxVERTICAL);
  box->Add(makeSection(side, m_text(tr("What happens next"))));
  m_hint = makeMuted(side, {});
  box->Add(m_hint, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
  m_problemBox = new wxBoxSizer(wxVERTICAL);
  box->Add(m_problemBox, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::section)));
  side->SetSizer(box);
  return side;
}

wxSizer* NewReturnPage::makeFooter() {
  auto* footer = new wxBoxSizer(wxHORIZONTAL);
  footer->Add(
      makeMuted(this, m_text(tr("* needed. What you type is kept on this computer until it is saved."))),
      wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  footer->Add(makeButton(this, m_text(tr("Leave without saving")), [this] { m_host.closePage(this); }),
              wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  m_save = makeButton(this, m_text(tr("&Announce the return")), [this] { submit(); });
  m_save->SetDefault();
  m_save->SetToolTip("Ctrl+Enter");
  footer->Add(m_save);
  return footer;
}

void NewReturnPage::bindFields() {
  const auto changed = [this](wxCommandEvent& event) {
    event.Skip();
    fieldsChanged();
  };
  for (wxTextCtrl* field : {static_cast<wxTextCtrl*>(m_customer), m_customerRef, m_withoutCase,
                            m_announcedOn->textCtrl(), m_expectedOn->textCtrl(),
                            m_replacementDueOn->textCtrl(), m_carrier, m_noteNumber, m_location, m_remarks})
    field->Bind(wxEVT_TEXT, changed);
  for (KeyChoice* choice : {m_kind, m_treatment}) choice->Bind(wxEVT_CHOICE, changed);
  m_blind->Bind(wxEVT_CHECKBOX, changed);
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    if (!m_viewModel.keepDraft()) return;
    const auto& session = m_host.session();
    const std::string time = viewmodels::timeText(session.zone, session.clock.now()).substr(11);
    m_host.showStatus(m_text(Message(tr("Draft kept {0}"), {time})));
  });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
    if (enter && event.ControlDown())
      submit();
    else
      event.Skip();
  });
  m_side->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    CallAfter([this] { showHints(); });
  });
}

void NewReturnPage::connect() {
  m_connections.emplace_back(m_viewModel.started.connect([this] { showDraft(m_viewModel.draft()); }));
  m_connections.emplace_back(
      m_viewModel.savingChanged.connect([this] { m_save->Enable(!m_viewModel.saving()); }));
  m_connections.emplace_back(m_viewModel.refused.connect([this] {
    showProblems();
    const auto& problems = m_viewModel.refusals();
    if (!problems.empty()) m_fieldErrors.focus(problems.front().field);
  }));
}

void NewReturnPage::begin() {
  if (m_viewModel.draft().customer.empty())
    m_customer->SetFocus();
  else
    m_lines.front()->SetFocus();
}

void NewReturnPage::submit() {
  m_viewModel.update(typed());
  m_viewModel.save();
}

bool NewReturnPage::mayClose() {
  if (!m_viewModel.hasContent()) {
    m_viewModel.forgetDraft();
    return true;
  }
  wxMessageDialog question(this, toWx(m_text(tr("What you typed is not announced yet."))),
                           toWx(m_text(tr("Leave the new return?"))),
                           wxYES_NO | wxCANCEL | wxCANCEL_DEFAULT | wxICON_QUESTION);
  question.SetYesNoCancelLabels(toWx(m_text(tr("Keep as draft"))), toWx(m_text(tr("Throw away"))),
                                toWx(m_text(tr("Stay"))));
  const int answer = question.ShowModal();
  if (answer == wxID_YES) m_viewModel.keepDraft();
  if (answer == wxID_NO) m_viewModel.forgetDraft();
  return answer == wxID_YES || answer == wxID_NO;
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
  showHints();
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
  const wxWindowUpdateLocker quiet(m_linePanel);
  m_fieldErrors.forget("lines.");
  m_lineBox->Clear(true);
  m_lines.clear();
  for (std::size_t at = 0; at < lines.size(); ++at) {
    ReturnLineFields::Events events;
    events.changed = [this] { fieldsChanged(); };
    events.caseLeft = [this, at] { caseLeft(at); };
    if (lines.size() > 1)
      events.removeThis = [this, at] {
        // After the click: the button that was clicked goes with its line.
        CallAfter([this, at] {
          auto draft = typed();
          draft.lines.erase(draft.lines.begin() + static_cast<std::ptrdiff_t>(at));
          rebuildLines(draft.lines);
          fieldsChanged();
        });
      };
    auto* fields =
        new ReturnLineFields(m_linePanel, m_viewModel, m_text, at, m_fieldErrors, std::move(events));
    fields->show(lines[at]);
    m_lines.push_back(fields);
    m_lineBox->Add(fields, wxSizerFlags().Expand().Border(wxTOP, at == 0 ? 0 : gap(this, Gap::inside)));
  }
  layoutAll();
}

void NewReturnPage::fieldsChanged() {
  if (m_showing) return;
  m_viewModel.update(typed());
  showHints();
  m_keep.StartOnce(kKeepDraftMs);
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

void NewReturnPage::showHints() {
  const bool blind = m_blind->GetValue();
  m_withoutCase->Enable(blind || m_viewModel.needsReason() || !m_withoutCase->GetValue().empty());
  m_announcedOn->Enable(!blind);
  m_location->Enable(blind);
  const int width = std::max(m_side->GetClientSize().x, chars(this, kSideChars / 2));
  setText(
      m_hint,
      m_text(blind ? tr("The pieces are received at once, in quarantine. When their announcement turns up, "
                        "the return is matched with it.")
                   : tr("The CQE authorises the return and gives it an RMA number; the warehouse counts "
                        "what comes against this form.")),
      width);
  m_side->Layout();
}

void NewReturnPage::showProblems() {
  const wxWindowUpdateLocker quiet(this);
  m_fieldErrors.clear();
  m_problemBox->Clear(true);
  bool first = true;
  for (const auto& problem : m_viewModel.refusals()) {
    const std::string sentence = m_text(problem.sentence);
    if (!m_fieldErrors.show(problem.field, sentence)) {
      m_errors->showError(sentence, m_text(tr("Try again")), [this] { submit(); });
      continue;
    }
    if (first) m_problemBox->Add(makeSection(m_side, m_text(tr("Please check"))));
    first = false;
    const int width =
        std::max(m_side->GetClientSize().x, chars(this, kSideChars / 2)) - gap(this, Gap::field);
    auto* link = new wxHyperlinkCtrl(
        m_side, wxID_ANY, wxControl::Ellipsize(toWx(sentence), wxClientDC(m_side), wxELLIPSIZE_END, width),
        "field", wxDefaultPosition, wxDefaultSize, wxHL_ALIGN_LEFT | wxNO_BORDER);
    link->SetToolTip(toWx(sentence));
    link->Bind(wxEVT_HYPERLINK,
               [this, field = problem.field](wxHyperlinkEvent&) { m_fieldErrors.focus(field); });
    m_problemBox->Add(link, wxSizerFlags().Expand());
  }
  layoutAll();
}

void NewReturnPage::layoutAll() {
  if (!m_scrolled || !m_scrolled->GetSizer()) return;
  m_linePanel->Layout();
  m_scrolled->FitInside();
  m_scrolled->Layout();
  if (m_side) m_side->Layout();
  Layout();
}

}  // namespace octad::gui
