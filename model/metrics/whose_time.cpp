#include "model/metrics/whose_time.hpp"

#include <algorithm>
#include <set>

#include "model/eightd/owed_answers.hpp"

namespace octad::model {

namespace {

/// From then on a sample that has not come is the customer's time (design 6).
constexpr int kSampleGraceDays = 3;

/// What goes before what when several hold a case at once.
enum class Rank { pause, answer, review, question, sample };

/// Somebody held the case from a moment to a moment; without an end still.
struct Held {
  Instant from;
  std::optional<Instant> to;
  Rank rank = Rank::question;
  TimeParty party = TimeParty::department;
  std::string department;
  Message why;
};

struct Span {
  Instant from;
  Instant to;
};

TimeParty partyOf(Awaited awaited) {
  switch (awaited) {
    case Awaited::customer:
    case Awaited::sample:
      return TimeParty::customer;
    case Awaited::supplier:
      return TimeParty::supplier;
    case Awaited::laboratory:
    case Awaited::test:
      break;
  }
  return TimeParty::laboratory;
}

void addPauses(const CaseFile& file, std::vector<Held>& held) {
  for (const auto& pause : file.pauses) {
    if (pause.stands() != PauseState::approved) continue;
    const Awaited awaited = pause.waitsFor.value_or(Awaited::test);
    held.push_back({pause.startedAt,
                    pause.endedAt,
                    Rank::pause,
                    partyOf(awaited),
                    {},
                    {tr("Clock stopped, waits for: {0}"), {translated(labelOf(awaited))}}});
  }
}

/// A final reply waits for the customer's answer, or for the next final reply.
void addReplies(const CaseFile& file, std::vector<Held>& held) {
  std::vector<const Reply*> final;
  for (const auto& reply : file.replies)
    if (reply.stage == ReplyStage::d8 || reply.stage == ReplyStage::letter) final.push_back(&reply);
  std::sort(final.begin(), final.end(), [](auto* one, auto* other) { return one->sentAt < other->sentAt; });
  for (std::size_t i = 0; i < final.size(); ++i) {
    std::optional<Instant> to = final[i]->answeredAt;
    if (i + 1 < final.size() && (!to || final[i + 1]->sentAt < *to)) to = final[i + 1]->sentAt;
    if (!to && final[i]->status != CustomerStatus::sent) continue;
    held.push_back({final[i]->sentAt,
                    to,
                    Rank::answer,
                    TimeParty::customer,
                    {},
                    {tr("Waits for the answer to: {0}"), {translated(labelOf(final[i]->stage))}}});
  }
}

std::vector<const Closing*> closingsInOrder(const CaseFile& file) {
  std::vector<const Closing*> rows;
  for (const auto& row : file.closings) rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(), [](auto* one, auto* other) { return one->at < other->at; });
  return rows;
}

void addReviews(const CaseFile& file, std::vector<Held>& held) {
  const auto rows = closingsInOrder(file);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i]->reopened || rows[i]->approvedBy) continue;
    held.push_back({rows[i]->at,
                    i + 1 < rows.size() ? std::optional(rows[i + 1]->at) : std::nullopt,
                    Rank::review,
                    TimeParty::approver,
                    {},
                    {tr("Closing review")}});
  }
}

/// What happened to one question, in the order of time.
struct QuestionEvent {
  Instant at;
  enum class Kind { asked, answered, returned, over } kind = Kind::asked;
  DisciplineCode code = DisciplineCode::d4;
};

std::vector<QuestionEvent> eventsOf(const CaseFile& file, const Assignment& question) {
  using Kind = QuestionEvent::Kind;
  std::vector<QuestionEvent> events{{question.askedAt, Kind::asked}};
  for (const auto& submission : file.submissions) {
    if (submission.assignmentId != question.id) continue;
    events.push_back({submission.submittedAt, Kind::answered, submission.discipline});
    for (const auto& review : file.reviews)
      if (review.submissionId == submission.id && !review.approved)
        events.push_back({review.reviewedAt, Kind::returned, submission.discipline});
  }
  if (question.state == AssignmentState::withdrawn)
    events.push_back({question.withdrawnAt.value_or(question.askedAt), Kind::over});
  std::stable_sort(events.begin(), events.end(),
                   [](const auto& one, const auto& other) { return one.at < other.at; });
  return events;
}

