#include "gui/cases/new_complaint_page.hpp"

#include <wx/checkbox.h>
#include <wx/dcclient.h>
#include <wx/hyperlink.h>
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

using model::tr;
using viewmodels::ComplaintDraft;

namespace {

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

/// A name that fits beside number and percentage.
std::string shortened(const std::string& name) {
  constexpr int kNameChars = 16;
  const wxString whole = toWx(name);
  return whole.length() <= kNameChars ? name : fromWx(whole.Left(kNameChars)) + "…";
}

}  // namespace

NewComplaintPage::NewComplaintPage(wxWindow* parent, PageHost& host,
                                   viewmodels::NewComplaintViewModel& viewModel)
    : KeptFormPage(parent, host, viewModel,
                   {tr("New complaint"), tr("&Register complaint"),
                    tr("What you typed is not in the register yet."), tr("Leave the new complaint?")}),
      m_viewModel(viewModel),
      m_known(host.session()) {
  build();
  connect();
  showDepartments();
  showDraft(m_viewModel.draft());
  bindFields();
  showSide();
  showDuplicates();
  showMail();
  layoutAll();
}

void NewComplaintPage::makeFields(FormBuilder& form) {
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
  makeRows(form, m_text(tr("&Add another item")), [this] {
    auto draft = typed();
    draft.items.emplace_back();
    rebuildItems(draft.items);
    m_items.back()->SetFocus();
    fieldsChanged();
  });
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
  m_campaign = form.field("campaign", m_text(tr("Campaign")), 2, [this](wxWindow* parent) {
    return new KeyChoice(parent, {{"", m_text(tr("none"))}});
  });
  m_escalated =
      form.field("escalated_to", m_text(tr("Escalated by the customer")), 3, [this](wxWindow* parent) {
        return new KeyChoice(parent,
                             enumEntries<model::EscalationTarget>(m_text, m_text(tr("Not escalated"))));
      });
  m_pattern = form.field("pattern", m_text(tr("Take 8D from case no.")), 2,
                         [](wxWindow* parent) { return new wxTextCtrl(parent, wxID_ANY); });
  m_pattern->SetToolTip(
      toWx(m_text(tr("Number of an earlier case whose causes and actions are taken as a pattern"))));
}

void NewComplaintPage::makeSide(wxWindow* side, wxSizer* box) {
  box->Add(makeSection(side, m_text(tr("Provisional class"))));
  m_class = new Chip(side, viewmodels::chipOf(model::SeverityClass::other), m_text);
  box->Add(m_class, wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
  m_classReason = makeMuted(side, {});
  box->Add(m_classReason, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
  m_mailBox = new wxBoxSizer(wxVERTICAL);
  box->Add(m_mailBox, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::section)));
  m_duplicateBox = new wxBoxSizer(wxVERTICAL);
  box->Add(m_duplicateBox, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::section)));
  m_knownBox = new wxBoxSizer(wxVERTICAL);
  box->Add(m_knownBox, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::section)));
}

void NewComplaintPage::bindFields() {
  watch({m_customer, m_customerRef, m_receivedDate->textCtrl(), m_receivedTime, m_channel, m_contact, m_title,
         m_verbatim, m_requestedDate->textCtrl(), m_department, m_campaign, m_escalated, m_pattern, m_safety,
         m_penalty, m_repeat});
  for (const auto& [key, box] : m_demands) watch({box});
  for (wxTextCtrl* field : {static_cast<wxTextCtrl*>(m_customer), m_customerRef, m_receivedDate->textCtrl(),
                            m_receivedTime, m_contact, m_title, m_requestedDate->textCtrl(), m_pattern})
    field->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
      event.Skip();
      fieldLeft();
    });
}

void NewComplaintPage::connect() {
  m_connections.emplace_back(m_viewModel.judged.connect([this] {
    showSide();
    showCampaigns();
  }));
  m_connections.emplace_back(m_viewModel.duplicatesChanged.connect([this] { showDuplicates(); }));
  m_connections.emplace_back(m_viewModel.masterDataRead.connect([this] {
    showDepartments();
    showCampaigns();
  }));
  m_connections.emplace_back(m_known.changed.connect([this] { showKnown(); }));
  m_connections.emplace_back(m_viewModel.mailRead.connect([this] {
    showDraft(m_viewModel.draft());
    showMail();
    fieldLeft();
  }));
  m_connections.emplace_back(m_viewModel.mailFailed.connect(
      [this](const std::exception_ptr& error) { m_errors->showError(error, m_text); }));
  m_connections.emplace_back(m_viewModel.rechecked.connect([this] { showProblems(); }));
}

