#include "gui/cases/complaint_tab.hpp"

#include <algorithm>
#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/cases/missing_list.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/viewmodels/answer_words.hpp"
#include "gui/viewmodels/policy_forms.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/chip.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"
#include "model/eightd/gates.hpp"
#include "model/policy/counting.hpp"
#include "model/policy/deadlines.hpp"
#include "model/returns/replacement.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::CaseActionId;
using viewmodels::timeText;

namespace {

constexpr double kClockWhyChars = 56;
constexpr double kStatementLines = 4;
constexpr double kFactChars = 15;  ///< at least; the rest of a value is in its tool tip

std::string yesNo(bool value, const viewmodels::Translator& text) {
  return value ? "✓ " + text(tr("yes")) : "–";
}

/// The label of a channel key.
const char* channelLabel(const std::string& key) {
  if (key == "email") return tr("E-mail");
  if (key == "phone") return tr("Telephone");
  if (key == "portal") return tr("Customer portal");
  if (key == "onsite") return tr("On site");
  if (key == "resident") return tr("Resident engineer");
  return tr("Other channel");
}

const char* demandLabel(const std::string& key) {
  if (key == "8d") return tr("8D report");
  if (key == "sort") return tr("Sorting");
  if (key == "rework") return tr("Rework");
  if (key == "replace") return tr("Replacement");
  if (key == "return") return tr("Return of goods");
  if (key == "credit") return tr("Credit note");
  if (key == "compensation") return tr("Compensation");
  return nullptr;
}

std::string demandText(const std::string& demand, const viewmodels::Translator& text) {
  std::string words;
  std::size_t begin = 0;
  while (begin < demand.size()) {
    const auto end = std::min(demand.find(',', begin), demand.size());
    std::string key = demand.substr(begin, end - begin);
    key.erase(0, key.find_first_not_of(' ') == std::string::npos ? key.size() : key.find_first_not_of(' '));
    if (!words.empty()) words += ", ";
    const char* label = demandLabel(key);
    words += label ? text(label) : key;
    begin = end + 1;
  }
  return words;
}

std::string decisionValue(const model::Decision& decision, const model::ClassNames& names,
                          const viewmodels::Translator& text) {
  switch (decision.kind) {
    case model::DecisionKind::acceptance:
      if (const auto value = model::fromKey<model::Acceptance>(decision.value)) return text.label(*value);
      break;
    case model::DecisionKind::severity:
      if (const auto value = model::fromKey<model::SeverityClass>(decision.value))
        return text(
            model::classWords(*value, names.of({decision.policyName, decision.policyRevision}, *value)));
      break;
    case model::DecisionKind::liability:
      if (const auto value = model::fromKey<model::Liability>(decision.value)) return text.label(*value);
      break;
    case model::DecisionKind::counting:
      return text(model::countingLabel(decision.value));
  }
  return decision.value;
}

/// The days promised for good product, one a return of the case.
void addReplacements(const model::CaseFile& file, model::Date today, const viewmodels::Translator& text,
                     std::vector<TextTable::Row>& rows) {
  for (const auto& clock : model::replacementClocks(file)) {
    TextTable::Row row;
    row.cells = {text(model::Message(tr("Replacement {0}"), {clock.number})), clock.dueOn.iso(),
                 text(model::replacementWords(clock, today)), text(tr("promised to the customer"))};
    row.style.bold = clock.overdue(today);
    if (clock.overdue(today))
      row.style.tone = viewmodels::Tone::late;
    else if (clock.metOn)
      row.style.tone = clock.state == model::ReplacementState::metLate ? viewmodels::Tone::warning
                                                                       : viewmodels::Tone::good;
    row.style.muted = clock.state == model::ReplacementState::notNeeded;
    row.key = -clock.returnId.value;  // no key of a clock of the case
    rows.push_back(std::move(row));
  }
}

/// "2026-11-30, satisfied", or when the visit is due.
std::string followUpText(const model::CaseFile& file, const viewmodels::Translator& text) {
  std::string words;
  for (const auto& visit : file.followUps) {
    if (!words.empty()) words += "; ";
    words +=
        visit.satisfaction
            ? visit.doneOn->iso() + ", " + text.label(*visit.satisfaction)
            : text(model::Message(tr("visit due {0}"), {visit.dueOn ? visit.dueOn->iso() : std::string()}));
  }
  return words;
}

/// What happened to a clock that was stopped.
model::Message pauseWords(const model::CaseFile& file, const model::ClockPause& pause,
                          const model::Zone& zone) {
  const std::string clock = model::translated(model::labelOf(pause.clock));
  const std::string waits = model::translated(model::labelOf(pause.waitsFor.value_or(model::Awaited::test)));
  switch (pause.stands()) {
    case model::PauseState::asked:
      return {tr("Stop of the clock “{0}” asked for, waits for: {1}. {2}"), {clock, waits, pause.reason}};
    case model::PauseState::refused:
      return {tr("Stop of the clock “{0}” refused: {1}"),
              {clock, pause.decision.empty() ? pause.reason : pause.decision}};
    case model::PauseState::approved:
      break;
  }
  const std::string by = file.personName(pause.approvedBy);
  if (pause.endedAt)
    return {tr("Clock “{0}” was stopped until {1} ({3} approved): {2}"),
            {clock, timeText(zone, pause.endedAt), pause.reason, by}};
  return {tr("Clock “{0}” is stopped, waits for: {1} ({3} approved): {2}"), {clock, waits, pause.reason, by}};
}

/// "L2611-07 · 2026-11-24": with the day the pieces were made, where it is known.
std::string lotText(const model::ComplaintItem& item) {
  if (!item.builtOn) return item.lot;
  return item.lot.empty() ? item.builtOn->iso() : item.lot + " · " + item.builtOn->iso();
}

}  // namespace