/// The stretches in which a department owed an answer to one question.
std::vector<std::pair<Instant, std::optional<Instant>>> owedStretches(const CaseFile& file,
                                                                      const Assignment& question) {
  using Kind = QuestionEvent::Kind;
  const bool owesNow = question.state == AssignmentState::asked ||
                       question.state == AssignmentState::rejected ||
                       question.state == AssignmentState::refused;
  std::set<DisciplineCode> owed;
  for (const auto& entry : EnumKeys<DisciplineCode>::entries)
    if (asksFor(question, entry.value)) owed.insert(entry.value);
  std::vector<std::pair<Instant, std::optional<Instant>>> stretches;
  const auto events = eventsOf(file, question);
  std::optional<Instant> since;
  for (const auto& event : events) {
    if (event.kind == Kind::answered) owed.erase(event.code);
    if (event.kind == Kind::returned) owed.insert(event.code);
    const bool owes = event.kind == Kind::asked || event.kind == Kind::returned;
    const bool done = event.kind == Kind::over || (event.kind == Kind::answered && owed.empty());
    if (owes && !since) since = event.at;
    if (done && since) {
      stretches.emplace_back(*since, event.at);
      since.reset();
    }
    if (event.kind == Kind::over) return stretches;
  }
  // Answered in another way than discipline by discipline: the last thing that happened ended it.
  if (since) stretches.emplace_back(*since, owesNow ? std::nullopt : std::optional(events.back().at));
  return stretches;
}

void addQuestions(const CaseFile& file, std::vector<Held>& held) {
  for (const auto& question : file.assignments) {
    const auto department =
        std::find_if(file.departments.begin(), file.departments.end(),
                     [&](const Department& one) { return one.id == question.departmentId; });
    const bool known = department != file.departments.end();
    for (const auto& [from, to] : owedStretches(file, question))
      held.push_back({from,
                      to,
                      Rank::question,
                      known && department->supplier ? TimeParty::supplier : TimeParty::department,
                      known ? department->code : std::string(),
                      {tr("Asked for {0}"), {question.disciplines}}});
  }
}

/// The sample lets itself be waited for: some days after the notice, once the customer has heard from us, and
/// until it arrives or is known not to come.
void addSample(const CaseFile& file, const WorkCalendar& calendar, std::vector<Held>& held) {
  const bool waits = std::any_of(file.clocks.begin(), file.clocks.end(), [](const CaseClock& clock) {
    return clock.startEvent == keyOf(ClockStart::sampleAnalysable) && !clock.startedAt && !clock.metAt;
  });
  if ((file.samples.empty() && !waits) || file.replies.empty()) return;
  Instant from = calendar.afterWorkingDays(file.complaint.receivedAt, kSampleGraceDays);
  const auto first =
      std::min_element(file.replies.begin(), file.replies.end(),
                       [](const auto& one, const auto& other) { return one.sentAt < other.sentAt; });
  from = std::max(from, first->sentAt);
  std::optional<Instant> to;
  for (const auto& sample : file.samples)
    for (const auto& at : {sample.arrivedAt, sample.analysableAt})
      if (at && (!to || *at < *to)) to = at;
  held.push_back({from, to, Rank::sample, TimeParty::customer, {}, {tr("Waits for the sample")}});
}

