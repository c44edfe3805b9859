#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// A question to a department: which disciplines, until when.
struct DepartmentQuestion {
  CaseTarget target;
  std::string department;   ///< code or name
  std::string disciplines;  ///< "D4,D5"
  std::string question;
  Date dueOn;

  static constexpr auto describe() {
    return members(
        member("target", &DepartmentQuestion::target), member("department", &DepartmentQuestion::department),
        member("disciplines", &DepartmentQuestion::disciplines),
        member("question", &DepartmentQuestion::question), member("due_on", &DepartmentQuestion::dueOn));
  }
};

/// Asks a department; several may be asked at once, each with its own disciplines and due date. Asked again
/// for an overlapping discipline it is the same question.
class AssignDepartment {
 public:
  explicit AssignDepartment(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const DepartmentQuestion& input);

 private:
  Workplace m_workplace;
};

/// The department refuses with a reason, and may name the one it takes for the right one; the question stays
/// with it until the ruling (RuleRefusal).
struct AssignmentRefusal {
  CaseTarget target;
  AssignmentId assignmentId;
  std::string reason;
  std::string instead = {};  ///< code or name of another department; empty: none is named

  static constexpr auto describe() {
    return members(member("target", &AssignmentRefusal::target),
                   member("assignment_id", &AssignmentRefusal::assignmentId),
                   member("reason", &AssignmentRefusal::reason),
                   member("instead", &AssignmentRefusal::instead));
  }
};

class RefuseAssignment {
 public:
  explicit RefuseAssignment(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const AssignmentRefusal& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