ComplaintTab::ComplaintTab(wxWindow* parent, CaseTabHost& host)
    : CaseTabPanel(parent, host), m_body(makeScrolled(this)) {
  auto* columns = new wxBoxSizer(wxHORIZONTAL);
  auto* left = new wxBoxSizer(wxVERTICAL);
  auto* right = new wxBoxSizer(wxVERTICAL);
  buildLeft(left);
  buildRight(right);
  columns->Add(left, wxSizerFlags(9).Expand().Border(wxALL, gap(this, Gap::group)));
  columns->Add(right, wxSizerFlags(10).Expand().Border(wxTOP | wxBOTTOM | wxRIGHT, gap(this, Gap::group)));
  m_body->SetSizer(columns);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(m_body, wxSizerFlags(1).Expand());
  outer->Add(makeLine(this), wxSizerFlags().Expand());
  m_missing = new MissingList(this, text(), this->host().jump);
  outer->AddSpacer(gap(this, Gap::field));
  outer->Add(m_missing, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::group)));
  SetSizer(outer);
  refresh();
}

wxSizer* ComplaintTab::heading(const char* title, const std::vector<CaseActionId>& ids) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(makeSection(m_body, text()(title)), wxSizerFlags(1).CentreVertical());
  const auto actions = page().actions();
  for (const auto id : ids) {
    auto* button =
        makeButton(m_body, text()(viewmodels::actionOf(actions, id).label), [this, id] { host().act(id); });
    m_buttons.emplace(id, button);
    row->Add(button, wxSizerFlags().Border(wxLEFT, gap(this, Gap::inside)));
  }
  return row;
}

