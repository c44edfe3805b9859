#include "model/cases/summary.hpp"

#include <algorithm>

#include "model/eightd/gates.hpp"
#include "model/eightd/owed_answers.hpp"

namespace octad::model {

namespace {

/// The customer is reminded of the sample this many working days after the last news of it (design 6); one
/// that came and waits to be looked at is our own to remind of.
constexpr int kSampleReminderDays = 3;

bool isOver(CaseState state) {
  return state == CaseState::closed || state == CaseState::archived || state == CaseState::cancelled;
}

/// Asked, or sent back: the department has to answer.
bool isDepartments(const Assignment& assignment) {
  return assignment.state == AssignmentState::asked || assignment.state == AssignmentState::rejected;
}

/// Something lies with the CQE: an answer to review or a refusal to rule on.
bool awaitsReview(const CaseFile& file) {
  return std::any_of(file.disciplines.begin(), file.disciplines.end(),
                     [](const Discipline& d) { return d.state == DisciplineState::submitted; }) ||
         std::any_of(file.assignments.begin(), file.assignments.end(), [](const Assignment& a) {
           return a.state == AssignmentState::answered || a.state == AssignmentState::refused;
         });
}

/// A clock cannot start because the sample is not there.
bool sampleMissing(const CaseFile& file) {
  return std::any_of(file.clocks.begin(), file.clocks.end(), [](const CaseClock& clock) {
    return clock.startEvent == "sample_analysable" && !clock.startedAt && !clock.metAt;
  });
}

bool sampleOnTheDesk(const CaseFile& file) {
  return std::any_of(file.samples.begin(), file.samples.end(),
                     [](const Sample& sample) { return sample.arrivedAt.has_value(); });
}

/// It is the customer who has to send the sample: it is not here, and the customer has heard from us.
bool waitsForSample(const CaseFile& file) {
  return sampleMissing(file) && !sampleOnTheDesk(file) && !file.replies.empty();
}

/// The notice, or later news of a sample: announced, asked for again, arrived.
Instant lastNewsOfSample(const CaseFile& file) {
  Instant last = file.complaint.receivedAt;
  for (const auto& sample : file.samples)
    for (const auto& at : {sample.toldAt, sample.arrivedAt})
      if (at && *at > last) last = *at;
  return last;
}

/// The newest final reply has no answer yet.
bool waitsForAnswer(const CaseFile& file) {
  const Reply* newest = nullptr;
  for (const auto& reply : file.replies) {
    const bool final = reply.stage == ReplyStage::d8 || reply.stage == ReplyStage::letter;
    if (final && (!newest || newest->sentAt < reply.sentAt)) newest = &reply;
  }
  return newest && newest->status == CustomerStatus::sent;
}

void refreshTurn(CaseFile& file) {
  Complaint& head = file.complaint;
  head.turnName.clear();
  if (isOver(head.state)) {
    head.turn = Turn::nobody;
    return;
  }
  if (head.state == CaseState::closing) {
    head.turn = Turn::approver;
    return;
  }
  const Assignment* asked = nullptr;
  for (const auto& assignment : file.assignments)
    if (isDepartments(assignment) && (!asked || assignment.dueOn < asked->dueOn)) asked = &assignment;
  if (asked) {
    head.turn = Turn::department;
    for (const auto& department : file.departments)
      if (department.id == asked->departmentId) head.turnName = department.code;
    return;
  }
  const bool bounced = std::any_of(file.assignments.begin(), file.assignments.end(), [](const Assignment& a) {
    return a.state == AssignmentState::refused && a.bounces >= kManagersBounce;
  });
  if (bounced) {
    head.turn = Turn::approver;
    return;
  }
  if (!awaitsReview(file) && (waitsForSample(file) || waitsForAnswer(file))) {
    head.turn = Turn::customer;
    return;
  }
  head.turn = Turn::cqe;
  if (head.ownerId) head.turnName = file.personName(*head.ownerId);
}

void refreshDue(CaseFile& file, const WorkCalendar& calendar) {
  Complaint& head = file.complaint;
  head.dueAt.reset();
  head.dueName.clear();
  if (isOver(head.state)) return;
  const auto consider = [&head](Instant at, std::string_view name) {
    if (head.dueAt && *head.dueAt <= at) return;
    head.dueAt = at;
    head.dueName = name;
  };
  const bool merged = head.acceptance == Acceptance::merged;  // the other case's clocks run
  for (const auto& clock : file.clocks)
    if (clock.dueAt && !clock.metAt && !merged) consider(*clock.dueAt, keyOf(clock.name));
  for (const auto& assignment : file.assignments)
    if (isDepartments(assignment)) consider(calendar.endOfDay(assignment.dueOn), "assignment");
  for (const auto& action : file.actions)
    if (action.dueOn && !action.doneOn) consider(calendar.endOfDay(*action.dueOn), "action");
  if (sampleMissing(file) && !merged)
    consider(calendar.afterWorkingDays(lastNewsOfSample(file), kSampleReminderDays),
             sampleOnTheDesk(file) ? "sample_check" : "sample_reminder");
}

}  // namespace

void refreshSummary(CaseFile& file, const WorkCalendar& calendar) {
  Complaint& head = file.complaint;
  head.phase = phaseOf(file);
  const auto first =
      std::min_element(file.items.begin(), file.items.end(),
                       [](const auto& one, const auto& other) { return one.position < other.position; });
  head.partNumber = first == file.items.end() ? std::string() : file.partNumber(first->partId);
  head.failure = first == file.items.end() ? std::string() : first->failure;
  refreshTurn(file);
  refreshDue(file, calendar);
}

const char* dueLabel(std::string_view dueName) {
  if (const auto clock = fromKey<ClockName>(dueName)) return labelOf(*clock);
  if (dueName == "assignment") return tr("Department's answer");
  if (dueName == "action") return tr("Action");
  if (dueName == "follow_up") return tr("Visit after the closing");
  if (dueName == "sample_reminder") return tr("Remind customer of the sample");
  if (dueName == "sample_check") return tr("Say whether the sample can be analysed");
  return "";
}

}  // namespace octad::model
