#include "audit/told/case_history.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>

#include "audit/told/history_event.hpp"

namespace octad::told {

using model::CaseFile;
using model::HistoryEvent;
using model::keyOf;
using model::labelOf;
using model::Message;
using model::tr;
using model::translated;

namespace {

/// Columns that follow from others; a change of these alone is no news.
const std::set<std::string>& derivedColumns() {
  static const std::set<std::string> columns{
      "turn",      "turn_name",   "due_at",   "due_name",   "phase",  "part_number",
      "failure",   "row_version", "revision", "decided_at", "weight", "created_at",
      "closed_at", "snapshot",    "sha256",   "id",         "uuid"};
  return columns;
}

struct Event : AuditEvent {
  Event(const HistoryEvent& event, const CaseFile& of) : AuditEvent(event), file(of) {}
  const CaseFile& file;
};

template <class Enum>
std::string label(const std::string& key) {
  return auditLabel<Enum>(key);
}

/// The code of a department; "-" when nobody is named.
std::string codeOf(const CaseFile& file, long long department) {
  for (const auto& known : file.departments)
    if (known.id == model::DepartmentId(department)) return known.code;
  return "-";
}

/// The departments as they are now: an update carries only what changed.
Message problemSentence(const Event& event, const Message& otherwise) {
  if (event.inserted() || (!event.became("escape_department_id") && !event.became("analysis_department_id")))
    return otherwise;
  const auto now = [&event](const std::optional<model::DepartmentId>& id) {
    return codeOf(event.file, id ? id->value : 0);
  };
  return {tr("{0}: responsible for the escape is {1}, the analysis is led by {2}"),
          {event.who(), now(event.file.problem.escapeDepartmentId),
           now(event.file.problem.analysisDepartmentId)}};
}

Message complaintSentence(const Event& event) {
  if (event.inserted()) return {tr("{0} registered the complaint"), {event.who()}};
  if (event.became("state")) {
    const auto state = model::fromKey<model::CaseState>(event.value("state"));
    const bool wasClosed = event.before.count("state") && event.before.at("state") == "closed";
    if (state == model::CaseState::handling && wasClosed) return {tr("{0} reopened the case"), {event.who()}};
    if (state == model::CaseState::closing) return {tr("{0} requested the closing"), {event.who()}};
    if (state == model::CaseState::closed) return {tr("{0} closed the case"), {event.who()}};
    if (state == model::CaseState::cancelled) return {tr("{0} cancelled the case"), {event.who()}};
    return {tr("{0} moved the case to “{1}”"), {event.who(), label<model::CaseState>(event.value("state"))}};
  }
  if (event.became("acceptance"))
    return {tr("{0} decided: {1}"), {event.who(), label<model::Acceptance>(event.value("acceptance"))}};
  if (event.became("responsible_department_id"))
    return {tr("{0}: responsible for the occurrence is {1}"),
            {event.who(), codeOf(event.file, event.number("responsible_department_id"))}};
  if (event.became("problem_id")) return {tr("{0} joined the case to another 8D"), {event.who()}};
  if (event.became("campaign_id")) return {tr("{0} changed the campaign of the case"), {event.who()}};
  return {tr("{0} corrected the facts"), {event.who()}};
}

/// By the revision that the decision names.
std::string className(const Event& event) {
  const auto severity = model::fromKey<model::SeverityClass>(event.value("value"));
  if (!severity) return event.value("value");
  const auto name = event.file.classNames.of(
      {event.value("policy_name"), static_cast<int>(event.number("policy_revision"))}, *severity);
  return name.args.empty() ? translated(model::labelOf(*severity)) : name.args.front();
}

Message decisionSentence(const Event& event) {
  const auto kind = model::fromKey<model::DecisionKind>(event.value("kind"));
  if (kind == model::DecisionKind::severity)
    return {tr("{0}: class decided as {1}"), {event.who(), className(event)}};
  if (kind == model::DecisionKind::counting)
    return {event.value("value") == "excluded_by_speed" ? tr("{0} closed it: not counted, solved in time")
                                                        : tr("{0} opened it again: it counts again"),
            {event.who()}};
  if (kind == model::DecisionKind::liability)
    return {tr("{0}: liability decided as {1}"),
            {event.who(), label<model::Liability>(event.value("value"))}};
  return {tr("{0} decided: {1}"), {event.who(), label<model::Acceptance>(event.value("value"))}};
}

Message replySentence(const Event& event) {
  const std::string stage = label<model::ReplyStage>(event.value("stage"));
  if (event.inserted()) return {tr("{0} sent to the customer: {1}"), {event.who(), stage}};
  if (const std::string about = event.value("objected_to"); !about.empty())
    return {tr("{0} recorded the customer's answer: {1}, about {2}"),
            {event.who(), label<model::CustomerStatus>(event.value("status")), about}};
  return {tr("{0} recorded the customer's answer: {1}"),
          {event.who(), label<model::CustomerStatus>(event.value("status"))}};
}

Message sampleSentence(const Event& event) {
  if (event.became("to_come") && !event.flag("to_come"))
    return {tr("{0} noted that no sample will come"), {event.who()}};
  if (event.became("analysable_at") && !event.value("analysable_at").empty())
    return {tr("{0} marked the sample as analysable"), {event.who()}};
  return {tr("{0} recorded the arrival of a sample"), {event.who()}};
}

/// An update carries only the columns that changed: the clock of a row is looked up in the case.
template <class Row>
std::string clockOfRow(const Event& event, const char* column, const std::vector<Row>& rows,
                       model::ClockName Row::*name) {
  if (const std::string key = event.value(column); !key.empty()) return label<model::ClockName>(key);
  for (const auto& row : rows)
    if (std::to_string(row.id.value) == event.raw.key) return translated(labelOf(row.*name));
  return {};
}

Message pauseSentence(const Event& event) {
  const std::string clock = clockOfRow(event, "clock", event.file.pauses, &model::ClockPause::clock);
  if (event.inserted())
    return {event.value("state") == "asked" ? tr("{0} asked for a stop of the clock “{1}”")
                                            : tr("{0} stopped the clock “{1}”"),
            {event.who(), clock}};
  if (event.value("state") == "approved")
    return {tr("{0} approved the stop of the clock “{1}”"), {event.who(), clock}};
  if (event.value("state") == "refused")
    return {tr("{0} ended the request to stop the clock “{1}”"), {event.who(), clock}};
  return {tr("{0} let the clock “{1}” run again"), {event.who(), clock}};
}

Message agreementSentence(const Event& event) {
  const std::string clock = label<model::ClockName>(event.value("clock"));
  return {event.flag("by_customer") ? tr("{0} recorded that the customer agreed on {1} for the clock “{2}”")
                                    : tr("{0} set {1} for the clock “{2}” in the house"),
          {event.who(), event.value("until_day"), clock}};
}

Message followUpSentence(const Event& event) {
  const std::string satisfaction = event.value("satisfaction");
  if (satisfaction.empty())
    return {tr("A visit after the closing is due {1}"), {event.who(), event.value("due_on")}};
  return {tr("{0} recorded the visit after the closing: {1}"),
          {event.who(), label<model::Satisfaction>(satisfaction)}};
}

Message clockSentence(const Event& event) {
  const std::string clock = clockOfRow(event, "name", event.file.clocks, &model::CaseClock::name);
  if (event.became("met_at") && !event.value("met_at").empty())
    return {tr("Clock “{1}” was met"), {event.who(), clock}};
  if (event.became("started_at") && !event.value("started_at").empty())
    return {tr("Clock “{1}” started"), {event.who(), clock}};
  return {tr("Clock “{1}” was computed again"), {event.who(), clock}};
}

/// An update carries only the columns that changed: who was asked comes from the case as it is now.
std::string askedDepartment(const Event& event, const std::string& assignment) {
  long long department = event.number("department_id");
  for (const auto& question : event.file.assignments)
    if (department == 0 && std::to_string(question.id.value) == assignment)
      department = question.departmentId.value;
  return codeOf(event.file, department);
}

Message assignmentSentence(const Event& event) {
  const std::string department = askedDepartment(event, event.raw.key);
  if (event.inserted())
    return {tr("{0} asked {1} for {2}"), {event.who(), department, event.value("disciplines")}};
  if (!event.became("state")) {
    if (!event.value("due_on").empty())
      return {tr("{0}: the answer of {1} is due {2}"), {event.who(), department, event.value("due_on")}};
    return {tr("{0} changed the question to {1}"), {event.who(), department}};
  }
  const auto state = model::fromKey<model::AssignmentState>(event.value("state"));
  if (state == model::AssignmentState::refused)
    return {tr("{0} refused the question: {1}"), {event.who(), event.value("refusal")}};
  return {tr("{0}: the question to {1} is now “{2}”"),
          {event.who(), department, label<model::AssignmentState>(event.value("state"))}};
}

Message extensionSentence(const Event& event) {
  if (event.inserted())
    return {tr("{0} asked for time until {1}: {2}"),
            {event.who(), event.value("wanted_day"), event.value("reason")}};
  return {tr("{0} ruled on the extension: {1}"),
          {event.who(), label<model::ExtensionState>(event.value("state"))}};
}

Message confirmationSentence(const Event& event) {
  std::string code = "8D";
  for (const auto& submission : event.file.submissions)
    if (submission.id.value == event.number("submission_id")) code = keyOf(submission.discipline);
  if (event.flag("agreed")) return {tr("{0} confirmed the answer to {1}"), {event.who(), code}};
  return {tr("{0} objected to the answer to {1}: {2}"), {event.who(), code, event.value("note")}};
}

Message assessmentSentence(const Event& event) {
  return {tr("{0} assessed the 8D report, revision {1}: {2} of {3} points"),
          {event.who(), event.value("revision"), event.value("points"), event.value("possible")}};
}

/// An update carries only what changed: the later case comes from the case as it is now.
Message challengeSentence(const Event& event) {
  std::string later = event.value("later_number");
  for (const auto& challenge : event.file.challenges)
    if (later.empty() && std::to_string(challenge.id.value) == event.raw.key) later = challenge.laterNumber;
  if (!event.value("ruling").empty())
    return {tr("{0} ruled on the challenge by {1}: {2}"),
            {event.who(), later, label<model::ChallengeRuling>(event.value("ruling"))}};
  return {tr("Case {1} is held against the effect: {2}"),
          {event.who(), later, label<model::ChallengeKind>(event.value("kind"))}};
}

Message disciplineSentence(const Event& event) {
  std::string code = event.value("code");
  if (code.empty())
    for (const auto& discipline : event.file.disciplines)
      if (std::to_string(discipline.id.value) == event.raw.key) code = keyOf(discipline.code);
  if (event.inserted()) return {tr("{0} opened {1}"), {event.who(), code}};
  if (!event.became("state")) return {tr("{0} wrote in {1}"), {event.who(), code}};
  const auto state = model::fromKey<model::DisciplineState>(event.value("state"));
  if (state == model::DisciplineState::submitted) return {tr("{0} submitted {1}"), {event.who(), code}};
  if (state == model::DisciplineState::approved) return {tr("{0} approved {1}"), {event.who(), code}};
  if (state == model::DisciplineState::rejected) return {tr("{0} returned {1}"), {event.who(), code}};
  if (state == model::DisciplineState::notRequired)
    return {tr("{0} declared {1} not required"), {event.who(), code}};
  return {tr("{0} opened {1} again"), {event.who(), code}};
}

const model::Submission* submissionOf(const Event& event) {
  for (const auto& submission : event.file.submissions)
    if (submission.id.value == event.number("submission_id")) return &submission;
  return nullptr;
}

Message reviewSentence(const Event& event) {
  const auto* submission = submissionOf(event);
  const std::string code = submission ? std::string(keyOf(submission->discipline)) : std::string("8D");
  if (event.flag("approved")) return {tr("{0} approved {1}"), {event.who(), code}};
  return {tr("{0} rejected {1}: {2}"),
          {event.who(), code, label<model::RejectReason>(event.value("reason_code"))}};
}

Message submissionSentence(const Event& event) {
  return {tr("{0} submitted {1}, revision {2}"),
          {event.who(), event.value("discipline"), event.value("revision")}};
}

Message verificationSentence(const Event& event) {
  return {tr("{0} verified the effect: {1}"),
          {event.who(), label<model::VerificationResult>(event.value("result"))}};
}

Message closingSentence(const Event& event) {
  return event.flag("reopened") ? Message(tr("{0} recorded a reopening"), {event.who()})
                                : Message(tr("{0} recorded the closing"), {event.who()});
}

Message attachmentSentence(const Event& event) {
  return {tr("{0} added the file {1}"), {event.who(), event.value("original_name")}};
}

Message returnSentence(const Event& event) {
  if (event.inserted())
    return {tr("{0} recorded {1} returned pieces"), {event.who(), event.value("received")}};
  return {tr("{0} recorded findings on returned goods"), {event.who()}};
}

Message handOverSentence(const Event& event) {
  std::string number;
  for (const auto& share : event.file.returns)
    if (share.returnId == model::ReturnId(event.number("return_id"))) number = share.number;
  return {tr("{0} handed return {1} on to {2}"),
          {event.who(), number, event.file.personName(model::PersonId(event.number("owner_id")))}};
}

const model::SweepRow* sweepOf(const Event& event, long long id) {
  for (const auto& row : event.file.sweep)
    if (row.id.value == id) return &row;
  return nullptr;
}

Message countSentence(const Event& event) {
  const auto* row = sweepOf(event, event.number("sweep_id"));
  const std::string place = row ? translated(labelOf(row->location)) : std::string();
  return {event.flag("correction") ? tr("{0} took back at “{1}”: OK {2}, NG {3}, rework {4}")
                                   : tr("{0} counted at “{1}”: OK {2}, NG {3}, rework {4}"),
          {event.who(), place, event.value("ok"), event.value("ng"), event.value("rework")}};
}

Message custodySentence(const Event& event) {
  if (event.value("place").empty())
    return {tr("{0} handed the sample to {1}"), {event.who(), event.value("holder")}};
  return {tr("{0} handed the sample to {1}, {2}"),
          {event.who(), event.value("holder"), event.value("place")}};
}

Message consentSentence(const Event& event) {
  return {tr("{0} noted the customer's word on a destructive test: {1}"),
          {event.who(), label<model::Consent>(event.value("state"))}};
}

Message passedSentence(const Event& event) {
  return {tr("{0} let a weak answer of {1} pass: “{2}”"),
          {event.who(), event.value("discipline"), event.value("answer")}};
}

Message similarSentence(const Event& event) {
  const std::string other = event.value("other_number");
  if (other.empty()) return {tr("{0} decided that no similar case is the same problem"), {event.who()}};
  return {tr("{0} compared with {1}: {2}"),
          {event.who(), other, label<model::SimilarVerdict>(event.value("verdict"))}};
}

/// An update carries only what changed: the name comes from the case as it is now.
Message customerSentence(const Event& event) {
  std::string name = event.value("customer_name");
  for (const auto& other : event.file.otherCustomers)
    if (name.empty() && std::to_string(other.id.value) == event.raw.key) name = other.customerName;
  if (!event.value("notified_on").empty())
    return {tr("{0} noted that {1} was notified on {2}"), {event.who(), name, event.value("notified_on")}};
  if (!event.value("decision").empty())
    return {tr("{0} listed customer {1} who received suspect lots: {2}"),
            {event.who(), name, label<model::NotifyDecision>(event.value("decision"))}};
  return {tr("{0} changed: {1} “{2}”"), {event.who(), translated(tr("other customer")), name}};
}

Message lessonSentence(const Event& event) {
  if (event.became("withdrawn") && event.flag("withdrawn"))
    return {tr("{0} took the lesson out of the library"), {event.who()}};
  return {tr("{0} put what was learned into the library"), {event.who()}};
}

struct RowWords {
  const char* table;
  const char* noun;
};
/// Working rows are told alike: added, changed, removed.
constexpr std::array kRows{
    RowWords{"team_member", tr("team member")},
    RowWords{"fact", tr("fact of the description")},
    RowWords{"is_not_row", tr("Is / Is not row")},
    RowWords{"sweep_row", tr("stock sweep")},
    RowWords{"cause", tr("cause")},
    RowWords{"why_step", tr("why-step")},
    RowWords{"action_candidate", tr("candidate for an action")},
    RowWords{"action", tr("action")},
    RowWords{"document_change", tr("document change")},
    RowWords{"read_across", tr("read-across")},
    RowWords{"picture_mark", tr("mark in a picture")},
    RowWords{"complaint_item", tr("item")},
    RowWords{"problem", tr("8D head")},
};

template <class Row, class Text>
std::string textOfRow(const std::vector<Row>& rows, const std::string& key, Text Row::*member) {
  for (const auto& row : rows)
    if (std::to_string(row.id.value) == key) return row.*member;
  return {};
}

/// An update carries only the columns that changed: the row's words come from the case as it is now.
std::string subjectNow(const Event& event) {
  const auto& file = event.file;
  const std::string& key = event.raw.key;
  if (event.raw.table == "cause") return textOfRow(file.causes, key, &model::Cause::text);
  if (event.raw.table == "action") return textOfRow(file.actions, key, &model::Action::text);
  if (event.raw.table == "why_step") return textOfRow(file.whySteps, key, &model::WhyStep::answer);
  if (event.raw.table == "is_not_row") return textOfRow(file.isNots, key, &model::IsNot::isFact);
  if (event.raw.table == "action_candidate")
    return textOfRow(file.candidates, key, &model::ActionCandidate::text);
  if (event.raw.table == "read_across") return textOfRow(file.readAcross, key, &model::ReadAcross::subject);
  if (event.raw.table == "team_member") return textOfRow(file.team, key, &model::TeamMember::name);
  if (event.raw.table == "complaint_item") return textOfRow(file.items, key, &model::ComplaintItem::failure);
  if (event.raw.table == "document_change")
    return textOfRow(file.documentChanges, key, &model::DocumentChange::document);
  return {};
}

Message signatureSentence(const Event& event) {
  const std::string meaning = label<model::SignatureMeaning>(event.value("meaning"));
  for (const auto& submission : event.file.submissions)
    if (submission.id.value == event.number("submission_id"))
      return {tr("{0} signed {1}, revision {2}: {3}"),
              {event.who(), translated(labelOf(submission.discipline)), std::to_string(submission.revision),
               meaning}};
  for (const auto& reply : event.file.replies)
    if (reply.id.value == event.number("reply_id"))
      return {tr("{0} signed {1}, revision {2}: {3}"),
              {event.who(), translated(labelOf(reply.stage)), std::to_string(reply.revision), meaning}};
  return {tr("{0} signed the closing: {1}"), {event.who(), meaning}};
}

/// What the row is about, shortened: the words a person would recognise it by.
std::string rowSubject(const Event& event) {
  if (event.raw.table == "sweep_row") {
    const auto* row = sweepOf(event, std::atoll(event.raw.key.c_str()));
    if (const std::string key = event.value("location"); !key.empty())
      return label<model::SweepLocation>(key);
    return row ? translated(labelOf(row->location)) : std::string();
  }
  std::string text;
  for (const char* column :
       {"text", "subject", "answer", "is_fact", "name", "document", "failure", "location", "title"})
    if (text.empty()) text = event.value(column);
  if (text.empty()) text = subjectNow(event);
  constexpr std::size_t kLongest = 90;
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

Message rowSentence(const Event& event, const char* noun) {
  const std::string subject = rowSubject(event);
  if (subject.empty()) {
    if (event.inserted()) return {tr("{0} added: {1}"), {event.who(), translated(noun)}};
    if (event.removed()) return {tr("{0} removed: {1}"), {event.who(), translated(noun)}};
    return {tr("{0} changed: {1}"), {event.who(), translated(noun)}};
  }
  if (event.inserted()) return {tr("{0} added: {1} “{2}”"), {event.who(), translated(noun), subject}};
  if (event.removed()) return {tr("{0} removed: {1} “{2}”"), {event.who(), translated(noun), subject}};
  return {tr("{0} changed: {1} “{2}”"), {event.who(), translated(noun), subject}};
}

using Teller = Message (*)(const Event&);
const std::map<std::string, Teller>& tellers() {
  static const std::map<std::string, Teller> table{
      {"complaint", complaintSentence},
      {"decision", decisionSentence},
      {"reply", replySentence},
      {"sample", sampleSentence},
      {"clock_pause", pauseSentence},
      {"clock_extension", agreementSentence},
      {"follow_up", followUpSentence},
      {"case_clock", clockSentence},
      {"assignment", assignmentSentence},
      {"discipline", disciplineSentence},
      {"review", reviewSentence},
      {"submission", submissionSentence},
      {"verification", verificationSentence},
      {"closing", closingSentence},
      {"signature", signatureSentence},
      {"attachment", attachmentSentence},
      {"returned_quantity", returnSentence},  // written before returns had a ledger
      {"return_hand_over", handOverSentence},
      {"sweep_count", countSentence},
      {"sample_custody", custodySentence},
      {"sample_consent", consentSentence},
      {"accepted_weakness", passedSentence},
      {"similar_decision", similarSentence},
      {"other_customer", customerSentence},
      {"lesson", lessonSentence},
      {"extension_request", extensionSentence},
      {"answer_confirmation", confirmationSentence},
      {"assessment", assessmentSentence},
      {"effect_challenge", challengeSentence},
  };
  return table;
}

Message sentenceOf(const Event& event) {
  if (const auto found = tellers().find(event.raw.table); found != tellers().end())
    return found->second(event);
  for (const auto& row : kRows)
    if (event.raw.table == row.table) {
      const Message words = rowSentence(event, row.noun);
      return event.raw.table == "problem" ? problemSentence(event, words) : words;
    }
  return rowSentence(event, event.raw.table.c_str());
}

/// Only the sums of a location moved that is counted by the day: its counts are told already.
bool isCountedSum(const Event& event) {
  const auto isSum = [](const auto& value) {
    return value.first == "ok" || value.first == "ng" || value.first == "rework";
  };
  const auto ofRow = [&event](const model::SweepCount& count) {
    return std::to_string(count.sweepId.value) == event.raw.key;
  };
  return std::all_of(event.after.begin(), event.after.end(), isSum) &&
         std::any_of(event.file.sweepCounts.begin(), event.file.sweepCounts.end(), ofRow);
}

/// Computed by the program and not decided by a person (clocks, heads where only derived columns moved), or
/// told already by another event of the same change (a review says more than the new state of its
/// discipline).
bool isDerived(const Event& event) {
  if (event.raw.table == "case_clock") return !event.became("met_at") || event.value("met_at").empty();
  if (event.raw.table == "closing") return true;
  if (event.raw.table == "discipline") {
    const std::string state = event.became("state") ? event.value("state") : std::string();
    if (event.inserted() || state == "submitted" || state == "approved" || state == "rejected") return true;
  }
  if (event.raw.table == "complaint" && event.became("acceptance") && !event.became("state")) return true;
  if (event.raw.operation != "UPDATE") return false;
  if (event.raw.table == "sweep_row" && isCountedSum(event)) return true;
  return std::all_of(event.after.begin(), event.after.end(),
                     [](const auto& value) { return derivedColumns().count(value.first) != 0; });
}

}  // namespace

HistoryLine historyLine(const HistoryEvent& raw, const CaseFile& file) {
  const Event event(raw, file);
  HistoryLine line;
  line.at = raw.recordedAt;
  line.person = event.who();
  line.sentence = sentenceOf(event);
  line.reason = raw.reason;
  line.changes = changesOf(event);
  line.derived = isDerived(event);
  return line;
}

std::vector<HistoryLine> historyLines(const std::vector<HistoryEvent>& events, const CaseFile& file) {
  std::vector<HistoryLine> lines;
  lines.reserve(events.size());
  for (const auto& event : events) {
    lines.push_back(historyLine(event, file));
    lines.back().event = lines.size() - 1;
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const HistoryLine& left, const HistoryLine& right) { return right.at < left.at; });
  return lines;
}

}  // namespace octad::told
