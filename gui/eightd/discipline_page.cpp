#include "gui/eightd/discipline_page.hpp"

#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/compare_dialog.hpp"
#include "gui/cases/missing_list.hpp"
#include "gui/cases/signatures_panel.hpp"
#include "gui/eightd/draft_offer.hpp"
#include "gui/eightd/fact_grid.hpp"
#include "gui/eightd/fishbone_panel.hpp"
#include "gui/eightd/head_fields.hpp"
#include "gui/eightd/lesson_panel.hpp"
#include "gui/eightd/narrative.hpp"
#include "gui/eightd/other_customers_panel.hpp"
#include "gui/eightd/row_editor.hpp"
#include "gui/eightd/similar_panel.hpp"
#include "gui/eightd/sweep_counts_panel.hpp"
#include "gui/eightd/verification_list.hpp"
#include "gui/eightd/weak_list.hpp"
#include "gui/eightd/why_panel.hpp"
#include "gui/viewmodels/answer_words.hpp"
#include "gui/viewmodels/discipline_words.hpp"
#include "gui/viewmodels/read_across.hpp"
#include "gui/viewmodels/signatures.hpp"
#include "gui/widgets/chip.hpp"
#include "gui/widgets/conflict_dialog.hpp"
#include "gui/widgets/date_field.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"
#include "model/core/error.hpp"

namespace octad::gui {

using model::DisciplineCode;
using model::DisciplineState;
using model::tr;
using viewmodels::CaseActionId;

namespace {

constexpr double kStatementLines = 3.5;

viewmodels::ChipLook chipOf(DisciplineState state) {
  using viewmodels::Tone;
  Tone tone = Tone::neutral;
  if (state == DisciplineState::approved) tone = Tone::good;
  if (state == DisciplineState::submitted) tone = Tone::general;
  if (state == DisciplineState::rejected) tone = Tone::late;
  return {viewmodels::stateMark(state), model::labelOf(state), tone};
}

constexpr CaseActionId kHeadActions[] = {CaseActionId::waive,   CaseActionId::require, CaseActionId::reject,
                                         CaseActionId::approve, CaseActionId::submit,  CaseActionId::save};

/// The buttons that make sense in a state; the others are not there at all, so that few remain.
bool belongs(CaseActionId id, DisciplineState state) {
  const bool writing = state == DisciplineState::open || state == DisciplineState::rejected;
  switch (id) {
    case CaseActionId::save:
    case CaseActionId::submit:
    case CaseActionId::waive:
      return writing;
    case CaseActionId::approve:
    case CaseActionId::reject:
      return state == DisciplineState::submitted;
    case CaseActionId::require:
      return state == DisciplineState::notRequired;
    default:
      return false;
  }
}

/// Actions of the case that stand on the page of a discipline.
bool isOfCase(CaseActionId id) {
  return id == CaseActionId::requestClosing || id == CaseActionId::close || id == CaseActionId::answerShort ||
         id == CaseActionId::answerInFull || id == CaseActionId::notOurs || id == CaseActionId::amend;
}

}  // namespace

DisciplinePage::DisciplinePage(wxWindow* parent, CaseTabHost& host, DisciplineCode code)
    : CaseTabPanel(parent, host), m_code(code) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  buildHead(outer);
  m_body = makeScrolled(this);
  auto* body = buildBody();
  outer->Add(m_body, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap(this, Gap::group)));
  outer->Add(makeLine(this), wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside)));
  m_missing = new MissingList(this, text(), this->host().jump);
  outer->AddSpacer(gap(this, Gap::field));
  outer->Add(m_missing, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap(this, Gap::group)));
  m_weak = new WeakList(this, text(), this->host().jump,
                        [this](const viewmodels::WeakPoint& point) { letPass(point); });
  m_weak->onMayPass = [this] { return !viewmodels::whyNotPass(page()); };
  outer->Add(m_weak, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap(this, Gap::group)));
  outer->AddSpacer(gap(this, Gap::group));
  m_pause.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { showWeakAnswers(); });
  // Filled before it has sizers: every text that is set would lay out the whole page otherwise.
  refresh();
  m_body->SetSizer(body);
  SetSizer(outer);
}

viewmodels::DisciplineViewModel& DisciplinePage::editor() const {
  return page().discipline(m_code);
}

