#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"

namespace octad::model {

/// What a person may do; a right, not a job title (design 1). One person may hold several.
enum class Role {
  registrar,
  cqe,
  manager,
  member,
  head,
  checker,
  warehouse,
  finance,
  safety,
  auditor,
  administrator
};

template <>
struct EnumKeys<Role> {
  static constexpr std::array entries{
      EnumEntry<Role>{Role::registrar, "registrar", tr("Registrar")},
      EnumEntry<Role>{Role::cqe, "cqe", tr("CQE")},
      EnumEntry<Role>{Role::manager, "manager", tr("Quality manager")},
      EnumEntry<Role>{Role::member, "member", tr("Department member")},
      EnumEntry<Role>{Role::head, "head", tr("Department head")},
      EnumEntry<Role>{Role::checker, "checker", tr("IPQC/OQC checker")},
      EnumEntry<Role>{Role::warehouse, "warehouse", tr("Warehouse")},
      EnumEntry<Role>{Role::finance, "finance", tr("Finance")},
      EnumEntry<Role>{Role::safety, "safety", tr("Safety officer")},
      EnumEntry<Role>{Role::auditor, "auditor", tr("Auditor")},
      EnumEntry<Role>{Role::administrator, "administrator", tr("Administrator")},
  };
};

struct Department {
  DepartmentId id;
  std::string code;  ///< short ASCII code: TE, PIE, RD, SQE, PROD, WH, MKT, CQE
  std::string name;  ///< Chinese name, as in the registers (责任部门)
  std::string nameEn;
  bool active = true;
  bool supplier = false;  ///< a company outside: the CQE enters its answers

  static constexpr auto describe() {
    return members(member("id", &Department::id), member("code", &Department::code),
                   member("name", &Department::name), member("name_en", &Department::nameEn),
                   member("active", &Department::active), member("supplier", &Department::supplier));
  }
};

struct Person {
  PersonId id;
  std::string login;  ///< operating system or database login; unique
  std::string name;
  std::string email;
  std::optional<DepartmentId> departmentId;
  bool active = true;
  std::vector<Role> roles;  ///< stored in person_role

  static constexpr auto describe() {
    return members(member("id", &Person::id), member("login", &Person::login), member("name", &Person::name),
                   member("email", &Person::email), member("department_id", &Person::departmentId),
                   member("active", &Person::active), member("roles", &Person::roles));
  }
};

/// Who is acting: the person chosen at opening and the login the operating system or server vouches for.
struct Actor {
  PersonId id;
  std::string name;
  std::string login;
  std::vector<Role> roles;
  std::optional<DepartmentId> departmentId;  ///< the one acted for: the own, or that of somebody who is away
  std::string inPlaceOf = {};                ///< name of the person stood in for; empty: nobody

  bool has(Role role) const;
};

/// What the use cases let a person do. The same table will be enforced by the database server.
enum class Right {
  registerComplaint,
  handleComplaint,   ///< accept, assign, review, reply, verify, classify, reopen: the CQE's work
  answerAssignment,  ///< write disciplines assigned to one's department
  checkAction,       ///< mark actions done and checked (IPQC, S3-D35)
  announceReturn,    ///< customer's word that goods come back, or goods that came unannounced
  recordReturn,      ///< receive, count, store, issue, ship: the warehouse's work
  testReturn,        ///< tests and findings
  disposeReturn,     ///< authorise, decide what is done with pieces, close: the CQE's work
  bookCost,          ///< credit notes and cost lines of returns (S3-Q13)
  countSweep,        ///< counts of a stock sweep, without seeing the rest of the case
  approveClosing,
  import,
  administer,
  audit,  ///< draw samples of all cases, see their proof, export them: the auditor's place
  read,
};

bool may(const Actor& actor, Right right);
/// Whether somebody approves stops of clocks and sets later dates in the house: the quality manager, and
/// where there is none, whoever handles complaints.
bool approvesTime(const Actor& actor, const std::vector<Person>& people);
/// Throws Refused("right") with a sentence naming who may.
void requireRight(const Actor& actor, Right right);

}  // namespace octad::model
