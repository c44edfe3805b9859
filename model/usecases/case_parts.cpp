#include "model/usecases/case_parts.hpp"

#include <algorithm>
#include <set>

#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

bool isEnded(CaseState state) {
  return state == CaseState::closed || state == CaseState::archived || state == CaseState::cancelled;
}

void requireOpenCase(const Complaint& complaint) {
  if (complaint.state == CaseState::closed)
    throw Refused("closed",
                  {tr("Case {0} is closed. Reopen it with a reason to change it."), {complaint.number}});
  if (isEnded(complaint.state))
    throw Refused("closed", {tr("Case {0} can no longer be changed. Its state is: {1}."),
                             {complaint.number, translated(labelOf(complaint.state))}});
}

Discipline& disciplineIn(CaseFile& file, DisciplineCode code) {
  const auto found = std::find_if(file.disciplines.begin(), file.disciplines.end(),
                                  [code](const Discipline& row) { return row.code == code; });
  if (found == file.disciplines.end())
    throw NotFound(
        {tr("Case {0} has no discipline {1}."), {file.complaint.number, std::string(keyOf(code))}});
  return *found;
}

void requireAccepted(const CaseFile& file, DisciplineCode code) {
  const Acceptance acceptance = file.complaint.acceptance;
  if (code < DisciplineCode::d4 || acceptance == Acceptance::accepted || acceptance == Acceptance::partly)
    return;
  // A case that is not ours still has its summary and thanks to write before it closes.
  if (code == DisciplineCode::d8 && acceptance == Acceptance::notOurs) return;
  throw Refused("not-accepted", {tr("{0} opens when the complaint is accepted. Decide on case {1} first."),
                                 {translated(labelOf(code)), file.complaint.number}});
}

std::vector<DisciplineCode> parseDisciplines(std::string_view text, std::string_view field) {
  std::set<DisciplineCode> codes;
  std::string word;
  const auto take = [&] {
    if (word.empty()) return;
    const auto code = fromKey<DisciplineCode>(word);
    if (!code)
      throw Invalid(std::string(field),
                    {tr("\"{0}\" is not a discipline: write D0 to D8, such as D4,D5."), {word}});
    codes.insert(*code);
    word.clear();
  };
  for (const char c : text) {
    if (c == ',' || c == ' ' || c == ';')
      take();
    else
      word += c == 'd' ? 'D' : c;
  }
  take();
  if (codes.empty()) throw Invalid(std::string(field), tr("Choose at least one discipline, such as D4,D5."));
  return {codes.begin(), codes.end()};
}

std::string disciplinesText(const std::vector<DisciplineCode>& codes) {
  std::string text;
  for (const auto code : codes) {
    if (!text.empty()) text += ',';
    text += keyOf(code);
  }
  return text;
}

bool isPending(const Assignment& assignment) {
  return assignment.state == AssignmentState::asked || assignment.state == AssignmentState::answered ||
         assignment.state == AssignmentState::rejected;
}

const Department& findDepartment(const std::vector<Department>& departments, std::string_view text,
                                 std::string_view field) {
  const std::string wanted = foldText(cleanLine(text, field, kNameLength));
  for (const auto& department : departments) {
    if (foldText(department.code) != wanted && foldText(department.name) != wanted &&
        foldText(department.nameEn) != wanted)
      continue;
    if (!department.active)
      throw Invalid(std::string(field),
                    {tr("Department {0} is no longer active. Choose another one."), {department.code}});
    return department;
  }
  throw Invalid(std::string(field),
                {tr("There is no department \"{0}\". Choose one of the list."), {std::string(text)}});
}

Right disciplineRight(const Actor& actor) {
  for (const Right right : {Right::answerAssignment, Right::checkAction})
    if (!may(actor, Right::handleComplaint) && may(actor, right)) return right;
  return Right::handleComplaint;
}

void requireDisciplineWork(const CaseEdit& edit, DisciplineCode code) {
  if (may(edit.actor, Right::handleComplaint)) return;
  if (code == DisciplineCode::d6 && may(edit.actor, Right::checkAction)) return;
  const auto& assignments = edit.file.assignments;
  const bool asked = may(edit.actor, Right::answerAssignment) && edit.actor.departmentId &&
                     std::any_of(assignments.begin(), assignments.end(), [&](const Assignment& assignment) {
                       return assignment.departmentId == *edit.actor.departmentId && isPending(assignment) &&
                              asksFor(assignment, code);
                     });
  if (!asked)
    throw Refused("right", {tr("{0} has not been asked of your department. Ask the CQE of case {1}."),
                            {translated(labelOf(code)), edit.file.complaint.number}});
}

void reopenDisciplines(CaseEdit& edit, const std::vector<DisciplineCode>& codes) {
  std::set<DisciplineCode> reopened;
  for (auto& discipline : edit.file.disciplines) {
    const bool wanted = std::find(codes.begin(), codes.end(), discipline.code) != codes.end();
    if (!wanted ||
        (discipline.state != DisciplineState::approved && discipline.state != DisciplineState::submitted))
      continue;
    discipline.state = DisciplineState::open;
    discipline.decidedAt.reset();
    updateRecord(edit.unit, discipline);
    reopened.insert(discipline.code);
    edit.problemChanged = true;
  }
  for (auto& assignment : edit.file.assignments) {
    const bool touched = std::any_of(reopened.begin(), reopened.end(),
                                     [&](DisciplineCode code) { return asksFor(assignment, code); });
    if (!touched ||
        (assignment.state != AssignmentState::approved && assignment.state != AssignmentState::answered))
      continue;
    assignment.state = AssignmentState::asked;
    assignment.askedAt = edit.now;  // what was handed in before answers another question
    updateRecord(edit.unit, assignment);
  }
}

void startConfirming(CaseEdit& edit) {
  if (edit.file.complaint.state == CaseState::registered && !edit.moveTo)
    planMove(edit, CaseState::confirming, {});
}

void decide(CaseEdit& edit, DecisionKind kind, std::string_view value, const std::string& reason,
            const std::string& rule, const std::string& inputs) {
  Decision decision;
  decision.complaintId = edit.file.complaint.id;
  decision.kind = kind;
  decision.value = value;
  decision.reason = reason;
  decision.rule = rule;
  decision.inputs = inputs;
  decision.policyName = edit.policy.name;
  decision.policyRevision = edit.policy.revision;
  decision.decidedBy = edit.actor.id;
  decision.decidedAt = edit.now;
  insertRecord(edit.unit, decision);
  edit.file.decisions.push_back(std::move(decision));
}

void refuseGate(const char* what, const std::vector<Message>& missing) {
  throw Refused("gate", {what, {listed(missing)}});
}

void requireDay(Date day, std::string_view field) {
  if (day < Date(1990, 1, 1) || day > Date(2199, 12, 31))
    throw Invalid(std::string(field),
                  {tr("{0} is not a day between 1990-01-01 and 2199-12-31."), {day.iso()}});
}

void requireDayUntil(Date day, Date latest, std::string_view field) {
  requireDay(day, field);
  if (day > latest)
    throw Invalid(std::string(field),
                  {tr("{0} is in the future. Enter {1} or an earlier day."), {day.iso(), latest.iso()}});
}

void requireQuantity(long long quantity, std::string_view field) {
  if (quantity < 0 || quantity > kMaxQuantity)
    throw Invalid(std::string(field),
                  {tr("{0} is not a number of pieces: enter 0 to 10,000,000."), {std::to_string(quantity)}});
}

}  // namespace octad::model
