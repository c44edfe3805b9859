#include "model/usecases/follow_up.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

constexpr std::array<std::string_view, 4> kWays{"visit", "phone", "meeting", "email"};

FollowUp* openRow(CaseFile& file) {
  const auto open = std::find_if(file.followUps.begin(), file.followUps.end(),
                                 [](const FollowUp& row) { return !row.doneOn; });
  return open == file.followUps.end() ? nullptr : &*open;
}

Date requireDone(const FollowUpVisit& input, const CaseEdit& edit) {
  const Date day = input.doneOn.value_or(edit.today);
  requireDayUntil(day, edit.today, "done_on");
  const auto& closedAt = edit.file.complaint.closedAt;
  if (closedAt && day < edit.calendar.zone().date(*closedAt))
    throw Invalid("done_on",
                  tr("The visit follows the closing. Enter the day of the closing or a later one."));
  return day;
}

void record(CaseEdit& edit, const FollowUpVisit& input) {
  const Complaint& head = edit.file.complaint;
  if (head.state != CaseState::closed && head.state != CaseState::archived)
    throw Refused("follow-up", tr("The customer is visited after the closing. The case is not closed."));
  if (std::find(kWays.begin(), kWays.end(), input.way) == kWays.end())
    throw Invalid("way", {tr("\"{0}\" is not known here; use one of: {1}."),
                          {input.way, "visit, phone, meeting, email"}});
  FollowUp* open = openRow(edit.file);
  FollowUp row = open ? *open : FollowUp{};
  row.complaintId = head.id;
  row.doneOn = requireDone(input, edit);
  row.way = input.way;
  row.spokenWith =
      cleanLine(input.spokenWith, "spoken_with", 200, input.satisfaction != Satisfaction::noAnswer);
  row.satisfaction = input.satisfaction;
  row.words = cleanText(input.words, "words");
  const bool content =
      input.satisfaction == Satisfaction::satisfied || input.satisfaction == Satisfaction::noAnswer;
  if (!content && row.words.empty())
    throw Invalid("words", tr("Say what the customer is not satisfied with."));
  row.recordedBy = edit.actor.id;
  row.recordedAt = edit.now;
  if (open) {
    updateRecord(edit.unit, row);
    *open = row;
  } else {
    insertRecord(edit.unit, row);
    edit.file.followUps.push_back(std::move(row));
  }
}

}  // namespace

Saved RecordFollowUp::execute(const FollowUpVisit& input) {
  CaseChange change{m_workplace, "follow-up", Right::handleComplaint, input.target, {}, fingerprint(input)};
  change.openCasesOnly = false;
  return changeCase(change, [&input](CaseEdit& edit) { record(edit, input); });
}

void oweFollowUp(CaseEdit& edit) {
  const Complaint& head = edit.file.complaint;
  const bool ours = head.acceptance == Acceptance::accepted || head.acceptance == Acceptance::partly;
  const bool wanted =
      (ours && head.severity == SeverityClass::major) || head.result == keyOf(Satisfaction::dissatisfied);
  if (edit.policy.followUpDays <= 0 || !wanted) return;
  const Date due = edit.today.plusDays(edit.policy.followUpDays);
  if (FollowUp* open = openRow(edit.file)) {
    open->dueOn = due;
    updateRecord(edit.unit, *open);
    return;
  }
  FollowUp row;
  row.complaintId = head.id;
  row.dueOn = due;
  insertRecord(edit.unit, row);
  edit.file.followUps.push_back(std::move(row));
}

const FollowUp* openFollowUp(const CaseFile& file) {
  for (const auto& row : file.followUps)
    if (!row.doneOn) return &row;
  return nullptr;
}

}  // namespace octad::model
