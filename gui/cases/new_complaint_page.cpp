#include "gui/cases/new_complaint_page.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dcclient.h>
#include <wx/hyperlink.h>
#include <wx/msgdlg.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>
#include <wx/wrapsizer.h>
#include <wx/wupdlock.h>

#include "gui/cases/complaint_item_fields.hpp"
#include "gui/viewmodels/chip_look.hpp"
#include "gui/widgets/chip.hpp"
#include "gui/widgets/choice.hpp"
#include "gui/widgets/date_field.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/kept_form_fields.hpp"
#include "gui/widgets/palette.hpp"
#include "gui/widgets/suggest_field.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using viewmodels::ComplaintDraft;

namespace {

constexpr int kKeepDraftMs = 1000;
constexpr double kSideChars = 42;
constexpr double kFormWidthDip = 720;
constexpr double kVerbatimLines = 4;

struct Keyword {
  const char* key;
  const char* label;
};
constexpr Keyword kChannels[] = {{"email", tr("E-mail")},
                                 {"phone", tr("Telephone")},
                                 {"portal", tr("Customer portal")},
                                 {"onsite", tr("On site")},
                                 {"resident", tr("Resident engineer")},
                                 {"other", tr("Other way")}};
constexpr Keyword kDemands[] = {{"8d", tr("8D report")},
                                {"sort", tr("Sorting")},
                                {"rework", tr("Rework")},
                                {"replace", tr("Replacement")},
                                {"return", tr("Return")},
                                {"credit", tr("Credit note")},
                                {"compensation", tr("Compensation")}};

}  // namespace

NewComplaintPage::NewComplaintPage(wxWindow* parent, PageHost& host,
                                   viewmodels::NewComplaintViewModel& viewModel)
    : wxPanel(parent), m_host(host), m_viewModel(viewModel), m_text(host.session().translator), m_keep(this) {
  m_errors = new ErrorBar(this);
  auto* page = new wxBoxSizer(wxVERTICAL);
  page->Add(m_errors, wxSizerFlags().Expand());
  auto* body = new wxBoxSizer(wxHORIZONTAL);
  m_scrolled = makeScrolled(this);
  auto* formBox = new wxBoxSizer(wxVERTICAL);
  makeForm(m_scrolled, formBox);
  auto* inset = new wxBoxSizer(wxVERTICAL);
  inset->Add(formBox, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::group)));
  m_scrolled->SetSizer(inset);
  const int formWidth = FromDIP(static_cast<int>(kFormWidthDip)) + 2 * gap(this, Gap::group);
  m_scrolled->SetMinSize({formWidth, -1});
  body->Add(m_scrolled, wxSizerFlags().Expand());
  m_side = makeSide(this);
  body->Add(m_side, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::group)));
  page->Add(body, wxSizerFlags(1).Expand());
  page->Add(makeLine(this), wxSizerFlags().Expand());
  page->Add(makeFooter(), wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::field)));
  SetSizer(page);
  connect();
  showDepartments();
  showDraft(m_viewModel.draft());
  bindFields();
  showClass();
  showDuplicates();
  layoutAll();
}

void NewComplaintPage::makeForm(wxWindow* parent, wxSizer* target) {
  target->Add(makeTitle(parent, m_text(tr("New complaint"))));
  FormBuilder form(parent, target, &m_fieldErrors);
  makeNotice(form);
  makeItems(form);
  makeWishes(form);
}

void NewComplaintPage::makeNotice(FormBuilder& form) {
  const auto line = [](wxWindow* parent) { return new wxTextCtrl(parent, wxID_ANY); };
  m_customer = form.field("customer", m_text(tr("Customer *")), 3,
                          [this](wxWindow* parent) { return makeCustomerField(parent, m_viewModel); });
  m_customerRef = form.field("customer_ref", m_text(tr("Customer's complaint no.")), 2, line);
  form.row();
  m_receivedDate = form.field("received_at", m_text(tr("Received on *")), 2, [this](wxWindow* parent) {
    return new DateField(parent, m_text(tr("Received on *")), m_text(tr("Open calendar")));
  });
  m_receivedTime = form.field("received_time", m_text(tr("at")), 1, line);
  m_channel = form.field("channel", m_text(tr("Channel")), 2, [this](wxWindow* parent) {
    KeyChoice::Entries entries;
    for (const auto& channel : kChannels) entries.emplace_back(channel.key, m_text(channel.label));
    return new KeyChoice(parent, entries);
  });
  m_contact = form.field("contact", m_text(tr("Contact person")), 3, line);
}

