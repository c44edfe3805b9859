#pragma once

#include <optional>
#include <string>

#include "model/access/people.hpp"
#include "model/cases/complaint.hpp"
#include "model/core/describe.hpp"

namespace octad::model {

/// What a class is called in a scheme, e.g. 恶性投诉 for "major" in a scheme of three levels. The key
/// stays what is stored, so that lists, counts and gates of every policy speak of the same three.
struct ClassName {
  SeverityClass severity = SeverityClass::other;
  std::string zh;
  std::string en;

  static constexpr auto describe() {
    return members(member("class", &ClassName::severity), member("zh", &ClassName::zh),
                   member("en", &ClassName::en));
  }
};

/// The class that a rule gives.
struct RuleClass {
  std::string rule;
  SeverityClass severity = SeverityClass::major;

  static constexpr auto describe() {
    return members(member("rule", &RuleClass::rule), member("class", &RuleClass::severity));
  }
};

/// Where a defect goes first when nothing else is known (S3-D30…D36): a word in defect kind or failure ->
/// department code.
struct Route {
  std::string match;       ///< functional, process, design, material …
  std::string department;  ///< department code

  static constexpr auto describe() {
    return members(member("match", &Route::match), member("department", &Route::department));
  }
};

/// A day off or a make-up workday by this policy, whatever the site's calendar says of it.
struct PolicyDay {
  Date day;
  DayKind kind = DayKind::holiday;
  std::string name;

  static constexpr auto describe() {
    return members(member("day", &PolicyDay::day), member("kind", &PolicyDay::kind),
                   member("name", &PolicyDay::name));
  }
};

/// A step that only people of some role may take. Sending a reply is none: it is never blocked.
enum class ApprovalStep { closing, notOurs };

template <>
struct EnumKeys<ApprovalStep> {
  static constexpr std::array entries{
      EnumEntry<ApprovalStep>{ApprovalStep::closing, "closing", tr("Approving the closing")},
      EnumEntry<ApprovalStep>{ApprovalStep::notOurs, "not_ours", tr("Deciding \"not ours\"")},
  };
};

/// Who decides a step of the cases of one class, or of every case.
struct Approval {
  ApprovalStep step = ApprovalStep::closing;
  std::optional<SeverityClass> severity;
  Role role = Role::manager;

  static constexpr auto describe() {
    return members(member("step", &Approval::step), member("class", &Approval::severity),
                   member("role", &Approval::role));
  }
};

}  // namespace octad::model
