#include "model/eightd/plausible_dates.hpp"

#include <algorithm>

#include "model/core/zone.hpp"
#include "model/eightd/beginning.hpp"

namespace octad::model {

namespace {

using Points = std::vector<MissingPoint>;

class Dates {
 public:
  Dates(const CaseFile& file, const Zone& zone)
      : m_file(file), m_notice(zone.date(file.complaint.receivedAt)) {}

  Points check() {
    for (const auto& cause : m_file.causes) checkCause(cause);
    for (const auto& action : m_file.actions) checkAction(action);
    checkSorting();
    checkDocuments();
    checkVerifications();
    return std::move(m_points);
  }

 private:
  void say(DisciplineCode code, const char* field, Message text, CauseId cause = {}, ActionId action = {}) {
    m_points.push_back({code, field, std::move(text), cause, action});
  }

  void checkCause(const Cause& cause) {
    if (cause.verifiedOn && *cause.verifiedOn < m_notice)
      say(DisciplineCode::d4, "causes",
          {tr("Cause \"{0}\" was verified on {1}, before the notice of {2}."),
           {beginningOf(cause.text), cause.verifiedOn->iso(), m_notice.iso()}},
          cause.id);
  }

  void checkAction(const Action& action) {
    const DisciplineCode code = action.kind == ActionKind::containment  ? DisciplineCode::d3
                                : action.kind == ActionKind::corrective ? DisciplineCode::d6
                                                                        : DisciplineCode::d7;
    const auto about = [&](const char* text, const Date& earlier, const Date& later) {
      say(code, "actions", {text, {beginningOf(action.text), earlier.iso(), later.iso()}}, {}, action.id);
    };
    if (!action.doneOn) {
      if (action.checkedOn)
        say(code, "actions",
            {tr("Action \"{0}\" was checked on {1} and is not done."),
             {beginningOf(action.text), action.checkedOn->iso()}},
            {}, action.id);
      return;
    }
    if (*action.doneOn < m_notice)
      about(tr("Action \"{0}\" was done on {1}, before the notice of {2}."), *action.doneOn, m_notice);
    if (action.checkedOn && *action.checkedOn < *action.doneOn)
      about(tr("Action \"{0}\" was checked on {1}, before it was done on {2}."), *action.checkedOn,
            *action.doneOn);
    if (action.kind != ActionKind::corrective || !action.causeId) return;
    for (const auto& cause : m_file.causes)
      if (cause.id == *action.causeId && cause.verifiedOn && *action.doneOn < *cause.verifiedOn)
        about(tr("Action \"{0}\" was done on {1}, before its cause was verified on {2}."), *action.doneOn,
              *cause.verifiedOn);
  }

  /// Pieces built after the sorting and before the clean point were looked at by nobody.
  void checkSorting() {
    std::optional<Date> last;
    for (const auto& count : m_file.sweepCounts) {
      if (!last || count.countedOn > *last) last = count.countedOn;
      if (count.countedOn < m_notice)
        say(DisciplineCode::d3, "sweep",
            {tr("Stock was sorted on {0}, before the notice of {1}."),
             {count.countedOn.iso(), m_notice.iso()}});
    }
    const auto& built = m_file.problem.cleanPointDate;
    if (last && built && *last < *built)
      say(DisciplineCode::d3, "clean_point",
          {tr("Stock was last sorted on {0} and the clean point was built on {1}: pieces built in between "
              "are "
              "sorted by nobody."),
           {last->iso(), built->iso()}});
  }

  /// Control plan and work instruction are valid no later than the change.
  void checkDocuments() {
    std::optional<Date> first;
    for (const auto& action : m_file.actions)
      if (action.kind == ActionKind::corrective && action.doneOn && (!first || *action.doneOn < *first))
        first = action.doneOn;
    if (!first) return;
    for (const auto& change : m_file.documentChanges) {
      const bool governs =
          change.kind == DocumentKind::controlPlan || change.kind == DocumentKind::workInstruction;
      if (governs && change.effectiveOn && *first < *change.effectiveOn)
        say(DisciplineCode::d7, "document_changes",
            {tr("{0} {1} is valid from {2}, after the change of {3}: until then the line worked by the old "
                "one."),
             {translated(labelOf(change.kind)), change.document, change.effectiveOn->iso(), first->iso()}});
    }
  }

  void checkVerifications() {
    std::optional<Date> last;
    for (const auto& action : m_file.actions)
      if (action.kind == ActionKind::corrective && action.doneOn && (!last || *action.doneOn > *last))
        last = action.doneOn;
    if (!last) return;
    for (const auto& check : m_file.verifications)
      if (check.result == VerificationResult::effective && check.verifiedOn < *last)
        say(DisciplineCode::d8, "verifications",
            {tr("The effect was verified on {0}, before the last action was done on {1}."),
             {check.verifiedOn.iso(), last->iso()}});
  }

  const CaseFile& m_file;
  Date m_notice;
  Points m_points;
};

}  // namespace

std::vector<MissingPoint> implausibleDates(const CaseFile& file, const Zone& zone) {
  return Dates(file, zone).check();
}

}  // namespace octad::model
