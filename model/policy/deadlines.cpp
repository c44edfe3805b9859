#include "model/policy/deadlines.hpp"

#include <algorithm>

namespace octad::model {

namespace {

struct Start {
  std::string event;
  std::optional<Instant> at;
};

/// When a sample became analysable, or when it was said that none will come; the earlier when both happened.
Start sampleStart(const Complaint& complaint, const std::vector<Sample>& samples) {
  Start start{"sample_analysable", std::nullopt};
  for (const auto& sample : samples) {
    // The mark "none to come" carries its time like an arrival; without one the strictest reading counts.
    const auto at = sample.toCome         ? sample.analysableAt
                    : sample.analysableAt ? sample.analysableAt
                    : sample.arrivedAt    ? sample.arrivedAt
                                          : std::optional(complaint.receivedAt);
    if (!at || (start.at && *start.at <= *at)) continue;
    start = {sample.toCome ? "sample_analysable" : "no_sample", at};
  }
  return start;
}

/// The reply that meets a clock: any for the first; one with the immediate findings for the preliminary
/// cause; one with D5 done for the final report.
bool meets(ReplyStage stage, ClockName clock) {
  const bool final = stage == ReplyStage::d5 || stage == ReplyStage::d8 || stage == ReplyStage::letter;
  switch (clock) {
    case ClockName::firstReply:
      return true;
    case ClockName::preliminary:
      return final || stage == ReplyStage::d3;
    case ClockName::finalReport:
      return final;
  }
  return false;
}

struct Span {
  Instant from;
  std::optional<Instant> to;  ///< none: still paused, nobody knows until when
};

/// The pauses of one clock in order, those that touch made one.
std::vector<Span> pausesOf(ClockName clock, const std::vector<ClockPause>& pauses,
                           const WorkCalendar& calendar) {
  std::vector<Span> spans;
  for (const auto& pause : pauses) {
    if (pause.clock != clock) continue;
    std::optional<Instant> end = pause.endedAt;
    if (!end && pause.expectedEnd) end = calendar.endOfDay(*pause.expectedEnd);
    if (end && *end <= pause.startedAt) continue;
    spans.push_back({pause.startedAt, end});
  }
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
  std::vector<Span> merged;
  for (const auto& span : spans) {
    if (merged.empty() || (merged.back().to && *merged.back().to < span.from)) {
      merged.push_back(span);
      continue;
    }
    Span& last = merged.back();
    if (last.to && (!span.to || *last.to < *span.to)) last.to = span.to;
  }
  return merged;
}

/// When a step is due that started at `start`; none while a pause has no end in sight. A pause that begins
/// after the due time, or after the reply, excuses nothing.
std::optional<Instant> dueOf(const ClockStep& step, Instant start, const std::vector<Span>& pauses,
                             std::optional<Instant> metAt, const WorkCalendar& calendar) {
  int days = step.workingDays;
  long long microseconds = step.hours * 3'600'000'000LL;
  const auto due = [&] {
    return days > 0 ? calendar.afterWorkingDays(start, days) : Instant{start.microseconds + microseconds};
  };
  for (const auto& pause : pauses) {
    const Instant from = std::max(pause.from, start);
    if (pause.to && *pause.to <= start) continue;
    if (from >= due() || (metAt && from >= *metAt)) break;
    if (!pause.to) return std::nullopt;
    if (days > 0)
      days += calendar.workingDaysBetween(calendar.zone().date(from), calendar.zone().date(*pause.to));
    else
      microseconds += pause.to->microseconds - from.microseconds;
  }
  return due();
}

}  // namespace

std::vector<CaseClock> computeClocks(const Complaint& complaint, const std::vector<Sample>& samples,
                                     const std::vector<Reply>& replies, const std::vector<ClockPause>& pauses,
                                     const std::vector<CaseClock>& existing, const Policy& policy,
                                     const WorkCalendar& calendar) {
  std::vector<CaseClock> clocks;
  for (const auto& step : policy.clocks) {
    CaseClock clock;
    const auto known = std::find_if(existing.begin(), existing.end(),
                                    [&step](const CaseClock& old) { return old.name == step.name; });
    if (known != existing.end()) clock = *known;
    clock.complaintId = complaint.id;
    clock.name = step.name;
    const bool fromSample = step.startEvent == "sample_analysable";
    const Start start = fromSample ? sampleStart(complaint, samples) : Start{"notice", complaint.receivedAt};
    clock.startEvent = start.event;
    clock.startedAt = start.at;
    if (!clock.metAt)
      for (const auto& reply : replies)
        if (meets(reply.stage, step.name) && (!clock.metAt || reply.sentAt < *clock.metAt))
          clock.metAt = reply.sentAt;
    clock.dueAt.reset();
    if (!start.at) {
      clock.dueReason = "waiting";
    } else {
      clock.dueAt = dueOf(step, *start.at, pausesOf(step.name, pauses, calendar), clock.metAt, calendar);
      clock.dueReason = clock.dueAt ? "policy" : "paused";
    }
    if (complaint.requestedDate) {
      const Instant wanted = calendar.endOfDay(*complaint.requestedDate);
      if (!clock.dueAt || wanted < *clock.dueAt) {
        clock.dueAt = wanted;
        clock.dueReason = "customer_date";
      }
    }
    clocks.push_back(std::move(clock));
  }
  // A clock that a newer policy no longer has stays on record.
  for (const auto& old : existing)
    if (std::none_of(clocks.begin(), clocks.end(),
                     [&old](const CaseClock& clock) { return clock.name == old.name; }))
      clocks.push_back(old);
  return clocks;
}

const char* dueReasonLabel(std::string_view dueReason) {
  if (dueReason == "policy") return tr("Policy");
  if (dueReason == "customer_date") return tr("Date asked for by the customer");
  if (dueReason == "waiting") return tr("Waiting for the sample");
  if (dueReason == "paused") return tr("Clock stopped");
  return "";
}

}  // namespace octad::model