void DisciplinePage::buildHead(wxSizer* outer) {
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeTitle(this, text().label(m_code)), wxSizerFlags().CentreVertical());
  m_chip = new Chip(this, chipOf(DisciplineState::open), text());
  head->Add(m_chip, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::group)));
  m_submitted = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  m_submitted->SetForegroundColour(mutedColour());
  head->Add(m_submitted, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  m_headButtons = new wxBoxSizer(wxHORIZONTAL);
  head->Add(m_headButtons, wxSizerFlags().CentreVertical());
  outer->Add(head, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap(this, Gap::group)));
  m_review = makeText(this, {});
  m_review->SetForegroundColour(coloursOf(viewmodels::Tone::late).text);
  outer->Add(m_review, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap(this, Gap::group)));
  m_draftOffer = new DraftOffer(this, text());
  m_draftOffer->onUse = [this] {
    page().useDraft(m_code);
    refresh();
  };
  m_draftOffer->onDiscard = [this] {
    page().discardDraft(m_code);
    refresh();
  };
  outer->Add(m_draftOffer, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap(this, Gap::group)));
  outer->AddSpacer(gap(this, Gap::field));
}

/// A button of the head, made when its action first belongs to the state. They stand in the order of
/// kHeadActions, behind the comparison.
void DisciplinePage::addHeadButton(CaseActionId id) {
  std::size_t before = m_compare != nullptr ? 1 : 0;
  for (const auto other : kHeadActions) {
    if (other == id) break;
    before += m_buttons.count(other);
  }
  const auto action = viewmodels::actionOf(page().actions(m_code), id);
  auto* button = makeButton(this, text()(action.label), [this, id] { act(id); });
  m_buttons[id] = button;
  m_headButtons->Insert(before, button, wxSizerFlags().Border(wxLEFT, gap(this, Gap::field)));
}

void DisciplinePage::showCompare(bool wanted) {
  if (wanted && m_compare == nullptr) {
    m_compare = makeButton(this, text()(tr("Compare…")), [this] { compare(); });
    m_compare->SetToolTip(toWx(text()(tr("Revisions of this answer side by side"))));
    m_headButtons->Insert(0, m_compare, wxSizerFlags().Border(wxLEFT, gap(this, Gap::field)));
  }
  if (m_compare != nullptr) m_compare->Show(wanted);
}

void DisciplinePage::addTable(wxSizer* body, viewmodels::RowTable& table) {
  if (table.key() == "facts") {
    m_facts = new FactGrid(m_body, table, text());
    m_facts->onEdit = [this] { edited(); };
    body->Add(m_facts, wxSizerFlags().Expand().Border(wxBOTTOM, gap(this, Gap::group)));
    return;
  }
  if (table.key() == "effect_plan" || table.key() == "recognition") {
    auto* fields = new HeadFields(m_body, table, text());
    fields->onEdit = [this] { edited(); };
    m_heads[table.key()] = fields;
    body->Add(fields, wxSizerFlags().Expand().Border(wxBOTTOM, gap(this, Gap::group)));
    return;
  }
  auto* rows = new RowEditor(m_body, table, text());
  rows->onEdit = [this] { edited(); };
  rows->onHeight = [this] { layoutSoon(); };
  m_tables[table.key()] = rows;
  body->Add(rows, wxSizerFlags().Expand().Border(wxBOTTOM, gap(this, Gap::group)));
}

/// The counts follow the location that is chosen in the stock sweep.
void DisciplinePage::addSweepCounts(wxSizer* body) {
  m_counts = new SweepCountsPanel(m_body, page());
  m_counts->onHeight = [this] { layoutSoon(); };
  m_tables.at("sweep")->onSelect = [this] { showSweepCounts(); };
  body->Add(m_counts, wxSizerFlags().Expand().Border(wxBOTTOM, gap(this, Gap::group)));
}

void DisciplinePage::showSweepCounts() {
  const int row = m_tables.at("sweep")->selectedRow();
  if (row < 0) return;
  const auto location = model::fromKey<model::SweepLocation>(editor().table("sweep")->cell(row, 0));
  if (location) m_counts->show(*location);
}

