#include "gui/viewmodels/case_page.hpp"

#include <algorithm>
#include <utility>

#include "audit/told/case_history.hpp"
#include "gui/viewmodels/answer_words.hpp"
#include "gui/viewmodels/case_returns.hpp"
#include "gui/viewmodels/department_name.hpp"
#include "gui/viewmodels/policy_forms.hpp"
#include "gui/viewmodels/similar_cases.hpp"
#include "model/cases/summary.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/eightd/plausible_dates.hpp"
#include "model/policy/deadlines.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/signer.hpp"
#include "model/usecases/clock_sets.hpp"
#include "model/usecases/note_reading.hpp"
#include "model/usecases/save_discipline.hpp"
#include "model/usecases/severity_update.hpp"
#include "model/usecases/site.hpp"

namespace octad::viewmodels {

using model::CaseFile;
using model::DisciplineCode;
using model::keyOf;
using model::labelOf;
using model::Message;
using model::MissingPoint;
using model::tr;
using model::translated;

namespace {

constexpr DisciplineCode kDisciplines[] = {DisciplineCode::d0, DisciplineCode::d1, DisciplineCode::d2,
                                           DisciplineCode::d3, DisciplineCode::d4, DisciplineCode::d5,
                                           DisciplineCode::d6, DisciplineCode::d7, DisciplineCode::d8};

Message turnOf(const model::Complaint& head) {
  if (head.turn == model::Turn::nobody) return {tr("Nobody's turn")};
  if (head.turnName.empty()) return {tr("Turn: {0}"), {translated(labelOf(head.turn))}};
  if (head.turn == model::Turn::department) return {tr("Turn: {0}"), {head.turnName}};
  return {tr("Turn: {0}, {1}"), {translated(labelOf(head.turn)), head.turnName}};
}

Message dueOf(const model::Complaint& head, const model::Zone& zone, bool overdue) {
  if (!head.dueAt) return {};
  const std::string when = timeText(zone, head.dueAt);
  const std::string what = translated(model::dueLabel(head.dueName));
  return overdue ? Message(tr("Overdue since {0}: {1}"), {when, what})
                 : Message(tr("Due {0}: {1}"), {when, what});
}

Message counted(const char* label, long long count) {
  return count == 0 ? Message("{0}", {translated(label)})
                    : Message("{0} {1}", {translated(label), std::to_string(count)});
}

/// The sentence of the rule that gave the class; none when the facts give another rule today (overruled or
/// imported cases) or no class at all.
Message reasonByPolicy(const CaseFile& file, const model::Policy& policy) {
  try {
    const auto decided = model::classify(model::classifyInput(file), policy);
    return decided.rule == file.complaint.rule ? decided.reason : Message();
  } catch (const model::Error&) {
    return {};
  }
}

}  // namespace

CaseTab tabOf(DisciplineCode code) {
  return static_cast<CaseTab>(static_cast<int>(CaseTab::d0) + static_cast<int>(code));
}

std::optional<DisciplineCode> disciplineOf(CaseTab tab) {
  if (tab < CaseTab::d0 || tab > CaseTab::d8) return std::nullopt;
  return static_cast<DisciplineCode>(static_cast<int>(tab) - static_cast<int>(CaseTab::d0));
}

std::vector<Message> classReasons(const CaseFile& file, const Message& sentence) {
  const model::Decision* newest = nullptr;
  for (const auto& decision : file.decisions)
    if (decision.kind == model::DecisionKind::severity &&
        (!newest || newest->decidedAt <= decision.decidedAt))
      newest = &decision;
  std::vector<Message> reasons;
  if (!newest) {
    reasons.emplace_back(tr("The class has not been decided yet."));
    return reasons;
  }
  if (!newest->reason.empty())
    reasons.emplace_back("{0}", std::vector{newest->reason});
  else if (!sentence.id.empty())
    reasons.push_back(sentence);
  if (!newest->rule.empty())
    reasons.emplace_back(tr("Rule “{0}” of policy “{1}”, revision {2}"),
                         std::vector{model::translated(ruleName(newest->rule)), newest->policyName,
                                     std::to_string(newest->policyRevision)});
  const std::string who = file.personName(newest->decidedBy);
  if (!who.empty()) reasons.emplace_back(tr("Decided by {0}"), std::vector{who});
  if (file.complaint.severityProvisional)
    reasons.emplace_back(tr("Provisional until the owner of the case confirms it."));
  return reasons;
}

std::string departmentLabel(const CaseFile& file, model::DepartmentId id, model::Language language) {
  for (const auto& department : file.departments)
    if (department.id == id) return codeAndName(department, language);
  return {};
}

JumpTarget jumpTarget(const MissingPoint& point) {
  JumpTarget target;
  const auto dot = point.field.find('.');
  target.table = point.field.substr(0, dot);
  if (dot != std::string::npos) target.row = point.field.substr(dot + 1);
  if (target.table == "statement") target.table = "text";  // either of them states the problem
  if (point.actionId)
    target.rowId = point.actionId.value;
  else if (point.causeId && target.table == "causes")
    target.rowId = point.causeId.value;
  target.column = point.column;
  if (point.column == "why_steps") target.table = point.column;
  if (target.table == "returns")
    target.tab = CaseTab::returns;
  else if (target.table == "replies")
    target.tab = CaseTab::replies;
  else if (target.table == "attachments")
    target.tab = CaseTab::files;
  else if (target.table == "acceptance" || target.table == "items" || target.table == "samples" ||
           target.table == "assignments")
    target.tab = CaseTab::complaint;
  else if (target.table == "containment")
    target.tab = CaseTab::coverage;
  else if (target.table == "similar")
    target.tab = CaseTab::d2;
  else if (target.table == "other_customers")
    target.tab = CaseTab::d3;
  else
    target.tab = tabOf(point.discipline);
  return target;
}

struct CasePageViewModel::Loaded {
  std::shared_ptr<const CaseFile> file;
  std::vector<told::HistoryLine> history;
  std::vector<model::Department> departments;
  std::vector<model::Person> people;
  Message classReason;
  ClockReasons clockReasons;
  model::WhoseTime whoseTime;
  std::vector<model::Campaign> campaigns;
  bool signsWithPassword = false;
  int verificationLots = model::kVerificationLots;
};

CasePageViewModel::CasePageViewModel(Session& session, model::ComplaintId id, Drafts* drafts)
    : RecordPageViewModel(session), m_id(id), m_drafts(drafts) {}

void CasePageViewModel::load() {
  m_loading = true;
  m_reading.renew();
  inBackground(
      m_session.executor, m_reading,
      [store = m_session.store, id = m_id, now = m_session.clock.now(), workplace = m_session.workplace(),
       note = !m_readingNoted && model::isWatchedReader(m_session.actor)] {
        model::Reader& reader = store->reader();
        if (note) model::NoteReading(workplace).noteOpening(id);
        Loaded loaded;
        loaded.file = std::make_shared<const CaseFile>(reader.openCase(id));
        loaded.history = told::historyLines(reader.history(id), *loaded.file);
        loaded.departments = reader.departments();
        loaded.people = reader.people();
        loaded.signsWithPassword = store->signer().asksPassword();
        const model::Site site = model::readSite(reader, now);
        const model::Policy& policy = site.policyOf(loaded.file->complaint);
        for (const auto& clock : loaded.file->clocks)
          loaded.clockReasons[clock.name] = model::explainClock(clock, *loaded.file, policy, site.calendar);
        loaded.whoseTime = model::whoseTime(*loaded.file, now, site.calendar);
        loaded.campaigns = reader.campaigns();
        loaded.verificationLots = policy.verificationLots;
        if (!loaded.file->complaint.policyName.empty())
          loaded.classReason = reasonByPolicy(*loaded.file, policy);
        return loaded;
      },
      [this](Loaded loaded) { take(std::move(loaded)); },
      [this](const std::exception_ptr& error) { loadFailed(error); });
}

void CasePageViewModel::take(Loaded loaded) {
  m_loading = false;
  m_file = std::move(loaded.file);
  m_history = std::move(loaded.history);
  m_departments = std::move(loaded.departments);
  m_people = std::move(loaded.people);
  m_verificationLots = loaded.verificationLots;
  m_coverage.reset();
  m_signsWithPassword = loaded.signsWithPassword;
  m_readingNoted = true;
  m_classReason = std::move(loaded.classReason);
  m_clockReasons = std::move(loaded.clockReasons);
  m_whoseTime = std::move(loaded.whoseTime);
  m_campaigns = std::move(loaded.campaigns);
  for (auto& [code, editor] : m_editors) editor->refresh(*m_file);
  changed();
  checkTrail();
}

void CasePageViewModel::checkTrail() {
  m_trail.reset();
  inBackground(
      m_session.executor, m_reading,
      [store = m_session.store, id = m_id] { return store->reader().verifyAudit(id); },
      [this](model::AuditReport report) {
        m_trail = std::move(report);
        trailChecked();
      },
      [this](const std::exception_ptr& error) { failed(error); });
}

Message CasePageViewModel::trailVerdict() const {
  if (!m_trail) return {};
  if (m_trail->faults.empty())
    return {tr("Audit trail verified: {0} events, nothing altered"), {std::to_string(m_trail->events)}};
  return {
      tr("This case is not what its audit trail says ({0} faults). Keep the database as it is and tell the "
         "administrator; octadctl audit verify names each place."),
      {std::to_string(m_trail->faults.size())}};
}

CaseHeader CasePageViewModel::header() const {
  const auto& head = m_file->complaint;
  CaseHeader header;
  header.number = head.number.empty() ? head.externalNumber : head.number;
  header.customer = m_file->customer.name;
  header.part = head.partNumber;
  header.failure = head.failure;
  header.title = head.title;
  header.severity = chipOf(head.severity, m_file->className(), m_session.translator);
  header.provisional = head.severityProvisional;
  header.why = classReasons(*m_file, m_classReason);
  header.state = chipOfPhase(head.phase, head.state);
  header.turn = turnOf(head);
  header.overdue = head.dueAt && *head.dueAt < m_session.clock.now() && isOpen(head.state);
  header.due = dueOf(head, m_session.zone, header.overdue);
  if (head.firstContactId)
    header.firstContact = {tr("First-contact owner: {0}"), {m_file->personName(*head.firstContactId)}};
  header.special = model::specialStatusLabels(m_file->customer.specialStatus);
  header.challenge = challengeWords(*m_file);
  header.shared = sharedWords(*m_file);
  return header;
}

const model::Coverage& CasePageViewModel::coverage() const {
  if (!m_coverage) m_coverage = model::coverageOf(*m_file, m_verificationLots);
  return *m_coverage;
}

std::vector<CaseStep> CasePageViewModel::steps() const {
  std::vector<CaseStep> steps;
  steps.push_back({CaseTab::complaint, {tr("Complaint")}, {tr("Complaint")}, false});
  for (const DisciplineCode code : kDisciplines) {
    const auto& discipline = m_file->discipline(code);
    CaseStep step;
    step.tab = tabOf(code);
    const auto editor = m_editors.find(code);
    step.unsaved = editor != m_editors.end() && editor->second->dirty();
    step.label = Message(step.unsaved ? "{0} {1} •" : "{0} {1}",
                         {stateMark(discipline.state), std::string(keyOf(code))});
    step.hint = step.unsaved ? Message(tr("{0}: {1}, not saved"),
                                       {translated(labelOf(code)), translated(labelOf(discipline.state))})
                             : Message(tr("{0}: {1}"),
                                       {translated(labelOf(code)), translated(labelOf(discipline.state))});
    steps.push_back(std::move(step));
  }
  steps.push_back({CaseTab::coverage,
                   counted(tr("Coverage"), static_cast<long long>(coverage().holes())),
                   {tr("Cause x action x evidence: what is missing")},
                   false});
  steps.push_back(
      {CaseTab::returns, counted(tr("Returns"), returnedPieces(*m_file)), {tr("Returned goods")}, false});
  steps.push_back({CaseTab::replies,
                   counted(tr("Replies"), static_cast<long long>(m_file->replies.size())),
                   {tr("Replies")},
                   false});
  steps.push_back({CaseTab::files,
                   counted(tr("Files"), static_cast<long long>(m_file->attachments.size())),
                   {tr("Files")},
                   false});
  steps.push_back({CaseTab::history, {tr("History")}, {tr("History")}, false});
  return steps;
}

std::vector<CaseAction> CasePageViewModel::actions() const {
  return caseActions(*m_file, m_session.actor, m_verificationLots);
}

std::vector<CaseAction> CasePageViewModel::actions(DisciplineCode code) const {
  return disciplineActions(*m_file, code, m_session.actor, m_verificationLots);
}

std::optional<CaseActionId> CasePageViewModel::primaryAction() const {
  return primaryCaseAction(*m_file, actions(), m_verificationLots);
}

std::vector<MissingPoint> CasePageViewModel::missing(DisciplineCode code) const {
  return model::missingFor(code, *m_file, m_verificationLots);
}

std::vector<MissingPoint> CasePageViewModel::missingNext() const {
  return model::missingNext(*m_file, m_verificationLots);
}

std::vector<MissingPoint> CasePageViewModel::missingForClosing() const {
  return model::missingForClosing(*m_file, m_verificationLots);
}

std::vector<MissingPoint> CasePageViewModel::implausibleDates() const {
  return model::implausibleDates(*m_file, m_session.zone);
}

DisciplineViewModel& CasePageViewModel::discipline(DisciplineCode code) {
  auto& editor = m_editors[code];
  if (!editor) editor = std::make_unique<DisciplineViewModel>(*m_file, code, m_departments);
  return *editor;
}

bool CasePageViewModel::anyUnsaved() const {
  return std::any_of(m_editors.begin(), m_editors.end(),
                     [](const auto& editor) { return editor.second->dirty(); });
}

void CasePageViewModel::run(const std::string& requestId,
                            std::function<model::Saved(model::Workplace, model::CaseTarget)> change,
                            std::function<void(const model::Saved&)> saved,
                            std::function<void(std::exception_ptr)> failure) {
  runChange(
      model::CaseTarget{m_id, m_file->complaint.rowVersion, requestId}, std::move(change),
      [this, saved = std::move(saved)](const model::Saved& result) {
        stored(result);
        if (saved) saved(result);
      },
      std::move(failure));
}

void CasePageViewModel::saveDiscipline(DisciplineCode code, std::function<void()> saved,
                                       std::function<void(std::vector<FieldConflict>)> conflict,
                                       std::function<void(std::exception_ptr)> failure) {
  struct Outcome {
    std::optional<model::Saved> saved;
    std::shared_ptr<const CaseFile> file;
  };
  model::DisciplineContent content = discipline(code).toSave();
  content.target = {m_id, 0, newUuid()};
  ++m_running;
  inBackground(
      m_session.executor, m_life,
      [store = m_session.store, &clock = m_session.clock, actor = m_session.actor, content] {
        Outcome outcome;
        try {
          outcome.saved = model::SaveDiscipline(model::Workplace{*store, clock, actor}).execute(content);
        } catch (const model::Conflict&) {
          // Somebody else saved it meanwhile: both versions are shown.
        }
        outcome.file = std::make_shared<const CaseFile>(store->reader().openCase(content.target.id));
        return outcome;
      },
      [this, code, saved = std::move(saved), conflict = std::move(conflict)](const Outcome& outcome) {
        --m_running;
        m_file = outcome.file;
        m_coverage.reset();
        if (outcome.saved) {
          discipline(code).load(*m_file);
          draftSaved(code);
          stored(*outcome.saved);
          if (saved) saved();
          load();
        } else if (conflict) {
          conflict(discipline(code).conflicts(*m_file));
        }
      },
      counting(std::move(failure)));
}

void CasePageViewModel::suggestDefects(const std::string& typed,
                                       std::function<void(std::vector<FieldSuggestion>)> answer) const {
  inBackground(
      m_session.executor, m_life,
      [store = m_session.store, wanted = model::foldText(typed)] {
        std::vector<FieldSuggestion> found;
        for (const auto& defect : store->reader().defects()) {
          const bool fits = model::foldText(defect.name).find(wanted) != std::string::npos ||
                            model::foldText(defect.nameEn).find(wanted) != std::string::npos;
          if (defect.active && fits && found.size() < kSuggestions)
            found.push_back({defect.name, defect.nameEn == defect.name ? std::string() : defect.nameEn});
        }
        return found;
      },
      std::move(answer), [](const std::exception_ptr&) {});
}

}  // namespace octad::viewmodels
