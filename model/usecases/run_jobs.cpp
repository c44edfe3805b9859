#include "model/usecases/run_jobs.hpp"

#include <algorithm>
#include <set>

#include "model/core/money.hpp"
#include "model/policy/policy_calendar.hpp"
#include "model/ports/notice_rows.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/reply_customer.hpp"
#include "model/work/deputy_notices.hpp"

namespace octad::model {

namespace {

struct Rules {
  WorkCalendar calendar;
  std::vector<ReminderRule> table;
};

/// The table of the policy in force: whom to tell is today's business, whatever revision a case was judged
/// by. A site without a policy in force is reminded too.
Rules rulesOf(Reader& reader, Instant now) {
  SiteFacts facts = reader.site();
  const Zone zone(facts.zone.empty() ? "Asia/Shanghai" : facts.zone);
  const Policy* active = revisionInForce(facts.policies, facts.policyName, zone.local(now).date);
  const WorkCalendar site(zone, std::move(facts.calendar), parseWorkHours(facts.workHours));
  return {active ? calendarUnder(*active, site) : site, active ? active->escalation : calmReminders()};
}

SiteMoney moneyOf(Reader& reader) {
  const std::string currency = reader.setting("currency");
  return {currency.empty() ? kUsualCurrency : currency, parseRates(reader.setting("rates"))};
}

}  // namespace

long long RunJobs::deemUnanswered() {
  // Off unless a policy says otherwise: then nothing is looked at.
  const auto policies = m_workplace.store.reader().policies();
  if (std::none_of(policies.begin(), policies.end(),
                   [](const Policy& policy) { return policy.deemedAnswerDays > 0; }))
    return 0;
  long long deemed = 0;
  for (const auto id : m_workplace.store.notices().unansweredCases())
    if (DeemUnanswered(m_workplace).execute(id)) ++deemed;
  return deemed;
}

JobsDone RunJobs::execute() {
  requireRight(m_workplace.actor, Right::administer);
  const Instant now = m_workplace.clock.now();
  auto& reader = m_workplace.store.reader();
  JobsDone done;
  done.deemed = deemUnanswered();
  auto& given = m_workplace.store.notices();
  const Rules rules = rulesOf(reader, now);
  const auto items = given.openItems(reporterDays(rules.table));
  const auto keys = given.knownKeys();
  auto notices = remindersFor(items, reader.people(), rules.table, rules.calendar, now, moneyOf(reader));
  const Date today = rules.calendar.zone().date(now);
  for (auto& notice : deputyNotices(notices, reader.people(), reader.deputies(), today))
    notices.push_back(std::move(notice));
  done.open = static_cast<long long>(items.size());
  const std::set<std::string> known(keys.begin(), keys.end());
  done.known =
      std::erase_if(notices, [&known](const Notice& notice) { return known.contains(notice.noticeKey); });
  if (notices.empty()) return done;
  const auto unit = m_workplace.store.begin({m_workplace.actor, "jobs", {}, now, {}, {}});
  for (const auto& notice : notices) ++(unit->notices().add(notice) ? done.given : done.known);
  unit->commit({});
  return done;
}

}  // namespace octad::model