void ComplaintTab::addFact(wxFlexGridSizer* grid, const std::string& key, const char* label) {
  grid->Add(makeMuted(m_body, text()(label)));
  auto* value = new wxStaticText(m_body, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  value->SetMinSize({chars(this, kFactChars), -1});
  m_facts[key] = value;
  grid->Add(value, wxSizerFlags(1).Expand());
}

wxTextCtrl* ComplaintTab::addStatement(wxSizer* column, const char* label, const char* hint) {
  column->Add(makeMuted(m_body, text()(label)), wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
  auto* field = new wxTextCtrl(m_body, wxID_ANY, {}, wxDefaultPosition, {-1, lines(this, kStatementLines)},
                               wxTE_MULTILINE | wxTE_READONLY);
  field->SetMinSize({chars(this, 20), lines(this, kStatementLines)});
  field->SetToolTip(toWx(text()(hint)));
  setAccessibleName(field, text()(label));
  column->Add(field, wxSizerFlags(1).Expand().Border(wxTOP, gap(this, Gap::inside) / 2));
  return field;
}

void ComplaintTab::buildLeft(wxSizer* column) {
  const int below = gap(this, Gap::inside);
  column->Add(heading(tr("Facts"), {CaseActionId::responsibility, CaseActionId::amend}),
              wxSizerFlags().Expand().Border(wxBOTTOM, below));
  auto* grid = new wxFlexGridSizer(4, gap(this, Gap::inside), gap(this, Gap::field));
  grid->AddGrowableCol(1, 1);
  grid->AddGrowableCol(3, 1);
  addFact(grid, "received", tr("Received at"));
  addFact(grid, "channel", tr("Channel"));
  addFact(grid, "customer_ref", tr("Customer's number"));
  addFact(grid, "contact", tr("Contact"));
  addFact(grid, "owner", tr("Owner"));
  addFact(grid, "department", tr("Occurrence"));
  addFact(grid, "escape", tr("Escape"));
  addFact(grid, "analysis", tr("Analysis lead"));
  addFact(grid, "acceptance", tr("Acceptance"));
  addFact(grid, "liability", tr("Liability"));
  addFact(grid, "demand", tr("Customer's demand"));
  addFact(grid, "requested", tr("Reply wanted by"));
  addFact(grid, "flags", tr("Safety, penalty"));
  addFact(grid, "repeat", tr("Repeated"));
  addFact(grid, "escalated", tr("Escalated to"));
  addFact(grid, "weight", tr("Counting weight"));
  addFact(grid, "loss", tr("Loss amount"));
  addFact(grid, "campaign", tr("Campaign"));
  addFact(grid, "follow_up", tr("After the closing"));
  column->Add(grid, wxSizerFlags().Expand());
  m_siblings = makeMuted(m_body, {});
  column->Add(m_siblings, wxSizerFlags().Expand().Border(wxTOP, below));

  m_verbatim = addStatement(column, tr("Customer's own words (locked)"),
                            tr("What the customer wrote stays as it came."));
  auto* ours = new wxBoxSizer(wxHORIZONTAL);
  auto* internal = new wxBoxSizer(wxVERTICAL);
  auto* customer = new wxBoxSizer(wxVERTICAL);
  const char* hint = tr("Change it with “Edit complaint…”.");
  m_statement = addStatement(internal, tr("Our statement, internal"), hint);
  m_statementCustomer = addStatement(customer, tr("Our statement for the customer"), hint);
  ours->Add(internal, wxSizerFlags(1).Expand());
  ours->Add(customer, wxSizerFlags(1).Expand().Border(wxLEFT, gap(this, Gap::field)));
  column->Add(ours, wxSizerFlags(1).Expand());
}

void ComplaintTab::buildRight(wxSizer* column) {
  const int below = gap(this, Gap::inside);
  const int above = gap(this, Gap::group);
  const auto add = [&](TextTable* table) { column->Add(table->list(), wxSizerFlags().Expand()); };
  const auto addHeading = [&](const char* title, const std::vector<CaseActionId>& ids) {
    column->AddSpacer(above);
    column->Add(heading(title, ids), wxSizerFlags().Expand().Border(wxBOTTOM, below));
  };
  column->Add(heading(tr("Items"), {CaseActionId::amend}), wxSizerFlags().Expand().Border(wxBOTTOM, below));
  m_items = new TextTable(m_body, text()(tr("Items")),
                          {{text()(tr("Part")), 12, false, false, false},
                           {text()(tr("Failure")), 8, false, false, true},
                           {text()(tr("Lot")), 8, false, false, true},
                           {text()(tr("Defective")), 8.5, true, false, false},
                           {text()(tr("Delivered")), 8.5, true, false, false},
                           {text()(tr("Class")), 10, false, false, false}},
                          1, 4);
  add(m_items);
  addHeading(tr("Decisions"), {CaseActionId::accept, CaseActionId::partly, CaseActionId::notOurs});
  m_decisions = new TextTable(m_body, text()(tr("Decisions")),
                              {{text()(tr("Time")), 16.5, false, false, false},
                               {text()(tr("Decision")), 16, false, false, true},
                               {text()(tr("Reason")), 12, false, false, true},
                               {text()(tr("By")), 9, false, false, false}},
                              1, 4);
  add(m_decisions);
  addHeading(tr("Departments"),
             {CaseActionId::confirmAnswer, CaseActionId::askExtension, CaseActionId::refuse,
              CaseActionId::ruleExtension, CaseActionId::ruleRefusal, CaseActionId::assign});
  m_assignments = new TextTable(m_body, text()(tr("Departments")),
                                {{text()(tr("Department")), 14, false, false, false},
                                 {text()(tr("For")), 7, false, false, false},
                                 {text()(tr("Due")), 11, false, false, false},
                                 {text()(tr("State")), 10, false, false, false},
                                 {text()(tr("Question")), 14, false, false, true}},
                                1, 3);
  add(m_assignments);
  addHeading(tr("Clocks"), {CaseActionId::decideStop, CaseActionId::extendClock});
  m_clocks = new TextTable(m_body, text()(tr("Clocks")),
                           {{text()(tr("Clock")), 14, false, false, true},
                            {text()(tr("Due")), 20, false, false, false},  // in bold when overdue
                            {text()(tr("State")), 18, false, false, true},
                            // in full below the list, for the clock that is chosen
                            {text()(tr("Why then")), 13, false, false, true, true}},
                           3, 6);
  add(m_clocks);
  m_clockWhy = makeMuted(m_body, {});
  column->Add(m_clockWhy, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside)));
  m_clocks->list()->onSelect = [this](long) { showClockWhy(); };
  addHeading(tr("Samples and stops"),
             {CaseActionId::sample, CaseActionId::stopClock, CaseActionId::resumeClock});
  m_samples = new TextTable(
      m_body, text()(tr("Samples and stops")),
      {{text()(tr("Time")), 16.5, false, false, false}, {text()(tr("Event")), 30, false, false, true}}, 1, 3);
  add(m_samples);
  addHeading(tr("Whose time"), {CaseActionId::followUp});
  m_whose = new TextTable(m_body, text()(tr("Whose time")),
                          {{text()(tr("With")), 18, false, false, true},
                           {text()(tr("Time")), 12, true, false, false},
                           {text()(tr("Share")), 24, false, false, false}},
                          1, 6);
  add(m_whose);
  m_whoseSum = makeMuted(m_body, {});
  column->Add(m_whoseSum, wxSizerFlags().Expand().Border(wxTOP, below));
}