void NewComplaintPage::makeItems(FormBuilder& form) {
  form.section(m_text(tr("What is wrong")));
  m_itemPanel = new wxPanel(form.parent());
  m_itemBox = new wxBoxSizer(wxVERTICAL);
  m_itemPanel->SetSizer(m_itemBox);
  form.add(m_itemPanel);
  auto* more = new wxBoxSizer(wxHORIZONTAL);
  more->Add(makeButton(form.parent(), m_text(tr("&Add another item")), [this] {
    auto draft = typed();
    draft.items.emplace_back();
    rebuildItems(draft.items);
    m_items.back()->SetFocus();
    fieldsChanged();
  }));
  form.add(more);
  m_verbatim = form.field("verbatim", m_text(tr("The customer's own words")), 1, [this](wxWindow* parent) {
    auto* field = new wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE);
    field->SetMinSize({-1, lines(this, kVerbatimLines)});
    return field;
  });
  form.growLastRow();
  form.row();
  m_title = form.field("title", m_text(tr("Title (empty: part and failure)")), 1,
                       [](wxWindow* parent) { return new wxTextCtrl(parent, wxID_ANY); });
}

void NewComplaintPage::makeWishes(FormBuilder& form) {
  form.section(m_text(tr("What the customer asks for")));
  auto* demands = new wxWrapSizer(wxHORIZONTAL);
  for (const auto& demand : kDemands) {
    auto* box = new wxCheckBox(form.parent(), wxID_ANY, toWx(m_text(demand.label)));
    m_demands[demand.key] = box;
    demands->Add(box, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::group)));
  }
  form.add(demands);
  auto* flags = new wxWrapSizer(wxHORIZONTAL);
  const auto flag = [&](const char* label) {
    auto* box = new wxCheckBox(form.parent(), wxID_ANY, toWx(m_text(label)));
    flags->Add(box, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::group)));
    return box;
  };
  m_safety = flag(tr("Concerns safety"));
  m_penalty = flag(tr("Penalty clause applies"));
  m_repeat = flag(tr("Repeat complaint"));
  form.add(flags);
  m_requestedDate = form.field("requested_date", m_text(tr("Answer wanted by")), 2, [this](wxWindow* parent) {
    return new DateField(parent, m_text(tr("Answer wanted by")), m_text(tr("Open calendar")));
  });
  m_department = form.field("responsible_department", m_text(tr("Responsible department")), 3,
                            [](wxWindow* parent) { return new KeyChoice(parent); });
  m_pattern = form.field("pattern", m_text(tr("Take 8D from case no.")), 2,
                         [](wxWindow* parent) { return new wxTextCtrl(parent, wxID_ANY); });
  m_pattern->SetToolTip(
      toWx(m_text(tr("Number of an earlier case whose causes and actions are taken as a pattern"))));
}

wxWindow* NewComplaintPage::makeSide(wxWindow* parent) {
  auto* side = new wxPanel(parent);
  auto* box = new wxBoxSizer(wxVERTICAL);
  box->Add(makeSection(side, m_text(tr("Provisional class"))));
  m_class = new Chip(side, viewmodels::chipOf(model::SeverityClass::other), m_text);
  box->Add(m_class, wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
  m_classReason = makeMuted(side, {});
  box->Add(m_classReason, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
  m_duplicateBox = new wxBoxSizer(wxVERTICAL);
  box->Add(m_duplicateBox, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::section)));
  m_problemBox = new wxBoxSizer(wxVERTICAL);
  box->Add(m_problemBox, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::section)));
  side->SetSizer(box);
  return side;
}

