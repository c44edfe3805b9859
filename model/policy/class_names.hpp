#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/core/message.hpp"
#include "model/policy/policy_parts.hpp"

namespace octad::model {

/// A revision of a policy: its name and number.
using PolicyRevision = std::pair<std::string, int>;

/// What the classes are called by the revisions that judged some cases. A revision that is not in it,
/// or that gives no names, calls them by their usual ones.
class ClassNames {
 public:
  void add(const PolicyRevision& revision, std::vector<ClassName> classes);
  bool has(const PolicyRevision& revision) const { return m_classes.contains(revision); }
  /// The name that a revision gives; empty: the usual one.
  Message of(const PolicyRevision& revision, SeverityClass severity) const;
  /// Whether a revision sorts into this class at all.
  bool uses(const PolicyRevision& revision, SeverityClass severity) const;

 private:
  std::map<PolicyRevision, std::vector<ClassName>> m_classes;
};

/// The class in words, "Major complaint": the name that its policy gives it, the usual one when `own` is
/// empty.
Message classWords(SeverityClass severity, const Message& own);
/// The same for lists and chips, where every line is a complaint: "Major", 恶性 of 恶性投诉.
Message shortClassWords(SeverityClass severity, const Message& own);

}  // namespace octad::model