void DisciplinePage::addCleanPoint(wxSizer* body) {
  auto* holder = new wxBoxSizer(wxVERTICAL);
  FormBuilder builder(m_body, holder);
  m_cleanPoint = builder.field("clean_point", text()(tr("Clean point: first lot or serial known good")), 2,
                               [](wxWindow* parent) { return new wxTextCtrl(parent, wxID_ANY); });
  m_cleanPointDate =
      builder.field("clean_point_date", text()(tr("Clean point date")), 1, [this](wxWindow* parent) {
        return new DateField(parent, text()(tr("Clean point date")), text()(tr("Open calendar")));
      });
  m_cleanPoint->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
    event.Skip();
    editor().setCleanPoint(fromWx(m_cleanPoint->GetValue()));
    edited();
  });
  m_cleanPointDate->textCtrl()->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
    event.Skip();
    editor().setCleanPointDate(m_cleanPointDate->text());
    edited();
  });
  body->Add(holder, wxSizerFlags().Expand().Border(wxBOTTOM, gap(this, Gap::group)));
}

void DisciplinePage::addClosing(wxSizer* body) {
  body->Add(makeSection(m_body, text()(tr("Closing"))));
  m_closing = makeText(m_body, {});
  body->Add(m_closing, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, gap(this, Gap::inside)));
  body->Add(caseButtons({CaseActionId::requestClosing, CaseActionId::close}),
            wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::group)));
}

/// Buttons for actions of the case that belong to what this page says.
wxSizer* DisciplinePage::caseButtons(const std::vector<CaseActionId>& ids) {
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  const auto actions = page().actions();
  for (const auto id : ids) {
    auto* button =
        makeButton(m_body, text()(viewmodels::actionOf(actions, id).label), [this, id] { host().act(id); });
    m_buttons[id] = button;
    buttons->Add(button, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  }
  return buttons;
}

/// D2: the customer's words, locked, beside ours.
void DisciplinePage::addStatements(wxSizer* body) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto column = [&](const char* label, const char* name) {
    auto* side = new wxBoxSizer(wxVERTICAL);
    side->Add(makeSection(m_body, text()(label)), wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::inside)));
    auto* field = new wxTextCtrl(m_body, wxID_ANY, {}, wxDefaultPosition, {-1, lines(this, kStatementLines)},
                                 wxTE_MULTILINE | wxTE_READONLY);
    field->SetName(name);
    setAccessibleName(field, text()(label));
    side->Add(field, wxSizerFlags(1).Expand());
    row->Add(side, wxSizerFlags(1).Expand().Border(wxRIGHT, gap(this, Gap::group)));
    return field;
  };
  m_verbatim = column(tr("The customer's words (locked)"), "verbatim");
  m_statement = column(tr("Our statement of the problem"), "statement");
  row->Add(caseButtons({CaseActionId::amend}), wxSizerFlags().Bottom());
  body->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, gap(this, Gap::group)));
}

/// D0: an 8D, a short reply, or not ours.
void DisciplinePage::addWay(wxSizer* body) {
  body->Add(makeSection(m_body, text()(tr("How it is answered"))));
  m_way = makeText(m_body, {});
  body->Add(m_way, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, gap(this, Gap::inside)));
  body->Add(caseButtons({CaseActionId::answerShort, CaseActionId::answerInFull, CaseActionId::notOurs}),
            wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::group)));
}

void DisciplinePage::addCauses(wxSizer* body) {
  m_fishbone = new FishbonePanel(m_body, page().file().complaint.failure, text());
  m_fishbone->onHeight = [this] { layoutSoon(); };
  body->Add(m_fishbone, wxSizerFlags().Expand().Border(wxBOTTOM, gap(this, Gap::group)));
  m_why = new WhyPanel(m_body, editor(), page().file().complaint.failure, text());
  m_why->onEdit = [this] { edited(); };
  m_why->onHeight = [this] { layoutSoon(); };
  body->Add(m_why, wxSizerFlags().Expand().Border(wxBOTTOM, gap(this, Gap::group)));
  auto* causes = m_tables.at("causes");
  causes->removeRow = [this](int row) { editor().removeCause(row); };
  causes->onEdit = [this] {
    m_why->refresh();
    m_fishbone->show(editor().causes());
    edited();
  };
  causes->onSelect = [this, causes] {
    const auto row = static_cast<std::size_t>(causes->selectedRow());
    if (causes->selectedRow() >= 0 && row < editor().causes().size())
      m_why->setCause(editor().causes()[row].id);
  };
}

