#include "model/access/people.hpp"

#include <algorithm>
#include <span>

#include "model/core/error.hpp"

namespace octad::model {

namespace {

constexpr std::array kRegistrarRights{Right::registerComplaint, Right::announceReturn, Right::read};
constexpr std::array kQualityRights{Right::registerComplaint,
                                    Right::handleComplaint,
                                    Right::answerAssignment,
                                    Right::checkAction,
                                    Right::announceReturn,
                                    Right::recordReturn,
                                    Right::testReturn,
                                    Right::disposeReturn,
                                    Right::bookCost,
                                    Right::countSweep,
                                    Right::approveClosing,
                                    Right::import,
                                    Right::audit,
                                    Right::read};
constexpr std::array kDepartmentRights{Right::answerAssignment, Right::testReturn, Right::countSweep,
                                       Right::read};
constexpr std::array kCheckerRights{Right::checkAction, Right::testReturn, Right::countSweep, Right::read};
constexpr std::array kWarehouseRights{Right::announceReturn, Right::recordReturn, Right::countSweep,
                                      Right::read};
constexpr std::array kFinanceRights{Right::bookCost, Right::read};
constexpr std::array kReaderRights{Right::read};
constexpr std::array kAuditorRights{Right::audit, Right::read};
constexpr std::array kAdministratorRights{Right::registerComplaint, Right::import, Right::administer,
                                          Right::audit, Right::read};

/// That the approver of a closing is somebody else than the owner is for the use case to check.
std::span<const Right> rightsOf(Role role) {
  switch (role) {
    case Role::registrar:
      return kRegistrarRights;
    case Role::cqe:
    case Role::manager:
      return kQualityRights;
    case Role::member:
    case Role::head:
      return kDepartmentRights;
    case Role::checker:
      return kCheckerRights;
    case Role::warehouse:
      return kWarehouseRights;
    case Role::finance:
      return kFinanceRights;
    case Role::safety:
      return kReaderRights;
    case Role::auditor:
      return kAuditorRights;
    case Role::administrator:
      return kAdministratorRights;
  }
  return {};
}

const char* refusalOf(Right right) {
  switch (right) {
    case Right::registerComplaint:
      return tr("{0} may not register complaints. Ask a registrar, a CQE or the quality manager.");
    case Right::handleComplaint:
      return tr("{0} may not handle complaints. Ask a CQE or the quality manager.");
    case Right::answerAssignment:
      return tr("{0} may not answer for a department. Ask a member of the department or a CQE.");
    case Right::checkAction:
      return tr("{0} may not check actions. Ask an IPQC/OQC checker or a CQE.");
    case Right::recordReturn:
      return tr("{0} may not record returned goods. Ask the warehouse or a CQE.");
    case Right::announceReturn:
      return tr("{0} may not announce returned goods. Ask a registrar, the warehouse or a CQE.");
    case Right::testReturn:
      return tr("{0} may not record tests and findings. Ask the testing department or a CQE.");
    case Right::disposeReturn:
      return tr("{0} may not decide on returned goods. Ask a CQE or the quality manager.");
    case Right::bookCost:
      return tr("{0} may not book costs. Ask finance or a CQE.");
    case Right::countSweep:
      return tr("{0} may not count a stock sweep. Ask the warehouse, a checker or a CQE.");
    case Right::approveClosing:
      return tr("{0} may not approve closings. Ask the quality manager or another CQE.");
    case Right::import:
      return tr("{0} may not import. Ask a CQE, the quality manager or the administrator.");
    case Right::administer:
      return tr("{0} may not administer this database. Ask the administrator.");
    case Right::audit:
      return tr("{0} may not use the auditor's place. Ask an auditor, a CQE or the quality manager.");
    case Right::read:
      return tr("{0} has no role in this database. Ask the administrator for one.");
  }
  return "";
}

}  // namespace

bool Actor::has(Role role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool may(const Actor& actor, Right right) {
  return std::any_of(actor.roles.begin(), actor.roles.end(), [right](Role role) {
    const auto rights = rightsOf(role);
    return std::find(rights.begin(), rights.end(), right) != rights.end();
  });
}

bool approvesTime(const Actor& actor, const std::vector<Person>& people) {
  if (actor.has(Role::manager)) return true;
  const bool anyManager = std::any_of(people.begin(), people.end(), [](const Person& person) {
    return person.active &&
           std::find(person.roles.begin(), person.roles.end(), Role::manager) != person.roles.end();
  });
  return !anyManager && may(actor, Right::handleComplaint);
}

void requireRight(const Actor& actor, Right right) {
  if (!may(actor, right))
    throw Refused("right", {refusalOf(right), {actor.name.empty() ? actor.login : actor.name}});
}

}  // namespace octad::model