void ComplaintTab::refresh() {
  showFacts();
  showTables();
  showClocks();
  showWaiting();
  showWhoseTime();
  showButtons();
  m_missing->show(text()(tr("Next, this is missing:")), page().missingNext(),
                  text()(model::nothingMissingNext(page().file())));
  m_body->FitInside();
  m_body->Layout();
}

void ComplaintTab::showFacts() {
  const auto& file = page().file();
  const auto& head = file.complaint;
  const auto set = [this](const std::string& key, const std::string& value) {
    setText(m_facts.at(key), value.empty() ? "–" : value, 0);
    m_facts.at(key)->SetToolTip(toWx(value));
  };
  set("received", timeText(page().session().zone, head.receivedAt));
  set("channel", text()(channelLabel(head.channel)));
  set("customer_ref", head.customerRef);
  set("contact", head.contact);
  set("owner", head.ownerId ? file.personName(*head.ownerId) : std::string());
  const auto department = [&](std::optional<model::DepartmentId> id) {
    return id ? viewmodels::departmentLabel(file, *id, text().language()) : std::string();
  };
  set("department", department(head.responsibleDepartmentId));
  set("escape", department(file.problem.escapeDepartmentId));
  set("analysis", department(file.problem.analysisDepartmentId));
  set("acceptance", text().label(head.acceptance));
  set("liability", text().label(head.liability));
  set("demand", demandText(head.demand, text()));
  set("requested", head.requestedDate ? head.requestedDate->iso() : std::string());
  set("flags", yesNo(head.safety, text()) + " / " + yesNo(head.penalty, text()));
  set("repeat", yesNo(head.repeat, text()));
  set("escalated", head.escalatedTo ? text().label(*head.escalatedTo) +
                                          (head.escalatedOn ? ", " + head.escalatedOn->iso() : std::string())
                                    : std::string());
  set("weight", std::to_string(head.weight) +
                    (head.excludedBySpeed ? " (" + text()(model::countingLabel("excluded_by_speed")) + ")"
                                          : std::string()));
  set("loss", head.lossMinor == 0
                  ? std::string()
                  : viewmodels::groupedNumber(head.lossMinor / 100) + " " + head.lossCurrency);
  set("campaign", file.campaigns.empty() ? std::string() : file.campaigns.front().name);
  set("follow_up", followUpText(file, text()));
  std::string others;
  for (const auto& sibling : file.siblings) {
    if (!others.empty()) others += ", ";
    others += sibling.number + " (" + sibling.customerName + ")";
  }
  setText(m_siblings,
          others.empty() ? std::string() : text()(model::Message(tr("The same 8D serves: {0}"), {others})));
  m_verbatim->ChangeValue(toWx(head.verbatim));
  m_statement->ChangeValue(toWx(head.statement));
  m_statementCustomer->ChangeValue(toWx(head.statementCustomer));
}

