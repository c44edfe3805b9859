#include "model/usecases/release_policy.hpp"

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/policy/policy_check.hpp"
#include "model/ports/reader.hpp"

namespace octad::model {

Policy ReleasePolicy::execute(const PolicyDraft& input) {
  requireRight(m_workplace.actor, Right::administer);
  Reader& reader = m_workplace.store.reader();
  Policy policy = input.policy;
  policy.name = cleanLine(policy.name, "name", 100);
  policy.documentNo = cleanLine(policy.documentNo, "document_no", kNameLength, false);
  policy.owner = cleanLine(policy.owner, "owner", kNameLength, false);
  const auto problems = policyProblems(policy, codesOf(reader.departments()));
  if (!problems.empty()) throw Invalid(problems.front().field, problems.front().sentence);
  policy.reason = requireReason(input.reason);
  policy.author = m_workplace.actor.name;
  const auto unit = m_workplace.store.begin({m_workplace.actor, "release-policy", policy.reason,
                                             m_workplace.clock.now(), input.requestId, fingerprint(input)});
  const auto policies = reader.policies();
  if (const auto done = unit->replayed()) {
    policy.revision = std::stoi(*done);
    return policy;
  }
  const Policy* newest = newestRevision(policies, policy.name);
  const int revision = newest ? newest->revision : 0;
  if (revision != input.basedOn)
    throw Conflict({tr("Policy {0} has revision {1} by now, this draft was made from revision {2}: open the "
                       "newest one and put the changes in again."),
                    {policy.name, std::to_string(revision), std::to_string(input.basedOn)}});
  if (newest && sameContent(*newest, policy))
    throw Refused("unchanged", {tr("Nothing differs from revision {0}: there is nothing to release."),
                                {std::to_string(revision)}});
  policy.revision = revision + 1;
  unit->storePolicy(policy);
  unit->commit(std::to_string(policy.revision));
  return policy;
}

void UsePolicy::execute(const std::string& name, const std::string& reason, const std::string& requestId) {
  requireRight(m_workplace.actor, Right::administer);
  Reader& reader = m_workplace.store.reader();
  if (!newestRevision(reader.policies(), name))
    throw NotFound({tr("There is no policy \"{0}\". Release it first, or choose one of the list."), {name}});
  const std::string why = requireReason(reason);
  const auto unit = m_workplace.store.begin(
      {m_workplace.actor, "use-policy", why, m_workplace.clock.now(), requestId, name + "\n" + why});
  if (unit->replayed()) return;
  if (reader.setting("policy") == name)
    throw Refused("unchanged", {tr("Policy {0} is in force already."), {name}});
  unit->setSetting("policy", name);
  unit->commit({});
}

}  // namespace octad::model