void NewComplaintPage::begin() {
  m_customer->SetFocus();
}

void NewComplaintPage::takeTyped() {
  m_viewModel.update(typed());
  showSources();
}

void NewComplaintPage::typingPaused() {
  fieldLeft();
  KeptFormPage::typingPaused();
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
  showCampaigns();
  m_campaign->setKey(draft.campaign);
  m_escalated->setKey(draft.escalatedTo);
  m_pattern->ChangeValue(toWx(draft.patternNumber));
  rebuildItems(draft.items);
  m_showing = false;
  showSources();
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
  draft.campaign = m_campaign->key();
  draft.escalatedTo = m_escalated->key();
  draft.patternNumber = fromWx(m_pattern->GetValue());
  draft.items.clear();
  for (const auto* item : m_items) draft.items.push_back(item->draft());
  return draft;
}

void NewComplaintPage::rebuildItems(const std::vector<viewmodels::ItemDraft>& items) {
  m_items.clear();
  rebuildRows("items.", items.size(), Gap::group, [&](wxWindow* parent, std::size_t at) {
    std::function<void()> removeThis;
    // After the click: the button that was clicked goes with its item.
    if (at > 0) removeThis = [this, at] { CallAfter([this, at] { removeItem(at); }); };
    auto* fields = new ComplaintItemFields(
        parent, m_viewModel, m_text, at, m_fieldErrors, [this] { fieldsChanged(); }, [this] { fieldLeft(); },
        std::move(removeThis));
    fields->show(items[at]);
    m_items.push_back(fields);
    return fields;
  });
}

void NewComplaintPage::removeItem(std::size_t at) {
  auto draft = typed();
  draft.items.erase(draft.items.begin() + static_cast<std::ptrdiff_t>(at));
  rebuildItems(draft.items);
  fieldsChanged();
}

void NewComplaintPage::fieldLeft() {
  m_viewModel.lookForDuplicates();
  m_known.look(m_viewModel.draft());
  // After the focus has moved. While a button of the mouse is down nothing may move under it: a sentence that
  // comes or goes would take the click from what was aimed at, so that waits for the timer.
  CallAfter([this] {
    if (wxGetMouseState().LeftIsDown()) {
      waitForPause();
      return;
    }
    const wxWindow* focus = FindFocus();
    const bool inDate =
        focus != nullptr && (focus->GetParent() == m_receivedDate || focus->GetParent() == m_requestedDate);
    m_viewModel.recheck(focus == nullptr ? std::string()
                                         : fromWx((inDate ? focus->GetParent() : focus)->GetName()));
  });
}

void NewComplaintPage::showSide() {
  const auto& result = m_viewModel.classification();
  m_class->Show(result.has_value());
  if (result) m_class->setLook(viewmodels::chipOf(result->severity, result->name, m_text), m_text);
  setText(m_classReason,
          result ? m_text(result->reason)
                 : m_text(tr("Comes from quantity, kind of defect and flags as soon as they are typed.")),
          sideWidth());
  layoutSide();
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

/// Those that fit by part, customer and day say so.
void NewComplaintPage::showCampaigns() {
  const auto campaigns = m_viewModel.campaigns();
  if (campaigns == m_shownCampaigns) return;
  m_shownCampaigns = campaigns;
  KeyChoice::Entries entries{{"", m_text(tr("none"))}};
  for (const auto& [name, fits] : campaigns)
    entries.emplace_back(name, fits ? m_text(model::Message(tr("{0} (fits)"), {name})) : name);
  m_campaign->setEntries(entries);
  m_campaign->setKey(m_viewModel.draft().campaign);
}

/// Below each field where in the mail it was read; the line itself is the hint.
void NewComplaintPage::showSources() {
  if (m_viewModel.mail() == nullptr) return;
  bool changed = false;
  std::map<std::string, const model::FieldSource*> read;
  const auto sources = m_viewModel.sources();
  for (const auto& source : sources) read[source.field] = &source;
  for (const auto& source : m_viewModel.mail()->reading().sources) {
    const bool shown = read.count(source.field) != 0;
    changed |=
        m_fieldErrors.note(source.field, shown ? "✉ " + m_text(source.place) : std::string(), source.excerpt);
  }
  if (changed) layoutAll();
}

/// Beside the form: the mail, what could not be decided, and its files.
void NewComplaintPage::showMail() {
  auto* start = m_viewModel.mail();
  if (start == nullptr) return;
  const wxWindowUpdateLocker quiet(m_side);
  m_mailBox->Clear(true);
  const auto inside = wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside));
  m_mailBox->Add(makeSection(m_side, "✉ " + m_text(tr("From the mail"))));
  m_mailBox->Add(makeMuted(m_side, start->mail().subject, sideWidth()), inside);
  for (const auto& [field, label] :
       {std::pair{"demand", tr("What the customer asks for")}, std::pair{"safety", tr("Concerns safety")}})
    if (const auto* source = model::sourceOf(start->reading(), field)) {
      auto* line = makeMuted(m_side, m_text(label) + ": " + m_text(source->place), sideWidth());
      line->SetToolTip(toWx(source->excerpt));
      m_mailBox->Add(line, inside);
    }
  for (const auto& note : start->reading().notes)
    m_mailBox->Add(makeText(m_side, "⚠ " + m_text(note), sideWidth()), inside);
  showMailFiles(*start);
  if (!start->earlierNumber().empty())
    m_errors->showNotice(
        m_text(model::Message(tr("This mail was registered before, as {0}."), {start->earlierNumber()})),
        m_text(tr("Open the case")), [this, id = start->earlier()] { m_host.openCase(id); });
  showSources();
  layoutSide();
}