wxSizer* NewComplaintPage::makeFooter() {
  auto* footer = new wxBoxSizer(wxHORIZONTAL);
  footer->Add(
      makeMuted(this, m_text(tr("* needed. What you type is kept on this computer until it is saved."))),
      wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  footer->Add(makeButton(this, m_text(tr("Leave without saving")), [this] { m_host.closePage(this); }),
              wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  m_save = makeButton(this, m_text(tr("&Register complaint")), [this] { submit(); });
  m_save->SetDefault();
  m_save->SetToolTip("Ctrl+Enter");
  footer->Add(m_save);
  return footer;
}

void NewComplaintPage::bindFields() {
  const auto textChanged = [this](wxCommandEvent& event) {
    event.Skip();
    fieldsChanged();
  };
  for (wxTextCtrl* field :
       {static_cast<wxTextCtrl*>(m_customer), m_customerRef, m_receivedDate->textCtrl(), m_receivedTime,
        m_contact, m_title, m_verbatim, m_requestedDate->textCtrl(), m_pattern})
    field->Bind(wxEVT_TEXT, textChanged);
  for (wxTextCtrl* field : {static_cast<wxTextCtrl*>(m_customer), m_customerRef, m_receivedDate->textCtrl(),
                            m_receivedTime, m_contact, m_title, m_requestedDate->textCtrl(), m_pattern})
    field->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
      event.Skip();
      fieldLeft();
    });
  for (KeyChoice* choice : {m_channel, m_department}) choice->Bind(wxEVT_CHOICE, textChanged);
  for (wxCheckBox* box : {m_safety, m_penalty, m_repeat}) box->Bind(wxEVT_CHECKBOX, textChanged);
  for (const auto& [key, box] : m_demands) box->Bind(wxEVT_CHECKBOX, textChanged);
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    fieldLeft();
    if (m_viewModel.keepDraft()) {
      const auto& session = m_host.session();
      const std::string time = viewmodels::timeText(session.zone, session.clock.now()).substr(11);
      m_host.showStatus(m_text(Message(tr("Draft kept {0}"), {time})));
    }
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
    CallAfter([this] { showClass(); });
  });
}

void NewComplaintPage::connect() {
  m_connections.emplace_back(m_viewModel.judged.connect([this] { showClass(); }));
  m_connections.emplace_back(m_viewModel.duplicatesChanged.connect([this] { showDuplicates(); }));
  m_connections.emplace_back(m_viewModel.masterDataRead.connect([this] { showDepartments(); }));
  m_connections.emplace_back(
      m_viewModel.savingChanged.connect([this] { m_save->Enable(!m_viewModel.saving()); }));
  m_connections.emplace_back(m_viewModel.refused.connect([this] {
    showProblems();
    const auto& problems = m_viewModel.refusals();
    if (!problems.empty()) m_fieldErrors.focus(problems.front().field);
  }));
  m_connections.emplace_back(m_viewModel.rechecked.connect([this] { showProblems(); }));
}

void NewComplaintPage::begin() {
  m_customer->SetFocus();
}

void NewComplaintPage::submit() {
  m_viewModel.update(typed());
  m_viewModel.save();
}

bool NewComplaintPage::mayClose() {
  if (!m_viewModel.hasContent()) {
    m_viewModel.forgetDraft();
    return true;
  }
  wxMessageDialog question(this, toWx(m_text(tr("What you typed is not in the register yet."))),
                           toWx(m_text(tr("Leave the new complaint?"))),
                           wxYES_NO | wxCANCEL | wxCANCEL_DEFAULT | wxICON_QUESTION);
  question.SetYesNoCancelLabels(toWx(m_text(tr("Keep as draft"))), toWx(m_text(tr("Throw away"))),
                                toWx(m_text(tr("Stay"))));
  const int answer = question.ShowModal();
  if (answer == wxID_YES) m_viewModel.keepDraft();
  if (answer == wxID_NO) m_viewModel.forgetDraft();
  return answer == wxID_YES || answer == wxID_NO;
}