/// A list of its own at the end of the page, stored apart from the discipline.
template <class Panel>
void DisciplinePage::addPanel(wxSizer* body, Panel* panel) {
  panel->onHeight = [this] { layoutSoon(); };
  body->Add(panel, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, gap(this, Gap::field)));
}

wxSizer* DisciplinePage::buildBody() {
  auto* body = new wxBoxSizer(wxVERTICAL);
  if (m_code == DisciplineCode::d0) addWay(body);
  if (m_code == DisciplineCode::d2) addStatements(body);
  for (const auto& table : editor().tables()) {
    if (m_code == DisciplineCode::d3 && table->key() == "actions") {
      addSweepCounts(body);
      addCleanPoint(body);
    }
    addTable(body, *table);
  }
  if (m_code == DisciplineCode::d4) addCauses(body);
  if (m_code == DisciplineCode::d5)
    m_tables.at("candidates")->addButton(tr("Make it an action"), [this](int row) {
      const int action = editor().takeCandidate(row);
      m_tables.at("candidates")->refresh();
      m_tables.at("actions")->refresh();
      m_tables.at("actions")->jump({}, editor().table("actions")->rowId(action));
      edited();
    });
  if (m_code == DisciplineCode::d7)
    m_tables.at("read_across")
        ->addButton(
            tr("Record the answer…"), [this](int row) { answerAcross(row); }, true);
  if (m_code == DisciplineCode::d6) {
    m_verifications = new VerificationList(
        m_body, text(), [this] { host().act(CaseActionId::verify); },
        [this] { host().act(CaseActionId::ruleChallenge); });
    body->Add(m_verifications, wxSizerFlags().Expand().Border(wxBOTTOM, gap(this, Gap::group)));
  }
  if (m_code == DisciplineCode::d8) addClosing(body);
  m_narrative = new Narrative(m_body, text());
  m_narrative->onEdit = [this] {
    editor().setText(m_narrative->internal());
    editor().setTextCustomer(m_narrative->customer());
    edited();
  };
  body->Add(m_narrative, wxSizerFlags(1).Expand().Border(wxBOTTOM, gap(this, Gap::field)));
  if (m_code == DisciplineCode::d2) addPanel(body, m_similar = new SimilarPanel(m_body, host()));
  if (m_code == DisciplineCode::d3) addPanel(body, m_customers = new OtherCustomersPanel(m_body, host()));
  if (m_code == DisciplineCode::d7 || m_code == DisciplineCode::d8)
    addPanel(body, m_lesson = new LessonPanel(m_body, host()));
  // The last page has the signatures of the whole case: it is there that somebody looks whether all is signed.
  addPanel(body, m_signatures = new SignaturesPanel(m_body, host(), m_code == DisciplineCode::d8 ? std::nullopt
                                                                                                : std::optional(m_code)));
  return body;
}

void DisciplinePage::refresh() {
  auto& content = editor();
  if (m_facts) m_facts->refresh();
  for (auto& [key, rows] : m_tables) rows->refresh();
  for (auto& [key, fields] : m_heads) fields->refresh();
  m_narrative->show(content.text(), content.textCustomer());
  if (m_cleanPoint) {
    m_cleanPoint->ChangeValue(toWx(content.cleanPoint()));
    m_cleanPointDate->setText(content.cleanPointDate());
  }
  if (m_counts) showSweepCounts();
  if (m_why) m_why->refresh();
  if (m_fishbone) m_fishbone->show(content.causes());
  if (m_way) setText(m_way, viewmodels::wayWords(page().file(), text()));
  if (m_verbatim) {
    const auto& head = page().file().complaint;
    m_verbatim->ChangeValue(toWx(head.verbatim));
    m_statement->ChangeValue(toWx(head.statement));
  }
  if (m_verifications) m_verifications->show(page().file(), page().session().zone);
  if (m_similar) m_similar->refresh();
  if (m_customers) m_customers->refresh();
  if (m_lesson) m_lesson->refresh();
  m_signatures->refresh();

  const bool readOnly = !viewmodels::actionOf(page().actions(m_code), CaseActionId::save).enabled();
  for (auto& [key, rows] : m_tables) rows->setReadOnly(readOnly);
  for (auto& [key, fields] : m_heads) fields->setReadOnly(readOnly);
  if (m_facts) m_facts->setReadOnly(readOnly);
  if (m_why) m_why->setReadOnly(readOnly);
  m_narrative->setReadOnly(readOnly);
  if (m_cleanPoint) {
    m_cleanPoint->SetEditable(!readOnly);
    m_cleanPointDate->Enable(!readOnly);
  }
  showHead();
  showReview();
  if (m_draftOffer->show(page().session().zone, page().offeredDraft(m_code))) Layout();
  showButtons();
  m_missing->show(
      text()(model::Message(tr("Before {0} can be approved:"), {std::string(model::keyOf(m_code))})),
      page().missing(m_code),
      text()(model::Message(page().file().discipline(m_code).state == DisciplineState::rejected
                                ? tr("Nothing is missing in {0}: mend what was returned and submit it again.")
                                : tr("Nothing is missing in {0}."),
                            {std::string(model::keyOf(m_code))})));
  showWeakAnswers();
  layoutBody();
}