/// When the case was open: from the notice to each closing, and again from each reopening.
std::vector<Span> openSpans(const CaseFile& file, Instant now) {
  std::vector<Span> spans;
  std::optional<Instant> since = file.complaint.receivedAt;
  for (const Closing* row : closingsInOrder(file)) {
    if (!row->reopened && row->approvedBy && since) {
      spans.push_back({*since, row->at});
      since.reset();
    } else if (row->reopened && !since) {
      since = row->at;
    }
  }
  if (since) {
    const bool ended =
        file.complaint.state == CaseState::closed || file.complaint.state == CaseState::archived;
    spans.push_back({*since, ended && file.complaint.closedAt ? *file.complaint.closedAt : now});
  }
  std::erase_if(spans, [](const Span& span) { return span.to <= span.from; });
  return spans;
}

/// Who has a piece of time in which nothing begins or ends.
TimeStretch stretchOf(const CaseFile& file, const std::vector<Held>& held, Instant from, Instant to) {
  const Held* holder = nullptr;
  for (const auto& one : held) {
    if (one.from > from || (one.to && *one.to <= from)) continue;
    if (!holder || one.rank < holder->rank || (one.rank == holder->rank && one.from < holder->from))
      holder = &one;
  }
  if (holder) return {from, to, holder->party, holder->department, holder->rank == Rank::pause, holder->why};
  const bool before = from < file.complaint.createdAt;
  if (before && file.complaint.origin == Origin::imported)
    return {from, to, TimeParty::notRecorded, {}, false, {tr("Before it was imported")}};
  return {from, to,    TimeParty::cqe,
          {},   false, {before ? tr("Before it was registered") : tr("With the CQE")}};
}

bool sameHands(const TimeStretch& one, const TimeStretch& other) {
  return one.to == other.from && one.party == other.party && one.department == other.department &&
         one.paused == other.paused && one.why == other.why;
}

void addShare(WhoseTime& out, const TimeStretch& stretch) {
  const long long length = stretch.to.microseconds - stretch.from.microseconds;
  out.gross += length;
  if (!stretch.paused) out.net += length;
  const auto known = std::find_if(out.shares.begin(), out.shares.end(), [&](const TimeShare& share) {
    return share.party == stretch.party && share.department == stretch.department;
  });
  if (known == out.shares.end())
    out.shares.push_back({stretch.party, stretch.department, length});
  else
    known->microseconds += length;
}

}  // namespace

WhoseTime whoseTime(const CaseFile& file, Instant now, const WorkCalendar& calendar) {
  std::vector<Held> held;
  addPauses(file, held);
  addReplies(file, held);
  addReviews(file, held);
  addQuestions(file, held);
  addSample(file, calendar, held);
  WhoseTime out;
  out.running = file.complaint.state != CaseState::closed && file.complaint.state != CaseState::archived &&
                file.complaint.state != CaseState::cancelled;
  for (const Span& span : openSpans(file, now)) {
    std::set<Instant> cuts{span.from, span.to, std::clamp(file.complaint.createdAt, span.from, span.to)};
    for (const auto& one : held)
      for (const auto& at : {std::optional(one.from), one.to})
        if (at && span.from < *at && *at < span.to) cuts.insert(*at);
    for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
      const TimeStretch stretch = stretchOf(file, held, *cut, *std::next(cut));
      addShare(out, stretch);
      if (!out.stretches.empty() && sameHands(out.stretches.back(), stretch))
        out.stretches.back().to = stretch.to;
      else
        out.stretches.push_back(stretch);
    }
  }
  std::stable_sort(out.shares.begin(), out.shares.end(), [](const TimeShare& one, const TimeShare& other) {
    return one.microseconds > other.microseconds;
  });
  return out;
}

Message durationWords(long long microseconds) {
  const long long minutes = microseconds / 60'000'000;
  const long long hours = minutes / 60;
  if (hours >= 24) return {tr("{0} d {1} h"), {std::to_string(hours / 24), std::to_string(hours % 24)}};
  return {tr("{0} h {1} min"), {std::to_string(hours), std::to_string(minutes % 60)}};
}

}  // namespace octad::model
