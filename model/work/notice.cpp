#include "model/work/notice.hpp"

#include "model/cases/summary.hpp"
#include "model/core/zone.hpp"
#include "model/work/case_loss.hpp"

namespace octad::model {

namespace {

std::string whatIsDue(const Notice& notice) {
  const std::string what = dueLabel(notice.dueName);
  if (!what.empty()) return translated(what);
  return translated(notice.returnId ? tr("Return") : tr("Case"));
}

const char* overdueWords(NoticeLevel level) {
  switch (level) {
    case NoticeLevel::owner:
      return tr("{0} was due {1}. Finish it, or agree on another date.");
    case NoticeLevel::head:
      return tr("{0} was due {1} and is still open. Ask what holds it up.");
    case NoticeLevel::manager:
      return tr("{0} was due {1} and is still open. Decide who helps.");
  }
  return "";
}

}  // namespace

Message noticeWords(const Notice& notice, const Zone& zone) {
  if (!notice.inPlaceOf.empty()) {
    Notice own = notice;
    own.inPlaceOf.clear();
    return {tr("For {1}: {0}"), {listed({noticeWords(own, zone)}), notice.inPlaceOf}};
  }
  const std::string due = notice.dueAt ? zone.local(*notice.dueAt).text() : std::string();
  switch (notice.condition) {
    case ReminderCondition::dueSoon:
      return {tr("{0} is due {1}. Finish it in time, or agree on another date."), {whatIsDue(notice), due}};
    case ReminderCondition::overdue:
      return {overdueWords(notice.level), {whatIsDue(notice), due}};
    case ReminderCondition::untouched:
      return tr(
          "Nobody has worked on it for more than a day, and the first reply is missing. Decide who does.");
    case ReminderCondition::repeat:
      return tr("The same failure came back. Check why the measures of the earlier case did not hold.");
    case ReminderCondition::safety:
      return tr("Safety is concerned. Check that the containment holds.");
    case ReminderCondition::bounced:
      return tr("A question was refused repeatedly. Rule which department answers it.");
    case ReminderCondition::challenged:
      return tr("A later complaint is held against the effect. Rule whether the actions work.");
    case ReminderCondition::ruled:
      return {tr("The CQE ruled on the extension you asked for. The answer is due {0}."), {due}};
    case ReminderCondition::sameKind:
      return tr(
          "Several reporters tell the same failure of this part. Decide whether it is one problem, and who "
          "leads.");
    case ReminderCondition::escalated:
      return tr("The customer has taken it higher up. Decide who speaks to the customer.");
    case ReminderCondition::cost:
      if (auto words = lossWords(notice.detail)) return std::move(*words);
      return tr("The loss is above the limit of the policy. Decide on the claim, and who else has to know.");
    case ReminderCondition::dissatisfied:
      return tr("The customer is not satisfied. Decide how to go on with the customer.");
    case ReminderCondition::unreachable:
      return {tr("Mails to {0} do not arrive. Tell an administrator the right address, or that this one is "
                 "right. "
                 "The mail server said: {1}"),
              {notice.subject, notice.detail}};
  }
  return {};
}

}  // namespace octad::model
