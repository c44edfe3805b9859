#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/eightd/owed_answers.hpp"
#include "model/usecases/case_change.hpp"

namespace octad::model {

// Pieces that several use cases share. Private to them.

/// Closed, archived or cancelled.
bool isEnded(CaseState state);
/// Throws Refused("closed") with what to do.
void requireOpenCase(const Complaint& complaint);

/// The row of a discipline; NotFound when the file has none.
Discipline& disciplineIn(CaseFile& file, DisciplineCode code);

/// D4-D8 wait for the case to be accepted, D0-D3 never do (design 5): Refused("not-accepted").
void requireAccepted(const CaseFile& file, DisciplineCode code);

/// "D4,D5" as codes in order, without repetition. Invalid(field) for anything else and for an empty text.
std::vector<DisciplineCode> parseDisciplines(std::string_view text, std::string_view field);
std::string disciplinesText(const std::vector<DisciplineCode>& codes);
/// The department is expected to work on it: asked, rejected or answered and not yet approved.
bool isPending(const Assignment& assignment);

/// The department of that code or name; Invalid(field) when there is none or it is no longer active.
const Department& findDepartment(const std::vector<Department>& departments, std::string_view text,
                                 std::string_view field);

/// Who may write a discipline: the CQE any, a department what it has been asked for, a checker D6.
/// Throws Refused("right").
void requireDisciplineWork(const CaseEdit& edit, DisciplineCode code);
/// The right with which the person may write disciplines at all.
Right disciplineRight(const Actor& actor);

/// Opens disciplines again that were approved or handed in, and asks the departments again.
void reopenDisciplines(CaseEdit& edit, const std::vector<DisciplineCode>& codes);

/// The first work on a case shows that somebody looks into it: registered -> confirming.
void startConfirming(CaseEdit& edit);

/// Appends a dated decision made by a person, or by the policy.
void decide(CaseEdit& edit, DecisionKind kind, std::string_view value, const std::string& reason,
            const std::string& rule = {}, const std::string& inputs = {});

/// Throws Refused("gate") with the list of what is missing; `what` is a sentence with the list as {0}.
[[noreturn]] void refuseGate(const char* what, const std::vector<Message>& missing);

/// A day that can be true: 1990 … 2199. Invalid(field) otherwise.
void requireDay(Date day, std::string_view field);
/// Also not later than `latest`.
void requireDayUntil(Date day, Date latest, std::string_view field);
/// 0 … 10,000,000 pieces; Invalid(field) otherwise.
void requireQuantity(long long quantity, std::string_view field);

}  // namespace octad::model
