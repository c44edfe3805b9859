#include "model/policy/deadlines.hpp"

#include <algorithm>

#include "model/policy/clock_choice.hpp"
#include "model/policy/policy_calendar.hpp"

namespace octad::model {

namespace {

void keepEarliest(std::map<ClockStart, Instant>& events, ClockStart event, Instant at) {
  const auto [known, added] = events.emplace(event, at);
  if (!added) known->second = std::min(known->second, at);
}
void keepEarliest(std::map<ClockName, Instant>& met, ClockName clock, Instant at) {
  const auto [known, added] = met.emplace(clock, at);
  if (!added) known->second = std::min(known->second, at);
}

/// When samples could be analysed, and when it was said that none will come.
void addSamples(const CaseFile& file, ClockEvents& events) {
  for (const auto& sample : file.samples) {
    // The mark "none to come" carries its time like an arrival; without one the strictest reading counts.
    const auto at = sample.toCome         ? sample.analysableAt
                    : sample.analysableAt ? sample.analysableAt
                    : sample.arrivedAt    ? sample.arrivedAt
                                          : std::optional(file.complaint.receivedAt);
    if (at)
      keepEarliest(events.starts, sample.toCome ? ClockStart::sampleAnalysable : ClockStart::noSample, *at);
  }
}

/// The promises a reply keeps: any the first; one with the immediate findings containment and preliminary
/// cause; one with D5 done the report; an 8D or a letter all.
std::vector<ClockName> keptBy(ReplyStage stage) {
  std::vector<ClockName> kept{ClockName::firstContact, ClockName::firstReply};
  if (stage == ReplyStage::first) return kept;
  kept.insert(kept.end(), {ClockName::containment, ClockName::preliminary});
  if (stage == ReplyStage::d3) return kept;
  kept.insert(kept.end(), {ClockName::rootCause, ClockName::correctiveActions, ClockName::finalReport});
  if (stage == ReplyStage::d5) return kept;
  kept.insert(kept.end(), {ClockName::implementation, ClockName::fullReport});
  return kept;
}

void addReplies(const CaseFile& file, ClockEvents& events) {
  std::vector<Instant> sent;
  for (const auto& reply : file.replies) {
    sent.push_back(reply.sentAt);
    keepEarliest(events.starts, ClockStart::firstReply, reply.sentAt);
    for (const ClockName clock : keptBy(reply.stage)) keepEarliest(events.met, clock, reply.sentAt);
  }
  std::sort(sent.begin(), sent.end());
  if (sent.size() > 1) keepEarliest(events.met, ClockName::furtherContact, sent[1]);
}

/// Disciplines that the CQE approved keep their promise before the customer reads them.
void addDisciplines(const CaseFile& file, ClockEvents& events) {
  for (const auto& discipline : file.disciplines) {
    if (discipline.state != DisciplineState::approved || !discipline.decidedAt) continue;
    if (discipline.code == DisciplineCode::d4)
      keepEarliest(events.met, ClockName::rootCause, *discipline.decidedAt);
    if (discipline.code == DisciplineCode::d6)
      keepEarliest(events.met, ClockName::implementation, *discipline.decidedAt);
  }
}

std::vector<StandStill> pausesOf(ClockName clock, const CaseFile& file, const WorkCalendar& calendar) {
  std::vector<StandStill> spans;
  for (const auto& pause : file.pauses) {
    if (pause.clock != clock || pause.stands() != PauseState::approved) continue;
    std::optional<Instant> end = pause.endedAt;
    if (!end && pause.expectedEnd) end = calendar.endOfDay(*pause.expectedEnd);
    spans.push_back({pause.startedAt, end});
  }
  return spans;
}

std::vector<Extension> extensionsOf(ClockName clock, const CaseFile& file) {
  std::vector<Extension> agreed;
  for (const auto& row : file.clockExtensions)
    if (row.clock == clock) agreed.push_back({row.untilDay, row.byCustomer});
  return agreed;
}

ClockFacts factsOf(const CaseClock& clock, const CaseFile& file, const WorkCalendar& calendar) {
  return {clock.startedAt, pausesOf(clock.name, file, calendar), clock.metAt, file.complaint.requestedDate,
          extensionsOf(clock.name, file)};
}

/// A clock as one set has it: started and due by its step.
CaseClock clockBy(CaseClock clock, const ClockStep& step, const ClockSource& source, const CaseFile& file,
                  const ClockEvents& events, const WorkCalendar& calendar) {
  const auto start = events.start(step.startEvent);
  clock.startEvent = keyOf(start ? start->first : step.startEvent);
  clock.startedAt = start ? std::optional(start->second) : std::nullopt;
  const Due due = dueTime(step, factsOf(clock, file, calendar), calendar);
  clock.dueAt = due.at;
  clock.dueReason = keyOf(due.by);
  clock.chosenBy = source.scope == ClockScope::site ? std::nullopt : std::optional(source.scope);
  clock.clockSet = source.name;
  return clock;
}

/// What is known of a clock whatever set it comes from.
CaseClock knownClock(ClockName name, const CaseFile& file, const ClockEvents& events) {
  CaseClock clock;
  const auto known = std::find_if(file.clocks.begin(), file.clocks.end(),
                                  [name](const CaseClock& old) { return old.name == name; });
  if (known != file.clocks.end()) clock = *known;
  clock.complaintId = file.complaint.id;
  clock.name = name;
  const auto met = events.met.find(name);
  if (name == ClockName::closing) clock.metAt.reset();  // a case that was opened again is not closed
  if (!clock.metAt && met != events.met.end()) clock.metAt = met->second;
  return clock;
}

bool hasClock(const Policy& policy, ClockName name) {
  const auto among = [name](const std::vector<ClockStep>& steps) {
    return std::any_of(steps.begin(), steps.end(),
                       [name](const ClockStep& step) { return step.name == name; });
  };
  return among(policy.clocks) || std::any_of(policy.clockSets.begin(), policy.clockSets.end(),
                                             [&](const ClockSet& set) { return among(set.clocks); });
}

/// A clock that the case does not have any more. One that its policy knows is dropped unless it was met; one
/// that a newer policy no longer has stays on record.
CaseClock withoutStep(CaseClock clock, const Policy& policy) {
  if (clock.metAt || !hasClock(policy, clock.name)) return clock;
  clock.dueAt.reset();
  clock.dueReason = keyOf(DueBy::dropped);
  return clock;
}

}  // namespace

std::optional<std::pair<ClockStart, Instant>> ClockEvents::start(ClockStart asked) const {
  const auto found = starts.find(asked);
  const auto none = asked == ClockStart::sampleAnalysable ? starts.find(ClockStart::noSample) : starts.end();
  if (found == starts.end() && none == starts.end()) return std::nullopt;
  if (none == starts.end() || (found != starts.end() && found->second <= none->second)) return *found;
  return *none;
}

ClockEvents clockEvents(const CaseFile& file) {
  ClockEvents events;
  events.starts[ClockStart::notice] = file.complaint.receivedAt;
  for (const auto& decision : file.decisions) {
    if (decision.kind != DecisionKind::acceptance) continue;
    keepEarliest(events.met, ClockName::firstContact, decision.decidedAt);
    if (decision.value == keyOf(Acceptance::accepted))
      keepEarliest(events.starts, ClockStart::acceptance, decision.decidedAt);
  }
  addSamples(file, events);
  addReplies(file, events);
  addDisciplines(file, events);
  if (file.complaint.closedAt) {
    events.starts[ClockStart::closing] = *file.complaint.closedAt;
    events.met[ClockName::closing] = *file.complaint.closedAt;
  }
  return events;
}

std::vector<CaseClock> computeClocks(const CaseFile& file, const ClockEvents& events, const Policy& policy,
                                     const WorkCalendar& site) {
  const WorkCalendar ofPolicy = calendarUnder(policy, site);
  const ClockChoice choice = chooseClocks(file, policy);
  std::vector<CaseClock> clocks;
  for (const auto& source : choice.sources) {
    const WorkCalendar calendar = calendarOf(source.set, ofPolicy);
    for (const auto& step : *source.steps) {
      const CaseClock clock =
          clockBy(knownClock(step.name, file, events), step, source, file, events, calendar);
      const auto there = std::find_if(clocks.begin(), clocks.end(),
                                      [&](const CaseClock& other) { return other.name == step.name; });
      if (there == clocks.end())
        clocks.push_back(clock);
      else if (clock.dueAt && (!there->dueAt || *clock.dueAt < *there->dueAt))
        *there = clock;
    }
    if (!choice.strictest) break;
  }
  for (const auto& old : file.clocks)
    if (std::none_of(clocks.begin(), clocks.end(),
                     [&old](const CaseClock& clock) { return clock.name == old.name; }))
      clocks.push_back(withoutStep(old, policy));
  return clocks;
}

std::vector<Message> explainClock(const CaseClock& clock, const CaseFile& file, const Policy& policy,
                                  const WorkCalendar& site) {
  const ClockSet* set = setOf(clock, policy);
  const WorkCalendar calendar = calendarOf(set, calendarUnder(policy, site));
  if (clock.dueReason == keyOf(DueBy::dropped))
    return {{tr("It is no longer asked for: the clocks of the case are chosen anew.")}};
  const ClockStep* step = stepOf(clock, policy);
  if (!step) return {};
  const ClockFacts facts = factsOf(clock, file, calendar);
  const Due due = dueTime(*step, facts, calendar);
  auto words = explainDue(*step, startEventLabel(clock.startEvent), facts, due, calendar);
  for (auto& sentence : explainCalendar(set, *step, due, calendar)) words.push_back(std::move(sentence));
  for (auto& sentence : explainChoice(clock, file, policy)) words.push_back(std::move(sentence));
  return words;
}

const char* dueReasonLabel(std::string_view dueReason) {
  const auto known = fromKey<DueBy>(dueReason);
  return known ? labelOf(*known) : "";
}

const char* startEventLabel(std::string_view startEvent) {
  const auto known = fromKey<ClockStart>(startEvent);
  return known ? labelOf(*known) : "";
}

}  // namespace octad::model
