#include "model/policy/due_time.hpp"

#include <algorithm>

namespace octad::model {

namespace {

constexpr long long kHour = 3'600'000'000LL;

/// Pauses in order, those that overlap or touch made one.
std::vector<StandStill> merged(std::vector<StandStill> spans) {
  std::erase_if(spans, [](const StandStill& span) { return span.to && *span.to <= span.from; });
  std::sort(spans.begin(), spans.end(),
            [](const StandStill& a, const StandStill& b) { return a.from < b.from; });
  std::vector<StandStill> out;
  for (const auto& span : spans) {
    if (out.empty() || (out.back().to && *out.back().to < span.from)) {
      out.push_back(span);
      continue;
    }
    StandStill& last = out.back();
    if (last.to && (!span.to || *last.to < *span.to)) last.to = span.to;
  }
  return out;
}

/// One clock's target, which pauses make longer.
class Running {
 public:
  Running(const ClockStep& step, Instant start, const WorkCalendar& calendar)
      : m_step(step), m_start(start), m_calendar(calendar) {}

  Instant due() const {
    if (m_step.workingDays > 0) return m_calendar.afterWorkingDays(m_start, m_step.workingDays + m_days);
    if (m_step.calendarDays > 0)
      return m_calendar.endOfDay(m_calendar.dayOf(m_start).plusDays(m_step.calendarDays + m_days));
    return Instant{m_start.microseconds + m_step.hours * kHour + m_excused};
  }

  void excuse(Instant from, Instant to) {
    const Date first = m_calendar.dayOf(from);
    const Date last = m_calendar.dayOf(to);
    if (m_step.workingDays > 0)
      m_days += m_calendar.workingDaysBetween(first, last);
    else if (m_step.calendarDays > 0)
      m_days += daysBetween(first, last);
    else
      m_excused += to.microseconds - from.microseconds;
  }

 private:
  const ClockStep& m_step;
  Instant m_start;
  const WorkCalendar& m_calendar;
  int m_days = 0;
  long long m_excused = 0;
};

/// The time by policy and pauses; none while a pause has no end in sight.
std::optional<Instant> byPolicy(const ClockStep& step, const ClockFacts& facts,
                                const WorkCalendar& calendar) {
  Running clock(step, *facts.start, calendar);
  if (!step.pausable) return clock.due();
  for (const auto& pause : merged(facts.pauses)) {
    if (pause.to && *pause.to <= *facts.start) continue;
    const Instant from = std::max(pause.from, *facts.start);
    if (from >= clock.due() || (facts.metAt && from >= *facts.metAt)) break;
    if (!pause.to) return std::nullopt;
    clock.excuse(from, *pause.to);
  }
  return clock.due();
}

/// The latest day that was agreed, of those with the customer when only these count.
std::optional<Date> agreed(const ClockFacts& facts, bool withCustomer) {
  std::optional<Date> latest;
  for (const auto& extension : facts.extensions)
    if ((extension.byCustomer || !withCustomer) && (!latest || *latest < extension.date))
      latest = extension.date;
  return latest;
}

/// The customer's date: the one they asked for, or the one they agreed to in its place.
std::optional<Date> askedFor(const ClockFacts& facts) {
  if (!facts.requestedDate) return std::nullopt;
  const auto instead = agreed(facts, true);
  return instead ? instead : facts.requestedDate;
}

Message target(const ClockStep& step, const char* startEvent, Instant start, const WorkCalendar& calendar) {
  const std::string at = calendar.siteZone().local(start).text();
  if (step.workingDays > 0)
    return {tr("{0} working days from: {1}, {2}."),
            {std::to_string(step.workingDays), translated(startEvent), at}};
  if (step.calendarDays > 0)
    return {tr("{0} calendar days from: {1}, {2}."),
            {std::to_string(step.calendarDays), translated(startEvent), at}};
  return {tr("{0} hours from: {1}, {2}."), {std::to_string(step.hours), translated(startEvent), at}};
}

}  // namespace

Due dueTime(const ClockStep& step, const ClockFacts& facts, const WorkCalendar& calendar) {
  Due due;
  if (facts.start) {
    due.unpaused = Running(step, *facts.start, calendar).due();
    due.at = byPolicy(step, facts, calendar);
    due.by = due.at ? DueBy::policy : DueBy::paused;
  } else {
    due.by = DueBy::waiting;
  }
  if (const auto day = agreed(facts, false)) {
    const Instant later = calendar.endOfDay(*day);
    if (!due.at || later > *due.at) {
      due.at = later;
      due.by = DueBy::extension;
    }
  }
  if (const auto asked = askedFor(facts)) {
    const Instant wanted = calendar.endOfDay(*asked);
    if (!due.at || wanted < *due.at) {
      due.at = wanted;
      due.by = DueBy::customerDate;
    }
  }
  return due;
}

std::vector<Message> explainDue(const ClockStep& step, const char* startEvent, const ClockFacts& facts,
                                const Due& due, const WorkCalendar& calendar) {
  std::vector<Message> words;
  if (!facts.start) {
    words.push_back({tr("Waits for: {0}."), {translated(startEvent)}});
  } else {
    words.push_back(target(step, startEvent, *facts.start, calendar));
    if (step.workingDays > 0)
      words.push_back({tr("The first working day that counts is {0}; it is due at the end of work."),
                       {calendar.firstWorkingDay(*facts.start).iso()}});
    else if (step.calendarDays > 0)
      words.push_back({tr("It is due at the end of work.")});
  }
  if (!step.pausable && !facts.pauses.empty()) words.push_back({tr("Pauses do not stop this clock.")});
  if (due.by == DueBy::paused)
    words.push_back({tr("It stands still, and nobody knows until when.")});
  else if (facts.start && step.pausable && !facts.pauses.empty()) {
    const auto paused = byPolicy(step, facts, calendar);
    if (paused && due.unpaused && *paused > *due.unpaused)
      words.push_back(
          {tr("Pauses moved it from {0} to {1}."),
           {calendar.siteZone().local(*due.unpaused).text(), calendar.siteZone().local(*paused).text()}});
  }
  if (due.by == DueBy::extension)
    words.push_back({tr("An extension to {0} was agreed."), {agreed(facts, false)->iso()}});
  if (due.by == DueBy::customerDate)
    words.push_back({tr("The customer asked for {0}, which is earlier."), {askedFor(facts)->iso()}});
  return words;
}

}  // namespace octad::model