void ComplaintTab::showTables() {
  const auto& file = page().file();
  const auto& zone = page().session().zone;
  std::vector<TextTable::Row> rows;
  for (const auto& item : file.items)
    rows.push_back(
        {{file.partNumber(item.partId), item.failure, lotText(item),
          viewmodels::groupedNumber(item.quantityDefective),
          item.quantityDelivered ? viewmodels::groupedNumber(*item.quantityDelivered) : "?",
          chipText(viewmodels::chipOf(item.severity, file.className(item.severity), text()), text())},
         {},
         item.id.value});
  m_items->show(std::move(rows));

  rows = {};
  for (auto decision = file.decisions.rbegin(); decision != file.decisions.rend(); ++decision) {
    const std::string rule =
        decision->rule.empty()
            ? std::string()
            : text()(model::Message(tr("rule “{0}”, revision {1}"),
                                    {model::translated(viewmodels::ruleName(decision->rule)),
                                     std::to_string(decision->policyRevision)}));
    rows.push_back(
        {{timeText(zone, decision->decidedAt),
          text().label(decision->kind) + ": " + decisionValue(*decision, file.classNames, text()),
          decision->reason.empty() ? rule : decision->reason, file.personName(decision->decidedBy)},
         {},
         decision->id.value});
  }
  m_decisions->show(std::move(rows));

  rows = {};
  for (const auto& assignment : file.assignments) {
    rows.push_back(
        {{viewmodels::askedLabel(file, assignment, text()), assignment.disciplines, assignment.dueOn.iso(),
          viewmodels::questionState(assignment, text()), viewmodels::questionWords(file, assignment, text())},
         {},
         assignment.id.value});
  }
  m_assignments->show(std::move(rows));
}

/// The sentences about the clock that is selected, else about the first that runs.
void ComplaintTab::showClockWhy() {
  const auto& reasons = page().clockReasons();
  const auto& clocks = page().file().clocks;
  const auto* selected = m_clocks->selected();
  const auto chosen = std::find_if(clocks.begin(), clocks.end(), [selected](const model::CaseClock& clock) {
    return selected ? static_cast<long long>(clock.name) == selected->key : clock.dueAt && !clock.metAt;
  });
  std::string words;
  if (chosen != clocks.end())
    if (const auto found = reasons.find(chosen->name); found != reasons.end())
      for (const auto& sentence : found->second) words += (words.empty() ? "" : " ") + text()(sentence);
  if (!words.empty()) words = text().label(chosen->name) + ": " + words;
  setText(m_clockWhy, words, chars(this, kClockWhyChars));
  m_clockWhy->Show(!words.empty());
  m_body->FitInside();
  m_body->Layout();
}

void ComplaintTab::showClocks() {
  const auto& file = page().file();
  const auto& zone = page().session().zone;
  const auto now = page().session().clock.now();
  const auto stopped = viewmodels::stoppedClocks(file);
  std::vector<TextTable::Row> rows;
  for (const auto& clock : file.clocks) {
    TextTable::Row row;
    std::string state;
    if (clock.metAt) {
      const bool late = clock.dueAt && *clock.dueAt < *clock.metAt;
      state = text()(
          model::Message(late ? tr("✓ met late, {0}") : tr("✓ met {0}"), {timeText(zone, clock.metAt)}));
      row.style.tone = late ? viewmodels::Tone::warning : viewmodels::Tone::good;
    } else if (!clock.startedAt) {
      state = text()(tr("○ waits for its start"));
      row.style.muted = true;
    } else if (std::find(stopped.begin(), stopped.end(), clock.name) != stopped.end()) {
      state = text()(tr("‖ stopped"));
    } else if (clock.dueAt && *clock.dueAt < now) {
      state = "⚠ " + text()(model::Message(tr("overdue by {0}"),
                                           {model::listed({viewmodels::remainingText(*clock.dueAt, now)})}));
      row.style.tone = viewmodels::Tone::late;
      row.style.bold = true;
    } else if (clock.dueAt) {
      state = text()(model::Message(tr("▷ runs, {0} left"),
                                    {model::listed({viewmodels::remainingText(now, *clock.dueAt)})}));
    }
    std::string why = text()(model::startEventLabel(clock.startEvent));
    if (!clock.dueReason.empty()) why += " · " + text()(model::dueReasonLabel(clock.dueReason));
    row.cells = {text().label(clock.name), timeText(zone, clock.dueAt), state, why};
    row.key = static_cast<long long>(clock.name);
    rows.push_back(std::move(row));
  }
  addReplacements(file, zone.date(now), text(), rows);
  m_clocks->show(std::move(rows));
  showClockWhy();
}