void DisciplinePage::showHead() {
  const auto& file = page().file();
  m_chip->setLook(chipOf(file.discipline(m_code).state), text());
  const auto* submission = viewmodels::newestSubmission(file, m_code);
  std::string words = viewmodels::answerWords(file, m_code, page().session().zone, text());
  if (const auto names = viewmodels::signedWords(file, m_code, text()); !names.empty())
    words += (words.empty() ? "" : " · ") + names;
  setText(m_submitted, words);
  m_submitted->SetToolTip(toWx(words));  // what does not fit beside the buttons
  showCompare(submission != nullptr && submission->revision > 1);
}

void DisciplinePage::showReview() {
  const auto save = viewmodels::actionOf(page().actions(m_code), CaseActionId::save);
  const std::string words = viewmodels::reviewWords(page().file(), m_code, save, text());
  setText(m_review, words);
  m_review->Show(!words.empty());
  if (m_closing) setText(m_closing, viewmodels::closingWords(page().file(), page().session().zone, text()));
}

void DisciplinePage::showButtons() {
  const auto state = page().file().discipline(m_code).state;
  auto actions = page().actions(m_code);
  const auto caseActions = page().actions();
  for (const auto id : kHeadActions)
    if (belongs(id, state) && !m_buttons.contains(id)) addHeadButton(id);
  for (auto& [id, button] : m_buttons) {
    const bool ofCase = isOfCase(id);
    const auto& action = viewmodels::actionOf(ofCase ? caseActions : actions, id);
    const bool wanted =
        id != CaseActionId::answerInFull || page().file().problem.way == model::AnswerWay::shortReply;
    button->Show(ofCase ? wanted : belongs(id, state));
    bool enabled = action.enabled();
    std::string hint = action.whyNot ? text()(*action.whyNot) : std::string();
    if (id == CaseActionId::save && enabled && !editor().dirty()) {
      enabled = false;
      hint = text()(tr("Everything is saved."));
    }
    button->Enable(enabled);
    button->SetToolTip(toWx(hint));
  }
  if (m_verifications) {
    const auto& verify = viewmodels::actionOf(caseActions, CaseActionId::verify);
    m_verifications->setRecordable(verify.enabled(), verify.whyNot ? text()(*verify.whyNot) : std::string());
    m_verifications->setRulable(viewmodels::actionOf(caseActions, CaseActionId::ruleChallenge).enabled());
  }
  Layout();
}

/// Several parts that want another height are given it at once.
void DisciplinePage::layoutSoon() {
  if (m_layoutAsked) return;
  m_layoutAsked = true;
  CallAfter([this] {
    m_layoutAsked = false;
    layoutBody();
  });
}

void DisciplinePage::layoutBody() {
  m_body->FitInside();
  m_body->Layout();
  Layout();
}

/// Told from what is typed; nothing is blocked by it.
void DisciplinePage::showWeakAnswers() {
  const auto& rules = page().session().weakAnswers;
  if (!rules) return;
  if (m_weak->show(viewmodels::weakPoints(page().file(), editor(), *rules, text().language()))) layoutBody();
}

void DisciplinePage::letPass(const viewmodels::WeakPoint& point) {
  showActionDialog(this, page(), viewmodels::passForm(m_code, point));
}

