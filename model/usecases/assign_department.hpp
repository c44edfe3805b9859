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

class AssignDepartment {
 public:
  explicit AssignDepartment(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const DepartmentQuestion& input);

 private:
  Workplace m_workplace;
};

/// The department refuses with a reason; it stays with the department until the CQE rules (withdraws or
/// insists).
struct AssignmentRefusal {
  CaseTarget target;
  AssignmentId assignmentId;
  std::string reason;

  static constexpr auto describe() {
    return members(member("target", &AssignmentRefusal::target),
                   member("assignment_id", &AssignmentRefusal::assignmentId),
                   member("reason", &AssignmentRefusal::reason));
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