/// What was waited for: samples, stops of clocks and later dates that were agreed.
void ComplaintTab::showWaiting() {
  const auto& file = page().file();
  const auto& zone = page().session().zone;
  std::vector<TextTable::Row> rows;
  for (const auto& sample : file.samples) {
    if (!sample.toCome) {
      rows.push_back({{"", text()(tr("No sample will come")) + " " + sample.note}, {}, 0});
      continue;
    }
    std::string words =
        text()(model::Message(tr("Sample, {0} pieces"), {viewmodels::groupedNumber(sample.quantity)}));
    if (sample.analysableAt)
      words += " · " +
               text()(model::Message(tr("can be analysed from {0}"), {timeText(zone, sample.analysableAt)}));
    if (!sample.note.empty()) words += " · " + sample.note;
    rows.push_back({{timeText(zone, sample.arrivedAt), words}, {}, 0});
  }
  for (const auto& pause : file.pauses)
    rows.push_back({{timeText(zone, pause.startedAt), text()(pauseWords(file, pause, zone))}, {}, 0});
  for (const auto& agreed : file.clockExtensions) {
    const std::string clock = model::translated(model::labelOf(agreed.clock));
    const model::Message words =
        agreed.byCustomer ? model::Message(tr("{0} agreed on {1} for the clock “{2}”: {3}"),
                                           {agreed.agreedWith, agreed.untilDay.iso(), clock, agreed.reason})
                          : model::Message(tr("{0} set {1} for the clock “{2}” in the house: {3}"),
                                           {file.personName(agreed.recordedBy), agreed.untilDay.iso(), clock,
                                            agreed.reason});
    rows.push_back({{timeText(zone, agreed.recordedAt), text()(words)}, {}, 0});
  }
  m_samples->list()->Show(!rows.empty());
  m_samples->show(std::move(rows));
}

void ComplaintTab::showWhoseTime() {
  constexpr int kBar = 14;  ///< letters of the longest bar
  const auto& time = page().whoseTime();
  std::vector<TextTable::Row> rows;
  for (const auto& share : time.shares) {
    const auto part = [&](int of) {
      return time.gross > 0 ? static_cast<int>((share.microseconds * of + time.gross / 2) / time.gross) : 0;
    };
    std::string bar;
    for (int i = 0; i < part(kBar); ++i) bar += "■";
    rows.push_back(
        {{text().label(share.party) + (share.department.empty() ? "" : " " + share.department),
          text()(model::durationWords(share.microseconds)), bar + " " + std::to_string(part(100)) + " %"},
         {},
         0});
  }
  m_whose->show(std::move(rows));
  setText(m_whoseSum,
          text()(model::Message(tr("{0} in all since the notice, {1} without approved stops of clocks."),
                                {model::listed({model::durationWords(time.gross)}),
                                 model::listed({model::durationWords(time.net)})})),
          chars(this, kClockWhyChars));
}

void ComplaintTab::showButtons() {
  const auto actions = page().actions();
  const bool anyAssignment = !page().file().assignments.empty();
  for (const auto& [id, button] : m_buttons) {
    const auto& action = viewmodels::actionOf(actions, id);
    showAction(button, action, text());
    if (id == CaseActionId::refuse) button->Show(anyAssignment && action.enabled());
    // What few people ever have to do stands there only when it can be done.
    for (const CaseActionId rare :
         {CaseActionId::resumeClock, CaseActionId::decideStop, CaseActionId::followUp,
          CaseActionId::confirmAnswer, CaseActionId::askExtension, CaseActionId::ruleExtension,
          CaseActionId::ruleRefusal})
      if (id == rare) button->Show(action.enabled());
  }
}

}  // namespace octad::gui