void DisciplinePage::answerAcross(int row) {
  const model::RowId id(editor().table("read_across")->rowId(row));
  if (const auto why = viewmodels::whyNotAnswerAcross(page(), id))
    host().showStatus(text()(*why));
  else
    showActionDialog(this, page(), viewmodels::answerAcrossForm(page(), id));
}

void DisciplinePage::edited() {
  constexpr int kPause = 400;  // ms
  m_pause.StartOnce(kPause);
  const bool dirty = editor().dirty();
  const auto save = m_buttons.find(CaseActionId::save);
  if (save != m_buttons.end() && save->second->IsEnabled() != dirty &&
      viewmodels::actionOf(page().actions(m_code), CaseActionId::save).enabled())
    save->second->Enable(dirty);
  page().edited();
}

void DisciplinePage::compare() {
  showComparison(this, text().label(m_code),
                 viewmodels::submittedRevisions(page().file(), m_code, page().session().zone), text());
}

void DisciplinePage::jump(const viewmodels::JumpTarget& target) {
  wxWindow* shown = nullptr;
  if (const auto found = m_tables.find(target.table); found != m_tables.end()) {
    found->second->jump(target.row, target.rowId, target.column);
    shown = found->second;
  } else if (const auto head = m_heads.find(target.table); head != m_heads.end()) {
    head->second->jump();
    shown = head->second;
  } else if (m_facts && target.table == "facts") {
    m_facts->jump(target.row);
    shown = m_facts;
  } else if (m_why && target.table == "why_steps") {
    if (target.rowId != 0) m_why->setCause(model::CauseId(target.rowId));
    m_why->jump();
    shown = m_why;
  } else if (m_cleanPoint && target.table.rfind("clean_point", 0) == 0) {
    m_cleanPoint->SetFocus();
    shown = m_cleanPoint;
  } else if (m_verifications && (target.table == "verifications" || target.table == "challenges")) {
    m_verifications->SetFocus();
    shown = m_verifications;
  } else if (m_similar && target.table == "similar") {
    m_similar->jump();
    shown = m_similar;
  } else if (m_customers && target.table == "other_customers") {
    m_customers->jump();
    shown = m_customers;
  } else if (target.table == "text" || target.table == "text_customer") {
    m_narrative->jump(target.table == "text_customer");
    shown = m_narrative;
  }
  if (!shown) return;
  int perStep = 0;
  m_body->GetScrollPixelsPerUnit(nullptr, &perStep);
  if (perStep > 0) {
    const int top = m_body->CalcUnscrolledPosition(shown->GetPosition()).y;
    m_body->Scroll(-1, top / perStep);
  }
}

void DisciplinePage::act(CaseActionId id) {
  if (id == CaseActionId::save) {
    save();
  } else if (id == CaseActionId::submit) {
    submit();
  } else {
    const bool done = showActionDialog(this, page(), viewmodels::actionForm(id, page(), m_code));
    if (done && id == CaseActionId::approve) host().offerSigning(m_code);
  }
}

void DisciplinePage::save() {
  if (editor().dirty()) saveThen({});
}

void DisciplinePage::submit() {
  const auto action = viewmodels::actionOf(page().actions(m_code), CaseActionId::submit);
  if (!action.enabled()) {
    host().showStatus(text()(*action.whyNot));
    return;
  }
  const auto ask = [this] {
    CallAfter([this] {
      showActionDialog(this, page(), viewmodels::actionForm(CaseActionId::submit, page(), m_code));
    });
  };
  if (editor().dirty())
    saveThen(ask);
  else
    ask();
}

void DisciplinePage::saveThen(std::function<void()> then) {
  if (const auto error = editor().firstError()) {
    host().showError(std::make_exception_ptr(model::Invalid({}, *error)));
    return;
  }
  host().showStatus(text()(tr("Saving…")));
  page().saveDiscipline(
      m_code,
      [this, then] {
        host().showStatus(text()(model::Message(tr("{0} saved"), {std::string(model::keyOf(m_code))})));
        if (then) then();
      },
      [this, then](std::vector<viewmodels::FieldConflict> conflicts) {
        const auto choices = showConflictDialog(this, std::move(conflicts), text());
        if (!choices) return host().showStatus({});
        editor().resolve(page().file(), *choices);
        refresh();
        saveThen(then);
      },
      [this](const std::exception_ptr& error) {
        host().showStatus({});
        host().showError(error);
      });
}

}  // namespace octad::gui