void NewComplaintPage::showDraft(const ComplaintDraft& draft) {
  m_showing = true;
  m_customer->setText(draft.customer);
  m_customerRef->ChangeValue(toWx(draft.customerRef));
  m_receivedDate->setText(draft.receivedDate);
  m_receivedTime->ChangeValue(toWx(draft.receivedTime));
  m_channel->setKey(draft.channel);
  m_contact->ChangeValue(toWx(draft.contact));
  m_title->ChangeValue(toWx(draft.title));
  m_verbatim->ChangeValue(toWx(draft.verbatim));
  const std::string demands = "," + draft.demand + ",";
  for (const auto& [key, box] : m_demands) box->SetValue(demands.find("," + key + ",") != std::string::npos);
  m_requestedDate->setText(draft.requestedDate);
  m_safety->SetValue(draft.safety);
  m_penalty->SetValue(draft.penalty);
  m_repeat->SetValue(draft.repeat);
  m_department->setKey(draft.responsibleDepartment);
  m_pattern->ChangeValue(toWx(draft.patternNumber));
  rebuildItems(draft.items);
  m_showing = false;
}

ComplaintDraft NewComplaintPage::typed() const {
  ComplaintDraft draft = m_viewModel.draft();
  draft.customer = m_customer->text();
  draft.customerRef = fromWx(m_customerRef->GetValue());
  draft.receivedDate = m_receivedDate->text();
  draft.receivedTime = fromWx(m_receivedTime->GetValue());
  draft.channel = m_channel->key();
  draft.contact = fromWx(m_contact->GetValue());
  draft.title = fromWx(m_title->GetValue());
  draft.verbatim = fromWx(m_verbatim->GetValue());
  draft.demand.clear();
  for (const auto& demand : kDemands) {
    if (!m_demands.at(demand.key)->GetValue()) continue;
    if (!draft.demand.empty()) draft.demand += ',';
    draft.demand += demand.key;
  }
  draft.requestedDate = m_requestedDate->text();
  draft.safety = m_safety->GetValue();
  draft.penalty = m_penalty->GetValue();
  draft.repeat = m_repeat->GetValue();
  draft.responsibleDepartment = m_department->key();
  draft.patternNumber = fromWx(m_pattern->GetValue());
  draft.items.clear();
  for (const auto* item : m_items) draft.items.push_back(item->draft());
  return draft;
}

void NewComplaintPage::rebuildItems(const std::vector<viewmodels::ItemDraft>& items) {
  const wxWindowUpdateLocker quiet(m_itemPanel);
  m_fieldErrors.forget("items.");
  m_itemBox->Clear(true);
  m_items.clear();
  for (std::size_t at = 0; at < items.size(); ++at) {
    std::function<void()> removeThis;
    if (at > 0)
      removeThis = [this, at] {
        // After the click: the button that was clicked goes with its item.
        CallAfter([this, at] {
          auto draft = typed();
          draft.items.erase(draft.items.begin() + static_cast<std::ptrdiff_t>(at));
          rebuildItems(draft.items);
          fieldsChanged();
        });
      };
    auto* fields = new ComplaintItemFields(
        m_itemPanel, m_viewModel, m_text, at, m_fieldErrors, [this] { fieldsChanged(); },
        [this] { fieldLeft(); }, std::move(removeThis));
    fields->show(items[at]);
    m_items.push_back(fields);
    m_itemBox->Add(fields, wxSizerFlags().Expand().Border(wxTOP, at == 0 ? 0 : gap(this, Gap::group)));
  }
  layoutAll();
}

void NewComplaintPage::fieldsChanged() {
  if (m_showing) return;
  m_viewModel.update(typed());
  m_keep.StartOnce(kKeepDraftMs);
}

void NewComplaintPage::fieldLeft() {
  m_viewModel.lookForDuplicates();
  // After the focus has moved. While a button of the mouse is down nothing may move under it: a sentence that
  // comes or goes would take the click from what was aimed at, so that waits for the timer.
  CallAfter([this] {
    if (wxGetMouseState().LeftIsDown()) {
      m_keep.StartOnce(kKeepDraftMs);
      return;
    }
    const wxWindow* focus = FindFocus();
    const bool inDate =
        focus != nullptr && (focus->GetParent() == m_receivedDate || focus->GetParent() == m_requestedDate);
    m_viewModel.recheck(focus == nullptr ? std::string()
                                         : fromWx((inDate ? focus->GetParent() : focus)->GetName()));
  });
}

void NewComplaintPage::showClass() {
  const auto& result = m_viewModel.classification();
  const int width = std::max(m_side->GetClientSize().x, chars(this, 30));
  m_class->Show(result.has_value());
  if (result) m_class->setLook(viewmodels::chipOf(result->severity), m_text);
  setText(m_classReason,
          result ? m_text(result->reason)
                 : m_text(tr("Comes from quantity, kind of defect and flags as soon as they are typed.")),
          width);
  m_side->Layout();
}