void NewComplaintPage::showMailFiles(const viewmodels::MailStart& start) {
  m_mailBox->Add(makeText(m_side, m_text(tr("Files kept with the case:"))),
                 wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
  for (std::size_t at = 0; at < start.mail().files.size(); ++at) {
    const wxString name = toWx(start.mail().files[at].name);
    const wxString shown = wxControl::Ellipsize(name, wxClientDC(m_side), wxELLIPSIZE_MIDDLE,
                                                sideWidth() - 2 * gap(this, Gap::section));
    auto* box = new wxCheckBox(m_side, wxID_ANY, wxControl::EscapeMnemonics(shown));
    box->SetName("mail.file." + std::to_string(at));
    box->SetToolTip(name);
    box->SetValue(start.keeps(at));
    box->Bind(wxEVT_CHECKBOX,
              [this, at](wxCommandEvent& event) { m_viewModel.mail()->keep(at, event.IsChecked()); });
    m_mailBox->Add(box, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside)));
  }
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
  layoutSide();
}

/// Quietly beside the form: what was learned from such a failure, and open cases like it.
void NewComplaintPage::showKnown() {
  const wxWindowUpdateLocker quiet(m_side);
  m_knownBox->Clear(true);
  const auto link = [this](const std::string& label, const std::string& hint, model::ComplaintId id) {
    auto* made = new wxHyperlinkCtrl(m_side, wxID_ANY, toWx(label), "case", wxDefaultPosition, wxDefaultSize,
                                     wxHL_ALIGN_LEFT | wxNO_BORDER);
    made->SetToolTip(toWx(hint));
    made->Bind(wxEVT_HYPERLINK, [this, id](wxHyperlinkEvent&) { m_host.openCase(id); });
    m_knownBox->Add(made, wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  };
  const auto inside = wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside));
  if (!m_known.lessons().empty()) m_knownBox->Add(makeSection(m_side, m_text(tr("Known failures"))));
  for (const auto& found : m_known.lessons()) {
    const auto& lesson = found.known.lesson;
    m_knownBox->Add(makeText(m_side, lesson.failure, sideWidth()), inside);
    m_knownBox->Add(makeMuted(m_side, viewmodels::lessonInShort(lesson), sideWidth()), inside);
    if (found.known.caseId) link(found.known.caseNumber, lesson.proof, found.known.caseId);
  }
  if (!m_known.cases().empty())
    m_knownBox->Add(makeSection(m_side, m_text(tr("Open cases like it"))),
                    wxSizerFlags().Border(wxTOP, m_known.lessons().empty() ? 0 : gap(this, Gap::group)));
  for (const auto& line : m_known.cases())
    link(std::to_string(line.similarity.score) + " %  " + line.other.number + "  " +
             shortened(line.other.customerName),
         line.other.title, line.other.id);
  layoutSide();
}

void NewComplaintPage::showProblems() {
  KeptFormPage::showProblems();
  if (m_viewModel.unknownCustomer())
    m_errors->showNotice(m_text(tr("This customer is not known yet.")),
                         m_text(tr("Add the customer and register")), [this] {
                           auto draft = typed();
                           draft.newCustomer = true;
                           m_viewModel.update(draft);
                           m_viewModel.save();
                         });
}

}  // namespace octad::gui