void NewComplaintPage::showDepartments() {
  const bool chinese = m_text.language() == model::Language::chinese;
  KeyChoice::Entries entries{{"", m_text(tr("By the routing rules"))}};
  for (const auto& department : m_viewModel.departments())
    if (department.active)
      entries.emplace_back(department.code,
                           chinese || department.nameEn.empty() ? department.name : department.nameEn);
  m_department->setEntries(entries);
  m_department->setKey(m_viewModel.draft().responsibleDepartment);
}

void NewComplaintPage::showDuplicates() {
  const wxWindowUpdateLocker quiet(m_side);
  m_duplicateBox->Clear(true);
  const auto& rows = m_viewModel.duplicates();
  if (!rows.empty()) {
    auto* heading = makeSection(m_side, "⚠ " + m_text(tr("Perhaps known already")));
    heading->SetForegroundColour(coloursOf(viewmodels::Tone::warning).text);
    m_duplicateBox->Add(heading);
    m_duplicateBox->Add(makeText(m_side, m_text(tr("Same customer, part and failure:"))),
                        wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  }
  for (const auto& row : rows) {
    const std::string label = row.number + "  " + m_host.session().zone.date(row.receivedAt).iso() + "  " +
                              chipText(viewmodels::chipOfPhase(row.phase, row.state), m_text);
    auto* link = new wxHyperlinkCtrl(m_side, wxID_ANY, toWx(label), "case", wxDefaultPosition, wxDefaultSize,
                                     wxHL_ALIGN_LEFT | wxNO_BORDER);
    link->Bind(wxEVT_HYPERLINK, [this, id = row.id](wxHyperlinkEvent&) { m_host.openCase(id); });
    m_duplicateBox->Add(link);
  }
  m_side->Layout();
}

void NewComplaintPage::showProblems() {
  const wxWindowUpdateLocker quiet(this);
  m_fieldErrors.clear();
  m_problemBox->Clear(true);
  const auto& problems = m_viewModel.refusals();
  bool first = true;
  for (const auto& problem : problems) {
    const std::string sentence = m_text(problem.sentence);
    if (m_fieldErrors.show(problem.field, sentence)) {
      if (first) m_problemBox->Add(makeSection(m_side, m_text(tr("Please check"))));
      first = false;
      addProblemLink(problem);
    } else {
      m_errors->showError(sentence, m_text(tr("Try again")), [this] { submit(); });
    }
  }
  if (m_viewModel.unknownCustomer())
    m_errors->showNotice(m_text(tr("This customer is not known yet.")),
                         m_text(tr("Add the customer and register")), [this] {
                           auto draft = typed();
                           draft.newCustomer = true;
                           m_viewModel.update(draft);
                           m_viewModel.save();
                         });
  layoutAll();
}

void NewComplaintPage::addProblemLink(const viewmodels::FieldProblem& problem) {
  // A link does not wrap: the whole sentence stands below the field it leads to.
  const wxString sentence = toWx(m_text(problem.sentence));
  const int width = std::max(m_side->GetClientSize().x, chars(this, 30)) - gap(this, Gap::field);
  auto* link = new wxHyperlinkCtrl(m_side, wxID_ANY,
                                   wxControl::Ellipsize(sentence, wxClientDC(m_side), wxELLIPSIZE_END, width),
                                   "field", wxDefaultPosition, wxDefaultSize, wxHL_ALIGN_LEFT | wxNO_BORDER);
  link->SetToolTip(sentence);
  link->Bind(wxEVT_HYPERLINK,
             [this, field = problem.field](wxHyperlinkEvent&) { m_fieldErrors.focus(field); });
  m_problemBox->Add(link, wxSizerFlags().Expand());
}

void NewComplaintPage::layoutAll() {
  if (m_scrolled == nullptr || m_scrolled->GetSizer() == nullptr) return;
  m_itemPanel->Layout();
  m_scrolled->FitInside();
  m_scrolled->Layout();
  if (m_side != nullptr) m_side->Layout();
  Layout();
}

}  // namespace octad::gui
